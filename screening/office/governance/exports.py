"""Taking out of the office: one screening as JSON, and the list as CSV. Both ask for the password once more."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render

from screening.interview.kept_form import KeptForm
from screening.interview.today import today
from screening.office.access.guards import ATTORNEY, StaffRequest, office_page
from screening.office.file import log
from screening.office.file.cabinet import ChangedMeanwhileError, Folder, put_back, take
from screening.office.file.freshen import AT_ONCE, bring_up
from screening.office.file.journal import What, enter, now
from screening.office.file.standing import ORDER
from screening.office.governance.csv_list import as_csv
from screening.office.governance.exported import as_json
from screening.office.governance.password_again import password_problem
from screening.office.keys import office_keys
from screening.office.models import OPEN_STATUSES, Member, Screening, Status


OPEN, ALL = "", "all"
# Long lists come in parts, by status.
MOST_ROWS = 20_000
_FORM = KeptForm("export")
_MEANWHILE = "Somebody saved this screening in the same moment. Look again, then send it once more."
_WAITING = (
    "Screenings not yet brought up to today and to the present rules: {:,}. Each look at the queue brings up "
    f"{AT_ONCE} more: look there until none is left, then send it once more."
)


@office_page((ATTORNEY,), ("GET", "HEAD", "POST"))
def export_json(request: StaffRequest, screening_id: str) -> HttpResponse:
    """One screening, whole. A POST: it starts the days after which the screening is erased."""
    if request.method != "POST":
        folder = take(request.member, screening_id)
        if not folder.cleared:
            return redirect("conflict", screening_id)
        about = {"at": "queue", "folder": folder, **_FORM.take(request, request.path)}
        return render(request, "office/governance/export.html", about)
    take(request.member, screening_id)  # another office's is not there, whatever the password
    problem = password_problem(request)
    try:
        body = b"" if problem else _export(request.member, screening_id)
    except ChangedMeanwhileError:
        problem = _MEANWHILE
    if problem:
        _FORM.keep(request, request.path, problem=problem)
        return redirect("export_json", screening_id)
    if not body:
        return redirect("conflict", screening_id)
    return _download(body, "application/json", "screening.json")


def _export(member: Member, screening_id: str) -> bytes:
    """Its text; empty before the conflict check."""
    with transaction.atomic():
        folder = take(member, screening_id)
        if not folder.cleared:
            return b""
        body = as_json(folder, today())
        mark_exported(folder, member, folder.row.version, "file")
        log.note(member, log.Act.EXPORTED, screening_id, f"as a file, version {folder.row.version - 1}")
    return body


def mark_exported(folder: Folder, member: Member, version: int, way: str) -> None:
    """Note in the file that this version went out. Raises ChangedMeanwhileError."""
    folder.file.exported_at = now()
    enter(folder, member, What.EXPORTED, way, new=str(version))
    put_back(folder)


@office_page((ATTORNEY,), ("GET", "HEAD", "POST"))
def export_list(request: StaffRequest) -> HttpResponse:
    """The office's list: without names unless they are asked for."""
    statuses = ((OPEN, "Open"), *Status.choices, (ALL, "All"))
    chosen = request.POST.get("status", OPEN)
    if request.method != "POST":
        about = {"at": "queue", "statuses": statuses, **_FORM.take(request, request.path)}
        return render(request, "office/governance/list.html", about)
    problem = password_problem(request)
    if not problem and chosen not in dict(statuses):
        problem = "Choose which screenings stand in the list."
    rows = _rows(request.member, chosen)
    if not problem and rows.count() > MOST_ROWS:
        problem = f"These are more than {MOST_ROWS:,}. Choose one status at a time."
    if not problem and (waiting := _waiting(request.member)):
        problem = _WAITING.format(waiting)
    if problem:
        typed = {"status": chosen[:20], "names": request.POST.get("names", "")[:3]}
        _FORM.keep(request, request.path, problem=problem, typed=typed)
        return redirect("export_list")
    return _list(request, rows)


def _rows(member: Member, chosen: str) -> QuerySet[Screening]:
    rows = Screening.objects.filter(office=member.office_id).order_by(*ORDER).defer("sealed_file")
    if chosen == ALL:
        return rows
    return rows.filter(status__in=OPEN_STATUSES if chosen == OPEN else (chosen,))


def _waiting(member: Member) -> int:
    return bring_up(member.office, office_keys(member.office_id), today())


def _list(request: StaffRequest, rows: QuerySet[Screening]) -> HttpResponse:
    named = request.POST.get("names") == "yes"
    keys = office_keys(request.member.office_id)
    text = as_csv(rows.iterator(), keys if named else None)
    detail = f"{rows.count()} screenings, {'with' if named else 'without'} names"
    log.note(request.member, log.Act.LISTED, detail=detail)
    return _download(text.encode(), "text/csv; charset=utf-8", "list.csv")


def _download(body: bytes, kind: str, name: str) -> HttpResponse:
    """A file of a neutral name: it stays in the folder of downloads."""
    return HttpResponse(
        body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
