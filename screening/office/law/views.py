"""The list of authorities with what is due, and the form of one of them."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from screening.interview.today import today
from screening.law.authority_checks import record, recorded_checks
from screening.law.sources import Checking, source, sources
from screening.office.access.guards import ATTORNEY, StaffRequest, office_page
from screening.office.file import log
from screening.office.law.check_form import AGREES, CheckForm, empty_form, read_form
from screening.office.review.form_values import posted
from screening.rules.authorities import AUTHORITIES


@office_page((ATTORNEY,))
def authorities(request: StaffRequest) -> HttpResponse:
    """Every authority, those with something due first."""
    checks = recorded_checks()
    rows = sources(Checking(checks, today()))
    about = {
        "at": "law",
        "rows": sorted(rows, key=lambda one: not one.due),
        "due": sum(one.due for one in rows),
        "points": sum(len(one.points) for one in rows),
        "months": checks.months,
    }
    return render(request, "office/law/authorities.html", about)


@office_page((ATTORNEY,), ("GET", "HEAD", "POST"))
def check_authority(request: StaffRequest, authority: str) -> HttpResponse:
    """The points of one authority; a POST adds the checks."""
    if authority not in AUTHORITIES:
        raise Http404
    day = today()
    if request.method != "POST":
        return _page(request, authority, empty_form(authority, day), day)
    told = {name: posted(request, name) for name in request.POST}
    form = read_form(authority, told, request.member, day)
    if form.problems:
        return _page(request, authority, form, day, status=422)
    _keep(form, request)
    return redirect("law_checks")


def _keep(form: CheckForm, request: StaffRequest) -> None:
    by = f"{request.member.name}, SBN {request.member.bar_number}"
    with transaction.atomic():
        for one in form.chosen:
            agrees = one.choice == AGREES
            record(one.point, form.day, by, form.text, agrees=agrees, note="" if agrees else one.note)
        log.note(request.member, log.Act.CHECKED_LAW, detail=form.chosen[0].point.authority)


def _page(
    request: StaffRequest, authority: str, form: CheckForm, day: date, status: int = 200
) -> HttpResponse:
    shown = source(AUTHORITIES[authority], Checking(recorded_checks(), day))
    about = {
        "at": "law",
        "source": shown,
        "fields": list(zip(form.points, shown.points, strict=True)),
        "form": form,
        "problems": form.problems,
    }
    return render(request, "office/law/check.html", about, status=status)
