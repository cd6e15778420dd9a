"""*Something here is unclear* is on every public page and tells the office the page, never an answer."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.interview.walk import answer_everything, html_of, one_line


pytestmark = pytest.mark.django_db

WORDS = "Something here is unclear"
INSIDE = {"1/01/": "01", "1/40/": "40", "check/": "check", "result/": "result", "print/": "print"}
OUTSIDE = {"/en/": "start", "/en/keeps/": "keeps", "/en/lawyers/": "lawyers", "/en/law/": "law"}


@pytest.fixture
def asked(settings: Settings) -> None:
    """An office that wants to hear of it."""
    settings.OPERATOR = replace(settings.OPERATOR, feedback="ask@office.example")


@pytest.mark.usefixtures("asked")
def test_each_page_leads_to_the_office_with_its_number_alone(client: Client) -> None:
    run = answer_everything(client, {"court": "california", "county": "Fresno"})
    pages = {f"/s/{run}/{page}": number for page, number in INSIDE.items()} | OUTSIDE
    for address, number in pages.items():
        (link,) = re.findall(rf'<a href="([^"]*)">{WORDS}</a>', html_of(client, address))
        assert link == f"mailto:ask@office.example?subject=Page%20{number}", address


@pytest.mark.usefixtures("asked")
def test_pages_that_say_what_went_wrong_have_it_too(client: Client) -> None:
    assert WORDS in one_line(client.get("/s/nobody/check/").content.decode())


def test_where_the_office_names_no_address_there_is_no_such_line(client: Client) -> None:
    assert WORDS not in html_of(client, "/en/")
