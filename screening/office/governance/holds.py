"""A legal hold: while it stands nothing of the screening is erased, by anybody."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from screening.interview.kept_form import KeptForm
from screening.interview.today import today
from screening.office.access.guards import ADMINISTRATOR, ATTORNEY, StaffRequest, office_page
from screening.office.file import log
from screening.office.file.cabinet import ChangedMeanwhileError, Folder, put_back, take
from screening.office.file.casefile import Hold
from screening.office.file.journal import What, enter, now
from screening.office.models import Member
from screening.office.names import meeting as names


LONGEST_WHY = 500
_FORM = KeptForm("hold")
SET, RELEASE = "set", "release"


@office_page((ADMINISTRATOR, ATTORNEY), ("GET", "HEAD", "POST"))
def hold(request: StaffRequest, screening_id: str) -> HttpResponse:
    """Set it or release it, each with why."""
    if request.method != "POST":
        about = {
            "at": "records" if request.member.role != ATTORNEY else "queue",
            "folder": take(request.member, screening_id),
            "today": today(),
            "may_review": ATTORNEY in request.member.roles,
            **_FORM.take(request, request.path),
        }
        return render(request, "office/governance/hold.html", about)
    take(request.member, screening_id)  # another office's is not there, whatever the form holds
    why = request.POST.get("why", "").strip()
    problem = _problem(request.POST.get("act", ""), why) or _save(request, screening_id, why)
    if problem:
        _FORM.keep(request, request.path, problem=problem, typed={"why": why[: 2 * LONGEST_WHY]})
    return redirect("hold", screening_id)


def _problem(act: str, why: str) -> str:
    if act not in (SET, RELEASE):
        return "Choose what to do: set the hold or release it."
    if not why or "\0" in why:
        return "Write why. One sentence is enough."
    if len(why) > LONGEST_WHY:
        return f"Write why in at most {LONGEST_WHY} characters."
    return ""


def _save(request: StaffRequest, screening_id: str, why: str) -> str:
    try:
        with transaction.atomic():
            folder = take(request.member, screening_id)
            if request.POST["act"] == SET:
                return _set(folder, request.member, why)
            return _release(folder, request.member, why)
    except ChangedMeanwhileError:
        return "Somebody saved this screening in the same moment. Look again, then send it once more."


def _set(folder: Folder, member: Member, why: str) -> str:
    if folder.file.hold is not None:
        return f"{folder.file.hold.by} has set a hold already. What you wrote is kept below, not saved."
    folder.file.hold = Hold(by=member.name, at=now(), why=why)
    enter(folder, member, What.HOLD, was="", new=SET, why=why)
    if folder.row.opened_on is None:
        # What the office holds for a court the person can no longer take back.
        names.keep_tokens(folder.keys, folder.row, folder.matter)
        put_back(folder, opened_on=today())
    else:
        put_back(folder)
    log.note(member, log.Act.HELD, folder.row.id)
    return ""


def _release(folder: Folder, member: Member, why: str) -> str:
    if folder.file.hold is None:
        return "There is no hold any more. What you wrote is kept below, not saved."
    folder.file.hold = None
    enter(folder, member, What.HOLD, was=SET, new=RELEASE, why=why)
    put_back(folder)
    log.note(member, log.Act.RELEASED, folder.row.id)
    return ""
