"""Which law an attorney looks at first and why, and how much is said of each. English, like the paper.

Counts say how much is said, not how strong (contract section 1.7).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from screening.questions.wording import say
from screening.rules.finding import SUPPORTED, Finding, Outcome, WhyFirst
from screening.summary.page.data import CaseReport
from screening.summary.page.rows import ElementRow, RemedyReport
from screening.summary.page.words import FINDING_WORD, sentence_start


@dataclass(frozen=True)
class Marks:
    """One row of marks: the elements of a kind in the statute's order, with their count in words."""

    word: str
    count: str
    of: str
    rows: tuple[ElementRow, ...]

    @property
    def named(self) -> str:
        """The open ones by name, for where there is no name under each mark."""
        return named_by_finding(self.rows)


@dataclass(frozen=True)
class Looked:
    """One law with why it stands where it stands, how much is said, and its outcome in a sentence."""

    remedy: RemedyReport
    why: str
    marks: tuple[Marks, ...]
    sentence: str

    @property
    def open(self) -> str:
        """What of it is not supported, by finding."""
        return named_by_finding(self.remedy.elements)

    @property
    def told(self) -> str:
        """How much is said, in a line."""
        return " ".join(
            f"{marks.word} {marks.of} {ending}.{_capital(marks.named)}"
            for marks, ending in zip(self.marks, ("passed", "supported"), strict=True)
        )


def _capital(named: str) -> str:
    return f" {named[:1].upper()}{named[1:]}." if named else ""


def looked_at(case: CaseReport) -> tuple[Looked, ...]:
    """The living laws in the contract's order of looking."""
    by_id = {remedy.id: remedy for remedy in case.remedies}
    return tuple(
        Looked(
            by_id[look.remedy],
            why(by_id[look.remedy], look.reason),
            _marks(by_id[look.remedy]),
            sentence(by_id[look.remedy]),
        )
        for look in case.result.look_first
    )


def why(remedy: RemedyReport, reason: WhyFirst) -> str:
    """Why an attorney looks at it (brief 3.1)."""
    if reason is WhyFirst.GATES_OPEN:
        return _gates_open(remedy)
    return {
        WhyFirst.MANDATORY: "mandatory. The court “shall” act; no error and no prejudice to prove.",
        WhyFirst.PRESUMED: f"the law presumes part of it: {_names(remedy.found(Finding.PRESUMED))}.",
        WhyFirst.GATES_PASS: "every gate is passed.",
    }[reason]


def _gates_open(remedy: RemedyReport) -> str:
    unknown = [row for row in remedy.gates if row.finding is Finding.UNKNOWN]
    contested = [row for row in remedy.gates if row.finding is Finding.CONTESTED]
    if unknown:
        gates = "gate" if len(unknown) == 1 else "gates"
        return f"nothing said rules it out; {len(unknown)} {gates} open: {_names(unknown)}."
    if contested:
        return f"no gate is open; contested: {_names(contested)}."
    return f"only too early so far: {_names(remedy.later)}."


def sentence(remedy: RemedyReport) -> str:
    """What the outcome says, for attorneys (brief 3.2)."""
    if remedy.outcome is Outcome.NOT_INDICATED:
        return ruled_out(remedy)
    unknown_gates = [row for row in remedy.gates if row.finding is Finding.UNKNOWN]
    proof = "Nothing said rules it out; proof still to build."
    return {
        Outcome.INDICATED: "Every element is met or presumed, as said.",
        Outcome.NEEDS_PROOF: proof if remedy.readiness.proof.supported else "Nothing of the proof told yet.",
        Outcome.CONTESTED: f"Answers point both ways: {_names(remedy.found(Finding.CONTESTED))}.",
        Outcome.NEEDS_FACTS: f"A gate is not known: {_names(unknown_gates)}.",
        Outcome.NOT_YET: f"Barred now, not for ever: {_names(remedy.later)}.",
        Outcome.NOT_IN_FORCE: "Was not law on this day.",
        Outcome.NOT_RAISED: "Not raised.",
    }[remedy.outcome]


def ruled_out(remedy: RemedyReport) -> str:
    """By the answers that closed its gates (brief 3.4): "Not met: not a citizen" would read as its opposite."""
    return f"{sentence_start(remedy.closed_by)}. {remedy.against[0].change}"


def named_by_finding(rows: Sequence[ElementRow]) -> str:
    """What is not supported, by finding: "open: error, timely; contested: prejudice"."""
    found = dict.fromkeys(row.finding for row in rows if row.finding not in SUPPORTED)
    return "; ".join(
        f"{_word(finding)}: {_names([row for row in rows if row.finding is finding])}" for finding in found
    )


def _marks(remedy: RemedyReport) -> tuple[Marks, Marks]:
    return _row("Gates", "passed", remedy.gates), _row("Proof", "supported", remedy.proof)


def _row(word: str, ending: str, rows: tuple[ElementRow, ...]) -> Marks:
    supported = sum(row.finding in SUPPORTED for row in rows)
    counts = _counts(rows)
    others = [f"{number} {_word(finding)}" for finding, number in counts.items() if finding not in SUPPORTED]
    return Marks(
        word,
        ", ".join((f"{supported} of {len(rows)} {ending}", *others)),
        f"{supported} of {len(rows)}",
        rows,
    )


def _counts(rows: Sequence[ElementRow]) -> Mapping[Finding, int]:
    return {finding: number for finding in Finding if (number := sum(row.finding is finding for row in rows))}


def _word(finding: Finding) -> str:
    return "open" if finding is Finding.UNKNOWN else say(FINDING_WORD[finding]).lower()


def _names(rows: Sequence[ElementRow]) -> str:
    return ", ".join(row.short_name for row in rows)
