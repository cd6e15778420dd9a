"""For each remedy the smallest sets of open answers that would move its outcome, found by trying.

An outcome is the first in order of those that the elements of a remedy lead to (contract section 4). So it gets
worse where one element comes to lead to a worse one, and better only where every element that leads to the worst
comes to lead to a better one. Each
way is walked by answers that could bring it on, the smallest sets first. A set is kept where some answers to
it move the outcome that way and no smaller set of its own does. Nothing here is written by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from itertools import product

from screening.rules.answers import Answers, Value
from screening.rules.condition import And, Condition, Named, Or
from screening.rules.element import Element, Line, Remedy
from screening.rules.evaluate import leads_to, outcome_of
from screening.rules.facts import FACTS
from screening.rules.finding import SETTLED, Finding, Outcome, RemedyResult, Result
from screening.rules.moving.next_facts import LARGEST_SET
from screening.rules.moving.trying import Known, every_value, known_answers, values_to_try
from screening.rules.remedies import REMEDIES


MOST_SETS = 6

_OUTCOMES = tuple(Outcome)
_ORDER = {key: number for number, key in enumerate(FACTS)}


@dataclass(frozen=True)
class Deciding:
    """Answers that together would move the outcome of a remedy.

    `keys` are what is to be found out, `leads_to` the outcomes that answers to all of them can give and
    answers to fewer cannot, `elements` those whose finding changes then. Where an element waits for the
    attorney, `keys` is `harm_named_case` and `leads_to` is empty: the analysis settles the element, and the
    outcome has its word already.
    """

    keys: tuple[str, ...]
    leads_to: tuple[Outcome, ...]
    elements: tuple[str, ...]


def deciding(
    result: Result, order_of_asking: Mapping[str, int] | None = None
) -> dict[str, tuple[Deciding, ...]]:
    """By remedy id, at most six sets: fewest keys first, then as they are asked (or as the contract lists them).

    A remedy that is ruled out or not yet law has none: what would change a gate stands at the gate. One that
    was not raised has its ground.
    """
    order = _ORDER if order_of_asking is None else order_of_asking
    return {
        remedy.id: _of_remedy(remedy, found, result, order)
        for remedy, found in zip(REMEDIES, result.remedies, strict=True)
    }


def _of_remedy(
    remedy: Remedy, found: RemedyResult, result: Result, order: Mapping[str, int]
) -> tuple[Deciding, ...]:
    if found.outcome in SETTLED and found.outcome is not Outcome.NOT_RAISED:
        return ()
    keys = tuple(sorted(open_keys(remedy, found, result.answers), key=order.__getitem__))
    known = (*known_answers(_keys_of(remedy), result.answers), *_unsure_ground(remedy, result.answers))
    return (*_cached(REMEDIES.index(remedy), keys, known, result.as_of), *_for_the_attorney(found))


def _unsure_ground(remedy: Remedy, answers: Answers) -> Known:
    # "Not sure" raises a ground, and silence does not.
    unsure = (key for key in _ground(remedy) if key in answers.values and not answers.knows(key))
    return tuple((key, answers.values[key]) for key in unsure)


def open_keys(remedy: Remedy, found: RemedyResult, answers: Answers) -> frozenset[str]:
    """The keys to find out: those that stand open, and those that an unknown element rests on all the same."""
    if found.outcome is Outcome.NOT_RAISED:
        return _ground(remedy)
    rest = {key for read in found.elements if read.finding is Finding.UNKNOWN for key in read.rests_on}
    return frozenset(key for key in _keys_of(remedy) if key in rest or answers.stands_open(key))


def _keys_of(remedy: Remedy) -> tuple[str, ...]:
    keys = _read_beside(remedy).union(*(element.keys for element in remedy.elements))
    return tuple(key for key in FACTS if key in keys)


def _read_beside(remedy: Remedy) -> frozenset[str]:
    """What the remedy reads beside its elements: its ground, and the cases that it reaches only later."""
    return _ground(remedy).union(*(case.keys for case, _first in remedy.later))


def _ground(remedy: Remedy) -> frozenset[str]:
    return frozenset() if remedy.ground is None else frozenset({remedy.ground})


def _for_the_attorney(found: RemedyResult) -> Iterator[Deciding]:
    for read in found.elements:
        if read.finding is Finding.FOR_ATTORNEY:
            yield Deciding(read.rests_on, (), (read.element,))


@lru_cache(maxsize=4096)
def _cached(remedy: int, keys: tuple[str, ...], known: Known, as_of: date) -> tuple[Deciding, ...]:
    # Many records of one file leave the same things open.
    search = Search(REMEDIES[remedy], keys, Answers(dict(known)), as_of)
    ranked = sorted(search.sets(), key=lambda found: (len(found), [keys.index(key) for key in found]))
    return tuple(search.what_follows(found) for found in ranked[:MOST_SETS])


@dataclass(frozen=True)
class _Step:
    """Answers given on the way, and by element the line that applies with them."""

    given: Mapping[str, Value]
    answers: Answers
    applied: Mapping[str, Line[Finding] | None]

    def finding(self, element: str) -> Finding:
        """The bare finding of the element."""
        line = self.applied[element]
        return Finding.UNKNOWN if line is None else line.finding


# Open keys of which at least one must be answered before the outcome can move along the way.
Way = Callable[[_Step, int], frozenset[str]]


@dataclass(frozen=True)
class _Walk:
    """One way, the outcomes that it looks for, the sets that it found, and the answers that were tried on it."""

    way: Way
    wanted: frozenset[Outcome]
    found: list[frozenset[str]]
    tried: set[frozenset[tuple[str, Value]]] = field(default_factory=set)

    def is_new(self, keys: frozenset[str], given: Mapping[str, Value]) -> bool:
        """Do the keys hold no set that was found, and were these answers not tried in another order?"""
        if any(found <= keys for found in self.found):
            return False
        items = frozenset(given.items())
        new = items not in self.tried
        self.tried.add(items)
        return new


class Search:
    """The search for the sets that move the outcome of one remedy, `keys` being open, in the order of asking."""

    def __init__(self, remedy: Remedy, keys: tuple[str, ...], answers: Answers, as_of: date) -> None:
        self._remedy, self._keys, self._as_of = remedy, keys, as_of
        self._values = {key: values_to_try(key, remedy.elements, answers, as_of) for key in keys}
        self._values |= {key: every_value(key) for key in keys if key in _read_beside(remedy)}
        self._readers = {key: [one for one in remedy.elements if key in one.keys] for key in keys}
        self._lines_of: dict[tuple[str, Known], Line[Finding] | None] = {}
        applied = {element.id: element.line(answers, as_of) for element in remedy.elements}
        self._start = _Step({}, answers, applied)
        self._blocking = {
            one.id: blocks for one, blocks in zip(remedy.elements, remedy.blocking, strict=True)
        }
        place = _OUTCOMES.index(self._outcome(self._start))
        self._earlier, self._later = frozenset(_OUTCOMES[:place]), frozenset(_OUTCOMES[place + 1 :])
        self._led: dict[tuple[str, ...], frozenset[Outcome]] = {}

    def sets(self) -> tuple[tuple[str, ...], ...]:
        """Every smallest set, its keys in the order of asking."""
        ground: Way = partial(self._left, _ground(self._remedy))
        self._walk((ground, *self._ways_down()), self._earlier)
        self._walk((ground, self._way_up), self._later)
        return tuple(self._led)

    def _walk(self, ways: tuple[Way, ...], wanted: frozenset[Outcome]) -> None:
        found: list[frozenset[str]] = []
        for size in range(1, LARGEST_SET + 1):
            for way in ways:
                self._try(self._start, size, _Walk(way, wanted, found))
        for given in found:
            keys = tuple(key for key in self._keys if key in given)
            self._led[keys] = self._led.get(keys, frozenset()) | wanted

    def _try(self, step: _Step, left: int, walk: _Walk) -> None:
        """Give one answer more, until the outcome is a wanted one or no answer is left to give."""
        if self._outcome(step) in walk.wanted:
            walk.found.append(frozenset(step.given))
        elif left:
            for key in walk.way(step, left):
                grown = frozenset((*step.given, key))
                for value in self._values[key]:
                    if walk.is_new(grown, {**step.given, key: value}):
                        self._try(self._with(step, key, value), left - 1, walk)

    def what_follows(self, keys: tuple[str, ...]) -> Deciding:
        """Where the answers to one of the sets lead."""
        reached: set[Outcome] = set()
        changed: set[str] = set()
        for values in product(*(self._values[key] for key in keys)):
            step = self._start
            for key, value in zip(keys, values, strict=True):
                step = self._with(step, key, value)
            outcome = self._outcome(step)
            if outcome in self._led[keys]:
                reached.add(outcome)
                changed |= {one for one in step.applied if step.finding(one) is not self._start.finding(one)}
        elements = tuple(element.id for element in self._remedy.elements if element.id in changed)
        return Deciding(keys, tuple(one for one in _OUTCOMES if one in reached), elements)

    def _with(self, step: _Step, key: str, value: Value) -> _Step:
        given, answers = {**step.given, key: value}, step.answers.but({key: value})
        read = {one.id: self._applied(one, given, answers) for one in self._readers[key]}
        return _Step(given, answers, {**step.applied, **read})

    def _applied(
        self, element: Element, given: Mapping[str, Value], answers: Answers
    ) -> Line[Finding] | None:
        read = (element.id, tuple(item for item in given.items() if item[0] in element.keys))
        if read not in self._lines_of:
            self._lines_of[read] = element.line(answers, self._as_of)
        return self._lines_of[read]

    def _outcome(self, step: _Step) -> Outcome:
        found = [step.finding(element) for element in step.applied]
        return outcome_of(self._remedy, found, step.answers, self._as_of)

    def _ways_down(self) -> Iterator[Way]:
        for case, first in self._remedy.later:
            if self._as_of < first:
                yield partial(self._needs, case)
        for element in self._remedy.elements:
            for line in self._lines(element, self._earlier):
                yield partial(self._toward, element, line)

    def _way_up(self, step: _Step, left: int) -> frozenset[str]:
        """All elements that are stuck must change: no way where more of them stand apart than answers are left."""
        escapes = [
            frozenset[str]().union(
                *(self._toward(element, line, step, left) for line in self._lines(element, self._later))
            )
            for element in self._remedy.elements
            if self._leads(element, step.finding(element.id)) not in self._later
        ]
        apart = frozenset[str]()
        for keys in escapes:
            if apart.isdisjoint(keys):
                apart, left = apart | keys, left - 1
        return min(escapes, key=_size, default=frozenset()) if left >= 0 else frozenset()

    def _leads(self, element: Element, finding: Finding) -> Outcome:
        return leads_to(finding, self._blocking[element.id])

    def _lines(self, element: Element, wanted: frozenset[Outcome]) -> Iterator[Line[Finding] | None]:
        """The lines that lead to a wanted outcome; where none applies (None), the element is unknown."""
        yield from (line for line in element.lines if self._leads(element, line.finding) in wanted)
        if self._leads(element, Finding.UNKNOWN) in wanted:
            yield None

    def _toward(self, element: Element, line: Line[Finding] | None, step: _Step, left: int) -> frozenset[str]:
        """Before the line applies its condition must hold, or the line that applies before it must cease to."""
        applied = step.applied[element.id]
        if applied is not None and applied in _before(line, element):
            return self._left(applied.when.keys, step, left)
        return frozenset() if line is None else self._needs(line.when, step, left)

    def _needs(self, condition: Condition, step: _Step, left: int) -> frozenset[str]:
        if isinstance(condition, Named):
            return self._needs(condition.condition, step, left)
        if isinstance(condition, And):
            failing = (part for part in condition.parts if not part.holds(step.answers, self._as_of))
            return min((self._needs(part, step, left) for part in failing), key=_size)
        if isinstance(condition, Or):
            return frozenset[str]().union(*(self._needs(part, step, left) for part in condition.parts))
        return self._left(condition.keys, step, left)

    def _left(self, keys: Iterable[str], step: _Step, _left: int) -> frozenset[str]:
        return frozenset(key for key in keys if key in self._values and key not in step.given)


def _before(line: Line[Finding] | None, element: Element) -> tuple[Line[Finding], ...]:
    return element.lines if line is None else element.lines[: element.lines.index(line)]


def _size(keys: frozenset[str]) -> int:
    return len(keys)
