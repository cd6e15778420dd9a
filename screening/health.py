"""For a monitor: does the process answer, and can it read and write the database of this version?"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from http import HTTPStatus

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from pcr_screener.storage_faults import hurry, what_failed


GetResponse = Callable[[HttpRequest], HttpResponse]


def probes(get_response: GetResponse) -> GetResponse:
    """Answer a monitor before anything looks at host, scheme or session: a load balancer asks by address."""

    def respond(request: HttpRequest) -> HttpResponse:
        return health(request) if request.path == reverse("health") else get_response(request)

    return respond


@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """200 and "ok"; else 503 and a word for what is wrong."""
    word = _wrong()
    status = HTTPStatus.SERVICE_UNAVAILABLE if word else HTTPStatus.OK
    return HttpResponse(word or "ok", content_type="text/plain", status=status)


def _wrong() -> str:
    try:
        hurry()
        missing = _known() - set(MigrationRecorder(connection).applied_migrations())
        if missing:
            return "unmigrated"
        _write()
    except DatabaseError as error:
        return what_failed(error) or "broken"
    return ""


@cache
def _known() -> frozenset[tuple[str, str]]:
    """The migrations of this version."""
    return frozenset(MigrationLoader(None).graph.nodes)


def _write() -> None:
    """A page of the file, which holds nothing: only a write tells whether there is room."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA user_version = 1")
