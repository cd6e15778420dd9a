"""What the rules answer: a finding for each element, an outcome for each remedy, all as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from screening.rules.answers import Answers
from screening.rules.authorities import Point
from screening.rules.text import Text


class Finding(StrEnum):
    """The seven findings of contract section 3."""

    MET = "met"
    PRESUMED = "presumed"
    UNKNOWN = "unknown"
    CONTESTED = "contested"
    FOR_ATTORNEY = "for_attorney"
    NOT_YET = "not_yet"
    NOT_MET = "not_met"


class ImmigrationConviction(StrEnum):
    """Does immigration law count the case as a conviction? 8 USC 1101(a)(48)(A), contract section 4."""

    CONVICTION = "conviction"
    NOT_CONVICTION = "not_conviction"
    UNCLEAR = "unclear"


class Outcome(StrEnum):
    """The outcomes of contract section 4, in the order in which the first that applies is taken."""

    NOT_IN_FORCE = "not_in_force"
    NOT_INDICATED = "not_indicated"
    NOT_RAISED = "not_raised"
    NOT_YET = "not_yet"
    NEEDS_FACTS = "needs_facts"
    CONTESTED = "contested"
    NEEDS_PROOF = "needs_proof"
    INDICATED = "indicated"


# A law is living unless it was not law, is ruled out, or nobody named its ground.
SETTLED = (Outcome.NOT_IN_FORCE, Outcome.NOT_INDICATED, Outcome.NOT_RAISED)
LIVING = tuple(outcome for outcome in Outcome if outcome not in SETTLED)


class WhyFirst(StrEnum):
    """Why an attorney looks at a law where it stands in `look_first` (contract section 4)."""

    GATES_OPEN = "gates_open"
    MANDATORY = "mandatory"
    PRESUMED = "presumed"
    GATES_PASS = "gates_pass"  # noqa: S105


class Basis(StrEnum):
    """What a finding stands on. `SEEN` is set outside the rules, where staff marked a paper as seen."""

    SAID = "said"
    SEEN = "seen"
    LAW = "law"


SUPPORTED = (Finding.MET, Finding.PRESUMED)
# They rule a remedy out, or put it off.
BARRING = (Finding.NOT_MET, Finding.NOT_YET)
OPEN_FINDINGS = (Finding.CONTESTED, Finding.UNKNOWN, Finding.FOR_ATTORNEY, Finding.NOT_YET)


@dataclass(frozen=True)
class ElementResult:
    """One element as found. `rests_on` are keys, `proof` ids of papers, `change` says what would change it.

    `closed` is the answer that closed a gate, in a few words; it stands only where the finding is "not met".
    """

    element: str
    finding: Finding
    because: Text
    basis: Basis
    authorities: tuple[Point, ...]
    rests_on: tuple[str, ...]
    proof: tuple[str, ...]
    change: Text
    closed: Text | None = None


@dataclass(frozen=True)
class Gates:
    """How many of the `of` blocking elements are passed, open, or have something against them."""

    passed: int
    of: int
    open: int
    against: int


@dataclass(frozen=True)
class Proof:
    """How many of the `of` other elements are supported, open, have something against them, or wait."""

    supported: int
    of: int
    open: int
    against: int
    for_attorney: int


@dataclass(frozen=True)
class Readiness:
    """How much is said of a remedy, never how strong it is (contract sections 1.7 and 4)."""

    gates: Gates
    proof: Proof


@dataclass(frozen=True)
class RemedyResult:
    """One remedy: its outcome, how much is said, and every element in the statute's order."""

    remedy: str
    outcome: Outcome
    elements: tuple[ElementResult, ...]
    readiness: Readiness

    @property
    def open(self) -> Mapping[Finding, tuple[str, ...]]:
        """The elements that are still open, by finding, so that one never hides another."""
        return {
            finding: tuple(found.element for found in self.elements if found.finding is finding)
            for finding in OPEN_FINDINGS
        }


@dataclass(frozen=True)
class Look:
    """A living remedy in the order in which an attorney looks at them."""

    remedy: str
    reason: WhyFirst


@dataclass(frozen=True)
class ConvictionResult:
    """The immigration-conviction finding with its reason."""

    finding: ImmigrationConviction
    because: Text
    authorities: tuple[Point, ...]


@dataclass(frozen=True)
class Result:
    """Everything the rules say of one record on one day."""

    as_of: date
    rules_version: str
    digest: str
    answers: Answers
    conviction: ConvictionResult
    remedies: tuple[RemedyResult, ...]
    look_first: tuple[Look, ...]
    urgent: tuple[str, ...]
    before_filing: tuple[str, ...]
    also_consider: tuple[str, ...]

    @property
    def flags(self) -> tuple[str, ...]:
        """The codes of all flags, list after list in the contract's order."""
        return (*self.urgent, *self.before_filing, *self.also_consider)

    @property
    def places(self) -> Mapping[str, int]:
        """By living remedy its place in the order of looking."""
        return {look.remedy: place for place, look in enumerate(self.look_first)}

    def remedy(self, remedy: str) -> RemedyResult:
        """The result of one remedy, by its id."""
        return next(found for found in self.remedies if found.remedy == remedy)
