"""The result and the page of lawyers without a mouse, on a phone and on a desk."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.e2e.test_card import stand_at_result
from tests.people.invented import PEOPLE


pytestmark = pytest.mark.django_db(transaction=True)

# All that a key should reach, in the order of the page; a link in a fold counts once it is open.
REACHABLE = """() => {
  const all = [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden])")]
  const there = all.filter(e => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
  there.forEach((e, at) => { e.dataset.at = at })
  return there.length
}"""
FOCUSED = """() => {
  const on = document.activeElement, box = on.getBoundingClientRect(), line = on.getClientRects()[0]
  const top = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2)
  return {
    at: Number(on.dataset.at ?? -1),
    name: on.innerText.trim(),
    summary: on.tagName === "SUMMARY",
    outlined: getComputedStyle(on).outlineStyle !== "none" && parseFloat(getComputedStyle(on).outlineWidth) >= 2,
    seen: box.top >= 0 && box.bottom <= innerHeight && (on.contains(top) || top?.contains(on)),
  }
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["result", "lawyers"])
def test_each_link_button_and_fold_is_reached_in_order_and_seen(
    page: Page, live_server: LiveServer, width: int, address: str
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    stand_at_result(page, live_server.url, PEOPLE[2], "es")
    if address == "lawyers":
        page.goto(f"{live_server.url}/es/lawyers/")
    there: int = page.evaluate(REACHABLE)
    assert there > 10
    for at in range(there):
        page.keyboard.press("Tab")
        focused: dict[str, Any] = page.evaluate(FOCUSED)
        assert (focused["at"], focused["outlined"], focused["seen"]) == (at, True, True), focused["name"]
        if focused["summary"]:
            fold_and_unfold(page)


def fold_and_unfold(page: Page) -> None:
    """By Enter and by the space bar; it keeps the focus."""
    for key, is_open in (("Enter", True), ("Space", False)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.parentElement.open") is is_open


def test_the_first_key_leads_to_the_card(page: Page, live_server: LiveServer) -> None:
    stand_at_result(page, live_server.url, PEOPLE[2], "en")
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.closest('#now') !== null")
