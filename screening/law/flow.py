"""The questionnaire as a way: its pages in order, what each asks, and what it waits for.

Everything is read from the declared pages (`screening/questions/route.py`). Names and labels are in the
active language; the conditions of pages are English everywhere, as the `questions` command prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from screening.questions.describe import in_words
from screening.questions.page import Ask, Page, When, always
from screening.questions.route import PAGES
from screening.questions.wording import ALL_QUESTIONS, said, say


@dataclass(frozen=True)
class FlowQuestion:
    """One question. A follow-up has a `parent` and the `answers` to it that open it, by their labels.

    `when` is English, and empty for a question that is always asked where its page is.
    """

    key: str
    short: str
    ask: str
    parent: str = ""
    answers: tuple[str, ...] = ()
    when: str = ""


@dataclass(frozen=True)
class FlowPage:
    """One page. `when` is English and empty for a page that everybody sees; `once` is once a person."""

    number: str
    title: str
    when: str
    once: bool
    questions: tuple[FlowQuestion, ...]


@dataclass(frozen=True)
class FlowPart:
    """One part of the questionnaire, 1 to 8."""

    number: int
    title: str
    pages: tuple[FlowPage, ...]


def flow() -> tuple[FlowPart, ...]:
    """Every page in the order of asking, by part."""
    return tuple(
        FlowPart(part.number, say(part.title), tuple(map(_page, pages)))
        for part, pages in groupby(PAGES, key=lambda page: page.part)
    )


def _page(page: Page) -> FlowPage:
    return FlowPage(
        page.number, say(page.title), _words(page.when), page.you, tuple(map(_question, _in_order(page)))
    )


def _in_order(page: Page) -> Iterator[Ask]:
    """The page's questions, each follow-up straight after the question that it hangs on."""
    for ask in page.listed:
        if ask.parent is None:
            yield ask
            yield from (other for other in page.asks if other.parent == ask.key)


def _question(ask: Ask) -> FlowQuestion:
    words = ALL_QUESTIONS[ask.key]
    opening = () if ask.parent is None else tuple(said(ask.parent, value) for value in ask.opens)
    return FlowQuestion(
        ask.key, say(words.short), say(words.ask), ask.parent or "", opening, _words(ask.when)
    )


def _words(when: When) -> str:
    return "" if when is always else in_words(when)
