"""The laws in short: what each is about, whether it is law on a day, and what changed between two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from screening.law.days import Days
from screening.law.links import slug_of
from screening.law.voices import english
from screening.questions.wording import say
from screening.rules.beside import Reach
from screening.rules.bills import BILLS
from screening.rules.element import Remedy
from screening.rules.history import changes_between
from screening.rules.partial_date import PartialDate
from screening.rules.remedies import REMEDIES
from screening.rules.text import Text, _
from screening.summary.page.words import day_in_words


_IN_FORCE = _("On this day it is law. It began on {day}.")
_NOT_YET = _("On this day it is not law yet. It begins on {day}.")
_BEGINS = _("The law itself begins.")


@dataclass(frozen=True)
class LawLine:
    """One law on a day. `standing` says whether it is law, `later` names cases with a day of their own."""

    slug: str
    cite: str
    plain: str
    about: str
    in_force: bool
    standing: str
    later: tuple[str, ...]


def laws_shown(day: date) -> tuple[LawLine, ...]:
    """The laws in the statute's order."""
    return tuple(law_line(remedy, day) for remedy in REMEDIES)


def law_line(remedy: Remedy, day: date) -> LawLine:
    """A law as it stands on `day`: in force, not yet, or in force for some cases only."""
    in_force = day >= remedy.in_force
    standing = (_IN_FORCE if in_force else _NOT_YET).with_(day=PartialDate.on(remedy.in_force))
    return LawLine(
        slug_of(remedy),
        remedy.cite,
        say(remedy.plain),
        say(remedy.about),
        in_force,
        say(standing),
        tuple(_later(change.reaches, change.day, day) for change in remedy.changes if change.reaches),
    )


def _later(reach: Reach, first: date, day: date) -> str:
    words = reach.since if day >= first else reach.not_yet
    return say(words.with_(day=PartialDate.on(first)))


@dataclass(frozen=True)
class Began:
    """From a day the rules read a law, or more cases by it."""

    day: str
    cite: str
    says: str


@dataclass(frozen=True)
class Change:
    """One change of the law: its day in the reader's language, and the law and what it did in English."""

    day: str
    law: str
    says: str
    mark: str


def began_between(days: Days) -> tuple[Began, ...]:
    """What the rules themselves say: the laws, and the cases, that they read only from a day in between."""
    if days.other is None:
        return ()
    first, last = sorted((days.as_of, days.other))
    found = [
        (day, remedy.cite, begins)
        for remedy in REMEDIES
        for day, begins in _beginnings(remedy)
        if first < day <= last
    ]
    return tuple(
        Began(day_in_words(day), cite, say(begins))
        for day, cite, begins in sorted(found, key=lambda one: one[0])
    )


def _beginnings(remedy: Remedy) -> Iterator[tuple[date, Text]]:
    yield remedy.in_force, _BEGINS
    yield from ((change.day, change.reaches.begins) for change in remedy.changes if change.reaches)


def changes_shown(days: Days) -> tuple[Change, ...]:
    """What lawmakers changed after the earlier of the two days, up to the later."""
    changes = changes_between(days.as_of, days.other) if days.other else ()
    return tuple(
        Change(day_in_words(one.day), one.law, english(one.says), one.mark.printed) for one in changes
    )


@dataclass(frozen=True)
class BillShown:
    """A bill to watch, in English."""

    number: str
    session: str
    would: str
    last_seen: str
    source: str
    mark: str


def bills_shown() -> tuple[BillShown, ...]:
    """The bills of which nobody has yet seen how they ended."""
    return tuple(
        BillShown(
            bill.number,
            bill.session,
            english(bill.would),
            english(bill.last_seen),
            bill.source,
            bill.mark.printed,
        )
        for bill in BILLS
        if not bill.outcome_known
    )
