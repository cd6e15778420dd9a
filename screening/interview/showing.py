"""What the question page and the check page show, ready for their templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import get_language, gettext

from screening.interview.addresses import question_url, resume_url
from screening.interview.live import idle
from screening.interview.today import CALIFORNIA
from screening.questions.fields import fields_of, problems_of, reasons_of, words_of
from screening.questions.page import Ask, Page, Part
from screening.questions.route import asked_on, unanswered
from screening.questions.steering import steered
from screening.questions.wording import ALL_QUESTIONS, answer_in_words, say
from screening.rules.answers import Value
from screening.rules.facts import UNSURE
from screening.rules.flags.every import CLIENT_WORDS


if TYPE_CHECKING:
    from collections.abc import Mapping

    from screening.interview.document import Document
    from screening.interview.live import Live
    from screening.interview.storage import InterviewStorage
    from screening.questions.forms import PageForm


# How long before the hour the page says so; less where the idle time is short.
WARN = timedelta(minutes=5)
# Worded by the template: a warning is shown in English as well.
_LATER = lazy(say, str)


@dataclass(frozen=True)
class CheckRow:
    """One answer on the check page."""

    question: str
    answer: str
    page: str
    change_url: str


@dataclass(frozen=True)
class Group:
    """The answers of one part of one case."""

    heading: str
    rows: tuple[CheckRow, ...]


def frame(live: Live, run: str, at: str = "") -> dict[str, Any]:
    """What every page of an interview shows: its hour of erasing and the warnings just raised.

    `at` names the page for the buttons of the frame; on a question they belong to the question's form.
    """
    left = live.expires_at - timezone.now()
    return {
        "run": run,
        "at": at,
        "seconds_left": int(left.total_seconds()),
        "warn_seconds": int(min(WARN, idle() / 6).total_seconds()),
        "may_stay": live.may_stay,
        "sent": bool(live.document.sending.receipt),
        "erased_at": live.expires_at.astimezone(CALIFORNIA),
        "notices": [_LATER(CLIENT_WORDS[code]) for code in live.document.notices if code in CLIENT_WORDS],
    }


def question_page(storage: InterviewStorage, form: PageForm) -> dict[str, Any]:
    """Words, fields and progress of a page; the costly ones only where they are drawn."""
    page, asked = form.page, tuple(ask.key for ask in form.asks)
    return {
        **frame(storage.live, storage.run),
        "page": page,
        "title": say(page.title),
        "hint": say(page.hint) if page.hint else "",
        "same_for_all": (get_language(), page.number, asked) if form.untouched else None,
        "fields": partial(fields_of, form),
        "alone": sum(ask.parent is None for ask in form.asks) == 1,
        "problems": problems_of(form),
        "reasons": partial(reasons_of, form),
        "words": partial(words_of, form),
        "part": page.part.number,
        "part_title": say(page.part.title),
        "parts": parts(page.part.number),
        "case": storage.case if len(storage.document.cases) > 1 else 0,
        "cases": len(storage.document.cases),
        "place": storage.pages.index(page) + 1,
        "about": storage.document.length(storage.case),
        "so_far": _so_far(storage, page),
        "may_stop": page.part is not Part.SOON,
    }


def _so_far(storage: InterviewStorage, page: Page) -> list[CheckRow]:
    """The answers of the pages before, in the same part."""
    used, earlier = storage.used, storage.pages[: storage.pages.index(page)]
    return [
        row
        for other in earlier
        if other.part is page.part
        for row in _rows(storage.run, storage.case, other, used)
    ]


def to_go_on(live: Live, run: str) -> dict[str, Any]:
    """Where somebody who stopped early goes on, and how many questions wait there."""
    waiting = live.document.still_open()
    return {"waiting": waiting, "go_on": resume_url(run, live.document) if waiting else ""}


def parts(now: int) -> list[tuple[str, str]]:
    """The eight parts, each done, now or next."""
    return [(say(part.title), _state(part.number, now)) for part in Part]


def _state(number: int, now: int) -> str:
    if number == now:
        return "now"
    return "done" if number < now else "next"


def check_page(run: str, live: Live) -> dict[str, Any]:
    """Every answer in the person's words, by case and part."""
    document = live.document
    groups = [group for number in document.numbers() for group in _groups(run, document, number)]
    return {
        **frame(live, run, "check"),
        **to_go_on(live, run),
        "groups": groups,
        "unsure": sum(_count_unsure(document, number) for number in document.numbers()),
        "parts": parts(len(Part) + 1),
        "may_add_case": document.may_add_case(),
    }


def _groups(run: str, document: Document, number: int) -> list[Group]:
    used, pages = document.used(number), document.pages(number)
    found = []
    for part in Part:
        rows = [row for page in pages if page.part is part for row in _rows(run, number, page, used)]
        if rows:
            found.append(Group(_heading(document, number, part), tuple(rows)))
    return found


def _heading(document: Document, number: int, part: Part) -> str:
    if len(document.cases) == 1 or part in (Part.SOON, Part.YOU):
        return say(part.title)
    return gettext("Case {number} · {part}").format(number=number, part=say(part.title))


def _rows(run: str, number: int, page: Page, used: Mapping[str, Value]) -> list[CheckRow]:
    address = question_url(run, number, page.number, returning=True)
    waiting, told = unanswered(page, used), {**steered(used), **used}
    return [
        CheckRow(say(ALL_QUESTIONS[ask.key].short), _answer(ask, told), page.number, address)
        for ask in asked_on(page, used)
        if ask.key in told or not waiting
    ]


def _answer(ask: Ask, told: Mapping[str, Value]) -> str:
    # Only an optional question can be without an answer here.
    if ask.key not in told:
        return gettext("You left this empty")
    return answer_in_words(ask.key, told[ask.key])


def _count_unsure(document: Document, number: int) -> int:
    """The person's answers are counted once, with the first case."""
    used = document.used(number)
    asked = {ask.key for page in document.pages(number) for ask in asked_on(page, used)}
    return sum(1 for key in asked if used.get(key) in (UNSURE, (UNSURE,)))
