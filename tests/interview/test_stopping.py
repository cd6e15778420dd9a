"""How far it is, what was said so far, and stopping early: nothing is lost by it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.test import Client

from screening.interview.addresses import question_url
from screening.rules.answers import Value
from screening.summary.pdf import papers
from screening.summary.pdf.papers import attorney_html
from tests.interview.opened import document_of
from tests.interview.walk import Place, answer_everything, begin, go_on, html_of, posted, skip_to, walk_on
from tests.summary.reading import words_of


pytestmark = pytest.mark.django_db


def test_it_says_which_page_of_about_how_many_this_is(client: Client) -> None:
    address = skip_to(client, begin(client), "10", {})
    assert "Page 4 of about 25" in html_of(client, address)


def test_the_number_of_pages_falls_by_five_at_most_from_page_to_page(client: Client) -> None:
    answers: dict[str, Value] = {"court": "federal", "disposition": "guilty_plea", "program": "none"}
    address, told = begin(client), []
    while Place.of(address).case:
        context = client.get(address).context
        told.append((context["place"], context["about"]))
        address = go_on(client, address, answers)
    assert [place for place, _ in told] == list(range(1, len(told) + 1))
    assert told[0][1] == 25
    assert told[-1] == (12, 15)
    assert all(before - after <= 5 for (_, before), (_, after) in pairwise(told))


@pytest.mark.parametrize("page", ["00", "02"])
def test_nobody_stops_before_the_end_of_the_first_part(client: Client, page: str) -> None:
    address = skip_to(client, begin(client), page, {})
    assert "Stop here and see my paper" not in html_of(client, address)
    assert client.get(f"/s/{Place.of(address).run}/check/")["Location"] == address


def test_stopping_keeps_what_was_typed_and_shows_what_is_still_open(client: Client) -> None:
    address = skip_to(client, begin(client), "10", {"immigration_events": ("removal_order",)})
    assert "Stop here and see my paper" in html_of(client, address)
    run = Place.of(address).run
    typed = {**posted(address, {"court": "california", "county": "Fresno"}), "c": []}
    assert client.post(address, {**typed, "to": "check"})["Location"] == f"/s/{run}/check/"
    html = html_of(client, f"/s/{run}/check/")
    assert "Fresno" in html
    assert "questions are still open." in html
    assert f'<a href="{address}">Go on with the questions</a>' in html
    assert "You left this empty" not in html


def test_whoever_stopped_early_gets_the_paper_and_goes_on_later(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "attorney_pdf", lambda report: attorney_html(report).encode())
    address = skip_to(client, begin(client), "13", {"disposition": "guilty_plea", "court": "california"})
    run = Place.of(address).run
    half = {**posted(address, {}), "b": [], "d": "PC 459"}
    client.post(address, {**half, "to": "check"})
    assert client.post(f"/s/{run}/check/")["Location"] == f"/s/{run}/result/"
    html = html_of(client, f"/s/{run}/result/")
    assert "questions are still open." in html
    paper = client.get(f"/s/{run}/paper.pdf")
    assert paper["Content-Type"] == "application/pdf"
    assert "Element ledger" in words_of(paper.content.decode())
    assert 'value="PC 459"' in html_of(client, address), "what was half-typed is still there"
    assert walk_on(client, address, {"offense_code": "PC 459"}) == f"/s/{run}/check/"
    assert not document_of(client, address).confirmed
    assert "still open" not in html_of(client, f"/s/{run}/check/")


def test_the_answers_of_the_part_stand_folded_under_the_question_and_can_be_changed(client: Client) -> None:
    given: dict[str, Value] = {"court": "california", "county": "Fresno", "disposition": "trial"}
    address = skip_to(client, begin(client), "13", given)
    run = Place.of(address).run
    html = html_of(client, address)
    assert "Answers so far in this part" in html
    assert "<bdi>Fresno</bdi>" in html
    assert "Has any of this happened" not in html
    half = {**posted(address, given), "b": [], "d": "PC 459"}
    change = client.post(address, {**half, "change": "10"})["Location"]
    assert change == question_url(run, 1, "10", returning=True)
    assert go_on(client, change, {**given, "county": "Kern"}) == address + "?return=1"
    assert 'value="PC 459"' in html_of(client, address)


@pytest.mark.parametrize("number", ["99", "45", "", "\x00"])
def test_nobody_changes_a_page_that_is_not_to_be_seen(client: Client, number: str) -> None:
    address = skip_to(client, begin(client), "10", {})
    assert Place.of(client.post(address, {**posted(address, {}), "change": number})["Location"]).page == "11"


def test_a_second_case_counts_its_own_pages(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    second = client.post(f"/s/{run}/case/")["Location"]
    html = html_of(client, second)
    assert "Case 2 of 2" in html
    assert "Page 1 of about 20" in html
