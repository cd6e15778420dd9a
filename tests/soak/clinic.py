"""Forty screenings are printed while somebody is in a call: the call does not wait. On a real gunicorn."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from screening.interview.document import Document
from screening.office.file import cabinet, journal
from screening.office.file.casefile import CaseFile
from screening.office.matter import Matter
from screening.office.models import Member
from tests.office.calls.conftest import Asking, a_check, begin
from tests.people.invented import PEOPLE
from tests.serving.server import Browser
from tests.soak.served import a_member, database, served_with_our_keys, tell


FORTY, STEPS = 40, 60
# Of design, of a step beside papers.
MOST = 1.5


def filed(member: Member, number: int) -> str:
    """A screening that may be printed."""
    told = PEOPLE[number % len(PEOPLE)].told[0]
    document = Document(language="fa")
    document.put(1, told)
    document.confirm()
    file = CaseFile(document, conflict=a_check(), began_at=journal.now())
    return cabinet.begin(member, Matter(name=f"Person {number}"), file).row.id


def steps(asking: Asking, took: list[float], many: int) -> float:
    """The p95 of so many steps of a call: the page, and the form that is sent."""
    first = len(took)
    for number in range(many):
        asking.send("00a", note=f"note {number}")
    return statistics.quantiles(took[first:], n=20)[-1]


def test_forty_are_printed_and_a_call_does_not_wait(
    tmp_path: Path,
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
    django_db_blocker: DjangoDbBlocker,
) -> None:
    settings.PCR_OFFICE_KEYS = tmp_path / "office-keys"
    with database(tmp_path, django_db_blocker):
        member = a_member()
        want = {"id": [filed(member, number) for number in range(FORTY)], "bilingual": "yes"}
        asking = Asking(member, begin(member).row.id)
        cookie = f"s={asking.client.cookies['s'].value}"
    # One worker: the call shares it with the print.
    with served_with_our_keys(tmp_path, PCR_WORKERS="1") as server:
        took: list[float] = []
        asking.client = Browser(server, cookie=cookie, took=took)  # type: ignore[assignment]
        browser = Browser(server, cookie=cookie)
        browser.get("/office/clinic/")
        steps(asking, took, STEPS)
        without = steps(asking, took, STEPS)
        began = time.perf_counter()
        asked = browser.post("/office/clinic/", want)
        answered = time.perf_counter() - began
        beside = steps(asking, took, STEPS)
        tell(
            capsys,
            f"{FORTY} screenings: {answered:.1f} s until the page that waits; p95 of a step of a call"
            f" {beside * 1000:.0f} ms beside, {without * 1000:.0f} ms without",
        )
        making = browser.get(asked["Location"])
        assert f" of {FORTY} are done." in making.text
        while "Refresh" in (page := browser.get(asked["Location"])).headers:
            time.sleep(1)
        seconds = time.perf_counter() - began
        file = browser.post("/office/clinic/", want)
    tell(capsys, f"{FORTY} screenings printed after {seconds:.0f} s")
    assert "The paper is ready" in page.text
    assert file.is_paper
    assert beside <= MOST * without
