"""The facts to get next as calls to make (contract section 4, `next_steps`).

What was never asked, and what only the person can say, is one call. Every paper is another, and so is the
attorney's analysis.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from screening.rules.answers import Answers
from screening.rules.finding import Finding, Result
from screening.rules.moving.next_facts import ANALYSIS, NextFact
from screening.rules.papers import OWN_ACCOUNT, Safety
from screening.rules.remedies import REMEDIES


class StepKind(StrEnum):
    """Whom a step turns to: the person, who keeps a paper, or an attorney."""

    ASK = "ask"
    PAPER = "paper"
    ANALYSIS = "analysis"


@dataclass(frozen=True)
class NextStep:
    """One call to make for `keys`, in the order of asking. `paper` is None where the person is asked.

    `settles` are the remedies whose outcome one of the keys would settle alone, `remedies` those with an
    element that the keys could help to change.
    """

    step: StepKind
    paper: str | None
    safety: Safety
    keys: tuple[str, ...]
    settles: tuple[str, ...]
    remedies: tuple[str, ...]


def next_steps(
    facts: Iterable[NextFact], result: Result, order_of_asking: Mapping[str, int]
) -> tuple[NextStep, ...]:
    """All the open facts of the result as steps: first what opens the gates of the law to look at first."""
    calls: dict[str | None, list[NextFact]] = {}
    for fact in sorted(facts, key=lambda fact: order_of_asking[fact.key]):
        calls.setdefault(_paper(fact, result.answers), []).append(fact)
    first = result.look_first[0].remedy if result.look_first else ""
    gates = open_gates(first, result)

    def rank(paper: str | None) -> tuple[bool, bool, int, int, int]:
        elements = {element for fact in calls[paper] for element in fact.elements}
        of_others = all(remedy != first for remedy, _element in elements)
        asked = order_of_asking[calls[paper][0].key]
        return gates.isdisjoint(elements), of_others, -len(_settled(calls[paper])), -len(elements), asked

    return tuple(_step(paper, calls[paper]) for paper in sorted(calls, key=rank))


def _paper(fact: NextFact, answers: Answers) -> str | None:
    return None if fact.key not in answers.values or fact.paper == OWN_ACCOUNT else fact.paper


def open_gates(remedy: str, result: Result) -> frozenset[tuple[str, str]]:
    """The blocking elements of the remedy that are unknown, each named with it."""
    return frozenset(
        (remedy, read.element)
        for law, found in zip(REMEDIES, result.remedies, strict=True)
        for blocking, read in zip(law.blocking, found.elements, strict=True)
        if law.id == remedy and blocking and read.finding is Finding.UNKNOWN
    )


def _settled(facts: Iterable[NextFact]) -> tuple[str, ...]:
    settled = {remedy for fact in facts for remedy in fact.settles}
    return tuple(remedy.id for remedy in REMEDIES if remedy.id in settled)


def _step(paper: str | None, facts: list[NextFact]) -> NextStep:
    if paper is None:
        kind, safety = StepKind.ASK, Safety.GREEN
    else:
        kind, safety = StepKind.ANALYSIS if paper == ANALYSIS else StepKind.PAPER, facts[0].safety
    reached = {remedy for fact in facts for remedy, _element in fact.elements}
    return NextStep(
        kind,
        paper,
        safety,
        keys=tuple(fact.key for fact in facts),
        settles=_settled(facts),
        remedies=tuple(remedy.id for remedy in REMEDIES if remedy.id in reached),
    )
