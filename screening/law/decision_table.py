"""Which answers give which finding, computed by running the rules and not written by hand.

The rules are run on one answer of each kind (`table_inputs.py`), only as far as they read (`trial.py`); what they
decide alike is put together (`diagram.py`); each way through is a row. A condition that goes by a name of its
own is one column, whatever it reads. A test draws any answers at all, and finds them in exactly one row, with
the finding that the rules give.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache

from screening.law.cells import Atom, Cell, Column, DecisionRow, Table
from screening.law.diagram import Path
from screening.law.running import Alike, Run, RunReading, alike, raw_run, reading_of
from screening.law.table_inputs import Tries, tries
from screening.rules.condition import AsOf
from screening.rules.finding import Finding, ImmigrationConviction
from screening.rules.immigration import LINES
from screening.rules.remedies import REMEDIES


_CONVICTION = ("", "")


def decision_table(remedy_id: str, element_id: str, as_of: date) -> Table:
    """The table of one element on the as-of day. Raises KeyError for an element that is not in the rules."""
    return _table((remedy_id, element_id), as_of)


def conviction_table(as_of: date) -> Table:
    """The table of the immigration-conviction finding on the as-of day."""
    return _table(_CONVICTION, as_of)


@lru_cache(maxsize=512)
def _table(name: tuple[str, str], as_of: date) -> Table:
    reading = _readings()[name]
    raw = raw_run(reading, as_of)
    in_force = tuple(as_of >= part.day for part in reading.parts if isinstance(part, AsOf))
    classes = tuple((column, tuple(raw.tries[key])) for key, column in raw.columns.items())
    columns, ways = _ways(_Shape(reading, in_force, classes, raw))
    kind = ImmigrationConviction if name == _CONVICTION else Finding
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
    named = {_CONVICTION: reading_of(LINES, ImmigrationConviction.UNCLEAR)}
    for remedy in REMEDIES:
        for element in remedy.elements:
            reading = reading_of(element.lines, Finding.UNKNOWN)
            named[remedy.id, element.id] = made.setdefault(id(element), reading)
    return named
