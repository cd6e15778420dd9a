"""Which unknown answers could still change an outcome, found by trying them (contract section 4).

For each element that is unknown, or that waits for an analysis or a paper, the keys that it reads and that
stand open are tried together, the smallest sets first, and the sets that change its finding to another than
contested are kept. Nothing here is written by hand: a changed reading changes what is asked next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from screening.rules.answers import Answers
from screening.rules.element import Element, Remedy
from screening.rules.evaluate import outcome_of
from screening.rules.finding import BARRING, SETTLED, ElementResult, Finding, Outcome, RemedyResult, Result
from screening.rules.moving.trying import Known, known_answers, remembered
from screening.rules.moving.walking import Keys, Step, Walker, read_beside
from screening.rules.papers import PAPER_FOR, Safety, safety
from screening.rules.remedies import REMEDIES


MOST_LISTED = 10

ANALYSIS = "expert_analysis"

# What an analysis or a paper settles where only an attorney can say.
_FOR_AN_ATTORNEY = ("immigration_harm", "corroboration")
_BARRED = (Outcome.NOT_IN_FORCE, Outcome.NOT_INDICATED, Outcome.NOT_YET)


@dataclass(frozen=True)
class NextFact:
    """One fact to get next.

    `settles` are the remedies whose outcome it alone would settle, `elements` those that it could help to
    change, each as remedy and element, and `paper` is the paper that answers it.
    """

    key: str
    settles: tuple[str, ...]
    elements: tuple[tuple[str, str], ...]
    paper: str
    safety: Safety


def next_facts(result: Result, order_of_asking: Mapping[str, int]) -> tuple[NextFact, ...]:
    """At most ten facts: those that settle most outcomes first, then most elements, then as they are asked."""
    return open_facts(result, order_of_asking)[:MOST_LISTED]


def open_facts(result: Result, order_of_asking: Mapping[str, int]) -> tuple[NextFact, ...]:
    """All of them."""
    living = [
        (remedy, found)
        for remedy, found in zip(REMEDIES, result.remedies, strict=True)
        if found.outcome not in SETTLED
    ]
    elements: dict[str, list[tuple[str, str]]] = {}
    for place, key in _changing(living, result):
        elements.setdefault(key, []).append(place)
    settling = {remedy.id: _settling(remedy, Keys(elements), result) for remedy, _found in living}
    facts = (_fact(key, elements[key], settling, result) for key in elements)
    return tuple(
        sorted(facts, key=lambda one: (-len(one.settles), -len(one.elements), order_of_asking[one.key]))
    )


def _fact(
    key: str, elements: list[tuple[str, str]], settling: Mapping[str, Keys], result: Result
) -> NextFact:
    # No paper names the case: then the attorney's analysis settles the harm.
    analysis = key == "harm_named_case" and result.answers.one(key) == "no"
    paper = ANALYSIS if analysis else PAPER_FOR[key]
    settles = tuple(remedy for remedy, keys in settling.items() if key in keys)
    return NextFact(key, settles, tuple(elements), paper, safety(paper, result.urgent))


_Living = list[tuple[Remedy, RemedyResult]]


def _changing(living: _Living, result: Result) -> Iterator[tuple[tuple[str, str], str]]:
    """Each element, named with its remedy, with each key that could help to change its finding."""
    answers = result.answers
    waiting = [
        (remedy.id, element, read)
        for remedy, found in living
        for element, read in zip(remedy.elements, found.elements, strict=True)
        if _waits(read)
    ]
    rest = {key for _remedy, _element, read in waiting for key in read.rests_on}
    for remedy, element, read in waiting:
        keys = tuple(key for key in element.keys if key in rest or answers.stands_open(key))
        known = known_answers(element.keys, answers)
        for key in Keys().union(*_cached_sets(element, keys, known, result.as_of)):
            yield (remedy, read.element), key


def _waits(read: ElementResult) -> bool:
    """Is it unknown, or does it wait for an analysis or for a paper?"""
    return read.finding is Finding.UNKNOWN or (
        read.finding is Finding.FOR_ATTORNEY and read.element in _FOR_AN_ATTORNEY
    )


@remembered
def _cached_sets(element: Element, keys: tuple[str, ...], known: Known, as_of: date) -> tuple[Keys, ...]:
    return deciding_sets(element, keys, Answers(dict(known)), as_of)


def deciding_sets(element: Element, keys: tuple[str, ...], answers: Answers, as_of: date) -> tuple[Keys, ...]:
    """The smallest sets of these keys, which are open, whose answers together change the element's finding."""
    walker = Walker((element,), keys, answers, as_of)
    same = (walker.start.finding(element.id), Finding.UNKNOWN, Finding.CONTESTED)
    ways = walker.ways_to(lambda _element, finding: finding not in same)
    return walker.smallest(ways, lambda step: step.finding(element.id) not in same)


def _settling(remedy: Remedy, keys: Keys, result: Result) -> Keys:
    """The keys one answer to which would rule the remedy out, put it off, or leave nothing of it waiting."""
    walker = Walker(remedy.elements, keys, result.answers, result.as_of, read_beside(remedy))
    before = _outcome(remedy, walker.start, result.as_of)
    barred = tuple(outcome for outcome in _BARRED if outcome is not before)
    findings = walker.start.findings
    waits = Finding.UNKNOWN if Finding.UNKNOWN in findings else Finding.FOR_ATTORNEY

    def settled(step: Step) -> bool:
        if waits in findings and not {waits, Finding.UNKNOWN} & set(step.findings):
            return True
        return _outcome(remedy, step, result.as_of) in barred

    ways = (
        *walker.ways_before_the_law(remedy),
        *walker.ways_to(lambda _element, finding: finding in BARRING),
        walker.way_from(lambda _element, finding: finding is waits),
    )
    return Keys().union(*walker.smallest(ways, settled, most=1))


def _outcome(remedy: Remedy, step: Step, as_of: date) -> Outcome:
    return outcome_of(remedy, step.findings, step.answers, as_of)
