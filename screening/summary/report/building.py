"""From answers to everything that the result page and the attorney's paper say, as plain data.

Start reading here: `build_report` evaluates each case and puts it in the words of the active language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_info, gettext

from pcr_screener.languages import is_reviewed
from screening.questions.wording import say, voice
from screening.rules.answers import Answers, Value
from screening.rules.authorities import Mark, Point
from screening.rules.element import filled
from screening.rules.evaluate import evaluate
from screening.rules.finding import Result
from screening.rules.flags.every import FLAGS, LISTS
from screening.rules.version import rules_version
from screening.summary.page.attorney_words import CASE_LINE, PERSON_LINE, URGENT_NAME, in_one_line
from screening.summary.page.checked import NO_CHECKS, Checks
from screening.summary.page.cited import cites
from screening.summary.page.data import About, CaseRecord, CaseReport, ConvictionReport, FlagRow, Report
from screening.summary.page.questions import about_person, by_part, not_answered, said_answer, with_beside
from screening.summary.page.words import CONVICTION_WORD, day_in_words, month_and_year
from screening.summary.report.laws import first_because, remedy_reports
from screening.summary.report.papers_to_ask import fact_rows, own_account, paper_rows
from screening.summary.report.urgent import urgent_rows
from screening.summary.report.working import with_working_parts


__all__ = ["About", "CaseRecord", "Report", "attorney_report", "build_report"]


def build_report(records: Sequence[CaseRecord], as_of: date) -> Report:
    """One report on all cases of one person. The first case holds what is shared."""
    read = [(record, evaluate(Answers(record.answers), as_of)) for record in records]
    shared = about_person(records[0].answers)
    cases = tuple(_case(record, result, shared, several=len(records) > 1) for record, result in read)
    papers = [(case.result, case.next_facts) for case in cases]
    first = records[0]
    return Report(
        as_of=as_of,
        as_of_words=day_in_words(as_of),
        person=in_one_line(Answers(first.answers), PERSON_LINE),
        cases=cases,
        urgent=tuple(
            replace(
                row,
                cites=cites(FLAGS[row.code].authorities),
                told=_told(row.code, read),
                name=URGENT_NAME[row.code],
            )
            for row in urgent_rows([(case.name, case.result) for case in cases], as_of)
        ),
        papers=paper_rows(papers),
        own_account=own_account(papers),
        about_person=by_part(shared, first.about, {}),
        counts=Counter(remedy.outcome for case in cases for remedy in case.remedies),
        leans_on_unchecked=_leaning(cases),
        rules_version=rules_version(),
    )


def attorney_report(
    records: Sequence[CaseRecord], as_of: date, language: str, checks: Checks = NO_CHECKS
) -> Report:
    """In English, whatever language is active, with the person's own beside what they were asked.

    Beside what `build_report` says it holds what an attorney works with: chronology, worksheet, what weighs
    and what would move a law. `checks` are an attorney's checks of the authorities; no finding knows of them.
    """
    with translation.override(settings.LANGUAGE_CODE):
        report = with_working_parts(build_report(records, as_of), records, checks)
    if language == settings.LANGUAGE_CODE:
        return report
    spoken = voice(language, records[0].answers)
    cases = (
        replace(case, parts=with_beside(case.parts, record.answers, spoken))
        for case, record in zip(report.cases, records, strict=True)
    )
    return replace(
        report,
        about_person=with_beside(report.about_person, records[0].answers, spoken),
        cases=tuple(cases),
        language=language,
        asked_in=get_language_info(language)["name"],
        asked_in_reviewed=is_reviewed(language),
    )


def _case(record: CaseRecord, result: Result, shared: Mapping[str, Value], *, several: bool) -> CaseReport:
    remedies = remedy_reports(record, result)
    return CaseReport(
        number=record.number,
        name=case_name(record, several=several),
        line=in_one_line(result.answers, CASE_LINE),
        result=result,
        conviction=_conviction(result),
        remedies=remedies,
        first_because=first_because(result),
        next_facts=fact_rows(result),
        also_client=tuple(
            say(told)
            for code in (*result.before_filing, *result.also_consider)
            if (told := FLAGS[code].told(result.answers, result.as_of)) is not None
        ),
        flags=_flags(result),
        parts=by_part(record.answers, record.about, shared),
        unanswered=not_answered(record.answers),
        unchecked=_unchecked(result),
        points=_points(result),
    )


def _told(code: str, read: Sequence[tuple[CaseRecord, Result]]) -> str:
    """Who said what raised a flag, and how sure, where it is not simply the person."""
    told = (
        said_answer(key, record.answers[key], record.about).told
        for record, result in read
        if code in result.urgent
        for key in FLAGS[code].when.why(result.answers, result.as_of)
        if key in record.answers
    )
    return "; ".join(dict.fromkeys(words for words in told if words))


def case_name(record: CaseRecord, *, several: bool) -> str:
    """For example "Fresno, March 2004"; "Case 2: Fresno, March 2004" where there are several."""
    answers = Answers(record.answers)
    place, plea = answers.one("county"), answers.day("disposition_date")
    name = ", ".join(part for part in (place, month_and_year(plea) if plea else None) if part)
    number = gettext("Case {number}").format(number=record.number)
    if not name:
        return number
    if several:
        return gettext("{number}: {name}").format(number=number, name=name)
    return name if place else gettext("Case of {day}").format(day=name)


def _flags(result: Result) -> tuple[FlagRow, ...]:
    return tuple(
        FlagRow(
            text=say(filled(FLAGS[code].attorney, result.answers)),
            authorities=tuple(point.printed for point in FLAGS[code].authorities),
            cites=cites(FLAGS[code].authorities),
            of=name,
        )
        for name, flags in LISTS.items()
        for code in (flag.code for flag in flags)
        if code in result.flags
    )


def _conviction(result: Result) -> ConvictionReport:
    found = result.conviction
    return ConvictionReport(
        finding=found.finding,
        word=say(CONVICTION_WORD[found.finding]),
        because=say(found.because),
        authorities=tuple(point.printed for point in found.authorities),
        cites=cites(found.authorities),
    )


def _points(result: Result) -> tuple[Point, ...]:
    """What this result rests on."""
    return (
        *(point for remedy in result.remedies for read in remedy.elements for point in read.authorities),
        *result.conviction.authorities,
        *(point for code in result.flags for point in FLAGS[code].authorities),
    )


def _unchecked(result: Result) -> tuple[str, ...]:
    """The authorities behind this result whose mark is weaker than "seen"."""
    return tuple(dict.fromkeys(point.printed for point in _points(result) if point.mark is not Mark.V))


def _leaning(cases: tuple[CaseReport, ...]) -> str:
    """The sentence that says so, or nothing."""
    unchecked = list(dict.fromkeys(printed for case in cases for printed in case.unchecked))
    if not unchecked:
        return ""
    return gettext(
        "Leans in part on points that nobody has checked against the official text: {points}."
    ).format(points="; ".join(unchecked))
