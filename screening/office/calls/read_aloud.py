"""What is read to the caller besides the questions: sentences that the public pages say too.

They are looked up here, not marked: each is marked where a public page says it, so that it is translated.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from screening.interview.document import Document
from screening.office.calls.voice import Line, Voice
from screening.rules.text import _
from screening.summary.page.data import Report, UrgentRow
from screening.summary.report.building import build_report


NOT_ADVICE = "This is a screening tool, not legal advice. Using it does not make anyone your lawyer."
NOT_A_YES = (
    "This is not a yes and not a no. We compared your answers with {laws} laws of California. Only a lawyer can "
    "say what they mean for you."
)
# No public page says these: they are marked here (Rule 1.18(b)).
CONFIDENTIAL = _("What you tell us stays confidential, even if we do not take your case.").msgid
MAY_WE_KEEP = _(
    "May this office keep what you tell us, so that a lawyer can look at it? You can say no."
).msgid
NOT_OURS = (
    _("This office cannot help you with this case.").msgid,
    _("That says nothing about your case. Please do not tell me more. Talk to another lawyer soon.").msgid,
)
NOT_LEAVE = "Do not leave the United States."
DO_NOT = (
    "Start nothing new with immigration. Do not renew your green card yet.",
    "Do not say guilty or no contest in any case.",
    "Do not talk to ICE alone.",
    "Do not pay a notary or a consultant to clean your record.",
    "Never miss a court date or an ICE date.",
    "Call a lawyer first, and go.",
    "If a letter has a last day, do not let it pass: call a lawyer today.",
)
WITHOUT_COMING = (
    "If you cannot come, a lawyer can ask the judge for a hearing without you (PC 1473.7). The judge needs a good "
    "reason."
)
WARRANT = (
    "There may be a warrant. Nobody goes to a court or an office for these papers before a lawyer says so."
)
# Every sentence here that has a translation.
SPOKEN = (
    NOT_ADVICE,
    CONFIDENTIAL,
    MAY_WE_KEEP,
    *NOT_OURS,
    NOT_A_YES,
    NOT_LEAVE,
    *DO_NOT,
    WITHOUT_COMING,
    WARRANT,
)


def opening_lines(language: str) -> list[Line]:
    """What is read out before the first question: no advice, confidential, and may it be kept?"""
    return list(map(Voice(language).sentence, (NOT_ADVICE, CONFIDENTIAL, MAY_WE_KEEP)))


def declined_lines(language: str) -> list[Line]:
    """What whoever was declined hears."""
    return list(map(Voice(language).sentence, NOT_OURS))


@dataclass(frozen=True)
class Block:
    """One part of what is read back. What is `folded` is read only where the caller asks."""

    title: str
    lines: tuple[Line, ...]
    folded: bool = False


def read_back(document: Document, as_of: date) -> list[Block]:
    """The summary in the caller's language: act today, what not to do, papers, what was written down.

    No outcome of a law is read out: whether one may help is for an attorney to say.
    """
    voice = Voice(document.voice)
    english, spoken = voice.both(lambda: build_report(document.records(), as_of))
    take = _Pairs(english, spoken, same=not voice.differs)
    blocks = (
        Block("Act today", take.lines(_today)),
        Block("Do not", tuple(map(voice.sentence, _do_not(english)))),
        Block("Papers to ask for", (*_warrant(english, voice), *take.lines(_papers)), folded=True),
        Block("How to ask for each paper", take.lines(_how_to_ask), folded=True),
        Block("At the end", (voice.sentence(NOT_A_YES),)),
    )
    return [block for block in blocks if block.lines]


@dataclass(frozen=True)
class _Pairs:
    """The same report in two languages."""

    english: Report
    spoken: Report
    same: bool

    def lines(self, of: Callable[[Report], list[str]]) -> tuple[Line, ...]:
        pairs = zip(of(self.english), of(self.spoken), strict=True)
        return tuple(Line(english, "" if self.same else spoken) for english, spoken in pairs)


def _do_not(report: Report) -> tuple[str, ...]:
    """As the public pages say it: nothing about leaving to a citizen, nor to somebody who was deported."""
    leaving = () if report.may_leave else (NOT_LEAVE,)
    return (*leaving, *DO_NOT, *((WITHOUT_COMING,) if report.heard_without_coming else ()))


def _today(report: Report) -> list[str]:
    return [_urgent(row) for row in report.today]


def _urgent(row: UrgentRow) -> str:
    when = row.client_when or (f"{row.when}." if row.when else "")
    return " ".join(part for part in (when, row.client) if part)


def _papers(report: Report) -> list[str]:
    return [f"{row.name}. {row.keeper}." for row in report.papers]


def _how_to_ask(report: Report) -> list[str]:
    return [" ".join((f"{row.name}.", row.ask_for, *row.safe)) for row in report.papers]


def _warrant(report: Report, voice: Voice) -> list[Line]:
    return [voice.sentence(WARRANT)] if report.warrant else []
