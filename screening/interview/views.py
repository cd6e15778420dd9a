"""The pages of an interview that are not questions: its beginning, the check page, the result."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from screening.interview import live, slowing
from screening.interview.addresses import question_url, resume_url
from screening.interview.aside import aside_from, standing_at
from screening.interview.brake import TICKET
from screening.interview.cookie import renew_cookie
from screening.interview.origin import from_this_site
from screening.interview.printing import confirmed, records_of
from screening.interview.refusals import explained
from screening.interview.showing import check_page, frame, to_go_on
from screening.interview.slowing import start_waits, waiting_address
from screening.interview.today import today
from screening.questions.route import PAGES
from screening.summary.client.result import result_page
from screening.summary.report.building import build_report


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponseBase:
    """The Start button. It holds no token, since nothing was stored before it: the origin is asked for.

    With many starts in a minute it leads to a page that waits (`brake.py`); that page is all a GET shows.
    """
    starts = slowing.starts()
    if request.method != "POST":
        ticket = request.GET.get(TICKET, "")
        left = starts.seconds_left(ticket)
        return HttpResponseNotAllowed(["POST"]) if left is None else start_waits(request, ticket, left)
    if not from_this_site(request):
        return render(request, "403.html", status=403)
    if not starts.lets_through(request.POST.get(TICKET, "")):
        return redirect(waiting_address(starts.ticket(request.POST.get(TICKET, ""))))
    starts.count()
    live.erase_expired()
    with transaction.atomic():
        run = live.begin(request.session)
        renew_cookie(request)
    return redirect(question_url(run, 1, PAGES[0].number))


@explained
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, run: str) -> HttpResponseBase:
    """The answers to read again, all or those so far; a POST says that they are right."""
    if request.method == "POST":
        return _confirm(request, run)
    opened = live.open_live(request.session, run)
    if not opened.document.may_stop():
        return redirect(resume_url(run, opened.document))
    return render(request, "check.html", check_page(run, opened))


def _confirm(request: HttpRequest, run: str) -> HttpResponseRedirect:
    with transaction.atomic():
        opened = live.open_live(request.session, run)
        if not opened.document.may_stop():
            return redirect(resume_url(run, opened.document))
        opened.document.confirm()
        opened.save()
    return redirect("result", run=run)


@explained
@require_POST
def beside(request: HttpRequest, run: str) -> HttpResponseRedirect:
    """Another language, or more time, on a page that is no question."""
    with transaction.atomic():
        opened = live.open_live(request.session, run)
        aside = aside_from(request.POST, run, standing_at(request.POST, run))
        if aside is not None and aside.language:
            live.speak(request.session, opened.document, aside.language)
        opened.save()
        return redirect(aside.address if aside else resume_url(run, opened.document))


@explained
@require_POST
def add_case(request: HttpRequest, run: str) -> HttpResponseRedirect:
    """Another case of the same person, once all cases so far are answered."""
    with transaction.atomic():
        opened = live.open_live(request.session, run)
        document = opened.document
        if document.may_add_case():
            document.add_case()
            opened.save()
        return redirect(resume_url(run, document))


@explained
@require_safe
def result(request: HttpRequest, run: str) -> HttpResponseBase:
    """What the answers point to. It is computed from the live interview, so a refresh is safe."""
    opened = live.open_live(request.session, run)
    if not confirmed(opened):
        return redirect(resume_url(run, opened.document))
    report = build_report(records_of(opened), today())
    return render(
        request,
        "result.html",
        {**frame(opened, run, "result"), **to_go_on(opened, run), **result_page(report)},
    )
