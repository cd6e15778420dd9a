"""The open law: every element, source, question and case stands there, on any day, for anybody."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
import time_machine
from django.test import Client

from screening.law.authority_checks import record
from screening.law.decided import all_cases, how_read
from screening.law.decision_table import decision_table
from screening.law.links import BY_SLUG
from screening.law.tables import MEANS
from screening.law.uses import points_of, uses_of_keys, uses_of_points, weights_of
from screening.questions.wording import ALL_QUESTIONS, say
from screening.rules.authorities import AUTHORITIES, Point
from screening.rules.bills import BILLS
from screening.rules.facts import FACTS
from screening.rules.finding import Finding
from screening.rules.flags.every import ALSO_CONSIDER, URGENT
from screening.rules.immigration import LINES
from screening.rules.outside import SUGGESTED
from screening.rules.remedies import REMEDIES
from screening.summary.page.words import FINDING_WORD


pytestmark = pytest.mark.django_db

ELEMENTS = [(remedy, element) for remedy in REMEDIES for element in remedy.elements]
BESIDE = ("", "conviction/", "questions/", "cases/", "authorities/")
# Zipped, as the server sends it: it has to come through a weak network.
MOST_BYTES = 22_000
EVERY = [*BESIDE, *(f"{slug}/" for slug in BY_SLUG)]


@pytest.fixture(autouse=True)
def on_the_day(as_of: date) -> Iterator[None]:
    """The tests' day is today."""
    with time_machine.travel(f"{as_of}T20:00:00+00:00", tick=False):
        yield


def titles(html: str) -> list[str]:
    """The words of the page's own title; a drawing has one too."""
    head = html[: html.index("</head>")]
    return [" ".join(words.split()) for words in re.findall("<title>(.*?)</title>", head, re.DOTALL)]


def law(client: Client, where: str = "", language: str = "en", **query: str) -> str:
    """The text of one page, as a browser has it."""
    response = client.get(f"/{language}/law/{where}", query)
    assert response.status_code == 200
    return unescape(re.sub(r"\s+", " ", response.content.decode()))


@pytest.mark.parametrize("slug", BY_SLUG)
def test_every_element_stands_on_the_page_of_its_law_in_two_voices(client: Client, slug: str) -> None:
    html, remedy = law(client, f"{slug}/"), BY_SLUG[slug]
    assert f"{remedy.cite}</bdi>" in html
    for element in remedy.elements:
        assert f'id="{element.id}"' in html
        assert say(element.asks) in html
        assert f"<b>{say(element.title)}.</b> {say(element.test)}" in html
        for point in points_of(element):
            assert point.cite in html
            assert point.proposition in html
        for key in element.keys:
            assert f"/en/law/questions/#{key}" in html
        for weight in weights_of(remedy, element):
            word = "Strengthens" if weight.strengthens else "Weakens"
            assert f"<b> {word}: </b> {say(weight.says)}" in html


def test_every_authority_stands_with_each_point_its_mark_and_that_its_check_is_due(client: Client) -> None:
    html = law(client, "authorities/")
    points = [Point(one.id, name) for one in AUTHORITIES.values() for name in one.points]
    for point in points:
        assert f"{point.printed} <b>check due</b>" in html
        assert point.proposition in html
    assert html.count("<b>check due</b>") == len(points)


def test_every_question_stands_with_when_it_is_asked(client: Client) -> None:
    html = law(client, "questions/")
    assert set(FACTS) <= set(ALL_QUESTIONS)
    for key, question in ALL_QUESTIONS.items():
        assert f'id="{key}">{say(question.ask)}<' in html
    assert "while PC 1016.5 is still possible" in html


def test_every_reading_and_flag_of_the_conviction_page_stands_there(client: Client) -> None:
    html = law(client, "conviction/")
    assert html.count('id="reading-') == len(LINES)
    for flag in (*URGENT, *ALSO_CONSIDER):
        assert f'id="{flag.code}"' in html
    for one in SUGGESTED:
        assert f'id="outside-{one.outside.id}"' in html
        assert say(one.outside.title) in html


def test_each_place_that_reads_a_question_or_rests_on_a_point_is_on_the_page_that_a_link_names(
    client: Client,
) -> None:
    pages = {slug: law(client, f"{slug}/") for slug in BY_SLUG} | {"": law(client, "conviction/")}
    for uses in (*uses_of_keys().values(), *uses_of_points().values()):
        for use in uses:
            assert f'id="{use.anchor}"' in pages[use.slug]


def test_a_page_is_for_today_and_says_so(client: Client) -> None:
    assert "The law as of November 24, 2026." in law(client, "1203-43/")
    assert 'value="2026-11-24"' in law(client, "1203-43/")


def test_on_an_earlier_day_a_law_is_not_yet_law(client: Client) -> None:
    html = law(client, "1203-43/", day="2015-12-31")
    assert "The law as of December 31, 2015." in html
    assert "<b>On this day it is not law yet. It begins on January 1, 2016.</b>" in html
    assert "On this day it is law. It began on January 1, 2016." in law(client, "1203-43/", day="2016-01-01")


def test_the_first_day_that_can_be_asked_has_a_page(client: Client) -> None:
    assert "The law as of January 1, 1900." in law(client, "1473-7-a3/", day="1900-01-01")


def test_a_case_that_went_to_trial_has_a_day_of_its_own(client: Client) -> None:
    before, after = (law(client, day=day) for day in ("2021-12-31", "2022-01-01"))
    assert "For a case that went to trial it is law only from January 1, 2022." in before
    assert "For a case that went to trial it is law since January 1, 2022." in after


def test_what_changed_between_two_days_is_told_in_either_order(client: Client) -> None:
    html = law(client, day="2015-06-01", other="2016-06-01")
    assert "Between June 1, 2015 and June 1, 2016." in html
    again = law(client, day="2016-06-01", other="2015-06-01")
    assert "Between June 1, 2016 and June 1, 2015." in again
    for page in (html, again):
        changed = page[page.index('id="changes"') : page.index('id="bills"')]
        assert (
            'January 1, 2016: <bdi dir="ltr" class="code">PC 1203.43</bdi>. The law itself begins.' in changed
        )
        assert "<b>AB 1352 (Stats. 2015, ch. 646)</b> [V]" in changed
        assert "PC 1016.5" not in changed
        assert changed.count("<dt>") == 1


def test_between_two_days_without_a_change_the_page_says_so(client: Client) -> None:
    assert "Nothing that this form knows of." in law(client, day="1990-01-01", other="1990-02-01")


@pytest.mark.parametrize("day", ["junk", "2026-02-30", "9999-01-01", "\x00", "2026-11-24" * 99, "'\"<b>"])
def test_a_day_that_is_none_is_said_beside_the_field_and_the_page_is_for_today(
    client: Client, day: str
) -> None:
    html = client.get("/en/law/", {"day": day, "other": day}).content.decode()
    assert "There are 2 things to fix" in html
    assert 'aria-describedby="e-day h-day"' in html
    assert titles(html) == ["Error: Form"]
    assert "rules as of November 24, 2026." in html
    assert "'\"<b>" not in html


@pytest.mark.parametrize("where", ["1016-5/", "conviction/", "cases/"])
def test_every_page_with_a_date_box_says_what_is_wrong_with_it(client: Client, where: str) -> None:
    html = law(client, where, day="soon")
    assert "There is one thing to fix" in html
    assert "as of November 24, 2026." in html


@pytest.mark.parametrize("where", EVERY)
def test_links_and_the_other_languages_keep_the_day(client: Client, where: str) -> None:
    # The law is the same as on the day before, so nothing is computed anew.
    html = law(client, where, day="2026-11-23")
    own = re.findall(r'href="(/(?:en|es|fa)/law/[^"]*)"', html)
    assert len(own) > 5
    assert all("?day=2026-11-23" in address for address in own)


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("where", EVERY)
def test_a_page_sets_no_cookie_holds_no_token_and_no_style_and_is_light(
    client: Client, where: str, language: str
) -> None:
    response = client.get(f"/{language}/law/{where}")
    html = response.content.decode()
    assert (response.status_code, len(client.cookies)) == (200, 0)
    assert "csrfmiddlewaretoken" not in html
    assert not re.search(r"<style|\sstyle=|<script>|\son[a-z]+=", html)
    assert f'<html lang="{language}"' in html
    assert language != "en" or titles(html) == ["Form"]
    assert len(gzip.compress(response.content, 6)) <= MOST_BYTES


@pytest.mark.parametrize("where", EVERY)
def test_the_pages_are_only_read(client: Client, where: str) -> None:
    assert client.post(f"/en/law/{where}").status_code == 405


@pytest.mark.parametrize("where", ["nothing/", "1473-7/", "pc1016_5/", "1016-5/x/"])
def test_what_is_no_law_is_no_page(client: Client, where: str) -> None:
    assert client.get(f"/en/law/{where}").status_code == 404


def test_an_address_without_a_language_leads_to_that_of_the_reader(client: Client) -> None:
    response = client.get("/law/1016-5/?day=2017-01-01", headers={"accept-language": "es"})
    assert response.status_code == 302
    assert response["Location"] == "/es/law/1016-5/?day=2017-01-01"
    assert not response.cookies


def test_the_start_page_leads_there(client: Client) -> None:
    assert '<a href="/en/law/">How this form reads the law</a>' in client.get("/en/").content.decode()


def test_every_case_stands_with_its_outcome_in_court_and_how_the_laws_read_it(client: Client) -> None:
    html = law(client, "cases/")
    for case in all_cases():
        place = html[html.index(f'id="{case.id}"') :]
        place = place[: place.index("</section>")]
        assert f"<h3>{case.name}</h3>" in place
        assert case.scenario or f"In court: {case.outcome_in_court}." in place
        assert ("not citable" in place) is (case.published is False)
        read = how_read(case, date(2026, 11, 24))
        for found in read.laws:
            assert re.search(rf"{found.word} </span> {re.escape(found.cite)}", place)


def test_on_another_day_a_case_is_read_otherwise(client: Client) -> None:
    before = law(client, "cases/", day="2015-12-31")
    assert before.count("Not in force </span> PC 1203.43") == len(all_cases())
    assert "Not in force" not in law(client, "cases/")


def test_a_table_has_a_row_for_each_way_to_a_finding_with_mark_and_word(client: Client, as_of: date) -> None:
    html = law(client, "1016-5/")
    table = html[html.index("<summary> The three warnings") :]
    table = table[: table.index("</table>")]
    rows = decision_table("pc1016_5", "advisement_missing", as_of).rows
    assert table.count('role="rowheader"') == len(rows)
    assert table.count('<svg class="m"') == len(rows)
    for finding in {row.finding for row in rows}:
        assert isinstance(finding, Finding)
        assert f'<bdi lang="en" dir="ltr">{say(FINDING_WORD[finding])}</bdi>' in table
        assert say(MEANS[finding]) in table
    assert "Made by running the rules, not written by hand." in html


def test_every_bill_to_watch_says_that_its_outcome_is_to_be_checked(client: Client) -> None:
    html = law(client)
    bills = html[html.index('id="bills"') :]
    assert bills.count("<b>outcome to be checked</b>") == sum(not bill.outcome_known for bill in BILLS) > 0
    assert [bill.number for bill in BILLS if f"<b>{bill.number}</b>" not in bills] == []


def test_a_check_stands_beside_its_point_on_every_page(client: Client) -> None:
    record(
        Point("vivar", "prejudice"),
        date(2026, 11, 2),
        "R. Example, SBN 000000",
        "11 Cal.5th 510",
        agrees=True,
    )
    record(Point("coca", "harm"), date(2026, 11, 3), "R. Example", "96 Cal.App.5th 451", agrees=False)
    for where in ("authorities/", "1473-7-a1/"):
        html = law(client, where)
        assert "(checked on November 2, 2026, by R. Example, SBN 000000)" in html
        assert "(found to differ on November 3, 2026, by R. Example) <b>check due</b>" in html
    spanish = law(client, "1473-7-a1/", "es")
    assert "(checked on November 2, 2026, by R. Example, SBN 000000)" in spanish


def test_what_is_quoted_is_the_advisement_word_for_word(client: Client) -> None:
    html = law(client, "1016-5/", "fa")
    quoted = re.findall(r'<blockquote lang="en" dir="ltr">(.*?)</blockquote>', html)
    words = (
        "If you are not a citizen of the United States, you are hereby advised that conviction of the offense"
        " for which you have been charged may have the consequences of deportation, exclusion from admission to"
        " the United States, or denial of naturalization pursuant to the laws of the United States."
    )
    assert [re.sub("<[^>]+>", "", text).strip() for text in quoted] == [words]
    assert "<blockquote" not in law(client, "1203-43/")
