"""PC 1473.7(a)(1): error, prejudice, what bears it out, harm, and the presumption after Prop 36."""

from datetime import date

import pytest

from screening.rules.element import Element
from screening.rules.remedies import PC1473_7_A1
from screening.rules.remedies.pc1473_7_a1 import CORROBORATION, ERROR, PREJUDICE
from tests.rules.ask import Given, cited, element_of, found, outcome, read, rests_on


PROP36_COMPLETED: Given = {"disposition": "guilty_plea", "program": "prop36", "program_completed": "yes"}
DEFERRED_ENTRY_COMPLETED: Given = {
    "disposition": "guilty_plea",
    "program": "pc1000_deferred_entry",
    "program_completed": "yes",
}
HARM = element_of(PC1473_7_A1, "immigration_harm")

# Everything fits, and nothing is left open.
STRONG: Given = {
    "citizenship": "noncitizen",
    "court": "california",
    "juvenile": "no",
    "disposition": "guilty_plea",
    "custody_in_case": "finished",
    "lawyer_advice": "said_nothing",
    "would_have_done": "trial",
    "evidence": ["witness"],
    "harm_named_case": "yes",
    "first_notice_date": "2026-10",
}


def test_the_elements_stand_in_the_order_of_the_statute() -> None:
    assert [element.id for element in PC1473_7_A1.elements] == [
        "noncitizen",
        "california_case",
        "adult_case",
        "conviction_exists",
        "custody_over",
        "error",
        "prejudice",
        "corroboration",
        "immigration_harm",
        "timely",
    ]
    gates = [element.id for element in PC1473_7_A1.elements if element.gate]
    assert gates == ["noncitizen", "california_case", "adult_case", "conviction_exists"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="not answered"),
        pytest.param({"lawyer_advice": "no_lawyer"}, "unknown", id="no lawyer alone is no error"),
        pytest.param({"lawyer_advice": "said_nothing"}, "met", id="the lawyer said nothing"),
        pytest.param({"lawyer_advice": "said_no_problem"}, "met", id="the lawyer said no problem"),
        pytest.param({"lawyer_advice": "said_ask_immigration_lawyer"}, "met", id="ask another lawyer"),
        pytest.param({"lawyer_advice": "said_may"}, "met", id="the lawyer said may"),
        pytest.param({"lawyer_advice": "said_will"}, "contested", id="the lawyer said will"),
        pytest.param({"lawyer_advice": "other_wrong_advice"}, "met", id="wrong advice"),
        pytest.param({"lawyer_advice": "unsure"}, "unknown", id="not sure what the lawyer said"),
        pytest.param({"understanding": "did_not_know"}, "met", id="did not know"),
        pytest.param({"understanding": "thought_safe"}, "met", id="thought it safe"),
        pytest.param({"understanding": "knew_possible"}, "met", id="knew that it was possible"),
        pytest.param({"understanding": "knew_certain"}, "contested", id="knew for certain"),
        *[
            pytest.param({"understanding_barriers": [barrier]}, "met", id=barrier)
            for barrier in ("no_interpreter", "could_not_read_form", "health")
        ],
        *[
            pytest.param({"understanding_barriers": [barrier]}, "unknown", id=f"{barrier} alone")
            for barrier in ("no_time", "pressure_to_get_out", "not_in_court")
        ],
        pytest.param({"understanding_barriers": ["no_time", "health"]}, "met", id="one of two is enough"),
        pytest.param({"understanding_barriers": ["none"]}, "unknown", id="no barrier"),
        pytest.param({"understanding_barriers": ["unsure"]}, "unknown", id="barriers not known"),
        pytest.param(
            {"lawyer_advice": "said_will", "understanding": "did_not_know"},
            "contested",
            id="told, and did not understand",
        ),
        pytest.param(
            {"understanding": "knew_certain", "understanding_barriers": ["health"]},
            "contested",
            id="knew, and a barrier",
        ),
    ],
)
def test_error_follows_what_was_said_and_understood(given: Given, expected: str) -> None:
    assert found(ERROR, **given) == expected


@pytest.mark.parametrize("warned", ["yes", "no", "unsure"])
def test_a_warning_by_the_court_alone_never_defeats_error(warned: str) -> None:
    warnings: Given = {
        "warned_deportation": warned,
        "warned_exclusion": warned,
        "warned_naturalization": warned,
        "advisement_record": "shows_all_three",
    }
    assert found(ERROR, **warnings) == "unknown"
    assert found(ERROR, **warnings, lawyer_advice="said_nothing") == "met"


@pytest.mark.parametrize("element", [ERROR, PREJUDICE, CORROBORATION], ids=lambda element: element.id)
@pytest.mark.parametrize(
    ("given", "presumed"),
    [
        pytest.param(PROP36_COMPLETED, True, id="a guilty plea"),
        pytest.param({**PROP36_COMPLETED, "disposition": "no_contest_plea"}, True, id="no contest"),
        pytest.param(
            {**PROP36_COMPLETED, "disposition": "unsure", "program_plea": "guilty"}, True, id="said first"
        ),
        pytest.param(
            {**PROP36_COMPLETED, "disposition": "unsure", "program_plea": "no_contest"},
            True,
            id="no contest said first",
        ),
        pytest.param({**PROP36_COMPLETED, "disposition": "unsure"}, False, id="no plea known"),
        pytest.param(
            {**PROP36_COMPLETED, "disposition": "unsure", "program_plea": "not_guilty"}, False, id="no plea"
        ),
        pytest.param({**PROP36_COMPLETED, "program_completed": "no"}, False, id="not completed"),
        pytest.param(
            {**PROP36_COMPLETED, "program_completed": "still_in_program"}, False, id="still in the program"
        ),
        pytest.param({**PROP36_COMPLETED, "program_completed": "unsure"}, False, id="not sure of the end"),
        pytest.param({**PROP36_COMPLETED, "program": "sentence_deferral"}, False, id="another program"),
        pytest.param(DEFERRED_ENTRY_COMPLETED, False, id="deferred entry"),
        pytest.param({**PROP36_COMPLETED, "program_dismissed": "yes"}, True, id="dismissed"),
        pytest.param({**PROP36_COMPLETED, "program_dismissed": "no"}, False, id="not dismissed"),
        pytest.param({**PROP36_COMPLETED, "program_dismissed": "unsure"}, True, id="not sure of a dismissal"),
        *[
            pytest.param({**PROP36_COMPLETED, key: day}, presumed, id=f"{key} {day}")
            for key in ("program_start_date", "disposition_date")
            for day, presumed in (
                ("2024-12-17", True),
                ("2024-12-18", False),
                ("2024-12", True),
                ("2024", True),
                ("2025", False),
            )
        ],
        pytest.param(
            {**PROP36_COMPLETED, "program_start_date": "2024-12-17", "disposition_date": "2024-12-18"},
            True,
            id="the start comes before the plea",
        ),
    ],
)
def test_a_completed_prop_36_plea_is_presumed_invalid(element: Element, given: Given, presumed: bool) -> None:
    assert (found(element, **given) == "presumed") is presumed


@pytest.mark.parametrize("element", [ERROR, PREJUDICE, CORROBORATION], ids=lambda element: element.id)
def test_the_presumption_comes_before_every_other_line_and_stands_on_the_law(element: Element) -> None:
    against: Given = {
        "lawyer_advice": "said_will",
        "would_have_done": "same_plea",
        "ties": ["none"],
        "evidence": ["none"],
    }
    presumed = read(element, **PROP36_COMPLETED, **against)
    assert presumed.finding.value == "presumed"
    assert presumed.basis.value == "law"
    assert set(presumed.rests_on) == {"disposition", "program", "program_completed"}


@pytest.mark.parametrize("advice", ["unsure", "said_nothing"])
def test_completed_deferred_entry_names_the_argument_and_changes_no_finding(advice: str) -> None:
    with_it: Given = {**DEFERRED_ENTRY_COMPLETED, "lawyer_advice": advice}
    without_it: Given = {**with_it, "program_completed": "no"}
    argument = {"pc1473_7 (f)(2) (former (e)(2))", "terry arrest_only"}
    assert found(ERROR, **with_it) == found(ERROR, **without_it)
    assert argument <= cited(ERROR, **with_it)
    assert not argument & cited(ERROR, **without_it)


def test_completed_deferred_entry_does_not_undo_knowing() -> None:
    assert found(ERROR, **DEFERRED_ENTRY_COMPLETED, understanding="knew_certain") == "contested"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="not answered"),
        pytest.param({"would_have_done": "trial"}, "met", id="a trial"),
        pytest.param({"would_have_done": "different_plea"}, "met", id="a different plea"),
        pytest.param({"would_have_done": "longer_sentence_instead"}, "met", id="a longer sentence"),
        pytest.param({"would_have_done": "same_plea_other_sentence"}, "met", id="another sentence"),
        pytest.param({"would_have_done": "same_plea"}, "contested", id="the same plea"),
        pytest.param({"would_have_done": "unsure"}, "unknown", id="not sure"),
        pytest.param({"disposition": "guilty_plea", "other_offer": "yes"}, "unknown", id="offers, no trial"),
        pytest.param({"disposition": "trial"}, "unknown", id="trial, offers not known"),
        pytest.param({"disposition": "trial", "other_offer": "yes"}, "met", id="trial, another offer"),
        pytest.param({"disposition": "trial", "other_offer": "no"}, "contested", id="trial, no other offer"),
        pytest.param(
            {"disposition": "trial", "would_have_done": "different_plea"},
            "unknown",
            id="after a trial only the offer counts",
        ),
        pytest.param(
            {"disposition": "trial", "other_offer": "yes", "would_have_done": "same_plea"},
            "met",
            id="after a trial the plea question is left out",
        ),
    ],
)
def test_prejudice_asks_for_another_choice(given: Given, expected: str) -> None:
    assert found(PREJUDICE, **given) == expected


def test_prejudice_after_a_trial_rests_on_the_offer() -> None:
    assert rests_on(PREJUDICE, disposition="trial") == {"other_offer"}
    assert rests_on(PREJUDICE, disposition="trial", other_offer="no") == {"disposition", "other_offer"}
    assert cited(PREJUDICE, disposition="trial") == {"carrillo trial"}


TIES = (
    "came_as_child",
    "ten_years_or_more",
    "permanent_resident",
    "us_family",
    "work_or_school",
    "home_or_business",
    "no_ties_abroad",
    "fear_of_return",
    "said_so_then",
)
BEARS_IT_OUT = ("letters_from_then", "lawyer_file", "records_of_ties", "witness")
DOES_NOT = ("plea_transcript", "plea_form")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="not answered"),
        *[pytest.param({"ties": [tie]}, "unknown", id=f"{tie}, evidence not known") for tie in TIES],
        *[
            pytest.param({"ties": [tie], "evidence": ["none"]}, "for_attorney", id=f"{tie}, no evidence")
            for tie in TIES
        ],
        *[
            pytest.param({"ties": ["us_family"], "evidence": [one]}, "for_attorney", id=f"a tie and {one}")
            for one in DOES_NOT
        ],
        *[pytest.param({"evidence": [one]}, "met", id=one) for one in BEARS_IT_OUT],
        *[pytest.param({"evidence": [one]}, "unknown", id=one) for one in DOES_NOT],
        pytest.param({"ties": ["none"]}, "unknown", id="no tie, evidence not known"),
        pytest.param({"evidence": ["none"]}, "unknown", id="no evidence, ties not known"),
        pytest.param({"ties": ["unsure"], "evidence": ["none"]}, "unknown", id="not sure of ties"),
        pytest.param({"ties": ["none"], "evidence": ["unsure"]}, "unknown", id="not sure of evidence"),
        pytest.param({"ties": ["none"], "evidence": ["none"]}, "contested", id="neither"),
        *[
            pytest.param({"ties": ["none"], "evidence": [one]}, "contested", id=f"no tie, only {one}")
            for one in DOES_NOT
        ],
        pytest.param({"ties": ["none"], "evidence": ["plea_form", "witness"]}, "met", id="a witness"),
        pytest.param({"ties": ["us_family"], "evidence": ["witness"]}, "met", id="a tie and a witness"),
    ],
)
def test_corroboration_asks_for_ties_or_evidence_of_then(given: Given, expected: str) -> None:
    assert found(CORROBORATION, **given) == expected


def test_a_tie_alone_rests_on_the_evidence_that_is_not_known() -> None:
    assert rests_on(CORROBORATION, ties=["us_family"]) == {"evidence"}


@pytest.mark.parametrize(
    ("named", "expected"), [("yes", "met"), ("no", "for_attorney"), ("unsure", "unknown")]
)
def test_harm_follows_a_paper_that_names_the_case(named: str, expected: str) -> None:
    assert found(HARM, harm_named_case=named) == expected
    assert rests_on(HARM, harm_named_case=named) == {"harm_named_case"}


def test_a_record_where_everything_fits_is_indicated() -> None:
    assert outcome(PC1473_7_A1, **STRONG) == "indicated"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param(date(2016, 12, 31), "not_in_force", id="the day before the law"),
        pytest.param(date(2017, 1, 1), "indicated", id="the first day of the law"),
    ],
)
def test_the_law_begins_in_2017(as_of: date, expected: str) -> None:
    assert outcome(PC1473_7_A1, as_of=as_of, **STRONG) == expected


@pytest.mark.parametrize(
    ("as_of", "disposition", "expected"),
    [
        pytest.param(date(2021, 12, 31), "trial", "not_in_force", id="the day before, a trial"),
        pytest.param(date(2022, 1, 1), "trial", "indicated", id="the first day, a trial"),
        pytest.param(date(2021, 12, 31), "guilty_plea", "indicated", id="a plea, always"),
        pytest.param(date(2021, 12, 31), "unsure", "needs_facts", id="a trial only if it is known"),
    ],
)
def test_the_law_reaches_trials_from_2022(as_of: date, disposition: str, expected: str) -> None:
    given: Given = {**STRONG, "disposition": disposition, "other_offer": "yes"}
    assert outcome(PC1473_7_A1, as_of=as_of, **given) == expected
