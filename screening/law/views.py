"""The open law: what the rules are on any day. No cookie, no session; nothing that is asked here is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from screening.law.asked import asked_rows
from screening.law.authority_checks import recorded_checks
from screening.law.cases_shown import cases_shown
from screening.law.conviction import (
    IMMIGRATION_CONVICTION,
    afterwards_shown,
    flags_shown,
    readings_shown,
    suggested_shown,
)
from screening.law.days import DAY, Days, days_of
from screening.law.flow_pen import Direction
from screening.law.flow_svg import flow_chart
from screening.law.links import BY_SLUG, places
from screening.law.overview import began_between, bills_shown, changes_shown, laws_shown
from screening.law.shown import law_shown
from screening.law.sources import Checking, sources
from screening.law.tables import table_of_conviction
from screening.law.voices import english
from screening.rules.flags.every import ALSO_CONSIDER, BEFORE_FILING, URGENT


# How a view asks which day it is. The clock is read above the law (screening/urls.py).
Today = Callable[[], date]


@require_safe
def front(request: HttpRequest, today: Today) -> HttpResponse:
    """The laws on a day, what changed since another, and what may change."""
    days = days_of(request.GET, today())
    shown = {
        "boxes": tuple(days.boxes.values()),
        "laws": laws_shown(days.as_of),
        "began": began_between(days),
        "changes": changes_shown(days),
        "bills": bills_shown(),
    }
    return _page(request, "front", days, shown)


@require_safe
def remedy(request: HttpRequest, today: Today, slug: str) -> HttpResponse:
    """One law, element by element."""
    if slug not in BY_SLUG:
        raise Http404
    days = days_of(request.GET, today())
    law = law_shown(BY_SLUG[slug], days.as_of, Checking(recorded_checks(), today()))
    return _page(request, "remedy", days, {"law": law}, slug)


@require_safe
def conviction(request: HttpRequest, today: Today) -> HttpResponse:
    """What immigration law counts as a conviction, and what the rules flag."""
    days, checking = days_of(request.GET, today()), Checking(recorded_checks(), today())
    shown = {
        "test": english(IMMIGRATION_CONVICTION),
        "readings": readings_shown(checking),
        "table": table_of_conviction(days.as_of),
        "urgent": flags_shown(URGENT, checking),
        "before": flags_shown(BEFORE_FILING, checking),
        "also": flags_shown(ALSO_CONSIDER, checking),
        "outside": (*suggested_shown(checking), *afterwards_shown(checking)),
    }
    return _page(request, "conviction", days, shown, "conviction")


@require_safe
def questions(request: HttpRequest, today: Today) -> HttpResponse:
    """Every question, and when it is asked."""
    days = days_of(request.GET, today())
    return _page(
        request,
        "questions",
        days,
        {"parts": asked_rows(), "chart": flow_chart(_direction()).svg},
        "questions",
    )


@require_safe
def cases(request: HttpRequest, today: Today) -> HttpResponse:
    """The decided cases, and how the rules read each on a day."""
    days = days_of(request.GET, today())
    decisions, scenarios = cases_shown(days.as_of)
    return _page(request, "cases", days, {"decisions": decisions, "scenarios": scenarios}, "cases")


@require_safe
def authorities(request: HttpRequest, today: Today) -> HttpResponse:
    """Every authority with its marks and checks."""
    days, checks = days_of(request.GET, today()), recorded_checks()
    shown = {"sources": sources(Checking(checks, today())), "months": checks.months}
    return _page(request, "authorities", days, shown, "authorities")


def _page(
    request: HttpRequest, name: str, days: Days, shown: Mapping[str, Any], here: str = ""
) -> HttpResponse:
    """A page in its frame. The other languages, and the other pages, keep the day."""
    languages = [(code, own, _in_language(request.path, code, days)) for code, own in settings.LANGUAGES]
    frame = {
        "days": days,
        "boxes": (days.boxes[DAY],),
        "places": places(here, days.query),
        "languages": languages,
    }
    return render(request, f"law/{name}.html", {**frame, **shown})


def _direction() -> Direction:
    return "rtl" if get_language_bidi() else "ltr"


def _in_language(path: str, language: str, days: Days) -> str:
    """These pages name their language in the path, which is its first part."""
    _old, _, rest = path.removeprefix("/").partition("/")
    return f"/{language}/{rest}{days.whole_query}"
