"""What stands in a decision table: columns, cells and rows, and how an answer is sorted into them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeAlias

from screening.rules.answers import Answers
from screening.rules.condition import Named
from screening.rules.facts import FACTS, Kind
from screening.rules.finding import Finding, ImmigrationConviction
from screening.rules.partial_date import PartialDate, add_months
from screening.rules.version import names_in


# A day of a statute, or months before the as-of day (0 is the day itself).
Limit: TypeAlias = "date | int"

# What an answer is to a column: a value; the groups of values that are among several; the first and last
# period that a date may lie in; whether a sign is known to be there; True for "something is known"; None for
# "nothing is known".
Atom: TypeAlias = "str | frozenset[int] | tuple[int, int] | bool | None"


@dataclass(frozen=True)
class Column:
    """One question, or one `sign`: a condition under a name, which is then the key.

    `groups` are the values, of a key that takes several, that are read alike. `limits` part a date's column
    into periods, in order: period 0 lies before the first of them.
    """

    key: str
    sign: Named | None = field(default=None, compare=False)
    groups: tuple[tuple[str, ...], ...] = ()
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True)
class Cell:
    """The answers of one column that a row takes: one of `among`, or any at all."""

    column: Column
    among: tuple[Atom, ...]
    any: bool = False

    def takes(self, atom: Atom) -> bool:
        """Does the row take this answer?"""
        return self.any or atom in self.among


@dataclass(frozen=True)
class DecisionRow:
    """Answers that are read alike: a cell for each column, the finding, and one example of such answers.

    There is no example where none was found in time. Then perhaps no answers are like that.
    """

    cells: tuple[Cell, ...]
    finding: Finding | ImmigrationConviction
    example: Answers | None


@dataclass(frozen=True)
class Table:
    """Which answers give which finding on the as-of day: any answers at all fall in exactly one row."""

    columns: tuple[Column, ...]
    rows: tuple[DecisionRow, ...]
    as_of: date

    @property
    def names(self) -> dict[str, str]:
        """What goes by a name in its columns, with what it stands for, in English."""
        return names_in(column.sign for column in self.columns if column.sign)

    def row_of(self, answers: Answers) -> DecisionRow:
        """The one row in which these answers fall. Raises ValueError where there is none, or more than one."""
        atoms = [atom_of(column, answers, self.as_of) for column in self.columns]
        (row,) = (
            row
            for row in self.rows
            if all(cell.takes(atom) for cell, atom in zip(row.cells, atoms, strict=True))
        )
        return row


def boundary(limit: Limit, as_of: date) -> date:
    """The first day that lies on the later side of a limit."""
    if isinstance(limit, date):
        return limit
    day = add_months(as_of, -limit)
    # Months end on different days: the same number of months ahead must reach the as-of day.
    while add_months(day, limit) < as_of:
        day += timedelta(days=1)
    return day


def period(column: Column, day: date, as_of: date) -> int:
    """In which period of the column a day lies."""
    return sum(day >= boundary(limit, as_of) for limit in column.limits)


def atom_of(column: Column, answers: Answers, as_of: date) -> Atom:
    """What these answers are to the column."""
    if column.sign:
        return column.sign.holds(answers, as_of)
    return _SORTED[FACTS[column.key].kind](column, answers, as_of)


def _value(column: Column, answers: Answers, _as_of: date) -> str | None:
    return answers.one(column.key)


def _groups(column: Column, answers: Answers, _as_of: date) -> frozenset[int] | None:
    given = answers.several(column.key)
    if given is None:
        return None
    return frozenset(number for number, group in enumerate(column.groups) if not given.isdisjoint(group))


def _span(column: Column, answers: Answers, as_of: date) -> tuple[int, int] | None:
    day = answers.day(column.key)
    return None if day is None else span(column, day, as_of)


def span(column: Column, day: PartialDate, as_of: date) -> tuple[int, int]:
    """The first and the last period in which a date may lie."""
    return period(column, day.earliest, as_of), period(column, day.latest, as_of)


def _anything(column: Column, answers: Answers, _as_of: date) -> bool | None:
    return True if answers.knows(column.key) else None


_SORTED: Mapping[Kind, Callable[[Column, Answers, date], Atom]] = {
    Kind.ONE: _value,
    Kind.SEVERAL: _groups,
    Kind.DATE: _span,
    Kind.COUNTY: _anything,
    Kind.TEXT: _anything,
}
