"""Changing one answer from the check page; Back, which never shows errors and loses nothing typed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from screening.rules.partial_date import PartialDate
from tests.interview.opened import document_of, stored_text
from tests.interview.walk import (
    Place,
    answer_everything,
    begin,
    go_on,
    html_of,
    posted,
    skip_to,
    to_fix,
    walk_on,
)


pytestmark = pytest.mark.django_db


def back(client: Client, address: str, data: dict[str, Any]) -> str:
    response = client.post(address, {**data, "back": "1"})
    assert response.status_code == 302
    return response["Location"]


def test_changing_one_answer_returns_to_the_check_page(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    assert go_on(client, f"/s/{run}/1/13/?return=1", {"counts": "one"}) == f"/s/{run}/check/"


def test_it_asks_only_what_the_change_newly_opens(client: Client) -> None:
    run = answer_everything(client, {"program": "none"}, confirm=False)
    address = go_on(client, f"/s/{run}/1/20/?return=1", {"program": "prop36"})
    asked = []
    while Place.of(address).case:
        asked.append(Place.of(address).page)
        address = go_on(client, address, {"program": "prop36"})
    assert asked == ["21", "22", "23", "24"]


def test_returning_survives_a_page_with_something_to_fix(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    change = f"/s/{run}/1/11/?return=1"
    # The form has no address of its own: the browser posts to where it stands.
    html = to_fix(client, change, {**posted(change, {}), "du": [], "dd": "1"})
    assert '<form method="post" id="f" novalidate' in html
    assert go_on(client, change, {}) == f"/s/{run}/check/"


def test_a_change_after_the_result_asks_for_the_check_page_again(client: Client) -> None:
    run = answer_everything(client, {})
    assert document_of(client, f"/s/{run}/check/").confirmed
    go_on(client, f"/s/{run}/1/13/?return=1", {})
    assert document_of(client, f"/s/{run}/check/").confirmed
    go_on(client, f"/s/{run}/1/13/?return=1", {"counts": "one"})
    assert not document_of(client, f"/s/{run}/check/").confirmed
    assert client.get(f"/s/{run}/result/")["Location"] == f"/s/{run}/check/"


def test_back_leads_one_page_back_and_from_the_first_to_the_start(client: Client) -> None:
    first = begin(client)
    second = go_on(client, first, {})
    assert back(client, second, posted(second, {})) == first
    assert back(client, first, posted(first, {})) == "/en/"


def test_back_saves_what_can_be_read_and_shows_the_rest_again(client: Client) -> None:
    address = skip_to(client, begin(client), "11", {})
    data = {**posted(address, {"disposition": "guilty_plea"}), "d": "20x4", "dd": "14", "du": []}
    before = back(client, address, data)
    document = document_of(client, address)
    assert document.used(1)["disposition"] == "guilty_plea"
    assert "disposition_date" not in document.used(1)
    assert go_on(client, before, {}) == address
    html = html_of(client, address)
    assert 'value="20x4"' in html
    assert 'role="alert"' not in html
    # A page that is not done cannot be passed.
    run = Place.of(address).run
    assert client.get(f"/s/{run}/1/13/")["Location"] == address


def test_what_was_half_typed_is_never_used_and_is_dropped_at_the_end(client: Client) -> None:
    run = answer_everything(client, {"disposition_date": PartialDate.parse("2003")}, confirm=False)
    change, check = f"/s/{run}/1/11/?return=1", f"/s/{run}/check/"
    data = {**posted(change, {"disposition": "trial"}), "d": "20x4", "du": []}
    assert back(client, change, data) == check
    assert "20x4" not in html_of(client, check)
    assert "2003, month not known" in html_of(client, check)
    assert "20x4" in html_of(client, change)
    client.post(check)
    assert "20x4" not in stored_text(client, check)


def test_a_page_that_is_answered_drops_its_half_typed_text(client: Client) -> None:
    address = skip_to(client, begin(client), "11", {})
    back(client, address, {**posted(address, {}), "d": "20x4", "du": []})
    go_on(client, address, {})
    assert "20x4" not in stored_text(client, address)


def test_back_with_nothing_typed_changes_nothing(client: Client) -> None:
    address = skip_to(client, begin(client), "11", {})
    name = f"{Place.of(address).run}.1-current_step"
    back(client, address, {name: "11"})
    assert document_of(client, address).cases[0].drafts == {}
    assert "disposition" not in document_of(client, address).given(1)


def test_what_is_kept_of_a_half_typed_page_stays_small(client: Client) -> None:
    address = skip_to(client, begin(client), "13", {})
    back(client, address, {**posted(address, {}), "d": "PC 459 " * 5000})
    assert len(stored_text(client, address)) < 4000


def test_back_out_of_a_case_that_was_only_added_takes_it_back(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    second = client.post(f"/s/{run}/case/")["Location"]
    name = f"{run}.2-current_step"
    assert back(client, second, {name: "10"}) == f"/s/{run}/check/"
    assert len(document_of(client, second).cases) == 1


def test_back_out_of_a_case_that_was_begun_keeps_it(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    second = client.post(f"/s/{run}/case/")["Location"]
    assert back(client, second, posted(second, {"court": "federal"})) == f"/s/{run}/1/73/"
    assert len(document_of(client, second).cases) == 2
    assert walk_on(client, f"/s/{run}/1/73/", {}) == f"/s/{run}/check/"


def test_back_from_what_a_change_newly_opened_shows_the_page_before(client: Client) -> None:
    run = answer_everything(client, {"program": "none"}, confirm=False)
    opened = go_on(client, f"/s/{run}/1/20/?return=1", {"program": "prop36"})
    name = f"{run}.1-current_step"
    assert back(client, opened, {name: "21"}) == f"/s/{run}/1/20/?return=1"
