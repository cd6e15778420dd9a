"""Answer pages quickly, in English: "I am not sure" in one stroke, and what is said only where it is."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from screening.questions.route import PAGE
from screening.rules.answers import Value
from tests.e2e.walking import GO_ON, fill, place_of
from tests.interview.walk import begin, skip_to


# Twice, since an answer may open a question. What holds an answer already stays as it is.
_UNSURE = """() => {
    const unsure = choice => choice.textContent.trim().startsWith("I am not sure");
    const answered = field => field.matches("[type=radio], [type=checkbox]") ? field.checked : field.value;
    for (const turn of [1, 2])
        for (const set of document.querySelectorAll("form#f fieldset")) {
            const own = what => [...set.querySelectorAll(what)].filter(e => e.closest("fieldset") === set);
            if (!set.checkVisibility() || own("input, select").some(answered)) continue;
            const option = own("option").find(unsure);
            if (option) option.selected = true;
            else own("label.o").find(unsure)?.click();
        }
}"""


def start(page: Page, live_server: LiveServer) -> None:
    """Open the start page and press Start."""
    page.goto(f"{live_server.url}/en/")
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_load_state()  # the script too


def answer(page: Page, answers: Mapping[str, Value]) -> None:
    """Give the answers of the page that is open."""
    if answers.keys() & {*PAGE[place_of(page).page].told}:
        fill(page, answers)
    page.evaluate(_UNSURE)


def go_on(page: Page, answers: Mapping[str, Value]) -> None:
    """Answer the page that is open and go on."""
    answer(page, answers)
    page.locator(GO_ON).click()
    page.wait_for_load_state()


def stand_at(page: Page, live_server: LiveServer, name: str, answers: Mapping[str, Value]) -> None:
    """Open a page of an interview whose earlier pages were answered without the browser."""
    client = Client()
    address = skip_to(client, begin(client), name, answers)
    cookie = settings.SESSION_COOKIE_NAME
    value = client.cookies[cookie].value
    page.context.add_cookies([{"name": cookie, "value": value, "url": live_server.url, "httpOnly": True}])
    page.goto(live_server.url + address)
