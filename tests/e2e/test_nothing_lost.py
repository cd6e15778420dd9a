"""A lost connection, a second tab, a reload, a double tap, a phone that sleeps: no answer is lost by it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Error, Page, Request, Route, ViewportSize, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from screening.models import Interview
from screening.rules.answers import Value
from tests.e2e.axe import violations
from tests.e2e.quick import answer, go_on, stand_at
from tests.e2e.walking import GO_ON, place_of


pytestmark = pytest.mark.django_db(transaction=True)

PHONE = ViewportSize(width=360, height=740)
SAID: dict[str, Value] = {"county": "Tuolumne", "court": "california", "said_guilty": "yes"}
HALF_TYPED = "PC 459, I thi"
CODE = "input[type=text]"
TAP = "document.querySelector('form#f .acts button.b').click();"


@pytest.fixture
def phone(page: Page, live_server: LiveServer) -> Page:
    """A phone that stands on the page about the county, its clock in our hands."""
    page.set_viewport_size(PHONE)
    page.clock.install()
    stand_at(page, live_server, "10", SAID)
    return page


def county(page: Page) -> str:
    """What is chosen on the page about the county."""
    chosen: str = page.evaluate("document.querySelector('select').selectedOptions[0].text")
    return chosen


def posts_of(page: Page) -> list[str]:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    return sent


def expire() -> None:
    """On the server the hour has passed."""
    Interview.objects.update(last_post_at=datetime.now(UTC) - timedelta(minutes=31))


def test_a_lost_connection_costs_the_page_that_was_sent_and_nothing_before(phone: Page) -> None:
    go_on(phone, SAID)
    answer(phone, SAID)
    phone.context.set_offline(True)
    phone.locator(GO_ON).click()
    phone.wait_for_url("chrome-error://**")
    phone.context.set_offline(False)
    phone.go_back()
    assert place_of(phone).page in ("10", "11")
    while place_of(phone).page != "13":
        go_on(phone, SAID)
    phone.goto(phone.url.replace("/13/", "/10/"))
    assert county(phone) == "Tuolumne"


def test_an_answer_whose_receipt_was_lost_is_there(phone: Page) -> None:
    def lose(route: Route) -> None:
        if route.request.method == "POST":
            send(phone, route.request)
            route.abort("connectionreset")
        else:
            route.continue_()

    answer(phone, SAID)
    address = phone.url
    phone.route("**/1/10/", lose)
    phone.locator(GO_ON).click()
    phone.wait_for_url("chrome-error://**")
    phone.goto(address)
    assert county(phone) == "Tuolumne"
    phone.unroute("**/1/10/")
    go_on(phone, SAID)
    assert place_of(phone).page == "11"


def send(page: Page, request: Request) -> None:
    """Let the server have what the browser will hear nothing more of."""
    client = Client()
    (cookie,) = page.context.cookies()
    client.cookies[cookie["name"]] = cookie["value"]
    sent = client.post(
        urlsplit(request.url).path,
        request.post_data or "",
        content_type="application/x-www-form-urlencoded",
    )
    assert sent.status_code == 302


def test_a_second_tab_on_the_same_page_loses_nothing(phone: Page) -> None:
    other = phone.context.new_page()
    other.goto(phone.url)
    go_on(phone, SAID)
    go_on(phone, SAID)
    go_on(other, {**SAID, "county": "Alpine"})
    assert place_of(other).page == "11"
    other.reload()
    assert other.locator("input:checked").count() == 3, "what the first tab answered"
    assert place_of(phone).page == "13"
    phone.goto(phone.url.replace("/13/", "/10/"))
    assert county(phone) == "Alpine", "the last word counts"


def test_a_reload_keeps_answers_and_what_is_to_be_fixed(phone: Page) -> None:
    go_on(phone, SAID)
    phone.locator("input.y").first.fill("99")
    phone.locator(GO_ON).click()
    for _ in range(2):
        expect(phone.get_by_role("alert")).to_be_visible()
        expect(phone.locator("input.y").first).to_have_value("99")
        assert phone.title().startswith("Error:")
        phone.reload()
    phone.goto(phone.url.replace("/11/", "/10/"))
    assert county(phone) == "Tuolumne"


def test_a_double_tap_sends_once(phone: Page) -> None:
    sent = posts_of(phone)
    answer(phone, SAID)

    def slowly(route: Route) -> None:
        # So that the second tap finds the first still under way.
        time.sleep(0.2)
        route.continue_()

    phone.route("**/1/10/", slowly)
    phone.locator(GO_ON).dblclick(delay=20)
    phone.wait_for_url("**/1/11/")
    assert place_of(phone).page == "11"
    assert len(sent) == 1


def test_a_second_try_after_a_moment_is_sent(phone: Page) -> None:
    """A connection that hangs: the person presses again."""
    phone.evaluate(
        "addEventListener('submit', e => { window.sent = (window.sent || 0) + !e.defaultPrevented;"
        " e.preventDefault() })"
    )
    phone.evaluate(TAP * 2)
    phone.clock.fast_forward(1900)
    phone.evaluate(TAP)
    assert phone.evaluate("window.sent") == 1
    phone.clock.fast_forward(200)
    phone.evaluate(TAP)
    assert phone.evaluate("window.sent") == 2


def test_before_the_hour_the_page_says_so_and_more_time_costs_nothing_typed(phone: Page) -> None:
    phone.goto(phone.url)
    for _ in range(2):
        go_on(phone, SAID)
    assert place_of(phone).page == "13"
    phone.locator(CODE).fill(HALF_TYPED)
    focused = "document.activeElement.name"
    before = phone.evaluate(focused)
    notice = phone.locator("#soon")
    phone.clock.fast_forward("24:50")
    expect(notice).to_be_hidden()
    phone.clock.fast_forward("00:15")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("Do you want more time? What you typed stays.")
    assert phone.evaluate(focused) == before, "the focus stays where it was"
    assert not [word for word in ("minute", "second") if word in notice.inner_text()], "no countdown"
    assert violations(phone) == []
    notice.get_by_role("button", name="Give me more time").click()
    expect(notice).to_be_hidden()
    assert place_of(phone).page == "13"
    expect(phone.locator(CODE)).to_have_value(HALF_TYPED)


def test_where_no_more_time_can_be_given_the_notice_offers_to_keep_the_place(
    page: Page, live_server: LiveServer, settings: Settings
) -> None:
    settings.PCR_MAX_HOURS, settings.PCR_IDLE_MINUTES = 1, 90
    page.clock.install()
    stand_at(page, live_server, "13", SAID)
    page.locator(CODE).fill(HALF_TYPED)
    page.clock.fast_forward("56:00")
    notice = page.locator("#soon")
    expect(notice).to_contain_text("There is no more time to give.")
    notice.get_by_role("button", name="Keep my place").click()
    expect(page.get_by_role("heading", name="Keep my place")).to_be_visible()
    page.get_by_role("link", name="Go back to the questions").click()
    expect(page.locator(CODE)).to_have_value(HALF_TYPED)


def timers_run(page: Page) -> None:
    page.clock.fast_forward("30:05")


def phone_slept(page: Page) -> None:
    """While it slept no timer ran; then its clock is right, and its screen lights up."""
    page.clock.set_system_time(datetime.now(UTC) + timedelta(minutes=31))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


@pytest.mark.parametrize("passes", [timers_run, phone_slept])
def test_after_the_hour_the_screen_explains_what_happened(
    phone: Page, passes: Callable[[Page], None]
) -> None:
    answer(phone, SAID)
    expire()
    passes(phone)
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Your answers were erased")
    assert place_of(phone).page == "10", "at the same address"
    assert "Tuolumne" not in phone.content()
    phone.go_back()
    assert "Tuolumne" not in phone.content()


def test_a_phone_that_wakes_before_the_hour_goes_on(phone: Page) -> None:
    answer(phone, SAID)
    phone.clock.set_system_time(datetime.now(UTC) + timedelta(minutes=20))
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert phone.locator("h1").is_visible()
    expect(phone.locator("#soon")).to_be_hidden()
    go_on(phone, SAID)
    assert place_of(phone).page == "11"


def test_no_fault_of_the_connection_shows_a_stack_trace(phone: Page, live_server: LiveServer) -> None:
    phone.context.set_offline(True)
    with pytest.raises(Error):
        phone.goto(live_server.url)
    phone.context.set_offline(False)
    phone.goto(live_server.url + "/s/x/1/77/")
    assert "Traceback" not in phone.content()
