"""What the page of the review shows, beside the report: dated answers, checklist, journal, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from screening.office.cabinet import Folder
from screening.office.casefile import Entry, PaperMark
from screening.office.matter import Matter
from screening.office.models import Member
from screening.office.review.checklist import STEPS, mark_of
from screening.office.review.paper import time_of
from screening.office.review.results import Change, Why
from screening.office.review.telling import did, told
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import answer_in_words, say
from screening.rules.answers import Answers, Value
from screening.rules.element import filled
from screening.rules.facts import FACTS, Kind
from screening.rules.finding import Finding, ImmigrationConviction
from screening.rules.flags import FLAGS
from screening.rules.papers import PAPERS
from screening.rules.partial_date import PartialDate
from screening.rules.remedies import REMEDIES
from screening.summary.attorney_words import PAPER, keeper
from screening.summary.data import CaseReport, Report
from screening.summary.papers_to_ask import OWN_ACCOUNT
from screening.summary.rows import RemedyReport, SaidAnswer
from screening.summary.words import CONVICTION_WORD, FINDING_WORD, OUTCOME_WORD, SAFE_WORD


@dataclass(frozen=True)
class Dated:
    """An answer that is a date, as it was given. `case` is empty where there is one case, or none is meant."""

    day: PartialDate
    said: SaidAnswer
    case: str


@dataclass(frozen=True)
class PaperLine:
    """One paper of the checklist. `named` says whether the report asks for it."""

    id: str
    name: str
    keeper: str
    safe: str
    mark: PaperMark
    named: bool


@dataclass(frozen=True)
class Line:
    """A line of the journal, in words."""

    who: str
    did: str
    at: str
    why: str


@dataclass(frozen=True)
class ChangeRow:
    """One thing that differs between two results, in words. `law` is empty for what is of no law."""

    case: str
    law: str
    what: str
    was: str
    now: str
    why: tuple[str, ...]


def dated_answers(report: Report) -> tuple[Dated, ...]:
    """Every date that was given, of all cases, the earliest first."""
    found = [
        Dated(day, said, case)
        for case, said in _all_answers(report)
        if (day := _day(report, case, said.key)) is not None
    ]
    names = {case.number: case.name if report.several else "" for case in report.cases}
    ordered = sorted(found, key=lambda one: (one.day.earliest, one.day.latest))
    return tuple(Dated(one.day, one.said, names.get(_number(one.case), "")) for one in ordered)


def undated(report: Report) -> tuple[str, ...]:
    """The dates that were asked for and are not known."""
    names = [
        said.short
        for case, said in _all_answers(report)
        if FACTS[said.key].kind is Kind.DATE and _day(report, case, said.key) is None
    ]
    return tuple(dict.fromkeys(names))


def _all_answers(report: Report) -> list[tuple[str, SaidAnswer]]:
    """Each answer with the number of its case; empty for what is said of the person."""
    of_person = [("", said) for part in report.about_person for said in part.answers]
    return of_person + [
        (str(case.number), said) for case in report.cases for part in case.parts for said in part.answers
    ]


def _number(case: str) -> int:
    return int(case) if case else 0


def _day(report: Report, case: str, key: str) -> PartialDate | None:
    return report.cases[max(_number(case), 1) - 1].result.answers.day(key)


def open_first(case: CaseReport) -> tuple[RemedyReport, ...]:
    """The laws of a case, those first in which something may still be found."""
    return tuple(sorted(case.remedies, key=lambda remedy: not remedy.alive))


def open_elements(case: CaseReport) -> tuple[tuple[str, str], ...]:
    """The facts that stand open, each with the laws that wait for it."""
    waiting: dict[str, list[str]] = {}
    for remedy in case.remedies:
        for row in remedy.found(Finding.UNKNOWN):
            if remedy.alive:
                waiting.setdefault(row.title, []).append(remedy.cite)
    return tuple((title, ", ".join(cites)) for title, cites in waiting.items())


def paper_lines(folder: Folder, report: Report) -> tuple[PaperLine, ...]:
    """What the report asks for, then what the office noted of others."""
    safe = {row.id: row.safety for row in report.papers}
    noted = [mark.paper for mark in folder.file.papers if mark.paper in PAPERS]
    return tuple(
        PaperLine(
            paper,
            PAPER[paper],
            keeper(say(PAPERS[paper].keeper)),
            say(SAFE_WORD[safe[paper] if paper in safe else PAPERS[paper].safety]),
            mark_of(folder, paper),
            paper in safe,
        )
        for paper in dict.fromkeys((*safe, *noted))
    )


def more_papers(lines: Sequence[PaperLine]) -> tuple[tuple[str, str], ...]:
    """The papers that are not on the list yet."""
    listed = {line.id for line in lines} | {OWN_ACCOUNT}
    return tuple((paper, name) for paper, name in PAPER.items() if paper in PAPERS and paper not in listed)


def steps_of(line: PaperLine) -> tuple[tuple[str, str, str], ...]:
    """Code, word and day of each step of a paper."""
    return tuple((code, word, getattr(line.mark, code)) for code, word in STEPS.items())


def lines_of(entries: Iterable[Entry]) -> tuple[Line, ...]:
    """In words, the newest first."""
    return tuple(
        Line(entry.by, did(entry), time_of(entry.at), entry.why) for entry in reversed(list(entries))
    )


def since_last_read(folder: Folder, member: Member) -> tuple[str, ...]:
    """What others did since this member had it open; nothing on the first time."""
    seen = folder.file.read_version.get(member.id)
    if seen is None:
        return ()
    return tuple(
        told(line) for line in folder.file.journal if line.version > seen and line.by_id != member.id
    )


def person_of(matter: Matter) -> str:
    """The name of the page's heading."""
    return matter.name or "No name was given"


def change_rows(changes: Iterable[Change], report: Report, kept_day: str, kept_rules: str) -> list[ChangeRow]:
    """Changes in words."""
    names = {str(case.number): case.name for case in report.cases}
    return [
        ChangeRow(
            names.get(change.case, f"Case {change.case}"),
            *_named(change, report),
            _valued(change, change.was),
            _valued(change, change.now),
            tuple(_because(why, report, kept_day, kept_rules) for why in change.why),
        )
        for change in changes
    ]


def _named(change: Change, report: Report) -> tuple[str, str]:
    kind, *rest = change.place or ("case",)
    if kind == "case":
        return "", "The case itself"
    if kind == "conviction":
        return "8 USC 1101(a)(48)(A)", "A conviction for immigration"
    if kind == "urgent":
        return "", _flag(rest[0], change.case, report)
    remedy = next((one for one in REMEDIES if one.id == rest[0]), None)
    if remedy is None:
        return rest[0], "A law that the rules no longer hold"
    if kind == "outcome":
        return remedy.cite, "Outcome"
    titles = {element.id: say(element.title) for element in remedy.elements}
    return remedy.cite, titles.get(rest[1], "An element that the rules no longer hold")


def _flag(code: str, case: str, report: Report) -> str:
    answers = next((one.result.answers for one in report.cases if str(one.number) == case), Answers({}))
    return f"Urgent: {say(filled(FLAGS[code].attorney, answers))}" if code in FLAGS else "An urgent flag"


def _valued(change: Change, value: str) -> str:
    if not value:
        return "not there"
    words = {
        "outcome": {outcome.value: say(word) for outcome, word in OUTCOME_WORD.items()},
        "element": {finding.value: say(word) for finding, word in FINDING_WORD.items()},
        "conviction": {one.value: say(CONVICTION_WORD[one]).capitalize() for one in ImmigrationConviction},
    }
    kind = change.place[0] if change.place else "case"
    return words.get(kind, {}).get(value, value)


def _because(why: Why, report: Report, kept_day: str, kept_rules: str) -> str:
    if why.what == "rule":
        return f"Rule: then {kept_rules}, now {report.rules_version}"
    if why.what == "date":
        return f"Date: then {kept_day}, now {report.as_of_words}"
    short = say(QUESTIONS[why.key].short)
    return f"Answer: {short}, then “{_answer(why.key, why.was)}”, now “{_answer(why.key, why.now)}”"


def _answer(key: str, value: Value | None) -> str:
    return "no answer" if value is None else answer_in_words(key, value)


def day_words(day: str) -> str:
    """A kept day in words."""
    return answer_in_words("disposition_date", PartialDate.on(date.fromisoformat(day)))
