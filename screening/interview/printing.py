"""What a person takes away: a copy for themselves, a paper for a lawyer, the dates for a calendar.

Which boxes were ticked travels in the body of each form and never in an address. It is stored nowhere, but
sealed in the session while a paper is being made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
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
from screening.interview.kept_form import KeptForm
from screening.interview.leaving import SeeOther
from screening.interview.making import PART, cases_of_part, of_all, part_of, parts_of, shown
from screening.interview.refusals import explained
from screening.interview.showing import frame
from screening.interview.today import today
from screening.law.authority_checks import recorded_checks
from screening.questions.wording import say
from screening.rules.answers import Answers
from screening.summary.client.calendar_file import calendar_file, exact_days
from screening.summary.client.copy import build_client_copy
from screening.summary.client.lawyers import lawyer_rows, rows_on_paper
from screening.summary.client.sensitive import Group, answered_groups, ticked_groups
from screening.summary.page.data import CaseRecord
from screening.summary.pdf.apart import Job, Paper, State
from screening.summary.pdf.apart import paper as made_apart
from screening.summary.report.building import attorney_report


TICKS = "a"
READ = "read"
# The names of their addresses.
COPY, PICTURE, PAPER = "copy", "picture", "paper"
_FILES = {
    COPY: ("application/pdf", "copy.pdf"),
    PICTURE: ("image/png", "copy.png"),
    PAPER: ("application/pdf", "summary.pdf"),
}
_TICKED = KeptForm("ticked")


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
    context = {
        **_page(run, opened, ticked),
        "copy": copy,
        "lawyers": lawyer_rows(),
        "places": rows_on_paper(),
    }
    return render(request, "client/page.html", context)


def _page(run: str, opened: live.Live, ticked: tuple[Group, ...]) -> dict[str, Any]:
    """The frame's buttons belong to the form of the page, so that the ticks go with them."""
    answered = {key for record in records_of(opened) for key in record.answers}
    boxes = [TickBox(group.number, say(group.title), group in ticked) for group in answered_groups(answered)]
    return {**frame(opened, run), "groups": boxes, "parts": parts_of(len(opened.document.cases))}


@explained
@require_POST
def client_copy(request: HttpRequest, run: str) -> HttpResponseBase:
    """The page for a pocket as a PDF; where something is ticked the long copy behind it."""
    return _taken(request, run, COPY)


@explained
@require_POST
def client_picture(request: HttpRequest, run: str) -> HttpResponseBase:
    """The page for a pocket as a picture, for a phone without a printer."""
    return _taken(request, run, PICTURE)


@explained
@require_safe
def paper(request: HttpRequest, run: str, part: int = 1) -> HttpResponseBase:
    """The PDF for an attorney, with all answers: in English, the person's own words beside it."""
    opened = live.open_live(request.session, run)
    if not confirmed(opened):
        return redirect(resume_url(run, opened.document))
    return _given(opened, run, _Wish(PAPER, _part(opened, part)))


def _taken(request: HttpRequest, run: str, what: str) -> HttpResponseBase:
    """With what was ticked, which waits sealed in the session where the paper is not done at once."""
    with transaction.atomic():
        opened = live.open_live(request.session, run)
        opened.save()
    if not confirmed(opened):
        return redirect(resume_url(run, opened.document))
    part = _part(opened, request.POST.get(PART, ""))
    ticked = ticked_groups(request.POST.getlist(TICKS))
    answer = _given(opened, run, _Wish(what, part, ticked))
    if isinstance(answer, SeeOther):
        _TICKED.keep(request, f"{run} {what}", ticked=[group.number for group in ticked])
    return answer


def _part(opened: live.Live, typed: str | int) -> int:
    return part_of(typed, len(records_of(opened)))


@dataclass(frozen=True)
class _Wish:
    """A paper that somebody wants: which one, with which of the cases, with what on it."""

    what: str
    part: int = 1
    ticked: tuple[Group, ...] = ()


def _given(opened: live.Live, run: str, wish: _Wish) -> HttpResponseBase:
    """The paper, or the page that says that it is being made."""
    made = _paper(opened, wish, again=True).wait()
    if made.state is State.READY:
        return download(made.content, *_FILES[wish.what])
    return SeeOther(reverse("made", kwargs={"run": run, "what": wish.what, "part": wish.part}))


@explained
@require_safe
def being_made(request: HttpRequest, run: str, what: str, part: int) -> HttpResponseBase:
    """How far a paper is. It comes again by itself until the paper is there, without a script."""
    opened = live.open_live(request.session, run)
    kept = _TICKED.kept(request, f"{run} {what}")
    if not confirmed(opened) or what not in _FILES or (what != PAPER and not kept):
        return redirect("print", run=run)
    part = _part(opened, part)
    wish = _Wish(what, part, ticked_groups(kept.get("ticked", ())))
    made = _paper(opened, wish, again=False)
    context = {**frame(opened, run, "print"), "what": what, "part": part, "ticked": wish.ticked}
    return shown(render(request, "made.html", {**context, "state": made.state.value}), made)


def _paper(opened: live.Live, wish: _Wish, *, again: bool) -> Paper:
    """The key is made of one that only this visitor's session holds."""
    language, day = str(translation.get_language()), today()
    told = (opened.text, [group.number for group in wish.ticked], language, day)
    key = (opened.opener.row, wish.what, str(wish.part))
    return made_apart(key, told, lambda: _job(opened, wish, language, day), again=again)


def _job(opened: live.Live, wish: _Wish, language: str, day: date) -> Job:
    # WeasyPrint takes a second to load and may be missing its libraries.
    from screening.summary.pdf import papers
    from screening.summary.pdf.picture import picture_of

    everything = records_of(opened)
    records, every = cases_of_part(everything, wish.part), of_all(everything)
    sent = _was_sent(opened)
    if wish.what == PAPER:
        report = attorney_report(records, day, opened.document.language, recorded_checks())
        report = replace(report, sent=sent, of_all=every)
        return Job(papers.attorney_pdf, (report,), cases=len(records))
    copy = build_client_copy(records, day, wish.ticked, every)
    if wish.what == PICTURE:
        return Job(picture_of, (copy, language))
    named = {"everything": bool(wish.ticked), "sent": sent}
    return Job(papers.client_pdf, (copy, language), named, cases=len(records))


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
