"""PC 1016.5: a plea since 1978, an advisement that was missing, and what courts add."""

from datetime import date

import pytest

from screening.rules.remedies import PC1016_5
from screening.rules.remedies.pc1016_5 import (
    ADVISEMENT_MISSING,
    DID_NOT_KNOW_OTHERWISE,
    NOT_INFRACTION,
    PLEA,
    PLEA_AFTER_1977,
    PREJUDICE,
)
from tests.rules.ask import Given, cited, element_of, found, outcome, read, rests_on


DILIGENCE = element_of(PC1016_5, "diligence")
HARM = element_of(PC1016_5, "immigration_harm")
ALL_WARNED: Given = {"warned_deportation": "yes", "warned_exclusion": "yes", "warned_naturalization": "yes"}
SHOWS_ALL: Given = {"advisement_record": "shows_all_three"}
STRONG: Given = {
    "citizenship": "noncitizen",
    "court": "california",
    "juvenile": "no",
    "disposition": "guilty_plea",
    "disposition_date": "2005",
    "offense_level": "felony",
    "advisement_record": "shows_none",
    "would_have_done": "trial",
    "understanding": "did_not_know",
    "harm_named_case": "yes",
    "learned_harm_date": "2026-10",
}


def test_the_elements_stand_in_the_order_of_the_statute() -> None:
    assert [(element.id, element.gate) for element in PC1016_5.elements] == [
        ("noncitizen", True),
        ("california_case", True),
        ("adult_case", True),
        ("plea", True),
        ("not_infraction", True),
        ("plea_after_1977", True),
        ("advisement_missing", True),
        ("immigration_harm", False),
        ("prejudice", False),
        ("did_not_know_otherwise", False),
        ("diligence", False),
    ]


@pytest.mark.parametrize(
    ("disposition", "expected"),
    [
        ("guilty_plea", "met"),
        ("no_contest_plea", "met"),
        ("plea_then_withdrawn", "contested"),
        ("trial", "not_met"),
        ("no_plea_diversion", "not_met"),
        ("dismissed_without_plea", "not_met"),
        ("unsure", "unknown"),
    ],
)
def test_it_is_about_pleas(disposition: str, expected: str) -> None:
    assert found(PLEA, disposition=disposition) == expected
    if expected != "unknown":
        assert rests_on(PLEA, disposition=disposition) == {"disposition"}


@pytest.mark.parametrize(
    ("level", "expected"),
    [("felony", "met"), ("misdemeanor", "met"), ("infraction", "not_met"), ("unsure", "unknown")],
)
def test_infractions_are_left_out(level: str, expected: str) -> None:
    assert found(NOT_INFRACTION, offense_level=level) == expected
    if expected != "unknown":
        assert rests_on(NOT_INFRACTION, offense_level=level) == {"offense_level"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1977-12-31", "not_met"),
        ("1978-01-01", "met"),
        ("1977", "not_met"),
        ("1978", "met"),
        ("2003", "met"),
        ("unsure", "unknown"),
    ],
)
def test_the_plea_is_of_1978_or_later(day: str, expected: str) -> None:
    assert found(PLEA_AFTER_1977, disposition_date=day) == expected
    if expected != "unknown":
        assert rests_on(PLEA_AFTER_1977, disposition_date=day) == {"disposition_date"}


def test_before_1978_the_reason_names_the_discretion_of_the_court() -> None:
    old = read(PLEA_AFTER_1977, disposition_date="1977")
    assert "(c)" in old.because.msgid
    assert "discretion" in old.because.msgid
    assert cited(PLEA_AFTER_1977, disposition_date="1977") == {"pc1016_5 (c)"}


# A paper that shows all three warnings.
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"disposition_date": "2005"}, "not_met", id="an older plea"),
        pytest.param({"disposition_date": "2025-12-31"}, "not_met", id="the day before 2026"),
        pytest.param(
            {"disposition_date": "2025-12-31", "advisement_verbatim": "no"}, "not_met", id="not verbatim then"
        ),
        pytest.param({"disposition_date": "2026-01-01"}, "unknown", id="2026, the words not known"),
        pytest.param(
            {"disposition_date": "2026-01-01", "advisement_verbatim": "no"}, "met", id="2026, not verbatim"
        ),
        pytest.param(
            {"disposition_date": "2026-01-01", "advisement_verbatim": "yes"},
            "contested",
            id="2026, verbatim, no transcript",
        ),
        pytest.param(
            {"disposition_date": "2026-01-01", "advisement_verbatim": "yes", "evidence": ["plea_form"]},
            "contested",
            id="2026, verbatim by the form",
        ),
        pytest.param(
            {"disposition_date": "2026-01-01", "advisement_verbatim": "yes", "evidence": ["plea_transcript"]},
            "not_met",
            id="2026, verbatim by the transcript",
        ),
        pytest.param({}, "unknown", id="the day not known"),
        pytest.param({"advisement_verbatim": "yes"}, "unknown", id="verbatim, the day not known"),
        pytest.param({"advisement_verbatim": "no"}, "unknown", id="not verbatim, the day not known"),
        pytest.param({"disposition_date": "unsure", "warned_exclusion": "no"}, "unknown", id="comes first"),
        pytest.param(
            {"disposition_date": "2005", "warned_deportation": "no"}, "contested", id="deportation denied"
        ),
        pytest.param(
            {"disposition_date": "2005", "warned_exclusion": "no"}, "contested", id="exclusion denied"
        ),
        pytest.param(
            {"disposition_date": "2005", "warned_naturalization": "no"},
            "contested",
            id="naturalization denied",
        ),
        pytest.param({"disposition_date": "2005", **ALL_WARNED}, "not_met", id="remembered too"),
        pytest.param(
            {"disposition_date": "2005", "understanding_barriers": ["no_interpreter"]},
            "contested",
            id="no interpreter",
        ),
        pytest.param(
            {"disposition_date": "2005", "understanding_barriers": ["could_not_read_form"]},
            "contested",
            id="could not read the form",
        ),
        pytest.param(
            {"disposition_date": "2005", "understanding_barriers": ["not_in_court"]},
            "contested",
            id="not in court",
        ),
        pytest.param(
            {"disposition_date": "2005", "understanding_barriers": ["health", "no_time"]},
            "not_met",
            id="other barriers",
        ),
        pytest.param(
            {"disposition_date": "2026-02", "advisement_verbatim": "yes", "warned_exclusion": "no"},
            "contested",
            id="2026, verbatim, remembered otherwise",
        ),
    ],
)
def test_a_record_of_all_three_warnings(given: Given, expected: str) -> None:
    assert found(ADVISEMENT_MISSING, **SHOWS_ALL, **given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="nothing known"),
        pytest.param({"advisement_record": "shows_some"}, "met", id="the record shows some"),
        pytest.param({"advisement_record": "shows_none"}, "met", id="the record shows none"),
        pytest.param({"advisement_record": "shows_none", **ALL_WARNED}, "met", id="the record comes first"),
        pytest.param({"advisement_record": "not_checked"}, "unknown", id="nobody has looked"),
        pytest.param({"advisement_record": "record_missing"}, "presumed", id="no record"),
        pytest.param(
            {"advisement_record": "record_missing", **ALL_WARNED}, "contested", id="no record, remembered"
        ),
        pytest.param(
            {"advisement_record": "record_missing", "warned_exclusion": "no"}, "met", id="no record, denied"
        ),
        pytest.param(ALL_WARNED, "contested", id="all three remembered"),
        *[pytest.param({**ALL_WARNED, warning: "no"}, "met", id=f"{warning}: no") for warning in ALL_WARNED],
        *[
            pytest.param({**ALL_WARNED, warning: "unsure"}, "unknown", id=f"{warning}: not sure")
            for warning in ALL_WARNED
        ],
        pytest.param({"warned_deportation": "no"}, "met", id="one denied is enough"),
        pytest.param(
            {"disposition_date": "2026-01-01", "advisement_verbatim": "no", **ALL_WARNED},
            "met",
            id="2026, not verbatim",
        ),
        pytest.param(
            {"disposition_date": "2025-12-31", "advisement_verbatim": "no", **ALL_WARNED},
            "contested",
            id="before 2026 it need not be verbatim",
        ),
        pytest.param({"advisement_verbatim": "no", **ALL_WARNED}, "contested", id="the day not known"),
        pytest.param(
            {"disposition_date": "2026", "advisement_verbatim": "yes"}, "unknown", id="verbatim alone"
        ),
    ],
)
def test_without_such_a_record_it_turns_on_what_is_remembered(given: Given, expected: str) -> None:
    assert found(ADVISEMENT_MISSING, **given) == expected


def test_the_advisement_rests_on_what_stands_open_or_was_read() -> None:
    assert rests_on(ADVISEMENT_MISSING, **SHOWS_ALL) == {"disposition_date", "advisement_verbatim"}
    assert rests_on(ADVISEMENT_MISSING, **SHOWS_ALL, disposition_date="2026") == {"advisement_verbatim"}
    assert rests_on(ADVISEMENT_MISSING, **SHOWS_ALL, disposition_date="2005") == {"advisement_record"}
    assert rests_on(ADVISEMENT_MISSING, warned_exclusion="no") == {"warned_exclusion"}
    assert "advisement_record" in rests_on(ADVISEMENT_MISSING, advisement_record="not_checked")


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ("trial", "met"),
        ("different_plea", "met"),
        ("longer_sentence_instead", "met"),
        ("same_plea_other_sentence", "contested"),
        ("same_plea", "contested"),
        ("unsure", "unknown"),
    ],
)
def test_prejudice_asks_for_another_choice(done: str, expected: str) -> None:
    assert found(PREJUDICE, would_have_done=done) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="not answered"),
        pytest.param({"understanding": "did_not_know"}, "met", id="did not know"),
        pytest.param({"understanding": "thought_safe"}, "met", id="thought it safe"),
        pytest.param({"understanding": "knew_possible"}, "contested", id="knew that it was possible"),
        pytest.param({"understanding": "knew_certain"}, "contested", id="knew for certain"),
        pytest.param({"lawyer_advice": "said_may"}, "contested", id="the lawyer said may"),
        pytest.param({"lawyer_advice": "said_will"}, "contested", id="the lawyer said will"),
        pytest.param({"lawyer_advice": "said_nothing"}, "unknown", id="the lawyer said nothing"),
        pytest.param(
            {"lawyer_advice": "said_may", "understanding": "did_not_know"}, "contested", id="told, no idea"
        ),
        pytest.param(
            {"lawyer_advice": "said_no_problem", "understanding": "thought_safe"}, "met", id="misled"
        ),
    ],
)
def test_knowing_from_another_source_is_contested(given: Given, expected: str) -> None:
    assert found(DID_NOT_KNOW_OTHERWISE, **given) == expected


@pytest.mark.parametrize(
    ("learned", "expected"),
    [
        ("2025-11-23", "contested"),
        ("2025-11-24", "met"),
        ("2025", "unknown"),
        ("2003", "contested"),
        ("unsure", "unknown"),
    ],
)
def test_diligence_runs_from_the_day_the_harm_was_known(learned: str, expected: str) -> None:
    assert found(DILIGENCE, learned_harm_date=learned) == expected
    assert rests_on(DILIGENCE, learned_harm_date=learned) == {"learned_harm_date"}


def test_harm_is_read_as_under_1473_7_with_its_own_authority() -> None:
    assert found(HARM, harm_named_case="no") == "for_attorney"
    assert cited(HARM, harm_named_case="yes") == {"pc1016_5 (b)", "zamudio harm"}


def test_it_asks_for_no_end_of_custody() -> None:
    assert outcome(PC1016_5, **STRONG, custody_in_case="jail_or_prison") == "indicated"


@pytest.mark.parametrize(
    ("as_of", "expected"), [(date(1977, 12, 31), "not_in_force"), (date(1978, 1, 1), "indicated")]
)
def test_the_law_begins_in_1978(as_of: date, expected: str) -> None:
    given: Given = {**STRONG, "disposition_date": "1978-01-01"}
    assert outcome(PC1016_5, as_of=as_of, **given) == expected
