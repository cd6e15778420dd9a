"""The outcome of a remedy, the first that applies, and what stays open beside it."""

from datetime import date

import pytest

from screening.rules.evaluate import evaluate, outcome_of
from screening.rules.finding import OPEN_FINDINGS, Basis, ElementResult, Finding, Outcome, RemedyResult
from screening.rules.remedies import PC1016_5, PC1203_43, PC1473_7_A1, PC1473_7_A2, REMEDIES
from screening.rules.text import Text
from tests.rules.ask import AS_OF, answers, outcome, result


def test_all_remedies_always_stand_there() -> None:
    assert [found.remedy for found in result().remedies] == [remedy.id for remedy in REMEDIES]


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        pytest.param(Finding, "not_indicated", id="every finding at once"),
        pytest.param(["not_yet", "unknown", "contested", "for_attorney", "met"], "not_yet", id="no gate"),
        pytest.param(["unknown", "contested", "for_attorney", "met"], "needs_facts", id="nothing not yet"),
        pytest.param(["contested", "for_attorney", "presumed", "met"], "contested", id="nothing unknown"),
        pytest.param(["for_attorney", "presumed", "met"], "indicated", id="nothing contested"),
        pytest.param(["met"], "indicated", id="all met"),
    ],
)
def test_the_first_outcome_that_applies_is_taken(findings: list[str], expected: str) -> None:
    found = [Finding(finding) for finding in findings]
    assert outcome_of(PC1016_5, found, answers(), AS_OF).value == expected


def test_a_law_that_is_not_in_force_comes_before_everything() -> None:
    before = date(1977, 12, 31)
    assert outcome_of(PC1016_5, [Finding.NOT_MET], answers(), before) is Outcome.NOT_IN_FORCE


def test_a_ground_that_is_not_named_comes_after_the_gates_and_before_the_rest() -> None:
    unnamed = answers()
    assert outcome_of(PC1473_7_A2, [Finding.NOT_MET], unnamed, AS_OF) is Outcome.NOT_INDICATED
    assert outcome_of(PC1473_7_A2, [Finding.NOT_YET, Finding.UNKNOWN], unnamed, AS_OF) is Outcome.NOT_RAISED


def test_open_names_each_open_element_under_its_finding() -> None:
    def element(number: int, finding: Finding) -> ElementResult:
        return ElementResult(f"e{number}", finding, Text(""), Basis.SAID, (), (), (), Text(""))

    all_of_them = tuple(element(number, finding) for number, finding in enumerate([*Finding, *Finding]))
    found = RemedyResult("one", Outcome.CONTESTED, all_of_them)
    assert found.open == {
        "contested": ("e3", "e10"),
        "unknown": ("e2", "e9"),
        "for_attorney": ("e4", "e11"),
        "not_yet": ("e5", "e12"),
    }
    assert [finding.value for finding in OPEN_FINDINGS] == ["contested", "unknown", "for_attorney", "not_yet"]


def test_a_remedy_that_is_ruled_out_still_shows_what_is_open() -> None:
    found = result(court="federal", custody_in_case="probation", disposition="plea_then_withdrawn")
    a1 = found.remedy("pc1473_7_a1")
    assert a1.outcome is Outcome.NOT_INDICATED
    assert a1.open[Finding.NOT_YET] == ("custody_over",)
    assert a1.open[Finding.CONTESTED] == ("conviction_exists",)


def test_a_remedy_is_possible_while_no_gate_rules_it_out() -> None:
    assert PC1473_7_A1.possible(answers())
    assert PC1473_7_A1.possible(answers(custody_in_case="jail_or_prison"))
    citizen = answers(citizenship="us_citizen_born")
    assert not PC1473_7_A1.possible(citizen)
    assert PC1473_7_A1.possible(citizen, leaving_out="noncitizen")
    assert not PC1473_7_A1.possible(citizen, leaving_out="adult_case")
    assert PC1203_43.possible(citizen)


def test_a_remedy_is_raised_unless_its_ground_is_no_or_absent() -> None:
    assert PC1473_7_A1.raised(answers())
    assert not PC1473_7_A2.raised(answers())
    assert not PC1473_7_A2.raised(answers(innocence_evidence="no"))
    assert PC1473_7_A2.raised(answers(innocence_evidence="unsure"))
    assert PC1473_7_A2.raised(answers(innocence_evidence="yes"))


def test_the_days_in_force_are_those_of_the_statutes() -> None:
    assert {remedy.id: remedy.in_force for remedy in REMEDIES} == {
        "pc1473_7_a1": date(2017, 1, 1),
        "pc1473_7_a2": date(2017, 1, 1),
        "pc1473_7_a3": date(2021, 1, 1),
        "pc1016_5": date(1978, 1, 1),
        "pc1203_43": date(2016, 1, 1),
    }


def test_a_result_carries_what_it_was_given() -> None:
    given = answers(court="california")
    found = evaluate(given, AS_OF)
    assert found.answers is given
    assert found.as_of == AS_OF
    assert outcome(PC1473_7_A1, court="california") == found.remedy("pc1473_7_a1").outcome.value
