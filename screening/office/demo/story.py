"""What the office did with an invented person until now: each thing with its day, in the journal and the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from screening.interview.today import CALIFORNIA
from screening.office.calls.about import Told, put_told
from screening.office.calls.steps import steps_of
from screening.office.demo.documents import decided
from screening.office.demo.people import Person
from screening.office.file import log
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import (
    CONTACT,
    KEEP,
    ConflictCheck,
    Deadline,
    Decision,
    Entry,
    Hold,
    OwnFinding,
    PaperMark,
    WrapUp,
)
from screening.office.file.journal import What
from screening.office.file.log import Act
from screening.office.governance.holds import SET
from screening.office.ids import new_id
from screening.office.matches import conflicts
from screening.office.models import Member, Role, Status
from screening.office.review.results import keep_result


_STATUS = {
    "review": Status.IN_REVIEW,
    "papers": Status.NEEDS_PAPERS,
    "accepted": Status.ACCEPTED,
    "declined": Status.DECLINED,
    "referred": Status.REFERRED,
    "closed": Status.CLOSED,
}
_WHY = {
    "review": "",
    "papers": "The minute order and the plea form are still to come.",
    "accepted": "Engagement letter signed.",
    "declined": "Conflict of interest.",
    "referred": "Another office takes such cases. Its number was given.",
    "closed": "The person was told why in a letter, and what could change it.",
}
_MET = {
    conflicts.DECLINED: "The office represents somebody else of this case.",
    conflicts.NOT_A_CONFLICT: "Another person: asked for the year of birth of both.",
}
# How far back each thing lies, as a share of the time since it began.
_CHECKED, _WRAPPED, _ASSIGNED, _PAPERS, _READ, _CHANGED, _SIGNED = 0.98, 0.9, 0.8, 0.7, 0.6, 0.5, 0.2
# What an attorney decided, in the code of the review.
_DECIDED = {"accepted": "accept", "referred": "refer"}
# Answers of a call with who said them and how sure they are, by key.
_TOLD = {
    "disposition_date": Told("paper_seen", "sure", "Read to me from the plea form."),
    "lawyer_advice": Told("person", "fairly_sure"),
    "first_notice_date": Told("family", "not_sure", "The sister remembers a letter."),
}


@dataclass(frozen=True)
class Times:
    """Instants since something began: that many days, and two hours, before now."""

    days: int
    now: datetime

    def at(self, share: float) -> datetime:
        """An instant: 1 is the beginning, 0 is now."""
        return self.now - timedelta(days=self.days, hours=2) * share

    def text(self, share: float) -> str:
        """As files keep it."""
        return self.at(share).isoformat(timespec="seconds")

    def day(self, share: float) -> date:
        """The day of it in California."""
        return self.at(share).astimezone(CALIFORNIA).date()


@dataclass
class Story:
    """Tells it into an opened folder. `staff` are the members by username."""

    folder: Folder
    person: Person
    staff: dict[str, Member]
    times: Times

    def tell(self) -> Status:
        """Everything until now; the status in which it leaves the screening."""
        self._log(Act.VIEWED_NAMES if self.person.sent else Act.BEGAN)
        self._check()
        self._talk()
        if self.person.stage in _STATUS:
            self._work()
        return _STATUS.get(self.person.stage, Status.NEW)

    @cached_property
    def _member(self) -> Member:
        """Whoever works on it, else the first of the office."""
        return self.staff.get(self.person.who) or next(iter(self.staff.values()))

    @cached_property
    def _lawyer(self) -> Member:
        """The same, if that is an attorney; else any."""
        return next(one for one in (self._member, *self.staff.values()) if one.role == Role.ATTORNEY)

    def _log(self, act: Act, detail: str = "", by: Member | None = None) -> None:
        log.note(by or self._member, act, self.folder.row.id, detail)

    def _enter(self, share: float, what: What, subject: str = "", **change: str) -> None:
        by = self._lawyer if what in (What.FINDING, What.DECISION) else self._member
        line = Entry(self.times.text(share), by.name, by.id, what.value, subject, version=2, **change)
        self.folder.file.journal.append(line)

    def _check(self) -> None:
        hits = [hit.code for hit in conflicts.find(self.folder)]
        result = conflicts.NOT_A_CONFLICT if hits else conflicts.CLEAR
        if self.person.stage == "declined":
            result = conflicts.DECLINED
        self.folder.file.conflict = ConflictCheck(
            result=result,
            why=_MET.get(result, ""),
            hits=hits,
            by=self._member.name,
            by_id=self._member.id,
            at=self.times.text(_CHECKED),
        )
        self._enter(_CHECKED, What.CONFLICT, now=result)
        self._log(Act.CHECKED_CONFLICT, conflicts.RESULT_WORDS[result].lower())

    def _talk(self) -> None:
        """What was noted in a call, and its end."""
        if self.person.note:
            self._note(_CHECKED, self.person.note)
        if self.person.sent or not self.person.cases:
            return
        document = self.folder.file.document
        for step in steps_of(document):
            if step.key in _TOLD and not step.open:
                before = document.given(step.case).get(step.key)
                put_told(document, step, _TOLD[step.key], self._member.id, before)
        if self.person.stage != "call":
            self._wrap_up()

    def _wrap_up(self) -> None:
        self.folder.file.wrap_up = WrapUp(
            at=self.times.text(_WRAPPED), by=self._member.name, read_back=True, consent=[KEEP, CONTACT]
        )
        self._enter(_WRAPPED, What.WRAP_UP)

    def _note(self, share: float, text: str) -> None:
        line = Entry(self.times.text(share), self._member.name, self._member.id, What.NOTE.value, why=text)
        self.folder.file.notes.append(line)

    def _work(self) -> None:
        status = _STATUS[self.person.stage].value
        self._enter(_CHANGED, What.STATUS, was=Status.NEW.value, now=status, why=_WHY[self.person.stage])
        self._log(Act.STATUS, f"new to {status}")
        if not self.person.cases:
            return
        self._note(_ASSIGNED, f"Demonstration: the answers follow {decided()[self.person.cases[0]].like}")
        self._assign()
        self._ask_for_papers()
        self._set_days()
        self._read()
        if self.person.stage in _DECIDED:
            self._sign(_DECIDED[self.person.stage])
        self._hold()

    def _assign(self) -> None:
        if self.person.who:
            self.folder.file.assignee = self._member.id
            self._enter(_ASSIGNED, What.ASSIGNED, now=self._member.id)
            self._log(Act.ASSIGNED, f"to {self._member.username}")

    def _ask_for_papers(self) -> None:
        """The first paper came and was read, the second came, the third is asked for."""
        asked, came, read = (self.times.day(share).isoformat() for share in (_PAPERS, _READ, _CHANGED))
        self.folder.file.papers = [
            PaperMark("court_docket", asked, came, read, note="Shows the day of the plea and no warning."),
            PaperMark("plea_form", asked, came),
            PaperMark("minute_orders", asked),
        ]
        for mark in self.folder.file.papers:
            self._enter(_PAPERS, What.PAPER, mark.paper, now=f"asked {mark.asked}")

    def _set_days(self) -> None:
        for days, what in self.person.deadlines:
            day = (self.times.now + timedelta(days)).astimezone(CALIFORNIA).date().isoformat()
            deadline = Deadline(new_id(), day, what)
            self.folder.file.deadlines.append(deadline)
            self._enter(_READ, What.DEADLINE, deadline.id, now=day, why=what)

    def _read(self) -> None:
        """An attorney read it, kept the result and found one thing for themselves."""
        self._log(Act.VIEWED, by=self._lawyer)
        keep_result(self.folder, self._lawyer, self.times.day(_READ))
        self._enter(_READ, What.RESULT)
        found = self.person.finding
        if found is None:
            return
        remedy, element, finding, reason = found
        by, at = self._lawyer, self.times.text(_READ)
        own = OwnFinding(1, remedy, element, finding, reason, by.name, by.id, at, by.bar_number)
        self.folder.file.findings.append(own)
        self._enter(_READ, What.FINDING, f"1:{remedy}:{element}", now=finding, why=reason)
        self._log(Act.FOUND, by=by)

    def _sign(self, decision: str) -> None:
        by, why = self._lawyer, _WHY[self.person.stage]
        signed = Decision(decision, why, by.name, by.id, by.bar_number, self.times.text(_SIGNED))
        self.folder.file.decisions.append(signed)
        self._enter(_SIGNED, What.DECISION, now=decision, why=why)
        self._log(Act.DECIDED, by=by)

    def _hold(self) -> None:
        if self.person.hold:
            by = self._lawyer
            self.folder.file.hold = Hold(by.name, self.times.text(_SIGNED), self.person.hold)
            self._enter(_SIGNED, What.HOLD, now=SET, why=self.person.hold)
            self._log(Act.HELD, by=by)
