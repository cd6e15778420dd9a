"""Urgent flags and remedies outside this tool: raised by what is known, or by a date that may lie there."""

from datetime import date, timedelta
from typing import Any

import pytest

from screening.rules.facts import EVENT_DATES, FACTS
from screening.rules.finding import Outcome
from screening.rules.flags.every import (
    ALSO_CONSIDER,
    BEFORE_FILING,
    CLIENT_WORDS,
    FLAGS,
    URGENT,
    Flag,
    raised,
    raised_by,
)
from tests.rules.ask import AS_OF, Given, answers, result


PLED: Given = {"disposition": "guilty_plea"}
FELONY: Given = {"offense_level": "felony"}
MISDEMEANOR: Given = {"offense_level": "misdemeanor"}
PROBATION: Given = {"custody_in_case": "probation"}
DEFERRED_ENTRY: Given = {"program": "pc1000_deferred_entry", "program_completed": "yes"}
OTHER_COURTS = ("federal", "other_state", "tribal_or_military")


def stands(code: str, *, as_of: date = AS_OF, **given: Any) -> bool:
    """Is the flag raised?"""
    found = result(as_of=as_of, **given)
    return code in found.flags


def test_the_flags_stand_in_the_order_of_the_contract() -> None:
    assert [flag.code for flag in URGENT] == [
        "ice_detention",
        "removal_hearing",
        "removal_order",
        "removed_abroad",
        "benefit_denied",
        "ice_check_in",
        "travel",
        "immigration_application",
        "immigration_interview",
        "open_criminal_case",
        "possible_citizen",
        "denaturalization",
        "open_warrant",
        "probation_six_months",
        "appeal_time",
        "appeal_pending",
        "prior_motion",
        "denied_motion_appeal",
        "paid_consultant",
        "date_passed",
    ]
    assert [flag.code for flag in BEFORE_FILING] == [
        "reopening_risk",
        "order_must_name_a1",
        "mandatory_detention",
    ]
    assert [flag.code for flag in ALSO_CONSIDER] == [
        "habeas",
        "pc1018",
        "early_termination_1203_3",
        "ab1950",
        "pc18_5",
        "prop47",
        "prop64",
        "expungement_keeps_conviction",
        "juvenile_court",
        "other_court",
        "nunez_reyes",
        "sentence_or_violation",
        "plead_both",
        "discretion_1016_5c",
    ]
    assert list(FLAGS) == [flag.code for flag in (*URGENT, *BEFORE_FILING, *ALSO_CONSIDER)]


# What raises each flag, and what comes near and does not.
@pytest.mark.parametrize(
    ("code", "given", "expected"),
    [
        ("ice_detention", {"immigration_events": ["detained"]}, True),
        ("ice_detention", {"immigration_events": ["ice_hold"]}, True),
        ("ice_detention", {"custody_elsewhere": "immigration"}, True),
        ("ice_detention", {"custody_elsewhere": "other_case"}, False),
        ("ice_detention", {"immigration_events": ["removed"]}, False),
        ("removal_hearing", {"immigration_events": ["in_removal_proceedings"]}, True),
        ("removal_hearing", {"upcoming": ["immigration_court"]}, True),
        ("removal_hearing", {"upcoming": ["criminal_court"]}, False),
        ("removal_order", {"immigration_events": ["removal_order"]}, True),
        ("removal_order", {"removal_order_final_date": "1998"}, True),
        ("removal_order", {"removal_order_final_date": "unsure"}, False),
        ("removal_order", {"removal_order_learned_date": "1998"}, True),
        ("removal_order", {"removal_order_learned_date": "unsure"}, False),
        ("removal_order", {"immigration_events": ["removed"]}, False),
        ("removed_abroad", {"immigration_events": ["removed"]}, True),
        ("removed_abroad", {"immigration_events": ["removal_order"]}, False),
        ("ice_check_in", {"upcoming": ["ice_check_in"]}, True),
        ("travel", {"upcoming": ["travel"]}, True),
        ("immigration_application", {"upcoming": ["immigration_application"]}, True),
        ("immigration_interview", {"upcoming": ["immigration_interview"]}, True),
        ("immigration_interview", {"upcoming": ["immigration_application"]}, False),
        ("travel", {"upcoming": ["none"]}, False),
        ("travel", {"upcoming": ["unsure"]}, False),
        ("open_criminal_case", {"upcoming": ["criminal_court"]}, True),
        ("open_criminal_case", {"custody_in_case": "not_sentenced_yet"}, True),
        ("open_criminal_case", PROBATION, False),
        ("possible_citizen", {"citizen_parent": "yes"}, True),
        ("possible_citizen", {"citizen_parent": "yes", "citizenship": "noncitizen"}, True),
        ("possible_citizen", {"citizen_parent": "yes", "citizenship": "unsure"}, True),
        ("possible_citizen", {"citizen_parent": "yes", "citizenship": "us_citizen_born"}, False),
        ("possible_citizen", {"citizen_parent": "yes", "citizenship": "us_citizen_naturalized"}, False),
        ("possible_citizen", {"citizen_parent": "no"}, False),
        ("denaturalization", {"citizenship": "us_citizen_naturalized", "upcoming": ["ice_check_in"]}, True),
        ("denaturalization", {"citizenship": "us_citizen_born", "custody_elsewhere": "immigration"}, True),
        ("denaturalization", {"citizenship": "us_citizen_born"}, False),
        ("denaturalization", {"citizenship": "noncitizen", "upcoming": ["ice_check_in"]}, False),
        ("denaturalization", {"upcoming": ["ice_check_in"]}, False),
        ("appeal_pending", {"appeal_pending": "yes"}, True),
        ("appeal_pending", {"appeal_pending": "no"}, False),
        ("open_warrant", {"open_warrant": "yes"}, True),
        ("open_warrant", {"open_warrant": "no"}, False),
        ("prior_motion", {"prior_motion": "pending"}, True),
        ("prior_motion", {"prior_motion": "denied"}, True),
        ("prior_motion", {"prior_motion": "granted"}, False),
        ("prior_motion", {"prior_motion": "none"}, False),
        ("paid_consultant", {"steps_since": ["paid_consultant"]}, True),
        ("paid_consultant", {"steps_since": ["saw_lawyer"]}, False),
        ("habeas", PROBATION, True),
        ("habeas", {"custody_in_case": "in_program"}, True),
        ("habeas", {"custody_in_case": "probation_stopped"}, True),
        ("habeas", {"custody_in_case": "finished"}, False),
        ("habeas", {"custody_in_case": "unsure"}, False),
        ("pc1018", {"custody_in_case": "not_sentenced_yet"}, True),
        ("pc1018", PROBATION, False),
        ("early_termination_1203_3", PROBATION, True),
        ("early_termination_1203_3", {"custody_in_case": "parole_or_supervision"}, False),
        ("pc18_5", {**MISDEMEANOR, "sentence_imposed": "365_days_or_more"}, True),
        ("pc18_5", {**MISDEMEANOR, "sentence_imposed": "181_to_364_days"}, False),
        ("pc18_5", {**FELONY, "sentence_imposed": "365_days_or_more"}, False),
        ("expungement_keeps_conviction", {"later_relief": ["vacated_other", "pardoned"]}, False),
        ("expungement_keeps_conviction", {"later_relief": ["none"]}, False),
        ("expungement_keeps_conviction", {"later_relief": ["pardoned", "sealed"]}, True),
        *[
            ("expungement_keeps_conviction", {"later_relief": [relief]}, True)
            for relief in ("expunged_1203_4", "reduced_17b", "prop47", "prop64", "resentenced", "sealed")
        ],
        ("juvenile_court", {"juvenile": "yes"}, True),
        ("juvenile_court", {"juvenile": "tried_as_adult"}, False),
        *[("other_court", {"court": court}, True) for court in OTHER_COURTS],
        ("other_court", {"court": "california"}, False),
        ("mandatory_detention", {"offense_kind": ["theft_or_fraud"]}, True),
        ("mandatory_detention", {"offense_kind": ["violence", "other"]}, True),
        ("mandatory_detention", {"offense_kind": ["domestic_violence"]}, False),
        ("mandatory_detention", {}, False),
        *[
            ("mandatory_detention", {"offense_kind": ["violence"], "immigration_status": status}, stands)
            for status, stands in (
                ("permanent_resident", False),
                ("conditional_resident", False),
                ("refugee_or_asylee", False),
                ("temporary_visa", True),
                ("daca_or_tps", True),
                ("no_status", True),
                ("other", True),
                ("unsure", True),
            )
        ],
        ("mandatory_detention", {"offense_kind": ["violence"], "citizenship": "us_citizen_born"}, False),
        ("mandatory_detention", {"offense_kind": ["violence"], "citizenship": "noncitizen"}, True),
        ("sentence_or_violation", {"violation_admitted": "yes"}, True),
        ("sentence_or_violation", {"violation_admitted": "no"}, False),
        ("sentence_or_violation", {"would_have_done": "same_plea"}, True),
        ("sentence_or_violation", {"would_have_done": "same_plea_other_sentence"}, True),
        ("sentence_or_violation", {"would_have_done": "different_plea"}, False),
        ("other_court", {"court": "unsure"}, False),
    ],
)
def test_what_raises_a_flag(code: str, given: Given, expected: bool) -> None:
    assert stands(code, **given) is expected


@pytest.mark.parametrize("code", ["probation_six_months", "pc1018"])
@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param("2026-05-23", False, id="six months and a day"),
        pytest.param("2026-05-24", True, id="six months to the day"),
        pytest.param("2026-11-24", True, id="today"),
        pytest.param("2026-11-25", False, id="tomorrow"),
        pytest.param("2026-05", True, id="a month that may reach in"),
        pytest.param("2026-04", False, id="a month that does not"),
        pytest.param("2026", True, id="the year"),
        pytest.param("2025", False, id="the year before"),
        pytest.param("unsure", False, id="not sure"),
    ],
)
def test_six_months_from_the_start_of_probation(code: str, start: str, expected: bool) -> None:
    assert stands(code, probation_start_date=start) is expected


@pytest.mark.parametrize(
    ("start", "as_of", "expected"),
    [
        ("2024-08-31", date(2025, 2, 28), True),
        ("2024-08-31", date(2025, 3, 1), False),
        ("2023-08-31", date(2024, 2, 29), True),
        ("2023-08-31", date(2024, 3, 1), False),
    ],
)
def test_six_months_end_on_the_last_of_a_short_month(start: str, as_of: date, expected: bool) -> None:
    assert stands("probation_six_months", as_of=as_of, probation_start_date=start) is expected


def test_an_unsentenced_case_has_not_begun_probation() -> None:
    assert not stands("probation_six_months", custody_in_case="not_sentenced_yet")


@pytest.mark.parametrize("key", ["sentence_date", "disposition_date"])
@pytest.mark.parametrize("level", ["felony", "misdemeanor", "infraction", "unsure"])
@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(60, True, id="day 60"),
        pytest.param(61, False, id="day 61"),
        pytest.param(0, True, id="today"),
        pytest.param(-1, False, id="tomorrow"),
    ],
)
def test_the_time_to_appeal_whatever_the_level(key: str, level: str, days: int, expected: bool) -> None:
    day = (AS_OF - timedelta(days=days)).isoformat()
    given: Given = {key: day, "offense_level": level}
    assert stands("appeal_time", **given) is expected


def test_the_time_to_appeal_runs_from_the_sentence_where_it_is_known() -> None:
    assert not stands("appeal_time", sentence_date="2020", disposition_date="2026-11-20")
    assert stands("appeal_time", sentence_date="2026-11-20", disposition_date="2020")
    assert stands("appeal_time", sentence_date="unsure", disposition_date="2026-11-20")
    assert stands("appeal_time", sentence_date="2026")
    assert stands("appeal_time", sentence_date="2026-09")
    assert not stands("appeal_time", sentence_date="2026-08")
    assert not stands("appeal_time")


DENIALS: list[tuple[str, str, Given]] = [
    ("benefit_denied", "first_notice_date", {"immigration_events": ["benefit_denied"]}),
    ("denied_motion_appeal", "prior_motion_date", {"prior_motion": "denied"}),
]


@pytest.mark.parametrize(("code", "key", "denied"), DENIALS)
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2026-09-25", True, id="day 60"),
        pytest.param("2026-09-24", False, id="day 61"),
        pytest.param("2026-11-24", True, id="today"),
        pytest.param("2026-11-25", False, id="tomorrow"),
        pytest.param("2026", True, id="a year that may reach in"),
        pytest.param("2025", False, id="the year before"),
        pytest.param("unsure", True, id="not sure"),
        pytest.param(None, True, id="not told"),
    ],
)
def test_a_denial_is_urgent_while_its_day_is_unknown_or_may_be_near(
    code: str, key: str, denied: Given, day: str | None, expected: bool
) -> None:
    told: Given = {key: day}
    assert stands(code, **denied, **told) is expected
    # A day alone says of no denial.
    assert not stands(code, **told)


@pytest.mark.parametrize("motion", ["none", "pending", "granted", "unsure"])
def test_only_a_denied_motion_can_be_appealed(motion: str) -> None:
    assert not stands("denied_motion_appeal", prior_motion=motion)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(FELONY, True, id="a felony"),
        pytest.param(MISDEMEANOR, False, id="a misdemeanor"),
        pytest.param({"offense_kind": ["sex_offense"]}, True, id="a sex offense"),
        pytest.param({"offense_kind": ["violence"]}, True, id="violence"),
        pytest.param({"offense_kind": ["firearm"]}, True, id="a firearm"),
        pytest.param({"offense_kind": ["domestic_violence", "theft_or_fraud"]}, False, id="other kinds"),
        pytest.param({}, False, id="nothing known"),
        pytest.param({**FELONY, "disposition": "trial"}, True, id="1016.5 alone ruled out"),
        pytest.param(
            {**FELONY, "disposition": "dismissed_without_plea"}, False, id="both ruled out: no conviction"
        ),
        pytest.param({**FELONY, "citizenship": "us_citizen_born"}, False, id="both ruled out: a citizen"),
    ],
)
def test_the_risk_of_reopening_follows_the_outcomes(given: Given, expected: bool) -> None:
    assert stands("reopening_risk", **given) is expected


def test_the_risk_of_reopening_stands_while_one_remedy_is_not_ruled_out() -> None:
    felony, not_indicated = answers(**FELONY), Outcome.NOT_INDICATED
    for other in (Outcome.NOT_IN_FORCE, Outcome.INDICATED, Outcome.NEEDS_FACTS):
        for outcomes in (
            {"pc1473_7_a1": not_indicated, "pc1016_5": other},
            {"pc1473_7_a1": other, "pc1016_5": not_indicated},
            {"pc1473_7_a1": other, "pc1016_5": other},
        ):
            assert raised((FLAGS["reopening_risk"],), felony, AS_OF, outcomes) == ("reopening_risk",)
    both: Given = {"pc1473_7_a1": not_indicated, "pc1016_5": not_indicated}
    assert raised((FLAGS["reopening_risk"],), felony, AS_OF, both) == ()


@pytest.mark.parametrize("event", EVENT_DATES)
@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-11-23", True), ("2026-11-24", False), ("2026-10", True), ("2026-11", False), ("unsure", False)],
)
def test_a_coming_day_that_has_passed(event: str, day: str, expected: bool) -> None:
    given: Given = {"upcoming": [event], EVENT_DATES[event]: day}
    assert stands("date_passed", **given) is expected


@pytest.mark.parametrize(
    ("level", "start", "expected"),
    [
        pytest.param("felony", "2024-11-23", True, id="felony: the day after two years"),
        pytest.param("felony", "2024-11-24", False, id="felony: two years to the day"),
        pytest.param("felony", "2024", True, id="felony: may lie before"),
        pytest.param("felony", "2025", False, id="felony: does not"),
        pytest.param("misdemeanor", "2025-11-23", True, id="misdemeanor: the day after one year"),
        pytest.param("misdemeanor", "2025-11-24", False, id="misdemeanor: one year to the day"),
        pytest.param("misdemeanor", "2025", True, id="misdemeanor: may lie before"),
        pytest.param("misdemeanor", "2026", False, id="misdemeanor: does not"),
        pytest.param("infraction", "2020", False, id="an infraction has no cap"),
        pytest.param("unsure", "2020", False, id="the level is not known"),
        pytest.param("felony", "unsure", False, id="no day is known"),
    ],
)
@pytest.mark.parametrize("key", ["probation_start_date", "sentence_date", "disposition_date"])
def test_ab_1950_is_named_whatever_the_kind(key: str, level: str, start: str, expected: bool) -> None:
    given: Given = {"offense_level": level, key: start, "offense_kind": ["violence"]}
    assert stands("ab1950", **PROBATION, **given) is expected
    assert not stands("ab1950", custody_in_case="parole_or_supervision", **given)


def test_another_day_stands_in_only_where_the_start_of_probation_is_not_known() -> None:
    near, far = "2026", "2010"
    assert not stands("ab1950", **PROBATION, **FELONY, probation_start_date=near, sentence_date=far)
    assert not stands("ab1950", **PROBATION, **FELONY, sentence_date=near, disposition_date=far)
    assert stands("ab1950", **PROBATION, **FELONY, probation_start_date="unsure", sentence_date=far)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, True, id="a felony for drugs, the day before"),
        pytest.param({"disposition_date": "2014-11-05"}, False, id="the day of Prop 47"),
        pytest.param({"disposition_date": "2014"}, True, id="that year may lie before"),
        pytest.param({"disposition_date": "2015"}, False, id="the year after"),
        pytest.param({"disposition_date": "unsure"}, False, id="no day known"),
        pytest.param({"offense_kind": ["theft_or_fraud"]}, True, id="theft"),
        pytest.param({"offense_kind": ["drug_other"]}, False, id="another drug offense"),
        pytest.param(MISDEMEANOR, False, id="a misdemeanor"),
        pytest.param({"later_relief": ["prop47"]}, False, id="done already"),
        pytest.param({"later_relief": ["prop64"]}, True, id="other relief"),
        pytest.param({"later_relief": ["unsure"]}, True, id="relief not known"),
        pytest.param({"disposition": "trial"}, True, id="a verdict"),
        pytest.param({"disposition": "no_plea_diversion"}, False, id="no plea and no verdict"),
        pytest.param(DEFERRED_ENTRY, False, id="a completed deferred entry: no judgment"),
        pytest.param({**DEFERRED_ENTRY, "program_completed": "no"}, True, id="one that was not completed"),
        pytest.param({**DEFERRED_ENTRY, "program": "prop36"}, True, id="another program"),
    ],
)
def test_prop_47(given: Given, expected: bool) -> None:
    base: Given = {**FELONY, "offense_kind": ["drug_possession"], "disposition_date": "2014-11-04"}
    assert stands("prop47", **{**base, **given}) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, True, id="marijuana, the day before"),
        pytest.param({"disposition_date": "2016-11-09"}, False, id="the day of Prop 64"),
        pytest.param({"disposition_date": "2016"}, True, id="that year may lie before"),
        pytest.param({"disposition_date": "unsure"}, False, id="no day known"),
        pytest.param({"offense_kind": ["drug_possession"]}, False, id="another kind"),
        pytest.param({"later_relief": ["prop64"]}, False, id="done already"),
        pytest.param({"later_relief": ["prop47"]}, True, id="other relief"),
        pytest.param({"disposition": "dismissed_without_plea"}, False, id="no plea and no verdict"),
        pytest.param(DEFERRED_ENTRY, True, id="a completed deferred entry"),
    ],
)
def test_prop_64(given: Given, expected: bool) -> None:
    base: Given = {"offense_kind": ["marijuana"], "disposition_date": "2016-11-08"}
    assert stands("prop64", **{**base, **given}) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, True, id="possession, a program, the day before"),
        pytest.param({"disposition_date": "2011-07-14"}, False, id="the day of the decision"),
        pytest.param({"disposition_date": "2011"}, True, id="that year may lie before"),
        pytest.param({"disposition_date": "unsure"}, False, id="no day known"),
        pytest.param({"offense_kind": ["marijuana"]}, True, id="marijuana"),
        pytest.param({"offense_kind": ["drug_other"]}, False, id="another drug offense"),
        pytest.param({"disposition": "no_contest_plea"}, True, id="no contest"),
        pytest.param({"disposition": "plea_then_withdrawn"}, True, id="withdrawn"),
        pytest.param({"disposition": "trial"}, False, id="a trial"),
        pytest.param({"disposition": "unsure"}, False, id="a plea is not known"),
        pytest.param({"program": "none"}, False, id="no program"),
        pytest.param({"program": "unsure"}, False, id="a program is not known"),
        pytest.param({"program": "none", "later_relief": ["expunged_1203_4"]}, True, id="expunged"),
        pytest.param({"program": "none", "later_relief": ["reduced_17b"]}, False, id="reduced"),
        pytest.param({"court": "federal"}, True, id="any court"),
    ],
)
def test_nunez_reyes(given: Given, expected: bool) -> None:
    base: Given = {
        **PLED,
        "offense_kind": ["drug_possession"],
        "disposition_date": "2011-07-13",
        "program": "prop36",
    }
    assert stands("nunez_reyes", **{**base, **given}) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, True, id="nothing known"),
        pytest.param({"citizenship": "us_citizen_born"}, False, id="ruled out"),
        pytest.param({"custody_in_case": "jail_or_prison"}, True, id="not yet"),
    ],
)
def test_the_order_must_name_a1_unless_a1_is_ruled_out(given: Given, expected: bool) -> None:
    assert stands("order_must_name_a1", **given) is expected


def test_the_order_must_name_a1_only_once_that_is_law() -> None:
    assert not stands("order_must_name_a1", as_of=date(2016, 12, 31))
    assert stands("order_must_name_a1", as_of=date(2017, 1, 1))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, True, id="a completed deferred entry"),
        pytest.param({"program_completed": "still_in_program"}, False, id="not completed"),
        pytest.param({"program": "prop36"}, False, id="another program"),
        pytest.param(
            {"program_plea": "not_guilty", "program_start_date": "2020"}, False, id="1203.43 ruled out"
        ),
        pytest.param({"citizenship": "us_citizen_born"}, False, id="a1 ruled out"),
    ],
)
def test_both_are_pleaded_where_neither_is_ruled_out(given: Given, expected: bool) -> None:
    assert stands("plead_both", **{**DEFERRED_ENTRY, **given}) is expected


def test_both_are_pleaded_only_once_both_are_law() -> None:
    assert not stands("plead_both", as_of=date(2016, 12, 31), **DEFERRED_ENTRY)
    assert stands("plead_both", as_of=date(2017, 1, 1), **DEFERRED_ENTRY)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, True, id="guilty, the last day of 1977"),
        pytest.param({"disposition": "no_contest_plea"}, True, id="no contest"),
        pytest.param({"disposition": "plea_then_withdrawn"}, True, id="withdrawn"),
        pytest.param({"disposition": "trial"}, False, id="a trial"),
        pytest.param({"disposition_date": "1978-01-01"}, False, id="the first day of 1978"),
        pytest.param({"disposition_date": "unsure"}, False, id="it must be known"),
    ],
)
def test_the_discretion_for_a_plea_before_1978(given: Given, expected: bool) -> None:
    assert stands("discretion_1016_5c", **{**PLED, "disposition_date": "1977-12-31", **given}) is expected


# † of the contract: an answer set that raises each flag of California procedure.
OF_CALIFORNIA: dict[str, Given] = {
    "probation_six_months": {"probation_start_date": "2026-10"},
    "appeal_time": {"sentence_date": "2026-11"},
    "appeal_pending": {"appeal_pending": "yes"},
    "prior_motion": {"prior_motion": "denied"},
    "denied_motion_appeal": {"prior_motion": "denied"},
    "reopening_risk": FELONY,
    "habeas": PROBATION,
    "pc1018": {"custody_in_case": "not_sentenced_yet"},
    "early_termination_1203_3": PROBATION,
    "ab1950": {**PROBATION, **FELONY, "probation_start_date": "2020"},
    "pc18_5": {**MISDEMEANOR, "sentence_imposed": "365_days_or_more"},
    "prop47": {**FELONY, "offense_kind": ["theft_or_fraud"], "disposition_date": "2010"},
    "prop64": {"offense_kind": ["marijuana"], "disposition_date": "2010"},
    "sentence_or_violation": {"violation_admitted": "yes"},
    "plead_both": DEFERRED_ENTRY,
    "discretion_1016_5c": {**PLED, "disposition_date": "1970"},
}


def test_these_flags_are_of_california_and_no_others() -> None:
    assert {flag.code for flag in FLAGS.values() if flag.california_only} == set(OF_CALIFORNIA)


@pytest.mark.parametrize("code", OF_CALIFORNIA)
def test_a_flag_of_california_stands_unless_the_court_is_known_to_be_another(code: str) -> None:
    assert stands(code, **OF_CALIFORNIA[code])
    assert stands(code, **OF_CALIFORNIA[code], court="california")
    assert stands(code, **OF_CALIFORNIA[code], court="unsure")
    for court in OTHER_COURTS:
        # Reopening follows outcomes, and a federal case beside a county is not ruled out.
        assert not stands(code, **OF_CALIFORNIA[code], court=court, county="Kern")


def test_while_the_questions_are_asked_no_outcome_shows_in_a_flag() -> None:
    asked = answers(**FELONY, upcoming=["travel"], open_warrant="yes")
    assert raised_by(asked, AS_OF) == ("travel", "open_warrant")
    assert "reopening_risk" in result(**FELONY).before_filing
    assert all(flag.follows is None for flag in URGENT)


def test_every_flag_reads_facts_of_the_contract() -> None:
    for flag in FLAGS.values():
        assert set(flag.when.keys) <= set(FACTS)


@pytest.mark.parametrize("code", FLAGS)
def test_every_flag_speaks_to_its_readers_and_names_its_authority(code: str) -> None:
    flag = FLAGS[code]
    assert flag.attorney.msgid.strip()
    assert flag.client != flag.attorney
    assert flag.authorities
    assert flag.when.says


def test_only_what_could_frighten_without_help_is_the_attorneys_alone() -> None:
    assert set(FLAGS) - set(CLIENT_WORDS) == {"mandatory_detention"}


@pytest.mark.parametrize("flag", [flag for flag in FLAGS.values() if flag.untold])
def test_what_would_be_false_comfort_is_not_told_to_the_person(flag: Flag) -> None:
    assert flag.told(answers(), AS_OF) == flag.client
    untold: Given = {"juvenile": "yes", "offense_level": "felony", "offense_kind": ["domestic_violence"]}
    assert flag.told(answers(**untold), AS_OF) is None
