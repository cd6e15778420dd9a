"""The language: the browser's at first, changeable on every page, and nothing typed is lost by it."""

from __future__ import annotations

import pytest
from django.test import Client

from screening.rules.partial_date import PartialDate
from tests.interview.opened import document_of
from tests.interview.walk import (
    FROM_THIS_SITE,
    answer_everything,
    begin,
    html_of,
    posted,
    skip_to,
)


pytestmark = pytest.mark.django_db

PERSIAN = '<html lang="fa" dir="rtl">'
ENGLISH = '<html lang="en" dir="ltr">'


def begin_in(client: Client, language: str) -> str:
    response = client.post(f"/{language}/start/", headers=FROM_THIS_SITE)
    assert response.status_code == 302
    return response["Location"]


@pytest.mark.parametrize(
    ("wanted", "shown"), [("fa-IR,fa;q=0.9,en;q=0.5", "fa"), ("es-MX", "es"), ("tlh", "en"), ("", "en")]
)
def test_the_start_page_speaks_the_language_of_the_browser(client: Client, wanted: str, shown: str) -> None:
    response = client.get("/", headers={"Accept-Language": wanted})
    assert f'<html lang="{shown}"' in " ".join(response.content.decode().split())
    assert response["Content-Language"] == shown
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


def test_each_public_page_offers_every_language_in_its_own_script(client: Client) -> None:
    html = html_of(client, "/es/keeps/")
    assert '<b lang="es" aria-current="true">español</b>' in html
    assert '<a class="t" href="/fa/keeps/" lang="fa" hreflang="fa">فارسی</a>' in html


def test_the_interview_speaks_the_language_it_was_begun_in(client: Client) -> None:
    address = begin_in(client, "fa")
    assert PERSIAN in html_of(client, address)
    assert document_of(client, address).language == "fa"


def test_the_browsers_setting_does_not_change_a_language_once_chosen(client: Client) -> None:
    address = begin_in(client, "fa")
    response = client.get(address, headers={"Accept-Language": "es"})
    assert PERSIAN in " ".join(response.content.decode().split())


def test_changing_it_on_a_question_keeps_what_was_typed(client: Client) -> None:
    given = {"learned_harm_date": PartialDate.parse("2004")}
    address = skip_to(client, begin(client), "51", given)
    half = {**posted(address, given), "a": "20", "am": "7", "ad": "x"}
    response = client.post(address, {**half, "l": "fa"})
    assert (response.status_code, response["Location"]) == (302, address)
    html = html_of(client, address)
    assert PERSIAN in html
    assert 'value="20"' in html
    assert '<option value="7" selected' in html
    assert 'role="alert"' not in html


def test_changing_it_keeps_a_warning_that_was_just_raised(client: Client) -> None:
    address = begin(client)
    given = {"immigration_events": ("detained",)}
    address = skip_to(client, address, "02", given)
    following = client.post(address, posted(address, given))["Location"]
    assert 'class="n now" role="status"' in html_of(client, following)
    client.post(following, {**posted(following, given), "l": "es"})
    assert 'class="n now" role="status"' in html_of(client, following)


def test_changing_it_while_one_answer_is_changed_returns_there(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    change = f"/s/{run}/1/11/?return=1"
    assert client.post(change, {**posted(change, {}), "l": "es"})["Location"] == change


@pytest.mark.parametrize("at", ["check", "result"])
def test_other_pages_come_back_in_the_new_language(client: Client, at: str) -> None:
    run = answer_everything(client, {})
    response = client.post(f"/s/{run}/beside/", {"at": at, "l": "fa"})
    assert response["Location"] == f"/s/{run}/{at}/"
    assert PERSIAN in html_of(client, response["Location"])
    assert document_of(client, f"/s/{run}/result/").confirmed


@pytest.mark.parametrize("posted_", [{"l": "xx"}, {}, {"l": "fa", "at": "//evil.example"}])
def test_an_unknown_language_or_page_does_nothing_harmful(client: Client, posted_: dict[str, str]) -> None:
    run = answer_everything(client, {})
    response = client.post(f"/s/{run}/beside/", posted_)
    assert response["Location"].startswith(f"/s/{run}/")


def test_somebody_elses_language_cannot_be_changed(client: Client) -> None:
    run = answer_everything(client, {})
    assert Client().post(f"/s/{run}/beside/", {"at": "check", "l": "fa"}).status_code == 403
    assert document_of(client, f"/s/{run}/check/").language == "en"


def test_the_page_that_explains_an_expiry_speaks_the_chosen_language(client: Client) -> None:
    from screening.models import Interview

    address = begin_in(client, "fa")
    Interview.objects.all().delete()
    response = client.get(address, headers={"Accept-Language": "en"})
    assert response.status_code == 410
    assert PERSIAN in " ".join(response.content.decode().split())


def test_a_page_without_an_interview_changes_language_by_its_address(client: Client) -> None:
    response = client.get("/s/nobody/check/?l=es")
    assert response.status_code == 403
    assert '<html lang="es"' in " ".join(response.content.decode().split())
    assert 'href="?l=fa"' in response.content.decode()


def test_enter_on_a_question_goes_on_and_does_not_change_the_language(client: Client) -> None:
    """The first button of a form is the one that Enter presses."""
    html = html_of(client, skip_to(client, begin(client), "51", {}))
    first = html.index('form="f"')
    assert 'class="vh" form="f"' in html
    assert html.index('<button class="vh" form="f"') < first < html.index('name="l"')


def test_more_time_keeps_what_was_typed(client: Client) -> None:
    address = skip_to(client, begin(client), "51", {})
    data = {**posted(address, {}), "a": "19", "au": [], "to": "stay"}
    assert client.post(address, data)["Location"] == address
    assert 'value="19"' in html_of(client, address)


def test_reading_what_is_kept_keeps_what_was_typed(client: Client) -> None:
    address = skip_to(client, begin_in(client, "es"), "51", {})
    data = {**posted(address, {}), "a": "19", "au": [], "to": "keeps"}
    assert client.post(address, data)["Location"] == "/es/keeps/"
    assert 'value="19"' in html_of(client, address)


def test_the_check_page_is_read_in_the_new_language_after_a_walk(client: Client) -> None:
    address = skip_to(client, begin_in(client, "es"), "check", {})
    assert '<html lang="es"' in html_of(client, address)
