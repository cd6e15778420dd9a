"""One line of the queue, in words. Of a screening that nobody opened yet nothing is opened for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.translation import get_language_info

from screening.office.file import line_words
from screening.office.file.cabinet import assignee_token, county_token, line_of, matter_of
from screening.office.file.line import Line, OfficeDay
from screening.office.keys import DamagedError, KeysMissingError, OfficeKeys
from screening.office.matches.duplicates import SameName
from screening.office.matter import Matter
from screening.office.models import Member, Screening
from screening.rules.facts import COUNTIES
from screening.rules.urgency import Level
from screening.summary.page.short_names import CITE


_NO_NAME = "No name given"
_SHUT, _DAMAGED = "Names do not open: key missing", "Names do not open: damaged"


@dataclass(frozen=True)
class QueueLine:
    """One screening of the queue. `opened` is false until somebody opened what a person sent.

    `why` and `when` say why it is urgent; `cite`, `gates` and `missing` what to look at first, `below` what
    else; `case` is the letter of the case meant, where there are several.
    """

    id: str
    number: str
    opened: bool
    level: int
    why: str
    when: str
    name: str
    cases: int
    about: tuple[str, ...]
    case: str
    cite: str
    gates: str
    missing: str
    below: str
    age: str
    worked: str
    status: str
    assignee: str
    same_name: SameName | None

    @property
    def hot(self) -> bool:
        """Does it get the colored band?"""
        return self.opened and self.level == Level.ACT_TODAY

    @property
    def urgent(self) -> str:
        """Its level in words."""
        return line_words.LEVEL_WORD.get(self.level, "")


@dataclass(frozen=True)
class Today:
    """What the office has to keep today, or kept waiting: with whom, and what it is."""

    id: str
    name: str
    time: str
    what: str


class Words:
    """The words behind an office's keyed hashes, made once a request: no file is opened for them."""

    def __init__(self, keys: OfficeKeys, members: Iterable[Member]) -> None:
        self.keys = keys
        self.counties = {county_token(keys, name): name for name in COUNTIES}
        self.members = {assignee_token(keys, one.id): Matter(name=one.name).short for one in members}

    def name(self, row: Screening) -> str:
        """The short name of a row's person."""
        try:
            return matter_of(row, self.keys).short or _NO_NAME
        except DamagedError:
            return _DAMAGED
        except KeysMissingError:
            return _SHUT

    def told(self, row: Screening) -> Line | None:
        """What the row tells beside its columns; None where no key opens it."""
        try:
            return line_of(row, self.keys)
        except KeysMissingError:
            return None


def line(row: Screening, words: Words, today: date, same_name: SameName | None = None) -> QueueLine:
    """A row in words."""
    opened = row.opened_on is not None
    told = words.told(row) if opened else None
    case = told.cases[0] if told else None
    county = words.counties.get(row.county_token, "") if opened else ""
    return QueueLine(
        id=row.id,
        number=row.number,
        opened=opened,
        level=row.urgency,
        why=line_words.why_urgent(told) if told else "",
        when=line_words.when_urgent(told, row.urgency, today) if told else "",
        name=words.name(row) if opened else "",
        cases=len(told.cases) if told else 1,
        about=tuple(one for one in (row.number, _language(row.language), county) if one),
        case=line_words.letter(case.number) if told and case and len(told.cases) > 1 else "",
        cite=CITE.get(case.remedy, "") if case else "",
        gates=line_words.gates(case) if case else "",
        missing=line_words.missing(case) if case else "",
        below=line_words.below(told.cases) if told else "",
        age=days_old(row.created_on, today),
        worked=_worked(row, today),
        status=row.get_status_display(),
        assignee=words.members.get(row.assignee_token, ""),
        same_name=same_name,
    )


def today_line(row: Screening, words: Words, today: date) -> Iterator[Today]:
    """What the office has to keep of a row, up to today."""
    told = words.told(row)
    due = [one for one in told.office if one.day <= today.isoformat()] if told else []
    for one in due:
        yield Today(row.id, words.name(row), _clock(one.time), _due(one, today))


def _due(one: OfficeDay, today: date) -> str:
    """A deadline by what is due; one that passed undone with its day."""
    if not one.what:
        return ""
    day = date.fromisoformat(one.day)
    late = "" if day == today else f", {line_words.distance(day, today)}"
    return f"{one.what}{late}"


def _clock(time: str) -> str:
    """An hour as it is said: 14:00 is 2:00."""
    hour, _, minute = time.partition(":")
    return f"{(int(hour) - 1) % 12 + 1}:{minute}" if minute else ""


def days_old(came: date, today: date) -> str:
    """How long ago it came."""
    days = (today - came).days
    return {0: "today", 1: "1 day"}.get(days, f"{days} days")


def _worked(row: Screening, today: date) -> str:
    """When somebody last wrote: what came by itself is version 1."""
    return line_words.distance(row.changed_on, today) if row.version > 1 else "never"


@cache
def _language(code: str) -> str:
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code
