"""What a person takes away: a copy for themselves, a paper for a lawyer, the dates for a calendar.

Which boxes were ticked travels in the body of each form, never in an address, and is stored nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from screening.interview import live
from screening.interview.addresses import resume_url
from screening.interview.aside import Aside, aside_from
from screening.interview.refusals import explained
from screening.interview.showing import frame
from screening.interview.today import today
from screening.law.authority_checks import recorded_checks
from screening.questions.wording import say
from screening.rules.answers import Answers
from screening.summary.client.calendar_file import calendar_file, exact_days
from screening.summary.client.copy import build_client_copy
from screening.summary.client.lawyers import lawyer_rows
from screening.summary.client.sensitive import Group, answered_groups, ticked_groups
from screening.summary.page.data import CaseRecord
from screening.summary.report.building import attorney_report


TICKS = "a"
READ = "read"


@dataclass(frozen=True)
class TickBox:
    """One group of answers that may be left out."""

    number: str
    title: str
    ticked: bool


def records_of(opened: live.Live) -> list[CaseRecord]:
    """The answers that count, case by case."""
    return opened.document.records()


def confirmed(opened: live.Live) -> bool:
    """Has the person said that the answers so far are right?"""
    return opened.document.confirmed and opened.document.may_stop()


def _was_sent(opened: live.Live) -> bool:
    """Then no paper says that nothing was."""
    return bool(opened.document.sending.receipt)


@explained
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, run: str) -> HttpResponseBase:
    """What shall stand on the copy? A POST may also ask to read it, or come from a button of the frame."""
    if request.method != "POST":
        return _choices(request, run, live.open_live(request.session, run), ())
    with transaction.atomic():
        opened = live.open_live(request.session, run)
        aside = aside_from(request.POST, run, here := reverse("print", kwargs={"run": run}))
        if aside is not None and aside.language:
            live.speak(request.session, opened.document, aside.language)
        opened.save()
    if aside is not None and aside.address != here:
        return redirect(aside.address)
    show = _copy_page if _reads(request, aside) else _choices
    return show(request, run, opened, ticked_groups(request.POST.getlist(TICKS)))


def _reads(request: HttpRequest, aside: Aside | None) -> bool:
    """Was the copy asked for, or does a language button stand on it?"""
    return request.POST.get("to" if aside is None else "here") == READ


def _choices(
    request: HttpRequest, run: str, opened: live.Live, ticked: tuple[Group, ...]
) -> HttpResponseBase:
    if not confirmed(opened):
        return redirect(resume_url(run, opened.document))
    days = exact_days(Answers(records_of(opened)[0].answers), today())
    return render(request, "print.html", {**_page(run, opened, ticked), "days": days})


def _copy_page(
    request: HttpRequest, run: str, opened: live.Live, ticked: tuple[Group, ...]
) -> HttpResponseBase:
    if not confirmed(opened):
        return redirect(resume_url(run, opened.document))
    copy = build_client_copy(records_of(opened), today(), ticked)
    context = {**_page(run, opened, ticked), "copy": copy, "lawyers": lawyer_rows()}
    return render(request, "client/page.html", context)


def _page(run: str, opened: live.Live, ticked: tuple[Group, ...]) -> dict[str, Any]:
    """The frame's buttons belong to the form of the page, so that the ticks go with them."""
    answered = {key for record in records_of(opened) for key in record.answers}
    boxes = [TickBox(group.number, say(group.title), group in ticked) for group in answered_groups(answered)]
    return {**frame(opened, run), "groups": boxes}


@explained
@require_POST
def client_copy(request: HttpRequest, run: str) -> HttpResponseBase:
    """The page for a pocket as a PDF; where something is ticked the long copy behind it."""
    return _taken(request, run, lambda pdf: download(pdf, "application/pdf", "copy.pdf"))


@explained
@require_POST
def client_picture(request: HttpRequest, run: str) -> HttpResponseBase:
    """The page for a pocket as a picture, for a phone without a printer."""
    from screening.summary.pdf.picture import picture

    return _taken(request, run, lambda pdf: download(picture(pdf), "image/png", "copy.png"))


def _taken(request: HttpRequest, run: str, answer: Callable[[bytes], HttpResponseBase]) -> HttpResponseBase:
    """Made while the person waits and kept nowhere."""
    # WeasyPrint takes a second to load and may be missing its libraries.
    from screening.summary.pdf.papers import client_pdf

    with transaction.atomic():
        opened = live.open_live(request.session, run)
        opened.save()
    if not confirmed(opened):
        return redirect(resume_url(run, opened.document))
    ticked = ticked_groups(request.POST.getlist(TICKS))
    copy = build_client_copy(records_of(opened), today(), ticked)
    language = str(translation.get_language())
    return answer(client_pdf(copy, language, everything=bool(ticked), sent=_was_sent(opened)))


@explained
@require_safe
def paper(request: HttpRequest, run: str) -> HttpResponseBase:
    """The PDF for an attorney, with all answers: in English, the person's own words beside it."""
    from screening.summary.pdf.papers import attorney_pdf

    opened = live.open_live(request.session, run)
    if not confirmed(opened):
        return redirect(resume_url(run, opened.document))
    report = attorney_report(records_of(opened), today(), opened.document.language, recorded_checks())
    report = replace(report, sent=_was_sent(opened))
    return download(attorney_pdf(report), "application/pdf", "summary.pdf")


@explained
@require_safe
def dates(request: HttpRequest, run: str) -> HttpResponseBase:
    """The coming days for a calendar. Neither the address nor the file says what they are for."""
    opened = live.open_live(request.session, run)
    if not confirmed(opened):
        return redirect(resume_url(run, opened.document))
    as_of = today()
    days = exact_days(Answers(records_of(opened)[0].answers), as_of)
    return download(calendar_file(days, as_of), "text/calendar; charset=utf-8", "dates.ics")


def download(content: bytes, content_type: str, name: str) -> HttpResponse:
    """A file under a name that says nothing."""
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )
