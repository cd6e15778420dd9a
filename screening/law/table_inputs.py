"""The answers that a decision table tries: one of each kind that a rule can tell apart.

For a single choice every value; for several values the sets of what is read alike; for a date a day in every
period between the limits, and the months and years that lie on both sides of one; and always "not known".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain, combinations
from typing import TypeAlias

from screening.law.cells import Atom, Column, boundary, span
from screening.rules.answers import Value
from screening.rules.facts import COUNTIES, FACTS, NONE, UNSURE, Kind
from screening.rules.partial_date import PartialDate, add_months


# An answer of each kind, by what it is to the column.
Tries: TypeAlias = "Mapping[Atom, Value]"

# What stands for a sign that is there, where one is read as if it were a question (`running.py`).
SIGN = "yes"

_DAY = timedelta(days=1)


def tries(column: Column, as_of: date) -> Tries:
    """The answers to try for a column."""
    if column.sign:
        return {False: UNSURE, True: SIGN}
    return {None: UNSURE, **_BY_KIND[FACTS[column.key].kind](column, as_of)}


def single_tries(column: Column, as_of: date) -> Tries:
    """The same, but of several values no more than one: enough to see which values are read alike."""
    if column.sign or FACTS[column.key].kind is not Kind.SEVERAL:
        return tries(column, as_of)
    singles: dict[Atom, Value] = {
        frozenset({number}): (value,) for number, (value, *_) in enumerate(column.groups)
    }
    return {None: UNSURE, frozenset(): (NONE,), **singles}


def _values(column: Column, _as_of: date) -> Tries:
    return {value: value for value in FACTS[column.key].values}


def _sets(column: Column, _as_of: date) -> Tries:
    numbers = range(len(column.groups))
    chosen = chain.from_iterable(combinations(numbers, size) for size in range(len(column.groups) + 1))
    return {frozenset(some): tuple(column.groups[number][0] for number in some) or (NONE,) for some in chosen}


def _dates(column: Column, as_of: date) -> Tries:
    found: dict[Atom, Value] = {}
    for day in _near_the_limits(column, as_of):
        found.setdefault(span(column, day, as_of), day)
    return found


def _near_the_limits(column: Column, as_of: date) -> Iterator[PartialDate]:
    # No limit, no difference: any day will do.
    for first in [boundary(limit, as_of) for limit in column.limits] or [as_of]:
        yield from around(first)


def around(first: date) -> tuple[PartialDate, ...]:
    """The day before the first one behind a limit, that day, its month and its year, in any century."""
    text, year = first.isoformat(), first.year
    start, end = first.replace(day=1), add_months(first.replace(day=1), 1) - _DAY
    return (
        PartialDate.on(first - _DAY),
        PartialDate.on(first),
        PartialDate(text[:7], start, end),
        PartialDate(text[:4], date(year, 1, 1), date(year, 12, 31)),
    )


def _county(_column: Column, _as_of: date) -> Tries:
    return {True: COUNTIES[0]}


_BY_KIND: Mapping[Kind, Callable[[Column, date], Tries]] = {
    Kind.ONE: _values,
    Kind.SEVERAL: _sets,
    Kind.DATE: _dates,
    Kind.COUNTY: _county,
}
