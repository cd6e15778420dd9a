"""Where to find a lawyer: one list for everybody, with a way on for those whom it does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client, override_settings

from pcr_screener.operator import Lawyer
from screening.rules.answers import Value
from tests.interview.walk import answer_everything, html_of


LAWYERS = (
    Lawyer("maría Soto", "Fresno and Kern", "(559) 555-0101", ("es", "en"), "free"),
    Lawyer("Zoe Lin", "Statewide", "(415) 555-0102", ("zh-hans", "Mixteco"), "paid"),
    Lawyer("Ali Nouri", "Los Angeles", "(213) 555-0103", ("fa",), "low"),
)


@pytest.fixture
def with_list() -> Iterator[None]:
    """An operator that keeps a list."""
    with override_settings(OPERATOR=replace(settings.OPERATOR, lawyers=LAWYERS)):
        yield


@pytest.mark.usefixtures("with_list")
def test_the_list_stands_by_name_with_area_languages_phone_and_cost(client: Client) -> None:
    html = html_of(client, "/en/lawyers/")
    names = re.findall(r"<li><b><bdi>(.*?)</bdi>", html)
    assert names == ["Ali Nouri", "maría Soto", "Zoe Lin"]
    for words in ("Fresno and Kern", "español", "فارسی", "Mixteco", "Free of charge", "Low cost", "You pay"):
        assert words in html
    assert '<a href="tel:2135550103"><bdi class="code" dir="ltr">(213) 555-0103</bdi></a>' in html
    assert "No lawyer pays to be on this list" in html
    assert "We keep no list" not in html


PUBLIC = (
    "The public defender’s office in the county of your case",
    "For a case in a federal court or in another state",
    "A lawyer referral service of a county bar.",
    "A law school clinic",
    "the U.S. Department of Justice recognizes",
    "look up the name at calbar.ca.gov",
)


def test_without_a_list_public_places_are_named_in_words(client: Client) -> None:
    html = html_of(client, "/en/lawyers/")
    body = html[html.index("<main") : html.index("</main>")]
    for words in ("We keep no list of lawyers.", *PUBLIC):
        assert words in body
    assert "href=" not in body
    assert not re.search(r"\d{3}", body)


@pytest.mark.usefixtures("with_list")
def test_public_places_stand_beside_a_list_too(client: Client) -> None:
    html = html_of(client, "/en/lawyers/")
    assert [words for words in PUBLIC if words not in html] == []


def test_the_page_warns_of_who_is_no_lawyer_and_sets_no_cookie(client: Client) -> None:
    response = client.get("/en/lawyers/")
    assert "notario público" in response.content.decode()
    assert not response.cookies


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_in_every_language(language: str, client: Client) -> None:
    assert f'<html lang="{language}"' in html_of(client, f"/{language}/lawyers/")


def test_it_is_not_posted_to(client: Client) -> None:
    assert client.post("/en/lawyers/").status_code == 405


@pytest.mark.django_db
@pytest.mark.usefixtures("with_list")
@pytest.mark.parametrize(
    "answers",
    [
        {"court": "federal"},
        {"court": "california", "juvenile": "yes"},
        {"court": "california", "disposition": "guilty_plea", "citizenship": "noncitizen"},
        {},
    ],
    ids=["federal", "nothing fits", "something fits", "nothing known"],
)
def test_every_result_leads_there_and_the_list_is_the_same(answers: dict[str, Value], client: Client) -> None:
    run = answer_everything(client, answers)
    html = html_of(client, f"/s/{run}/result/")
    assert '<h2 id="lawyer">Find a lawyer</h2>' in html
    assert 'href="/en/lawyers/"' in html
    assert _names(html_of(client, "/en/lawyers/")) == ["Ali Nouri", "maría Soto", "Zoe Lin"]
    copy = client.post(f"/s/{run}/print/", {"to": "read"}).content.decode()
    assert _names(" ".join(copy.split()).replace("> ", ">").replace(" <", "<")) == _names(
        html_of(client, "/en/lawyers/")
    )


def _names(html: str) -> list[str]:
    return re.findall(r"<li><b><bdi>(.*?)</bdi>", html)
