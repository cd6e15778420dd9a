"""What every page knows: who runs it, its times, and its languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from pcr_screener.languages import language_spoken


def operator(request: HttpRequest) -> dict[str, Any]:
    """The operator, the times and the languages, for templates."""
    language = language_spoken()
    return {
        "office": settings.OPERATOR,
        "office_hours": settings.OPERATOR.text("hours", language),
        "office_about": settings.OPERATOR.text("about", language),
        "unclear": _unclear(request),
        "idle_minutes": settings.PCR_IDLE_MINUTES,
        "max_hours": settings.PCR_MAX_HOURS,
        "place_days": settings.PCR_PLACE_DAYS,
        "languages": [(code, name, _address(request.path, code)) for code, name in settings.LANGUAGES],
    }


def _unclear(request: HttpRequest) -> str:
    """Where to say that this page is unclear. It carries the page's number or name, never an answer."""
    page = request.resolver_match
    return settings.OPERATOR.feedback_on(page.kwargs.get("step") or page.url_name or "") if page else ""


def _address(path: str, language: str) -> str:
    """The same page in another language: in its path where that names one, else in a query."""
    first, _, rest = path.removeprefix("/").partition("/")
    if path == "/" or first in dict(settings.LANGUAGES):
        return f"/{language}/{rest}"
    return f"?l={language}"
