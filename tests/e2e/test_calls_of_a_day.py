"""Calls as they come: one is interrupted, one hangs up, one has two cases, one was here before.

A whole call in Spanish is `test_call_by_keyboard.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from screening.office.file import cabinet
from screening.office.models import Screening
from tests.e2e.calling import Desk, Typist, question_of, sit_down


pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(page: Page, live_server: LiveServer, settings: Settings, tmp_path: Path) -> Desk:
    """An intake member at this browser."""
    return sit_down(page.context, live_server.url, settings, tmp_path)


def test_an_interrupted_call_is_taken_up_at_the_question_where_it_was_left(page: Page, desk: Desk) -> None:
    call = desk.call(short=True)
    page.goto(call)
    typist = Typist(page)
    page.keyboard.press("1")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    typist.leave()
    left = page.url
    typist.leave("n")
    assert page.url.endswith("/details/")
    page.get_by_role("button", name="Discard this empty call").click()
    page.get_by_role("link", name="Go on").first.click()
    assert page.url == left
    page.get_by_role("button", name="End call: wrap-up").click()
    page.get_by_role("link", name="Back to the questions").click()
    assert page.url == left


def test_after_a_hang_up_the_queue_says_to_call_back(page: Page, desk: Desk) -> None:
    page.goto(desk.call(short=True))
    page.keyboard.press("1")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    page.get_by_role("button", name="Call dropped").click()
    expect(page.locator("main")).to_contain_text("Call back")
    assert Screening.objects.get().purge_on is not None


def test_a_second_case_is_begun_from_the_wrap_up(page: Page, desk: Desk) -> None:
    call = desk.call(short=True)
    page.goto(f"{call}1/10a/")
    page.keyboard.press("1")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    page.get_by_role("button", name="End call: wrap-up").click()
    page.get_by_role("button", name="Add another case").click()
    assert "/2/" in page.url
    assert question_of(page) == "court"


def test_a_held_enter_records_no_conflict_check_and_the_caller_goes_on_where_they_were(
    page: Page, desk: Desk
) -> None:
    past = desk.call("Marisol Vega")
    fresh = desk.call("Reza Karimi", conflict=None)
    page.goto(f"{fresh}conflict/")
    button = page.get_by_role("button", name="Record “no match”")
    expect(button).to_be_focused()
    assert button.evaluate(
        "it => !it.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', repeat: true, bubbles: true, cancelable: true}))"
    )
    same = desk.call("Marisol Vega", conflict=None)
    page.goto(f"{same}conflict/")
    Typist(page).leave("2")
    assert page.url.startswith(past)
    assert Screening.objects.count() == 2
    assert cabinet.take(desk.member, fresh.rstrip("/").split("/")[-1]).file.conflict is None
