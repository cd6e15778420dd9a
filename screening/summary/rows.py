"""One law as the page and the paper show it: its elements, what was said, what decides it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import pgettext

from screening.rules.finding import OPEN_FINDINGS, Basis, Finding, Outcome


# Outcomes in which a lawyer may still find something.
LIVING = (Outcome.INDICATED, Outcome.CONTESTED, Outcome.NEEDS_FACTS, Outcome.NOT_YET)

# Every case is asked for these; what was said of them tells the person nothing of the law.
SHARED_GATES = ("noncitizen", "california_case", "adult_case")


@dataclass(frozen=True)
class Beside:
    """A question and its answer in the language in which they were asked, beside the English of a paper."""

    language: str
    direction: str
    ask: str
    answer: str


@dataclass(frozen=True)
class Own:
    """An attorney's own finding. It stands beside what was computed or answered, never instead of it.

    `case` is the number of the case. For an answer `remedy` is empty and `element` is its key. `finding` is
    a `Finding`, or for an answer one of its values or nothing where the reason says it all; `word` says it.
    """

    case: int
    remedy: str
    element: str
    finding: str
    reason: str
    by: str
    bar_number: str
    day: str
    word: str = ""

    @property
    def signature(self) -> str:
        """Who, by name and bar number, and when."""
        bar = f"SBN {self.bar_number}" if self.bar_number else ""
        return ", ".join(part for part in (self.by, bar, self.day) if part)


@dataclass(frozen=True)
class OwnOutcome:
    """The outcome of a law where the attorney's findings take the place of the computed ones."""

    outcome: Outcome
    word: str
    mark: str


@dataclass(frozen=True)
class SaidAnswer:
    """One question with its answer. `told` says who and how sure, where it is not simply the person."""

    key: str
    ask: str
    short: str
    answer: str
    told: str = ""
    yes_or_no: bool = False
    beside: Beside | None = None
    note: str = ""
    own: Own | None = None

    @property
    def quoted(self) -> str:
        """The answer in the quotation marks of the active language, its own ones turned into inner ones."""
        opening, closing, inner, inner_end = list(pgettext("quotation marks, then inner ones", "“”‘’"))
        return f"{opening}{self.answer.replace(opening, inner).replace(closing, inner_end)}{closing}"


@dataclass(frozen=True)
class PartAnswers:
    """The answers of one part of the questionnaire, in the order of asking."""

    title: str
    answers: tuple[SaidAnswer, ...]


@dataclass(frozen=True)
class ElementRow:
    """One element as found. `same_as` names the law under which this very finding stands already."""

    id: str
    title: str
    plain: str
    gate: bool
    finding: Finding
    word: str
    because: str
    basis: Basis
    said: tuple[SaidAnswer, ...]
    unanswered: tuple[str, ...]
    authorities: tuple[str, ...]
    proof: tuple[str, ...]
    client_proof: tuple[str, ...]
    change: str
    same_as: str = ""
    own: Own | None = None

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
    no_ground: str = ""
    own: OwnOutcome | None = None

    def found(self, *findings: Finding) -> tuple[ElementRow, ...]:
        """The elements with one of these findings."""
        return tuple(row for row in self.elements if row.finding in findings)

    @property
    def alive(self) -> bool:
        """May a lawyer still find something here?"""
        return self.outcome in LIVING

    @property
    def said(self) -> tuple[ElementRow, ...]:
        """What the answers point to, but for what every case shares."""
        spoken = self.found(Finding.MET, Finding.PRESUMED)
        return tuple(row for row in spoken if row.said and row.id not in SHARED_GATES)

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
    def against(self) -> tuple[ElementRow, ...]:
        """The gates that rule it out."""
        return self.found(Finding.NOT_MET)
