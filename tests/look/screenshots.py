"""`./run screenshots`: every page in every language, size and scheme, with invented answers.

They land in `screenshots/` (not committed), with an index page to leaf through.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests.look.office_states import office_pages, set_up
from tests.look.states import interview, public_pages


OUT = Path(__file__).resolve().parents[2] / "screenshots"
WIDTHS = {360: 740, 768: 1024, 1280: 900}
SCHEMES = ("light", "dark")
# Its folder among those of the languages.
OFFICE = "office"


@pytest.fixture(scope="module", autouse=True)
def folder() -> Iterator[None]:
    """A fresh folder, and at the end its index."""
    shutil.rmtree(OUT, ignore_errors=True)
    yield
    write_index()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_take(page: Page, live_server: LiveServer, language: str) -> None:
    """Take every page of one language."""
    taken = 0
    for states in (public_pages, interview):
        for name in states(page, live_server.url, language):
            take(page, OUT / language, f"{taken:02}-{re.sub('[^a-z0-9]+', '-', name)}")
            taken += 1
    assert taken > 40


@pytest.mark.django_db(transaction=True)
def test_take_the_office(
    page: Page,
    live_server: LiveServer,
    settings: Settings,  # noqa: ARG001 (it takes back what set_up changes)
    tmp_path: Path,
) -> None:
    """Take every page of the office, in English, with the people of the demonstration."""
    set_up(tmp_path)
    taken = 0
    for name in office_pages(page, live_server.url):
        take(page, OUT / OFFICE, f"{taken:02}-{re.sub('[^a-z0-9]+', '-', name.lower())}")
        taken += 1
    assert taken > 40


def take(page: Page, where: Path, name: str) -> None:
    """One page in all sizes, light and dark."""
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            where.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=where / f"{name}-{width}-{scheme}.png", full_page=True)


def write_index() -> None:
    """A page that shows them all, narrow ones side by side in the three languages; then the office."""
    languages = sorted(path.name for path in OUT.iterdir() if path.is_dir() and path.name != OFFICE)
    rows = section("Public pages", languages) + section("The office", [OFFICE])
    style = "<style>img{max-width:32%;vertical-align:top;border:1px solid #999}</style>"
    (OUT / "index.html").write_text(f"<!DOCTYPE html><meta charset=utf-8>{style}{''.join(rows)}")


def section(title: str, folders: list[str]) -> list[str]:
    """The pictures of these folders, those of one name in one row."""
    names = sorted({path.name for folder in folders for path in (OUT / folder).glob("*.png")})
    rows = [
        f"<h2>{html.escape(name)}</h2>"
        + "".join(f'<img loading="lazy" src="{folder}/{name}" alt="">' for folder in folders)
        for name in names
    ]
    return [f"<h1>{title}</h1>", *rows]
