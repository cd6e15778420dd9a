"""What no browser sends is refused with a page, and no log names who asked for what. On a real gunicorn."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from tests.serving.server import Browser, GoneError, Server


FORM = "application/x-www-form-urlencoded"
QUESTION = "/s/canary-run/1/01/"
REFUSED: dict[str, tuple[str, str, bytes | None, dict[str, str], int]] = {
    "a wrong host": ("GET", "/es/", None, {"Host": "canary.example"}, 400),
    "utf-16": ("POST", QUESTION, b"a=1", {"Content-Type": f"{FORM}; charset=utf-16"}, 400),
    "a charset that is no text": ("GET", "/es/?q=%41", None, {"Content-Type": f"{FORM}; charset=hex"}, 400),
    "a multipart without a boundary": ("POST", "/es/place/", b"x", {"Content-Type": "multipart/form-data"}, 400),
    "a broken multipart, which holds no token": ("POST", QUESTION, b"--x\r\nbr", {"Content-Type": "multipart/form-data; boundary=x"}, 403),
    "a long body": ("POST", "/es/place/", b"a=" + b"x" * 100_000, {"Content-Type": FORM}, 413),
    "many fields": ("POST", "/leave/?canary", b"&".join([b"a=1"] * 300), {"Sec-Fetch-Site": "cross-site"}, 403),
    "many fields of a form": ("POST", "/es/place/", b"&".join([b"a=1"] * 300), {"Content-Type": FORM}, 400),
    "NUL": ("GET", "/es/%00/?q=canary", None, {}, 404),
    "NUL in a run": ("GET", "/s/%00canary/1/01/", None, {}, 403),
    "a broken escape": ("GET", "/%zz/%ff%fe/canary", None, {}, 404),
    "a form's address": ("GET", "/es/start/", None, {}, 405),
    "no token": ("POST", QUESTION, b"a=1", {"Content-Type": FORM, "Origin": "http://canary.example"}, 403),
}  # fmt: skip
NO_HTTP = (
    b"GET /s/canary-run/?q=canary\r\n\r\n",
    b"GET /s/canary HTTP/1.1\r\nHost: a\r\nCanary Header: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    b"GET /" + b"canary" * 1500 + b" HTTP/1.1\r\n\r\n",
    b"POST /s/canary/1/01/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\nContent-Type: "
    + FORM.encode()
    + b"\r\n\r\na=canary",
)


def test_what_no_browser_sends_is_refused_with_a_page_and_logged_without_a_trace(bare: Server) -> None:
    for what, (method, path, body, headers, status) in REFUSED.items():
        answer = Browser(bare, "es").ask(method, path, body, headers)
        assert answer.status == status, what
        assert 'action="/leave/"' in answer.text, what
        assert '<html lang="es"' in answer.text, what
        assert answer.headers["X-Frame-Options"] == "DENY", what
    for sent in NO_HTTP:
        assert bare.raw(sent).split()[1] in (b"400", b"403", b"414"), sent[:30]
    written = bare.written()
    assert "A request that is no HTTP" in written
    assert "413 Request Entity Too Large: es/place/" in written
    assert "403 Forbidden: s/<str:run>/<int:case>/<str:step>/" in written
    leaks = ("canary", "127.0.0.1", "Traceback", "  /", "/es/", "localhost", "q=")
    assert [leak for leak in leaks if leak in written] == []


def test_megabytes_are_neither_read_nor_kept(bare: Server) -> None:
    """The page may be lost where the connection is cut (docs/deploy.md); the server is not."""
    Browser(bare).get("/es/")
    before, began = bare.megabytes(), time.monotonic()
    for _ in range(4):
        with suppress(GoneError):
            answer = Browser(bare).ask(
                "POST", "/es/place/", b"a=" + b"x" * 20_000_000, {"Content-Type": FORM}
            )
            assert answer.status == 413
        assert Browser(bare).get("/es/").status == 200
    assert bare.megabytes() < before + 20
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("headers", [{}, {"Host": "canary.example"}, {"Cookie": "s=" + "x" * 32}])
def test_leaving_leads_away_without_a_database_and_under_any_name(
    bare: Server, headers: dict[str, str]
) -> None:
    answer = Browser(bare).ask("POST", "/leave/", b"", {"Content-Type": FORM, **headers})
    assert (answer.status, answer.headers["Location"]) == (303, "https://www.weather.gov/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'


def test_another_site_makes_nobody_leave_though_no_session_can_be_read(bare: Server) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Cookie": "s=" + "x" * 32}
    answer = Browser(bare).ask("POST", "/leave/", b"", headers)
    assert answer.status == 403
    assert "Clear-Site-Data" not in answer.headers


def test_a_monitor_asks_by_address_and_no_page_is_shown_there(bare: Server) -> None:
    answer = Browser(bare).get("/healthz", Host="10.0.0.7")
    assert (answer.status, answer.text) == (503, "gone")
    assert Browser(bare).get("/es/", Host="10.0.0.7").status == 400
    assert Browser(bare).get("/es/").status == 200
    assert not bare.var.joinpath("pcr.sqlite3").exists()
