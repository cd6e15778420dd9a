"""What the people of the demonstration answered: a decided case, and what is added to it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from screening.interview.document import Case, Document
from screening.office.demo.people import Person
from screening.questions.page import Page
from screening.questions.route import unanswered
from screening.questions.steering import fact_of, steered
from screening.rules.answers import Value
from screening.rules.facts import NONE, UNSURE, Kind, Topic
from screening.rules.record import parse_answers


# Where a call broke off: the pages from here on are still to come.
_BROKE_OFF = "42"


@dataclass(frozen=True)
class Decided:
    """A decided case or a scenario. `like` says which; `answers` are what a public text of it tells."""

    like: str
    answers: Mapping[str, Any]


@cache
def decided() -> dict[str, Decided]:
    """Every case of the demonstration by its name."""
    text = Path(__file__).with_name("decided.toml").read_text(encoding="utf-8")
    return {name: Decided(row["like"], row["answers"]) for name, row in tomllib.loads(text).items()}


def document_of(person: Person, today: date) -> Document:
    """The person's document: what nothing is known of is "I am not sure"."""
    count = max(len(person.cases), 1)
    document = Document(cases=[Case(str(n + 1)) for n in range(count)], language=person.language)
    for number, name in enumerate(person.cases, start=1):
        document.put(number, _given(person, decided()[name], today, first=number == 1))
    until = _BROKE_OFF if person.stage == "call" else ""
    for number in document.numbers() if person.cases else ():
        _fill(document, number, until)
    return document


def _given(person: Person, case: Decided, today: date, *, first: bool) -> dict[str, Value]:
    """What this person says of this case."""
    told: dict[str, object] = {**case.answers, **dict(person.more)}
    if person.county:
        told["county"] = person.county
    values = dict(parse_answers({**told, **_coming(person, told, today)}).values)
    values |= steered(values)
    return values if first else {key: value for key, value in values.items() if not _of_person(key)}


def _coming(person: Person, told: Mapping[str, object], today: date) -> dict[str, object]:
    """The events ahead and their days."""
    named = told.get("upcoming", ())
    events = {*(named if isinstance(named, (list, tuple)) else ()), *(event for event, _ in person.ahead)}
    days = {f"{event}_date": (today + timedelta(days)).isoformat() for event, days in person.ahead}
    return {
        "upcoming": sorted(events) or [NONE],
        "answered_by": "self",
        "other_cases": "yes" if len(person.cases) > 1 else "no",
        **days,
    }


def _of_person(key: str) -> bool:
    return fact_of(key).topic is Topic.YOU


def _fill(document: Document, number: int, until: str) -> None:
    """ "I am not sure" to every question that is asked and not answered, up to the page `until`."""
    page = document.first_unanswered(number)
    while page is not None and not (until and page.number >= until):
        document.put(number, _unsure(document, number, page))
        page = document.first_unanswered(number)


def _unsure(document: Document, number: int, page: Page) -> dict[str, Value]:
    used = document.used(number)
    return {
        ask.key: (UNSURE,) if fact_of(ask.key).kind is Kind.SEVERAL else UNSURE
        for ask in unanswered(page, used)
    }
