"""What will be erased, before it happens, and what is kept though it is done with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from screening.interview.today import today
from screening.office.access.guards import ADMINISTRATOR, StaffRequest, office_page
from screening.office.file.cabinet import folder_of
from screening.office.file.purging import DECLINED, DROPPED, EXPORTED, UNOPENED, reason_of, why_kept
from screening.office.governance.retention_run import done_without_day
from screening.office.keys import DamagedError, KeysMissingError, OfficeKeys, office_keys
from screening.office.models import Office, Screening


PAGE = 50
SOON = timedelta(days=7)
REASON = {
    UNOPENED: "Nobody has opened it",
    DECLINED: "Declined",
    EXPORTED: "Exported",
    DROPPED: "The call dropped",
}


@dataclass(frozen=True)
class Coming:
    """A screening that is going to be erased."""

    number: str
    why: str
    day: date
    days: int


@dataclass(frozen=True)
class Kept:
    """A screening that is done with and stays."""

    number: str
    status: str
    since: date
    why: str


@office_page((ADMINISTRATOR,))
def retention(request: StaffRequest) -> HttpResponse:
    """Two lists and the periods. Numbers only: this page says nothing of anybody's answers."""
    office, day = request.member.office, today()
    coming = _page(_with_day(office), request.GET.get("page"))
    kept = _page(done_without_day(office), request.GET.get("kept"))
    about = {
        "at": "records",
        "here": "retention",
        "coming": [_coming(row, day) for row in coming],
        "coming_page": coming,
        "kept": _kept(office, kept),
        "kept_page": kept,
        "soon": _with_day(office).filter(purge_on__lte=day + SOON).count(),
        "office": office,
    }
    return render(request, "office/governance/retention.html", about)


def _with_day(office: Office) -> QuerySet[Screening]:
    return Screening.objects.filter(office=office, purge_on__isnull=False).order_by("purge_on", "id")


def _page(rows: QuerySet[Screening], number: str | None) -> Page[Screening]:
    return Paginator(rows, PAGE).get_page(number)


def _coming(row: Screening, today: date) -> Coming:
    day = row.purge_on or today
    return Coming(row.number, REASON[reason_of(row)], day, max((day - today).days, 0))


def _kept(office: Office, rows: Page[Screening]) -> list[Kept]:
    """The reason lies in the file: it is opened by the program, and only the reason is shown."""
    keys = office_keys(office.id)
    return [Kept(row.number, row.get_status_display(), row.changed_on, _why(row, keys)) for row in rows]


def _why(row: Screening, keys: OfficeKeys) -> str:
    try:
        why = why_kept(row, folder_of(row, keys).file)
    except DamagedError:
        return "Damaged: it does not open"
    except KeysMissingError:
        return "Sealed under a key that is missing"
    return why or "Gets its day at the next run"
