"""Answers of a branch that closed count nowhere; they return if it opens again before confirmation."""

from __future__ import annotations

import pytest
from django.test import Client

from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate
from tests.interview.opened import document_of, stored_text
from tests.interview.walk import answer_everything, go_on, html_of


pytestmark = pytest.mark.django_db

PROGRAM: dict[str, Value] = {
    "program": "prop36",
    "program_plea": "guilty",
    "program_start_date": PartialDate.parse("2004-05"),
}
NO_PROGRAM: dict[str, Value] = {"program": "none"}


def test_a_closed_branch_is_not_used_not_shown_and_set_aside(client: Client) -> None:
    run = answer_everything(client, PROGRAM, confirm=False)
    check = f"/s/{run}/check/"
    assert "Prop 36" in html_of(client, check)
    go_on(client, f"/s/{run}/1/20/?return=1", NO_PROGRAM)
    document = document_of(client, check)
    assert document.contract(1)["program"] == "none"
    assert "program_plea" not in document.contract(1)
    assert "Prop 36" not in html_of(client, check)
    assert "prop36" in stored_text(client, check)


def test_it_returns_if_the_branch_opens_again(client: Client) -> None:
    run = answer_everything(client, PROGRAM, confirm=False)
    change = f"/s/{run}/1/20/?return=1"
    go_on(client, change, NO_PROGRAM)
    assert go_on(client, change, PROGRAM) == f"/s/{run}/check/"
    assert document_of(client, change).contract(1) | PROGRAM == document_of(client, change).contract(1)


def test_confirming_erases_what_was_set_aside(client: Client) -> None:
    run = answer_everything(client, PROGRAM, confirm=False)
    change, check = f"/s/{run}/1/20/?return=1", f"/s/{run}/check/"
    go_on(client, change, NO_PROGRAM)
    client.post(check)
    assert "prop36" not in stored_text(client, check)
    assert "2004-05" not in stored_text(client, check)
    # Opened again it is asked again.
    assert go_on(client, change, PROGRAM) == f"/s/{run}/1/21/?return=1"


def test_no_program_is_never_taken_for_the_name_of_one(client: Client) -> None:
    """`program` "none" is concluded from "there was no program", and must not answer the list."""
    run = answer_everything(client, NO_PROGRAM, confirm=False)
    change = f"/s/{run}/1/20/?return=1"
    assert go_on(client, change, PROGRAM) == f"/s/{run}/1/21/?return=1"
    assert "program" not in document_of(client, change).contract(1)


def test_a_follow_up_counts_only_under_the_answer_that_opens_it(client: Client) -> None:
    day = PartialDate.parse("2026-12-09")
    answers: dict[str, Value] = {"upcoming": ("immigration_court",), "immigration_court_date": day}
    run = answer_everything(client, answers, confirm=False)
    page, check = f"/s/{run}/1/01/?return=1", f"/s/{run}/check/"
    assert document_of(client, check).contract(1)["immigration_court_date"] == day
    go_on(client, page, {"upcoming": ("travel",), "travel_date": day, "immigration_court_date": day})
    assert "immigration_court_date" not in document_of(client, check).contract(1)
    go_on(client, page, {"upcoming": ("none",), "travel_date": day})
    assert "December 9" not in html_of(client, check)


def test_another_answer_to_what_was_said_settles_another_ending(client: Client) -> None:
    said: dict[str, Value] = {"said_guilty": "yes", "disposition": "guilty_plea"}
    run = answer_everything(client, said, confirm=False)
    change, check = f"/s/{run}/1/11/?return=1", f"/s/{run}/check/"
    assert go_on(client, change, {"disposition": "dismissed_without_plea"}) == check
    settled = document_of(client, change).contract(1)
    assert (settled["said_guilty"], settled["disposition"]) == ("no", "dismissed_without_plea")
    assert go_on(client, change, said) == check, "what was set aside is back"
    assert document_of(client, change).contract(1)["disposition"] == "guilty_plea"


def test_an_optional_answer_can_be_taken_back(client: Client) -> None:
    run = answer_everything(client, {"county": "Fresno", "offense_code": "PC 459"}, confirm=False)
    check = f"/s/{run}/check/"
    assert "Fresno" in html_of(client, check)
    go_on(client, f"/s/{run}/1/10/?return=1", {})
    assert "Fresno" not in html_of(client, check)
    assert "Fresno" not in stored_text(client, check)


def test_a_change_of_the_person_reaches_every_case(client: Client) -> None:
    run = answer_everything(client, {"immigration_events": ("none",)}, confirm=False)
    second = client.post(f"/s/{run}/case/")["Location"]
    from tests.interview.walk import skip_to

    skip_to(client, second, "check", {"immigration_events": ("none",)})
    address = go_on(client, f"/s/{run}/1/02/?return=1", {"immigration_events": ("removal_order",)})
    # Now the order is asked about, in both cases.
    assert address == f"/s/{run}/1/50/?return=1"
    address = go_on(client, address, {})
    assert address == f"/s/{run}/2/50/?return=1"
    assert go_on(client, address, {}) == f"/s/{run}/check/"
