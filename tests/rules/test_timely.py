"""PC 1473.7(b)(2): the clock, its triggers, and the twelve months of the screening line."""

from datetime import date

import pytest

from screening.rules.partial_date import PartialDate
from screening.rules.remedies.timely import TIMELY, clock_start
from screening.rules.text import Text, Told
from tests.rules.ask import Given, answers, cited, found, read, rests_on


NAMED: Given = {"harm_named_case": "yes"}
NOT_NAMED: Given = {"harm_named_case": "no"}
ORDERED: Given = {"immigration_events": ["removal_order"]}
RECENT = "2026-06-01"


def test_without_knowing_of_a_notice_nothing_is_known() -> None:
    assert found(TIMELY) == "unknown"
    assert rests_on(TIMELY) == {"harm_named_case"}
    assert found(TIMELY, harm_named_case="unsure", first_notice_date=RECENT) == "unknown"


# Trigger B known to be absent: no notice and no order, so no clock.
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="nothing known of an order"),
        pytest.param({"immigration_events": ["none"]}, "met", id="no event at all"),
        pytest.param({"immigration_events": ["detained", "benefit_denied"]}, "met", id="events, no order"),
        pytest.param({"immigration_events": ["unsure"]}, "unknown", id="events not known"),
        pytest.param(
            {"immigration_events": ["none"], "removal_order_final_date": "2026"},
            "unknown",
            id="no event, and yet a date of an order",
        ),
        pytest.param({"removal_order_named_case": "no"}, "met", id="an order would not name it"),
        pytest.param({**ORDERED, "removal_order_named_case": "no"}, "met", id="an order that does not"),
        pytest.param(ORDERED, "unknown", id="an order, whether it names the case is not known"),
        pytest.param({**ORDERED, "removal_order_named_case": "unsure"}, "unknown", id="not sure"),
        pytest.param({"immigration_events": ["removed"]}, "unknown", id="removed counts as an order"),
        pytest.param({"removal_order_final_date": "2020"}, "unknown", id="a date counts as an order"),
        pytest.param({"removal_order_learned_date": "2020"}, "unknown", id="learned of, so an order"),
        pytest.param(
            {"immigration_events": ["none"], "removal_order_learned_date": "2026"},
            "unknown",
            id="no event, and yet an order was learned of",
        ),
        pytest.param({"removal_order_named_case": "yes"}, "unknown", id="named, but no order is known"),
    ],
)
def test_without_a_notice_it_turns_on_a_removal_order(given: Given, expected: str) -> None:
    assert found(TIMELY, **NOT_NAMED, **given) == expected


ORDER_DATES = ("removal_order_final_date", "removal_order_learned_date")


def test_no_paper_named_the_case_and_yet_there_is_a_day_of_one() -> None:
    both: Given = {**NOT_NAMED, "first_notice_date": RECENT, "immigration_events": ["none"]}
    assert found(TIMELY, **both) == "unknown"
    assert rests_on(TIMELY, **both) == {"harm_named_case", "first_notice_date"}
    params = read(TIMELY, **both).because.params
    assert params["stated"] == (Told("harm_named_case", "no"),)
    assert params["beside"] == (Told("first_notice_date", PartialDate.parse(RECENT)),)


@pytest.mark.parametrize("date_of_order", ORDER_DATES)
@pytest.mark.parametrize(
    ("order", "plea", "expected"),
    [
        pytest.param("2005-03-13", "2005-03-14", "met", id="the day before the plea"),
        pytest.param("2005-03-14", "2005-03-14", "unknown", id="the day of the plea"),
        pytest.param("2005-03-15", "2005-03-14", "unknown", id="the day after the plea"),
        pytest.param("2004", "2005", "met", id="the year before"),
        pytest.param("2005", "2005", "unknown", id="the same year may be either"),
        pytest.param("2005-03", "2005-04", "met", id="the month before"),
        pytest.param("2004", "unsure", "unknown", id="the plea is not known"),
    ],
)
def test_an_order_before_the_plea_is_no_trigger(
    date_of_order: str, order: str, plea: str, expected: str
) -> None:
    given: Given = {**ORDERED, date_of_order: order, "disposition_date": plea}
    assert found(TIMELY, **NOT_NAMED, **given) == expected
    # It stays out even where it is said to name the case.
    named = found(TIMELY, **NOT_NAMED, **given, removal_order_named_case="yes")
    assert (named == "met") is (expected == "met")


def test_what_is_not_known_of_an_order_is_what_the_finding_rests_on() -> None:
    assert rests_on(TIMELY, **NOT_NAMED, **ORDERED, disposition_date="2005") == {
        *ORDER_DATES,
        "removal_order_named_case",
    }
    assert rests_on(TIMELY, **NOT_NAMED, immigration_events=["none"]) == {
        "harm_named_case",
        "immigration_events",
    }


def test_a_trigger_without_a_day_is_unknown_and_rests_on_that_day() -> None:
    assert found(TIMELY, **NAMED) == "unknown"
    assert rests_on(TIMELY, **NAMED) == {"first_notice_date"}
    order: Given = {**NOT_NAMED, **ORDERED, "removal_order_named_case": "yes"}
    assert found(TIMELY, **order) == "unknown"
    assert rests_on(TIMELY, **order) == set(ORDER_DATES)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param({}, "met", id="nothing known: left out"),
        pytest.param({"immigration_events": ["unsure"]}, "met", id="not sure: left out"),
        pytest.param({"removal_order_named_case": "yes"}, "met", id="named, no order known: left out"),
        pytest.param(ORDERED, "unknown", id="an order without a day"),
        pytest.param({**ORDERED, "removal_order_named_case": "no"}, "met", id="an order on other grounds"),
        *[pytest.param({**ORDERED, key: "2026-07-01"}, "met", id=f"an order, {key}") for key in ORDER_DATES],
    ],
)
def test_beside_a_notice_an_unknown_order_is_left_out(order: Given, expected: str) -> None:
    assert found(TIMELY, **NAMED, first_notice_date=RECENT, **order) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param("2025-11-23", "contested", id="twelve months and a day"),
        pytest.param("2025-11-24", "met", id="twelve months to the day"),
        pytest.param("2025-11-25", "met", id="a day inside"),
        pytest.param("2026-11-24", "met", id="today"),
        pytest.param("2027-03", "met", id="still to come"),
        pytest.param("2025-10", "contested", id="the month before"),
        pytest.param("2025-11", "unknown", id="the month of the limit"),
        pytest.param("2025", "unknown", id="the year of the limit"),
        pytest.param("2024", "contested", id="the year before"),
        pytest.param("2017-01-01", "contested", id="the first day of the law"),
    ],
)
def test_twelve_months_run_from_either_trigger(start: str, expected: str) -> None:
    assert found(TIMELY, **NAMED, first_notice_date=start) == expected
    for date_of_order in ORDER_DATES:
        order: Given = {**ORDERED, "removal_order_named_case": "yes", date_of_order: start}
        assert found(TIMELY, **NOT_NAMED, **order) == expected


# (b)(2)(B) counts from notice of the order. The day it became final is the earliest that this can be.
@pytest.mark.parametrize(
    ("final", "learned", "expected"),
    [
        pytest.param("2018", "2026-01", "met", id="learned of this year"),
        pytest.param("2026-01", "2019", "contested", id="the day it was learned of counts"),
        pytest.param("2018", "2025", "unknown", id="learned of some day of the limit"),
        pytest.param("2018", "unsure", "contested", id="not known: the day it was final"),
        pytest.param("unsure", "2019", "contested", id="learned of, final day not known"),
    ],
)
def test_notice_of_the_order_counts_before_the_day_it_was_final(
    final: str, learned: str, expected: str
) -> None:
    given: Given = {"removal_order_final_date": final, "removal_order_learned_date": learned}
    assert found(TIMELY, **NOT_NAMED, **given, removal_order_named_case="yes") == expected


def test_late_by_the_day_the_order_was_final_asks_for_the_day_of_notice() -> None:
    order: Given = {**NOT_NAMED, "removal_order_named_case": "yes", "removal_order_final_date": "2018"}
    asks = read(TIMELY, **order).change
    assert "told that the order was final" in asks.msgid
    assert read(TIMELY, **order, removal_order_learned_date="2019").change != asks
    assert read(TIMELY, **NAMED, first_notice_date="2018").change != asks


@pytest.mark.parametrize(
    ("notice", "order", "expected"),
    [
        ("2018", "2026-01", "met"),
        ("2026-01", "2018", "met"),
        ("2018", "2019", "contested"),
        ("2018", "2025", "unknown"),
        ("2010", "2026-01", "met"),
        ("2026-01", "2010", "met"),
    ],
)
def test_the_clock_starts_at_the_later_trigger(notice: str, order: str, expected: str) -> None:
    given: Given = {**NAMED, "first_notice_date": notice, "removal_order_final_date": order}
    assert found(TIMELY, **given) == expected
    # An order on other grounds is no trigger: then the notice alone counts.
    alone = found(TIMELY, **given, removal_order_named_case="no", learned_remedy_date="unsure")
    assert alone == found(TIMELY, **NAMED, first_notice_date=notice)


@pytest.mark.parametrize(
    ("start", "disposition", "expected"),
    [
        pytest.param("2016-12-31", "guilty_plea", "unknown", id="a plea, the day before the law"),
        pytest.param("2017-01-01", "guilty_plea", "contested", id="a plea, the first day of the law"),
        pytest.param("2016", "guilty_plea", "unknown", id="a plea, the year before"),
        pytest.param("2017", "guilty_plea", "contested", id="a plea, the first year"),
        pytest.param("2021-12-31", "trial", "unknown", id="a trial, the day before"),
        pytest.param("2022-01-01", "trial", "contested", id="a trial, the first day"),
        pytest.param("2021-12-31", "guilty_plea", "contested", id="a plea needs no 2022"),
        pytest.param("2021-12-31", "unsure", "contested", id="a trial only if it is known"),
    ],
)
def test_a_start_before_the_law_waits_for_the_day_the_law_was_heard_of(
    start: str, disposition: str, expected: str
) -> None:
    given: Given = {**NAMED, "first_notice_date": start, "disposition": disposition}
    assert found(TIMELY, **given) == expected
    if expected == "unknown":
        assert rests_on(TIMELY, **given) == {"learned_remedy_date"}


@pytest.mark.parametrize(
    ("learned", "expected"),
    [
        ("2025-11-23", "contested"),
        ("2025-11-24", "met"),
        ("2025", "unknown"),
        ("2018", "contested"),
        ("2010", "contested"),
        ("2026", "met"),
    ],
)
def test_an_old_trigger_counts_from_the_day_the_law_was_heard_of(learned: str, expected: str) -> None:
    assert found(TIMELY, **NAMED, first_notice_date="2003", learned_remedy_date=learned) == expected


@pytest.mark.parametrize(
    ("as_of", "disposition", "expected"),
    [
        pytest.param(date(2018, 1, 1), "guilty_plea", "met", id="a plea, twelve months after the law"),
        pytest.param(date(2018, 1, 2), "guilty_plea", "contested", id="a plea, a day later"),
        pytest.param(date(2023, 1, 1), "trial", "met", id="a trial, twelve months after the law"),
        pytest.param(date(2023, 1, 2), "trial", "contested", id="a trial, a day later"),
    ],
)
def test_nobody_had_to_look_for_a_law_before_it_was_law(as_of: date, disposition: str, expected: str) -> None:
    given: Given = {"first_notice_date": "2003", "learned_remedy_date": "2003", "disposition": disposition}
    assert found(TIMELY, as_of=as_of, **NAMED, **given) == expected


def test_a_newer_trigger_does_not_ask_when_the_law_was_heard_of() -> None:
    assert found(TIMELY, **NAMED, first_notice_date="2019", learned_remedy_date="2026-11") == "contested"


def test_a_start_known_too_loosely_rests_on_the_loose_day_only() -> None:
    assert rests_on(TIMELY, **NAMED, first_notice_date="2025") == {"first_notice_date"}
    old: Given = {"first_notice_date": "2010-05-04", "learned_remedy_date": "2025"}
    assert rests_on(TIMELY, **NAMED, **old) == {"learned_remedy_date"}


def test_met_and_contested_rest_on_the_days_that_were_given() -> None:
    heard_of: Given = {"learned_remedy_date": "2026-07"}  # of a law that was law by then
    days = {"harm_named_case", "first_notice_date"}
    assert rests_on(TIMELY, **NAMED, first_notice_date=RECENT, **heard_of) == days
    assert rests_on(TIMELY, **NAMED, first_notice_date="2010", **heard_of) == {*days, *heard_of}
    assert rests_on(TIMELY, **NAMED, first_notice_date="2019", disposition="trial") == {"learned_remedy_date"}
    assert rests_on(TIMELY, **NAMED, first_notice_date="2019") == {"harm_named_case", "first_notice_date"}


def test_delay_is_shown_with_its_reasons_and_the_steps_taken() -> None:
    late = read(
        TIMELY,
        **NAMED,
        first_notice_date="2019",
        delay_reasons=["could_not_afford", "did_not_know_law"],
        steps_since=["none"],
    )
    reasons = late.because.params["delay_reasons"]
    assert isinstance(reasons, tuple)
    assert [reason.value for reason in reasons] == ["did_not_know_law", "could_not_afford"]
    assert getattr(late.because.params["steps_since"], "value", None) == "none"
    start = late.because.params["start"]
    assert isinstance(start, Text)
    assert "not law" in start.msgid
    assert str(start.params["first_notice_date"]) == "2019"
    assert "perez_2021 may" in cited(TIMELY, **NAMED, first_notice_date="2019")


@pytest.mark.parametrize(
    ("given", "day", "key"),
    [
        pytest.param({"first_notice_date": "2019"}, "2019", "first_notice_date", id="the notice"),
        pytest.param(
            {**ORDERED, "first_notice_date": "2018", "removal_order_final_date": "2019-05"},
            "2019-05",
            "removal_order_final_date",
            id="the order, which is later",
        ),
        pytest.param(
            {**ORDERED, "first_notice_date": "2020", "removal_order_final_date": "2019-05"},
            "2020",
            "first_notice_date",
            id="the notice, which is later",
        ),
        pytest.param(
            {
                "first_notice_date": "2018",
                "removal_order_final_date": "2019",
                "removal_order_learned_date": "2020",
            },
            "2020",
            "removal_order_learned_date",
            id="notice of the order, which is later",
        ),
        pytest.param(
            {"first_notice_date": "2009", "learned_remedy_date": "2021-03"},
            "2021-03",
            "learned_remedy_date",
            id="older than the law: when it was heard of",
        ),
        pytest.param(
            {"first_notice_date": "2009", "learned_remedy_date": "2010"},
            "2017-01-01",
            "",
            id="heard of before it was law: the law's first day",
        ),
    ],
)
def test_the_start_says_which_answer_sets_it(given: Given, day: str, key: str) -> None:
    start = clock_start(answers(**NAMED, **given))
    assert start is not None
    assert (start.day.text, start.key) == (day, key)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="nothing known"),
        pytest.param({**NOT_NAMED, "immigration_events": ["none"]}, id="no trigger"),
        pytest.param(NAMED, id="a notice without a day"),
        pytest.param(
            {**NAMED, "first_notice_date": "2009"}, id="older than the law, not known when heard of"
        ),
    ],
)
def test_without_a_known_start_there_is_none(given: Given) -> None:
    assert clock_start(answers(**given)) is None


@pytest.mark.parametrize("named", ["no", "unsure", "prefer_not_to_say"])
def test_no_clock_runs_from_an_order_that_nobody_said_to_rest_on_the_case(named: str) -> None:
    order = {
        "harm_named_case": "no",
        "immigration_events": ["removal_order"],
        "removal_order_final_date": "2020-05",
    }
    assert clock_start(answers(**order, removal_order_named_case=named)) is None
    assert clock_start(answers(**order, removal_order_named_case="yes")) is not None


def test_no_clock_runs_from_an_order_whose_day_is_not_known() -> None:
    order = {"harm_named_case": "no", "immigration_events": ["removed"], "removal_order_named_case": "yes"}
    assert clock_start(answers(**order, learned_remedy_date="2024")) is None
