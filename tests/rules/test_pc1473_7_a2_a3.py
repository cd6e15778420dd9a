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
    "disposition_date": "2021",
    "custody_in_case": "finished",
}


@each_ground
def test_the_elements_stand_in_the_order_of_the_statute(ground: Ground) -> None:
    a3 = ground.remedy is PC1473_7_A3  # it reaches juvenile cases too, and not every year
    assert [(element.id, element.gate) for element in ground.remedy.elements] == [
        ("california_case", True),
        ("adult_case", not a3),
        ("conviction_exists", True),
        ("custody_over", False),
        (ground.element, False),
        *[("reached_by_pc745", False)] * a3,
        ("no_undue_delay", False),
    ]


@each_ground
@pytest.mark.parametrize(
    ("said", "day", "finding", "outcome_said"),
    [
        ("yes", "2026-10", "met", "indicated"),
        ("no", None, "unknown", "not_raised"),
        ("no", "unsure", "unknown", "not_raised"),
        ("no", "2026-10", "unknown", "needs_facts"),
        ("unsure", None, "unknown", "needs_facts"),
        ("prefer_not_to_say", None, "unknown", "needs_facts"),
        (None, None, "unknown", "not_raised"),
        (None, "2026-10", "unknown", "needs_facts"),
    ],
)
def test_it_is_raised_unless_its_ground_is_no_or_absent_and_has_no_day(
    ground: Ground, said: str | None, day: str | None, finding: str, outcome_said: str
) -> None:
    given: Given = {**FITS, ground.key: said, ground.day: day}
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


CITIZEN: Given = {"citizenship": "us_citizen_naturalized"}
NONCITIZEN: Given = {"citizenship": "noncitizen"}
FELONY: Given = {"offense_level": "felony"}
MISDEMEANOR: Given = {"offense_level": "misdemeanor"}


def of(day: str) -> Given:
    """A plea or verdict of that day."""
    return {"disposition_date": day}


# PC 745(j): the case, and the law of the as-of day.
@pytest.mark.parametrize(
    ("given", "as_of", "expected"),
    [
        pytest.param({}, "2026-11-24", "unknown", id="nothing known"),
        pytest.param(NONCITIZEN, "2023-01-01", "met", id="a noncitizen, 2023"),
        pytest.param(NONCITIZEN, "2022-12-31", "unknown", id="a noncitizen, the day before"),
        pytest.param({**NONCITIZEN, **of("1990"), **MISDEMEANOR}, "2026-11-24", "met", id="of any year"),
        pytest.param(of("2021-01-01"), "2021-06-01", "met", id="of 2021"),
        pytest.param(of("2021"), "2021-06-01", "met", id="some day of 2021"),
        pytest.param(of("2020-12-31"), "2026-11-24", "unknown", id="of 2020, level not known"),
        pytest.param({"juvenile": "yes"}, "2026-11-24", "for_attorney", id="a juvenile case"),
        pytest.param({**FELONY, "juvenile": "yes"}, "2026-11-24", "for_attorney", id="a juvenile felony"),
        pytest.param({"juvenile": "yes", **of("2021")}, "2026-11-24", "met", id="a juvenile case of 2021"),
        pytest.param({"juvenile": "yes", **NONCITIZEN}, "2026-11-24", "met", id="a juvenile noncitizen"),
        pytest.param({"juvenile": "tried_as_adult", **FELONY}, "2026-11-24", "met", id="tried as an adult"),
        pytest.param(FELONY, "2026-01-01", "met", id="any felony, 2026"),
        pytest.param(FELONY, "2025-12-31", "unknown", id="any felony, the day before"),
        pytest.param({**FELONY, **of("2015-01-01")}, "2025-01-01", "met", id="a felony of 2015, in 2025"),
        pytest.param({**FELONY, **of("2014-12-31")}, "2025-12-31", "unknown", id="a felony of 2014, in 2025"),
        pytest.param({**FELONY, **of("2015-01-01")}, "2024-12-31", "unknown", id="a felony of 2015, in 2024"),
        *[
            pytest.param(
                {**CITIZEN, **of("2020-12-31"), "offense_level": level}, "2026-11-24", expected, id=level
            )
            for level, expected in (
                ("misdemeanor", "for_attorney"),
                ("infraction", "for_attorney"),
                ("felony", "met"),
                ("unsure", "unknown"),
            )
        ],
        pytest.param({**CITIZEN, **MISDEMEANOR}, "2026-11-24", "unknown", id="the day is not known"),
        pytest.param(
            {**CITIZEN, **MISDEMEANOR, **of("2021-01-01")}, "2026-11-24", "met", id="of 2021 after all"
        ),
        pytest.param({**MISDEMEANOR, **of("2003")}, "2026-11-24", "unknown", id="citizenship is not known"),
    ],
)
def test_the_law_against_bias_reaches_cases_step_by_step(given: Given, as_of: str, expected: str) -> None:
    element = element_of(PC1473_7_A3, "reached_by_pc745")
    assert found(element, as_of=date.fromisoformat(as_of), **given) == expected
