"""How much is said of a remedy: its gates passed and its proof supported (contract section 4).

Counts say how much is said, not how strong. A gate here is a blocking element (`Remedy.blocking`).
"""

from __future__ import annotations

from collections.abc import Sequence

from screening.rules.element import Remedy
from screening.rules.finding import BARRING, SUPPORTED, Finding, Gates, Proof, Readiness


_AGAINST = (Finding.CONTESTED, *BARRING)


def readiness(remedy: Remedy, findings: Sequence[Finding]) -> Readiness:
    """Count the findings of the remedy's elements, given in their order."""
    read = tuple(zip(remedy.blocking, findings, strict=True))
    gates = [finding for blocking, finding in read if blocking]
    proof = [finding for blocking, finding in read if not blocking]
    return Readiness(
        Gates(
            passed=_count(gates, *SUPPORTED),
            of=len(gates),
            open=_count(gates, Finding.UNKNOWN),
            against=_count(gates, *_AGAINST),
        ),
        Proof(
            supported=_count(proof, *SUPPORTED),
            of=len(proof),
            open=_count(proof, Finding.UNKNOWN),
            against=_count(proof, *_AGAINST),
            for_attorney=_count(proof, Finding.FOR_ATTORNEY),
        ),
    )


def _count(found: Sequence[Finding], *findings: Finding) -> int:
    return sum(found.count(finding) for finding in findings)
