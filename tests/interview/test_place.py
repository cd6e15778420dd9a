"""*Keep my place*: a code of words, shown once, opens the answers again for some days, on any device."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from pytest_django.fixtures import Settings

from screening.interview.brake import WAIT, one_slow_key
from screening.interview.openers import CODES, PLACES, PlaceCode
from screening.interview.place_words import code_of, word_list
from screening.interview.places import WRONG
from screening.interview.sealing import TamperedError, derive, slow_key
from screening.models import Interview, Place, SealedSession
from tests.interview.opened import document_of, with_one_wrong
from tests.interview.walk import (
    FROM_THIS_SITE,
    answer_everything,
    begin,
    go_on,
    html_of,
    one_line,
    posted,
    skip_to,
)
from tests.interview.walk import Place as Address


pytestmark = pytest.mark.django_db

OPEN = "/en/place/"
# 3:10 p.m. in California, in winter.
NOW = datetime(2026, 11, 24, 23, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that is quick to make."""
    monkeypatch.setattr(
        "screening.interview.openers.slow_key", lambda secret, *, salt: derive(salt + secret, "quick")
    )


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def keep(client: Client, address: str) -> list[str]:
    """Make a code and write it down; its words."""
    words = make(client, address)
    client.post(place_address(address), {"done": "1"})
    return words


def make(client: Client, address: str) -> list[str]:
    """Make a code; the words that the page shows."""
    response = client.post(place_address(address))
    assert response["Location"] == place_address(address)
    words: list[str] = client.get(response["Location"]).context["words"]
    return words


def place_address(address: str) -> str:
    return f"/s/{Address.of(address).run}/place/"


def told(client: Client, typed: str) -> str:
    """The page that says why the words open nothing."""
    response = client.post(OPEN, {"words": typed}, headers=FROM_THIS_SITE)
    assert response["Location"] == OPEN, "a browser keeps on its disk what was posted to get a page"
    return html_of(client, OPEN)


def open_with(client: Client, words: str, address: str = OPEN, **headers: str) -> str | None:
    """Type the words; where it leads, None where they opened nothing."""
    response = client.post(address, {"words": words}, headers=headers or FROM_THIS_SITE)
    return None if response["Location"] == address else response["Location"]


def test_it_is_explained_before_anything_is_made(client: Client) -> None:
    html = html_of(client, f"/s/{Address.of(begin(client)).run}/place/")
    assert "We keep your answers for 7 days." in html
    assert "Whoever has these words can read your answers." in html
    assert "“Leave now” does not erase a kept place." in html
    assert not Place.objects.exists()


@pytest.mark.usefixtures("clock")
def test_the_words_are_shown_big_in_order_and_with_their_day(client: Client) -> None:
    first = begin(client)
    words = make(client, first)
    html = html_of(client, place_address(first))
    assert '<ol class="big">' + "".join(f"<li>{word}</li>" for word in words) + "</ol>" in html
    assert "Dec. 1, 2026, 3:10 p.m." in html
    assert "<title>Form</title>" in html
    assert "nobody can show them again" in html


def test_once_written_down_the_words_are_never_shown_again(client: Client) -> None:
    first = begin(client)
    words = make(client, first)
    assert html_of(client, place_address(first)).count(f"<li>{words[0]}</li>") >= 1, "a reload is no loss"
    response = client.post(place_address(first), {"done": "1"})
    assert response["Location"] == first
    html = html_of(client, place_address(first))
    assert not any(f"<li>{word}</li>" in html for word in words)
    assert "You have eight words already. Until " in html
    assert not client.session[CODES]


def test_another_device_goes_on_where_the_person_stopped(client: Client) -> None:
    second = go_on(client, skip_to(client, begin(client), "01", {}), {"upcoming": ("travel",)})
    words = keep(client, second)
    phone = Client()
    address = open_with(phone, " ".join(words))
    assert address is not None
    assert (Address.of(address).case, Address.of(address).page) == (1, Address.of(second).page)
    assert Address.of(address).run != Address.of(second).run
    assert document_of(phone, address).given(1)["upcoming"] == ("travel",)
    assert client.get(second).status_code == 200, "the first device is not locked out"
    assert phone.get(second).status_code == 403, "and its run is not the other's"


def test_opening_sets_the_same_single_cookie_as_start(client: Client) -> None:
    words = keep(client, begin(client))
    phone = Client()
    response = phone.post(OPEN, {"words": " ".join(words)}, headers=FROM_THIS_SITE)
    (cookie,) = response.cookies.values()
    assert cookie.key == settings.SESSION_COOKIE_NAME
    assert cookie["httponly"]
    assert not cookie["expires"]
    again = phone.post(OPEN, {"words": " ".join(words)}, headers=FROM_THIS_SITE)
    assert again.cookies[settings.SESSION_COOKIE_NAME].value != cookie.value


def test_answers_given_later_are_kept_too(client: Client) -> None:
    first = skip_to(client, begin(client), "01", {})
    words = keep(client, first)
    second = go_on(client, first, {"upcoming": ("travel",)})
    go_on(client, second, {})
    client.post("/leave/", headers=FROM_THIS_SITE)
    address = open_with(client, " ".join(words))
    assert address is not None
    assert document_of(client, address).given(1)["upcoming"] == ("travel",)
    third = go_on(client, address, {})
    address = open_with(Client(), " ".join(words))
    assert address is not None
    assert Address.of(address).page == Address.of(third).page, "and from the other device"


def test_a_place_lasts_its_days_and_no_answer_makes_it_longer(
    client: Client, clock: time_machine.Traveller
) -> None:
    first = begin(client)
    words = " ".join(keep(client, first))
    clock.move_to(NOW + timedelta(minutes=20))
    go_on(client, first, {})
    clock.move_to(NOW + timedelta(days=7, seconds=-1))
    assert open_with(Client(), words)
    clock.move_to(NOW + timedelta(days=7))
    assert not open_with(Client(), words)


def forget() -> None:
    call_command("forget", verbosity=0)


def start() -> None:
    begin(Client())


@pytest.mark.django_db(transaction=True)
def test_forget_and_start_erase_places_whose_day_is_over(
    client: Client, clock: time_machine.Traveller, settings: Settings
) -> None:
    settings.PCR_PLACE_DAYS = 2
    for sweep in (forget, start):
        keep(client, begin(client))
        clock.shift(timedelta(days=2, seconds=-1))
        sweep()
        assert Place.objects.count() == 1
        clock.shift(timedelta(seconds=1))
        sweep()
        assert not Place.objects.exists()


def test_expiry_and_leaving_spare_it_but_the_session_lets_go_of_its_key(
    client: Client, clock: time_machine.Traveller
) -> None:
    first = begin(client)
    words = " ".join(keep(client, first))
    assert client.session[PLACES]
    clock.move_to(NOW + timedelta(minutes=31))
    assert client.get(first).status_code == 410
    assert not client.session[PLACES]
    assert open_with(client, words)


def test_new_words_take_the_place_of_the_old_ones(client: Client) -> None:
    first = begin(client)
    old, new = keep(client, first), keep(client, first)
    assert Place.objects.count() == 1
    assert not open_with(Client(), " ".join(old))
    assert open_with(Client(), " ".join(new))


def test_two_interviews_have_two_places(client: Client) -> None:
    one, two = begin(client), begin(client)
    words = keep(client, one)
    keep(client, two)
    assert Place.objects.count() == 2
    client.post(f"/s/{Address.of(two).run}/erase/")
    assert open_with(Client(), " ".join(words))


def test_erasing_from_another_device_erases_the_place(client: Client) -> None:
    words = " ".join(keep(client, begin(client)))
    phone = Client()
    address = open_with(phone, words)
    assert address
    phone.post(f"/s/{Address.of(address).run}/erase/")
    assert not open_with(Client(), words)


@pytest.mark.parametrize("language", ["es", "fa"])
def test_words_are_shown_in_the_language_of_the_person_and_open_from_any_page(
    client: Client, language: str
) -> None:
    first = begin(client)
    client.post(first, {**posted(first, {}), "l": language})
    words = keep(client, first)
    assert set(words) <= set(word_list(language))
    phone = Client()
    address = open_with(phone, ", ".join(words).upper())
    assert address
    assert f'<html lang="{language}"' in html_of(phone, address)


def test_the_words_stay_in_sight_when_the_language_changes_or_more_time_is_asked_for(client: Client) -> None:
    first = begin(client)
    words = make(client, first)
    beside = f"/s/{Address.of(first).run}/beside/"
    assert client.post(beside, {"at": "place", "l": "es"})["Location"] == place_address(first)
    in_spanish = client.get(place_address(first)).context["words"]
    assert in_spanish != words
    assert code_of(" ".join(in_spanish)) == code_of(" ".join(words))
    client.post(beside, {"at": "place", "to": "stay"})
    assert client.get(place_address(first)).context["words"] == in_spanish


def test_words_whose_place_is_gone_are_not_shown(client: Client) -> None:
    first = begin(client)
    make(client, first)
    Place.objects.all().delete()
    assert "Show me my eight words" in html_of(client, place_address(first))


def test_wrong_unknown_and_expired_words_get_the_same_sentence(
    client: Client, clock: time_machine.Traveller
) -> None:
    words = keep(client, begin(client))
    clock.move_to(NOW + timedelta(days=8))
    pages = []
    for typed in (" ".join(words), with_one_wrong(words), " ".join(["bridge"] * 8)):
        html = told(client, typed)
        assert "These words do not open anything." in html
        assert "<title>Error: Form</title>" in html
        pages.append(html.replace(typed, "…"))
    assert len(set(pages)) == 1


def test_a_row_that_was_tampered_with_is_a_wrong_code(client: Client) -> None:
    words = keep(client, begin(client))
    Place.objects.update(sealed=b"\x01" + b"x" * 60)
    assert not open_with(Client(), " ".join(words))


def test_a_slip_is_pointed_out_at_once_and_what_was_typed_stays(client: Client) -> None:
    words = keep(client, begin(client))
    typed = " ".join([*words[:3], "brigde<", *words[4:]])
    html = told(client, typed)
    assert "Word 4 is not one of our words." in html
    assert typed.replace("<", "&lt;") in html
    html = told(client, "bridge")
    assert "The code has eight words. You wrote 1 word." in html


def test_words_that_are_none_of_ours_make_no_row_and_no_write(django_assert_num_queries: Any) -> None:
    phone = Client()
    with django_assert_num_queries(0):
        phone.post(OPEN, {"words": "brigde " * 8}, headers=FROM_THIS_SITE)
        html = html_of(phone, OPEN)
    assert "are not our words" in html
    assert "brigde brigde" in html
    assert not SealedSession.objects.exists()
    (cookie,) = phone.cookies.values()
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["expires"]
    assert "brigde" not in cookie.value


def test_a_wrong_code_makes_no_row_either_and_what_was_typed_is_kept_for_ten_minutes(
    clock: time_machine.Traveller,
) -> None:
    phone = Client()
    assert "do not open anything" in told(phone, "bridge " * 8)
    assert not SealedSession.objects.exists()
    clock.shift(timedelta(minutes=11))
    assert "bridge" not in html_of(phone, OPEN)
    phone.cookies["w"] = "junk"
    assert html_of(phone, OPEN)


def test_after_many_wrong_words_in_a_minute_each_try_waits_some_seconds_and_opens(
    client: Client, clock: time_machine.Traveller
) -> None:
    words = " ".join(keep(client, begin(client)))
    for _ in range(WRONG.free - 1):
        WRONG.count()
    assert not open_with(client, "bridge " * 8)
    assert not open_with(client, words), "the next one waits"
    response = client.get(OPEN)
    assert (response.status_code, response["Retry-After"]) == (429, str(WAIT))
    html = one_line(response.content.decode())
    assert f'<meta http-equiv="refresh" content="{WAIT}">' in html
    assert "Wait a few seconds, then press the button again." in html
    assert words in html
    data = {"words": words, "t": response.context["ticket"]}
    client.post(OPEN, data, headers=FROM_THIS_SITE)
    assert client.get(OPEN).context["ticket"] == data["t"], "pressed too early it gets no younger"
    clock.shift(timedelta(seconds=WAIT))
    assert "Now press the button." in html_of(client, OPEN)
    assert client.post(OPEN, data, headers=FROM_THIS_SITE)["Location"].startswith("/s/")
    assert client.post(OPEN, data, headers=FROM_THIS_SITE)["Location"] == OPEN, "it pays once"
    clock.shift(timedelta(minutes=1))
    assert open_with(client, words)
    assert not client.cookies["w"].value


def test_while_one_slow_key_is_made_another_try_waits_and_holds_nobody(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = " ".join(keep(client, begin(client)))
    monkeypatch.setattr("screening.interview.brake._PATIENCE", 0.01)
    with one_slow_key():
        assert not open_with(client, words)
        assert client.get(OPEN).status_code == 429
    assert open_with(client, words)


@pytest.mark.parametrize("headers", [{"X": ""}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}])
def test_another_site_cannot_open_a_place(client: Client, headers: dict[str, str]) -> None:
    words = " ".join(keep(client, begin(client)))
    response = Client().post(OPEN, {"words": words}, headers=headers)
    assert response.status_code == 403
    assert not response.cookies


def test_looking_at_the_page_sets_no_cookie(client: Client) -> None:
    html = html_of(client, OPEN)
    assert "What are your eight words?" in html
    assert "csrfmiddlewaretoken" not in html
    assert not client.cookies


def test_nobody_else_makes_a_code_for_it(client: Client) -> None:
    run = Address.of(begin(client)).run
    other = Client()
    begin(other)
    for sent in ({}, {"done": "1"}):
        assert other.post(f"/s/{run}/place/", sent).status_code == 403
    assert other.get(f"/s/{run}/place/").status_code == 403
    strict = Client(enforce_csrf_checks=True)
    run = Address.of(begin(strict)).run
    assert strict.post(f"/s/{run}/place/").status_code == 403
    assert not Place.objects.exists()


def test_a_place_of_expired_answers_is_not_made(client: Client, clock: time_machine.Traveller) -> None:
    address = f"/s/{Address.of(begin(client)).run}/place/"
    clock.move_to(NOW + timedelta(minutes=31))
    assert client.post(address).status_code == 410
    assert not Place.objects.exists()


def test_a_confirmed_interview_opens_at_its_check_page(client: Client) -> None:
    run = answer_everything(client, {})
    words = keep(client, f"/s/{run}/check/")
    address = open_with(Client(), " ".join(words))
    assert address is not None
    assert address.endswith("/check/")


def test_a_key_without_the_secret_of_this_site_opens_nothing(client: Client, settings: Settings) -> None:
    words = " ".join(keep(client, begin(client)))
    settings.SECRET_KEY = "another"  # noqa: S105 (it is none)
    assert not open_with(Client(), words)


def test_the_row_says_nothing_and_opens_with_no_other_key(client: Client) -> None:
    words = keep(client, begin(client))
    code = code_of(" ".join(words))
    row, live = Place.objects.get(), Interview.objects.get()
    key = PlaceCode.of(code)
    assert row.row_id == key.row != live.run_row
    assert key.open(bytes(row.sealed))
    with pytest.raises(TamperedError):
        PlaceCode.of(bytes(8)).open(bytes(row.sealed))
    with pytest.raises(TamperedError):
        key.open(bytes(live.sealed))


def test_a_guess_takes_time_and_differs_by_salt() -> None:
    start = perf_counter()
    one = slow_key(b"12345678", salt=b"one")
    assert perf_counter() - start > 0.05
    assert len({one, slow_key(b"12345678", salt=b"two"), slow_key(b"12345679", salt=b"one")}) == 3
