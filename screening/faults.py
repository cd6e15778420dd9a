"""The pages of faults: in the reader's language, from neither database nor session nor token.

They are drawn without the request, so that no template can ask it for a session.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.template.loader import render_to_string
from django.utils import translation

from pcr_screener.context import operator
from pcr_screener.languages import SOURCE, language_spoken
from pcr_screener.middleware import language_of
from pcr_screener.storage_faults import what_failed
from screening.interview.leaving import is_leaving, left
from screening.interview.origin import from_this_site


GetResponse = Callable[[HttpRequest], HttpResponse]

# A disk is not emptied in a second; a lock is gone by then.
_RETRY_SECONDS = "30"
# Whose forms hold neither password nor code.
_NO_SECRETS = ("s/", "office/calls/", "office/review/")


def told(get_response: GetResponse) -> GetResponse:
    """*Leave now* leads away whatever went wrong, and no refusal is an empty page."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code < HTTPStatus.BAD_REQUEST:
            return response
        if is_leaving(request):
            return left(request)
        empty = not response.streaming and not response.content
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and empty:
            del response.headers["Content-Length"]
            response.content = _html(request, HTTPStatus.NOT_FOUND)
        return response

    return respond


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be read, or is too long."""
    too_long = isinstance(exception, RequestDataTooBig)
    return _page(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_long else HTTPStatus.BAD_REQUEST)


def refused(request: HttpRequest, reason: str = "", exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django passes them)
    """A form came without the token of its session: most often the cookie did not come back."""
    return _page(request, HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django passes it)
    """No such page, or none for this reader: the two cannot be told apart."""
    return _page(request, HTTPStatus.NOT_FOUND)


def broke(request: HttpRequest) -> HttpResponse:
    """Database or disk do not serve (503), the browser went away while it sent (400), or we are at fault."""
    error = sys.exception()
    if what_failed(error):
        return _unavailable(request)
    if isinstance(error, UnreadablePostError):
        return _page(request, HTTPStatus.BAD_REQUEST)
    return _page(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def _unavailable(request: HttpRequest) -> HttpResponse:
    """Says whether something was sent, and holds it for another try."""
    context = {"again": request.get_full_path(), "posted": request.method == "POST", "sent": _held(request)}
    response = _page(request, HTTPStatus.SERVICE_UNAVAILABLE, context)
    response.headers["Retry-After"] = _RETRY_SECONDS
    return response


def _held(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a form of this site, its own token among them; none of a form with a secret."""
    match = request.resolver_match
    if request.method != "POST" or not match or not match.route.startswith(_NO_SECRETS):
        return []
    try:
        fields = request.POST.lists() if from_this_site(request) else ()
    except (OSError, BadRequest, SuspiciousOperation):
        return []
    return [(name, str(text)) for name, texts in fields for text in texts]


def _page(request: HttpRequest, status: HTTPStatus, context: dict[str, Any] | None = None) -> HttpResponse:
    return HttpResponse(_html(request, status, context or {}), status=status)


def _html(request: HttpRequest, status: HTTPStatus, context: Mapping[str, Any] = MappingProxyType({})) -> str:
    office = _is_office(request)
    with translation.override(SOURCE if office else _language(request)):
        name = f"office/alone/{status}.html" if office else f"{status}.html"
        try:
            return render_to_string(name, {**operator(request), **context})
        except Exception:  # noqa: BLE001 (whatever it is, a page comes)
            return render_to_string("office/alone/plain.html" if office else "plain.html")


def _is_office(request: HttpRequest) -> bool:
    """Staff are not led to public pages, and the public knows of no office."""
    on_both = settings.PCR_SIDE == "both" and request.path.startswith("/office/")
    return on_both or settings.PCR_SIDE == "office"


def _language(request: HttpRequest) -> str:
    """The one that this request speaks, an interview's among them; before there is one, as it asks."""
    return language_spoken() if hasattr(request, "LANGUAGE_CODE") else language_of(request)
