"""The server is killed at random moments; what it acknowledged is there afterwards."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
import time
from pathlib import Path
from random import Random

import pytest
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from screening.office.keys import new_keys, write_keys
from screening.office.models import Office
from tests.interview.walk import Place, go_on
from tests.office.calls.conftest import Asking, begin
from tests.office.conftest import make_member
from tests.people.invented import PEOPLE
from tests.soak.served import Browser, GoneError, Served, database, tell


KILLS = int(os.environ.get("SOAK_KILLS", "200"))
PEOPLE_AT_ONCE = 4
# Between two forms, so that whoever wants to look gets the lock.
PAUSE = 0.005


class Visitor(threading.Thread):
    """Answers page after page, one interview after the other; `total` pages were acknowledged."""

    def __init__(self, server: Served, number: int) -> None:
        super().__init__(daemon=True)
        self.answers = PEOPLE[number % len(PEOPLE)].told[0]
        self.server, self.over = server, threading.Event()
        self.browser, self.at = Browser(server.port), ""
        # Held while a form is on its way.
        self.lock, self.total = threading.Lock(), 0
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
            browser = Browser(self.server.port)
            at = browser.begin()
            with self.lock:
                self.browser, self.at = browser, at
            return
        with self.lock:
            self.at = go_on(self.browser, self.at, self.answers)  # type: ignore[arg-type]
            self.total += 1

    def lost(self) -> list[str]:
        """The page that follows what was acknowledged, where it may no longer be seen: an answer is missing."""
        with self.lock:
            seen = not self.at or self.browser.get(self.at).status_code == 200
            return [] if seen else [self.at]


class Caller(threading.Thread):
    """Writes the same note of a call again and again, each time with the next number."""

    STEP = "00a"

    def __init__(self, asking: Asking, server: Served) -> None:
        super().__init__(daemon=True)
        cookie = asking.client.cookies["s"].value
        self.asking, self.over = asking, threading.Event()
        asking.client = Browser(server.port, {"s": cookie})  # type: ignore[assignment]
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
        office = Office(name="Soak", created_at=timezone.now())
        keys = new_keys(office.id)
        write_keys(keys)
        office.key_id, office.public_key = keys.current, keys.public
        office.save(force_insert=True)
        member = make_member(office)
        server = Served(tmp_path)
        caller = Caller(Asking(member, begin(member).row.id), server)
        writers: list[Visitor | Caller] = [
            *(Visitor(server, number) for number in range(PEOPLE_AT_ONCE)),
            caller,
        ]
        lost: list[str] = []
        with server:
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
    pages = sum(writer.total for writer in writers if isinstance(writer, Visitor))
    tell(
        capsys, f"{KILLS} kills, {pages} pages and {caller.acknowledged} notes acknowledged, {len(lost)} lost"
    )
    assert (lost, whole) == ([], "ok")
    assert pages > KILLS
