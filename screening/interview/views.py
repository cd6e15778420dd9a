"""The pages of an interview that are not questions: its beginning, the check page, the result, the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from screening.interview import live
from screening.interview.addresses import question_url, resume_url
from screening.interview.refusals import explained
from screening.interview.showing import check_page, frame
from screening.interview.today import today
from screening.questions.route import PAGES


if TYPE_CHECKING:
    from screening.summary.report import Report


@csrf_exempt
@require_POST
def begin(request: HttpRequest) -> HttpResponseBase:
    """The Start button. It holds no token, since nothing was stored before it: the origin is asked for.

    The cookie's value is new each time, so that nobody who had this browser before knows it.
    """
    if not _from_this_site(request):
        return render(request, "403.html", status=403)
    live.erase_expired()
    with transaction.atomic():
        run = live.begin(request.session)
        if request.session.session_key is not None:
            request.session.cycle_key()
        # Made now, so that showing the first page writes nothing.
        rotate_token(request)
    return redirect(question_url(run, 1, PAGES[0].number))


def _from_this_site(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


@explained
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, run: str) -> HttpResponseBase:
    """All answers to read again; a POST says that they are right."""
    if request.method == "POST":
        return _confirm(request, run)
    opened = live.open_live(request.session, run)
    if not opened.document.complete():
        return redirect(resume_url(run, opened.document))
    return render(request, "check.html", check_page(run, opened))


def _confirm(request: HttpRequest, run: str) -> HttpResponseRedirect:
    with transaction.atomic():
        opened = live.open_live(request.session, run)
        if not opened.document.complete():
            return redirect(resume_url(run, opened.document))
        opened.document.confirm()
        opened.save()
    return redirect("result", run=run)


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
    if not _confirmed(opened):
        return redirect(resume_url(run, opened.document))
    context = {**frame(opened), "run": run, "report": _report(opened)}
    return render(request, "result.html", context)


@explained
@require_safe
def paper(request: HttpRequest, run: str) -> HttpResponseBase:
    """The PDF for an attorney, made while the person waits and kept nowhere."""
    # WeasyPrint takes a second to load and may be missing its libraries.
    from screening.summary.pdf import attorney_pdf

    opened = live.open_live(request.session, run)
    if not _confirmed(opened):
        return redirect(resume_url(run, opened.document))
    return HttpResponse(
        attorney_pdf(_report(opened)),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="summary.pdf"', "Cache-Control": "no-store"},
    )


def _confirmed(opened: live.Live) -> bool:
    return opened.document.confirmed and opened.document.complete()


def _report(opened: live.Live) -> Report:
    from screening.summary.report import CaseRecord, build_report

    document = opened.document
    records = [CaseRecord(number, document.contract(number)) for number in document.numbers()]
    return build_report(records, today())
