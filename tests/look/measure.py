"""`./run measure`: one table of what a page weighs, whom it asks, what axe finds and how it reads."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as configured
from playwright.sync_api import Page, Request
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from screening.questions.route import PAGES
from screening.questions.wording import ALL_QUESTIONS
from tests.e2e.axe import violations
from tests.languages.catalogs import translations
from tests.languages.test_persian import sentences as persian_sentences
from tests.languages.test_spanish import score, spanish
from tests.look.office_states import office_pages, set_up
from tests.look.states import interview, public_pages
from tests.questions.test_reading_grade import grade, help_texts


STATIC = Path(__file__).resolve().parents[2] / "static"
LANGUAGES = [code for code, _ in configured.LANGUAGES]


@dataclass
class Row:
    """One page in one state, in all languages."""

    html: dict[str, int] = field(default_factory=dict)
    requests: int = 0
    elsewhere: int = 0
    axe: dict[str, int] = field(default_factory=dict)


ROWS: dict[str, Row] = defaultdict(Row)


def zipped(text: bytes) -> int:
    """Bytes on the wire, about: gzip at its best."""
    return len(gzip.compress(text, 9))


@pytest.fixture(scope="module", autouse=True)
def table() -> Iterator[None]:
    """Print it once everything is measured."""
    yield
    print_pages()
    print_reading()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_measure(page: Page, live_server: LiveServer, language: str) -> None:
    """Stand on every page of one language."""
    names = chain(public_pages(page, live_server.url, language), interview(page, live_server.url, language))
    stand_on_each(page, live_server.url, language, names)


@pytest.mark.django_db(transaction=True)
def test_measure_the_office(
    page: Page,
    live_server: LiveServer,
    settings: Settings,  # noqa: ARG001 (it takes back what set_up changes)
    tmp_path: Path,
) -> None:
    """Stand on every page of the office, in English, with the people of the demonstration."""
    set_up(tmp_path)
    stand_on_each(page, live_server.url, "en", office_pages(page, live_server.url))


def stand_on_each(page: Page, site: str, language: str, names: Iterator[str]) -> None:
    """Fill in a row for each page."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.set_viewport_size({"width": 360, "height": 740})
    for name in names:
        row = ROWS[name]
        row.html[language] = zipped(page.content().encode())
        here = urlsplit(site).netloc
        row.requests = max(row.requests, len(asked))
        row.elsewhere += sum(urlsplit(request.url).netloc != here for request in asked)
        row.axe[language] = len(violations(page))
        asked.clear()


def print_pages() -> None:
    """A line for each page in each state."""
    shared = zipped((STATIC / "app.css").read_bytes()) + zipped((STATIC / "app.js").read_bytes())
    print(f"\n\ngzip -9: style sheet and script together {shared:,} bytes, once for all pages")
    desk = sum(zipped((STATIC / name).read_bytes()) for name in ("tables.css", "office.css", "office.js"))
    print(f"the office adds {desk:,} bytes of both, once for all its pages")
    print(f"{'page':34}" + "".join(f"{'html ' + code:>9}" for code in LANGUAGES), end="")
    print(f"{'requests':>10}{'elsewhere':>10}" + "".join(f"{'axe ' + code:>8}" for code in LANGUAGES))
    for name, row in ROWS.items():
        print(f"{name[:33]:34}" + "".join(f"{row.html.get(code, 0):9,}" for code in LANGUAGES), end="")
        print(f"{row.requests:10}{row.elsewhere:10}", end="")
        print("".join(f"{row.axe.get(code, 0):8}" for code in LANGUAGES))
    first = ROWS["00"].html
    print("first question page, all together: " + ", ".join(f"{c} {first[c] + shared:,}" for c in first))


def print_reading() -> None:
    """How hard the questions read in each language, by the measure of that language."""
    texts = [[text for key in page.keys for text in help_texts(ALL_QUESTIONS[key])] for page in PAGES]
    whole = [text for page in texts for text in page]
    easy = [score(spanish(page)) for page in texts]
    longest = max(len(part.split()) for text in translations("fa") for part in persian_sentences(text))
    print(f"en Flesch-Kincaid: {grade(whole):.1f}, worst page {max(map(grade, texts)):.1f} (most 6.0, 8.0)")
    print(f"es Fernández-Huerta: {score(spanish(whole)):.0f}, worst page {min(easy):.0f} (least 70)")
    print(f"fa longest sentence: {longest} words (most 20)")
