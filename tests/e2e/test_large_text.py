"""Text twice as large, as a phone may be set to it: nothing is pushed off the screen or out of its box."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as configured
from django.test import Client
from playwright.sync_api import Browser, BrowserType, Page
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from pcr_screener.operator import load_operator
from screening.questions.route import PAGES
from tests.e2e.walking import CONFIRM, GO_ON
from tests.interview.walk import FROM_THIS_SITE, skip_to
from tests.look.conftest import SAMPLE
from tests.look.invented import WITH_A_PROGRAM
from tests.look.states import after_the_result, an_office, public_pages, sending, the_end
from tests.tiers import repeated


# The default size of the browser, not a zoom: media queries and `rem` follow it.
TWICE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
HEIGHT = 740
EVERYTHING_OPEN = """() => {
    document.querySelectorAll("details").forEach(e => { e.open = true });
    document.querySelectorAll("[hidden]").forEach(e => { e.hidden = false });
    document.querySelectorAll(".fu, .fu-2").forEach(e => { e.style.display = "block" });
}"""
WRONG = """document.querySelectorAll("#f input:not([type=hidden])").forEach(e => {
    if (e.matches("[type=radio], [type=checkbox]")) e.checked = false;
    else e.value = "x";
})"""
# What is off the screen, and what a box cuts off.
OFF = """() => {
    const width = document.documentElement.clientWidth;
    const off = e => [...e.getClientRects()].some(box => box.left < -1 || box.right > width + 1);
    const cut = e => e.scrollWidth > e.clientWidth + 1 && /hidden|clip/.test(getComputedStyle(e).overflowX);
    const found = [...document.body.querySelectorAll("*")]
        .filter(e => e.checkVisibility() && !e.closest(".vh, .skip, .parts, option, input, textarea"))
        .filter(e => off(e) || cut(e))
        .map(e => e.outerHTML.slice(0, 100).replace(/\\s+/g, " "));
    const wide = document.documentElement.scrollWidth;
    return wide > width ? [`${wide} of ${width}`, ...found] : found;
}"""


@pytest.fixture(autouse=True)
def sample_operator(settings: Settings) -> None:
    settings.OPERATOR = load_operator(SAMPLE)


@pytest.fixture(scope="module")
def large(browser_type: BrowserType, browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    launch = {**browser_type_launch_args, "args": [*browser_type_launch_args["args"], TWICE]}
    browser = browser_type.launch(**launch)
    yield browser
    browser.close()


def stand_at_check(page: Page, site: str, language: str) -> None:
    """Open the check page of an interview that was answered without the browser."""
    client = Client()
    first = client.post(f"/{language}/start/", headers=FROM_THIS_SITE)["Location"]
    check = skip_to(client, first, "check", WITH_A_PROGRAM)
    name = configured.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
    page.goto(site + check)


def questions(page: Page) -> Iterator[str]:
    """Each question with its answers, and with whatever can be wrong with them."""
    check = page.url
    for asked in PAGES:
        page.goto(check.replace("/check/", f"/1/{asked.number}/"))
        yield asked.number
        page.evaluate(WRONG)
        page.locator(GO_ON).click()
        if page.locator("#sum").count():
            yield f"{asked.number} with something to fix"


def every_page(page: Page, site: str, language: str) -> Iterator[str]:
    """Each page of the public side in turn."""
    an_office()
    yield from public_pages(page, site, language)
    stand_at_check(page, site, language)
    yield from questions(page)
    stand_at_check(page, site, language)
    yield "check"
    page.locator(CONFIRM).click()
    yield "result"
    yield from after_the_result(page)
    yield from sending(page, site, language)
    yield from the_end(page)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "width"),
    repeated([("en", 320), ("es", 320), ("fa", 320), ("en", 360), ("es", 360), ("fa", 360)], 1),
)
def test_with_text_twice_as_large_nothing_is_off_the_screen(
    large: Browser, live_server: LiveServer, language: str, width: int
) -> None:
    page = large.new_page(viewport={"width": width, "height": HEIGHT})
    seen, wrong = [], []
    for name in every_page(page, live_server.url, language):
        seen.append(name)
        page.wait_for_load_state()
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        page.evaluate(EVERYTHING_OPEN)
        wrong += [(name, off) for off in page.evaluate(OFF)]
    page.close()
    assert wrong == []
    assert len(seen) > len(PAGES) + 20
