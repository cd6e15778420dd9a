"""A screening as a report and as a PDF, with what only the office knows beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.dateformat import format as date_format
from django.utils.translation import get_language_info, override

from screening.interview.document import Document
from screening.interview.making import cases_of_part, of_all
from screening.interview.today import CALIFORNIA
from screening.law.authority_checks import recorded_checks
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CaseFile, Decision, OwnFinding
from screening.office.matter import Contact, Matter
from screening.rules.facts import FACTS, Topic
from screening.summary.as_json.redacted import redacted_report
from screening.summary.as_json.summary_json import Version
from screening.summary.page.checked import Checks
from screening.summary.page.data import About, CaseRecord, Heading, Report, Signed
from screening.summary.page.overlay import lay_over
from screening.summary.page.rows import Own
from screening.summary.pdf.apart import Job
from screening.summary.pdf.cover import Cover
from screening.summary.report.building import attorney_report


# What an attorney may decide, by the code that is kept.
DECISIONS: Mapping[str, str] = {
    "accept": "Take the case",
    "papers": "Get papers first",
    "refer": "Refer",
    "decline": "Decline",
}


@dataclass(frozen=True)
class Opened:
    """What a paper is made of, in clear and without a key: it may go to another process."""

    number: str
    matter: Matter
    file: CaseFile


def opened(folder: Folder) -> Opened:
    """Raises KeysMissingError."""
    return Opened(folder.row.number, folder.matter, folder.file)


def report_of(folder: Folder, today: date, *, bilingual: bool = True, numbers: Sequence[int] = ()) -> Report:
    """Everything that the attorney's paper says, in English, with the person's own words beside the answers.

    `numbers` are the cases, without which it is all. Raises KeysMissingError.
    """
    return _report(opened(folder), today, recorded_checks(), bilingual=bilingual, numbers=numbers)


def clinic_pdf(
    screenings: Sequence[Opened],
    cover: Cover,
    today: date,
    checks: Checks,
    *,
    bilingual: bool,
    made: Callable[[int], None] = lambda _number: None,
) -> bytes:
    """The papers of a clinic day behind a list of them. Each report is made when its turn comes."""
    from screening.summary.pdf.papers import attorney_pdfs

    reports = (_report(one, today, checks, bilingual=bilingual) for one in screenings)
    return attorney_pdfs(reports, cover, made)


def _report(
    of: Opened, today: date, checks: Checks, *, bilingual: bool, numbers: Sequence[int] = ()
) -> Report:
    with override("en"):
        language = of.file.document.language if bilingual else "en"
        records = [one for one in records_of(of.file.document) if not numbers or one.number in numbers]
        report = attorney_report(records, today, language, checks)
        findings = [one for one in of.file.findings if not numbers or one.case in numbers]
        return replace(
            lay_over(report, [_own(one) for one in findings]),
            of_office=True,
            heading=_heading(of),
            decisions=tuple(_signed(one) for one in of.file.decisions),
        )


def job_of(folder: Folder, today: date, version: Version = "full", part: int = 1) -> Job:
    """The attorney's paper: in English, with the person's language beside it, or redacted.

    Where there are more cases than one paper holds, those of one `part`. Raises KeysMissingError.
    """
    # WeasyPrint takes a second to load and may be missing its libraries.
    from screening.summary.pdf.papers import attorney_pdf

    numbers = cases_of_part(folder.file.document.numbers(), part)
    if version == "redacted":
        records = cases_of_part(records_of(folder.file.document), part)
        report = redacted_report(records, today, recorded_checks(), numbers[0])
        report = replace(report, of_office=True)
    else:
        report = report_of(folder, today, bilingual=version == "bilingual", numbers=numbers)
    report = replace(report, of_all=of_all(folder.file.document.numbers()))
    return Job(attorney_pdf, (report,), cases=len(numbers))


def records_of(document: Document) -> list[CaseRecord]:
    """The answers that count, case by case, with who said each."""
    return [
        CaseRecord(number, document.contract(number), _about(document, number))
        for number in document.numbers()
    ]


def _about(document: Document, number: int) -> dict[str, About]:
    """Beside an answer about the person stands what the first case was told of it."""
    of_person = {
        key: told
        for key, told in document.cases[0].about.items()
        if key in FACTS and FACTS[key].topic is Topic.YOU
    }
    return {key: _told(one) for key, one in (document.cases[number - 1].about | of_person).items()}


def _told(kept: Mapping[str, Any]) -> About:
    return About(kept.get("source") or "person", kept.get("sure") or "", kept.get("note") or "")


def _own(found: OwnFinding) -> Own:
    return Own(
        found.case,
        found.remedy,
        found.element,
        found.finding,
        found.reason,
        found.by,
        found.bar_number,
        day_of(found.at),
    )


def _signed(decided: Decision) -> Signed:
    return Signed(
        decided.decision,
        DECISIONS.get(decided.decision, decided.decision),
        decided.reason,
        decided.by,
        decided.bar_number,
        time_of(decided.at),
    )


def _heading(of: Opened) -> Heading:
    return Heading(
        number=of.number,
        name=of.matter.name,
        reach=_reach(of.matter.contact),
        language=get_language_info(of.file.document.language)["name"],
        court_number=of.matter.court_number,
    )


def _reach(contact: Contact) -> str:
    """The way that was named as safe, and whether a message may be left."""
    if not contact.where:
        return ""
    voicemail = "" if contact.how != "phone" else "voicemail is safe" if contact.voicemail else "no voicemail"
    return ", ".join(part for part in (contact.where, contact.when, voicemail) if part)


def local(instant: str) -> datetime | None:
    """An instant of a file, in California; None where it is none."""
    try:
        return datetime.fromisoformat(instant).astimezone(CALIFORNIA)
    except ValueError:
        return None


def day_of(instant: str) -> str:
    """Its day in words: "November 24, 2026"."""
    at = local(instant)
    return date_format(at, "F j, Y") if at else ""


def time_of(instant: str) -> str:
    """Its day and time in words: "November 24, 2026, 10:42 a.m."."""
    at = local(instant)
    return date_format(at, "F j, Y, g:i a") if at else ""
