"""*Erase my answers* asks once, then nothing of the interview is left, its kept place included."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from screening.interview.openers import ERASED, PLACES, RUNS
from screening.models import Interview, Place, SealedSession
from tests.interview.walk import Place as Address
from tests.interview.walk import answer_everything, begin, go_on, html_of, one_line, posted


pytestmark = pytest.mark.django_db


def erase_address(address: str) -> str:
    return f"/s/{Address.of(address).run}/erase/"


def test_it_asks_once_and_says_what_happens(client: Client) -> None:
    html = html_of(client, erase_address(begin(client)))
    assert "Erase all answers?" in html
    assert "Nobody can bring it back." in html
    assert "Go back to the questions" in html
    assert "The place that you kept is erased too." not in html
    assert Interview.objects.count() == 1, "asking erases nothing"


def test_it_names_the_kept_place_where_there_is_one(client: Client) -> None:
    first = begin(client)
    client.post(f"/s/{Address.of(first).run}/place/")
    assert "The place that you kept is erased too." in html_of(client, erase_address(first))


def test_going_back_leads_to_where_the_person_was(client: Client) -> None:
    second = go_on(client, begin(client), {})
    assert f'href="{second}"' in html_of(client, erase_address(second))


def test_everything_of_the_last_interview_is_gone_with_the_cookie(client: Client) -> None:
    run = answer_everything(client, {})
    client.post(f"/s/{run}/place/")
    response = client.post(f"/s/{run}/erase/")
    assert response.status_code == 303
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert response.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 0
    for table in (Interview, Place, SealedSession):
        assert not table.objects.exists()
    html = html_of(client, response["Location"])
    assert "Your answers are erased" in html
    assert "What only you can erase" in html
    assert 'action="/en/start/"' in html
    assert "/en/keeps/" in html


def test_the_page_that_follows_can_be_loaded_again_and_in_another_language(client: Client) -> None:
    run = answer_everything(client, {})
    end = client.post(f"/s/{run}/erase/")["Location"]
    assert html_of(client, end) == html_of(client, end)
    assert 'href="/es/end/"' in html_of(client, end)
    assert client.get("/es/end/").status_code == 200


def test_another_interview_of_the_visitor_stays_open(client: Client) -> None:
    kept, erased = begin(client), begin(client)
    response = client.post(erase_address(erased))
    assert response["Clear-Site-Data"] == '"cache"', "the cookie opens the other one"
    assert client.get(kept).status_code == 200
    assert client.get(erased).status_code == 403
    assert [len(client.session.get(name, {})) for name in (RUNS, ERASED, PLACES)] == [1, 0, 0]


def test_the_language_of_the_interview_goes_on(client: Client) -> None:
    first = begin(client)
    client.post(first, {**posted(first, {}), "l": "es"})
    assert client.post(erase_address(first))["Location"] == "/es/end/"


def test_a_kept_place_is_erased_where_the_answers_are_gone_already(client: Client) -> None:
    first = begin(client)
    client.post(f"/s/{Address.of(first).run}/place/")
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        response = client.post(erase_address(first))
    assert response.status_code == 303
    assert not Place.objects.exists()


def test_erasing_again_erases_nothing_and_is_explained(client: Client) -> None:
    first = begin(client)
    client.post(erase_address(first))
    for response in (client.post(erase_address(first)), client.get(erase_address(first))):
        assert response.status_code == 403
        assert "Nothing is open here." in response.content.decode()


def test_nobody_else_erases_it(client: Client) -> None:
    address = erase_address(begin(client))
    stranger, other = Client(), Client()
    begin(other)
    for somebody in (stranger, other):
        assert somebody.get(address).status_code == 403
        assert somebody.post(address).status_code == 403
    assert Interview.objects.count() == 2


def test_a_page_of_another_site_erases_nothing() -> None:
    strict = Client(enforce_csrf_checks=True)
    address = erase_address(begin(strict))
    assert strict.post(address).status_code == 403
    assert Interview.objects.count() == 1
    token = strict.get(address).context["csrf_token"]
    assert strict.post(address, {"csrfmiddlewaretoken": str(token)}).status_code == 303


def test_the_button_in_the_footer_leads_there_and_keeps_what_was_typed(client: Client) -> None:
    first = begin(client)
    response = client.post(first, {**posted(first, {"upcoming": ("travel",)}), "to": "erase"})
    assert response["Location"] == erase_address(first)
    assert "checked" in html_of(client, first)
    run = answer_everything(client, {})
    response = client.post(f"/s/{run}/beside/", {"at": "result", "to": "erase"})
    assert response["Location"] == f"/s/{run}/erase/"
    assert "Erase my answers" in one_line(client.get(f"/s/{run}/result/").content.decode())
