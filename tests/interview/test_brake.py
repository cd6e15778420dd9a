"""The brake slows what begins. Nobody under way is refused, and nobody can use it up for the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.cache import cache, caches
from django.test import Client
from pytest_django.fixtures import Settings

from screening.interview import slowing
from screening.interview.brake import LIVES, WAIT, Brake
from screening.models import Interview, SealedSession
from tests.interview.flooding import START, Flooder, rows
from tests.interview.walk import (
    FROM_THIS_SITE,
    answer_everything,
    begin,
    go_on,
    html_of,
    one_line,
    walk_on,
)


pytestmark = pytest.mark.django_db

FREE = 5
NOW = datetime(2026, 11, 24, 23, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def few_are_free(settings: Settings) -> None:
    settings.PCR_STARTS_A_MINUTE = FREE


@pytest.fixture(autouse=True)
def quick_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands on them is not asked here."""
    monkeypatch.setattr("screening.summary.pdf.papers.attorney_pdf", lambda *_args, **_named: b"%PDF")
    monkeypatch.setattr("screening.summary.pdf.papers.client_pdf", lambda *_args, **_named: b"%PDF")


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def used_up() -> None:
    """The free starts of this minute are gone."""
    Flooder().start(FREE)


def waiting(client: Client, language: str = "en") -> str:
    """Press Start when the free ones are gone; the page on which it waits."""
    response = client.post(f"/{language}/start/", headers=FROM_THIS_SITE)
    assert response["Location"].startswith(f"/{language}/start/?t=")
    return str(response["Location"])


def pressed(client: Client, page: str) -> str:
    """The button of the page that waits."""
    ticket = client.get(page).context["ticket"]
    return str(client.post(START, {"t": ticket}, headers=FROM_THIS_SITE)["Location"])


def test_one_person_finishes_and_gets_the_papers_while_one_floods(clock: time_machine.Traveller) -> None:
    flooder, person = Flooder(), Client()
    flooder.start(50)
    assert flooder.begun == rows() == FREE
    page = waiting(person)
    flooder.start(50)
    clock.shift(timedelta(seconds=WAIT))
    address = pressed(person, page)
    assert address.startswith("/s/")
    for _ in range(80):
        flooder.start(3)
        if "/check/" in address:
            break
        address = go_on(person, address, {})
    assert flooder.begun <= FREE + 1
    assert person.post(address)["Location"].endswith("/result/")
    clock.shift(timedelta(minutes=1))
    assert flooder.ask_for_papers(30) == slowing.MOST_PAPERS
    flooder.start(50)
    run = address.split("/")[2]
    assert person.get(f"/s/{run}/result/").status_code == 200
    assert person.post(f"/s/{run}/copy.pdf").content == b"%PDF"
    assert person.get(f"/s/{run}/paper.pdf").content == b"%PDF"


def test_an_interview_under_way_never_meets_it(client: Client) -> None:
    address = begin(client)
    used_up()
    assert walk_on(client, address, {}).endswith("/check/")


@pytest.mark.parametrize(
    ("language", "words"), [("en", "One moment"), ("es", "Un momento"), ("fa", "یک لحظه")]
)
def test_the_page_that_waits_comes_again_by_itself_and_leads_to_lawyers_and_away(
    client: Client, language: str, words: str, clock: time_machine.Traveller
) -> None:
    used_up()
    page = waiting(client, language)
    response = client.get(page)
    html = one_line(response.content.decode())
    assert (response.status_code, response["Retry-After"]) == (429, str(WAIT))
    assert f"<h1>{words}</h1>" in html
    assert f'<meta http-equiv="refresh" content="{WAIT}">' in html
    assert f'href="/{language}/lawyers/"' in html
    assert 'action="/leave/"' in html
    for other in {"en", "es", "fa"} - {language}:
        assert f'href="/{other}/start/?t=' in html, "in another language it goes on getting older"
    clock.shift(timedelta(seconds=WAIT))
    assert client.get(page).status_code == 200
    assert "refresh" not in html_of(client, page)
    assert not client.cookies
    assert not SealedSession.objects.filter(expires_at__lt=NOW).exists()


def test_a_ticket_is_dated_signed_for_one_time_and_for_one_thing(
    client: Client, clock: time_machine.Traveller
) -> None:
    used_up()
    page = waiting(client)
    early = pressed(client, page)
    assert early == page, "pressed too early it gets no younger"
    clock.shift(timedelta(seconds=WAIT))
    assert pressed(client, page).startswith("/s/")
    assert not pressed(client, page).startswith("/s/")
    codes = Brake("wrong", 0).ticket()
    clock.shift(timedelta(seconds=WAIT))
    for forged in (codes, page.partition("?t=")[2][:-1] + "x", "x"):
        Flooder().start(FREE)
        location = client.post(START, {"t": forged}, headers=FROM_THIS_SITE)["Location"]
        assert not location.startswith("/s/")
    clock.shift(timedelta(seconds=LIVES))
    assert client.get(page).status_code == 405
    assert Interview.objects.exists()


def test_the_next_minute_has_its_own_free_ones(client: Client, clock: time_machine.Traveller) -> None:
    used_up()
    assert waiting(client)
    clock.shift(timedelta(minutes=1))
    assert begin(client)


def test_one_interview_that_asks_for_many_papers_is_asked_to_wait_a_minute(
    client: Client, clock: time_machine.Traveller
) -> None:
    run = answer_everything(client, {})
    for _ in range(slowing.MOST_PAPERS):
        assert client.post(f"/s/{run}/copy.pdf").status_code == 200
    response = client.get(f"/s/{run}/paper.pdf")
    assert (response.status_code, response["Retry-After"]) == (429, "60")
    assert f'href="/s/{run}/print/"' in response.content.decode()
    assert client.get(f"/s/{run}/result/").status_code == 200
    clock.shift(timedelta(minutes=1))
    assert client.get(f"/s/{run}/paper.pdf").status_code == 200
    assert Client().get(f"/s/{run}/paper.pdf").status_code == 403


def test_two_processes_count_the_same_in_files_that_say_nothing(tmp_path: Path, settings: Settings) -> None:
    settings.CACHES = {
        **settings.CACHES,
        "brakes": {
            "BACKEND": "screening.office.accounts.limits.SharedCounts",
            "LOCATION": str(tmp_path / "limits"),
        },
    }
    brake = Brake("starts", 3)
    for _ in range(2):
        brake.count()
    assert not brake.is_on()
    Brake("starts", 3).count()
    assert brake.is_on()
    assert all(path.suffix == ".djcache" or path.name == "lock" for path in (tmp_path / "limits").iterdir())


def test_whoever_spends_tickets_fills_no_folder_of_wrong_passwords(clock: time_machine.Traveller) -> None:
    cache.set("wrong-passwords", 5)
    caches["brakes"].clear()
    brake = Brake("starts", 0)
    ticket = brake.ticket()
    clock.shift(timedelta(seconds=WAIT))
    assert brake.lets_through(ticket)
    brake.count()
    caches["brakes"].clear()
    assert brake.lets_through(ticket), "its spending was counted elsewhere"
    assert cache.get("wrong-passwords") == 5
