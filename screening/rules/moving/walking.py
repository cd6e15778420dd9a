"""The smallest sets of open answers that lead to what is wanted, found by walking there answer by answer.

Each step gives one answer more, to a key without which the wanted line cannot come to apply: its condition
must hold, and the line that applies before it must cease to. Nothing here is written by hand, so a changed
reading changes what is walked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from screening.rules.answers import Answers, Value
from screening.rules.condition import (
    And,
    Condition,
    EarlierThan,
    Named,
    Or,
    Unless,
)
from screening.rules.element import Element, Line, Remedy
from screening.rules.finding import Finding
from screening.rules.moving.trying import every_value, values_to_try


# No element needs more than three answers at once (tests/rules/test_next_facts.py holds it).
LARGEST_SET = 3

Keys = frozenset[str]
Given = frozenset[tuple[str, Value]]


@dataclass(frozen=True)
class Step:
    """Answers given on the way, and by element the line that applies with them."""

    given: Mapping[str, Value]
    answers: Answers
    applied: Mapping[str, Line[Finding] | None]

    def finding(self, element: str) -> Finding:
        """The bare finding of the element."""
        line = self.applied[element]
        return Finding.UNKNOWN if line is None else line.finding

    @property
    def findings(self) -> list[Finding]:
        """Those of all elements, in their order."""
        return [self.finding(element) for element in self.applied]


# Open keys of which at least one must be answered on the way, with so many answers left.
Way = Callable[[Step, int], Keys]

# Findings of elements that are wanted, or that are not.
Sort = Callable[[Element, Finding], bool]


@dataclass(frozen=True)
class _Walk:
    """One way, what is wanted at its end, the sets that were found, and the answers that were tried on it."""

    way: Way
    wanted: Callable[[Step], bool]
    found: dict[Keys, None]
    tried: set[Given] = field(default_factory=set)

    def is_new(self, given: Mapping[str, Value]) -> bool:
        """Do the keys hold no set that was found, and were these answers not tried in another order?"""
        if any(found <= given.keys() for found in self.found):
            return False
        items = frozenset(given.items())
        new = items not in self.tried
        self.tried.add(items)
        return new


class Walker:
    """Walks from these answers by those to `keys`, which are open, and reads the elements at each step."""

    def __init__(
        self,
        elements: tuple[Element, ...],
        keys: Iterable[str],
        answers: Answers,
        as_of: date,
        beside: Keys = frozenset(),
    ) -> None:
        """`beside` are keys that something else than the elements reads too."""
        self._elements = elements
        self._keys, self._as_of, self._beside = frozenset(keys), as_of, beside
        self._readers = {key: tuple(one for one in elements if key in one.keys) for key in self._keys}
        self._steps: dict[Given, Step] = {}
        self._lines_of: dict[tuple[str, Given], Line[Finding] | None] = {}
        self.start = Step({}, answers, {one.id: one.line(answers, as_of) for one in elements})

    def smallest(
        self, ways: Iterable[Way], wanted: Callable[[Step], bool], most: int = LARGEST_SET
    ) -> tuple[Keys, ...]:
        """The sets whose answers lead to what is wanted where those to fewer of them do not."""
        ways, found = tuple(ways), dict[Keys, None]()
        for size in range(1, most + 1):
            for way in ways:
                self._try(self.start, size, _Walk(way, wanted, found))
        return tuple(found)

    def _try(self, step: Step, left: int, walk: _Walk) -> None:
        """Give one answer more, until what is wanted is there or no answer is left to give."""
        if walk.wanted(step):
            walk.found[frozenset(step.given)] = None
        elif left:
            for key in walk.way(step, left):
                for value in self._values(key, step):
                    if walk.is_new({**step.given, key: value}):
                        self._try(self._with(step, key, value), left - 1, walk)

    def ends(self, keys: tuple[str, ...], step: Step | None = None) -> Iterator[Step]:
        """Where all answers to these keys together lead."""
        step = step or self.start
        if not keys:
            yield step
            return
        for value in self._values(keys[0], step):
            yield from self.ends(keys[1:], self._with(step, keys[0], value))

    def _values(self, key: str, step: Step) -> tuple[Value, ...]:
        if key in self._beside:
            return every_value(key)
        return values_to_try(key, self._readers[key], step.answers, self._as_of)

    def _with(self, step: Step, key: str, value: Value) -> Step:
        given = {**step.given, key: value}
        items = frozenset(given.items())
        if items not in self._steps:
            answers = step.answers.but({key: value})
            read = {one.id: self._applied(one, given, answers) for one in self._readers[key]}
            self._steps[items] = Step(given, answers, {**step.applied, **read})
        return self._steps[items]

    def _applied(
        self, element: Element, given: Mapping[str, Value], answers: Answers
    ) -> Line[Finding] | None:
        read = (element.id, frozenset(item for item in given.items() if item[0] in element.keys))
        if read not in self._lines_of:
            self._lines_of[read] = element.line(answers, self._as_of)
        return self._lines_of[read]

    def ways_to(self, wanted: Sort) -> Iterator[Way]:
        """A way to each line with a wanted finding of its element; where no line applies, it is unknown."""
        for element in self._elements:
            for line in _lines(element, wanted):
                yield partial(self._toward, element, line)

    def way_from(self, stuck: Sort) -> Way:
        """All elements with a finding that is stuck must change."""

        def way(step: Step, left: int) -> Keys:
            found = (element for element in self._elements if stuck(element, step.finding(element.id)))
            return _one_of_each((self._escape(element, stuck, step, left) for element in found), left)

        return way

    def _escape(self, element: Element, stuck: Sort, step: Step, left: int) -> Keys:
        lines = _lines(element, lambda one, finding: not stuck(one, finding))
        return Keys().union(*(self._toward(element, line, step, left) for line in lines))

    def ways_before_the_law(self, remedy: Remedy) -> Iterator[Way]:
        """The ways to a case that the remedy does not reach yet."""
        return (partial(self._turn, case, False) for case, first in remedy.later if self._as_of < first)

    def _toward(self, element: Element, line: Line[Finding] | None, step: Step, left: int) -> Keys:
        """Before the line applies its condition must hold, or the line that applies before it must cease to."""
        applied = step.applied[element.id]
        if applied is not None and (line is None or _stands_before(applied, line, element)):
            return self._turn(applied.when, True, step, left)
        return Keys() if line is None else self._turn(line.when, False, step, left)

    def _turn(self, condition: Condition, holds: bool, step: Step, left: int) -> Keys:
        """What must be answered before a condition that holds does so no longer, or the other way round."""
        kind = type(condition)  # not `isinstance`, which is slow for abstract classes
        if kind is Named or kind is Unless:
            (inner,) = condition.parts
            return self._turn(inner, holds is (kind is Named), step, left)
        if kind is not And and kind is not Or:
            return self._turn_atom(condition, step, left)
        if holds is (kind is And):  # one of its parts suffices
            return Keys().union(*(self._turn(part, holds, step, left) for part in condition.parts))
        parts = (part for part in condition.parts if part.holds(step.answers, self._as_of) is holds)
        return _one_of_each((self._turn(part, holds, step, left) for part in parts), left)

    def _turn_atom(self, condition: Condition, step: Step, left: int) -> Keys:
        missing = [key for key in condition.keys if not step.answers.knows(key)]
        if isinstance(condition, EarlierThan) and missing:
            return _one_of_each((self.left((key,), step, left) for key in missing), left)
        return self.left(condition.keys, step, left)

    def left(self, keys: Iterable[str], step: Step, _left: int) -> Keys:
        """Those that are open and not answered on the way."""
        return frozenset(key for key in keys if key in self._keys and key not in step.given)


def _one_of_each(needed: Iterable[Keys], left: int) -> Keys:
    """The fewest of these keys; none where more sets of them stand apart than answers are left."""
    fewest: Keys | None = None
    apart = Keys()
    for keys in needed:
        if apart.isdisjoint(keys):
            apart, left = apart | keys, left - 1
        if left < 0 or not keys:
            return Keys()
        if fewest is None or len(keys) < len(fewest):
            fewest = keys
    return fewest or Keys()


def _lines(element: Element, wanted: Sort) -> Iterator[Line[Finding] | None]:
    yield from (line for line in element.lines if wanted(element, line.finding))
    if wanted(element, Finding.UNKNOWN):
        yield None


def _stands_before(one: Line[Finding], other: Line[Finding], element: Element) -> bool:
    return element.lines.index(one) < element.lines.index(other)


def read_beside(remedy: Remedy) -> Keys:
    """What the remedy reads beside its elements: its ground, and the cases that it reaches only later."""
    return ground(remedy).union(*(case.keys for case, _first in remedy.later))


def ground(remedy: Remedy) -> Keys:
    """The key without which it is not raised."""
    return Keys() if remedy.ground is None else Keys({remedy.ground})
