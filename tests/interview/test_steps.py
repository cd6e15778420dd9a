"""From page to page: no skipping, no strangers' fields, no step on the browser's word."""

from __future__ import annotations

import pytest
from django.test import Client

from screening.interview.openers import RUNS
from screening.rules.facts import UNSURE
from screening.rules.partial_date import PartialDate
from tests.interview.opened import document_of, stored_text
from tests.interview.walk import (
    Place,
    answer_everything,
    begin,
    go_on,
    html_of,
    posted,
    title_of,
    to_fix,
    walk_on,
    walk_to,
)


pytestmark = pytest.mark.django_db


def test_nobody_skips_ahead_by_the_address(client: Client) -> None:
    first = begin(client)
    run = Place.of(first).run
    for ahead in ("02", "11", "73"):
        response = client.get(f"/s/{run}/1/{ahead}/")
        assert response.status_code == 302
        assert response["Location"] == first
        sent = client.post(f"/s/{run}/1/{ahead}/", posted(f"/s/{run}/1/{ahead}/", {}))
        assert sent["Location"] == first
    for ahead in ("check", "result"):
        assert client.get(f"/s/{run}/{ahead}/")["Location"] == first
    assert client.get(f"/s/{run}/paper.pdf")["Location"] == first
    assert client.post(f"/s/{run}/check/")["Location"] == first
    assert client.post(f"/s/{run}/case/")["Location"] == first
    assert len(document_of(client, first).cases) == 1


@pytest.mark.parametrize("step", ["99", "done", "xx", "1", "0x", "None", "01%00", "%C3%28"])
def test_an_unknown_page_leads_to_where_the_interview_stands(client: Client, step: str) -> None:
    first = begin(client)
    run = Place.of(first).run
    for response in (client.get(f"/s/{run}/1/{step}/"), client.post(f"/s/{run}/1/{step}/")):
        assert response.status_code == 302
        assert response["Location"] == first


@pytest.mark.parametrize("case", ["0", "2", "99999999999999999999"])
def test_a_case_that_does_not_exist_leads_to_where_the_interview_stands(client: Client, case: str) -> None:
    first = begin(client)
    run = Place.of(first).run
    assert client.get(f"/s/{run}/{case}/01/")["Location"] == first
    assert client.post(f"/s/{run}/{case}/01/")["Location"] == first


def test_a_case_number_that_is_no_number_is_no_page(client: Client) -> None:
    run = Place.of(begin(client)).run
    assert client.get(f"/s/{run}/{'9' * 5000}/01/").status_code == 404
    assert client.get(f"/s/{run}/one/01/").status_code == 404


def test_a_missing_or_tampered_management_form_changes_nothing(client: Client) -> None:
    first = begin(client)
    data = posted(first, {"upcoming": ("travel",)})
    name = next(key for key in data if key.endswith("current_step"))
    for tampered in ({}, {name: "02"}, {name: "nonsense"}, {name: ""}, {name: "\x00"}):
        sent = {key: value for key, value in data.items() if key != name} | tampered
        response = client.post(first, sent)
        assert response.status_code == 302
        assert response["Location"] == first
    assert document_of(client, first).you == {}


def test_formtools_own_jump_does_not_skip(client: Client) -> None:
    first = begin(client)
    response = client.post(first, posted(first, {}, wizard_goto_step="11"))
    assert client.get(response["Location"]).status_code in (200, 302)
    assert document_of(client, first).given(1).get("disposition") is None


def test_only_a_forms_own_fields_are_kept(client: Client) -> None:
    first = begin(client)
    stray = {"csrfmiddlewaretoken": "canary", "evil": "canary", "answered_by": "canary", "z": "canary"}
    second = go_on(client, first, {"answered_by": "self"}, **stray)
    document = document_of(client, second)
    assert document.you == {"answered_by": "self"}
    assert "canary" not in stored_text(client, second)


def test_a_date_of_three_fields_survives(client: Client) -> None:
    day = PartialDate.parse("2003-07-14")
    last = walk_to(client, begin(client), "11", {})
    after = go_on(client, last, {"disposition": "guilty_plea", "disposition_date": day})
    assert document_of(client, after).contract(1)["disposition_date"] == day
    html = html_of(client, last)
    assert 'value="2003"' in html
    assert 'value="14"' in html
    assert '<option value="7" selected>July</option>' in html


@pytest.mark.parametrize("text", ["2003", "2003-07"])
def test_a_date_stops_where_knowledge_stops(client: Client, text: str) -> None:
    last = walk_to(client, begin(client), "11", {})
    after = go_on(client, last, {"disposition_date": PartialDate.parse(text)})
    assert str(document_of(client, after).contract(1)["disposition_date"]) == text


def test_a_page_with_something_to_fix_says_so_and_keeps_what_was_typed(client: Client) -> None:
    address = walk_to(client, begin(client), "11", {})
    data = posted(address, {"disposition": "guilty_plea"})
    data |= {"d": "2003", "dd": "14", "du": []}
    html = to_fix(client, address, data)
    assert title_of(html) == "Error: Form, part 2 of 8"
    assert "There is one thing to fix" in html
    assert html.count("Add the month, or leave out the day.") == 2
    assert 'href="#f-d"' in html
    assert 'aria-describedby="h-d e-d"' in html
    assert 'value="2003"' in html
    assert 'value="14"' in html
    assert "disposition" not in document_of(client, address).used(1)


def test_a_page_to_fix_is_asked_for_with_a_get_so_that_no_browser_keeps_what_was_sent(client: Client) -> None:
    address = walk_to(client, begin(client), "11", {})
    data = {**posted(address, {"disposition": "guilty_plea"}), "d": "2003", "dd": "14", "du": []}
    assert "There is one thing to fix" in to_fix(client, address, data)
    assert "There is one thing to fix" in html_of(client, address), "a reload shows it again"
    go_on(client, address, {})
    assert "There is one thing to fix" not in html_of(client, address)


def test_a_page_to_fix_shows_what_was_chosen_last_and_not_the_answer_from_before(client: Client) -> None:
    run = answer_everything(client, {"disposition": "guilty_plea"})
    address = f"/s/{run}/1/11/"
    answer = document_of(client, address).used(1)["disposition"]
    html = to_fix(
        client, address, {**posted(address, {"disposition": "no_contest_plea"}), "dd": "14", "du": []}
    )
    chosen = posted(address, {"disposition": "no_contest_plea"})["a"][0]
    assert f'name="a" value="{chosen}" checked' in " ".join(html.split())
    assert document_of(client, address).used(1)["disposition"] == answer
    client.post(address, {**posted(address, {}), "back": "1"})
    assert "thing to fix" not in html_of(client, address)


def test_titles_and_names_never_say_what_is_asked(client: Client) -> None:
    address = begin(client)
    for _ in range(60):
        if Place.of(address).case == 0:
            break
        html = html_of(client, address)
        assert title_of(html).startswith("Form, part ")
        form = html[html.index("<form") :]
        names = {part.split('"')[0] for part in form.split(' name="')[1:]}
        own = {name for name in names if not name.endswith("current_step")}
        assert all(len(name) <= 2 or name in ("back", "to", "change", "csrfmiddlewaretoken") for name in own)
        values = {part.split('"')[0] for part in form.split(' type="radio"')[1:]}
        assert all(value.strip() in ("", "name=") or value.isdigit() for value in values)
        address = go_on(client, address, {})


def test_the_person_is_asked_once_and_the_case_again(client: Client) -> None:
    run = answer_everything(client, {"citizenship": "noncitizen"}, confirm=False)
    address = client.post(f"/s/{run}/case/")["Location"]
    place = Place.of(address)
    assert (place.case, place.page) == (2, "10")
    seen = []
    while Place.of(address).case:
        html = html_of(client, address)
        assert "Case 2 of 2" in html
        seen.append(Place.of(address).page)
        address = go_on(client, address, {"court": "federal"})
    assert not {"00", "01", "02", "71", "73"} & set(seen)
    assert client.get(f"/s/{run}/2/01/")["Location"] == address
    document = document_of(client, address)
    assert document.contract(2)["citizenship"] == "noncitizen"
    assert document.contract(2)["court"] == "federal"
    assert document.contract(1)["court"] == UNSURE


def test_a_case_is_added_only_when_all_are_answered(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    second = client.post(f"/s/{run}/case/")["Location"]
    assert client.post(f"/s/{run}/case/")["Location"] == second
    assert len(document_of(client, second).cases) == 2
    assert walk_on(client, second, {}) == f"/s/{run}/check/"


def test_a_later_case_waits_for_what_an_earlier_one_newly_asks(client: Client) -> None:
    run = answer_everything(client, {"program": "none"}, confirm=False)
    second = client.post(f"/s/{run}/case/")["Location"]
    opened = go_on(client, f"/s/{run}/1/20/?return=1", {"program": "prop36"})
    assert opened == f"/s/{run}/1/21/?return=1"
    assert client.get(second)["Location"] == f"/s/{run}/1/21/"


def test_the_keys_of_a_run_are_in_the_session_alone(client: Client) -> None:
    run = Place.of(begin(client)).run
    assert list(client.session[RUNS]) == [run]
