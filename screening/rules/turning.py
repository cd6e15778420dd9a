"""When time alone may change what the rules say of the same answers.

Nothing here is written by hand: the periods and the law's own days are those that conditions declare.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from screening.rules.answers import Answers
from screening.rules.condition import AsOf, Compare, Condition, Dated, operations
from screening.rules.day import Day
from screening.rules.flags.every import URGENT
from screening.rules.partial_date import add_months
from screening.rules.remedies import REMEDIES
from screening.rules.urgency import NEAR


_DAY = timedelta(days=1)


def _declared() -> Iterator[Condition | Day]:
    for flag in URGENT:
        yield from operations(flag.when)
    for remedy in REMEDIES:
        for element in remedy.elements:
            for line in element.lines:
                yield from operations(line.when)


_OPERATIONS = frozenset(_declared())
_PERIODS = frozenset(
    (part.how, part.limit)
    for part in _OPERATIONS
    if isinstance(part, Dated) and isinstance(part.limit, int) and part.limit
)
_MONTHS = tuple(sorted(limit for how, limit in _PERIODS if how is not Compare.IN_LAST_DAYS))
_DAYS = tuple(sorted(limit for how, limit in _PERIODS if how is Compare.IN_LAST_DAYS))
_OF_THE_LAW = frozenset(part.day for part in _OPERATIONS if isinstance(part, AsOf)) | frozenset(
    day for remedy in REMEDIES for day in (remedy.in_force, *(later for _when, later in remedy.later))
)


def turns_on(answers: Answers, as_of: date) -> date | None:
    """The next day on which a finding, an urgent flag or its level may be another; None where none is.

    It may well be that nothing changes on that day; before it nothing does.
    """
    return next((day for day in turning_days(answers) if day > as_of), None)


def turning_days(answers: Answers) -> tuple[date, ...]:
    """All such days, in order."""
    given = (day for key in answers.values if (day := answers.day(key)) is not None)
    ends = {end for day in given for end in (day.earliest, day.latest)}
    return tuple(sorted({day for end in ends for day in _turning(end)} | _OF_THE_LAW))


def _turning(end: date) -> Iterator[date]:
    """It comes near, it comes, it is past, and the last day of each period is past."""
    yield from (end - NEAR, end, end + _DAY)
    yield from (end + timedelta(days=days) + _DAY for days in _DAYS)
    yield from (add_months(end, months) + _DAY for months in _MONTHS)
