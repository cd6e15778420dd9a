"""Where to find a lawyer: one list for everybody, with a way on for those whom it does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client, override_settings

from pcr_screener.operator import Lawyer, Operator, Statewide
from screening.models import Interview
from screening.rules.answers import Value
from screening.summary.client.sources import SOURCES
from tests.interview.walk import answer_everything, begin, html_of, one_line


LAWYERS = (
    Lawyer("maría Soto", "Fresno and Kern", "(559) 555-0101", ("es", "en"), "free", ("Kern", "Fresno")),
    Lawyer("Zoe Lin", "Statewide", "(415) 555-0102", ("zh-hans", "Mixteco"), "paid"),
    Lawyer("Ali Nouri", "Los Angeles", "(213) 555-0103", ("fa",), "low"),
)


@pytest.fixture
def with_list() -> Iterator[None]:
    """An operator that keeps a list."""
    with override_settings(OPERATOR=replace(settings.OPERATOR, lawyers=LAWYERS)):
        yield


@pytest.mark.usefixtures("with_list")
def test_each_line_of_the_list_names_area_languages_phone_and_cost(client: Client) -> None:
    html = html_of(client, "/en/lawyers/")
    for words in ("Fresno and Kern", "español", "فارسی", "Mixteco", "Free of charge", "Low cost", "You pay"):
        assert words in html
    assert '<a class="near" href="tel:2135550103"><bdi dir="ltr">(213) 555-0103</bdi></a>' in html
    assert "Nobody pays to be on it" in html


@pytest.mark.usefixtures("with_list")
def test_a_lawyer_with_counties_stands_under_each_and_the_others_under_all_of_california(
    client: Client,
) -> None:
    html = html_of(client, "/en/lawyers/")
    assert re.findall(r'<a href="#(county-.*?)">', html) == re.findall(r'<h3 id="(county-.*?)">', html)
    assert _names(_under(html, "county-fresno"))[0] == "maría Soto"
    assert _names(_under(html, "county-kern")) == ["maría Soto"]
    assert _names(_under(html, "state"))[:2] == ["Ali Nouri", "Zoe Lin"]


def test_all_counties_stand_on_one_page_and_nothing_is_asked(client: Client) -> None:
    html = html_of(client, "/en/lawyers/")
    body = html[html.index("<main") : html.index("</main>")]
    assert "<form" not in body
    assert not re.search(r'href="[^"#]*\?', body)


def test_the_program_brings_public_places_with_what_they_are_and_the_day_they_were_read(
    client: Client,
) -> None:
    html = html_of(client, "/en/lawyers/")
    for name, what, read in (
        ("State Bar of California", "look up the name at calbar.ca.gov", "November 24, 2026"),
        ("Lawyer referral service of a county bar", "The State Bar certifies", "November 24, 2026"),
        ("The immigration court’s list of free lawyers", "Ask for it in court.", "November 30, 2026"),
        ("Immigrant Legal Resource Center (ILRC)", "worksheet", "November 24, 2026"),
        ("Fresno County Public Defender, Clean Slate", "for old cases", "November 30, 2026"),
        ("The immigration court’s free line", "With a deportation order", "November 24, 2026"),
        ("LawHelpCA", "We have not read it yet.", ""),
    ):
        line = next(line for line in re.findall(r"<li><b>.*?</li>", html) if name in line)
        assert what in line
        assert re.findall(r"Read on ([^<]*)</span>", line) == ([read] if read else [])
        assert "Languages:" in line


def test_no_number_and_no_address_is_shown_that_was_not_read() -> None:
    assert {source.phone for source in SOURCES} == {"", "1-800-898-7180"}
    assert {urlsplit(source.web).netloc for source in SOURCES} == {
        "",
        "www.calbar.ca.gov",
        "www.ilrc.org",
        "pubdef.ocgov.com",
    }
    assert all(source.read for source in SOURCES if source.phone or source.web)


@pytest.mark.parametrize("court_line", [False, True])
def test_a_line_of_the_operator_stands_in_the_place_of_a_public_one(client: Client, court_line: bool) -> None:
    mine = Statewide(
        "My guide",
        {"en": "A guide.", "es": "Una guía."},
        phone="(800) 555-0104",
        web="https://www.guide.example/a",
        languages=("es",),
        read=date(2026, 11, 25),
        replaces="court_line" if court_line else "lawhelpca",
    )
    defender = replace(LAWYERS[0], name="Defender", county=("Fresno",), replaces="fresno_defender")
    with override_settings(OPERATOR=Operator(statewide=(mine,), lawyers=(defender,))):
        html, spanish = html_of(client, "/en/lawyers/"), html_of(client, "/es/lawyers/")
    names = _names(html)
    assert names.count("My guide") == 1
    assert "My guide" in _names(_under(html, "before" if court_line else "state"))
    assert _names(_under(html, "county-fresno")) == ["Defender"]
    assert ("The immigration court’s free line" in names) is not court_line
    assert ("LawHelpCA" in names) is court_line
    for words in ('href="tel:8005550104"', 'href="https://www.guide.example/a"', ">guide.example<"):
        assert words in html
    assert "Read on November 25, 2026" in html
    assert "A guide." in html
    assert "Una guía." in spanish


def test_no_lawyer_before_the_hearing_has_its_own_short_under(client: Client) -> None:
    part = _under(html_of(client, "/en/lawyers/"), "before")
    for words in ("Go. Be early.", "“I need time to find a lawyer.”", "1-800-898-7180", "let a lawyer call"):
        assert words in part
    assert "“I need an interpreter.”" in _under(html_of(client, "/fa/lawyers/"), "before")


def test_a_consultation_is_asked_for_by_phone_in_hours_or_on_the_page_of_the_office(client: Client) -> None:
    office = Operator(
        phone="(559) 555-0142",
        booking="https://office.example/talk",
        texts={"en": {"hours": "Monday, 9 to 5"}},
    )
    with override_settings(OPERATOR=office):
        html = html_of(client, "/en/lawyers/")
    assert '<a class="tel" href="tel:5595550142">' in html
    assert "Monday, 9 to 5" in html
    assert '<a class="near" href="https://office.example/talk">' in _under(html, "talk")
    assert "Do not write an A-number" in _under(html, "talk")
    without = _under(html_of(client, "/en/lawyers/"), "talk")
    assert "You can choose a time" not in without
    assert "I would like a consultation" in without


@pytest.mark.django_db
def test_back_leads_to_the_result_and_before_it_to_the_questions(client: Client) -> None:
    for address in ("/en/lawyers/", "/en/keeps/"):
        assert "Go back to the questions" not in html_of(client, address)
    first = begin(client)
    for address in ("/en/lawyers/", "/fa/keeps/"):
        assert f'<a class="b two" href="{first}">' in html_of(client, address)
    run = answer_everything(client, {"county": "Fresno"})
    for language, words in (("en", "Back to my result"), ("fa", "بازگشت به نتیجهٔ من")):
        html = html_of(client, f"/{language}/lawyers/")
        assert f'<a class="b two" href="/s/{run}/result/">{words}</a>' in html
        assert f'<html lang="{language}"' in html
    Interview.objects.all().delete()
    assert "Back to my result" not in html_of(client, "/en/lawyers/")


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
    assert 'href="/en/lawyers/"' in html
    copy = client.post(f"/s/{run}/print/", {"to": "read"}).content.decode()
    assert _names(one_line(copy)) == ["Ali Nouri", "maría Soto", "Zoe Lin"]


def _names(html: str) -> list[str]:
    return re.findall(r"<li><b><bdi>(.*?)</bdi>", html)


def _under(html: str, anchor: str) -> str:
    """From a heading to the next one."""
    return re.split(r"<h[23]", html[html.index(f' id="{anchor}"') :])[0]
