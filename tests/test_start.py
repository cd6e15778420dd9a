"""The pages outside the interview, and the check of the machine."""

from importlib import import_module
from pathlib import Path

import pytest
from django.test import Client, RequestFactory

from screening import checks, views


def test_start_is_a_form_without_a_token(client: Client) -> None:
    assert '<form method="post" action="/en/start/" class="acts">' in client.get("/").content.decode()


def test_start_cannot_be_opened_by_a_link(client: Client) -> None:
    assert client.get("/en/start/").status_code == 405


@pytest.mark.django_db
def test_start_leads_on(client: Client) -> None:
    assert client.post("/en/start/", headers={"sec-fetch-site": "same-origin"}).status_code == 302


def test_the_server_finds_the_application() -> None:
    assert callable(import_module("pcr_screener.wsgi").application)


def test_a_form_without_its_cookie_gets_an_explanation(rf: RequestFactory) -> None:
    response = views.refused(rf.post("/"), reason="no cookie")
    assert response.status_code == 403
    assert "cookies are turned off" in response.content.decode()


def test_the_check_is_silent_where_pango_is_there() -> None:
    assert checks.pdf_libraries() == []


def test_the_check_names_the_line_to_type_where_pango_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> None:
        raise OSError(f"cannot load library for {name}")

    monkeypatch.setattr(checks, "import_module", missing)
    (warning,) = checks.pdf_libraries()
    assert "apt.txt" in str(warning.hint)


def test_the_words_that_promise_are_nowhere() -> None:
    root = Path(import_module("screening").__path__[0]).parent
    pages = [path for path in (root / "templates").rglob("*.html")]
    assert pages
    promising = ("elig" + "ible", "elig" + "ibility", "qual" + "if")
    found = [p.name for p in pages for word in promising if word in p.read_text().lower()]
    assert found == []
