"""Every page in every state, in every language: axe, width, targets, and the colors a person forces."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, ViewportSize
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from pcr_screener.operator import load_operator
from tests.e2e.axe import violations
from tests.e2e.quick import go_on, stand_at
from tests.e2e.walking import place_of
from tests.look.conftest import SAMPLE
from tests.look.invented import WITH_A_PROGRAM
from tests.look.states import interview, public_pages
from tests.tiers import repeated


States = Callable[[Page, str, str], Iterator[str]]

PHONE = ViewportSize(width=360, height=740)
ZOOMED = ViewportSize(width=320, height=256)  # 1280 by 1024 at 400 %
LEAST_TARGET = 44

# A table of the law has one kind of row: its first rows are read in every run, all with `--long`.
SHORTEN = """rows => document.querySelectorAll("tbody").forEach(body =>
    [...body.rows].slice(rows).forEach(row => row.remove()))"""
ROWS_READ = 4

# Pages whose state with something to fix axe reads in every run: boxes with dates, dates, radio buttons.
TO_FIX, TO_FIX_READ = "with something to fix", ("01", "11", "40", "87", "89")

WIDTH = "document.documentElement.scrollWidth"
# What can be pressed and is smaller than a finger. Links in running text, and what is only for the
# keyboard, do not count; a row counts as a whole, not the box in it.
SMALL = """least => [...document.querySelectorAll("a, button, summary, select, label.o, input")]
    .filter(e => e.checkVisibility() && !e.closest(".vh, .skip"))
    .filter(e => !e.matches(":is(label.o, label.tick) input, [type=hidden]"))
    .filter(e => !(e.matches("a") && getComputedStyle(e).display === "inline"
        && e.parentElement.innerText.trim() !== e.innerText.trim()))
    .filter(e => { const box = e.getBoundingClientRect(); return box.height < least || box.width < least })
    .map(e => e.outerHTML.slice(0, 120))"""
# In forced colors backgrounds are gone: whatever can be pressed must have an edge or be underlined text.
EDGELESS = """() => [...document.querySelectorAll("button, label.o, select, input:not([type=hidden])")]
    .filter(e => e.checkVisibility() && !e.closest(".vh, .tongues, .foot"))
    .filter(e => !e.matches(":is(label.o, label.tick) input, .t"))
    .filter(e => parseFloat(getComputedStyle(e).borderTopWidth) < 1)
    .map(e => e.outerHTML.slice(0, 120))"""


@pytest.fixture(autouse=True)
def sample_operator(settings: Settings) -> None:
    settings.OPERATOR = load_operator(SAMPLE)


def problems_of(page: Page, language: str, *, with_axe: bool = True, whole: bool = True) -> list[str]:
    """What is wrong with the page that is open, in the words of whatever found it."""
    page.wait_for_load_state()  # a page half there has summaries without words
    found: list[str] = page.evaluate(SMALL, LEAST_TARGET)
    found += ["wider than a phone"] if page.evaluate(WIDTH) != PHONE["width"] else []
    found += ["not its language"] if page.locator("html").get_attribute("lang") != language else []
    page.set_viewport_size(ZOOMED)
    found += ["wider than a window at 400 %"] if page.evaluate(WIDTH) > ZOOMED["width"] else []
    page.set_viewport_size(PHONE)
    page.emulate_media(forced_colors="active")
    found += page.evaluate(EDGELESS)
    page.emulate_media(forced_colors="none")
    if with_axe:
        if not whole:
            page.evaluate(SHORTEN, ROWS_READ)
        found += violations(page)
    return found


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "scheme"), repeated([("en", "light"), ("es", "dark"), ("fa", "light")], 1)
)
@pytest.mark.parametrize(("states", "least"), [(public_pages, 14), (interview, 40)])
def test_each_page_in_each_state_is_for_everyone(
    page: Page,
    live_server: LiveServer,
    language: str,
    scheme: str,
    states: States,
    least: int,
    pytestconfig: pytest.Config,
) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    seen, wrong = 0, []
    for name in states(page, live_server.url, language):
        # One form has every mark of something to fix; axe reads a page for as long as ten requests take.
        alike = name.endswith(TO_FIX) and name.split()[0] not in TO_FIX_READ
        whole = pytestconfig.getoption("--long")
        found = problems_of(page, language, with_axe=whole or not alike, whole=whole)
        wrong += [(name, problem) for problem in found]
        seen += 1
    assert wrong == []
    assert seen >= least


@pytest.mark.django_db(transaction=True)
def test_focus_is_where_it_belongs(page: Page, live_server: LiveServer) -> None:
    """At the top after each step, so that a reader hears the page from its start; else on what to fix."""
    stand_at(page, live_server, "10", WITH_A_PROGRAM)
    go_on(page, WITH_A_PROGRAM)
    assert page.evaluate("document.activeElement === document.body")
    page.locator("form#f .acts button.b").first.click()
    assert page.evaluate("document.activeElement.id") == "sum"
    assert page.title().startswith("Error:")
    page.locator("#sum a").first.click()
    assert page.evaluate("document.activeElement.tagName") == "FIELDSET"


@pytest.mark.django_db(transaction=True)
def test_enter_in_a_field_goes_on(page: Page, live_server: LiveServer) -> None:
    """And does not press a button that stands before it on the page."""
    stand_at(page, live_server, "51", WITH_A_PROGRAM)
    page.locator('.tongues button[value="es"]').click()
    page.locator("input.y").first.fill("2004")
    page.locator("[name=c]").first.check()
    page.locator("input.y").last.fill("2005")
    page.locator("input.y").last.press("Enter")
    page.wait_for_url("**/52/")
    assert page.locator("html").get_attribute("lang") == "es"


@pytest.mark.django_db(transaction=True)
def test_the_language_changes_on_a_question_and_nothing_typed_is_lost(
    page: Page, live_server: LiveServer
) -> None:
    stand_at(page, live_server, "51", WITH_A_PROGRAM)
    page.locator("input.y").first.fill("20")
    page.locator('.tongues button[value="fa"]').click()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("input.y").first.input_value() == "20"
    assert place_of(page).page == "51"
