"""Which living remedy an attorney looks at first, and why (contract section 4, `look_first`)."""

from __future__ import annotations

from collections.abc import Iterable

from screening.rules.finding import LIVING, Finding, Look, Outcome, RemedyResult, WhyFirst


_MANDATORY = "pc1203_43"  # "shall": no error and no prejudice to prove
_PAIRS = ((_MANDATORY,), ("pc1473_7_a1", "pc1016_5"), ("pc1473_7_a2", "pc1473_7_a3"))
_PLACE = {remedy: (number, place) for number, pair in enumerate(_PAIRS) for place, remedy in enumerate(pair)}


def look_first(remedies: Iterable[RemedyResult]) -> tuple[Look, ...]:
    """The living remedies, each with the first reason for its place."""
    living = (found for found in remedies if found.outcome in LIVING)
    return tuple(Look(found.remedy, _why(found)) for found in sorted(living, key=_rank))


def _rank(found: RemedyResult) -> tuple[bool, int, int, int, int, int]:
    gates, proof = found.readiness.gates, found.readiness.proof
    pair, place = _PLACE[found.remedy]
    to_prove = proof.of - proof.supported if gates.passed == gates.of else 0
    return found.outcome is Outcome.NOT_YET, gates.open, pair, gates.against, to_prove, place


def _why(found: RemedyResult) -> WhyFirst:
    gates = found.readiness.gates
    if gates.passed < gates.of:
        return WhyFirst.GATES_OPEN
    if found.remedy == _MANDATORY:
        return WhyFirst.MANDATORY
    presumed = any(element.finding is Finding.PRESUMED for element in found.elements)
    return WhyFirst.PRESUMED if presumed else WhyFirst.GATES_PASS
