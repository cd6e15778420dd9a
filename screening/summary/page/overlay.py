"""An attorney's own findings, laid over a report: the one place where both meet.

The rules know nothing of them. Each stands beside the computed finding or the person's answer, which stay;
where one differs, a law carries a second outcome, taken from the findings as the attorney sets them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from screening.questions.wording import answer_in_words, say
from screening.rules.evaluate import outcome_of
from screening.rules.facts import FACTS, Topic
from screening.rules.finding import Finding, Outcome, Result
from screening.rules.remedies import REMEDIES
from screening.summary.page.capped import LONGEST_NOTE, capped
from screening.summary.page.data import CaseReport, Report
from screening.summary.page.rows import Own, OwnOutcome, PartAnswers, RemedyReport, SaidAnswer
from screening.summary.page.words import FINDING_WORD, OUTCOME_MARK, OUTCOME_WORD


# By case, remedy (empty for an answer) and element or key.
Laid = Mapping[tuple[int, str, str], Own]


def lay_over(report: Report, own: Sequence[Own]) -> Report:
    """The report with own findings beside what they are about; of several on one thing the last counts.

    A last one without a word, value or reason takes back what stood there.
    """
    newest = {(one.case, one.remedy, one.element): one for one in own}
    laid = {place: _in_words(one) for place, one in newest.items() if one.finding or one.reason}
    if not laid:
        return report
    cases = tuple(_case(case, laid) for case in report.cases)
    about_person = _parts(report.about_person, 1, laid)
    return replace(report, cases=cases, about_person=about_person)


def outcome_with(remedy_id: str, result: Result, own: Mapping[str, Finding]) -> Outcome:
    """The outcome where these findings, by element, take the place of the computed ones."""
    remedy = next(one for one in REMEDIES if one.id == remedy_id)
    found = [own.get(read.element, read.finding) for read in result.remedy(remedy_id).elements]
    return outcome_of(remedy, found, result.answers, result.as_of)


def may_be_found(gate: bool) -> tuple[Finding, ...]:
    """What an attorney may find of an element: "not met" rules a law out, so only a gate takes it."""
    return tuple(finding for finding in Finding if gate or finding is not Finding.NOT_MET)


def _in_words(one: Own) -> Own:
    return replace(one, word=_word(one), reason=capped(one.reason, longest=LONGEST_NOTE))


def _word(one: Own) -> str:
    if one.remedy:
        return say(FINDING_WORD[Finding(one.finding)])
    fact = FACTS.get(one.element)
    known = fact is not None and one.finding in fact.all_values
    return answer_in_words(one.element, one.finding) if known else ""


def _case(case: CaseReport, laid: Laid) -> CaseReport:
    remedies = tuple(_remedy(remedy, case, laid) for remedy in case.remedies)
    sheet = case.worksheet.changed(_beside_answers(case.number, laid)) if case.worksheet else None
    return replace(case, remedies=remedies, parts=_parts(case.parts, case.number, laid), worksheet=sheet)


def _remedy(remedy: RemedyReport, case: CaseReport, laid: Laid) -> RemedyReport:
    said = _beside_answers(case.number, laid)
    rows = tuple(
        replace(row, own=laid.get((case.number, remedy.id, row.id)), said=tuple(map(said, row.said)))
        for row in remedy.elements
    )
    own = {row.id: Finding(row.own.finding) for row in rows if row.own is not None}
    outcome = outcome_with(remedy.id, case.result, own) if own else None
    return replace(remedy, elements=rows, own=_outcome(outcome) if outcome else None)


def _outcome(outcome: Outcome) -> OwnOutcome:
    return OwnOutcome(outcome, say(OUTCOME_WORD[outcome]), OUTCOME_MARK[outcome])


def _parts(parts: Sequence[PartAnswers], case: int, laid: Laid) -> tuple[PartAnswers, ...]:
    said = _beside_answers(case, laid)
    return tuple(replace(part, answers=tuple(map(said, part.answers))) for part in parts)


def _beside_answers(case: int, laid: Laid) -> Callable[[SaidAnswer], SaidAnswer]:
    def beside(said: SaidAnswer) -> SaidAnswer:
        # What is said of the person belongs to the first case.
        of = 1 if FACTS[said.key].topic is Topic.YOU else case
        return replace(said, own=laid.get((of, "", said.key)))

    return beside
