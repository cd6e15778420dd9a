"""Which living remedy an attorney looks at first, and why (contract section 4, `look_first`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from screening.rules.finding import LIVING, Finding, Gates, Look, Outcome, Readiness, WhyFirst


_MANDATORY = "pc1203_43"  # "shall": no error and no prejudice to prove
_PAIRS = ((_MANDATORY,), ("pc1473_7_a1", "pc1016_5"), ("pc1473_7_a2", "pc1473_7_a3"))
_PLACE = {remedy: (number, place) for number, pair in enumerate(_PAIRS) for place, remedy in enumerate(pair)}


Rank = tuple[bool, int, int, int, int, int]


def place(
    remedy: str, outcome: Outcome, readiness: Readiness, findings: Collection[Finding]
) -> tuple[Rank, Look] | None:
    """Its rank, no two having the same, and the first reason for it; None where the remedy is not living."""
    if outcome not in LIVING:
        return None
    return _rank(remedy, outcome, readiness), Look(remedy, _why(remedy, readiness.gates, findings))


def in_order(places: Iterable[tuple[Rank, Look] | None]) -> tuple[Look, ...]:
    """Those that have a place, the first in rank first."""
    return tuple([look for _rank, look in sorted([one for one in places if one is not None])])


def _rank(remedy: str, outcome: Outcome, readiness: Readiness) -> Rank:
    gates, proof = readiness.gates, readiness.proof
    pair, place = _PLACE[remedy]
    to_prove = proof.of - proof.supported if gates.passed == gates.of else 0
    return outcome is Outcome.NOT_YET, gates.open, pair, gates.against, to_prove, place


def _why(remedy: str, gates: Gates, findings: Collection[Finding]) -> WhyFirst:
    if gates.passed < gates.of:
        return WhyFirst.GATES_OPEN
    if remedy == _MANDATORY:
        return WhyFirst.MANDATORY
    return WhyFirst.PRESUMED if Finding.PRESUMED in findings else WhyFirst.GATES_PASS
