"""The first screen of the result, in a browser: the card of each of the eight people, and how long its page is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings
from playwright.sync_api import Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from tests.interview.walk import Place, begin, skip_to
from tests.people.invented import PEOPLE, Person


pytestmark = pytest.mark.django_db(transaction=True)

TODAY = date(2026, 11, 24)
PHONE = ViewportSize(width=360, height=740)
MOST_WORDS = 90
MOST_WORDS_BELOW = 470
MOST_HIGH = 4 * PHONE["height"]
OFFICE: dict[str, Any] = {
    "name": "Valley Post-Conviction Project",
    "phone": "(559) 555-0142",
    "attorney": "Ana Ruiz",
    "texts": {
        "en": {"hours": "Monday to Friday, 9 a.m. to 5 p.m."},
        "es": {"hours": "De lunes a viernes, de 9 a 5"},
        "fa": {"hours": "دوشنبه تا جمعه، ۹ تا ۵"},
    },
}
MEASURED = """() => {
  const words = e => e.innerText.split(/\\s+/).filter(Boolean).length
  const card = document.querySelector(".one")
  return {
    card: words(card),
    ends: Math.round(card.getBoundingClientRect().bottom + scrollY),
    body: words(document.querySelector(".body")),
    high: document.documentElement.scrollHeight,
    wide: document.documentElement.scrollWidth,
  }
}"""


@pytest.fixture(autouse=True)
def a_day_and_an_office(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for module in ("views", "storage"):
        monkeypatch.setattr(f"screening.interview.{module}.today", lambda: TODAY)
    with override_settings(OPERATOR=replace(settings.OPERATOR, **OFFICE)):
        yield


def stand_at_result(page: Page, site: str, person: Person, language: str) -> None:
    """Without clicking through the questions."""
    client = Client()
    address = begin(client)
    run = Place.of(address).run
    for place, told in enumerate(person.told):
        if place:
            address = client.post(f"/s/{run}/case/")["Location"]
        client.post(skip_to(client, address, "check", told))
    client.post(f"/s/{run}/beside/", {"at": "result", "l": language})
    name = settings.SESSION_COOKIE_NAME
    value = client.cookies[name].value
    page.context.add_cookies([{"name": name, "value": value, "url": site, "httpOnly": True}])
    page.goto(f"{site}/s/{run}/result/")


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
@pytest.mark.parametrize(
    "language", ["en", *(pytest.param(one, marks=pytest.mark.long) for one in ("es", "fa"))]
)
def test_the_card_is_one_screen_and_its_page_four(
    page: Page, live_server: LiveServer, person: Person, language: str
) -> None:
    page.set_viewport_size(PHONE)
    stand_at_result(page, live_server.url, person, language)
    found: dict[str, Any] = page.evaluate(MEASURED)
    print(
        f"{language} {person.name:35} card {found['card']:3} words, ends at {found['ends']:4} px; page"
        f" {found['body']:4} words, {found['high']:5} px, {found['high'] / PHONE['height']:.1f} screens"
    )
    assert page.locator("html").get_attribute("lang") == language
    assert found["card"] <= MOST_WORDS
    assert found["ends"] <= PHONE["height"]
    assert found["body"] <= MOST_WORDS_BELOW
    assert found["high"] <= MOST_HIGH
    assert found["wide"] <= PHONE["width"]
    assert page.locator(".h + .one").is_visible()


def test_saffron_is_only_for_what_is_for_today(page: Page, live_server: LiveServer) -> None:
    for person, now in ((PEOPLE[0], True), (PEOPLE[5], False)):
        stand_at_result(page, live_server.url, person, "en")
        assert page.locator(".n.now").count() == now
