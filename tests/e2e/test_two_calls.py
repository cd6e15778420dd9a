"""Two calls in two tabs, in any order of keys and screens: an answer never lands in the other file."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from screening.rules.facts import FACTS
from tests.e2e.calling import Desk, sit_down
from tests.tiers import repeated


pytestmark = pytest.mark.django_db(transaction=True)
# Questions that are asked whatever is answered to the others.
KEYS = {"10a": "court", "15b": "appeal_pending", "30d": "custody_elsewhere", "71a": "citizenship"}


@pytest.fixture
def desk(page: Page, live_server: LiveServer, settings: Settings, tmp_path: Path) -> Desk:
    """An intake member at this browser."""
    return sit_down(page.context, live_server.url, settings, tmp_path)


@pytest.mark.parametrize("seed", repeated([1, 2, 3], 1))
def test_two_interleaved_calls_never_mix(page: Page, desk: Desk, seed: int) -> None:
    random = Random(seed)  # noqa: S311 (a test)
    calls = [desk.call("Marisol Vega"), desk.call("Reza Karimi", language="fa")]
    tabs = [page, page.context.new_page()]
    given: list[dict[str, str]] = [{}, {}]
    open_at = ["", ""]
    for _ in range(30):
        which = random.randrange(2)
        tab = tabs[which]
        tab.bring_to_front()
        if not open_at[which] or random.random() < 0.4:
            open_at[which] = random.choice(list(KEYS))
            tab.goto(f"{calls[which]}1/{open_at[which]}/")
        key = KEYS[open_at[which]]
        number = random.randrange(len(FACTS[key].values))
        # The test's database lies in memory, where two requests at once do not wait for each other.
        with tab.expect_response(lambda answer: answer.request.method == "POST"):
            tab.keyboard.press(str(number + 1))
        given[which][key] = FACTS[key].values[number]
    for call, expected in zip(calls, given, strict=True):
        assert desk.used(call) == expected


def test_each_tab_says_whose_call_it_is(page: Page, desk: Desk) -> None:
    first, second = desk.call("Marisol Vega"), desk.call("Reza Karimi", language="fa")
    other = page.context.new_page()
    page.goto(f"{first}1/10a/")
    other.goto(f"{second}1/10a/")
    band, ink = page.locator(".caller"), other.locator(".caller")
    expect(band).to_contain_text("A Marisol V. · Spanish")
    expect(ink).to_contain_text("B Reza K. · Persian")
    tones = [one.evaluate("it => getComputedStyle(it).backgroundColor") for one in (band, ink)]
    assert tones[0] != tones[1]
    page.reload()
    page.get_by_role("link", name="Switch to call B, Reza K.").press("Enter")
    page.wait_for_url(f"{second}**")


def test_a_form_of_one_call_is_refused_by_the_other(page: Page, desk: Desk) -> None:
    first, second = desk.call("Marisol Vega"), desk.call("Reza Karimi")
    page.goto(f"{first}1/10a/")
    page.evaluate("action => { document.getElementById('f').action = action; }", f"{second}1/10a/")
    page.keyboard.press("1")
    expect(page.get_by_role("alert")).to_contain_text("belonged to another call")
    assert desk.used(first) == {}
    assert desk.used(second) == {}
