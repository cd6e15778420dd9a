"""The server is killed at random moments; what it acknowledged is there afterwards."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import threading
import time
from collections.abc import Mapping
from html import escape
from pathlib import Path
from random import Random

import pytest
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from screening.interview.document import Document
from screening.interview.live import open_live
from screening.interview.sessions import SessionStore
from screening.questions.route import PAGE
from screening.rules.answers import Value
from tests.interview.walk import Place, answer_of, fields_for, go_on, one_line
from tests.office.calls.conftest import Asking, begin
from tests.people.invented import PEOPLE
from tests.serving.server import Browser, GoneError, Server
from tests.soak.served import a_member, database, served_with_our_keys, tell


KILLS = int(os.environ.get("SOAK_KILLS", "200"))
PEOPLE_AT_ONCE = 4
# Between two forms, so that whoever wants to look gets the lock.
PAUSE = 0.005


class Visitor(threading.Thread):
    """Answers page after page, one interview after the other; `total` pages were acknowledged."""

    def __init__(self, server: Server, number: int) -> None:
        super().__init__(daemon=True)
        self.answers = PEOPLE[number % len(PEOPLE)].told[0]
        self.server, self.over = server, threading.Event()
        self.browser, self.at = Browser(server), ""
        # The pages of this interview that were acknowledged.
        self.pages: list[str] = []
        # Held while a form is on its way.
        self.lock, self.total, self.compared = threading.Lock(), 0, 0
        self.faults: list[BaseException] = []

    def run(self) -> None:
        """Until it is over; a form that got no answer is sent again."""
        while not self.over.is_set():
            try:
                self._one_page()
                time.sleep(PAUSE)
            except GoneError:
                time.sleep(0.02)
            except Exception as fault:  # noqa: BLE001 (told at the end)
                self.faults.append(fault)
                return

    def _one_page(self) -> None:
        if not self.at or Place.of(self.at).case == 0:
            browser = Browser(self.server)
            at = browser.begin()
            with self.lock:
                self.browser, self.at, self.pages = browser, at, []
            return
        with self.lock:
            sent, self.at = self.at, go_on(self.browser, self.at, self.answers)  # type: ignore[arg-type]
            self.pages.append(sent)
            self.total += 1

    def lost(self) -> list[str]:
        """What was acknowledged and is not stored, or not shown on its page, and a next page that is gone."""
        with self.lock:
            if not self.pages:
                return []
            told = self._told(self.pages).used(1)
            self.compared += len(told)
            return [*self._not_stored(), *self._not_shown(told)]

    def _told(self, pages: list[str]) -> Document:
        """What the answers of these pages make."""
        told = Document()
        for page in pages:
            told.put(1, {key: answer_of(key, self.answers) for key in PAGE[Place.of(page).page].keys})
        return told

    def _not_stored(self) -> list[str]:
        """The form on its way may have come in, and set something aside."""
        session = SessionStore(self.browser.cookie.partition("=")[2])
        stored = open_live(session, Place.of(self.at).run).document.contract(1)
        ahead = [self.at] if Place.of(self.at).case else []
        either = [_missing(stored, self._told([*self.pages, *more]).contract(1)) for more in ([], ahead)]
        return min(either, key=len)

    def _not_shown(self, told: dict[str, Value]) -> list[str]:
        """On the newest page; and the one that follows opens."""
        newest = self.pages[-1]
        page, html = PAGE[Place.of(newest).page], one_line(self.browser.get(newest).text)
        sent = [fields_for(page, key, told[key]).items() for key in page.keys if key in told]
        texts = [(name, text) for fields in sent for name, value in fields for text in _texts(value)]
        missing = [f"{newest} {name}={text}" for name, text in texts if not _shows(html, name, text)]
        return missing if self.browser.get(self.at).status == 200 else [*missing, self.at]


def _missing(stored: Mapping[str, Value], told: Mapping[str, Value]) -> list[str]:
    """What was told and is not stored; the order of what was ticked says nothing."""

    def plain(value: Value | None) -> object:
        return {*value} if isinstance(value, tuple) else value

    return [key for key, value in told.items() if plain(stored.get(key)) != plain(value)]


def _texts(value: object) -> list[str]:
    """What a field sends, where that is anything."""
    texts = value if isinstance(value, list | tuple) else [value]
    return [str(text) for text in texts if text not in (None, "")]


def _shows(html: str, name: str, text: str) -> bool:
    """Does the field hold this text, or is this choice of it chosen?"""
    value = re.escape(escape(text))
    select = re.search(rf'<select [^>]*name="{name}".*?</select>', html)
    if select:
        return f'<option value="{escape(text)}" selected' in select[0]
    tag = re.search(rf'<input [^>]*name="{name}"[^>]*value="{value}"[^>]*>', html)
    if tag is None:
        return re.search(rf'<textarea name="{name}"[^>]*>{value}</textarea>', html) is not None
    return 'type="text"' in tag[0] or "inputmode" in tag[0] or " checked" in tag[0]


class Caller(threading.Thread):
    """Writes the same note of a call again and again, each time with the next number."""

    STEP = "00a"

    def __init__(self, asking: Asking, server: Server) -> None:
        super().__init__(daemon=True)
        cookie = asking.client.cookies["s"].value
        self.asking, self.over = asking, threading.Event()
        asking.client = Browser(server, cookie=f"s={cookie}")  # type: ignore[assignment]
        self.lock, self.acknowledged = threading.Lock(), 0
        self.faults: list[BaseException] = []

    def run(self) -> None:
        """Until it is over."""
        while not self.over.is_set():
            try:
                with self.lock:
                    self.asking.send(self.STEP, note=f"note {self.acknowledged + 1}")
                    self.acknowledged += 1
                time.sleep(PAUSE)
            except GoneError:
                time.sleep(0.02)
            except Exception as fault:  # noqa: BLE001 (told at the end)
                self.faults.append(fault)
                return

    def lost(self) -> list[str]:
        """The last note that was acknowledged, where neither it nor the one on its way is there."""
        with self.lock:
            note = self.asking.fields(self.STEP)["note"].partition(" ")[2]
            stored = int(note or 0)
            kept = stored in (self.acknowledged, self.acknowledged + 1)
            lost = [] if kept else [f"note {self.acknowledged}, there is {stored}"]
            self.acknowledged = stored
            return lost


def test_what_was_acknowledged_is_there_after_every_kill(
    tmp_path: Path,
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
    django_db_blocker: DjangoDbBlocker,
) -> None:
    settings.PCR_OFFICE_KEYS = tmp_path / "office-keys"
    random = Random(20261130)  # noqa: S311 a sample, not a secret
    with database(tmp_path, django_db_blocker):
        member = a_member()
        asking, lost = Asking(member, begin(member).row.id), list[str]()
        with served_with_our_keys(tmp_path) as server:
            caller = Caller(asking, server)
            visitors = [Visitor(server, number) for number in range(PEOPLE_AT_ONCE)]
            writers: list[Visitor | Caller] = [*visitors, caller]
            for writer in writers:
                writer.start()
            for _ in range(KILLS):
                time.sleep(random.uniform(0.1, 0.9))
                server.stop(signal.SIGKILL)
                server.start()
                lost += [each for writer in writers for each in writer.lost()]
                assert [fault for writer in writers for fault in writer.faults] == []
            for writer in writers:
                writer.over.set()
            for writer in writers:
                writer.join(60)
    whole = sqlite3.connect(tmp_path / "pcr.sqlite3").execute("PRAGMA integrity_check").fetchone()[0]
    pages, compared = (sum(getattr(one, name) for one in visitors) for name in ("total", "compared"))
    tell(
        capsys,
        f"{KILLS} kills, {pages} pages and {caller.acknowledged} notes acknowledged;"
        f" {compared} answers and {KILLS} notes compared, {len(lost)} lost",
    )
    assert (lost, whole) == ([], "ok")
    assert pages > KILLS
