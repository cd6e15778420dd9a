"""Start: the only POST without a token, and the moment the one cookie is set."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.fixtures import Settings

from screening.interview.openers import MOST_RUNS, RUNS, new_run
from screening.models import Interview, SealedSession
from tests.interview.walk import (
    FROM_THIS_SITE,
    Place,
    answer_everything,
    begin,
    go_on,
    html_of,
    posted,
    skip_to,
)


pytestmark = pytest.mark.django_db


def test_start_leads_to_the_first_page_with_one_cookie_that_says_nothing(client: Client) -> None:
    response = client.post("/en/start/", headers=FROM_THIS_SITE)
    place = Place.of(response["Location"])
    assert (place.case, place.page) == (1, "00")
    assert len(place.run) == 22
    assert list(response.cookies) == [settings.SESSION_COOKIE_NAME]
    cookie = response.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["expires"]
    assert not cookie["max-age"]
    assert cookie.value.isalnum()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Origin": "http://elsewhere.example"},
        {"Origin": "https://testserver"},
        {"Origin": "null"},
    ],
)
def test_a_start_from_anywhere_else_is_refused_and_stores_nothing(
    client: Client, headers: dict[str, str]
) -> None:
    response = client.post("/en/start/", headers=headers)
    assert response.status_code == 403
    assert not response.cookies
    assert not Interview.objects.exists()


def test_an_older_browser_may_start_by_its_origin(client: Client) -> None:
    assert client.post("/en/start/", headers={"Origin": "http://testserver"}).status_code == 302


def test_start_is_not_a_link(client: Client) -> None:
    assert client.get("/en/start/").status_code == 405


def test_a_browser_that_keeps_no_cookie_is_told_so_in_words(client: Client) -> None:
    first = begin(client)
    client.cookies.clear()
    response = client.get(first)
    assert response.status_code == 403
    assert "cookies are turned off" in response.content.decode()
    assert not response.cookies


def test_another_browser_cannot_open_a_run_by_its_address(client: Client) -> None:
    run = answer_everything(client, {})
    other = Client()
    begin(other)
    addresses = (f"/s/{run}/1/01/", f"/s/{run}/check/", f"/s/{run}/result/", f"/s/{run}/paper.pdf")
    for address in addresses:
        response = other.get(address)
        assert response.status_code == 403
        assert "Nothing is open here." in response.content.decode()
    for address in (f"/s/{run}/1/01/", f"/s/{run}/check/", f"/s/{run}/case/"):
        assert other.post(address).status_code == 403


def test_an_address_is_letters_and_digits_so_that_a_command_takes_it_for_no_option(client: Client) -> None:
    assert all(new_run(client.session)[0].isalnum() for _ in range(50))


def test_every_start_changes_the_cookie_and_keeps_earlier_interviews(client: Client) -> None:
    first = begin(client)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    second = begin(client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != cookie
    assert client.get(first).status_code == 200
    assert client.get(second).status_code == 200
    assert SealedSession.objects.count() == 1


def test_two_interviews_in_one_browser_do_not_touch_each_other(client: Client) -> None:
    one, two = (skip_to(client, begin(client), "01", {}) for _ in range(2))
    after_one = go_on(client, one, {"upcoming": ("travel",)})
    after_two = go_on(client, two, {"upcoming": ("none",)})
    assert 'role="status"' in html_of(client, after_one)
    assert 'role="status"' not in html_of(client, after_two)
    # A form of one run, sent to the other, is not taken.
    stray = client.post(two, posted(one, {"upcoming": ("travel",)}))
    assert stray.status_code == 302
    assert 'role="status"' not in html_of(client, after_two)


def test_a_browser_keeps_a_bounded_number_of_interviews(client: Client) -> None:
    runs = [begin(client) for _ in range(MOST_RUNS + 1)]
    assert len(client.session[RUNS]) == MOST_RUNS
    assert client.get(runs[0]).status_code == 403
    assert client.get(runs[-1]).status_code == 200


def test_forms_need_the_token_of_their_session(settings: Settings) -> None:
    strict = Client(enforce_csrf_checks=True)
    first = begin(strict)
    assert strict.post(first, posted(first, {})).status_code == 403
    token = strict.get(first).context["csrf_token"]
    answer = strict.post(first, posted(first, {}, csrfmiddlewaretoken=str(token)))
    assert answer.status_code == 302
    assert settings.CSRF_USE_SESSIONS
