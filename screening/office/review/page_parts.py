"""What the page of the review shows, beside the report: checklist, journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screening.office.file.cabinet import Folder
from screening.office.file.casefile import Entry, PaperMark
from screening.office.matter import Matter
from screening.office.models import Member
from screening.office.review.checklist import STEPS, mark_of
from screening.office.review.journal_lines import did, told
from screening.office.review.paper import time_of
from screening.questions.wording import say
from screening.rules.finding import Finding
from screening.rules.papers import OWN_ACCOUNT, PAPERS
from screening.summary.page.attorney_words import PAPER, keeper
from screening.summary.page.data import CaseReport, Report
from screening.summary.page.rows import RemedyReport
from screening.summary.page.words import SAFE_WORD


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
class JournalLine:
    """A line of the journal, in words."""

    who: str
    did: str
    at: str
    why: str


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


def lines_of(entries: Iterable[Entry]) -> tuple[JournalLine, ...]:
    """In words, the newest first."""
    return tuple(
        JournalLine(entry.by, did(entry), time_of(entry.at), entry.why) for entry in reversed(list(entries))
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
