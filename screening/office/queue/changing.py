"""Where a screening stands, and whose it is: two small forms, also shown on the page of the review."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateformat import format as date_format

from screening.interview.kept_form import KeptForm
from screening.interview.today import CALIFORNIA
from screening.office.access.guards import STAFF, StaffRequest, office_page
from screening.office.file import log
from screening.office.file.cabinet import ChangedMeanwhileError, Folder, put_back, take
from screening.office.file.casefile import Entry
from screening.office.file.journal import What, enter, others_since
from screening.office.file.statuses import change_status
from screening.office.models import Member, Status
from screening.office.queue.assignees import staff
from screening.office.review.form_values import number_of


# An end that has to be explained.
NEEDS_WHY = (Status.DECLINED, Status.REFERRED, Status.CLOSED)
LONGEST_WHY = 500
_FORM = KeptForm("change")
_ASK_STATUS = "Choose where the screening stands."
_ASK_MEMBER = "Choose somebody who works with screenings in this office, or nobody."
_MEANWHILE = "Somebody saved this screening in the same moment. Look again, then send it once more."

Save = Callable[[Folder, Member, dict[str, Any]], None]


class StatusForm(forms.Form):
    """A new status, and why."""

    status = forms.ChoiceField(
        choices=Status.choices, error_messages={"required": _ASK_STATUS, "invalid_choice": _ASK_STATUS}
    )
    why = forms.CharField(
        required=False,
        max_length=LONGEST_WHY,
        error_messages={"max_length": f"Write the reason in at most {LONGEST_WHY} characters."},
    )

    def clean(self) -> dict[str, Any]:
        """An end needs its reason."""
        told = super().clean() or {}
        if told.get("status") in NEEDS_WHY and "why" in told and not told["why"]:
            raise ValidationError(f"Write why it is {Status(told['status']).label}. One sentence is enough.")
        return told


class AssignForm(forms.Form):
    """Who works on it; empty for nobody."""

    to = forms.ChoiceField(required=False, error_messages={"invalid_choice": _ASK_MEMBER})

    def __init__(self, office_id: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(one.id, one.name) for one in staff(office_id)]  # type: ignore[attr-defined]


@office_page(STAFF, ("GET", "HEAD", "POST"))
def status(request: StaffRequest, screening_id: str) -> HttpResponse:
    """Say where a screening stands."""
    return _change(request, screening_id, StatusForm(request.POST), What.STATUS, _save_status)


@office_page(STAFF, ("GET", "HEAD", "POST"))
def assign(request: StaffRequest, screening_id: str) -> HttpResponse:
    """Say who works on a screening."""
    form = AssignForm(request.member.office_id, request.POST)
    return _change(request, screening_id, form, What.ASSIGNED, _save_assignee)


def _change(
    request: StaffRequest, screening_id: str, form: forms.Form, what: What, save: Save
) -> HttpResponse:
    """Show the form, or take it and go back to the review."""
    if request.method != "POST":
        return _page(request, screening_id, what)
    try:
        with transaction.atomic():
            folder = take(request.member, screening_id)
            if folder.row.opened_on is None:
                return redirect("conflict", screening_id)
            problems = _told(folder, request, what) or _problems(form)
            if not problems:
                save(folder, request.member, form.cleaned_data)
    except ChangedMeanwhileError:
        problems = [_MEANWHILE]
    if problems:
        return _once_more(request, problems)
    _FORM.forget(request)
    return redirect("review", screening_id)


def _page(request: StaffRequest, screening_id: str, what: What) -> HttpResponse:
    """The form alone, with what was typed and what there is to fix."""
    folder = take(request.member, screening_id)
    if folder.row.opened_on is None:
        return redirect("conflict", screening_id)
    kept = _FORM.kept(request, request.path) if "again" in request.GET else {}
    about = {"folder": folder, "typed": None, "problems": [], "at": "queue", **kept}
    return render(request, f"office/queue/{_PAGE[what]}.html", about)


_PAGE = {What.STATUS: "status", What.ASSIGNED: "assign"}


def _once_more(request: StaffRequest, problems: list[str]) -> HttpResponse:
    typed = {name: request.POST.get(name, "") for name in ("status", "why", "to")}
    _FORM.keep(request, request.path, typed=typed, problems=problems)
    return redirect(f"{request.path}?again=1")


def _problems(form: forms.Form) -> list[str]:
    return [] if form.is_valid() else [str(told) for field in form.errors.values() for told in field]


def _told(folder: Folder, request: StaffRequest, what: What) -> list[str]:
    """What others did to the same thing since the form was shown, in sentences."""
    others = others_since(folder, number_of(request.POST.get("v", "")), request.member)
    return [_sentence(line) for line in others if line.what == what.value]


def _sentence(line: Entry) -> str:
    at = date_format(datetime.fromisoformat(line.at).astimezone(CALIFORNIA), "N j, g:i a")
    if line.what == What.STATUS.value:
        done = f"set the status to “{Status(line.now).label}”"
    else:
        done = "changed who it is assigned to"
    return f"{line.by} {done} on {at}, after you opened the form. What you chose is kept below, not saved."


def _save_status(folder: Folder, member: Member, told: dict[str, Any]) -> None:
    if told["status"] != folder.row.status or told["why"]:
        change_status(folder, member, told["status"], told["why"])


def _save_assignee(folder: Folder, member: Member, told: dict[str, Any]) -> None:
    was, new = folder.file.assignee, told["to"]
    if new == was:
        return
    enter(folder, member, What.ASSIGNED, was=was, new=new)
    folder.file.assignee = new
    put_back(folder)
    username = Member.objects.get(pk=new).username if new else "nobody"
    log.note(member, log.Act.ASSIGNED, folder.row.id, f"to {username}")
