"""The pages outside the interview."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What this is and what it keeps; sets no cookie."""
    return render(request, "start.html")


@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """For a monitor: the process answers and the database opens."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django passes it)
    """A form came without the token of its session: most often the cookie did not come back."""
    return render(request, "403.html", status=403)
