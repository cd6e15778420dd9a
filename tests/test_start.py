"""The pages outside the interview, and the check of the machine."""

import gzip
from importlib import import_module
from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from pcr_screener.operator import Operator
from screening import checks, faults


ROOT = Path(__file__).resolve().parent.parent


def test_start_is_a_form_without_a_token(client: Client) -> None:
    assert '<form method="post" action="/en/start/" class="acts">' in client.get("/").content.decode()


def test_start_cannot_be_opened_by_a_link(client: Client) -> None:
    assert client.get("/en/start/").status_code == 405


@pytest.mark.django_db
def test_start_leads_on(client: Client) -> None:
    assert client.post("/en/start/", headers={"sec-fetch-site": "same-origin"}).status_code == 302


def test_there_is_a_logo_only_where_the_operator_has_one(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    assert client.get("/logo").status_code == 404
    assert "<img" not in client.get("/").content.decode()
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    settings.OPERATOR = Operator(logo="logo.svg", folder=tmp_path)
    response = client.get("/logo")
    assert (response["Content-Type"], response.content[:4]) == ("image/svg+xml", b"<svg")
    assert '<img src="/logo" alt="" height="40">' in client.get("/").content.decode()


def test_without_a_lawyer_the_start_page_gives_information_only(client: Client, settings: Settings) -> None:
    assert "It gives information only. No lawyer stands behind it." in client.get("/").content.decode()
    settings.OPERATOR = Operator(attorney="Rosa Example", attorney_bar_number="000000")
    html = client.get("/").content.decode()
    assert "information only" not in html
    assert "Responsible lawyer: <bdi>Rosa Example</bdi>" in html
    settings.OPERATOR = Operator(accredited_organization="Example Services")
    html = client.get("/").content.decode()
    assert "information only" not in html
    assert "<bdi>Example Services</bdi>" in html


@pytest.mark.parametrize("language", ["en", "es", "fa"])
@pytest.mark.django_db
def test_the_first_question_weighs_at_most_twelve_kilobytes(client: Client, language: str) -> None:
    """Page, style sheet and script together, zipped: it has to come through a weak network."""
    start = client.post(f"/{language}/start/", headers={"sec-fetch-site": "same-origin"})
    sheet, script = ((ROOT / "static" / name).read_bytes() for name in ("app.css", "app.js"))
    parts = [gzip.compress(part, 9) for part in (client.get(start["Location"]).content, sheet, script)]
    assert len(gzip.compress(sheet, 9)) <= 6_000
    assert sum(map(len, parts)) <= 12_000


def test_the_server_finds_the_application() -> None:
    assert callable(import_module("pcr_screener.wsgi").application)


def test_a_form_without_its_cookie_gets_an_explanation(rf: RequestFactory) -> None:
    response = faults.refused(rf.post("/"), reason="no cookie")
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
