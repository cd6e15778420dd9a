"""For each remedy the smallest sets of open answers that would move its outcome, found by trying.

An outcome is the first in order of those that the elements of a remedy lead to (contract section 4). So it gets
worse where one element comes to lead to a worse one, and better only where every element that leads to the worst
comes to lead to a better one. Each
way is walked by answers that could bring it on, the smallest sets first. A set is kept where some answers to
it move the outcome that way and no smaller set of its own does. Nothing here is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from screening.rules.answers import Answers
from screening.rules.element import Element, Remedy
from screening.rules.evaluate import leads_to, outcome_of
from screening.rules.facts import FACTS, PLACES
from screening.rules.finding import SETTLED, Finding, Outcome, RemedyResult, Result
from screening.rules.moving.trying import Known, known_answers, remembered
from screening.rules.moving.walking import Step, Walker, Way, ground, read_beside
from screening.rules.remedies import REMEDIES


MOST_SETS = 6

_OUTCOMES = tuple(Outcome)


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
    order = PLACES if order_of_asking is None else order_of_asking
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
    unsure = (key for key in ground(remedy) if key in answers.values and not answers.knows(key))
    return tuple((key, answers.values[key]) for key in unsure)


def open_keys(remedy: Remedy, found: RemedyResult, answers: Answers) -> frozenset[str]:
    """The keys to find out: those that stand open, and those that an unknown element rests on all the same."""
    if found.outcome is Outcome.NOT_RAISED:
        return ground(remedy)
    rest = {key for read in found.elements if read.finding is Finding.UNKNOWN for key in read.rests_on}
    return frozenset(key for key in _keys_of(remedy) if key in rest or answers.stands_open(key))


def _keys_of(remedy: Remedy) -> tuple[str, ...]:
    keys = read_beside(remedy).union(*(element.keys for element in remedy.elements))
    return tuple(key for key in FACTS if key in keys)


def _for_the_attorney(found: RemedyResult) -> Iterator[Deciding]:
    for read in found.elements:
        if read.finding is Finding.FOR_ATTORNEY:
            yield Deciding(read.rests_on, (), (read.element,))


@remembered
def _cached(remedy: int, keys: tuple[str, ...], known: Known, as_of: date) -> tuple[Deciding, ...]:
    search = Search(REMEDIES[remedy], keys, Answers(dict(known)), as_of)
    ranked = sorted(search.sets(), key=lambda found: (len(found), [keys.index(key) for key in found]))
    return tuple(search.what_follows(found) for found in ranked[:MOST_SETS])


class Search:
    """The search for the sets that move the outcome of one remedy, `keys` being open, in the order of asking."""

    def __init__(self, remedy: Remedy, keys: tuple[str, ...], answers: Answers, as_of: date) -> None:
        self._remedy, self._keys, self._as_of = remedy, keys, as_of
        self._walker = Walker(remedy.elements, keys, answers, as_of, read_beside(remedy))
        self._blocking = dict(zip(remedy.elements, remedy.blocking, strict=True))
        place = _OUTCOMES.index(self._outcome(self._walker.start))
        self._earlier, self._later = frozenset(_OUTCOMES[:place]), frozenset(_OUTCOMES[place + 1 :])
        self._led: dict[tuple[str, ...], frozenset[Outcome]] = {}

    def sets(self) -> tuple[tuple[str, ...], ...]:
        """Every smallest set, its keys in the order of asking."""
        walker, leads = self._walker, self._leads
        by_ground: Way = partial(walker.left, ground(self._remedy))
        before_the_law = walker.ways_before_the_law(self._remedy)
        down = walker.ways_to(lambda element, finding: leads(element, finding) in self._earlier)
        up = walker.way_from(lambda element, finding: leads(element, finding) not in self._later)
        self._walk((by_ground, *before_the_law, *down), self._earlier)
        self._walk((by_ground, up), self._later)
        return tuple(self._led)

    def _walk(self, ways: tuple[Way, ...], wanted: frozenset[Outcome]) -> None:
        for found in self._walker.smallest(ways, lambda step: self._outcome(step) in wanted):
            keys = tuple(key for key in self._keys if key in found)
            self._led[keys] = self._led.get(keys, frozenset()) | wanted

    def what_follows(self, keys: tuple[str, ...]) -> Deciding:
        """Where the answers to one of the sets lead."""
        start = self._walker.start
        reached: set[Outcome] = set()
        changed: set[str] = set()
        for step in self._walker.ends(keys):
            outcome = self._outcome(step)
            if outcome in self._led[keys]:
                reached.add(outcome)
                changed |= {one for one in step.applied if step.finding(one) is not start.finding(one)}
        elements = tuple(element.id for element in self._remedy.elements if element.id in changed)
        return Deciding(keys, tuple(one for one in _OUTCOMES if one in reached), elements)

    def _outcome(self, step: Step) -> Outcome:
        return outcome_of(self._remedy, step.findings, step.answers, self._as_of)

    def _leads(self, element: Element, finding: Finding) -> Outcome:
        return leads_to(finding, self._blocking[element])
