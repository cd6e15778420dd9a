"""PC 1203.43: deferred entry of judgment since 1997, completed, dismissed, and what proves it."""

from datetime import date

import pytest

from screening.rules.remedies import PC1203_43
from screening.rules.remedies.pc1203_43 import (
    COMPLETED,
    DEFERRED_ENTRY,
    DISMISSED,
    GRANTED_1997_OR_LATER,
    PLEA_ENTERED,
    PROOF_OF_COMPLETION,
)
from screening.rules.text import Told
from tests.rules.ask import Given, found, outcome, read, rests_on


MAY_BE_DEFERRED_ENTRY = (
    "pretrial_diversion",
    "sentence_deferral",
    "other_plea_first",
    "informal_plea_deal",
    "prop36",
)
STRONG: Given = {
    "court": "california",
    "juvenile": "no",
    "disposition": "guilty_plea",
    "program": "pc1000_deferred_entry",
    "program_plea": "guilty",
    "program_start_date": "2009",
    "program_completed": "yes",
    "program_dismissed": "yes",
    "court_file": "exists",
}


def test_the_elements_stand_in_the_order_of_the_statute() -> None:
    assert [(element.id, element.gate) for element in PC1203_43.elements] == [
        ("california_case", True),
        ("adult_case", True),
        ("deferred_entry", True),
        ("granted_1997_or_later", True),
        ("plea_entered", True),
        ("completed", True),
        ("dismissed", True),
        ("proof_of_completion", False),
    ]


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("pc1000_deferred_entry", "met"),
        ("none", "not_met"),
        ("unsure", "unknown"),
        *[(program, "unknown") for program in MAY_BE_DEFERRED_ENTRY],
    ],
)
def test_it_is_about_deferred_entry(program: str, expected: str) -> None:
    assert found(DEFERRED_ENTRY, program=program) == expected


@pytest.mark.parametrize(
    ("start", "plea", "expected"),
    [
        pytest.param("2018-01-01", "2018-01-01", "contested", id="both on the first day of AB 208"),
        pytest.param("2017-12-31", "2018-01-01", "met", id="the start a day earlier"),
        pytest.param("2018-01-01", "2017-12-31", "met", id="the plea a day earlier"),
        pytest.param("2018", "2019", "contested", id="years are enough"),
        pytest.param("2018", "unsure", "contested", id="the plea is not known"),
        pytest.param("unsure", "2018", "contested", id="the start is not known"),
        pytest.param("2017", "unsure", "met", id="the year before, the plea not known"),
        pytest.param("unsure", "unsure", "met", id="neither day is known"),
    ],
)
def test_deferred_entry_from_2018_is_contested_unless_a_day_is_earlier(
    start: str, plea: str, expected: str
) -> None:
    given: Given = {"program_start_date": start, "disposition_date": plea}
    assert found(DEFERRED_ENTRY, program="pc1000_deferred_entry", **given) == expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["drug_possession"], "met"),
        (["marijuana"], "met"),
        (["drug_other", "firearm"], "met"),
        (["unsure"], "met"),
        (["theft_or_fraud"], "contested"),
        (["other", "violence"], "contested"),
    ],
)
def test_deferred_entry_without_a_drug_kind_is_contested(kinds: list[str], expected: str) -> None:
    assert found(DEFERRED_ENTRY, program="pc1000_deferred_entry", offense_kind=kinds) == expected


@pytest.mark.parametrize("program", MAY_BE_DEFERRED_ENTRY)
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="kind and start not known"),
        pytest.param({"offense_kind": ["unsure"]}, "unknown", id="not sure of the kind"),
        pytest.param({"offense_kind": ["drug_possession"]}, "unknown", id="drug possession"),
        pytest.param({"offense_kind": ["marijuana"]}, "unknown", id="marijuana"),
        pytest.param({"offense_kind": ["drug_other", "other"]}, "unknown", id="another drug offense"),
        pytest.param({"offense_kind": ["theft_or_fraud"]}, "not_met", id="theft"),
        pytest.param({"offense_kind": ["none"]}, "not_met", id="none of the kinds"),
        pytest.param({"program_start_date": "1996-12-31"}, "not_met", id="the day before 1997"),
        pytest.param({"program_start_date": "1997-01-01"}, "unknown", id="the first day of 1997"),
        pytest.param({"program_start_date": "2017-12-31"}, "unknown", id="the last day of 2017"),
        pytest.param({"program_start_date": "2018-01-01"}, "not_met", id="the first day of 2018"),
        pytest.param({"program_start_date": "2017"}, "unknown", id="some day of 2017"),
        pytest.param({"program_start_date": "unsure"}, "unknown", id="not sure of the start"),
        pytest.param({"disposition_date": "1996-12-31"}, "not_met", id="the plea: the day before 1997"),
        pytest.param({"disposition_date": "2003"}, "unknown", id="the plea, the start not known"),
        pytest.param({"disposition_date": "2018-01-01"}, "not_met", id="the plea: the first day of 2018"),
        pytest.param(
            {"program_start_date": "2017", "disposition_date": "2018"}, "unknown", id="the start comes first"
        ),
    ],
)
def test_another_name_may_hide_deferred_entry(program: str, given: Given, expected: str) -> None:
    assert found(DEFERRED_ENTRY, program=program, **given) == expected


def test_another_name_rests_on_the_name_the_kind_and_the_start() -> None:
    assert rests_on(DEFERRED_ENTRY, program="pretrial_diversion") == {
        "program",
        "offense_kind",
        "program_start_date",
    }
    assert rests_on(DEFERRED_ENTRY, program="none") == {"program"}


# Prop 36 is probation, which a sentence shows. What speaks against "no program" is in test_contradictions.py.
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"sentence_imposed": "up_to_180_days"}, "not_met", id="jail"),
        pytest.param({"sentence_imposed": "no_jail"}, "unknown", id="no jail"),
        pytest.param({"custody_in_case": "probation"}, "not_met", id="probation"),
        pytest.param({"custody_in_case": "finished"}, "unknown", id="finished"),
        pytest.param({"violation_admitted": "yes"}, "not_met", id="a violation"),
        pytest.param({"probation_start_date": "2005"}, "not_met", id="a start of probation"),
    ],
)
def test_prop_36_may_hide_deferred_entry_without_a_sentence_only(given: Given, expected: str) -> None:
    assert found(DEFERRED_ENTRY, program="prop36", **given) == expected


def test_no_program_beside_one_names_both_and_rests_on_what_is_in_doubt() -> None:
    both: Given = {"program": "none", "program_completed": "yes"}
    params = read(DEFERRED_ENTRY, **both).because.params
    assert params["stated"] == (Told("program", "none"),)
    assert params["beside"] == (Told("program_completed", "yes"),)
    assert rests_on(DEFERRED_ENTRY, **both) == {"program", "offense_kind", "program_start_date"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="nothing known"),
        pytest.param({"program_start_date": "1996-12-31"}, "not_met", id="the day before"),
        pytest.param({"program_start_date": "1997-01-01"}, "met", id="the first day"),
        pytest.param({"program_start_date": "1996"}, "not_met", id="the year before"),
        pytest.param({"program_start_date": "2003"}, "met", id="some day of 2003"),
        pytest.param({"disposition_date": "1997-01-01"}, "met", id="the plea, the start not known"),
        pytest.param(
            {"disposition_date": "1996-12-31"}, "not_met", id="an earlier plea, the start not known"
        ),
        pytest.param(
            {"program_start_date": "1996", "disposition_date": "2000"}, "contested", id="the plea came later"
        ),
        pytest.param(
            {"program_start_date": "1997", "disposition_date": "1996"}, "met", id="the start comes first"
        ),
        pytest.param(
            {"program_start_date": "1998", "offense_before_1997": "yes"}, "contested", id="an older offense"
        ),
        pytest.param(
            {"disposition_date": "1998", "offense_before_1997": "yes"},
            "contested",
            id="an older offense, by the plea",
        ),
        pytest.param({"program_start_date": "1998", "offense_before_1997": "no"}, "met", id="a newer one"),
        pytest.param(
            {"program_start_date": "1996", "offense_before_1997": "yes"}, "not_met", id="granted too early"
        ),
        pytest.param({"offense_before_1997": "yes"}, "unknown", id="the offense alone"),
    ],
)
def test_it_was_granted_in_1997_or_later(given: Given, expected: str) -> None:
    assert found(GRANTED_1997_OR_LATER, **given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, "unknown", id="nothing known"),
        pytest.param({"program_plea": "guilty"}, "met", id="guilty"),
        pytest.param({"program_plea": "no_contest"}, "met", id="no contest"),
        pytest.param({"program_plea": "not_guilty"}, "not_met", id="not guilty"),
        pytest.param({"disposition": "guilty_plea"}, "met", id="by the disposition: guilty"),
        pytest.param({"disposition": "no_contest_plea"}, "met", id="by the disposition: no contest"),
        pytest.param({"disposition": "plea_then_withdrawn"}, "unknown", id="withdrawn"),
        pytest.param({"disposition": "trial"}, "unknown", id="a trial says nothing of the program"),
        pytest.param(
            {"program_plea": "not_guilty", "disposition": "guilty_plea"}, "contested", id="not guilty first"
        ),
        pytest.param({"program_plea": "unsure", "disposition": "guilty_plea"}, "met", id="not sure, guilty"),
    ],
)
def test_a_plea_was_entered(given: Given, expected: str) -> None:
    assert found(PLEA_ENTERED, **given) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [("yes", "met"), ("no", "not_met"), ("still_in_program", "not_yet"), ("unsure", "unknown")],
)
def test_the_program_was_completed(said: str, expected: str) -> None:
    assert found(COMPLETED, program_completed=said) == expected
    if expected != "unknown":
        assert rests_on(COMPLETED, program_completed=said) == {"program_completed"}


@pytest.mark.parametrize(
    ("dismissed", "completed", "expected"),
    [
        ("yes", "no", "met"),
        ("yes", "unsure", "met"),
        ("no", "no", "not_met"),
        ("no", "yes", "not_yet"),
        ("no", "still_in_program", "not_yet"),
        ("no", "unsure", "unknown"),
        ("unsure", "yes", "unknown"),
    ],
)
def test_the_charges_were_dismissed(dismissed: str, completed: str, expected: str) -> None:
    assert found(DISMISSED, program_dismissed=dismissed, program_completed=completed) == expected


def test_the_dismissal_rests_on_what_is_missing() -> None:
    assert rests_on(DISMISSED, program_dismissed="no") == {"program_completed"}
    assert "program_dismissed" in rests_on(DISMISSED, program_completed="yes")
    assert "1000.3" in read(DISMISSED, program_dismissed="no", program_completed="yes").change.msgid


@pytest.mark.parametrize(
    ("file", "record", "expected", "rests"),
    [
        ("exists", "unsure", "met", {"court_file"}),
        ("exists", "shows_conviction", "contested", {"court_file", "doj_record"}),
        ("exists", "shows_completion", "met", {"doj_record"}),
        ("unsure", "shows_no_disposition", "met", {"doj_record"}),
        ("unsure", "shows_conviction", "unknown", {"court_file"}),
        ("not_checked", "shows_conviction", "unknown", {"court_file"}),
        ("exists", "not_ordered", "met", {"court_file"}),
        ("destroyed", "shows_completion", "presumed", {"court_file", "doj_record"}),
        ("destroyed", "shows_no_disposition", "presumed", {"court_file", "doj_record"}),
        ("destroyed", "shows_conviction", "contested", {"court_file", "doj_record"}),
        ("destroyed", "not_ordered", "unknown", {"doj_record"}),
        ("destroyed", "unsure", "unknown", {"doj_record"}),
        ("not_checked", "shows_completion", "met", {"doj_record"}),
        ("not_checked", "not_ordered", "unknown", {"court_file", "doj_record"}),
        ("unsure", "unsure", "unknown", {"court_file", "doj_record"}),
    ],
)
def test_completion_is_proved_by_the_file_or_the_state_record(
    file: str, record: str, expected: str, rests: set[str]
) -> None:
    given: Given = {"court_file": file, "doj_record": record}
    assert found(PROOF_OF_COMPLETION, **given) == expected
    assert rests_on(PROOF_OF_COMPLETION, **given) == rests
    basis = read(PROOF_OF_COMPLETION, **given).basis.value
    assert basis == ("law" if expected == "presumed" else "said")


@pytest.mark.parametrize("citizenship", ["us_citizen_born", "noncitizen", "unsure"])
def test_it_is_open_to_everybody_and_asks_for_no_end_of_custody(citizenship: str) -> None:
    given: Given = {**STRONG, "citizenship": citizenship, "custody_in_case": "jail_or_prison"}
    assert outcome(PC1203_43, **given) == "indicated"


@pytest.mark.parametrize(
    ("as_of", "expected"), [(date(2015, 12, 31), "not_in_force"), (date(2016, 1, 1), "indicated")]
)
def test_the_law_begins_in_2016(as_of: date, expected: str) -> None:
    assert outcome(PC1203_43, as_of=as_of, **STRONG) == expected
