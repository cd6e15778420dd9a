"""The outcome of a remedy, the first that applies, and what stays open beside it."""

from datetime import date

import pytest

from screening.rules.element import Remedy
from screening.rules.evaluate import evaluate, outcome_of
from screening.rules.finding import (
    OPEN_FINDINGS,
    Basis,
    ElementResult,
    Finding,
    Gates,
    Outcome,
    Proof,
    Readiness,
    RemedyResult,
)
from screening.rules.remedies import PC1016_5, PC1203_43, PC1473_7_A1, PC1473_7_A2, REMEDIES
from screening.rules.text import Text
from tests.rules.ask import AS_OF, answers, outcome, result


def test_all_remedies_always_stand_there() -> None:
    assert [found.remedy for found in result().remedies] == [remedy.id for remedy in REMEDIES]


def found_in(remedy: Remedy, **findings: str) -> list[Finding]:
    """A finding for each element: those named, and every other met."""
    return [Finding(findings.get(element.id, "met")) for element in remedy.elements]


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        pytest.param(
            {"plea": "not_met", "noncitizen": "unknown", "prejudice": "contested", "diligence": "not_yet"},
            "not_indicated",
            id="a gate rules it out",
        ),
        pytest.param(
            {"diligence": "not_yet", "noncitizen": "unknown", "prejudice": "contested"},
            "not_yet",
            id="not yet",
        ),
        pytest.param({"noncitizen": "unknown", "prejudice": "contested"}, "needs_facts", id="a gate unknown"),
        pytest.param(
            {"prejudice": "contested", "diligence": "unknown", "immigration_harm": "for_attorney"},
            "contested",
            id="contested comes before what only proves",
        ),
        pytest.param({"noncitizen": "contested"}, "contested", id="a gate contested"),
        pytest.param({"diligence": "unknown"}, "needs_proof", id="proof unknown"),
        pytest.param({"immigration_harm": "for_attorney"}, "needs_proof", id="an analysis is missing"),
        pytest.param({"advisement_missing": "presumed"}, "indicated", id="presumed"),
        pytest.param({}, "indicated", id="all met"),
    ],
)
def test_the_first_outcome_that_applies_is_taken(findings: dict[str, str], expected: str) -> None:
    found = found_in(PC1016_5, **findings)
    assert outcome_of(PC1016_5, found, answers(), AS_OF).value == expected


BLOCKING = {
    "pc1473_7_a1": ["noncitizen", "california_case", "adult_case", "conviction_exists", "custody_over"],
    "pc1473_7_a2": [
        "california_case",
        "adult_case",
        "conviction_exists",
        "custody_over",
        "new_evidence_of_innocence",
    ],
    "pc1016_5": [
        "noncitizen",
        "california_case",
        "adult_case",
        "plea",
        "not_infraction",
        "plea_after_1977",
        "advisement_missing",
    ],
    "pc1203_43": [
        "california_case",
        "adult_case",
        "deferred_entry",
        "granted_1997_or_later",
        "plea_entered",
        "completed",
        "dismissed",
    ],
}


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.id)
def test_an_outcome_waits_for_what_can_bar_the_remedy_and_for_its_ground(remedy: Remedy) -> None:
    blocking = [one.id for one, blocks in zip(remedy.elements, remedy.blocking, strict=True) if blocks]
    barring = [
        one.id
        for one in remedy.elements
        if {line.finding for line in one.lines} & {Finding.NOT_MET, Finding.NOT_YET}
        or (remedy.ground in one.keys)
    ]
    assert blocking == barring
    if remedy.id in BLOCKING:
        assert blocking == BLOCKING[remedy.id]


def test_a_law_that_is_not_in_force_comes_before_everything() -> None:
    before = date(1977, 12, 31)
    assert outcome_of(PC1016_5, found_in(PC1016_5, plea="not_met"), answers(), before) is Outcome.NOT_IN_FORCE


def test_a_ground_that_is_not_named_comes_after_the_gates_and_before_the_rest() -> None:
    unnamed = answers()
    ruled_out = found_in(PC1473_7_A2, california_case="not_met")
    too_early = found_in(PC1473_7_A2, custody_over="not_yet")
    assert outcome_of(PC1473_7_A2, ruled_out, unnamed, AS_OF) is Outcome.NOT_INDICATED
    assert outcome_of(PC1473_7_A2, too_early, unnamed, AS_OF) is Outcome.NOT_RAISED


def test_open_names_each_open_element_under_its_finding() -> None:
    def element(number: int, finding: Finding) -> ElementResult:
        return ElementResult(f"e{number}", finding, Text(""), Basis.SAID, (), (), (), Text(""))

    all_of_them = tuple(element(number, finding) for number, finding in enumerate([*Finding, *Finding]))
    nothing = Readiness(Gates(0, 0, 0, 0), Proof(0, 0, 0, 0, 0))
    found = RemedyResult("one", Outcome.CONTESTED, all_of_them, nothing)
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
    # A day names it too, whatever else was said.
    assert PC1473_7_A2.raised(answers(innocence_evidence_date="2020"))
    assert PC1473_7_A2.raised(answers(innocence_evidence="no", innocence_evidence_date="2020"))
    assert not PC1473_7_A2.raised(answers(innocence_evidence="no", innocence_evidence_date="unsure"))


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
