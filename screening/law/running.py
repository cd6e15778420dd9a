"""Running one reading of the rules on every kind of answer that it can tell apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from screening.law.cells import Atom, Column, Limit
from screening.law.diagram import Diagram, Tried
from screening.law.table_inputs import Tries, compared_tries, compared_with, single_tries
from screening.law.trial import Trial
from screening.rules.answers import Answers, Value
from screening.rules.condition import Condition
from screening.rules.facts import FACTS, UNSURE, Kind


# The finding, or whether a line holds, as a word.
Found: TypeAlias = "Callable[[Answers, date], str]"


@dataclass(frozen=True, eq=False)
class RunReading:
    """What is read: a finding, its lines, the keys that they read, and the limits of their dates."""

    found: Found
    lines: tuple[Condition, ...]
    keys: tuple[str, ...]
    limits: tuple[Limit, ...]


@dataclass(frozen=True, eq=False)
class Run:
    """A reading with the answers to try, by column, on one as-of day."""

    reading: RunReading
    columns: Mapping[str, Column]
    tries: Mapping[str, Tries]
    as_of: date

    def diagram(self) -> Diagram:
        """What the reading decides."""
        return self.diagram_of(self.reading.found, tuple(self.tries))

    def lines(self) -> Iterator[Diagram]:
        """What each line decides alone. Raises KeyError where one reads more than it declares."""
        for line in self.reading.lines:
            only = replace(self, tries={key: self.tries[key] for key in line.keys})
            yield only.diagram_of(_holding(line), line.keys)

    def diagram_of(self, found: Found, keys: tuple[str, ...]) -> Diagram:
        """What a word on the answers to these keys decides."""
        beside = {name: column.key for name, column in self.columns.items() if column.than}

        def reader(tried: Tried) -> str:
            return found(Trial(self.tries, beside, tried), self.as_of)

        return Diagram({key: len(self.tries[key]) for key in keys}, reader)

    def example(self, atoms: Mapping[str, Atom]) -> Answers:
        """Answers of these kinds."""
        return Answers({name: self._value(name, atoms) for name in atoms})

    def _value(self, name: str, atoms: Mapping[str, Atom]) -> Value:
        column = self.columns[name]
        if not column.than:
            return self.tries[name][atoms[name]]
        day = self.tries[column.key][atoms[column.key]] if column.key in atoms else UNSURE
        return compared_with(day)[atoms[name]]


def _holding(line: Condition) -> Found:
    return lambda answers, as_of: str(line.holds(answers, as_of))


def raw_run(reading: RunReading, columns: Mapping[str, Column], as_of: date) -> Run:
    """Every answer, and of several values each alone."""
    return Run(reading, columns, {name: _tries(column, as_of) for name, column in columns.items()}, as_of)


def _tries(column: Column, as_of: date) -> Tries:
    return compared_tries() if column.than else single_tries(column, as_of)


Alike: TypeAlias = "Mapping[str, tuple[tuple[Atom, ...], ...]]"


def alike(raw: Run) -> Alike:
    """For each column the kinds of answers, put together where nothing tells them apart.

    Answers that no line tells apart are alike. Where the lines do not stand alone, the whole is run on few
    dates, and only what is said in several values is put together.
    """
    try:
        lines = list(raw.lines())
    except KeyError:
        return _alike_in([_on_few_days(raw).diagram()], raw, only=Kind.SEVERAL)
    return _alike_in(lines, raw)


def _alike_in(diagrams: list[Diagram], raw: Run, only: Kind | None = None) -> Alike:
    return {
        name: _classes(diagrams, name, tuple(tried))
        if only in (None, FACTS[raw.columns[name].key].kind)
        else tuple((kind,) for kind in tried)
        for name, tried in raw.tries.items()
    }


def _classes(diagrams: list[Diagram], name: str, kinds: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], ...]:
    found: dict[tuple[int, ...], list[Atom]] = {}
    asking = [diagram for diagram in diagrams if name in diagram.sizes]
    for number, kind in enumerate(kinds):
        found.setdefault(tuple(one.given(one.root, name, number) for one in asking), []).append(kind)
    return tuple(tuple(together) for together in found.values())


def _on_few_days(raw: Run) -> Run:
    few = {name: _few(tried, raw.columns[name]) for name, tried in raw.tries.items()}
    return replace(raw, tries=few)


def _few(tried: Tries, column: Column) -> Tries:
    is_a_date = FACTS[column.key].kind is Kind.DATE and not column.than
    return dict(list(tried.items())[:2]) if is_a_date else tried
