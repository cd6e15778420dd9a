"""The calls of a member, those that broke off, and a new one: always from an empty page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.http import HttpResponseBase
from django.shortcuts import redirect, render

from screening.interview.today import today
from screening.office.access.guards import STAFF, StaffRequest, office_page
from screening.office.calls.band import NO_NAME, language_name, moment
from screening.office.calls.locked import lock_of
from screening.office.calls.open_calls import OpenCall, forget, open_calls, remember
from screening.office.calls.short import first_asked
from screening.office.calls.steps import steps_of
from screening.office.file import log
from screening.office.file.cabinet import Folder, KeysMissingError, NotHereError, begin, folder_of, take
from screening.office.file.casefile import CALL, CaseFile
from screening.office.file.journal import now
from screening.office.keys import DamagedError, OfficeKeys, office_keys
from screening.office.matter import Matter
from screening.office.models import OPEN_STATUSES, Screening


# A call that broke off longer ago is found in the queue.
RECENT = timedelta(days=14)
# Each costs opening it.
MOST_LOOKED_AT = 100


@dataclass(frozen=True)
class CallRow:
    """A call as the list shows it: where it stands, and who changed it last."""

    screening_id: str
    number: str
    name: str
    language: str
    began: str
    changed: str
    by: str
    stands: str
    letter: str = ""


@office_page(STAFF)
def calls(request: StaffRequest) -> HttpResponseBase:
    """The member's open calls, then those of the office that nobody wrapped up."""
    mine = [row for row in (_own(request, call) for call in open_calls(request)) if row is not None]
    own = {row.screening_id for row in mine}
    return render(
        request,
        "office/calls/calls.html",
        {"mine": mine, "broken": _broken_off(request, own), "days": RECENT.days, "at": "calls"},
    )


@office_page(STAFF, ("POST",))
def new_call(request: StaffRequest) -> HttpResponseBase:
    """A new caller: an empty screening, whatever else is open. Nothing of the request goes into it."""
    with transaction.atomic():
        folder = begin(request.member, Matter(), CaseFile(source=CALL, began_at=now(), short=True))
        log.note(request.member, log.Act.BEGAN, folder.row.id)
    remember(request, folder.row.id)
    return redirect("call_details", screening_id=folder.row.id)


def _own(request: StaffRequest, call: OpenCall) -> CallRow | None:
    """None where the screening is gone, or does not open any more: its letter is free again."""
    try:
        return _row(take(request.member, call.screening_id), call.letter)
    except (NotHereError, DamagedError):
        forget(request, call.screening_id)
        return None


def _broken_off(request: StaffRequest, own: set[str]) -> list[CallRow]:
    """Calls without a wrap-up, the last touched first."""
    office_id = request.member.office_id
    rows = Screening.objects.filter(office_id=office_id, status__in=OPEN_STATUSES, opened_on__isnull=False)
    recent = rows.filter(changed_on__gte=today() - RECENT).exclude(pk__in=own).select_related("office")
    keys = office_keys(office_id)
    newest = recent.order_by("-changed_on", "-id")[:MOST_LOOKED_AT]
    found = [folder for row in newest if (folder := _broken_off_call(row, keys)) is not None]
    return [_row(folder) for folder in sorted(found, key=_changed_at, reverse=True)]


def _broken_off_call(row: Screening, keys: OfficeKeys) -> Folder | None:
    try:
        folder = folder_of(row, keys)
        file = folder.file
    except KeysMissingError:
        return None
    return folder if file.source == CALL and file.wrap_up is None else None


def _changed_at(folder: Folder) -> str:
    journal = folder.file.journal
    return journal[-1].at if journal else folder.file.began_at


def _row(folder: Folder, letter: str = "") -> CallRow:
    journal = folder.file.journal
    return CallRow(
        screening_id=folder.row.id,
        number=folder.row.number,
        name=folder.matter.short or NO_NAME,
        language=language_name(folder.file.document.language),
        began=moment(folder.file.began_at, "%H:%M"),
        changed=moment(_changed_at(folder), "%H:%M"),
        by=journal[-1].by if journal else "",
        stands=_stands(folder),
        letter=letter,
    )


def _stands(folder: Folder) -> str:
    """Where it goes on. Never an answer."""
    lock = lock_of(folder)
    if lock is not None:
        return lock.title
    if folder.file.dropped_at:
        return f"Dropped at {moment(folder.file.dropped_at, '%H:%M')}: call back"
    if folder.file.conflict is None:
        return "Before the conflict check"
    steps = steps_of(folder.file.document)
    step = first_asked(folder, steps)
    return f"Question {step.number} of {len(steps)}" if step else "No wrap-up yet"
