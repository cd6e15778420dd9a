"""What the settings promise to the browser, and what they keep from the log."""

import logging
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.fixtures import Settings

from pcr_screener.local_key import local_secret_key
from pcr_screener.logs import Formatter
from pcr_screener.operator import HARMLESS_PAGE, Operator


ROOT = Path(__file__).resolve().parent.parent
POLICY = {
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self' https://www.weather.gov",  # where *Leave now* ends without script
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def python(code: str, var: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run code with Django set up anew in an environment of its own."""
    setup = "import django; django.setup(); from django.conf import settings;"
    env = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "pcr_screener.settings",
        "PCR_VAR": str(var),
        **environment,
    }
    command = [sys.executable, "-c", setup + code]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)  # noqa: S603


def headers_of(client: Client, path: str) -> dict[str, str]:
    """The headers; a static file is read to its end, which closes it."""
    response = client.get(path)
    b"".join(response)
    return dict(response.headers)


@pytest.mark.parametrize("path", ["/", "/nowhere/", "/static/app.css"])
def test_every_response_carries_the_headers(client: Client, path: str) -> None:
    headers = headers_of(client, path)
    assert set(headers["Content-Security-Policy"].split("; ")) == POLICY
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_pages_are_not_stored_and_static_files_are(client: Client) -> None:
    assert client.get("/").headers["Cache-Control"] == "no-store"
    assert client.get("/nowhere/").headers["Cache-Control"] == "no-store"
    assert "max-age" in headers_of(client, "/static/app.css")["Cache-Control"]


def test_the_start_page_sets_no_cookie(client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert not response.cookies
    assert "csrf" not in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/nowhere/"])
def test_pages_name_no_other_origin_and_run_nothing_inline(client: Client, path: str) -> None:
    html = client.get(path).content.decode().replace(f'data-to="{HARMLESS_PAGE}"', "")
    assert "://" not in html
    html = html.replace('<script src="/static/app.js" defer></script>', "")
    assert re.search(r"<style|<script|\sstyle=|\son[a-z]+=|[\"'=]//", html) is None


def test_titles_are_neutral(client: Client) -> None:
    titles = re.findall(r"<title>\s*(.*?)\s*</title>", client.get("/").content.decode())
    assert titles == ["Form"]


def test_the_start_page_names_the_phone_only_where_there_is_one(client: Client, settings: Settings) -> None:
    assert "Call first" not in client.get("/").content.decode()
    settings.OPERATOR = Operator(phone="(559) 555-0142")
    assert 'Call first: <a href="tel:5595550142"><bdi dir="ltr">(559) 555-0142</bdi></a>' in (
        client.get("/").content.decode()
    )


def test_the_start_page_says_when_answers_are_erased(client: Client, settings: Settings) -> None:
    settings.PCR_IDLE_MINUTES, settings.PCR_MAX_HOURS = 20, 1
    html = " ".join(client.get("/").content.decode().split())
    assert "erased 20 minutes after you stop, and at the latest 1 hour after you start" in html


@pytest.mark.parametrize("name", ["400", "403", "404", "500"])
def test_error_pages_stand_alone(name: str) -> None:
    """Django shows them without a request when all else failed."""
    from django.template.loader import render_to_string

    html = render_to_string(f"{name}.html")
    assert html.count("<h1>") == 1
    assert re.search('href="/(en/)?"', html)


def test_an_unknown_host_is_refused(client: Client) -> None:
    response = client.get("/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert "could not read" in response.content.decode()


@pytest.mark.django_db
def test_health(client: Client) -> None:
    response = client.get("/healthz")
    assert response.content == b"ok"
    assert not response.cookies


def test_without_tls_only_this_machine_is_served_and_the_cookie_is_plain(tmp_path: Path) -> None:
    """In a process of its own: the test runner adds a host."""
    shown = python("print(settings.ALLOWED_HOSTS, settings.SESSION_COOKIE_NAME)", tmp_path)
    assert shown.stdout == "['127.0.0.1', 'localhost', '[::1]'] s\n"


def test_with_tls_the_cookie_is_bound_to_the_host_and_a_key_must_be_given(tmp_path: Path) -> None:
    code = "print(settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE, settings.DEBUG)"
    public = {"PCR_TLS": "1", "PCR_HOSTS": "screener.example", "DEBUG": "1"}
    assert python(code, tmp_path, SECRET_KEY="k" * 50, **public).stdout == "__Host-s True False\n"
    refused = python(code, tmp_path, **public)
    assert refused.returncode != 0
    assert "SECRET_KEY" in refused.stderr


def test_the_session_ends_with_the_browser_and_stays_on_this_site() -> None:
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Strict"
    assert settings.CSRF_USE_SESSIONS


def test_the_database_file_is_opened_with_the_options_that_were_measured(tmp_path: Path) -> None:
    code = """
from django.db import connection
names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
with connection.cursor() as cursor:
    print(*[cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in names])
print(connection.transaction_mode, connection.settings_dict["ATOMIC_REQUESTS"])
"""
    assert python(f"\n{code}", tmp_path).stdout == "wal 2 1 1\nIMMEDIATE False\n"


def test_the_local_key_is_made_once_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    key = local_secret_key(path)
    assert len(key) > 50
    assert local_secret_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_two_processes_that_start_together_agree_on_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret_key"
    path.write_text("the other process was first")
    exists = iter([False])
    monkeypatch.setattr(Path, "exists", lambda _self: next(exists))
    assert local_secret_key(path) == "the other process was first"


def test_the_log_says_where_it_broke_and_not_what_was_typed() -> None:
    try:
        int("canary")
    except ValueError:
        record = logging.LogRecord("n", logging.ERROR, __file__, 1, "Broke", (), sys.exc_info())
    written = Formatter().format(record)
    assert "ValueError" in written
    assert "test_settings.py" in written
    assert "canary" not in written


def test_an_error_is_logged_without_body_and_query(
    client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("canary-message")

    monkeypatch.setattr("screening.views.render", broken)
    client.raise_request_exception = False
    caplog.handler.setFormatter(Formatter())
    response = client.get("/?q=canary-query")
    assert response.status_code == 500
    assert "Something broke on our side." in response.content.decode()
    assert "ValueError" in caplog.text
    assert "canary" not in caplog.text
