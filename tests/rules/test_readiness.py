"""How much is said of a remedy, and which one an attorney looks at first (contract section 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from screening.rules.answers import Answers
from screening.rules.element import Remedy
from screening.rules.evaluate import evaluate, outcome_of
from screening.rules.finding import LIVING, Finding, Gates, Look, Outcome, Proof, Readiness, RemedyResult
from screening.rules.look_first import Rank, in_order, place
from screening.rules.readiness import readiness
from screening.rules.remedies import PC1016_5, PC1203_43, PC1473_7_A1, PC1473_7_A2, PC1473_7_A3, REMEDIES
from tests.rules.ask import AS_OF, answers, result
from tests.rules.strategies import as_of_days, records


RAISED = answers(innocence_evidence="unsure", race_bias="unsure")
A1, A2, A3, B, C = "pc1473_7_a1", "pc1473_7_a2", "pc1473_7_a3", "pc1016_5", "pc1203_43"


def read(remedy: Remedy, /, day: str = AS_OF.isoformat(), **findings: str) -> RemedyResult:
    """A remedy whose named elements are found so, and every other met."""
    elements = tuple(
        replace(element.read(RAISED, AS_OF), finding=Finding(findings.get(element.id, "met")))
        for element in remedy.elements
    )
    found = [element.finding for element in elements]
    outcome = outcome_of(remedy, found, RAISED, date.fromisoformat(day))
    return RemedyResult(remedy.id, outcome, elements, readiness(remedy, found))


def order(*found: RemedyResult) -> list[tuple[str, str]]:
    """The remedies to look at, first to last, each with its reason."""
    return [(look.remedy, look.reason.value) for look in in_order(map(_place, found))]


def _place(found: RemedyResult) -> tuple[Rank, Look] | None:
    findings = [element.finding for element in found.elements]
    return place(found.remedy, found.outcome, found.readiness, findings)


@pytest.mark.parametrize(
    ("remedy", "findings", "gates", "proof"),
    [
        pytest.param(PC1016_5, {}, Gates(7, 7, 0, 0), Proof(4, 4, 0, 0, 0), id="all met"),
        pytest.param(
            PC1016_5,
            {"advisement_missing": "presumed", "prejudice": "presumed"},
            Gates(7, 7, 0, 0),
            Proof(4, 4, 0, 0, 0),
            id="presumed is passed and supported",
        ),
        pytest.param(
            PC1016_5,
            {"noncitizen": "unknown", "plea": "contested", "not_infraction": "not_met"},
            Gates(4, 7, 1, 2),
            Proof(4, 4, 0, 0, 0),
            id="gates open and against",
        ),
        pytest.param(
            PC1016_5,
            {"immigration_harm": "for_attorney", "prejudice": "contested", "diligence": "unknown"},
            Gates(7, 7, 0, 0),
            Proof(1, 4, 1, 1, 1),
            id="proof open, against and for the attorney",
        ),
        pytest.param(
            PC1473_7_A1,
            {"custody_over": "not_yet"},
            Gates(4, 5, 0, 1),
            Proof(5, 5, 0, 0, 0),
            id="what is too early is a gate",
        ),
        pytest.param(
            PC1473_7_A2,
            {"new_evidence_of_innocence": "unknown"},
            Gates(4, 5, 1, 0),
            Proof(1, 1, 0, 0, 0),
            id="a ground is a gate",
        ),
    ],
)
def test_readiness_counts_gates_and_proof(
    remedy: Remedy, findings: dict[str, str], gates: Gates, proof: Proof
) -> None:
    assert read(remedy, **findings).readiness == Readiness(gates, proof)


def test_a_finding_too_few_is_an_error_and_counts_nothing() -> None:
    found = [Finding.MET] * (len(PC1016_5.elements) - 1)
    with pytest.raises(ValueError, match="zip"):
        readiness(PC1016_5, found)
    with pytest.raises(ValueError, match="zip"):
        outcome_of(PC1016_5, found, RAISED, AS_OF)


@given(records, as_of_days)
def test_every_element_is_counted_once(record: Answers, as_of: date) -> None:
    for remedy in evaluate(record, as_of).remedies:
        gates, proof = remedy.readiness.gates, remedy.readiness.proof
        assert gates.passed + gates.open + gates.against == gates.of
        assert proof.supported + proof.open + proof.against + proof.for_attorney == proof.of
        assert gates.of + proof.of == len(remedy.elements)


@given(records, as_of_days)
def test_every_living_remedy_is_looked_at_once_and_no_other(record: Answers, as_of: date) -> None:
    found = evaluate(record, as_of)
    living = {remedy.remedy for remedy in found.remedies if remedy.outcome in LIVING}
    listed = [look.remedy for look in found.look_first]
    assert set(listed) == living
    assert len(listed) == len(living)


# Each row: two remedies of which the first comes first, and why it stands there.
@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        pytest.param(read(PC1203_43), read(PC1473_7_A1), "mandatory", id="1203.43 before the others"),
        pytest.param(read(PC1473_7_A1), read(PC1473_7_A2), "gates_pass", id="a1 before a2"),
        pytest.param(read(PC1016_5), read(PC1473_7_A3), "gates_pass", id="1016.5 before a3"),
        pytest.param(read(PC1473_7_A1), read(PC1016_5), "gates_pass", id="alike: as named, a1"),
        pytest.param(read(PC1473_7_A2), read(PC1473_7_A3), "gates_pass", id="alike: as named, a2"),
        pytest.param(
            read(PC1473_7_A3),
            read(PC1203_43, completed="unknown"),
            "gates_pass",
            id="fewer open gates come before the kind",
        ),
        pytest.param(
            read(PC1203_43, completed="contested"),
            read(PC1473_7_A1),
            "gates_open",
            id="gates against come after the kind",
        ),
        pytest.param(
            read(PC1473_7_A1, noncitizen="unknown"),
            read(PC1203_43, completed="not_yet"),
            "gates_open",
            id="not yet comes last",
        ),
        pytest.param(
            read(PC1016_5),
            read(PC1473_7_A1, conviction_exists="contested"),
            "gates_pass",
            id="in a pair fewer gates against",
        ),
        pytest.param(
            read(PC1016_5, prejudice="unknown"),
            read(PC1473_7_A1, prejudice="contested", error="for_attorney"),
            "gates_pass",
            id="in a pair less proof to build",
        ),
        pytest.param(
            read(PC1473_7_A1, noncitizen="unknown", error="unknown"),
            read(PC1016_5, noncitizen="unknown"),
            "gates_open",
            id="proof does not count while a gate is open",
        ),
        pytest.param(
            read(PC1473_7_A1, noncitizen="contested", error="unknown"),
            read(PC1016_5, noncitizen="contested"),
            "gates_open",
            id="nor while one is contested",
        ),
        pytest.param(
            read(PC1473_7_A1, error="presumed"), read(PC1473_7_A2), "presumed", id="an element is presumed"
        ),
        pytest.param(
            read(PC1203_43, proof_of_completion="presumed"),
            read(PC1016_5),
            "mandatory",
            id="mandatory is said before presumed",
        ),
    ],
)
def test_which_of_two_is_looked_at_first(first: RemedyResult, second: RemedyResult, reason: str) -> None:
    assert order(first, second)[0] == order(second, first)[0] == (first.remedy, reason)


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(read(PC1016_5, plea="not_met"), id="ruled out"),
        pytest.param(read(PC1203_43, day="2015-12-31"), id="not law yet"),
        pytest.param(replace(read(PC1473_7_A2), outcome=Outcome.NOT_RAISED), id="not raised"),
    ],
)
def test_what_is_not_living_is_not_looked_at(found: RemedyResult) -> None:
    assert order(found) == []


def test_an_empty_record_is_looked_at_by_its_open_gates() -> None:
    assert [(look.remedy, look.reason.value) for look in result().look_first] == [
        (A1, "gates_open"),
        (C, "gates_open"),
        (B, "gates_open"),
    ]
    assert {A1, A2, A3, B, C} == {remedy.id for remedy in REMEDIES}


def test_only_living_laws_have_a_place_in_the_order_of_looking() -> None:
    result = evaluate(answers(court="federal"), AS_OF)
    assert result.places == {}
    result = evaluate(answers(), AS_OF)
    assert list(result.places) == [look.remedy for look in result.look_first]
    assert list(result.places.values()) == list(range(len(result.look_first)))
