"""Where the brake is put on: the page that asks to wait, and how many papers one interview may ask for."""

from __future__ import annotations

from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from screening.interview.brake import TICKET, Brake
from screening.interview.openers import known_language, visitor_key
from screening.interview.refusals import View


STARTS = "starts"
# Papers of one interview in a minute: what others ask for is not counted.
MOST_PAPERS = 10


def starts() -> Brake:
    """The brake on new interviews."""
    return Brake(STARTS, settings.PCR_STARTS_A_MINUTE)


def waiting_address(ticket: str) -> str:
    """The page on which a start waits."""
    return f"{reverse('begin')}?{urlencode({TICKET: ticket})}"


def start_waits(request: HttpRequest, ticket: str, left: int) -> HttpResponse:
    """One moment, then the button. In any language the same ticket goes on getting older."""
    context = {
        "ticket": ticket,
        "left": left,
        "languages": list(map(_in_language(ticket), settings.LANGUAGES)),
    }
    return _slow(request, context, left)


def few_papers(view: View) -> View:
    """A view that makes a paper, for an interview that did not just ask for many."""

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        key = visitor_key(request.session, kwargs["run"])
        if key is None:
            return view(request, **kwargs)
        papers = Brake(f"papers-{key.row}", MOST_PAPERS)
        if papers.is_on():
            translation.activate(known_language(request.session))
            return _slow(request, {"of": kwargs["run"]}, 60)
        papers.count()
        return view(request, **kwargs)

    return answer


def _slow(request: HttpRequest, context: dict[str, Any], left: int) -> HttpResponse:
    response = render(request, "slow.html", context)
    if left:
        response.status_code, response.headers["Retry-After"] = 429, str(left)
    return response


def _in_language(ticket: str) -> Any:
    def of(language: tuple[str, str]) -> tuple[str, str, str]:
        with translation.override(language[0]):
            return (*language, waiting_address(ticket))

    return of
