"""Which unknown answers could still change an outcome, found by trying them (contract section 4).

For each element that is unknown, or that waits for an attorney, the keys that it reads and that stand open
are tried together, the smallest sets first, and the sets that change its finding are kept. Nothing here is
written by hand: a changed reading changes what is asked next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations, product

from screening.rules.answers import Answers, Value
from screening.rules.element import Element, Remedy
from screening.rules.evaluate import outcome_of
from screening.rules.finding import SETTLED, ElementResult, Finding, Outcome, RemedyResult, Result
from screening.rules.moving.trying import Known, known_answers, values_to_try
from screening.rules.papers import PAPER_FOR, Safety, safety
from screening.rules.remedies import REMEDIES


MOST_LISTED = 10

# No element needs more than three answers at once (tests/rules/test_next_facts.py holds it).
LARGEST_SET = 3

_WAITING = (Finding.UNKNOWN, Finding.FOR_ATTORNEY)
_BARRED = (Outcome.NOT_IN_FORCE, Outcome.NOT_INDICATED, Outcome.NOT_YET)


@dataclass(frozen=True)
class NextFact:
    """One fact to get next: the remedies whose outcome it alone would settle, and the paper that answers it."""

    key: str
    settles: tuple[str, ...]
    elements: int
    paper: str
    safety: Safety


def next_facts(result: Result, order_of_asking: Mapping[str, int]) -> tuple[NextFact, ...]:
    """At most ten facts: those that settle most outcomes first, then most elements, then as they are asked."""
    live = [
        (remedy, found)
        for remedy, found in zip(REMEDIES, result.remedies, strict=True)
        if found.outcome not in SETTLED
    ]
    elements: Counter[str] = Counter()
    for remedy, found in live:
        elements += _deciding(remedy, found, result)
    settles = {
        key: tuple(remedy.id for remedy, found in live if _settles(key, remedy, found, result))
        for key in elements
    }
    listed = sorted(elements, key=lambda key: (-len(settles[key]), -elements[key], order_of_asking[key]))
    return tuple(
        NextFact(key, settles[key], elements[key], paper, safety(paper, result.urgent))
        for key, paper in ((key, _paper(key, result.answers)) for key in listed[:MOST_LISTED])
    )


def _deciding(remedy: Remedy, found: RemedyResult, result: Result) -> Counter[str]:
    """How many elements of the remedy each key could help to change."""
    return Counter(
        key
        for element, read in zip(remedy.elements, found.elements, strict=True)
        for key in frozenset[str]().union(*_sets(remedy, element, read, result))
    )


def deciding_sets(
    element: Element, open_keys: tuple[str, ...], answers: Answers, as_of: date
) -> tuple[frozenset[str], ...]:
    """The smallest sets of open keys whose answers, given together, change the element's finding."""
    kept: list[frozenset[str]] = []
    before = element.finding(answers, as_of)
    turning = _turning(element, answers, as_of)
    for size in range(1, LARGEST_SET + 1):
        for keys in combinations(open_keys, size):
            if turning.isdisjoint(keys) or any(smaller <= set(keys) for smaller in kept):
                continue
            if any(
                element.finding(answers.but(tried), as_of) is not before
                for tried in _tries(keys, element, answers, as_of)
            ):
                kept.append(frozenset(keys))
    return tuple(kept)


def _sets(
    remedy: Remedy, element: Element, read: ElementResult, result: Result
) -> tuple[frozenset[str], ...]:
    if read.finding not in _WAITING:
        return ()
    answers = result.answers
    open_keys = tuple(key for key in element.keys if key in read.rests_on or answers.stands_open(key))
    known = known_answers(element.keys, answers)
    return _cached_sets(
        REMEDIES.index(remedy), remedy.elements.index(element), open_keys, known, result.as_of
    )


@lru_cache(maxsize=4096)
def _cached_sets(
    remedy: int, element: int, open_keys: tuple[str, ...], known: Known, as_of: date
) -> tuple[frozenset[str], ...]:
    # Many records of one file leave the same things open.
    return deciding_sets(REMEDIES[remedy].elements[element], open_keys, Answers(dict(known)), as_of)


def _turning(element: Element, answers: Answers, as_of: date) -> frozenset[str]:
    # Lines are read in order. While nothing changes that the line which applied or one before it reads, the
    # same line applies again; so every set that changes the finding holds one of these keys.
    applied = element.line(answers, as_of)
    lines = element.lines if applied is None else element.lines[: element.lines.index(applied) + 1]
    return frozenset(key for line in lines for key in line.when.keys)


def _tries(
    keys: tuple[str, ...], element: Element, answers: Answers, as_of: date
) -> Iterator[dict[str, Value]]:
    values = [values_to_try(key, (element,), answers, as_of) for key in keys]
    return (dict(zip(keys, tried, strict=True)) for tried in product(*values))


def _settles(key: str, remedy: Remedy, found: RemedyResult, result: Result) -> bool:
    """Would some answer to this key alone rule the remedy out, put it off, or leave nothing of it unknown?"""
    answers, as_of = result.answers, result.as_of
    reading = [element for element in remedy.elements if key in element.keys]
    findings = {read.element: read.finding for read in found.elements}
    for value in values_to_try(key, reading, answers, as_of):
        changed = answers.but({key: value})
        after = findings | {element.id: element.finding(changed, as_of) for element in reading}
        outcome = outcome_of(remedy, after.values(), changed, as_of)
        if after != findings and (outcome in _BARRED or Finding.UNKNOWN not in after.values()):
            return True
    return False


def _paper(key: str, answers: Answers) -> str:
    # No paper names the case yet: then the attorney's analysis settles the harm.
    return "expert_analysis" if key == "harm_named_case" and answers.knows(key) else PAPER_FOR[key]
