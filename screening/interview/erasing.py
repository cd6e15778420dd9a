"""*Erase my answers*: asked once, then everything of one interview is gone, its kept place too."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from screening.interview import live, places
from screening.interview.addresses import resume_url
from screening.interview.leaving import SeeOther, forgotten
from screening.interview.openers import drop_run, known_language, visitor_key
from screening.interview.refusals import explained
from screening.interview.showing import frame


@explained
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, run: str) -> HttpResponseBase:
    """What would be erased; a POST erases it."""
    if request.method == "POST":
        return _erase(request, run)
    opened = live.open_live(request.session, run)
    context = {
        **frame(opened, run, "erase"),
        "back": resume_url(run, opened.document),
        "until": places.kept_until(request.session, run),
    }
    return render(request, "erase.html", context)


def _erase(request: HttpRequest, run: str) -> HttpResponse:
    """Also where the answers are gone already: the kept place may be there still."""
    if visitor_key(request.session, run) is None:
        raise live.UnknownRunError
    translation.activate(known_language(request.session))
    with transaction.atomic():
        places.erase_place(request.session, run)
        live.erase(request.session, run, at=None)
        others = drop_run(request.session, run)
        if not others:
            request.session.flush()
    # To another address: a reload of that page erases nothing twice and asks for no key.
    return forgotten(SeeOther(reverse("erased")), with_cookie=not others)


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """What was erased, and what only the person can erase."""
    return render(request, "erased.html")
