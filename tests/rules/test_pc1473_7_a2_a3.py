"""PC 1473.7(a)(2) and (a)(3): raised only where the ground is named, and never against a citizen."""

from datetime import date
from typing import NamedTuple

import pytest

from screening.rules.element import Remedy
from screening.rules.remedies import PC1473_7_A2, PC1473_7_A3
from tests.rules.ask import Given, element_of, found, outcome, rests_on


class Ground(NamedTuple):
    """One of the two remedies: its ground, the day it runs from, its element and its first day."""

    remedy: Remedy
    key: str
    day: str
    element: str
    first_day: date


GROUNDS = [
    Ground(
        PC1473_7_A2,
        "innocence_evidence",
        "innocence_evidence_date",
        "new_evidence_of_innocence",
        date(2017, 1, 1),
    ),
    Ground(PC1473_7_A3, "race_bias", "race_bias_date", "racial_bias", date(2021, 1, 1)),
]
each_ground = pytest.mark.parametrize("ground", GROUNDS, ids=[ground.remedy.id for ground in GROUNDS])

FITS: Given = {
    "citizenship": "us_citizen_born",
    "court": "california",
    "juvenile": "no",
    "disposition": "trial",
    "custody_in_case": "finished",
}


@each_ground
def test_the_elements_stand_in_the_order_of_the_statute(ground: Ground) -> None:
    assert [(element.id, element.gate) for element in ground.remedy.elements] == [
        ("california_case", True),
        ("adult_case", True),
        ("conviction_exists", True),
        ("custody_over", False),
        (ground.element, False),
        ("no_undue_delay", False),
    ]


@each_ground
@pytest.mark.parametrize(
    ("said", "finding", "outcome_said"),
    [
        ("yes", "met", "indicated"),
        ("no", "unknown", "not_raised"),
        ("unsure", "unknown", "needs_facts"),
        ("prefer_not_to_say", "unknown", "needs_facts"),
        (None, "unknown", "not_raised"),
    ],
)
def test_it_is_raised_unless_its_ground_is_no_or_absent(
    ground: Ground, said: str | None, finding: str, outcome_said: str
) -> None:
    given: Given = {**FITS, ground.key: said, ground.day: "2026-10"}
    element = element_of(ground.remedy, ground.element)
    assert found(element, **given) == finding
    assert rests_on(element, **given) == {ground.key}
    assert outcome(ground.remedy, **given) == outcome_said


@each_ground
def test_a_gate_comes_before_the_ground(ground: Ground) -> None:
    assert outcome(ground.remedy, **{**FITS, "court": "federal"}) == "not_indicated"


@each_ground
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2025-11-23", "contested", id="twelve months and a day"),
        pytest.param("2025-11-24", "met", id="twelve months to the day"),
        pytest.param("2025-10", "contested", id="the month before"),
        pytest.param("2025-11", "unknown", id="the month of the limit"),
        pytest.param("2025", "unknown", id="the year of the limit"),
        pytest.param("2003", "contested", id="long ago"),
        pytest.param("2027", "met", id="still to come"),
        pytest.param("unsure", "unknown", id="not sure"),
        pytest.param(None, "unknown", id="not answered"),
    ],
)
def test_delay_is_measured_by_twelve_months(ground: Ground, day: str | None, expected: str) -> None:
    element = element_of(ground.remedy, "no_undue_delay")
    given: Given = {ground.key: "yes", ground.day: day}
    assert found(element, **given) == expected
    assert rests_on(element, **given) == {ground.day}


@each_ground
def test_it_is_not_in_force_before_its_first_day(ground: Ground) -> None:
    given: Given = {**FITS, ground.key: "yes", ground.day: ground.first_day.isoformat()}
    before = date.fromordinal(ground.first_day.toordinal() - 1)
    assert outcome(ground.remedy, as_of=before, **given) == "not_in_force"
    assert outcome(ground.remedy, as_of=ground.first_day, **given) == "indicated"
