"""The copy that the person takes away, in their language: what to do, to ask and to get, and what they said.

Start reading here. The copy is made from the answers that may stand on it, as if the others had never been
given. So nothing on it can tell an answer that was left out: not by a word, and not by what is missing. The
one exception are the days that must not be missed; without a tick they stand there without their names.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from screening.questions.wording import say
from screening.rules.answers import Answers
from screening.rules.partial_date import PartialDate
from screening.rules.urgency import NEAR
from screening.summary.client.paper_words import PAPER_WORDS
from screening.summary.client.papers_now import after_lawyer, ordered_out
from screening.summary.client.sensitive import (
    CITIZENSHIP,
    EVENTS,
    GROUPS,
    WARRANT,
    Group,
    shown_answers,
)
from screening.summary.page.coming import coming_days
from screening.summary.page.data import CaseRecord, PaperRow, Report
from screening.summary.page.words import weekday_in_words
from screening.summary.report.building import build_report
from screening.summary.report.papers_to_ask import raised_to_lawyer


# Their names alone look like a confession. Without the tick one line speaks of all of them.
_BY_GROUP = {
    "notice_to_appear": EVENTS,
    "form_i213": EVENTS,
    "removal_order": EVENTS,
    "eoir_record": EVENTS,
    "uscis_a_file": EVENTS,
    "cbp_ice_foia": EVENTS,
    "uscis_denial_rfe": EVENTS,
    "event_notice": EVENTS,
    "own_citizenship_papers": CITIZENSHIP,
}
# A trip is not a day to keep.
_NOT_TO_MISS = (
    "immigration_court",
    "ice_check_in",
    "immigration_interview",
    "immigration_application",
    "criminal_court",
)


@dataclass(frozen=True)
class PaperToGet:
    """One line of the checklist. `how` is empty where only a lawyer asks."""

    row: PaperRow
    shows: str
    how: str


@dataclass(frozen=True)
class ClientCopy:
    """Everything on the copy that differs from person to person.

    `report` knows only the shown answers. `days` stand without their names, where `named` is false;
    `day_is_near`, where one of them may be one to act on today. What the copy hides, it warns of as if it
    might be so.
    """

    report: Report
    named: bool
    hides_warrant: bool
    days: tuple[str, ...]
    day_is_near: bool
    papers: tuple[PaperToGet, ...]
    left_out: tuple[str, ...]

    @property
    def hides_events(self) -> bool:
        """Does it leave out what immigration has done?"""
        return not self.named

    @property
    def flags(self) -> frozenset[str]:
        """The urgent flags that the shown answers raise."""
        return frozenset(row.code for row in self.report.urgent)

    @property
    def deported(self) -> bool:
        """Does the copy speak of a deportation order?"""
        return not self.flags.isdisjoint({"removal_order", "removed_abroad"})


def build_client_copy(
    records: Sequence[CaseRecord], as_of: date, ticked: Collection[Group] = (), of_all: int = 0
) -> ClientCopy:
    """The copy in the active language. Without ticks every sensitive answer is left out.

    `of_all` as in Report.
    """
    shown = [replace(record, answers=shown_answers(record.answers, ticked)) for record in records]
    report, named = build_report(shown, as_of), EVENTS in ticked
    days = () if named else _days(Answers(records[0].answers), as_of)
    return ClientCopy(
        report=replace(report, of_all=of_all),
        named=named,
        hides_warrant=WARRANT not in ticked,
        days=tuple(dict.fromkeys(weekday_in_words(day) for day in days)),
        day_is_near=any(day.earliest <= as_of + NEAR for day in days),
        papers=tuple(_paper(row, report) for row in report.papers if _may_be_named(row.id, ticked)),
        left_out=tuple(say(group.title) for group in GROUPS if group not in ticked),
    )


def _days(answers: Answers, as_of: date) -> tuple[PartialDate, ...]:
    """The days that must not be missed."""
    return tuple(day for event, day in coming_days(answers, as_of) if event in _NOT_TO_MISS)


def _may_be_named(paper: str, ticked: Collection[Group]) -> bool:
    return paper not in _BY_GROUP or _BY_GROUP[paper] in ticked


def _paper(row: PaperRow, report: Report) -> PaperToGet:
    words, waits = PAPER_WORDS[row.id], ordered_out(report)
    how = "" if waits or raised_to_lawyer(row.id, row.safety) else say(words.how)
    row = after_lawyer(row) if waits else row
    return PaperToGet(row, shows=say(words.shows), how=how)
