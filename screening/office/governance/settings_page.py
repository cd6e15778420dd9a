"""The office itself: how it is called, how long it keeps, where it hands over to."""

from __future__ import annotations

import base64
import json
from hashlib import sha256
from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from screening.interview.kept_form import KeptForm
from screening.office.access.guards import ADMINISTRATOR, StaffRequest, office_page
from screening.office.file import log
from screening.office.governance.password_again import password_problem
from screening.office.governance.periods import DAYS, follow_periods, longest
from screening.office.governance.webhook import CannotSendError, target_of
from screening.office.keys import office_keys
from screening.office.models import Member, Office


_FORM = KeptForm("settings")
SHOW_SECRET = "show_secret"  # noqa: S105 (a button's name)
_DAYS_LABEL = {
    "unopened_days": "Sent by a person, opened by nobody",
    "declined_days": "Declined (keyed hashes of the names stay)",
    "exported_days": "Accepted, referred or closed, after its export",
    "dropped_days": "A call that dropped, if the caller agreed that it is kept (else the same day)",
    "log_days": "Lines of the access log",
}


class OfficeForm(forms.ModelForm):  # type: ignore[type-arg]
    """Periods only as long as the default or shorter."""

    # The address is judged by what may be sent to it (`webhook.py`).
    webhook_url = forms.CharField(
        label="Address of the case-management system", required=False, max_length=200
    )

    class Meta:
        """What an administrator sets."""

        model = Office
        fields: ClassVar = ["name", "address", "phone", "takes_screenings", *DAYS, "webhook_url"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in DAYS:
            most = longest(name)
            self.fields[name] = forms.IntegerField(
                label=_DAYS_LABEL[name],
                help_text=f"1 to {most} days",
                min_value=1,
                max_value=most,
                error_messages=dict.fromkeys(
                    ("required", "invalid", "min_value", "max_value"),
                    f"Write a number of days from 1 to {most}.",
                ),
            )
        for name, label, told in _TEXTS:
            self.fields[name].label = label
            self.fields[name].error_messages.update(dict.fromkeys(("required", "invalid"), told))

    def clean_webhook_url(self) -> str:
        """An address that may be sent to. Whether it answers shows at the first hand-over."""
        url = str(self.cleaned_data["webhook_url"])
        try:
            if url:
                target_of(url)
        except CannotSendError as problem:
            raise forms.ValidationError(str(problem)) from problem
        return url


_TEXTS = (
    ("name", "Name", "Write the name of the office."),
    ("address", "Address", ""),
    ("phone", "Phone", ""),
    ("takes_screenings", "The public may send screenings to this office", ""),
)


@office_page((ADMINISTRATOR,), ("GET", "HEAD", "POST"))
def office_settings(request: StaffRequest) -> HttpResponse:
    """Show, save, or show the secret of the webhook once."""
    if request.method != "POST":
        form = OfficeForm(instance=_office(request))
        return _page(
            request, form, _digest(form.instance), _FORM.take(request, request.path).get("problem", "")
        )
    if SHOW_SECRET in request.POST:
        return _secret(request)
    with transaction.atomic():
        office = _office(request)
        read = _digest(office)
        form = OfficeForm(_clean(request), instance=office)
        if form.is_valid() and request.POST.get("read") == read:
            _save(form, request.member)
            return redirect("office_settings")
    if form.is_valid():
        return _page(request, form, read, _meanwhile(form), status=409)
    return _page(request, form, request.POST.get("read", ""), status=422)


def _meanwhile(form: OfficeForm) -> str:
    """What somebody else saved, where it is not what was typed: then saving once more is a decision."""
    labels = [(form[name].label, form.initial[name]) for name in form.changed_data]
    now = "; ".join(f"{label}: {'empty' if value == '' else value}" for label, value in labels)
    told = "Somebody changed the office after you opened this page. What you wrote stands below, not saved."
    return f"{told} It says now: {now}. Save once more to put yours in its place." if now else told


def _office(request: StaffRequest) -> Office:
    return Office.objects.get(pk=request.member.office_id)


def _clean(request: StaffRequest) -> Any:
    """Without NUL, which no database takes."""
    told = request.POST.copy()
    for name in told:
        told[name] = str(told[name]).replace("\0", "")
    return told


def _digest(office: Office) -> str:
    """Which state of the office the form was shown with."""
    told = [getattr(office, name) for name in OfficeForm.Meta.fields]
    return sha256(json.dumps(told).encode()).hexdigest()


def _save(form: OfficeForm, member: Member) -> None:
    changed = sorted(form.changed_data)
    if not changed:
        return
    before = {name: form.initial[name] for name in DAYS}
    office = form.save(commit=False)
    office.save(update_fields=changed)
    follow_periods(office, before)
    # What changed, and of the periods from what to what: a log holds no more of an address than that.
    told = [f"{name} {before[name]} to {getattr(office, name)}" if name in DAYS else name for name in changed]
    log.note(member, log.Act.SETTINGS, detail=", ".join(told))


def _secret(request: StaffRequest) -> HttpResponse:
    problem = password_problem(request)
    if problem:
        _FORM.keep(request, request.path, problem=problem)
        return redirect("office_settings")
    secret = office_keys(request.member.office_id).webhook
    log.note(request.member, log.Act.SETTINGS, detail="looked at the secret of the webhook")
    about = {"at": "records", "here": "office", "secret": base64.b64encode(secret).decode()}
    return render(request, "office/governance/secret.html", about)


def _page(
    request: StaffRequest, form: OfficeForm, read: str, problem: str = "", status: int = 200
) -> HttpResponse:
    about = {
        "at": "records",
        "here": "office",
        "form": form,
        "problem": problem,
        "read": read,
        "days": [form[name] for name in DAYS],
        "texts": [form[name] for name in ("name", "address", "phone")],
    }
    return render(request, "office/governance/settings.html", about, status=status)
