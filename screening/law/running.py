"""Running one reading of the rules on every kind of answer that it can tell apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import TypeAlias, TypeVar

from screening.law.cells import Atom, Cell, Column, Limit, atom_of, boundary
from screening.law.diagram import Diagram, NotTriedError, Tried
from screening.law.table_inputs import SIGN, Tries, single_tries, tries
from screening.law.trial import Trial
from screening.rules.answers import Answers, Value
from screening.rules.condition import Condition, Dated, MayBe, Named, is_, operations
from screening.rules.day import Day
from screening.rules.element import Line
from screening.rules.facts import FACTS, Kind
from screening.rules.finding import Finding, ImmigrationConviction


F = TypeVar("F", Finding, ImmigrationConviction)

# So many ways are tried before an example is given up.
_ENOUGH = 5000

# Whether answers are read in one way or another, as a word.
Found: TypeAlias = "Callable[[Answers, date], str]"


@dataclass(frozen=True, eq=False)
class RunReading:
    """What is read: lines, each a finding and when it holds, and the finding `otherwise`.

    `signs` are the conditions that go by a name of their own: each is read as if it were one answer.
    """

    lines: tuple[tuple[str, Condition], ...]
    otherwise: str
    signs: Mapping[str, Named]

    @property
    def keys(self) -> tuple[str, ...]:
        """The questions that the lines read, and after them the signs."""
        read = {key for _, when in self.lines for key in when.keys}
        return tuple(key for key in (*FACTS, *self.signs) if key in read)

    def found(self, answers: Answers, as_of: date) -> str:
        """The finding of the first line that holds."""
        return next((word for word, when in self.lines if when.holds(answers, as_of)), self.otherwise)

    def column(self, key: str, as_of: date) -> Column:
        """The column of a question or a sign, with everything apart."""
        if key in self.signs:
            return Column(key, sign=self.signs[key])
        if FACTS[key].kind is Kind.SEVERAL:
            return Column(key, groups=tuple((value,) for value in FACTS[key].values))
        return Column(key, limits=_in_order(_limits(key, self.parts), as_of))

    @property
    def parts(self) -> tuple[Condition | Day, ...]:
        """What the lines are made of."""
        return tuple(part for _, when in self.lines for part in operations(when))


def _limits(key: str, parts: Iterable[Condition | Day]) -> tuple[Limit, ...]:
    """The limits with which an answer is compared."""
    return tuple({part.limit for part in parts if isinstance(part, Dated) and key in part.keys})


def _in_order(limits: tuple[Limit, ...], as_of: date) -> tuple[Limit, ...]:
    # Two limits may fall on one day: then it is the statute's.
    days = {
        boundary(limit, as_of): limit for limit in sorted(limits, key=lambda limit: isinstance(limit, date))
    }
    return tuple(days[day] for day in sorted(days))


def reading_of(lines: Sequence[Line[F]], otherwise: F) -> RunReading:
    """These lines as they are run."""
    parts = (part for line in lines for part in operations(line.when))
    signs = {part.name: part for part in parts if isinstance(part, Named) and part.coined}
    read = tuple((line.finding.value, _with_signs(line.when)) for line in lines)
    return RunReading(read, otherwise.value, signs)


def _with_signs(condition: Condition) -> Condition:
    if isinstance(condition, Named) and condition.coined:
        return is_(condition.name, SIGN)
    if isinstance(condition, MayBe) or not is_dataclass(condition):
        return condition  # "possibly" parts a sign that is known to be absent from one that is not known
    operands = {part.name: getattr(condition, part.name) for part in fields(condition)}
    return replace(
        condition,
        **{name: _with_signs(one) for name, one in operands.items() if isinstance(one, Condition)},
    )


@dataclass(frozen=True, eq=False)
class Run:
    """A reading with the answers to try, by column, on one as-of day."""

    reading: RunReading
    columns: Mapping[str, Column]
    tries: Mapping[str, Tries]
    as_of: date

    def diagram(self) -> Diagram:
        """What the reading decides."""
        return self._diagram_of(self.reading.found, tuple(self.tries))

    def lines(self) -> Iterator[Diagram]:
        """What each line decides alone."""
        for _, when in self.reading.lines:
            yield self._diagram_of(_holding(when), when.keys)

    def _diagram_of(self, found: Found, keys: tuple[str, ...]) -> Diagram:
        values = {key: tuple(self.tries[key].values()) for key in keys}
        sizes = {key: len(values[key]) for key in keys}
        return Diagram(sizes, lambda tried: found(Trial(values, tried), self.as_of))

    def example(self, cells: Iterable[Cell]) -> tuple[Answers | None, bool]:
        """Answers that every cell takes, if any were found, and whether there may be some."""
        asked = {cell.column.key: cell for cell in cells if not cell.any}
        signs = [(cell.column.sign, cell) for cell in asked.values() if cell.column.sign]
        signs.sort(key=lambda sign: False in sign[1].among)  # one that must be there leaves fewer ways
        keys = [key for key, cell in asked.items() if not cell.column.sign]
        keys += [key for sign, _ in signs for key in sign.keys]
        parts = [part for sign, _ in signs for part in operations(sign)]
        values = {key: tuple(self._values(key, asked.get(key), parts)) for key in keys}

        def takes(answers: Answers) -> bool:
            return all(cell.takes(sign.holds(answers, self.as_of)) for sign, cell in signs)

        for number, tried in enumerate(_tried(takes, values, {})):
            if tried is not None:
                found = {key: several[min(tried.get(key, {0}))] for key, several in values.items()}
                return Answers(found), True
            if number == _ENOUGH:
                return None, True
        return None, False

    def _values(self, key: str, cell: Cell | None, parts: Iterable[Condition | Day]) -> Iterable[Value]:
        """What may be answered for a question, as far as its own cell takes it: of choices one of each kind."""
        column = self.reading.column(key, self.as_of)
        in_signs = replace(column, limits=_in_order(_limits(key, parts), self.as_of))
        reading = [part for part in parts if isinstance(part, Condition) and part.keys == (key,)]
        found: dict[object, Value] = {}
        for value in (*tries(in_signs, self.as_of).values(), *tries(column, self.as_of).values()):
            given = Answers({key: value})
            kind = value if given.day(key) else tuple(part.test(given, self.as_of) for part in reading)
            if cell is None or cell.takes(atom_of(cell.column, given, self.as_of)):
                found.setdefault(kind, value)
        return found.values()


def _tried(
    takes: Callable[[Answers], bool], values: Mapping[str, Sequence[Value]], tried: Tried
) -> Iterator[Tried | None]:
    """Every way to answer as far as is asked: what was tried, or None where it is not taken."""
    try:
        taken = takes(Trial(values, tried))
    except NotTriedError as wanted:
        for part in wanted.parts:
            yield from _tried(takes, values, {**tried, wanted.key: part})
    else:
        yield tried if taken else None


def _holding(line: Condition) -> Found:
    return lambda answers, as_of: str(line.holds(answers, as_of))


def raw_run(reading: RunReading, as_of: date) -> Run:
    """Every answer, and of several values each alone."""
    columns = {key: reading.column(key, as_of) for key in reading.keys}
    return Run(reading, columns, {key: single_tries(one, as_of) for key, one in columns.items()}, as_of)


Alike: TypeAlias = "Mapping[str, tuple[tuple[Atom, ...], ...]]"


def alike(raw: Run) -> Alike:
    """For each column the kinds of answers, put together where no line tells them apart."""
    lines = list(raw.lines())
    return {name: _classes(lines, name, tuple(tried)) for name, tried in raw.tries.items()}


def _classes(diagrams: list[Diagram], name: str, kinds: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], ...]:
    found: dict[tuple[int, ...], list[Atom]] = {}
    asking = [diagram for diagram in diagrams if name in diagram.sizes]
    for number, kind in enumerate(kinds):
        found.setdefault(tuple(one.given(one.root, name, number) for one in asking), []).append(kind)
    return tuple(tuple(together) for together in found.values())
