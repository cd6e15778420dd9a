"""The browser: Debian's Chromium, shut off from every host but this one."""

import os
from typing import Any

import pytest


# Playwright keeps an event loop open; Django would refuse the database beside it. For this reason the
# browser tests run in a process of their own.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": os.environ.get("PCR_CHROMIUM", "/usr/bin/chromium"),
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
