"""The order of asking, and how long the way is."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import yaml

from screening.questions.page import Part
from screening.questions.route import (
    ORDER,
    PAGE_OF,
    PAGES,
    in_contract_keys,
    in_use,
    reachable,
    unanswered,
)
from screening.questions.steering import (
    ANY_PROGRAM,
    DISMISSED,
    ENDINGS,
    SAID,
    SENTENCE,
    concluded,
    contract_answers,
    filled_in,
    steered,
)
from screening.questions.steering import FACTS as STEERING
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
    keys = [key for page in PAGES for key in page.told]
    assert sorted(keys) == sorted([*FACTS, *STEERING])


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


@pytest.mark.parametrize(("case_id", "most"), [("federal", 10), ("vivar_2021", 18), ("dej_completed", 22)])
def test_the_way_is_short(case_id: str, most: int, capsys: pytest.CaptureFixture[str]) -> None:
    pages = case_pages(record(case_id))
    with capsys.disabled():
        print(f"\n{case_id}: {len(pages)} pages of one case: {' '.join(page.number for page in pages)}")
    assert len(pages) <= most


def test_no_federal_conviction_needs_more_than_fourteen_pages() -> None:
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


@pytest.mark.parametrize(("said", "later"), ENDINGS)
def test_dismissed_later_never_reads_as_a_plea_taken_back(said: str, later: str) -> None:
    said_guilty, ending = ENDINGS[said, later]
    assert said_guilty in FACTS["said_guilty"].all_values
    assert (ending == "plea_then_withdrawn") <= (later == "taken_back")
    assert (ending in ("no_plea_diversion", "dismissed_without_plea")) <= (said == "neither")
    settled = in_contract_keys({SAID: said, DISMISSED: later}, first_case=True)
    assert (settled["said_guilty"], settled["disposition"]) == (said_guilty, ending)


def test_a_case_dismissed_after_probation_did_not_end_without_a_plea() -> None:
    assert ENDINGS["neither", "probation"] == ("no", "unsure")
    assert ENDINGS["guilty", "probation"] == ("yes", "guilty_plea")


def test_every_pair_of_answers_settles_an_ending() -> None:
    pairs = product(STEERING[SAID].all_values, STEERING[DISMISSED].all_values)
    assert set(ENDINGS) == set(pairs)


@pytest.mark.parametrize(
    ("said_guilty", "ending"),
    [
        *product(["yes"], ["guilty_plea", "no_contest_plea", "plea_then_withdrawn", "trial", "unsure"]),
        *product(["no"], ["trial", "no_plea_diversion", "dismissed_without_plea", "unsure"]),
        *product(["unsure"], ["plea_then_withdrawn", "unsure"]),
    ],
)
def test_what_was_asked_in_the_contracts_words_is_shown_as_it_was_said(said_guilty: str, ending: str) -> None:
    steering = steered({"said_guilty": said_guilty, "disposition": ending})
    assert concluded(steering) == {"said_guilty": said_guilty, "disposition": ending}


def test_an_interview_that_was_begun_in_the_contracts_words_is_not_asked_again() -> None:
    begun: dict[str, Value] = {
        "said_guilty": "unsure",
        "disposition": "guilty_plea",
        "disposition_date": "unsure",
    }
    assert unanswered(PAGE_OF[SAID], in_use(begun, first_case=True)) == ()
    assert in_contract_keys(begun, first_case=True)["said_guilty"] == "unsure"
    sentence: dict[str, Value] = {"sentence_imposed": "no_jail", "sentence_date": PartialDate.parse("2003")}
    assert in_contract_keys(sentence, first_case=True).items() >= sentence.items()
    anew = in_contract_keys({**begun, SAID: "trial", DISMISSED: "no"}, first_case=True)
    assert (anew["said_guilty"], anew["disposition"]) == ("no", "trial")


def test_no_sentence_is_no_jail_unless_the_judge_has_still_to_give_one() -> None:
    assert contract_answers({SENTENCE: "no_sentence"}) == {"sentence_imposed": "no_jail"}
    waiting: dict[str, Value] = {SENTENCE: "no_sentence", "custody_in_case": "not_sentenced_yet"}
    assert contract_answers(waiting)["sentence_imposed"] == "unsure"
    sentence = in_use({**asked_about({}), SENTENCE: "no_sentence", "sentence_date": "2003"}, first_case=True)
    assert "sentence_date" not in sentence


def test_a_class_that_was_part_of_the_sentence_leads_into_no_program() -> None:
    assert not {"21", "22", "23", "24"} & {*pages_of(any_program="part_of_sentence")}
    assert contract_answers({ANY_PROGRAM: "part_of_sentence"}) == {"program": "none"}


@pytest.mark.parametrize("later", ["program", "yes"])
def test_a_class_that_was_part_of_a_sentence_contradicts_an_end_without_plea(later: str) -> None:
    drunk_driving: dict[str, Value] = {SAID: "neither", DISMISSED: later, ANY_PROGRAM: "part_of_sentence"}
    assert contract_answers(drunk_driving)["disposition"] == "unsure"
    assert contract_answers({**drunk_driving, SAID: "guilty"})["disposition"] == "guilty_plea"


@pytest.mark.parametrize(
    "program", [{ANY_PROGRAM: "no"}, {ANY_PROGRAM: "part_of_sentence"}, {"program": "none"}]
)
def test_no_program_stands_beside_a_case_dismissed_after_one_for_the_rules_to_read(
    program: dict[str, Value],
) -> None:
    told: dict[str, Value] = {SAID: "guilty", DISMISSED: "program", **program}
    assert contract_answers(told)["program"] == "none"
    assert contract_answers(told)["program_dismissed"] == "yes"
    assert "program_dismissed" not in contract_answers({**told, DISMISSED: "no"})


@pytest.mark.parametrize(("later", "settled"), [("program", "unsure"), ("yes", "no"), ("no", "no")])
def test_dismissed_after_a_program_and_not_closed_after_it_is_no_no(later: str, settled: str) -> None:
    told: dict[str, Value] = {**asked_about({}), SAID: "guilty", DISMISSED: later, ANY_PROGRAM: "yes"}
    told |= {"program": "pc1000_deferred_entry", "program_dismissed": "no"}
    assert in_contract_keys(told, first_case=True)["program_dismissed"] == settled


def test_what_was_answered_in_other_words_is_filled_in() -> None:
    day = PartialDate.parse("2003-05")
    assert filled_in({SAID: "guilty", DISMISSED: "program", "disposition_date": day}) == {
        ANY_PROGRAM: "yes",
        "program_dismissed": "yes",
        "program_plea": "guilty",
        "program_start_date": day,
    }
    assert filled_in({SAID: "neither", "immigration_events": ("detained",)}) == {
        "custody_elsewhere": "immigration"
    }
    assert filled_in({SAID: "unsure", DISMISSED: "no", "immigration_events": "unsure"}) == {}


def test_a_denial_is_dated_unless_the_request_is_known_not_to_be_denied() -> None:
    ask = next(ask for ask in PAGE_OF["prior_motion_date"].asks if ask.key == "prior_motion_date")
    asked = {value: ask.asked(Answers({"prior_motion": value})) for value in FACTS["prior_motion"].all_values}
    opening = {"denied", "unsure", "prefer_not_to_say"}
    assert {value for value, opens in asked.items() if opens} == opening


def pages_of(**answers: Value) -> list[str]:
    record = {"court": "california", "juvenile": "no", "said_guilty": "yes", **answers}
    given = {**asked_about(record), **{key: answers[key] for key in STEERING if key in answers}}
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
    assert ("40" in pages) is asked


def test_a_page_that_a_later_answer_opens_follows_it() -> None:
    # In another court what is wanted of immigration matters only beside "citizen", which comes last.
    pages = pages_of(court="federal", disposition="guilty_plea", citizenship="us_citizen_born")
    assert pages[pages.index("71") + 1] == "51"
    assert "51" not in pages_of(court="federal", disposition="guilty_plea", citizenship="noncitizen")


def test_no_admission_is_kept_beside_a_plea() -> None:
    answers: dict[str, Value] = {SAID: "guilty", DISMISSED: "yes", "admitted_facts": "yes"}
    assert "admitted_facts" not in in_use(answers, first_case=True)
