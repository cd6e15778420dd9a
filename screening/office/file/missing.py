"""What is missing first of the law that an attorney looks at first: a call, a paper, an analysis, or nothing."""

from __future__ import annotations

from dataclasses import replace

from screening.office.file import line
from screening.office.file.line import CaseLine
from screening.questions.route import ORDER, way
from screening.rules.finding import Finding, Outcome, RemedyResult, Result
from screening.rules.flags.every import URGENT
from screening.rules.moving.next_facts import NextFact, open_facts
from screening.rules.moving.next_steps import StepKind, next_steps, open_gates
from screening.summary.page.short_names import closed_by


# Who answers is known before anything is said.
_NOTHING_SAID = frozenset({"answered_by"})


def case_line(number: int, result: Result) -> CaseLine:
    """What the queue tells of one case."""
    if not result.look_first:
        return CaseLine(number, "", (0, 0), (0, 0, 0), line.NO_LAW, _ruled_out_by(result))
    first, *also = (look.remedy for look in result.look_first)
    found = result.remedy(first)
    gates, proof = found.readiness.gates, found.readiness.proof
    told = CaseLine(
        number,
        first,
        (gates.passed, gates.of),
        (proof.supported, proof.of, proof.for_attorney),
        line.READY,
        also=tuple(also),
    )
    return _by_asking(told, result) or _by_contest(told, found)


def _ruled_out_by(result: Result) -> str:
    closed = (closed_by(found) for found in result.remedies if found.outcome is Outcome.NOT_INDICATED)
    return ", ".join(dict.fromkeys(f"“{words}”" for words in closed if words))


def _by_asking(told: CaseLine, result: Result) -> CaseLine | None:
    """A call, where nothing was told yet or what opens a gate was never asked; else the first step."""
    answered = result.answers.values.keys()
    facts = open_facts(result, ORDER)
    gates = open_gates(told.remedy, result)
    opening = {fact.key for fact in facts if not gates.isdisjoint(fact.elements)}
    if answered <= _NOTHING_SAID:
        return replace(told, missing=line.SHORT_CALL, many=_pages(opening))
    asked = opening - answered
    return _call(told, asked) if asked else _by_step(told, facts, result)


def _pages(opening: set[str]) -> int:
    """How many pages an empty file needs to open its gates and to raise every urgent flag."""
    reads = opening.union(*(flag.when.keys for flag in URGENT))
    pages, _kept = way({}, first_case=True)
    return sum(not reads.isdisjoint(page.keys) for page in pages)


def _by_step(told: CaseLine, facts: tuple[NextFact, ...], result: Result) -> CaseLine | None:
    """The first of the calls, papers and analyses to make (contract section 4, `next_steps`)."""
    step = next(iter(next_steps(facts, result, ORDER)), None)
    if step is None:
        return None
    if step.step is StepKind.ANALYSIS:
        return replace(told, missing=line.ANALYSIS, what=_offense(result))
    if step.paper is None:
        return _call(told, set(step.keys))
    return replace(told, missing=line.PAPER, what=step.paper, many=1)


def _call(told: CaseLine, keys: set[str]) -> CaseLine:
    return replace(told, missing=line.CALL, what=min(keys, key=ORDER.__getitem__), many=len(keys))


def _offense(result: Result) -> str:
    code = result.answers.one("offense_code") or ""
    return code.split(",")[0].strip()


def _by_contest(told: CaseLine, found: RemedyResult) -> CaseLine:
    contested = found.open[Finding.CONTESTED]
    return replace(told, missing=line.CONTESTED, what=contested[0]) if contested else told
