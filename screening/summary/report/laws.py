"""The laws of one case in words: outcome, what decides it, every element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.rules.element import Element, Remedy
from screening.rules.facts import FACTS, Kind
from screening.rules.finding import Basis, ElementResult, Finding, Outcome, RemedyResult, Result, WhyFirst
from screening.rules.papers import PAPERS
from screening.rules.remedies import REMEDIES
from screening.rules.text import Text
from screening.summary.page.attorney_words import PAPER
from screening.summary.page.capped import first_sentences
from screening.summary.page.data import PAPER_SEEN, CaseRecord
from screening.summary.page.ledger import beyond
from screening.summary.page.questions import said_answer
from screening.summary.page.rows import Deciding, ElementRow, RemedyReport
from screening.summary.page.short_names import closing
from screening.summary.page.words import (
    CLIENT_SENTENCE,
    FINDING_WORD,
    FIRST_BECAUSE,
    GATES_CONTESTED,
    GATES_MISSING,
    MAYBE_TOO_EARLY,
    OUTCOME_MARK,
    OUTCOME_WORD,
    SAID_NO,
    day_in_words,
)


# About three lines beside the outcome on page one.
_ROOM = 170
_TIGHT = 100

Rows = tuple[ElementRow, ...]
Printed = dict[tuple[str, ...], str]


def remedy_reports(record: CaseRecord, result: Result) -> tuple[RemedyReport, ...]:
    """The laws in the contract's order. What two share is told under the one to look at first."""
    printed: Printed = {}
    quoted: set[str] = set()
    looking = sorted(REMEDIES, key=lambda law: result.places.get(law.id, len(REMEDIES)))
    reports = {
        law.id: _quoted_once(_remedy(law, result.remedy(law.id), record, result.as_of, printed), quoted)
        for law in looking
    }
    return tuple(reports[law.id] for law in REMEDIES)


def first_because(result: Result) -> str:
    """To the person: why the law to ask about first is the first. Nothing where no law is living."""
    if not result.look_first:
        return ""
    first = result.look_first[0]
    found = result.remedy(first.remedy)
    if found.outcome is Outcome.NOT_YET:
        return say(MAYBE_TOO_EARLY)
    why = say(FIRST_BECAUSE[first.reason])
    if first.reason is WhyFirst.GATES_OPEN:
        why = f"{why} {say(GATES_MISSING if found.readiness.gates.open else GATES_CONTESTED)}"
    return why


def _quoted_once(remedy: RemedyReport, quoted: set[str]) -> RemedyReport:
    """Each row with the answers that the ledger quotes before it."""
    rows = []
    for row in remedy.elements:
        rows.append(replace(row, quoted_before=frozenset(quoted)))
        if remedy.alive and not row.same_as:
            quoted |= {said.key for said in row.said}
    return replace(remedy, elements=tuple(rows))


def _remedy(
    remedy: Remedy,
    found: RemedyResult,
    record: CaseRecord,
    as_of: date,
    printed: Printed,
) -> RemedyReport:
    rows = tuple(
        _once(_element(element, read, record, blocking=blocking), remedy.cite, printed)
        for element, read, blocking in zip(remedy.elements, found.elements, remedy.blocking, strict=True)
    )
    return RemedyReport(
        id=remedy.id,
        cite=remedy.cite,
        title=say(remedy.title),
        plain=say(remedy.plain),
        outcome=found.outcome,
        word=say(OUTCOME_WORD[found.outcome]),
        mark=OUTCOME_MARK[found.outcome],
        sentence=say(_sentence(remedy, found.outcome, record)),
        decides=_decides(found, rows, as_of),
        elements=rows,
        readiness=found.readiness,
        no_ground=say(remedy.no_ground) if remedy.no_ground else "",
    )


def _sentence(remedy: Remedy, outcome: Outcome, record: CaseRecord) -> Text:
    """What the person reads for the outcome."""
    said_no = remedy.ground is not None and record.answers.get(remedy.ground) == "no"
    return SAID_NO if outcome is Outcome.NOT_RAISED and said_no else CLIENT_SENTENCE[outcome]


def _once(row: ElementRow, cite: str, printed: Printed) -> ElementRow:
    """The same element with the same finding is told in full under the first law that has it."""
    first = printed.setdefault((row.id, row.because, *row.authorities), cite)
    return row if first == cite else replace(row, same_as=first)


def _element(element: Element, read: ElementResult, record: CaseRecord, *, blocking: bool) -> ElementRow:
    papers = tuple(say(PAPERS[paper].name) for paper in read.proof)
    answered = [key for key in read.rests_on if key in record.answers]
    said = tuple(said_answer(key, record.answers[key], record.about) for key in answered)
    because = say(read.because)
    # A finding that turns on time is told with its days.
    dated = any(FACTS[key].kind is Kind.DATE for key in read.rests_on)
    plain = read.finding is Finding.MET and not dated
    return ElementRow(
        id=element.id,
        title=say(element.title),
        short_name=say(element.short_name),
        plain=say(element.plain),
        asks=say(element.asks),
        gate=element.gate,
        blocking=blocking,
        finding=read.finding,
        word=say(FINDING_WORD[read.finding]),
        because=because,
        basis=_basis(read, record),
        said=said,
        unanswered=tuple(say(QUESTIONS[key].short) for key in read.rests_on if key not in record.answers),
        authorities=tuple(dict.fromkeys(point.printed for point in read.authorities)),
        papers=read.proof,
        proof=tuple(PAPER[paper] for paper in read.proof),
        client_proof=papers,
        change=say(read.change),
        closed=closing(read),
        points=read.authorities,
        more=beyond(because, said) if plain else because,
    )


def _basis(read: ElementResult, record: CaseRecord) -> Basis:
    """Seen only where a paper was seen for every answer that the finding rests on."""
    sources = {record.about[key].source if key in record.about else "" for key in read.rests_on}
    return Basis.SEEN if sources == {PAPER_SEEN} else read.basis


def not_law_on(day: date) -> Deciding:
    """All that is said of a law that does not reach the case on this day."""
    return Deciding("", gettext("Not law for this case on {day}.").format(day=day_in_words(day)))


def _decides(remedy: RemedyResult, rows: Rows, as_of: date) -> tuple[Deciding, ...]:
    outcome = remedy.outcome
    if outcome is Outcome.NOT_IN_FORCE:
        return (not_law_on(as_of),)
    if outcome is Outcome.NOT_INDICATED:
        return _against(rows)
    if outcome is Outcome.NOT_RAISED:
        return (Deciding("", gettext("The ground was not named.")),)
    lines = [_proof(remedy), *(_open(finding, rows) for finding in _OPEN_FIRST[outcome])]
    told = tuple(line for line in lines if line is not None)
    return told or (Deciding("", gettext("Every element is met or presumed.")),)


_THEN = (Finding.CONTESTED, Finding.FOR_ATTORNEY)
_OPEN_FIRST: Mapping[Outcome, tuple[Finding, ...]] = {
    Outcome.NOT_YET: (Finding.NOT_YET, Finding.UNKNOWN, *_THEN),
    Outcome.NEEDS_FACTS: (Finding.UNKNOWN, *_THEN),
    Outcome.NEEDS_PROOF: (Finding.UNKNOWN, Finding.FOR_ATTORNEY),
    Outcome.CONTESTED: (*_THEN, Finding.UNKNOWN),
    Outcome.INDICATED: (),
}


def _proof(remedy: RemedyResult) -> Deciding | None:
    if remedy.outcome is not Outcome.NEEDS_PROOF:
        return None
    if remedy.readiness.proof.supported:
        return Deciding("", gettext("Nothing said rules it out; proof still to build."))
    return Deciding("", gettext("Nothing of the proof told yet."))


def _open(finding: Finding, rows: Rows) -> Deciding | None:
    """The open elements with one finding; the reason too, where it is one element and short enough."""
    found = [row for row in rows if row.finding is finding]
    if not found:
        return None
    return Deciding(found[0].word, _named(found) if len(found) > 1 else _told(found[0]))


def _named(rows: list[ElementRow]) -> str:
    names = "; ".join(row.short for row in rows)
    return f"{names}."


def _told(row: ElementRow) -> str:
    reason = first_sentences(row.because, _ROOM)
    # "Not yet: custody is over" would read as its opposite.
    return reason if row.finding is Finding.NOT_YET else f"{row.short}. {reason}"


def _against(rows: Rows) -> tuple[Deciding, ...]:
    """Told by the answers that closed the gates: "Not met: not a citizen" would read as its opposite."""
    gates = [row for row in rows if row.finding is Finding.NOT_MET]
    closed = " and ".join(f"“{row.closed}”" for row in gates)
    return (Deciding("", f"Ruled out by {closed}. {first_sentences(gates[0].change, _TIGHT)}"),)
