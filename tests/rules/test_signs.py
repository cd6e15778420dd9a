"""Signs: each answer that is one, and what comes near and is none (contract section 3)."""

from typing import Any

import pytest

from screening.rules.condition import Condition
from screening.rules.facts import FACTS
from screening.rules.signs import (
    ADULT_SIGN,
    CONVICTION_SIGN,
    HARM_SIGN,
    NONCITIZEN_SIGN,
    PLEA_WORDS,
    SENTENCE_SIGN,
)
from tests.rules.ask import AS_OF, Given, answers


UNKNOWN = ("unsure", "prefer_not_to_say")


def shown(sign: Condition, **given: Any) -> bool:
    """Is the sign there?"""
    return sign.holds(answers(**given), AS_OF)


# Sign, key, values that are the sign. Every other value of the key is none.
VALUES: list[tuple[str, Condition, str, set[str]]] = [
    ("plea words", PLEA_WORDS, "said_guilty", {"yes"}),
    ("plea words", PLEA_WORDS, "program_plea", {"guilty", "no_contest"}),
    ("plea words", PLEA_WORDS, "evidence", {"plea_transcript", "plea_form"}),
    (
        "plea words",
        PLEA_WORDS,
        "advisement_record",
        {"shows_all_three", "shows_some", "shows_none"},
    ),
    (
        "plea words",
        PLEA_WORDS,
        "program",
        {"pc1000_deferred_entry", "prop36", "sentence_deferral", "other_plea_first", "informal_plea_deal"},
    ),
    ("plea words", PLEA_WORDS, "later_relief", set()),
    ("harm", HARM_SIGN, "harm_named_case", {"yes"}),
    ("harm", HARM_SIGN, "removal_order_named_case", {"yes"}),
    ("sentence", SENTENCE_SIGN, "sentence_imposed", set(FACTS["sentence_imposed"].values) - {"no_jail"}),
    ("sentence", SENTENCE_SIGN, "violation_admitted", {"yes"}),
    (
        "sentence",
        SENTENCE_SIGN,
        "custody_in_case",
        {"probation", "parole_or_supervision", "jail_or_prison", "probation_stopped"},
    ),
    ("conviction", CONVICTION_SIGN, "violation_admitted", {"yes"}),
    ("conviction", CONVICTION_SIGN, "harm_named_case", {"yes"}),
    ("conviction", CONVICTION_SIGN, "later_relief", set(FACTS["later_relief"].values) - {"sealed"}),
    ("conviction", CONVICTION_SIGN, "doj_record", {"shows_conviction"}),
    ("conviction", CONVICTION_SIGN, "appeal_pending", {"yes"}),
    ("conviction", CONVICTION_SIGN, "prior_motion", {"pending", "denied", "granted"}),
    ("adult", ADULT_SIGN, "later_relief", {"expunged_1203_4", "reduced_17b"}),
    ("adult", ADULT_SIGN, "doj_record", {"shows_conviction"}),
    ("adult", ADULT_SIGN, "custody_in_case", {"jail_or_prison", "parole_or_supervision"}),
    ("noncitizen", NONCITIZEN_SIGN, "immigration_status", set(FACTS["immigration_status"].values)),
    ("noncitizen", NONCITIZEN_SIGN, "immigration_events", set(FACTS["immigration_events"].values)),
    ("noncitizen", NONCITIZEN_SIGN, "removal_order_named_case", {"yes"}),
    ("noncitizen", NONCITIZEN_SIGN, "custody_elsewhere", {"immigration"}),
    ("noncitizen", NONCITIZEN_SIGN, "upcoming", {"immigration_court", "ice_check_in"}),
    (
        "noncitizen",
        NONCITIZEN_SIGN,
        "immigration_goal",
        set(FACTS["immigration_goal"].values) - {"family_petition"},
    ),
]


@pytest.mark.parametrize(
    ("sign", "key", "value", "expected"),
    [
        pytest.param(sign, key, value, value in values, id=f"{name}, {key}: {value}")
        for name, sign, key, values in VALUES
        for value in FACTS[key].all_values
    ],
)
def test_each_value_is_a_sign_or_none(sign: Condition, key: str, value: str, expected: bool) -> None:
    given: Given = {key: [value] if FACTS[key].kind.value == "several" else value}
    assert shown(sign, **given) is expected


@pytest.mark.parametrize(
    ("sign", "key"),
    [
        pytest.param(HARM_SIGN, "first_notice_date", id="harm: a notice"),
        pytest.param(SENTENCE_SIGN, "probation_start_date", id="sentence: probation began"),
        pytest.param(CONVICTION_SIGN, "probation_start_date", id="conviction: probation began"),
        pytest.param(CONVICTION_SIGN, "sentence_date", id="conviction: a day of sentence"),
        pytest.param(CONVICTION_SIGN, "first_notice_date", id="conviction: a notice"),
        pytest.param(NONCITIZEN_SIGN, "first_notice_date", id="noncitizen: a notice"),
        pytest.param(NONCITIZEN_SIGN, "removal_order_final_date", id="noncitizen: an order"),
        pytest.param(NONCITIZEN_SIGN, "removal_order_learned_date", id="noncitizen: an order was learned of"),
    ],
)
def test_a_known_date_is_a_sign(sign: Condition, key: str) -> None:
    assert shown(sign, **{key: "2003"})
    assert not any(shown(sign, **{key: value}) for value in UNKNOWN)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"program_plea": "not_guilty"}, False, id="not guilty was said"),
        pytest.param({"program_plea": "unsure"}, True, id="what was said is not known"),
        pytest.param({"program_start_date": "1996-12-31"}, False, id="before 1997"),
        pytest.param({"program_start_date": "1997-01-01"}, True, id="from 1997"),
        pytest.param({"program_start_date": "unsure"}, True, id="the start is not known"),
        pytest.param({"program_start_date": "1996", "program_plea": "guilty"}, True, id="guilty before 1997"),
    ],
)
def test_the_name_of_a_program_is_a_plea_unless_something_speaks_against_it(
    given: Given, expected: bool
) -> None:
    assert shown(PLEA_WORDS, program="pc1000_deferred_entry", **given) is expected


@pytest.mark.parametrize(
    "sign", [PLEA_WORDS, HARM_SIGN, SENTENCE_SIGN, CONVICTION_SIGN, ADULT_SIGN, NONCITIZEN_SIGN]
)
def test_silence_is_no_sign(sign: Condition) -> None:
    assert not shown(sign)
