"""Leaving leaves nothing: not on the screen, not on the server, not behind Back, not in the browser's files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserType, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from screening.models import Interview, Place, SealedSession
from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate
from tests.e2e.axe import violations
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.profile import cookies, found_in, history
from tests.e2e.quick import answer, go_on, stand_at, start
from tests.e2e.walking import GO_ON, place_of
from tests.interview.opened import with_one_wrong
from tests.interview.walk import MOST_STEPS


pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("weather")]

PHONE = ViewportSize(width=360, height=740)
BACK = 20
MARKERS: dict[str, Value] = {
    "offense_code": "PC 90210 zwiebelkuchen",
    "county": "Tuolumne",
    "disposition_date": PartialDate.parse("2003-07-14"),
}
HALF_TYPED = "halb getippt"
# Right after the click, and at the second frame after it. `hidden` is on the root: nothing is painted.
LEAVE = """() => new Promise(done => {
    document.querySelector("#leave button").click();
    const atOnce = document.documentElement.hidden;
    requestAnimationFrame(() => requestAnimationFrame(() => done([
        atOnce, document.querySelector("h1").checkVisibility(), document.title])));
})"""
STORED = """async () => [
    localStorage.length, sessionStorage.length, document.cookie,
    (await indexedDB.databases()).length, (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length]"""


@pytest.fixture
def with_back_cache(browser_type: BrowserType, whole_browser: dict[str, Any]) -> Iterator[Browser]:
    """A browser that puts pages aside for Back, as people's browsers do. Playwright turns that off."""
    browser = browser_type.launch(**whole_browser, ignore_default_args=["--disable-back-forward-cache"])
    yield browser
    browser.close()


def some_pages(page: Page, live_server: LiveServer) -> None:
    """Answer up to the page of the plea, its answers typed and not yet sent."""
    stand_at(page, live_server, "10", MARKERS)
    go_on(page, MARKERS)
    answer(page, MARKERS)


def wait_until_erased(page: Page) -> None:
    for _ in range(20):
        if not Interview.objects.exists() and not SealedSession.objects.exists():
            return
        page.wait_for_timeout(50)
    raise AssertionError("The answers are still there after a second.")


def assert_back_shows_nothing(page: Page) -> None:
    for _ in range(BACK):
        page.go_back()
        text = page.content()
        assert not re.search(r"zwiebelkuchen|Tuolumne|2003|checked", text), page.url
        assert not page.locator("fieldset").count(), page.url


def test_leave_blanks_the_screen_erases_the_answers_and_back_shows_none(
    with_back_cache: Browser, live_server: LiveServer, weather: Elsewhere
) -> None:
    page = with_back_cache.new_page()
    some_pages(page, live_server)
    at_once, visible, title = page.evaluate(LEAVE)
    assert at_once, "before anything is sent, however slow the machine"
    assert not visible
    assert title == ""
    page.wait_for_url(weather.address)
    wait_until_erased(page)
    assert page.context.cookies() == []
    assert [path for path, _ in weather.asked] == ["/weather"], "the message of the script leads nowhere"
    assert {referrer for _, referrer in weather.asked} == {None}, "and the page is not told from where"
    assert_back_shows_nothing(page)


def test_a_page_put_aside_for_back_is_blank_and_is_asked_for_anew(
    with_back_cache: Browser, live_server: LiveServer
) -> None:
    page = with_back_cache.new_page()
    shown: list[str] = []
    page.on("console", lambda message: shown.append(message.text))
    page.add_init_script(
        "addEventListener('pageshow', e => console.log(e.persisted, document.documentElement.hidden))"
    )
    stand_at(page, live_server, "10", MARKERS)
    page.goto(f"{live_server.url}/en/keeps/")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("The court")
    # Not in order: the page that was put aside and the one after it are two processes.
    assert shown.count("true true") == 1, "it came out blank"
    assert "true false" not in shown
    assert shown.count("false false") >= 3, "and was asked for again"


def test_shift_three_times_leaves_as_well(page: Page, live_server: LiveServer, weather: Elsewhere) -> None:
    start(page, live_server)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(weather.address)
    wait_until_erased(page)


def test_no_other_use_of_shift_leaves(page: Page, live_server: LiveServer) -> None:
    page.clock.install()
    some_pages(page, live_server)
    for key in ("Shift+A", "Shift+A", "Shift+A", "Alt+Shift", "Alt+Shift", "Alt+Shift", "a"):
        page.keyboard.press(key)
    for key in ("Shift", "Shift", "a", "Shift", "Tab"):
        page.keyboard.press(key)
    for _ in range(3):
        page.keyboard.press("Shift")
        page.clock.fast_forward(2600)
    assert page.locator("h1").is_visible()
    assert Interview.objects.count() == 1


def test_the_button_works_without_script(
    with_back_cache: Browser, live_server: LiveServer, weather: Elsewhere
) -> None:
    context = with_back_cache.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    some_pages(page, live_server)
    page.get_by_role("button", name="Leave now").click()
    page.wait_for_url(weather.address)
    wait_until_erased(page)
    assert context.cookies() == []
    assert_back_shows_nothing(page)
    context.close()


def test_the_button_works_where_something_broke(
    page: Page, live_server: LiveServer, weather: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    start(page, live_server)
    monkeypatch.setattr("screening.views.render", broken)
    page.goto(f"{live_server.url}/en/keeps/")
    expect(page.get_by_role("heading", name="Something broke on our side.")).to_be_visible()
    page.get_by_role("button", name="Leave now").click()
    page.wait_for_url(weather.address)
    wait_until_erased(page)


def test_erase_asks_once_and_back_shows_nothing(with_back_cache: Browser, live_server: LiveServer) -> None:
    page = with_back_cache.new_page()
    some_pages(page, live_server)
    page.get_by_role("button", name="Erase my answers").click()
    assert violations(page) == []
    page.get_by_role("button", name="Erase", exact=True).click()
    expect(page.get_by_role("heading", name="Your answers are erased")).to_be_visible()
    assert violations(page) == []
    wait_until_erased(page)
    assert page.context.cookies() == []
    assert_back_shows_nothing(page)


def test_a_kept_place_opens_on_another_device(browser: Browser, page: Page, live_server: LiveServer) -> None:
    some_pages(page, live_server)
    page.get_by_role("button", name="Keep my place").click()
    assert violations(page) == []
    page.get_by_role("button", name="Show me my eight words").click()
    words = page.locator("ol.big li").all_inner_texts()
    assert len(words) == 8
    assert violations(page) == []
    page.emulate_media(media="print")
    assert page.locator("ol.big").is_visible()
    assert not page.get_by_role("button", name="I have them").is_visible()
    phone = browser.new_context(viewport=PHONE).new_page()
    phone.goto(f"{live_server.url}/en/place/")
    phone.get_by_role("group", name="What are your eight words?").get_by_role("textbox").fill("one two")
    phone.get_by_role("button", name="Open my answers").click()
    expect(phone.get_by_role("alert")).to_contain_text("Words 1, 2 are not our words.")
    assert violations(phone) == []
    phone.get_by_role("textbox").fill("\n".join(f"{n}. {word.upper()}" for n, word in enumerate(words, 1)))
    phone.get_by_role("button", name="Open my answers").click()
    assert place_of(phone).page == "13"
    phone.get_by_role("button", name="Back", exact=True).click()
    expect(phone.locator('[name="dm"]')).to_have_value("7")
    phone.context.close()


def test_a_profile_on_disk_holds_no_answer_after_the_whole_way(
    browser_type: BrowserType,
    whole_browser: dict[str, Any],
    live_server: LiveServer,
    weather: Elsewhere,
    tmp_path: Path,
) -> None:
    profile = tmp_path / "profile"
    context = browser_type.launch_persistent_context(str(profile), **whole_browser)
    page = context.pages[0]
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    words = the_whole_way(page, live_server)
    (cookie,) = context.cookies()
    assert cookie["httpOnly"]
    assert cookie["expires"] == -1
    assert page.evaluate(STORED) == [0, 0, "", 0, 0, 0]
    own = urlsplit(live_server.url).netloc
    assert {urlsplit(url).netloc for url in asked} == {own}
    page.get_by_role("button", name="Leave now").click()
    page.wait_for_url(weather.address)
    wait_until_erased(page)
    context.close()

    assert cookies(profile) == []
    phrases = (" ".join(words[:3]), " ".join(words[-3:]))
    said = ("PC 90210 zwiebelkuchen", "Tuolumne", "2003-07-14", HALF_TYPED, *phrases)
    # Field names: a browser keeps the whole form that was posted to get a page.
    assert found_in(profile, [*said, "zwiebelkuchen", "csrfmiddlewaretoken", "current_step="]) == []
    assert found_in(profile, ["/weather"]), "the search finds what is there"
    remembered = [entry for entry in history(profile) if own in entry[0]]
    assert len(remembered) > 20
    assert {re.sub(r"/[\w-]{22}/", "/RUN/", urlsplit(url).path) for url, _ in remembered} <= NEUTRAL
    assert {title for _, title in remembered} <= TITLES


PAGES = {f"/s/RUN/1/{number:02}/" for number in range(100)}
NEUTRAL = {
    *PAGES,
    *("/en/", "/en/place/", "/s/RUN/check/", "/s/RUN/result/", "/s/RUN/place/", "/s/RUN/erase/"),
}
TITLES = {"Form", "Form, check", "Form, end", "Error: Form", "Weather"} | {
    f"{error}Form, part {part} of 8" for error in ("", "Error: ") for part in range(1, 9)
}


WITH_A_SLIP = ("11", "13", "51")


def the_whole_way(page: Page, live_server: LiveServer) -> list[str]:
    """Every page, with a slip on some, then a change, a language and a kept place.

    The words of the code.
    """
    start(page, live_server)
    for _ in range(MOST_STEPS):
        if not place_of(page).case:
            break
        if place_of(page).page in WITH_A_SLIP:
            mistype(page)
        go_on(page, MARKERS)
    page.get_by_role("button", name="My answers are right").click()
    page.get_by_role("link", name="Change my answers").click()
    page.locator('dd.c a[href*="/1/11/"]').first.click()
    page.get_by_role("button", name="Español").click()
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Back", exact=True).click()
    page.get_by_role("button", name="My answers are right").click()
    return keep_and_open(page, live_server)


def mistype(page: Page) -> None:
    """Send a page with something in it that cannot be read, or with nothing chosen."""
    for field in page.locator("input.y:visible, input[type=text]:visible").all():
        field.fill(HALF_TYPED[: int(field.get_attribute("maxlength") or 0)])
    page.locator(GO_ON).click()
    expect(page.get_by_role("alert")).to_be_visible()
    for field in page.locator("input.y:visible").all():
        field.fill("")


def keep_and_open(page: Page, live_server: LiveServer) -> list[str]:
    page.get_by_role("button", name="Keep my place").click()
    page.get_by_role("button", name="Show me my eight words").click()
    words = page.locator("ol.big li").all_inner_texts()
    page.get_by_role("button", name="I have them").click()
    page.goto(f"{live_server.url}/en/place/")
    page.get_by_role("textbox").fill(with_one_wrong(words))
    page.get_by_role("button", name="Open my answers").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("textbox").fill(" ".join(words))
    page.get_by_role("button", name="Open my answers").click()
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    assert Place.objects.count() == 1
    return words
