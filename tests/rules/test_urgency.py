"""The levels of the office's queue: each line of the contract, section 4 (`look_first`, second half)."""

from datetime import date, timedelta
from typing import Any

import pytest

from screening.rules.facts import EVENT_DATES
from screening.rules.flags.every import URGENT
from screening.rules.urgency import Level, Pressing, pressing, was_asked
from tests.rules.ask import AS_OF, Given, answers, result


DATED = {
    "removal_hearing": "immigration_court",
    "ice_check_in": "ice_check_in",
    "travel": "travel",
    "immigration_application": "immigration_application",
    "immigration_interview": "immigration_interview",
    "open_criminal_case": "criminal_court",
}


def found(**given: Any) -> tuple[Pressing, ...]:
    return pressing(result(**given).urgent, answers(**given), AS_OF)


def level(**given: Any) -> Level:
    """Of the most pressing flag."""
    flags = found(**given)
    return flags[0].level if flags else Level.NO_FLAG


def day(days: int) -> str:
    return (AS_OF + timedelta(days=days)).isoformat()


AT_ONCE: tuple[Given, ...] = (
    {"immigration_events": ["detained"]},
    {"immigration_events": ["ice_hold"]},
    {"custody_elsewhere": "immigration"},
    {"immigration_events": ["removal_order"]},
    {"removal_order_final_date": "2020"},
    {"immigration_events": ["benefit_denied"]},
    {"prior_motion": "denied"},
    {"sentence_date": day(-60)},
)


@pytest.mark.parametrize("given", AT_ONCE)
def test_what_cannot_wait_is_for_today(given: Given) -> None:
    assert level(**given) is Level.ACT_TODAY


def test_a_removal_order_of_somebody_removed_is_for_soon() -> None:
    assert level(immigration_events=["removal_order", "removed"]) is Level.SOON


@pytest.mark.parametrize(("flag", "event"), DATED.items())
def test_a_dated_flag_is_for_today_within_thirty_days_or_without_a_day(flag: str, event: str) -> None:
    coming: Given = {"upcoming": [event]}
    key = EVENT_DATES[event]
    assert [one.flag for one in found(**coming)] == [flag]
    assert level(**coming) is Level.ACT_TODAY
    assert level(**coming, **{key: "unsure"}) is Level.ACT_TODAY
    for days, expected in ((0, 3), (30, 3), (31, 2), (-1, 2)):
        assert level(**coming, **{key: day(days)}) == expected, days


def test_a_day_that_may_lie_within_thirty_days_counts() -> None:
    near = AS_OF + timedelta(days=30)
    assert level(upcoming=["travel"], travel_date=near.strftime("%Y-%m")) is Level.ACT_TODAY
    assert level(upcoming=["travel"], travel_date=str(AS_OF.year + 2)) is Level.SOON


SOON: tuple[Given, ...] = (
    {"immigration_events": ["removed"]},
    {"citizen_parent": "yes"},
    {"citizenship": "us_citizen_born", "immigration_events": ["benefit_pending"]},
    {"open_warrant": "yes"},
    {"probation_start_date": day(-30)},
    {"appeal_pending": "yes"},
)


@pytest.mark.parametrize("given", SOON)
def test_any_other_flag_is_for_soon(given: Given) -> None:
    assert level(**given) is Level.SOON


NOTHING: tuple[Given, ...] = (
    {"steps_since": ["paid_consultant"]},
    {"prior_motion": "pending"},
    {"prior_motion": "denied", "prior_motion_date": "2010"},
    {"travel_date": day(-3)},
)


@pytest.mark.parametrize("given", NOTHING)
def test_a_consultant_an_earlier_motion_and_a_day_that_passed_raise_nothing(given: Given) -> None:
    assert found(**given)
    assert level(**given) is Level.NO_FLAG


def test_beside_another_flag_they_hide_nothing() -> None:
    flags = found(steps_since=["paid_consultant"], prior_motion="pending", open_warrant="yes")
    assert [one.flag for one in flags] == ["open_warrant", "prior_motion", "paid_consultant"]


def test_without_a_day_comes_before_a_day_and_the_nearer_day_first() -> None:
    flags = found(
        immigration_events=["detained"],
        upcoming=["travel", "ice_check_in", "immigration_interview"],
        travel_date=day(9),
        ice_check_in_date=day(3),
        immigration_interview_date=day(90),
        open_warrant="yes",
    )
    assert [one.flag for one in flags] == [
        "ice_detention",
        "ice_check_in",
        "travel",
        "open_warrant",
        "immigration_interview",
    ]


def test_a_flag_of_a_period_names_the_day_since_which_it_runs() -> None:
    (appeal,) = found(sentence_date="unsure", disposition_date=day(-9))
    assert appeal.day is None
    assert appeal.since is not None
    assert appeal.since.text == day(-9)
    assert [one.since for one in found(open_warrant="yes")] == [None]


def test_a_level_keeps_the_number_under_which_it_was_stored() -> None:
    assert [int(level) for level in Level] == [0, 2, 3]


def test_nobody_asked_is_told_from_asked_and_nothing() -> None:
    assert not was_asked(answers(court="california", county="Fresno"))
    assert was_asked(answers(immigration_events=["none"]))
    assert was_asked(answers(upcoming=["unsure"]))


def test_every_flag_has_a_level() -> None:
    every = tuple(flag.code for flag in URGENT)
    assert {one.flag for one in pressing(every, answers(), date.max - timedelta(days=40))} == set(every)
