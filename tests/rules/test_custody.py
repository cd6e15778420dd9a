"""Is custody in this case over? It bars a motion now, never for ever."""

import pytest

from screening.rules.remedies.custody import CUSTODY_OVER
from tests.rules.ask import Given, found, read, rests_on


PROBATION: Given = {"custody_in_case": "probation"}
OWN_TERM = ("domestic_violence", "driving_under_influence", "sex_offense", "violence")
NO_TERM_OF_ITS_OWN = ("drug_possession", "marijuana", "drug_other", "theft_or_fraud", "firearm", "other")


@pytest.mark.parametrize(
    ("custody", "expected"),
    [
        ("finished", "met"),
        ("in_program", "contested"),
        ("probation_stopped", "contested"),
        ("probation", "not_yet"),
        ("parole_or_supervision", "not_yet"),
        ("jail_or_prison", "not_yet"),
        ("not_sentenced_yet", "not_yet"),
        ("unsure", "unknown"),
    ],
)
def test_custody_follows_the_answer(custody: str, expected: str) -> None:
    assert found(CUSTODY_OVER, custody_in_case=custody) == expected
    if expected != "unknown":
        assert rests_on(CUSTODY_OVER, custody_in_case=custody) == {"custody_in_case"}


def test_custody_not_answered_is_unknown() -> None:
    assert found(CUSTODY_OVER) == "unknown"
    assert "custody_in_case" in rests_on(CUSTODY_OVER)


@pytest.mark.parametrize("elsewhere", ["none", "other_case", "immigration", "unsure"])
def test_custody_elsewhere_never_counts(elsewhere: str) -> None:
    assert found(CUSTODY_OVER, custody_in_case="finished", custody_elsewhere=elsewhere) == "met"
    assert found(CUSTODY_OVER, custody_elsewhere=elsewhere) == "unknown"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("2026-11-23", "contested"),
        ("2026-11-24", "not_yet"),
        ("2026-11-25", "not_yet"),
        ("2025", "contested"),
        ("2026-10", "contested"),
        ("2026-11", "not_yet"),
        ("2026", "not_yet"),
        ("unsure", "not_yet"),
    ],
)
def test_probation_past_its_end_is_contested(end: str, expected: str) -> None:
    assert found(CUSTODY_OVER, **PROBATION, custody_end_date=end) == expected


def test_the_end_of_another_kind_of_custody_changes_nothing() -> None:
    assert found(CUSTODY_OVER, custody_in_case="jail_or_prison", custody_end_date="2020") == "not_yet"
    assert found(CUSTODY_OVER, custody_in_case="unsure", custody_end_date="2020") == "unknown"


@pytest.mark.parametrize(
    ("level", "start", "expected"),
    [
        pytest.param("felony", "2024-11-23", "contested", id="felony: the day after two years"),
        pytest.param("felony", "2024-11-24", "not_yet", id="felony: two years to the day"),
        pytest.param("felony", "2024-10", "contested", id="felony: known to the month, past"),
        pytest.param("felony", "2024-11", "not_yet", id="felony: known to the month, may be past"),
        pytest.param("felony", "2024", "not_yet", id="felony: known to the year, may be past"),
        pytest.param("felony", "2023", "contested", id="felony: known to the year, past"),
        pytest.param("misdemeanor", "2025-11-23", "contested", id="misdemeanor: the day after one year"),
        pytest.param("misdemeanor", "2025-11-24", "not_yet", id="misdemeanor: one year to the day"),
        pytest.param("felony", "2025-11-23", "not_yet", id="felony: one year is not enough"),
        pytest.param("infraction", "2020", "not_yet", id="no cap for an infraction"),
        pytest.param("unsure", "2020", "not_yet", id="an unknown level stops the question"),
        pytest.param("felony", "unsure", "not_yet", id="an unknown start stops the question"),
    ],
)
def test_probation_past_the_cap_of_ab_1950_is_contested(level: str, start: str, expected: str) -> None:
    assert found(CUSTODY_OVER, **PROBATION, offense_level=level, probation_start_date=start) == expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        *[pytest.param([kind], "not_yet", id=kind) for kind in OWN_TERM],
        *[pytest.param([kind], "contested", id=kind) for kind in NO_TERM_OF_ITS_OWN],
        pytest.param(["firearm", "violence"], "not_yet", id="one of several is enough"),
        pytest.param(["none"], "contested", id="none of these"),
        pytest.param(["unsure"], "contested", id="an unknown kind does not stop the question"),
    ],
)
def test_some_offenses_have_a_term_of_their_own(kinds: list[str], expected: str) -> None:
    past_the_cap: Given = {"offense_level": "felony", "probation_start_date": "2024-06"}
    assert found(CUSTODY_OVER, **PROBATION, **past_the_cap, offense_kind=kinds) == expected


@pytest.mark.parametrize("custody", ["parole_or_supervision", "jail_or_prison", "not_sentenced_yet"])
def test_the_cap_is_for_probation_only(custody: str) -> None:
    given: Given = {"offense_level": "felony", "probation_start_date": "2020", "custody_end_date": "2021"}
    assert found(CUSTODY_OVER, custody_in_case=custody, **given) == "not_yet"


@pytest.mark.parametrize(
    ("given", "rests"),
    [
        pytest.param(
            {"custody_end_date": "2025"}, {"custody_in_case", "custody_end_date"}, id="the end has passed"
        ),
        pytest.param(
            {"offense_level": "felony", "probation_start_date": "2020"},
            {"custody_in_case", "offense_level", "probation_start_date"},
            id="past the cap, kind not known",
        ),
        pytest.param(
            {"offense_level": "felony", "probation_start_date": "2020", "offense_kind": ["violence"]},
            {"custody_in_case"},
            id="a term of its own",
        ),
    ],
)
def test_probation_rests_on_what_the_line_reads(given: Given, rests: set[str]) -> None:
    assert rests_on(CUSTODY_OVER, **PROBATION, **given) == rests


def test_the_reason_names_the_answer() -> None:
    because = read(CUSTODY_OVER, **PROBATION, custody_end_date="2025-03").because
    assert str(because.params["custody_end_date"]) == "2025-03"
