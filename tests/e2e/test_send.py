"""In a browser: from the result to an office, and nothing of it stays on the device."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, BrowserType, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from screening.office.file import cabinet
from screening.office.keys import new_keys, write_keys
from screening.office.models import Member, Office, Screening
from screening.rules.answers import Value
from tests.e2e.profile import cookies, found_in, history
from tests.interview.walk import answer_everything


pytestmark = pytest.mark.django_db(transaction=True)

ANSWERS: dict[str, Value] = {"court": "california", "county": "Tuolumne", "offense_code": "PC 90210 quitte"}
TYPED = {
    "a": "Brunhilde Zwetschge",
    "b": "Hilde Pflaume\nHilda Plum",
    "d": "Advokat Schlehe",
    "f": "559 555 0142 x77",
    "g": "nach Feierabend",
}
EMAIL = "brunhilde@obst.example"
SEND = "Send it"


@pytest.fixture
def office(settings: Settings, tmp_path: Path) -> Office:
    """The office that takes screenings, its keys in a folder of this test."""
    settings.PCR_OFFICE_KEYS = tmp_path / "office-keys"
    office = Office(
        name="Valley Law Project",
        phone="(559) 555-0177",
        created_at=timezone.now(),
        takes_screenings=True,
    )
    keys = new_keys(office.id)
    write_keys(keys)
    office.key_id, office.public_key = keys.current, keys.public
    office.save(force_insert=True)
    return office


def stand_at_the_result(page: Page, live_server: LiveServer) -> None:
    """The result of an interview that was answered without the browser."""
    client = Client()
    run = answer_everything(client, ANSWERS)
    name = settings.SESSION_COOKIE_NAME
    value = client.cookies[name].value
    page.context.add_cookies([{"name": name, "value": value, "url": live_server.url, "httpOnly": True}])
    page.goto(f"{live_server.url}/s/{run}/result/")


def fill_in(page: Page) -> None:
    """Names and contact, with somebody who translated; without the consent."""
    page.get_by_label("The office calls me").check()
    for name, typed in TYPED.items():
        page.locator(f'[name="{name}"]').fill(typed)
    page.get_by_label("The office may leave a voicemail").check()
    page.get_by_label("Somebody translated for me").check()


def member_of(office: Office) -> Member:
    return Member.objects.create(office=office, username="dana", name="Dana Dow", role="attorney")


def test_from_the_result_to_the_office_and_back(page: Page, live_server: LiveServer, office: Office) -> None:
    stand_at_the_result(page, live_server)
    page.get_by_role("link", name="Send this to an office").click()
    assert page.locator("input:checked").count() == 0
    assert page.locator('[name="f"]').is_hidden(), "the phone is asked for once it is wanted"
    fill_in(page)
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was sent.")
    assert not Screening.objects.exists()
    assert page.locator('[name="a"]').input_value() == TYPED["a"]
    assert page.locator('[name="b"]').input_value() == TYPED["b"]
    page.get_by_label("Yes, send all that this page shows").check()
    page.get_by_role("button", name=SEND).dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your answers are at the office")
    row = Screening.objects.get()
    folder = cabinet.take(member_of(office), row.id)
    assert folder.matter.name == TYPED["a"]
    assert folder.matter.aliases == ["Hilde Pflaume", "Hilda Plum"]
    assert folder.file.document.contract(1)["offense_code"] == "PC 90210 quitte"
    number = page.locator(".big").inner_text()
    page.reload()
    page.go_back()
    page.reload()
    expect(page.locator(".big")).to_have_text(number)
    assert Screening.objects.count() == 1
    page.get_by_role("link", name="Take it back").click()
    page.get_by_label("What is your number?").fill(number)
    page.get_by_role("button", name="Take it back and erase it").click()
    expect(page.get_by_role("status")).to_contain_text("It is erased.")
    assert not Screening.objects.exists()


def test_it_works_without_script(browser: Browser, live_server: LiveServer, office: Office) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    stand_at_the_result(page, live_server)
    page.get_by_role("link", name="Send this to an office").click()
    fill_in(page)
    page.get_by_label("Yes, send all that this page shows").check()
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your answers are at the office")
    assert cabinet.take(member_of(office), Screening.objects.get().id).matter.contact.voicemail
    context.close()


def test_enter_in_a_field_sends_nothing_without_the_box(
    page: Page, live_server: LiveServer, office: Office
) -> None:
    stand_at_the_result(page, live_server)
    page.get_by_role("link", name="Send this to an office").click()
    fill_in(page)
    page.locator('[name="a"]').press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "sum"
    assert not office.screenings.exists()


def test_nothing_of_it_stays_in_the_profile_of_the_browser(
    browser_type: BrowserType,
    whole_browser: dict[str, Any],
    live_server: LiveServer,
    office: Office,
    tmp_path: Path,
) -> None:
    profile = tmp_path / "profile"
    context = browser_type.launch_persistent_context(str(profile), **whole_browser)
    page = context.pages[0]
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    stand_at_the_result(page, live_server)
    page.get_by_role("link", name="Send this to an office").click()
    page.get_by_label("The office writes me an e-mail").check()
    page.locator('[name="i"]').fill(EMAIL)
    fill_in(page)
    page.get_by_role("button", name=SEND).click()
    page.get_by_role("button", name="فارسی").click()
    page.get_by_role("button", name="English").click()
    page.get_by_label("Yes, send all that this page shows").check()
    page.get_by_role("button", name=SEND).click()
    number = page.locator(".big").inner_text()
    page.get_by_role("link", name="Take it back").click()
    for typed in (number[::-1], number):
        page.get_by_label("What is your number?").fill(typed)
        page.get_by_role("button", name="Take it back and erase it").click()
    expect(page.get_by_role("status")).to_contain_text("It is erased.")
    (cookie,) = context.cookies()
    assert (cookie["httpOnly"], cookie["expires"]) == (True, -1)
    context.close()

    assert {urlsplit(url).netloc for url in asked} == {urlsplit(live_server.url).netloc}
    said = [*TYPED.values(), "Pflaume", "Zwetschge", EMAIL, "Tuolumne", "quitte", number, number[::-1]]
    said += [number.replace(" ", ""), office.id, "csrfmiddlewaretoken"]
    assert found_in(profile, said) == []
    assert found_in(profile, ["/sent/"]), "the search finds what is there"
    assert [persistent for _, persistent in cookies(profile) if persistent] == []
    seen = {(re.sub(r"/[\w-]{22}/", "/RUN/", urlsplit(url).path), title) for url, title in history(profile)}
    assert {path for path, _ in seen} <= {"/s/RUN/result/", "/s/RUN/send/", "/s/RUN/sent/", "/en/withdraw/"}
    assert {title for _, title in seen} <= {"Form", "Form, end", "Error: Form"}
