"""The access log to read. All but number and time is sealed, so filters open lines, newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from screening.interview.today import CALIFORNIA
from screening.office.access.guards import ADMINISTRATOR, StaffRequest, office_page
from screening.office.file import log
from screening.office.file.log import Act, LogLine
from screening.office.ids import heard, spoken
from screening.office.keys import OfficeKeys, office_keys
from screening.office.models import LogEntry, Member


PAGE = 50
# With a filter no more lines are opened for one page; "Look further back" goes on from there.
MOST_OPENED = 2_000
_VISIT = timedelta(minutes=15)
_READ_AT = "log_read_at"


@dataclass(frozen=True)
class Filters:
    """What was chosen, as the address says it; empty where nothing was."""

    who: str
    act: str
    number: str
    day: str
    before: int | None
    problems: tuple[str, ...]

    def fits(self, line: LogLine) -> bool:
        """Is the line one that was asked for?"""
        return (
            (not self.who or line.who_id == self.who)
            and (not self.act or line.act == self.act)
            and (not self.number or line.subject.startswith(self.number))
        )

    @property
    def opens(self) -> bool:
        """Does it need to look into lines?"""
        return bool(self.who or self.act or self.number)

    def query(self, before: int) -> str:
        """The address of the older lines."""
        told = {"who": self.who, "act": self.act, "number": self.number, "day": self.day}
        return urlencode({**{name: text for name, text in told.items() if text}, "before": before})


@dataclass(frozen=True)
class Shown:
    """A line in the words of the page."""

    number: int
    at: datetime
    who: str
    act: str
    subject: str
    detail: str


@office_page((ADMINISTRATOR,))
def log_page(request: StaffRequest) -> HttpResponse:
    """The lines, newest first."""
    keys = office_keys(request.member.office_id)
    _note_visit(request)
    members = {one.id: one for one in Member.objects.filter(office=request.member.office).order_by("name")}
    filters = _filters(request.GET, members)
    lines, older = _page(keys, _rows(request.member.office_id, filters), filters)
    about = {
        "at": "records",
        "here": "log",
        "lines": [_shown(line, members) for line in lines],
        "filters": filters,
        "typed": request.GET,
        "members": members.values(),
        "acts": [act.value for act in Act],
        "older": filters.query(older) if older else "",
        "further": len(lines) < PAGE,
    }
    return render(request, "office/governance/log.html", about)


def _note_visit(request: StaffRequest) -> None:
    """Reading the log is a line of it, once a visit."""
    now = timezone.now()
    read_at = request.session.get(_READ_AT)
    if read_at is None or datetime.fromisoformat(read_at) + _VISIT <= now:
        log.note(request.member, Act.READ_LOG)
        request.session[_READ_AT] = now.isoformat()


def _filters(asked: Mapping[str, str], members: Mapping[str, Member]) -> Filters:
    """What of the address makes sense; the rest is as if not there, or is said to be wrong."""
    who, act = asked.get("who", ""), asked.get("act", "")
    number, day, before = asked.get("number", ""), asked.get("day", ""), asked.get("before", "")
    problems = []
    if number and not heard(number):
        problems.append("Write at least four characters of a number, for example 4TND-8C2K.")
    if day and _day(day) is None:
        problems.append("Write the day as year, month and day, for example 2026-11-24.")
    return Filters(
        who=who if who in members else "",
        act=act if act in {one.value for one in Act} else "",
        number=heard(number),
        day=day if _day(day) else "",
        before=int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None,
        problems=tuple(problems),
    )


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1900 < day.year < 2200 else None


def _rows(office_id: str, filters: Filters) -> QuerySet[LogEntry]:
    rows = LogEntry.objects.filter(office_id=office_id).order_by("-number")
    if filters.before is not None:
        rows = rows.filter(number__lt=filters.before)
    day = _day(filters.day)
    if day:
        start = datetime.combine(day, time.min, CALIFORNIA)
        end = datetime.combine(day + timedelta(days=1), time.min, CALIFORNIA)
        rows = rows.filter(at__gte=start, at__lt=end)
    return rows


def _page(keys: OfficeKeys, rows: QuerySet[LogEntry], filters: Filters) -> tuple[list[LogLine], int]:
    """A page of lines, and the number before which the next page goes on; 0 where there is none."""
    most = MOST_OPENED if filters.opens else PAGE
    entries = list(rows[: most + 1])
    lines: list[LogLine] = []
    for entry in entries[:most]:
        line = log.opened(keys, entry)
        if filters.fits(line):
            lines.append(line)
        if len(lines) == PAGE:
            return lines, entry.number if entry.pk != entries[-1].pk else 0
    return lines, entries[most - 1].number if len(entries) > most else 0


def _shown(line: LogLine, members: Mapping[str, Member]) -> Shown:
    about = members.get(line.subject)
    subject = about.name if about else spoken(line.subject) if line.subject else ""
    return Shown(line.number, line.at, line.who or "A command", line.act, subject, line.detail)
