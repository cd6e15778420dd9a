"""Which answers give which finding, computed by running the rules and not written by hand.

The rules are run on one answer of each kind (`table_inputs.py`), only as far as they read (`trial.py`); what they
decide alike is put together (`diagram.py`); each way through is a row. A condition that goes by a name of its
own is one column, whatever it reads. A test draws any answers at all, and finds them in exactly one row, with
the finding that the rules give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import chain

from screening.law.cells import Atom, Cell, Column, DecisionRow, Limit, Table, boundary
from screening.law.diagram import Path
from screening.law.running import Alike, Run, RunReading, alike, raw_run, reading_of
from screening.law.table_inputs import Tries, around, tries
from screening.rules.condition import AsOf, Dated, EarlierThan, operations
from screening.rules.finding import Finding, ImmigrationConviction
from screening.rules.immigration import LINES
from screening.rules.remedies import REMEDIES


CONVICTION = ("", "")
_DAY = timedelta(days=1)


def decision_table(remedy_id: str, element_id: str, as_of: date) -> Table:
    """The table of one element on the as-of day. Raises KeyError for an element that is not in the rules."""
    return _table((remedy_id, element_id), as_of)


def conviction_table(as_of: date) -> Table:
    """The table of the immigration-conviction finding on the as-of day."""
    return _table(CONVICTION, as_of)


def rows_on(name: tuple[str, str], as_of: date) -> Table:
    """The table as a page shows it: right but for the examples, which may be those of another day.

    It is computed once for all days between two changes. Raises KeyError for what is not in the rules.
    """
    reading = _readings()[name]
    return _alike(_Situation(reading, tuple(_order(reading, as_of)), name, as_of))


@dataclass(frozen=True)
class _Situation:
    """All that the rows depend on: how the days that are tried lie to the limits and to the as-of day."""

    reading: RunReading
    order: tuple[bool, ...]
    name: tuple[str, str] = field(compare=False)
    as_of: date = field(compare=False)


# Some two hundred for all days from 1900 to 2100: none is computed twice.
@lru_cache(maxsize=1024)
def _alike(situation: _Situation) -> Table:
    return computed(situation.name, situation.as_of)


def _order(reading: RunReading, as_of: date) -> Iterator[bool]:
    """Every comparison that a rule can make between these days."""
    limits, among_themselves = _limits(reading)
    firsts = [boundary(limit, as_of) for limit in limits]
    tried = [[end for span in around(first) for end in (span.earliest, span.latest)] for first in firsts]
    for number, ends in enumerate(tried):
        others = chain.from_iterable(tried[:number] + tried[number + 1 :]) if among_themselves else ()
        # A day to come is one after the as-of day.
        for day in (*firsts, as_of + _DAY, *others):
            yield from (end >= day for end in ends)


@cache
def _limits(reading: RunReading) -> tuple[tuple[Limit, ...], bool]:
    """The limits, in signs too, and the as-of day where one moves with it. Is one answer compared with another?"""
    signs = (part for sign in reading.signs.values() for part in operations(sign))
    parts = (*reading.parts, *signs)
    found: set[Limit] = {part.limit for part in parts if isinstance(part, Dated)}
    found |= {part.day for part in parts if isinstance(part, AsOf)}
    moving = any(isinstance(one, int) for one in found) or any(isinstance(part, AsOf) for part in parts)
    limits = sorted(found | ({0} if moving else set()), key=str)
    return tuple(limits), any(isinstance(part, EarlierThan) for part in parts)


@lru_cache(maxsize=512)
def _table(name: tuple[str, str], as_of: date) -> Table:
    return computed(name, as_of)


def computed(name: tuple[str, str], as_of: date) -> Table:
    """The table of this very day."""
    reading = _readings()[name]
    raw = raw_run(reading, as_of)
    in_force = tuple(as_of >= part.day for part in reading.parts if isinstance(part, AsOf))
    classes = tuple((column, tuple(raw.tries[key])) for key, column in raw.columns.items())
    columns, ways = _ways(_Shape(reading, in_force, classes, raw))
    kind = ImmigrationConviction if name == CONVICTION else Finding
    examples = ((cells, kind(found), *raw.example(cells)) for cells, found in ways)
    rows = (DecisionRow(cells, found, example) for cells, found, example, possible in examples if possible)
    return Table(columns, tuple(rows), as_of)


@dataclass(frozen=True)
class _Shape:
    """What the rows depend on: the law in force and the kinds of answers, not the days that stand for them."""

    reading: RunReading
    in_force: tuple[bool, ...]
    kinds: tuple[tuple[Column, tuple[Atom, ...]], ...]
    raw: Run = field(compare=False)


@lru_cache(maxsize=512)
def _ways(shape: _Shape) -> tuple[tuple[Column, ...], tuple[tuple[tuple[Cell, ...], str], ...]]:
    """The columns that matter, and for each row its cells and the finding."""
    members = alike(shape.raw)
    run = _reduced(shape.raw, members)
    paths = run.diagram().rows()
    asked = sorted({key for taken, _ in paths for key in taken}, key=lambda key: _place(key, paths))
    rows = tuple(
        (tuple(_cell(run, key, taken.get(key), members) for key in asked), found) for taken, found in paths
    )
    return tuple(run.columns[key] for key in asked), rows


def _place(key: str, paths: list[Path]) -> tuple[float, str]:
    """How early a key is asked on the whole: what decides most stands first."""
    places = [list(taken).index(key) if key in taken else len(taken) for taken, _ in paths]
    return sum(places) / len(places), key


def _reduced(raw: Run, members: Alike) -> Run:
    """One answer of each kind that something tells apart, and of several values every set of such kinds."""
    columns = {
        key: replace(column, groups=_groups(column, members[key])) if column.groups else column
        for key, column in raw.columns.items()
    }
    tried: dict[str, Tries] = {
        key: tries(columns[key], raw.as_of)
        if column.groups
        else {kinds[0]: raw.tries[key][kinds[0]] for kinds in members[key]}
        for key, column in raw.columns.items()
    }
    return replace(raw, columns=columns, tries=tried)


def _groups(column: Column, classes: tuple[tuple[Atom, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The values that are read alike. Beside "none of these" in a class, they change nothing."""
    singles = (
        [kind for kind in kinds if isinstance(kind, frozenset)]
        for kinds in classes
        if frozenset() not in kinds
    )
    return tuple(tuple(column.groups[n][0] for kind in kinds for n in kind) for kinds in singles if kinds)


def _cell(run: Run, key: str, taken: frozenset[int] | None, members: Alike) -> Cell:
    kinds = tuple(run.tries[key])
    chosen = [kinds[number] for number in sorted(range(len(kinds)) if taken is None else taken)]
    if not run.columns[key].groups:
        first = {of[0]: of for of in members[key]}
        chosen = [kind for representative in chosen for kind in first[representative]]
    return Cell(run.columns[key], tuple(chosen), any=taken is None)


@cache
def _readings() -> Mapping[tuple[str, str], RunReading]:
    # Elements that several remedies share are read once.
    made: dict[int, RunReading] = {}
    named = {CONVICTION: reading_of(LINES, ImmigrationConviction.UNCLEAR)}
    for remedy in REMEDIES:
        for element in remedy.elements:
            reading = reading_of(element.lines, Finding.UNKNOWN)
            named[remedy.id, element.id] = made.setdefault(id(element), reading)
    return named
