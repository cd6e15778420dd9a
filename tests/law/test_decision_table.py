"""The decision tables: any answers fall in exactly one row, and its finding is what the rules say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.law.decision_table import conviction_table, decision_table
from screening.rules.answers import Answers
from screening.rules.immigration import immigration_conviction
from screening.rules.remedies import REMEDIES
from tests.rules.ask import AS_OF
from tests.rules.strategies import records


# Elements that several remedies share are one table.
ELEMENTS = {element: remedy.id for remedy in reversed(REMEDIES) for element in remedy.elements}
# In force and not; limits in another order; an end of February; a first of January.
DAYS = (AS_OF, date(2019, 6, 30), date(2022, 7, 1), date(2026, 1, 1), date(2028, 2, 29))


def _tables_hold(answers: Answers, as_of: date) -> None:
    for element, remedy in ELEMENTS.items():
        row = decision_table(remedy, element.id, as_of).row_of(answers)
        assert row.finding is element.finding(answers, as_of), element.id
    found = conviction_table(as_of).row_of(answers).finding
    assert found is immigration_conviction(answers, as_of).finding


@settings(max_examples=60)
@given(records)
def test_any_answers_fall_in_one_row_and_its_finding_is_that_of_the_rules(answers: Answers) -> None:
    _tables_hold(answers, AS_OF)


@settings(max_examples=15)
@given(records, st.sampled_from(DAYS))
def test_they_do_so_on_other_days_too(answers: Answers, as_of: date) -> None:
    _tables_hold(answers, as_of)


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_the_example_of_each_row_falls_in_it_and_is_read_as_it_says(as_of: date) -> None:
    for element, remedy in ELEMENTS.items():
        table = decision_table(remedy, element.id, as_of)
        for row in table.rows:
            # On a day that leaves no room between two limits, a row may be one that no answers are like.
            assert row.example or (element.id, as_of == AS_OF) == ("timely", False)
            if row.example:
                assert table.row_of(row.example) is row
                assert element.finding(row.example, as_of) is row.finding


def test_the_table_reads_the_same_on_every_usual_day() -> None:
    for element, remedy in ELEMENTS.items():
        one, other = (decision_table(remedy, element.id, day) for day in (AS_OF, date(2027, 3, 9)))
        assert [(row.cells, row.finding) for row in one.rows] == [
            (row.cells, row.finding) for row in other.rows
        ]


def test_an_element_that_is_not_in_the_rules_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        decision_table("pc1016_5", "timely", AS_OF)


def test_answers_that_are_read_alike_stand_together_and_what_is_not_read_has_no_column() -> None:
    table = decision_table("pc1473_7_a1", "conviction_exists", AS_OF)
    relief = next(column for column in table.columns if column.key == "later_relief")
    assert relief.groups == (("vacated_other",),)
    columns = decision_table("pc1016_5", "plea_after_1977", AS_OF).columns
    limits = {column.key: column.limits for column in columns if not column.sign}
    assert limits == {"disposition_date": (date(1978, 1, 1),)}


def test_a_sign_is_one_column_that_is_explained_with_the_names_in_it() -> None:
    table = decision_table("pc1016_5", "plea", AS_OF)
    assert [column.key for column in table.columns] == ["disposition", "plea words", "a conviction sign"]
    assert {"plea words", "a conviction sign", "a sentence sign", "a harm sign"} == set(table.names)
    assert len(table.rows) <= 7


def test_tables_stay_short_enough_to_read() -> None:
    rows = {
        element.id: len(decision_table(remedy, element.id, AS_OF).rows)
        for element, remedy in ELEMENTS.items()
    }
    assert max(rows.values()) <= 40
    assert sum(count > 25 for count in rows.values()) <= 1
