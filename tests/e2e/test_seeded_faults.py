"""Seeded faults for the browser's own checks: a page that is worse must turn them red."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.e2e.axe import violations


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(
            "document.querySelector('legend').parentElement.outerHTML = '<input>'",
            id="a field without a label",
        ),
        pytest.param("document.querySelector('h1').style.color = '#ddd'", id="text too pale"),
        pytest.param("document.documentElement.removeAttribute('lang')", id="no language"),
    ],
)
def test_axe_finds_a_page_made_worse(page: Page, live_server: LiveServer, fault: str) -> None:
    page.goto(live_server.url)
    page.get_by_role("button", name="Start").click()
    page.evaluate(fault)
    assert violations(page) != []
