"""The start page in a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.e2e.axe import violations


PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=900)


@pytest.fixture
def page_without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    yield context.new_page()
    context.close()


def test_a_phone_without_script_reads_and_starts(page_without_script: Page, live_server: LiveServer) -> None:
    page = page_without_script
    page.goto(live_server.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Can an old criminal case be looked at again?")
    start = page.get_by_role("button", name="Start")
    box = start.bounding_box()
    assert box is not None
    assert box["height"] >= 48
    assert box["y"] < 2 * PHONE["height"], "Start is more than one short scroll away"
    assert page.context.cookies() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing(page: Page, live_server: LiveServer, size: ViewportSize, scheme: str) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(live_server.url)
    page.get_by_text("Does someone else use this phone?").click()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_window(page: Page, live_server: LiveServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(live_server.url)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_page_asks_no_other_host_and_breaks_no_policy(page: Page, live_server: LiveServer) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(live_server.url)
    assert [url for url in asked if not url.startswith(live_server.url)] == []
    assert complaints == []


def test_tab_reaches_the_skip_link_first(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
