"""Every page of the office in every state: axe, width, targets, forced colors, and whom it asks."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from playwright.sync_api import ConsoleMessage, Page, Request, ViewportSize
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests.e2e.axe import violations
from tests.e2e.test_everyone import EDGELESS, LEAST_TARGET, PHONE, SMALL, WIDTH, ZOOMED
from tests.look.office_states import office_pages, set_up
from tests.office.matrix import ROWS
from tests.tiers import repeated


DESK = ViewportSize(width=1280, height=900)
# Nothing on a page says how it looks or acts but the two sheets and the scripts.
INLINE = """() => [...document.querySelectorAll("script:not([src], [type='application/json']), style, [style]")]
    .concat([...document.querySelectorAll("*")].filter(e => [...e.attributes].some(a => /^on/.test(a.name))))
    .map(e => e.outerHTML.slice(0, 120))"""
# Addresses whose GET is no page of its own: a file, another name for one, what leads on.
NO_PAGE = {"paper_pdf", "paper_bilingual", "paper_redacted", "account_login", "call"}


@pytest.fixture(autouse=True)
def demonstration(settings: Settings, tmp_path: Path, transactional_db: None) -> None:  # noqa: ARG001
    settings.PCR_OFFICE_KEYS = tmp_path / "office-keys"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    set_up(tmp_path / "office-keys")


def problems_of(page: Page, size: ViewportSize) -> list[str]:
    """What is wrong with the page that is open, in the words of whatever found it."""
    page.wait_for_load_state()
    page.set_viewport_size(size)
    found = violations(page)
    found += page.evaluate(SMALL, LEAST_TARGET) + page.evaluate(INLINE)
    found += [f"wider than {size['width']}"] if page.evaluate(WIDTH) > size["width"] else []
    found += [f"{page.locator('h1').count()} h1"] if page.locator("h1").count() != 1 else []
    if size == DESK:
        return found
    page.set_viewport_size(ZOOMED)
    found += ["wider than a window at 400 %"] if page.evaluate(WIDTH) > ZOOMED["width"] else []
    page.set_viewport_size(PHONE)
    page.emulate_media(forced_colors="active")
    found += page.evaluate(EDGELESS)
    page.emulate_media(forced_colors="none")
    return found


@pytest.mark.parametrize(
    ("scheme", "size"), repeated([("light", PHONE), ("dark", DESK), ("dark", PHONE), ("light", DESK)], 1)
)
def test_each_page_of_the_office_is_for_everyone(
    page: Page, live_server: LiveServer, scheme: str, size: ViewportSize
) -> None:
    elsewhere: list[str] = []
    complaints: list[str] = []
    site = urlsplit(live_server.url).netloc

    def note(request: Request) -> None:
        if urlsplit(request.url).netloc != site:
            elsewhere.append(request.url)

    def hear(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            complaints.append(message.text)

    page.on("request", note)
    page.on("console", hear)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size(size)
    seen, wrong, shown = 0, [], set()
    for name in office_pages(page, live_server.url):
        wrong += [(name, problem) for problem in problems_of(page, size)]
        shown.add(resolve(urlsplit(page.url).path).url_name)
        seen += 1
    assert wrong == []
    assert (elsewhere, complaints) == ([], [])
    assert seen >= 40
    pages = {row.name for row in ROWS.values() if row.of_office and "GET" in row.methods} - NO_PAGE
    assert pages - shown == set()
