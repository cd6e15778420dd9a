"""Headers that neither Django nor django-csp sets, and the language of a page."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
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


# `?l=es` on a page that belongs to no interview and has no language in its path.
CHOSEN = "l"


class LanguageMiddleware(LocaleMiddleware):
    """The language of the path, else the one just chosen, else the browser's. An interview has its own."""

    def process_request(self, request: HttpRequest) -> None:
        """Activate it for this request."""
        super().process_request(request)
        chosen = request.GET.get(CHOSEN)
        if chosen in dict(settings.LANGUAGES):
            translation.activate(chosen)
