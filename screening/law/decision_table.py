"""Which answers give which finding, computed by running the rules and not written by hand.

The rules are run on one answer of each kind (`trying.py`), only as far as they read (`trial.py`); what they
decide alike is put together (`diagram.py`); each way through is a row. A test draws any answers at all, and
finds them in exactly one row, with the finding that the rules give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from itertools import product

from screening.law.cells import Atom, Cell, Column, DecisionRow, Limit, Table, atom_of, boundary
from screening.law.diagram import Path
from screening.law.running import Alike, Run, RunReading, alike, raw_run
from screening.law.table_inputs import Tries, tries
from screening.rules.answers import Answers
from screening.rules.element import Element
from screening.rules.facts import FACTS, Kind
from screening.rules.finding import Finding, ImmigrationConviction
from screening.rules.immigration import LINES, immigration_conviction
from screening.rules.remedies import REMEDIES


# A date that is read only beside another one: a removal order older than the plea rests on something else.
# If the rules compared any other two, the test on random answers would find no row, or the wrong one.
_COMPARED: Mapping[str, str] = {"disposition_date": "removal_order_final_date"}

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
    raw = raw_run(reading, {key: _column(key, reading, as_of) for key in reading.keys}, as_of)
    classes = tuple((column, tuple(raw.tries[key])) for key, column in raw.columns.items())
    columns, ways = _ways(_Shape(reading, classes, raw))
    named = {key: columns[key] for key in columns}
    kind = ImmigrationConviction if name == _CONVICTION else Finding
    rows = (_row(cells, kind(found), replace(raw, columns=named)) for cells, found in ways)
    return Table(tuple(named.values()), tuple(row for row in rows if row), as_of)


def _row(cells: tuple[Cell, ...], finding: Finding | ImmigrationConviction, run: Run) -> DecisionRow | None:
    """The row with an example; none where no answers can be like that."""
    example = next(_examples(cells, run), None)
    return None if example is None else DecisionRow(cells, finding, example)


def _examples(cells: tuple[Cell, ...], run: Run) -> Iterator[Answers]:
    tried = {
        name: tries(column, run.as_of) if column.groups else run.tries[name]
        for name, column in run.columns.items()
    }
    complete = replace(run, tries=tried)
    for atoms in product(*(cell.among for cell in cells)):
        answers = complete.example(dict(zip(run.columns, atoms, strict=True)))
        if all(cell.takes(atom_of(cell.column, answers, run.as_of)) for cell in cells):
            yield answers


@dataclass(frozen=True)
class _Shape:
    """What the rows depend on: the kinds of answers, and not the days that stand for them."""

    reading: RunReading
    kinds: tuple[tuple[Column, tuple[Atom, ...]], ...]
    raw: Run = field(compare=False)


@lru_cache(maxsize=512)
def _ways(shape: _Shape) -> tuple[Mapping[str, Column], tuple[tuple[tuple[Cell, ...], str], ...]]:
    """The columns that matter, and for each row its cells and the finding."""
    members = alike(shape.raw)
    run = _reduced(shape.raw, members)
    paths = run.diagram().rows()
    asked = sorted({key for taken, _ in paths for key in taken}, key=lambda key: _place(key, paths))
    rows = tuple(
        (tuple(_cell(run, key, taken.get(key), members) for key in asked), found) for taken, found in paths
    )
    return {key: run.columns[key] for key in asked}, rows


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
    named: dict[tuple[str, str], RunReading] = {}
    for remedy in REMEDIES:
        for element in remedy.elements:
            named[remedy.id, element.id] = made.setdefault(id(element), _reading(element))
    return {_CONVICTION: _conviction(), **named}


def _reading(element: Element) -> RunReading:
    return RunReading(
        lambda answers, as_of: element.finding(answers, as_of).value,
        tuple(line.when for line in element.lines),
        element.keys,
        element.limits or _statute_days(),
    )


def _conviction() -> RunReading:
    read = {key for line in LINES for key in line.when.keys}
    return RunReading(
        lambda answers, as_of: immigration_conviction(answers, as_of).finding.value,
        tuple(line.when for line in LINES),
        tuple(key for key in FACTS if key in read),
        _statute_days(),
    )


def _statute_days() -> tuple[Limit, ...]:
    """Every one, for a reading that names no limit and yet asks for a date, by a condition that is shared."""
    limits = (limit for remedy in REMEDIES for element in remedy.elements for limit in element.limits)
    return tuple({limit for limit in limits if isinstance(limit, date)})


def _column(key: str, reading: RunReading, as_of: date) -> Column:
    fact = FACTS[key]
    if fact.kind is Kind.SEVERAL:
        return Column(key, groups=tuple((value,) for value in fact.values))
    if fact.kind is not Kind.DATE:
        return Column(key)
    if _COMPARED.get(key) in reading.keys:
        return Column(_COMPARED[key], than=key)
    return Column(key, limits=_in_order(reading.limits, as_of))


def _in_order(limits: tuple[Limit, ...], as_of: date) -> tuple[Limit, ...]:
    # Two limits may fall on one day: then it is the statute's.
    days = {
        boundary(limit, as_of): limit for limit in sorted(limits, key=lambda limit: isinstance(limit, date))
    }
    return tuple(days[day] for day in sorted(days))
