"""Pages of faults need neither database nor session nor token; each says what to do next. Without a server."""

from __future__ import annotations

import errno
import logging
import re
import sqlite3
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig
from django.core.handlers.wsgi import WSGIRequest
from django.db import DatabaseError, OperationalError, connection
from django.http import UnreadablePostError
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from pcr_screener.logs import Formatter
from pcr_screener.storage_faults import hurry, what_failed
from screening import faults
from tests.interview.walk import FROM_THIS_SITE, begin, one_line, posted


BODIES: dict[int, tuple[str, str, str]] = {
    400: (
        "This page could not read what your browser sent.",
        "Esta página no pudo leer lo que envió su navegador.",
        "این صفحه نتوانست آنچه را مرورگر شما فرستاد بخواند.",
    ),
    403: ("Nothing is open here.", "Aquí no hay nada abierto.", "اینجا چیزی باز نیست."),
    413: (
        "That was too long for this page.",
        "Eso fue demasiado largo para esta página.",
        "این برای این صفحه زیادی بلند بود.",
    ),
    500: ("Something broke on our side.", "Algo falló de nuestro lado.", "اینجا چیزی از طرف ما خراب شد."),
    503: (
        "We cannot open or save answers right now.",
        "Ahora no podemos abrir ni guardar respuestas.",
        "الان نمی‌توانیم پاسخ‌ها را باز یا ذخیره کنیم.",
    ),
}
ERRORS: dict[int, Exception] = {
    400: BadRequest("canary"),
    403: PermissionDenied("canary"),
    413: RequestDataTooBig("canary"),
    500: ValueError("canary"),
    503: OperationalError("canary"),
}


def raising(error: Exception) -> Callable[..., None]:
    def broken(*_args: object, **_named: object) -> None:
        raise error

    return broken


@pytest.mark.parametrize("status", ERRORS)
@pytest.mark.parametrize(("place", "language"), enumerate(["en", "es", "fa"]))
def test_a_fault_has_its_page_in_the_language_of_the_reader(
    client: Client, monkeypatch: pytest.MonkeyPatch, status: int, place: int, language: str
) -> None:
    """No database is open in this test."""
    monkeypatch.setattr("screening.views.render", raising(ERRORS[status]))
    client.raise_request_exception = False
    asked = (client.get(f"/{language}/"), client.get("/", headers={"Accept-Language": language}))
    for response in asked:
        html = one_line(response.content.decode())
        assert response.status_code == status
        assert f"<h1>{BODIES[status][place]}</h1>" in html
        assert f'<html lang="{language}" dir="{"rtl" if language == "fa" else "ltr"}">' in html
        assert 'action="/leave/"' in html
        assert re.search('<a class="b" href="/', html), "what to do next"
        assert "canary" not in html
        assert not response.cookies


class Untouchable(WSGIRequest):
    """Whoever asks it who is signed in, breaks."""

    @property
    def user(self) -> None:  # type: ignore[override]
        raise OperationalError


@pytest.mark.parametrize("status", [400, 403, 404, 413, 500, 503])
def test_the_offices_page_asks_nobody_who_is_signed_in(rf: RequestFactory, status: int) -> None:
    html = faults._html(Untouchable(rf.get("/office/calls/").environ), HTTPStatus(status))
    assert "office.css" in html, "not the plain page, which comes where this one breaks"
    assert html.count("<h1>") == 1
    assert 'href="/office/"' in html or status == 503
    assert "Leave now" not in html


@pytest.mark.parametrize(
    ("error", "word"),
    [
        ("SQLITE_FULL", "full"),
        ("SQLITE_READONLY_DBMOVED", "read-only"),
        ("SQLITE_BUSY_SNAPSHOT", "locked"),
        ("SQLITE_CANTOPEN", "gone"),
        ("SQLITE_CORRUPT", "damaged"),
        ("SQLITE_IOERR_READ", "unreadable"),
        ("SQLITE_ERROR", ""),
    ],
)
def test_sqlites_codes_have_a_word(error: str, word: str, settings: Settings, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path
    cause = sqlite3.OperationalError("canary")
    cause.sqlite_errorname = error
    told = OperationalError("canary")
    told.__cause__ = cause
    assert what_failed(told) == word


def test_of_a_disk_whose_folder_is_gone_and_of_one_that_is_full(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cause, told = sqlite3.OperationalError(), OperationalError()
    cause.sqlite_errorname, told.__cause__ = "SQLITE_IOERR_SHMSIZE", cause
    settings.VAR_DIR = tmp_path / "no such folder"
    assert what_failed(told) == "gone"
    monkeypatch.setattr("pcr_screener.storage_faults.disk_usage", lambda _: SimpleNamespace(free=0))
    assert what_failed(told) == "full"


def test_a_database_that_is_there_and_does_not_open_is_read_only(settings: Settings, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path
    (tmp_path / "pcr.sqlite3").touch()
    cause, told = sqlite3.OperationalError(), OperationalError()
    cause.sqlite_errorname, told.__cause__ = "SQLITE_CANTOPEN", cause
    assert what_failed(told) == "read-only"


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (OSError(errno.ENOSPC, "canary"), "full"),
        (OSError(errno.EROFS, "canary"), "read-only"),
        (OSError(errno.ENOENT, "canary"), ""),
        (OperationalError("no such table: canary"), "unmigrated"),
        (OperationalError("server closed the connection"), "unreachable"),
        (DatabaseError("canary"), ""),
        (ValueError("database is locked"), ""),
        (None, ""),
    ],
)
def test_other_errors_have_a_word_where_the_disk_is_at_fault(error: Exception | None, word: str) -> None:
    assert what_failed(error) == word


@pytest.mark.django_db
def test_a_form_is_held_for_another_try_with_its_token(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = begin(client)
    client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("screening.interview.live.Interview.objects.filter", raising(OperationalError()))
        sent = {**posted(address, {}), "a": '"<1>', "csrfmiddlewaretoken": "canary"}
        ours = client.post(address, sent, headers=FROM_THIS_SITE)
        of_another_site = client.post(address, sent)
    assert ours.status_code == 503
    html = one_line(ours.content.decode())
    assert f'<form method="post" action="{address}" class="acts">' in html
    assert '<input type="hidden" name="a" value="&quot;&lt;1&gt;">' in html
    assert '<input type="hidden" name="csrfmiddlewaretoken" value="canary">' in html
    assert "What you just sent is not saved yet." in html
    assert "canary" not in of_another_site.content.decode()
    assert "What you just sent may not be saved." in one_line(of_another_site.content.decode())
    # A link to the page in another language would lead away from what is held.
    assert 'class="tongues"' not in html
    assert 'class="tongues"' in of_another_site.content.decode()


@pytest.mark.django_db
def test_the_words_of_a_code_are_never_held(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.interview.placing.render", raising(OperationalError()))
    monkeypatch.setattr("screening.interview.placing.redirect", raising(OperationalError()))
    client.raise_request_exception = False
    response = client.post("/en/place/", {"code": "canary", "words": "canary"}, headers=FROM_THIS_SITE)
    assert response.status_code == 503
    assert "canary" not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("broken", ["erase_all", "erase_all by the script"])
def test_leaving_leads_away_though_nothing_can_be_erased(
    client: Client, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    begin(client)
    monkeypatch.setattr("screening.interview.live.erase_all", raising(OperationalError()))
    client.raise_request_exception = False
    fields = {"script": "1"} if "script" in broken else {}
    response = client.post("/leave/", fields, headers=FROM_THIS_SITE)
    assert response.status_code == (204 if fields else 303)
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert response.cookies["s"]["max-age"] == 0
    assert client.post("/leave/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_a_refusal_is_no_empty_page(client: Client) -> None:
    response = client.get("/es/start/")
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "No hay ninguna página en esta dirección." in response.content.decode()
    assert client.post("/static/app.css").status_code == 405


def test_a_browser_that_goes_away_while_it_sends_is_no_fault_of_ours(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screening.views.render", raising(UnreadablePostError()))
    client.raise_request_exception = False
    assert client.get("/en/").status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("word", ["unmigrated", "read-only", "broken"])
def test_a_monitor_is_told_what_is_wrong(client: Client, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    if word == "unmigrated":
        monkeypatch.setattr("screening.health._known", lambda: {("screening", "9999_next")})
    else:
        cause, told = sqlite3.OperationalError(), DatabaseError()
        cause.sqlite_errorname = "SQLITE_READONLY" if word == "read-only" else "SQLITE_ERROR"
        told.__cause__ = cause
        monkeypatch.setattr("screening.health._write", raising(told))
    response = client.get("/healthz", headers={"host": "10.0.0.7"})
    assert (response.status_code, response.content.decode()) == (503, word)
    assert client.post("/healthz").status_code == 405


@pytest.mark.django_db
def test_a_monitor_is_answered_by_address_and_over_plain_http(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, ["screener.example"]
    assert client.get("/healthz", headers={"host": "10.0.0.7"}).content == b"ok"
    assert client.get("/es/", headers={"host": "10.0.0.7"}).status_code == 400


def record_of(status: int, error: Exception | None = None, **more: Any) -> logging.LogRecord:
    """As Django writes it: the address stands in its message."""
    request = SimpleNamespace(path="/s/canary/", resolver_match=SimpleNamespace(route="s/<str:run>/"))
    told = (type(error), error, None) if error else None
    record = logging.LogRecord("django.request", 30, __file__, 1, "Canary %s", ("/s/canary/",), told)
    record.__dict__ |= {"request": request, "status_code": status, **more}
    return record


def test_the_log_says_pattern_and_status_and_nothing_that_was_sent() -> None:
    assert Formatter().format(record_of(404)).endswith(" WARNING django.request: 404 Not Found: s/<str:run>/")
    refused = Formatter().format(record_of(400, BadRequest("canary")))
    assert refused.endswith("400 Bad Request: s/<str:run>/"), "no frames"
    broke = Formatter().format(record_of(500, ValueError("canary")))
    assert broke.endswith("500 Internal Server Error: s/<str:run>/\n  ValueError")
    full = Formatter().format(record_of(503, OSError(errno.ENOSPC, "canary")))
    assert full.endswith("503 Service Unavailable: s/<str:run>/ (the database or its disk is full)")
    unknown = Formatter().format(record_of(None))  # type: ignore[arg-type]
    assert unknown.endswith("None: s/<str:run>/")


@pytest.mark.django_db
def test_whoever_leaves_waits_two_seconds_for_a_lock_at_most() -> None:
    hurry()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone() == (2000,)
