"""Every decided case and every scenario gives what an honest screening may say of it."""

from collections import Counter

import pytest

from screening.rules.evaluate import evaluate
from screening.rules.flags.every import LISTS
from screening.rules.remedies import REMEDIES
from tests.rules.ask import AS_OF
from tests.rules.case_files import CASES, ROWS, Case


each_case = pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])


def test_no_case_was_lost_on_the_way() -> None:
    assert len(CASES) >= 87
    assert [name for name, times in Counter(case.id for case in CASES).items() if times > 1] == []


def test_every_field_of_a_case_file_is_read() -> None:
    lists = {name + end for name in LISTS for end in ("_includes", "_excludes")}
    told = {"case", "scenario", "published", "outcome_in_court", "ground"}  # what the open law page shows
    read = {"id", "source", "answers", "allowed", "leading", "immigration_conviction"}
    assert {field for row in ROWS for field in row} <= {*read, *lists, *told}


@each_case
def test_a_case_says_where_it_comes_from_and_what_is_allowed(case: Case) -> None:
    assert case.source.strip()
    assert case.allowed
    assert set(case.allowed) <= {remedy.id for remedy in REMEDIES}


@each_case
def test_a_case_has_an_outcome_that_is_allowed(case: Case) -> None:
    result = evaluate(case.answers, AS_OF)
    outcomes = {remedy: result.remedy(remedy).outcome.value for remedy in case.allowed}
    wrong = {remedy: said for remedy, said in outcomes.items() if said not in case.allowed[remedy]}
    assert not wrong


@each_case
def test_a_case_raises_the_flags_that_it_must(case: Case) -> None:
    result = evaluate(case.answers, AS_OF)
    for name in LISTS:
        raised = set(getattr(result, name))
        assert set(case.includes[name]) <= raised
        assert raised.isdisjoint(case.excludes[name])


@pytest.mark.parametrize("case", [case for case in CASES if case.leading], ids=lambda case: case.id)
def test_a_case_is_looked_at_first_where_it_must(case: Case) -> None:
    assert evaluate(case.answers, AS_OF).look_first[0].remedy == case.leading


@pytest.mark.parametrize("case", [case for case in CASES if case.conviction], ids=lambda case: case.id)
def test_a_case_counts_for_immigration_law_as_it_must(case: Case) -> None:
    assert evaluate(case.answers, AS_OF).conviction.finding.value == case.conviction
