"""The main job in a browser on a phone, without JavaScript: start, answer, check, result, paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.e2e.axe import violations
from tests.summary.reading import pages_of


PHONE = ViewportSize(width=360, height=740)
MOST_PAGES = 60
MOST_STOPS = 120

# What this person says, by a few words of the question. Everything else is "I am not sure".
SAYS = {
    "coming soon": "Immigration court",
    "Which court": "California",
    "guilty": "Yes",
}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, accept_downloads=True)
    yield context.new_page()
    context.close()


def open_fieldsets(page: Page) -> list[Locator]:
    return [found for found in page.locator("fieldset").all() if found.is_visible()]


def answer_page(page: Page) -> None:
    """Say what this person says, otherwise "I am not sure"; optional questions stay empty."""
    for fieldset in open_fieldsets(page):
        legend = fieldset.locator("legend").first.inner_text()
        said = next((answer for words, answer in SAYS.items() if words in legend), None)
        labels = fieldset.locator("label.o")
        choice = labels.filter(has_text=said).first if said else labels.filter(has_text="I am not sure").first
        if choice.count():
            choice.click()
    for fieldset in open_fieldsets(page):  # what a tick has opened
        if fieldset.locator("input:checked").count() == 0:
            unsure = fieldset.locator("label.o").filter(has_text="I am not sure")
            if unsure.count():
                unsure.first.click()


GO_ON, SHOW = "Go on", "My answers are right. Show the result"


def step(page: Page) -> None:
    """Answer the page that is open and go on."""
    answer_page(page)
    page.get_by_role("button", name=GO_ON).click()
    assert page.locator("[role=alert]").count() == 0, page.locator("[role=alert]").inner_text()


def walk_to_check(page: Page) -> int:
    """Answer until the check page; how many pages it took."""
    for count in range(MOST_PAGES):
        if page.locator("h1").first.inner_text() == "Check your answers":
            return count
        step(page)
    raise AssertionError("The way does not end.")


@pytest.mark.django_db(transaction=True)
def test_one_person_gets_from_start_to_the_paper_without_script(phone: Page, live_server: LiveServer) -> None:
    phone.goto(live_server.url)
    phone.get_by_role("button", name="Start").click()
    assert walk_to_check(phone) > 20
    expect(phone.get_by_text("Immigration court").first).to_be_visible()
    phone.get_by_role("button", name=SHOW).click()
    expect(phone.locator(".one.now").get_by_text("Call today")).to_be_visible()
    expect(phone.get_by_text("We cannot tell yet").first).to_be_visible()
    phone.reload()
    expect(phone.locator(".one.now").get_by_text("Call today")).to_be_visible()
    with phone.expect_download() as started:
        phone.get_by_role("link", name="The paper for a lawyer").click()
    content = started.value.path().read_bytes()
    assert started.value.suggested_filename == "summary.pdf"
    assert "Do not give this to ICE" in pages_of(content)[0]
    (cookie,) = phone.context.cookies()
    assert cookie.get("httpOnly")
    assert cookie.get("expires") == -1


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_on_a_page_with_errors(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name=GO_ON).click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.title().startswith("Error:")
    assert violations(page) == []


FOCUSED = """() => {
    const e = document.activeElement;
    return [e.type || e.tagName.toLowerCase(), (e.closest("label") || e).innerText.trim()];
}"""


def answer_by_keyboard(page: Page) -> None:
    """Tab through one page: choose "I am not sure" wherever it is offered, stop on the way on."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        kind, label = page.evaluate(FOCUSED)
        if kind == "submit" and label in (GO_ON, SHOW):
            return
        if kind == "radio":
            choose_unsure(page)
        if kind == "checkbox" and label.startswith("I am not sure"):
            page.keyboard.press("Space")
    raise AssertionError(f"The keyboard does not reach the way on: {page.url}")


def choose_unsure(page: Page) -> None:
    """Arrow down through the answers of one question."""
    for _ in range(MOST_STOPS):
        if page.evaluate(FOCUSED)[1].startswith("I am not sure"):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"No answer says that it is not sure: {page.url}")


@pytest.mark.django_db(transaction=True)
def test_the_whole_way_can_be_gone_by_keyboard_alone(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    page.get_by_role("button", name="Start").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for _ in range(MOST_PAGES):
        answer_by_keyboard(page)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.locator("[role=alert]").count() == 0, page.url
        if "/result/" in page.url:
            break
    expect(page.get_by_role("heading", name="What to do first")).to_be_visible()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED)[1].startswith("The paper for a lawyer"):
            return
    raise AssertionError("The keyboard does not reach the paper.")
