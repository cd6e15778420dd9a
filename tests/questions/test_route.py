"""The order of asking, and how long the way is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from screening.questions.any_program import ANY_PROGRAM
from screening.questions.page import Part
from screening.questions.route import (
    ORDER,
    PAGE_OF,
    PAGES,
    disposition_values,
    in_contract_keys,
    in_use,
    reachable,
)
from screening.rules.answers import Answers, Value
from screening.rules.facts import FACTS, Topic
from screening.rules.partial_date import PartialDate
from screening.rules.record import parse_answers
from tests.questions.walking import asked_about, case_pages


CASES = Path(__file__).resolve().parents[2] / "screening" / "law" / "cases"


def record(case_id: str) -> dict[str, Value]:
    for file in ("appellate", "scenarios"):
        for case in yaml.safe_load((CASES / f"{file}.yaml").read_text())["cases"]:
            if case["id"] == case_id:
                return dict(parse_answers(case["answers"]).values)
    raise KeyError(case_id)


def test_every_question_of_the_contract_stands_on_exactly_one_page() -> None:
    keys = [key for page in PAGES for key in page.keys]
    assert sorted(keys) == sorted([*FACTS, ANY_PROGRAM])


def test_page_numbers_are_two_digits_and_go_up() -> None:
    numbers = [page.number for page in PAGES]
    assert numbers == sorted(set(numbers))
    assert all(len(number) == 2 and number.isdigit() for number in numbers)


def test_parts_come_in_the_contract_order_and_each_has_pages() -> None:
    parts = [page.part for page in PAGES]
    assert list(dict.fromkeys(parts)) == list(Part)
    assert parts == sorted(parts, key=lambda part: part.number)


def test_you_pages_hold_only_you_questions_and_no_other_page_holds_one() -> None:
    for page in PAGES:
        for key in page.keys:
            assert page.you == (key in FACTS and FACTS[key].topic is Topic.YOU), key


def test_after_who_answers_what_is_urgent_is_asked_first_and_status_last() -> None:
    assert [page.keys[0] for page in PAGES[:2]] == ["answered_by", "upcoming"]
    assert ORDER["said_guilty"] < ORDER["disposition"]
    assert all(
        PAGE_OF[key].part is Part.YOU for key in ("citizenship", "citizen_parent", "immigration_status")
    )


@pytest.mark.parametrize(("case_id", "most"), [("federal", 12), ("vivar_2021", 24)])
def test_the_way_is_short(case_id: str, most: int, capsys: pytest.CaptureFixture[str]) -> None:
    pages = case_pages(record(case_id))
    with capsys.disabled():
        print(f"\n{case_id}: {len(pages)} pages of one case: {' '.join(page.number for page in pages)}")
    assert len(pages) <= most


def test_no_federal_conviction_needs_more_than_twelve_pages() -> None:
    longest = {**record("federal"), "program": "other_plea_first", "immigration_events": ("removal_order",)}
    assert len(case_pages(longest)) <= 12


def test_a_second_case_is_not_asked_about_the_person_again() -> None:
    answers = asked_about(record("vivar_2021"))
    assert not any(page.you for page in reachable(answers, first_case=False))
    assert in_contract_keys(answers, first_case=False)["citizenship"] == "noncitizen"


def test_an_answer_under_an_unticked_parent_is_ignored() -> None:
    answers: dict[str, Value] = {
        "upcoming": ("travel",),
        "immigration_court_date": PartialDate.parse("2026-12-09"),
    }
    assert "immigration_court_date" not in in_use(answers, first_case=True)
    answers["upcoming"] = ("immigration_court", "travel")
    assert "immigration_court_date" in in_use(answers, first_case=True)


def test_answers_of_a_branch_that_closed_do_not_count() -> None:
    answers = asked_about(record("dej_completed"))
    assert in_contract_keys(answers, first_case=True)["program_completed"] == "yes"
    answers[ANY_PROGRAM] = "no"
    closed = in_contract_keys(answers, first_case=True)
    assert closed["program"] == "none"
    assert "program_completed" not in closed


def test_said_guilty_only_narrows_the_endings_that_are_offered() -> None:
    assert disposition_values(Answers({})) == FACTS["disposition"].values
    yes, no = (disposition_values(Answers({"said_guilty": said})) for said in ("yes", "no"))
    assert yes == ("guilty_plea", "no_contest_plea", "plea_then_withdrawn", "trial")
    assert no == ("trial", "no_plea_diversion", "dismissed_without_plea")


def test_an_ending_that_is_no_longer_offered_does_not_count() -> None:
    answers: dict[str, Value] = {"said_guilty": "yes", "disposition": "dismissed_without_plea"}
    assert "disposition" not in in_use(answers, first_case=True)
    assert in_use({**answers, "disposition": "unsure"}, first_case=True)["disposition"] == "unsure"


def test_a_denial_is_dated_unless_the_request_is_known_not_to_be_denied() -> None:
    ask = next(ask for ask in PAGE_OF["prior_motion_date"].asks if ask.key == "prior_motion_date")
    asked = {value: ask.asked(Answers({"prior_motion": value})) for value in FACTS["prior_motion"].all_values}
    opening = {"denied", "unsure", "prefer_not_to_say"}
    assert {value for value, opens in asked.items() if opens} == opening


def pages_of(**answers: Value) -> list[str]:
    given = {**asked_about({"court": "california", "juvenile": "no", "said_guilty": "yes"}), **answers}
    return [page.number for page in reachable(given, first_case=True)]


def test_other_grounds_are_asked_in_a_juvenile_case_too() -> None:
    assert "60" in pages_of(juvenile="yes", disposition="guilty_plea")
    assert "60" not in pages_of(court="federal", disposition="guilty_plea")


def test_the_program_is_asked_about_in_a_juvenile_case_too() -> None:
    assert {"20", "21", "22", "23", "24"} <= {*pages_of(juvenile="yes", any_program="yes")}


def test_a_program_that_turns_out_to_be_none_is_not_asked_about_further() -> None:
    pages = pages_of(any_program="yes", program="none")
    assert {"20", "21", "22"} <= {*pages}
    assert not {"23", "24"} & {*pages}


@pytest.mark.parametrize(
    ("disposition", "asked"), [("trial", True), ("guilty_plea", True), ("no_plea_diversion", False)]
)
def test_the_warnings_are_asked_about_after_a_trial_too(disposition: str, *, asked: bool) -> None:
    pages = pages_of(said_guilty="unsure", disposition=disposition, admitted_facts="no")
    assert ({"40", "41"} <= {*pages}) is asked


def test_a_page_that_a_later_answer_opens_follows_it() -> None:
    # In another court what is wanted of immigration matters only beside "citizen", which comes last.
    pages = pages_of(court="federal", disposition="guilty_plea", citizenship="us_citizen_born")
    assert pages[pages.index("71") + 1] == "53"
    assert "53" not in pages_of(court="federal", disposition="guilty_plea", citizenship="noncitizen")


def test_no_admission_is_kept_under_an_ending_that_went() -> None:
    answers: dict[str, Value] = {
        "said_guilty": "yes",
        "disposition": "dismissed_without_plea",
        "admitted_facts": "yes",
    }
    assert "admitted_facts" not in in_use(answers, first_case=True)
