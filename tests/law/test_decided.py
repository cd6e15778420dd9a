"""The decided cases as product data, and how the tool reads each."""

from __future__ import annotations

import pytest

from screening.law.decided import (
    NOT_CITABLE,
    OUTCOMES,
    DecidedCase,
    all_cases,
    decided_cases,
    how_read,
    scenarios,
)
from screening.rules.evaluate import evaluate
from screening.rules.remedies import REMEDIES
from tests.rules.ask import AS_OF
from tests.rules.case_files import CASES


def test_they_are_the_cases_of_the_files_decisions_first() -> None:
    assert [case.id for case in all_cases()] == [case.id for case in CASES]
    assert all_cases() == (*decided_cases(), *scenarios())
    assert len(decided_cases()) >= 44
    for case, read in zip(all_cases(), CASES, strict=True):
        assert case.answers.values == read.answers.values, case.id


def test_an_unpublished_opinion_is_not_citable_and_a_scenario_was_never_in_court() -> None:
    for case in decided_cases():
        assert case.citable == ("[nonpub.]" not in case.name), case.id
        assert case.outcome_in_court in OUTCOMES.values(), case.id
        assert case.ground, case.id
    assert not any(case.citable or case.outcome_in_court for case in scenarios())
    assert "8.1115" in NOT_CITABLE


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)
def test_a_case_is_read_as_the_rules_read_it(case: DecidedCase) -> None:
    read, result = how_read(case, AS_OF), evaluate(case.answers, AS_OF)
    assert read.result.digest == result.digest
    assert [law.id for law in read.laws] == [remedy.id for remedy in REMEDIES]
    for law, found in zip(read.laws, result.remedies, strict=True):
        assert law.outcome is found.outcome
        assert law.decides or law.outcome.value == "indicated"
        named = {element for elements in found.open.values() for element in elements}
        assert len(read.open_elements(law)) == len(named)
