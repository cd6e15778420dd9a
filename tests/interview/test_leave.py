"""*Leave now* is on every page, destroys the visitor's interviews, and works for this site's pages only."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.fixtures import Settings

from screening.models import Interview, Place, SealedSession
from tests.interview.walk import FROM_THIS_SITE, answer_everything, begin, go_on, html_of, one_line
from tests.interview.walk import Place as Address


pytestmark = pytest.mark.django_db

LEAVE = "/leave/"
BUTTON = '<form method="post" action="/leave/" id="leave" data-to="https://elsewhere.example/weather">'


@pytest.fixture(autouse=True)
def harmless(settings: Settings) -> None:
    settings.OPERATOR = replace(settings.OPERATOR, leave_to="https://elsewhere.example/weather")


def test_leaving_erases_everything_of_this_visitor_and_leads_away(client: Client) -> None:
    begin(client)
    answer_everything(client, {})
    other = Client()
    begin(other)
    response = client.post(LEAVE, headers=FROM_THIS_SITE)
    assert response.status_code == 303
    assert response["Location"] == "https://elsewhere.example/weather"
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert response["Cache-Control"] == "no-store"
    assert Interview.objects.count() == SealedSession.objects.count() == 1, "those of the other visitor"


def test_leaving_takes_the_cookie_back(client: Client) -> None:
    begin(client)
    cookie = client.post(LEAVE, headers=FROM_THIS_SITE).cookies[settings.SESSION_COOKIE_NAME]
    assert cookie.value == ""
    assert cookie["max-age"] == 0


def test_the_script_is_not_led_to_another_site(client: Client) -> None:
    begin(client)
    response = client.post(LEAVE, {"script": "1"}, headers=FROM_THIS_SITE)
    assert response.status_code == 204
    assert "Location" not in response
    assert not Interview.objects.exists()


def test_nothing_opens_afterwards(client: Client) -> None:
    first = begin(client)
    second = go_on(client, first, {})
    old = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post(LEAVE, headers=FROM_THIS_SITE)
    client.cookies[settings.SESSION_COOKIE_NAME] = old
    run = Address.of(first).run
    for address in (first, second, f"/s/{run}/check/", f"/s/{run}/result/", f"/s/{run}/paper.pdf"):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize("away", ["leave", "erase"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Nothing is open here.", "If you erased or left, your answers are gone.")),
        ("es", ("Aquí no hay nada abierto.", "Si borró o salió, sus respuestas ya no existen.")),
        ("fa", ("اینجا چیزی باز نیست.", "اگر پاک کردید یا خارج شدید، پاسخ‌های شما دیگر وجود ندارد.")),
    ],
)
def test_going_back_afterwards_is_told_that_nothing_is_open(
    client: Client, away: str, language: str, said: tuple[str, str]
) -> None:
    first = begin(client)
    client.post(LEAVE if away == "leave" else f"/s/{Address.of(first).run}/erase/", headers=FROM_THIS_SITE)
    html = client.get(first, headers={"Accept-Language": language}).content.decode()
    assert [words for words in said if words not in html] == []


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://elsewhere"}])
def test_another_site_cannot_make_somebody_leave(client: Client, headers: dict[str, str]) -> None:
    first = begin(client)
    assert client.post(LEAVE, headers=headers).status_code == 403
    assert client.get(first).status_code == 200


def test_leaving_is_not_a_link(client: Client) -> None:
    first = begin(client)
    assert client.get(LEAVE, headers=FROM_THIS_SITE).status_code == 405
    assert client.get(first).status_code == 200


def test_leaving_before_start_and_twice_leads_away_all_the_same(client: Client) -> None:
    for _ in range(2):
        response = client.post(LEAVE, headers=FROM_THIS_SITE)
        assert response.status_code == 303
    assert not SealedSession.objects.exists()


def test_the_button_is_on_every_page(client: Client) -> None:
    run = answer_everything(client, {})
    inside = ("1/01/", "1/40/", "check/", "result/", "place/", "erase/")
    outside = ("/en/", "/en/keeps/", "/en/place/", "/en/end/", "/es/", "/fa/")
    for address in (*(f"/s/{run}/{page}" for page in inside), *outside):
        assert BUTTON in html_of(client, address), address
    for address in ("/nowhere/", f"/s/{run}/1/77777/", "/s/another/check/"):
        response = client.get(address, follow=True)
        assert BUTTON in one_line(response.content.decode()), address
    Interview.objects.all().delete()
    assert BUTTON in one_line(client.get(f"/s/{run}/check/").content.decode())


def test_the_page_of_a_fault_has_the_button_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    client.raise_request_exception = False
    monkeypatch.setattr("screening.views.render", broken)
    response = client.get("/en/keeps/")
    assert response.status_code == 500
    assert BUTTON in one_line(response.content.decode())


def test_where_not_even_that_page_can_be_drawn_a_plain_one_has_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    client.raise_request_exception = False
    monkeypatch.setattr("screening.views.render", broken)
    monkeypatch.setattr("screening.faults.operator", broken)
    response = client.get("/en/keeps/")
    assert response.status_code == 500
    assert '<form method="post" action="/leave/" id="leave">' in one_line(response.content.decode())


def test_a_kept_place_stays_when_one_leaves(client: Client) -> None:
    run = answer_everything(client, {})
    client.post(f"/s/{run}/place/")
    client.post(LEAVE, headers=FROM_THIS_SITE)
    assert not Interview.objects.exists()
    assert Place.objects.count() == 1


def test_the_script_is_small_and_stores_nothing() -> None:
    script = (settings.BASE_DIR / "static" / "app.js").read_text()
    assert len(gzip.compress(script.encode())) < 1700
    assert not re.search(r"Storage|indexedDB|cookie|caches|https?:", script)
