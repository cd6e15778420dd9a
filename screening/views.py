"""The pages outside the interview."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pcr_screener.operator import LOGO_TYPES
from screening.interview.way_back import way_back
from screening.questions.page import Part
from screening.questions.wording import say
from screening.rules.version import rules_version
from screening.summary.client.lawyers import county_rows, court_line, statewide_rows


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What this is and what it keeps; sets no cookie."""
    return render(request, "start.html", {"parts": [say(part.title) for part in Part]})


@require_safe
def keeps(request: HttpRequest) -> HttpResponse:
    """What is kept and for how long, what leaving erases, and what only the person can erase."""
    return render(request, "keeps.html", {"rules_version": rules_version(), **way_back(request)})


@require_safe
def lawyers(request: HttpRequest) -> HttpResponse:
    """Where to find a lawyer: the same for everybody, whatever was answered."""
    context = {"court_line": court_line(), "counties": county_rows(), "statewide": statewide_rows()}
    return render(request, "lawyers.html", {**context, **way_back(request)})


@require_safe
def logo(_request: HttpRequest) -> HttpResponse:
    """The operator's picture, from beside the operator's file."""
    path = settings.OPERATOR.logo_path
    if path is None:
        raise Http404
    return HttpResponse(path.read_bytes(), content_type=LOGO_TYPES[path.suffix])
