"""The browser: Debian's Chromium, shut off from every host but this one."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests.e2e.elsewhere import Elsewhere, elsewhere


# Playwright keeps an event loop open; Django would refuse the database beside it. For this reason the
# browser tests run in a process of their own.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_configure(config: pytest.Config) -> None:
    """From Python 3.13 on sqlite3 tells of connections that are collected open.

    Django closes none of a database in memory, which would end it, and a live server has one a thread.
    """
    config.addinivalue_line("filterwarnings", "ignore:unclosed database:ResourceWarning")


CHROMIUM = os.environ.get("PCR_CHROMIUM", "/usr/bin/chromium")
# The same engine without a window, at three quarters of the processor time.
_SHELL = "/usr/bin/chromium-headless-shell"
QUICK = _SHELL if "PCR_CHROMIUM" not in os.environ and Path(_SHELL).exists() else CHROMIUM


@pytest.fixture(scope="session")
def whole_browser(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """How to launch the browser that people have: with a history, a profile, pages put aside for Back."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM}


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
    live_server: LiveServer,  # noqa: ARG001 (it ends after the browser, whose connections it would break)
) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": QUICK,
        "args": [
            "--no-sandbox",  # Chromium refuses to start as root with one
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        ],
    }


@pytest.fixture
def weather(settings: Settings) -> Iterator[Elsewhere]:
    """A harmless page of another origin, where *Leave now* leads."""
    with elsewhere() as page:
        settings.OPERATOR = replace(settings.OPERATOR, leave_to=page.address)
        policy: dict[str, Any] = settings.CONTENT_SECURITY_POLICY
        directives = {**policy["DIRECTIVES"], "form-action": ["'self'", settings.OPERATOR.leave_origin]}
        settings.CONTENT_SECURITY_POLICY = {**policy, "DIRECTIVES": directives}
        yield page
