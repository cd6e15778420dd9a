"""What is not there looks like the office to staff, and like the public page to everybody else."""

from __future__ import annotations

from django.test import Client

from tests.office.conftest import SignedIn


def test_staff_are_led_back_to_the_queue(signed_in: SignedIn) -> None:
    response = signed_in().get("/office/review/NOSUCHSCREENING/")
    text = response.content.decode()
    assert response.status_code == 404
    assert "There is no page at this address" in text
    assert 'href="/office/"' in text
    assert "Leave now" not in text


def test_a_form_without_its_token_is_refused_in_the_offices_own_words(signed_in: SignedIn) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = signed_in().cookies
    response = client.post("/office/calls/new/")
    assert response.status_code == 403
    assert "Leave now" not in response.content.decode()


def test_the_public_page_names_no_office(client: Client) -> None:
    text = client.get("/nowhere/").content.decode()
    assert "Leave now" in text
    assert "/office/" not in text
