"""Handing a screening over to the office's own case-management system (docs/office/handover.md)."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from screening.interview.kept_form import KeptForm
from screening.interview.today import today
from screening.office.access.guards import ATTORNEY, StaffRequest, office_page
from screening.office.file import log
from screening.office.file.cabinet import ChangedMeanwhileError, Folder, take
from screening.office.governance.exported import as_json
from screening.office.governance.exports import mark_exported
from screening.office.governance.webhook import CannotSendError, send
from screening.office.models import Member


_FORM = KeptForm("hand_over")
_NO_SYSTEM = "No system is set up to hand over to. An administrator does that under Records, Office."


@office_page((ATTORNEY,), ("GET", "HEAD", "POST"))
def hand_over(request: StaffRequest, screening_id: str) -> HttpResponse:
    """Send it to the one address that the administrator set."""
    folder = take(request.member, screening_id)
    if not folder.cleared:
        return redirect("conflict", screening_id)
    if request.method != "POST":
        about = {
            "at": "queue",
            "folder": folder,
            "exported": _when(folder.file.exported_at),
            "host": urlsplit(folder.office.webhook_url).hostname,
            **_FORM.take(request, request.path),
        }
        return render(request, "office/governance/hand_over.html", about)
    problem = _send(request.member, folder) if folder.office.webhook_url else _NO_SYSTEM
    if problem:
        _FORM.keep(request, request.path, problem=problem)
    return redirect("hand_over", screening_id)


def _send(member: Member, folder: Folder) -> str:
    """In words, what went wrong; nothing is then marked. Outside a transaction: others go on working."""
    row, version = folder.row, folder.row.version
    log.note(member, log.Act.HANDED_OVER, row.id, f"begun, version {version}")
    try:
        send(
            folder.office.webhook_url,
            as_json(folder, today()),
            folder.keys.webhook,
            f"{row.id}-{version}",
        )
    except CannotSendError as problem:
        log.note(member, log.Act.HANDED_OVER, row.id, f"not taken, version {version}")
        return f"{problem} The screening is not marked as exported."
    _mark(member, row.id, version)
    return ""


def _mark(member: Member, screening_id: str, version: int) -> None:
    """It was taken, whatever else is being saved in this moment: then once more."""
    for last in (False, False, True):
        try:
            with transaction.atomic():
                mark_exported(take(member, screening_id), member, version, "hand-over")
                log.note(member, log.Act.HANDED_OVER, screening_id, f"taken, version {version}")
                return
        except ChangedMeanwhileError:
            if last:
                raise


def _when(instant: str) -> datetime | None:
    return datetime.fromisoformat(instant) if instant else None
