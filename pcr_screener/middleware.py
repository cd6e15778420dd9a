"""Headers that neither Django nor django-csp sets, and the language of a page."""

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


HEADERS = {
    # Static files say otherwise themselves. A page must not come back after its answers are erased.
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


def headers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Add HEADERS to every response that has none of its own."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return respond


def readable(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse what says that it is in another charset than ours: some of those that Python knows are no text."""

    def respond(request: HttpRequest) -> HttpResponse:
        if (request.encoding or "utf-8").lower() not in _UTF_8:
            request.encoding = "utf-8"
            raise BadRequest
        return get_response(request)

    return respond


_UTF_8 = ("utf-8", "utf8")
# `?l=es` on a page that belongs to no interview and has no language in its path.
CHOSEN = "l"


class LanguageMiddleware(LocaleMiddleware):
    """The language of the path, else the one just chosen, else the browser's. An interview has its own."""

    def process_request(self, request: HttpRequest) -> None:
        """Activate it for this request."""
        super().process_request(request)
        translation.activate(language_of(request))


def language_of(request: HttpRequest) -> str:
    """What a request says of its reader's language."""
    chosen = request.GET.get(CHOSEN)
    if chosen in dict(settings.LANGUAGES):
        return str(chosen)
    return translation.get_language_from_request(request, check_path=True)


class CsrfMiddleware(CsrfViewMiddleware):
    """Django's, which looks into the session at once. A page that asks for nothing does not need it."""

    def process_request(self, request: HttpRequest) -> None:
        """A form is not let through by this: its token is looked for again, and that fails."""
        with suppress(DatabaseError):
            super().process_request(request)
