"""Is custody in this case over? It bars a motion now, never for ever."""

import pytest

from screening.rules.partial_date import PartialDate
from screening.rules.remedies.custody import CUSTODY_OVER
from screening.rules.text import Told
from tests.rules.ask import Given, found, read, rests_on


PROBATION: Given = {"custody_in_case": "probation"}
GOES_ON = ("probation", "parole_or_supervision", "jail_or_prison", "not_sentenced_yet")
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


@pytest.mark.parametrize("custody", GOES_ON)
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
def test_custody_past_its_end_is_contested(custody: str, end: str, expected: str) -> None:
    assert found(CUSTODY_OVER, custody_in_case=custody, custody_end_date=end) == expected


def test_an_end_alone_says_nothing() -> None:
    assert found(CUSTODY_OVER, custody_in_case="unsure", custody_end_date="2020") == "unknown"


# Finished: what speaks against it, and how far it reaches.
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"custody_end_date": "2026-11-25"}, "contested", id="the end is tomorrow"),
        pytest.param({"custody_end_date": "2026-11-24"}, "met", id="the end is today"),
        pytest.param({"custody_end_date": "2026-12"}, "contested", id="the end is next month"),
        pytest.param({"custody_end_date": "2026"}, "met", id="the end may be past"),
        pytest.param({"probation_start_date": "2026-05-24"}, "contested", id="six months to the day"),
        pytest.param({"probation_start_date": "2026-05-23"}, "met", id="six months and a day"),
        pytest.param({"probation_start_date": "2026-11-24"}, "contested", id="probation began today"),
        pytest.param({"probation_start_date": "2026-11-25"}, "met", id="it begins tomorrow"),
        pytest.param({"probation_start_date": "2026-06"}, "contested", id="some day of June"),
        pytest.param({"probation_start_date": "2026-05"}, "met", id="May may be longer ago"),
        pytest.param({"probation_start_date": "2026"}, "met", id="a year is not close enough"),
        pytest.param({"open_warrant": "yes"}, "contested", id="an open warrant"),
        pytest.param({"open_warrant": "no"}, "met", id="no open warrant"),
    ],
)
def test_custody_that_is_finished_and_yet_goes_on_is_contested(given: Given, expected: str) -> None:
    assert found(CUSTODY_OVER, custody_in_case="finished", **given) == expected


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
        pytest.param("infraction", "2022", "not_yet", id="no cap for an infraction"),
        pytest.param("unsure", "2022", "not_yet", id="an unknown level stops the question"),
        pytest.param("unsure", "2021-11-23", "contested", id="the day after five years, whatever the level"),
        pytest.param("infraction", "2021-11-24", "not_yet", id="five years to the day"),
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
def test_some_offenses_have_a_term_of_their_own_within_five_years(kinds: list[str], expected: str) -> None:
    felony: Given = {**PROBATION, "offense_level": "felony", "offense_kind": kinds}
    assert found(CUSTODY_OVER, **felony, probation_start_date="2024-06") == expected
    assert found(CUSTODY_OVER, **felony, probation_start_date="2021-11-24") == expected
    assert found(CUSTODY_OVER, **felony, probation_start_date="2021-11-23") == "contested"


@pytest.mark.parametrize("kind", OWN_TERM)
def test_violence_has_a_term_of_its_own_only_in_a_felony(kind: str) -> None:
    misdemeanor: Given = {"offense_level": "misdemeanor", "probation_start_date": "2025-06"}
    expected = "contested" if kind == "violence" else "not_yet"
    assert found(CUSTODY_OVER, **PROBATION, **misdemeanor, offense_kind=[kind]) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"sentence_date": "2024-11-23"}, "contested", id="the sentence"),
        pytest.param({"sentence_date": "2024-11-24"}, "not_yet", id="the sentence, two years to the day"),
        pytest.param({"disposition_date": "2024-11-23"}, "contested", id="the plea"),
        pytest.param(
            {"disposition_date": "2020", "sentence_date": "2025"}, "not_yet", id="the sentence comes first"
        ),
        pytest.param(
            {"disposition_date": "2020", "sentence_date": "2020", "probation_start_date": "2025"},
            "not_yet",
            id="the start of probation comes first",
        ),
    ],
)
def test_a_start_that_is_not_known_is_the_sentence_else_the_plea(given: Given, expected: str) -> None:
    assert found(CUSTODY_OVER, **PROBATION, offense_level="felony", **given) == expected


@pytest.mark.parametrize("custody", ["parole_or_supervision", "jail_or_prison"])
def test_the_cap_is_for_probation_only(custody: str) -> None:
    given: Given = {"offense_level": "felony", "probation_start_date": "2015"}
    assert found(CUSTODY_OVER, custody_in_case=custody, **given) == "not_yet"


# What cannot stand beside each kind of custody is in test_contradictions.py.
@pytest.mark.parametrize(
    ("custody", "beside"),
    [
        ("parole_or_supervision", {"open_warrant": "yes"}),
        ("jail_or_prison", {"open_warrant": "yes", "immigration_events": ["removed"]}),
        ("jail_or_prison", {"upcoming": ["ice_check_in"], "offense_level": "misdemeanor"}),
        ("not_sentenced_yet", {"immigration_events": ["removed", "detained"], "open_warrant": "yes"}),
        ("probation", {"sentence_imposed": "no_jail", "upcoming": ["ice_check_in"]}),
        ("probation", {"custody_elsewhere": "immigration", "immigration_events": ["detained"]}),
    ],
)
def test_what_speaks_against_one_kind_of_custody_may_stand_beside_another(
    custody: str, beside: Given
) -> None:
    assert found(CUSTODY_OVER, custody_in_case=custody, **beside) == "not_yet"


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
            {"offense_level": "felony", "probation_start_date": "2024", "offense_kind": ["violence"]},
            {"custody_in_case"},
            id="a term of its own",
        ),
    ],
)
def test_probation_rests_on_what_the_line_reads(given: Given, rests: set[str]) -> None:
    assert rests_on(CUSTODY_OVER, **PROBATION, **given) == rests


def test_the_reason_names_both_answers() -> None:
    params = read(CUSTODY_OVER, **PROBATION, custody_end_date="2025-03").because.params
    assert params["stated"] == (Told("custody_in_case", "probation"),)
    assert params["beside"] == (Told("custody_end_date", PartialDate.parse("2025-03")),)
