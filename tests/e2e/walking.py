"""Walk the questionnaire in a browser, in any language: by the fields' names and numbers, never by words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Page

from screening.questions.route import PAGE
from screening.rules.answers import Value
from tests.interview.walk import MOST_STEPS, Place, answer_of, fields_for


GO_ON = "form#f .acts button.b >> nth=0"
CONFIRM = "main form.acts button.b >> nth=0"
EMPTY = """document.querySelectorAll("#f input:is(.y, .d), #f select").forEach(e => { e.value = "" })"""
START = "main form.acts button.b >> nth=0"


def start(page: Page, site: str, language: str = "en") -> None:
    """Open the start page in a language and press Start."""
    page.goto(f"{site}/{language}/")
    page.locator(START).click()


def place_of(page: Page) -> Place:
    """Where the browser stands."""
    return Place.of(page.url)


def fill(page: Page, answers: Mapping[str, Value]) -> None:
    """Give the answers of the page that is open; "I am not sure" where there is none."""
    asked = PAGE[place_of(page).page]
    page.evaluate(EMPTY)  # what was filled in from another answer
    for key in asked.keys:
        for name, typed in fields_for(asked, key, answer_of(key, answers)).items():
            for value in typed if isinstance(typed, list) else [typed]:
                _put(page, name, value)


def _put(page: Page, name: str, value: str) -> None:
    if not value:
        return
    ticks = page.locator(f'input:is([type=radio], [type=checkbox])[name="{name}"][value="{value}"]')
    if ticks.count():
        if ticks.first.is_visible():
            ticks.first.check()
        return
    field = page.locator(f'input[type=text][name="{name}"], input:not([type])[name="{name}"]')
    if field.count() and field.first.is_visible():
        field.first.fill(value)
        return
    chosen = page.locator(f'select[name="{name}"]')
    if chosen.count() and chosen.first.is_visible():
        chosen.first.select_option(value)


def go_on(page: Page, answers: Mapping[str, Value]) -> None:
    """Answer the page that is open and go on."""
    fill(page, answers)
    page.locator(GO_ON).click()


def each_page(page: Page, answers: Mapping[str, Value]) -> Iterator[str]:
    """Stand on every page from here to the result, with its name in turn."""
    for _ in range(MOST_STEPS):
        place = place_of(page)
        yield place.page
        if place.page == "result":
            return
        if place.case:
            go_on(page, answers)
        else:
            page.locator(CONFIRM).click()
    raise AssertionError("The way does not end.")


def walk_to(page: Page, name: str, answers: Mapping[str, Value]) -> None:
    """Answer until a page of this name is open."""
    for now in each_page(page, answers):
        if now == name:
            return
    raise AssertionError(f"{name} is not on the way.")


def path_of(page: Page) -> str:
    """The address without its host."""
    return urlsplit(page.url).path
