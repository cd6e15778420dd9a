"""A member of an office in the browser, in a call that passed its conflict check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page
from pytest_django.fixtures import Settings

from screening.office.file import cabinet
from screening.office.keys import new_keys, write_keys
from screening.office.models import Member, Office
from screening.questions.forms import form_for
from screening.questions.reading import choices
from screening.questions.route import PAGE, PAGE_OF
from screening.questions.steering import fact_of
from screening.questions.wording import month_names
from screening.rules.answers import Value
from screening.rules.facts import UNSURE, Kind
from screening.rules.partial_date import PartialDate
from tests.interview.walk import answer_of
from tests.office.calls.conftest import begin
from tests.office.conftest import make_member


def make_office(name: str = "Valley Law Project") -> Office:
    """An office with keys."""
    office = Office(name=name, created_at=timezone.now())
    keys = new_keys(office.id)
    write_keys(keys)
    office.key_id, office.public_key = keys.current, keys.public
    office.save(force_insert=True)
    return office


@dataclass
class Desk:
    """A member at a browser, and the site."""

    member: Member
    site: str

    def call(self, name: str = "Marisol Vega", **fields: Any) -> str:
        """A call that passed its conflict check; its address."""
        return self.address(begin(self.member, name, **fields).row.id)

    def address(self, screening_id: str) -> str:
        """Where a call goes on."""
        return f"{self.site}/office/calls/{screening_id}/"

    def used(self, address: str, case: int = 1) -> dict[str, Any]:
        """The answers of a call that count."""
        screening_id = address.split("/office/calls/")[1].split("/")[0]
        return cabinet.take(self.member, screening_id).file.document.used(case)


def sit_down(
    context: BrowserContext, site: str, settings: Settings, keys: Path, role: str = "intake"
) -> Desk:
    """Sign a new member in, in this browser."""
    settings.PCR_OFFICE_KEYS = keys / "office-keys"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    member = make_member(make_office(), role)
    client = Client()
    client.force_login(member)
    name = django_settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
    return Desk(member, site)


@dataclass
class Typist:
    """Presses keys and counts them; `loads` counts the pages that came, `words` what was read aloud."""

    page: Page
    keys: int = 0
    loads: int = 0
    words: int = 0

    def __post_init__(self) -> None:
        self.page.on("load", self._loaded)

    def _loaded(self, _: Page) -> None:
        self.loads += 1

    def hear(self) -> None:
        """Count the words that this page has read aloud in Spanish: what is folded is not read."""
        self.words += len(str(self.page.evaluate(ALOUD)).split())

    def press(self, *keys: str) -> None:
        """One key after another."""
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def tab_to(self, selector: str) -> None:
        """Tab until something that fits has the focus."""
        for _ in range(MOST_TABS):
            if self.page.evaluate("(it) => document.activeElement.matches(it)", selector):
                return
            self.press("Tab")
        raise AssertionError(f"No way by Tab to {selector} on {self.page.url}")

    def leave(self, key: str = "Enter") -> None:
        """A key that leads to another page."""
        with self.page.expect_navigation(wait_until="load"):
            self.press(key)

    def date(self, day: PartialDate) -> None:
        """Type a date, the year's field having the focus."""
        year, *rest = day.text.split("-")
        self.press(*year)
        if rest:
            self.press("Tab", *month_names()[int(rest[0]) - 1][:3])
        if len(rest) > 1:
            self.press("Tab", *str(int(rest[1])))


MOST_TABS = 120
ALOUD = """[...document.querySelectorAll(".read div[lang=es] p, .read span[lang=es]")]
    .filter(e => e.checkVisibility()).map(e => e.innerText).join(" ")"""
CALL_STEP = re.compile(r"/office/calls/(\w+)/(\d+)/(\d\d)([a-z])/")


def question_of(page: Page) -> str:
    """The key of the question that is open; empty on another page."""
    found = CALL_STEP.search(page.url)
    return PAGE[found[3]].keys[ascii_lowercase.index(found[4])] if found else ""


def answer_by_key(typist: Typist, answers: Mapping[str, Value]) -> None:
    """Give one answer of a call by its keys alone, without going on."""
    key = question_of(typist.page)
    # What has the focus gets it with the first picture of the page.
    typist.page.wait_for_function("document.activeElement !== document.body")
    value = answer_of(key, answers)
    in_field = fact_of(key).kind in (Kind.COUNTY, Kind.TEXT)
    if value in (UNSURE, (UNSURE,)):
        # The field has the focus, where D is a letter.
        typist.press(*(["Escape"] if in_field else []), "d")
    elif isinstance(value, PartialDate):
        typist.date(value)
    elif fact_of(key).kind in (Kind.ONE, Kind.SEVERAL):
        _by_drawn_key(typist, key, value if isinstance(value, tuple) else (str(value),))
    elif value is not None:
        # A text, or a county by the first letters of its name.
        typist.press(*str(value))


def _by_drawn_key(typist: Typist, key: str, values: Iterable[str]) -> None:
    letter = form_for(PAGE_OF[key]).letters[key]
    for value in values:
        number = choices(fact_of(key)).index(value) + 1
        drawn = typist.page.locator(f'[name="{letter}"][value="{number}"]').get_attribute("data-key")
        typist.press(str(drawn).lower())


def by_keyboard(typist: Typist, answers: Mapping[str, Value]) -> None:
    """From the question that is open to the wrap-up: a key for each answer, then Enter."""
    while question_of(typist.page):
        answer_by_key(typist, answers)
        typist.hear()
        typist.leave()


def as_tuple(value: Value) -> tuple[str, ...]:
    """Several values or one."""
    return value if isinstance(value, tuple) else (str(value),)


def number_of(key: str, value: str) -> str:
    """The number of a value in a form."""
    return str(choices(fact_of(key)).index(value) + 1)
