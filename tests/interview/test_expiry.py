"""Answers are erased in time, the hour is announced, and the page that follows says what happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from pytest_django.fixtures import Settings

from screening.models import Interview, SealedSession
from tests.interview.walk import answer_everything, begin, go_on, html_of, one_line, posted, to_fix


pytestmark = pytest.mark.django_db

# 3:10 p.m. in California, in winter.
START = datetime(2026, 11, 24, 23, 10, tzinfo=UTC)


@pytest.fixture
def clock(settings: Settings) -> Iterator[time_machine.Traveller]:
    settings.PCR_IDLE_MINUTES, settings.PCR_MAX_HOURS = 30, 4
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def minutes(count: float) -> datetime:
    return START + timedelta(minutes=count)


def test_every_page_names_the_hour(client: Client, clock: time_machine.Traveller) -> None:
    first = begin(client)
    assert "Your answers are erased at 3:40 p.m. (California time) if you stop." in html_of(client, first)
    clock.move_to(minutes(20))
    assert "3:40 p.m." in html_of(client, first), "looking is not answering"
    second = go_on(client, first, {})
    assert "erased at 4 p.m. (California time) if" in html_of(client, second)


def test_a_page_with_something_to_fix_names_the_new_hour(
    client: Client, clock: time_machine.Traveller
) -> None:
    first = begin(client)
    clock.move_to(minutes(20))
    name = next(name for name in posted(first, {}) if name.endswith("current_step"))
    assert "erased at 4 p.m. (California time) if" in to_fix(client, first, {name: "01"})


def test_the_last_hour_comes_whatever_is_answered(client: Client, clock: time_machine.Traveller) -> None:
    address = begin(client)
    for step in range(1, 12):
        clock.move_to(minutes(20 * step))
        address = go_on(client, address, {})
    assert "erased at 7:10 p.m. (California time) if" in html_of(client, address)
    clock.move_to(minutes(240))
    assert client.get(address).status_code == 410


def test_an_expired_page_says_when_and_offers_to_start_again(
    client: Client, clock: time_machine.Traveller
) -> None:
    run = answer_everything(client, {})
    clock.move_to(minutes(31))
    for address in (f"/s/{run}/1/01/", f"/s/{run}/check/", f"/s/{run}/result/", f"/s/{run}/paper.pdf"):
        response = client.get(address)
        html = one_line(response.content.decode())
        assert response.status_code == 410
        assert "Your answers were erased at this hour: 3:40 p.m." in html
        assert "Nobody saw them." in html
        assert 'action="/en/start/"' in html
        assert not Interview.objects.exists()


def test_an_answer_that_comes_too_late_is_not_kept(client: Client, clock: time_machine.Traveller) -> None:
    address = go_on(client, begin(client), {})
    data = posted(address, {})
    clock.move_to(minutes(30))
    response = client.post(address, {**data, "back": "1"})
    assert response.status_code == 410
    assert client.post(address, data).status_code == 410
    assert not Interview.objects.exists()


def test_one_moment_earlier_it_is_kept(client: Client, clock: time_machine.Traveller) -> None:
    address = begin(client)
    clock.move_to(minutes(29.9))
    assert client.post(address, posted(address, {})).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_forget_erases_what_is_over_and_nothing_else(
    client: Client, clock: time_machine.Traveller, capsys: pytest.CaptureFixture[str]
) -> None:
    old = begin(client)
    clock.move_to(minutes(20))
    young = begin(Client())
    clock.move_to(minutes(30))
    call_command("forget")
    assert capsys.readouterr().out == "Erased: 1\n"
    assert Interview.objects.count() == 1
    response = client.get(old)
    assert response.status_code == 410
    assert "Your answers were erased." in response.content.decode()
    assert young


@pytest.mark.django_db(transaction=True)
def test_forget_erases_sessions_that_have_nothing_to_explain_any_more(
    client: Client, clock: time_machine.Traveller
) -> None:
    begin(client)
    clock.move_to(minutes(13 * 60))
    call_command("forget")
    assert not SealedSession.objects.exists()


def test_a_new_start_sweeps_out_what_others_left(client: Client, clock: time_machine.Traveller) -> None:
    begin(client)
    clock.move_to(minutes(31))
    begin(Client())
    assert Interview.objects.count() == 1


def test_a_row_that_was_tampered_with_is_erased_and_explained(client: Client) -> None:
    address = begin(client)
    Interview.objects.update(sealed=b"\x01" + b"x" * 60)
    response = client.get(address)
    assert response.status_code == 410
    assert "Your answers were erased." in response.content.decode()
    assert not Interview.objects.exists()


def test_the_day_is_that_of_california(client: Client) -> None:
    from screening.interview.today import today

    for hour, day in (("07:30", 24), ("08:30", 25)):
        with time_machine.travel(datetime.fromisoformat(f"2026-11-25T{hour}:00+00:00")):
            assert today().day == day
    assert client
