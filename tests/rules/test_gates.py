"""The gates that several remedies share. Only a gate rules a remedy out, and it says which answer did."""

import pytest

from screening.rules.remedies.gates import (
    ADULT_CASE,
    ADULT_OR_JUVENILE_CASE,
    CALIFORNIA_CASE,
    CONVICTION_EXISTS,
    NONCITIZEN,
)
from tests.rules.ask import Given, cited, found, read, rests_on


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="not answered"),
        pytest.param({"citizenship": "unsure"}, "unknown", id="not sure"),
        pytest.param({"citizenship": "noncitizen"}, "met", id="not a citizen"),
        pytest.param({"citizenship": "us_citizen_born"}, "not_met", id="a citizen by birth"),
        pytest.param({"citizenship": "us_citizen_naturalized"}, "not_met", id="a naturalized citizen"),
        pytest.param({"immigration_status": "no_status"}, "unknown", id="a status alone says nothing"),
    ],
)
def test_noncitizen_follows_the_answer(given: Given, expected: str) -> None:
    assert found(NONCITIZEN, **given) == expected


def test_noncitizen_rests_on_what_was_said() -> None:
    assert rests_on(NONCITIZEN) == set(NONCITIZEN.keys)
    assert {"citizenship", "immigration_status", "upcoming", "immigration_goal"} < set(NONCITIZEN.keys)
    assert rests_on(NONCITIZEN, citizenship="noncitizen") == {"citizenship"}
    assert rests_on(NONCITIZEN, citizenship="us_citizen_born") == {"citizenship"}
    assert rests_on(NONCITIZEN, citizenship="us_citizen_born", immigration_status="other") == {
        "citizenship",
        "immigration_status",
    }


@pytest.mark.parametrize(
    ("given", "expected", "rests"),
    [
        pytest.param({"court": "california"}, "met", {"court"}, id="california"),
        pytest.param({"court": "federal"}, "not_met", {"court"}, id="federal"),
        pytest.param({"court": "other_state"}, "not_met", {"court"}, id="another state"),
        pytest.param({"court": "tribal_or_military"}, "not_met", {"court"}, id="tribal or military"),
        pytest.param(
            {"court": "other_state", "county": "Fresno"},
            "unknown",
            {"court", "county"},
            id="another state beside a California county",
        ),
        pytest.param({"court": "federal", "county": "unsure"}, "not_met", {"court"}, id="county not known"),
        pytest.param(
            {"court": "california", "county": "Fresno", "program": "prop36"}, "met", {"court"}, id="it fits"
        ),
        pytest.param(
            {"county": "Fresno"}, "unknown", {"court", "program", "later_relief"}, id="a county alone"
        ),
    ],
)
def test_california_case_follows_the_court(given: Given, expected: str, rests: set[str]) -> None:
    assert found(CALIFORNIA_CASE, **given) == expected
    assert rests_on(CALIFORNIA_CASE, **given) == rests


# For a juvenile case the law against bias (a3) has no gate.
@pytest.mark.parametrize(
    ("given", "expected", "under_a3"),
    [
        pytest.param({}, "unknown", "unknown", id="not answered"),
        pytest.param({"juvenile": "prefer_not_to_say"}, "unknown", "unknown", id="rather not say"),
        pytest.param({"juvenile": "yes"}, "not_met", "for_attorney", id="juvenile court"),
        pytest.param(
            {"juvenile": "yes", "custody_in_case": "jail_or_prison"},
            "contested",
            "contested",
            id="and prison",
        ),
        pytest.param({"juvenile": "no"}, "met", "met", id="adult court"),
        pytest.param({"juvenile": "tried_as_adult"}, "met", "met", id="tried as an adult"),
    ],
)
def test_adult_case_follows_the_answer(given: Given, expected: str, under_a3: str) -> None:
    assert found(ADULT_CASE, **given) == expected
    assert found(ADULT_OR_JUVENILE_CASE, **given) == under_a3
    if expected != "unknown":
        assert rests_on(ADULT_CASE, **given) == set(given)


def test_under_a3_a_juvenile_case_is_no_gate_and_names_the_law_against_bias() -> None:
    assert (ADULT_CASE.gate, ADULT_OR_JUVENILE_CASE.gate) == (True, False)
    assert cited(ADULT_OR_JUVENILE_CASE, juvenile="yes") == {"pc745 (f)", "pc745 (j)(4)", "pc745 (j)(5)"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="not answered"),
        pytest.param({"disposition": "guilty_plea"}, "met", id="guilty"),
        pytest.param({"disposition": "no_contest_plea"}, "met", id="no contest"),
        pytest.param({"disposition": "trial"}, "met", id="trial"),
        pytest.param({"disposition": "plea_then_withdrawn"}, "contested", id="withdrawn"),
        pytest.param({"disposition": "dismissed_without_plea"}, "not_met", id="dismissed without a plea"),
        pytest.param({"disposition": "no_plea_diversion"}, "unknown", id="diversion, facts not known"),
        pytest.param(
            {"disposition": "no_plea_diversion", "admitted_facts": "unsure"},
            "unknown",
            id="diversion, not sure of facts",
        ),
        pytest.param(
            {"disposition": "no_plea_diversion", "admitted_facts": "no"}, "not_met", id="no facts admitted"
        ),
        pytest.param(
            {"disposition": "no_plea_diversion", "admitted_facts": "yes"}, "contested", id="facts admitted"
        ),
        pytest.param(
            {"disposition": "dismissed_without_plea", "admitted_facts": "yes"},
            "not_met",
            id="admitted facts count only in diversion",
        ),
        pytest.param({"disposition": "guilty_plea", "prior_motion": "granted"}, "contested", id="granted"),
        pytest.param({"disposition": "guilty_plea", "prior_motion": "denied"}, "met", id="denied"),
        pytest.param({"disposition": "trial", "later_relief": ["vacated_other"]}, "contested", id="vacated"),
        pytest.param({"prior_motion": "granted"}, "contested", id="granted, disposition not known"),
        pytest.param({"prior_motion": "denied"}, "unknown", id="denied, disposition not known"),
        pytest.param(
            {"disposition": "guilty_plea", "later_relief": ["expunged_1203_4", "reduced_17b", "resentenced"]},
            "met",
            id="expunged, reduced and resentenced",
        ),
        *[
            pytest.param(
                {"disposition": "guilty_plea", "program": program, "program_dismissed": dismissed},
                "contested" if dismissed == "yes" else "met",
                id=f"{program}, dismissed: {dismissed}",
            )
            for program in ("sentence_deferral", "other_plea_first", "informal_plea_deal")
            for dismissed in ("yes", "no", "unsure")
        ],
        pytest.param(
            {"disposition": "guilty_plea", "program": "prop36", "program_dismissed": "yes"},
            "met",
            id="dismissed after Prop 36",
        ),
        pytest.param(
            {"disposition": "guilty_plea", "program": "pc1000_deferred_entry", "program_dismissed": "yes"},
            "met",
            id="dismissed after deferred entry",
        ),
    ],
)
def test_conviction_exists_follows_how_the_case_ended(given: Given, expected: str) -> None:
    assert found(CONVICTION_EXISTS, **given) == expected


def test_a_conviction_rests_on_the_answer_that_decided() -> None:
    assert rests_on(CONVICTION_EXISTS, disposition="guilty_plea", program="none") == {"disposition"}
    assert rests_on(CONVICTION_EXISTS, disposition="no_plea_diversion") == {"admitted_facts"}
    assert rests_on(CONVICTION_EXISTS, disposition="no_plea_diversion", said_guilty="yes") == {
        "disposition",
        "said_guilty",
    }
    assert "disposition" in rests_on(CONVICTION_EXISTS)


def test_a_gate_that_rules_out_says_why_and_what_would_change_it() -> None:
    ruled_out, let_in = read(ADULT_CASE, juvenile="yes"), read(ADULT_CASE, juvenile="no")
    assert ruled_out.because != let_in.because
    assert let_in.change == ADULT_CASE.change != ruled_out.change
    assert cited(ADULT_CASE, juvenile="yes") == {"wi203 adjudication"}
    assert ruled_out.proof == ("charging_paper",)
    assert ruled_out.basis.value == "said"
