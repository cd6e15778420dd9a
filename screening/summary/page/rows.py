"""One law as the page and the paper show it: its elements, what was said, what decides it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from screening.rules.authorities import Point
from screening.rules.finding import LIVING, OPEN_FINDINGS, Basis, Finding, Outcome, Readiness
from screening.summary.page.capped import first_sentences
from screening.summary.page.cited import cites
from screening.summary.page.said import Beside, Own, PartAnswers, SaidAnswer


__all__ = [
    "Beside",
    "Deciding",
    "ElementRow",
    "MovingRow",
    "Own",
    "OwnOutcome",
    "PartAnswers",
    "RemedyReport",
    "SaidAnswer",
    "WeightRow",
]

# Outcomes in which a lawyer may still find something.

# About three lines of the ledger's second column.
_NARROW = 150
# A blank is told by a few of its questions.
_MOST_NAMED = 2

# Every case is asked for these; what was said of them tells the person nothing of the law.
SHARED_GATES = ("noncitizen", "california_case", "adult_case")


# What the page shows a person before they unfold the rest.
_MOST_MATCHES, _MOST_MISSING = 4, 3


@dataclass(frozen=True)
class OwnOutcome:
    """The outcome of a law where the attorney's findings take the place of the computed ones."""

    outcome: Outcome
    word: str
    mark: str


@dataclass(frozen=True)
class WeightRow:
    """What strengthens or weakens an element, in English, with its short citations."""

    strengthens: bool
    says: str
    cites: str
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class MovingRow:
    """Smallest sets of open questions whose answers would move a law: to which outcomes, at which elements.

    Without an outcome it is the attorney's analysis that is waited for: it moves the case and not the word.
    """

    sets: tuple[str, ...]
    leads_to: tuple[str, ...]
    elements: tuple[str, ...]


@dataclass(frozen=True)
class ElementRow:
    """One element as found. `same_as` names the law under which this very finding stands already.

    `more` is what the reason says beyond the answers; `quoted_before` are the keys of the answers that the
    rows before it quote. `closed` is the answer that closed a gate. An outcome waits for what is `blocking`.
    `weights` is the attorney's alone, and empty elsewhere.
    """

    id: str
    title: str
    short_name: str
    plain: str
    asks: str
    gate: bool
    blocking: bool
    finding: Finding
    word: str
    because: str
    basis: Basis
    said: tuple[SaidAnswer, ...]
    unanswered: tuple[str, ...]
    authorities: tuple[str, ...]
    papers: tuple[str, ...]
    proof: tuple[str, ...]
    client_proof: tuple[str, ...]
    change: str
    closed: str = ""
    same_as: str = ""
    own: Own | None = None
    points: tuple[Point, ...] = ()
    more: str = ""
    weights: tuple[WeightRow, ...] = ()
    quoted_before: frozenset[str] = frozenset()

    @property
    def cites(self) -> str:
        """The authorities, short, with their marks. The full citations stand at the end of the paper."""
        return cites(self.points)

    @property
    def strengths(self) -> tuple[WeightRow, ...]:
        """What speaks for it."""
        return tuple(weight for weight in self.weights if weight.strengthens)

    @property
    def weaknesses(self) -> tuple[WeightRow, ...]:
        """What speaks against it."""
        return tuple(weight for weight in self.weights if not weight.strengthens)

    @property
    def told(self) -> tuple[SaidAnswer, ...]:
        """The answers as the ledger quotes them: all where they are the reason, else what is not yet quoted."""
        if self.finding is Finding.MET:
            return self.said
        return tuple(said for said in self.quotes if said.key not in self.quoted_before)

    @property
    def not_answered(self) -> str:
        """The open questions by name, the first few where they are many."""
        named, others = self.unanswered[:_MOST_NAMED], len(self.unanswered) - _MOST_NAMED
        return "; ".join((*named, f"and {others} more") if others > 1 else self.unanswered)

    @property
    def begins(self) -> str:
        """The sentences of the reason that have room in a narrow column; the rest runs on below it."""
        return first_sentences(self.more, _NARROW) if self.more else ""

    @property
    def runs_on(self) -> str:
        """The rest of the reason."""
        return self.more[len(self.begins) :].strip()

    @property
    def told_first(self) -> tuple[SaidAnswer, ...]:
        """The answers that have room in that column behind the reason."""
        return self.told[: self._beside]

    @property
    def told_below(self) -> tuple[SaidAnswer, ...]:
        """The answers that have no room there."""
        return self.told[self._beside :]

    @property
    def _beside(self) -> int:
        if self.runs_on:
            return 0
        long = accumulate(
            (len(said.short) + len(said.answer) for said in self.told), initial=len(self.begins)
        )
        return max(sum(1 for end in long if end <= _NARROW) - 1, 0 if self.begins else 1)

    @property
    def plainly_met(self) -> bool:
        """Is it met, and does nothing weigh against it?"""
        return self.finding is Finding.MET and not self.weaknesses

    @property
    def labeled(self) -> bool:
        """Does each answer need its question before it?"""
        return self.finding is not Finding.MET or len(self.said) > 1

    @property
    def quotes(self) -> tuple[SaidAnswer, ...]:
        """The answers that the reason does not already repeat, or that somebody else gave."""
        return tuple(
            said
            for said in self.said
            if said.told or said.note or said.own or said.answer not in self.because
        )

    @property
    def waits(self) -> bool:
        """Does it wait for a fact or an analysis?"""
        return self.finding in (Finding.UNKNOWN, Finding.FOR_ATTORNEY)

    @property
    def short(self) -> str:
        """The title up to its colon."""
        return self.title.split(":")[0]


@dataclass(frozen=True)
class Deciding:
    """One line of "what decides it"."""

    word: str
    what: str


@dataclass(frozen=True)
class RemedyReport:
    """One law. `mark` is the silhouette of its outcome; empty where the ground was not raised."""

    id: str
    cite: str
    title: str
    plain: str
    outcome: Outcome
    word: str
    mark: str
    sentence: str
    decides: tuple[Deciding, ...]
    elements: tuple[ElementRow, ...]
    readiness: Readiness
    no_ground: str = ""
    own: OwnOutcome | None = None
    moves: tuple[MovingRow, ...] = ()

    def found(self, *findings: Finding) -> tuple[ElementRow, ...]:
        """The elements with one of these findings."""
        return tuple(row for row in self.elements if row.finding in findings)

    @property
    def gates(self) -> tuple[ElementRow, ...]:
        """The elements that an outcome waits for."""
        return tuple(row for row in self.elements if row.blocking)

    @property
    def proof(self) -> tuple[ElementRow, ...]:
        """The others."""
        return tuple(row for row in self.elements if not row.blocking)

    @property
    def closed_by(self) -> str:
        """The answers that closed its gates; "not met: not a citizen" would read as its opposite (brief 3.4)."""
        closed = " and ".join(f"“{row.closed}”" for row in self.against)
        return f"ruled out by {closed}" if closed else "was not law on this day"

    @property
    def alive(self) -> bool:
        """May a lawyer still find something here?"""
        return self.outcome in LIVING

    @property
    def matches(self) -> tuple[ElementRow, ...]:
        """What is passed or supported, the first few, but for what every case shares."""
        found = self.found(Finding.MET, Finding.PRESUMED)
        return tuple(row for row in found if row.id not in SHARED_GATES)[:_MOST_MATCHES]

    @property
    def missing(self) -> tuple[ElementRow, ...]:
        """The first few of what is open, waits for a lawyer, or has something against it."""
        return (*self.not_told, *self.for_lawyer)[:_MOST_MISSING]

    @property
    def for_lawyer(self) -> tuple[ElementRow, ...]:
        """What a lawyer has to weigh."""
        return self.found(Finding.CONTESTED, Finding.FOR_ATTORNEY)

    @property
    def not_told(self) -> tuple[ElementRow, ...]:
        """What could not be told."""
        return self.found(Finding.UNKNOWN)

    @property
    def still_open(self) -> tuple[ElementRow, ...]:
        """What is still open, in the statute's order."""
        return self.found(*OPEN_FINDINGS)

    @property
    def later(self) -> tuple[ElementRow, ...]:
        """What stands in the way for now."""
        return self.found(Finding.NOT_YET)

    @property
    def opens(self) -> bool:
        """Does nothing but time stand in the way?"""
        gates = self.readiness.gates
        return gates.open == 0 and gates.against == len(self.later)

    @property
    def against(self) -> tuple[ElementRow, ...]:
        """The gates that rule it out."""
        return self.found(Finding.NOT_MET)
