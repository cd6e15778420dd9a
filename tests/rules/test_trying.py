"""What answers are tried for an open key: one of each that is read apart, and days on each side of a limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from screening.rules.condition import Condition, answered, before, earlier_than, holds, is_, past_by
from screening.rules.element import Element
from screening.rules.moving.trying import values_to_try
from screening.rules.remedies.gates import CALIFORNIA_CASE
from tests.rules.ask import AS_OF, Given, answers


DAY = "disposition_date"
LAWS = before(DAY, date(2016, 1, 1)) | before(DAY, date(2017, 1, 1))


def reading(condition: Condition) -> Element:
    """An element that asks only this."""
    return replace(CALIFORNIA_CASE, lines=(replace(CALIFORNIA_CASE.lines[0], when=condition),))


def tried(key: str, condition: Condition, **given: object) -> list[str]:
    """What is tried, as text."""
    return [str(value) for value in values_to_try(key, (reading(condition),), answers(**given), AS_OF)]


@pytest.mark.parametrize(
    ("condition", "given", "days"),
    [
        pytest.param(LAWS, {}, "2017-01-02 2015-12-31 2016-01-02 2016-12-31", id="newest, then oldest"),
        pytest.param(LAWS, {DAY: "2016"}, "2016-01-02 2016-12-31", id="within what is known"),
        pytest.param(LAWS, {DAY: "2016-12-31"}, "2016-12-31", id="both ends of what is known"),
        pytest.param(past_by(DAY, 12), {}, "2025-11-25 2025-11-23", id="months before the as-of day"),
        pytest.param(answered(DAY), {}, "2026-11-25 2026-11-23", id="no limit: about the as-of day"),
        pytest.param(
            earlier_than(DAY, "sentence_date"),
            {"sentence_date": "2010-06"},
            "2010-07-01 2010-05-31 2010-06-02 2010-06-29",
            id="about another day that was given",
        ),
        pytest.param(
            earlier_than(DAY, "sentence_date"), {}, "2026-11-25 2026-11-23", id="the other day is not known"
        ),
    ],
)
def test_a_day_on_each_side_of_every_limit_is_tried(condition: Condition, given: Given, days: str) -> None:
    assert tried(DAY, condition, **given) == days.split()


def test_of_values_that_are_read_alike_the_first_is_tried() -> None:
    assert tried("court", is_("court", "federal", "tribal_or_military")) == ["california", "federal"]
    assert tried("later_relief", holds("later_relief", "prop47")) == ["('expunged_1203_4',)", "('prop47',)"]


def test_an_element_that_does_not_read_the_key_adds_nothing_to_try() -> None:
    elements = (reading(LAWS), reading(before("sentence_date", date(2000, 1, 1))))
    days = values_to_try(DAY, elements, answers(), AS_OF - timedelta(days=1))
    assert len(days) == 4
