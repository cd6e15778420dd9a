"""A hundred people walk the whole questionnaire at once: no error. Memory does not grow with the hours."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import mean

import pytest
from pytest_django import DjangoDbBlocker

from tests.interview.walk import Place, go_on
from tests.people.invented import PEOPLE
from tests.serving.server import Browser, Server
from tests.soak.served import database, served_with_our_keys, tell


WALKERS = int(os.environ.get("SOAK_WALKERS", "100"))
SECONDS = float(os.environ.get("SOAK_SECONDS", "600"))
MEMORY_SECONDS = float(os.environ.get("SOAK_MEMORY_SECONDS", "3600"))
MOST_GROWTH = 1.05
# Seconds of reading before each form, on average: without them a hundred programs measure their own queue.
READING = float(os.environ.get("SOAK_READING", "5"))


class Walker(threading.Thread):
    """One person after the other, from Start to the result, until the time is over."""

    def __init__(self, server: Server, number: int, until: float) -> None:
        super().__init__(daemon=True)
        self.server, self.answers, self.until = server, PEOPLE[number % len(PEOPLE)].told[0], until
        self.finished, self.took, self.faults = 0, list[float](), list[Exception]()
        self.random = Random(number)  # noqa: S311 a sample, not a secret

    def run(self) -> None:
        """Every answer that is not as it should be is a fault."""
        try:
            while time.monotonic() < self.until:
                self._walk(Browser(self.server, took=self.took))
        except Exception as fault:  # noqa: BLE001 (told at the end)
            self.faults.append(fault)

    def _walk(self, browser: Browser) -> None:
        at = browser.begin()
        while Place.of(at).case and time.monotonic() < self.until:
            assert browser.get(at).status_code == 200
            time.sleep(self.random.uniform(0, 2 * READING))
            at = go_on(browser, at, self.answers)  # type: ignore[arg-type]
        if Place.of(at).case == 0:
            assert browser.get(at).status_code == 200
            result = browser.post(at)["Location"]
            assert browser.get(result).status_code == 200
            self.finished += 1


def walked(server: Server, walkers: int, seconds: float, sample: float) -> tuple[list[Walker], list[float]]:
    """All of them at once; and the server's memory every `sample` seconds."""
    until = time.monotonic() + seconds
    walking = [Walker(server, number, until) for number in range(walkers)]
    for one in walking:
        one.start()
    megabytes = []
    while time.monotonic() < until:
        time.sleep(sample)
        megabytes.append(server.megabytes())
    for one in walking:
        one.join(120)
    return walking, megabytes


@pytest.fixture
def server(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Server]:
    with database(tmp_path, django_db_blocker):
        pass
    with served_with_our_keys(tmp_path) as running:
        yield running


def test_a_hundred_people_walk_at_once_without_an_error(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    walking, megabytes = walked(server, WALKERS, SECONDS, 1)
    took = sorted(seconds for one in walking for seconds in one.took)
    p50, p95 = (took[int(len(took) * part)] for part in (0.5, 0.95))
    tell(
        capsys,
        f"{WALKERS} people, {SECONDS:.0f} s: {len(took)} requests, {sum(one.finished for one in walking)} finished,"
        f" {sum(len(one.faults) for one in walking)} faults; p50 {p50:.2f} s, p95 {p95:.2f} s;"
        f" at most {max(megabytes):.0f} MB",
    )
    assert [fault for one in walking for fault in one.faults] == []


def test_memory_is_flat_over_an_hour(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    walking, megabytes = walked(server, 4, MEMORY_SECONDS, MEMORY_SECONDS / 200)
    quarter = len(megabytes) // 4
    early, late = mean(megabytes[quarter : 2 * quarter]), mean(megabytes[-quarter:])
    tell(capsys, f"memory after a quarter {early:.0f} MB, at the end {late:.0f} MB")
    assert [fault for one in walking for fault in one.faults] == []
    assert late <= early * MOST_GROWTH
