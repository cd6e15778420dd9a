"""Ends of a call beside its wrap-up: the line dropped, or nobody was there. And the way on after a short call."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponseBase
from django.shortcuts import redirect

from screening.interview.today import today
from screening.office.access.guards import STAFF, StaffRequest, office_page
from screening.office.calls.band import moment
from screening.office.calls.locked import lock_of, may_discard, question_url, under_way
from screening.office.calls.open_calls import forget
from screening.office.calls.short import add_case, may_add_case
from screening.office.file import log
from screening.office.file.cabinet import ChangedMeanwhileError, Folder, put_back, take
from screening.office.file.casefile import CALL_BACK, Deadline
from screening.office.file.journal import What, enter, now
from screening.office.ids import new_id
from screening.office.matches.conflicts import keep_only_hashes
from screening.office.models import Screening


@office_page(STAFF, ("POST",))
def call_dropped(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """The line dropped: nothing is asked, the queue says to call back and when it was."""
    with transaction.atomic():
        folder = take(request.member, screening_id)
        if not under_way(folder):
            return redirect("call", screening_id=screening_id)
        if may_discard(folder) and not folder.matter.name:
            discard(request, folder)
            return redirect("queue")
        file, at = folder.file, now()
        file.dropped_at = at
        what = f"{CALL_BACK} {moment(at, '%H:%M')}"
        file.deadlines.append(Deadline(new_id(), today().isoformat(), what))
        enter(folder, request.member, What.DROPPED)
        put_back(folder)
        log.note(request.member, log.Act.CHANGED, screening_id, "call dropped")
    forget(request, screening_id)
    return redirect("queue")


@office_page(STAFF, ("POST",))
def discard_call(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """A new caller that was none: the empty screening is erased."""
    with transaction.atomic():
        folder = take(request.member, screening_id)
        if not may_discard(folder):
            return redirect("call", screening_id=screening_id)
        discard(request, folder)
    return redirect("calls")


def discard(request: StaffRequest, folder: Folder) -> None:
    """Erase it with its hashes. Raises ChangedMeanwhileError; nothing is then erased."""
    row_id, same = folder.row.pk, Screening.objects.filter(pk=folder.row.pk, version=folder.row.version)
    keep_only_hashes(folder.row)
    if not same.delete()[0]:
        raise ChangedMeanwhileError
    log.note(request.member, log.Act.ERASED, row_id, "an empty call")
    forget(request, row_id)


@office_page(STAFF, ("POST",))
def call_add_case(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """Another case, from the wrap-up."""
    with transaction.atomic():
        folder = take(request.member, screening_id)
        if not _asking(folder) or not may_add_case(folder.file.document):
            return redirect("call", screening_id=screening_id)
        step = add_case(folder)
        put_back(folder)
    return redirect(question_url(screening_id, step))


@office_page(STAFF, ("POST",))
def long_call(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """After the short call: every other question too."""
    with transaction.atomic():
        folder = take(request.member, screening_id)
        if _asking(folder) and folder.file.short:
            folder.file.short = False
            put_back(folder)
    return redirect("call", screening_id=screening_id)


def _asking(folder: Folder) -> bool:
    return folder.row.opened_on is not None and folder.cleared and lock_of(folder) is None
