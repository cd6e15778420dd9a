"""The questions as the law pages list them: page by page, when each is asked, and where the rules read it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from screening.law.uses import Use, uses_of_keys
from screening.questions.describe import when_asked
from screening.questions.page import Ask, Page
from screening.questions.route import PAGES
from screening.questions.steering import fact_of
from screening.questions.wording import ALL_QUESTIONS, said, say
from screening.rules.facts import Kind


@dataclass(frozen=True)
class AskedRow:
    """One question. `when` is English, as the rules of the route say it; empty where it is always asked."""

    key: str
    ask: str
    labels: tuple[str, ...]
    when: str
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class PageRows:
    """One page of the form with its questions."""

    number: str
    title: str
    rows: tuple[AskedRow, ...]


@dataclass(frozen=True)
class PartRows:
    """One of the eight parts."""

    number: int
    title: str
    pages: tuple[PageRows, ...]


def asked_rows() -> tuple[PartRows, ...]:
    """Every part, page and question in the order of asking."""
    return tuple(
        PartRows(part.number, say(part.title), tuple(_page(page) for page in pages))
        for part, pages in groupby(PAGES, key=lambda page: page.part)
    )


def _page(page: Page) -> PageRows:
    return PageRows(page.number, say(page.title), tuple(_row(page, ask) for ask in page.listed))


def _row(page: Page, ask: Ask) -> AskedRow:
    when = when_asked(page, ask)
    return AskedRow(
        ask.key,
        say(ALL_QUESTIONS[ask.key].ask),
        _labels(ask.key),
        "" if when == "always" else when,
        uses_of_keys().get(ask.key, ()),
    )


def _labels(key: str) -> tuple[str, ...]:
    """The answers that are offered; counties are their own list, and a date or a text has none."""
    fact = fact_of(key)
    if fact.kind in (Kind.ONE, Kind.SEVERAL):
        return tuple(said(key, value) for value in fact.all_values)
    return ()
