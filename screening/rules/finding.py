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
    INDICATED = "indicated"


class Basis(StrEnum):
    """What a finding stands on. `SEEN` is set outside the rules, where staff marked a paper as seen."""

    SAID = "said"
    SEEN = "seen"
    LAW = "law"


OPEN_FINDINGS = (Finding.CONTESTED, Finding.UNKNOWN, Finding.FOR_ATTORNEY, Finding.NOT_YET)


@dataclass(frozen=True)
class ElementResult:
    """One element as found. `rests_on` are keys, `proof` ids of papers, `change` says what would change it."""

    element: str
    finding: Finding
    because: Text
    basis: Basis
    authorities: tuple[Point, ...]
    rests_on: tuple[str, ...]
    proof: tuple[str, ...]
    change: Text


@dataclass(frozen=True)
class RemedyResult:
    """One remedy: its outcome and every element in the statute's order."""

    remedy: str
    outcome: Outcome
    elements: tuple[ElementResult, ...]

    @property
    def open(self) -> Mapping[Finding, tuple[str, ...]]:
        """The elements that are still open, by finding, so that one never hides another."""
        return {
            finding: tuple(found.element for found in self.elements if found.finding is finding)
            for finding in OPEN_FINDINGS
        }


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
    urgent: tuple[str, ...]
    also_consider: tuple[str, ...]

    def remedy(self, remedy: str) -> RemedyResult:
        """The result of one remedy, by its id."""
        return next(found for found in self.remedies if found.remedy == remedy)
