"""What a page says is computed once for all days between two changes, and is that of the very day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from screening.law import cases_shown as cases
from screening.law import decision_table as tables
from screening.law.cells import Table
from screening.law.decided import DecidedCase, HowRead, decided_cases, how_read, scenarios
from screening.rules.history import LAW_CHANGES
from screening.rules.remedies import REMEDIES
from tests.rules.ask import AS_OF
from tests.tiers import Rounds


ELEMENTS = {id(one.lines): (remedy.id, one.id) for remedy in REMEDIES for one in remedy.elements}
NAMES = (tables.CONVICTION, *ELEMENTS.values())
# The first and the last day that can be asked; limits that fall together; ends of months and years.
ODD = [date(1903, 5, 31), date(1910, 1, 1), date(2018, 1, 1), date(2024, 2, 29), date(2100, 12, 31)]
EDGES = [day for change in LAW_CHANGES for day in (change.day - timedelta(days=1), change.day)]
DAYS = sorted({*ODD, *EDGES, *(date(1997, 3, 30) + timedelta(days=599 * step) for step in range(24))})


def _rows(table: Table) -> tuple[object, ...]:
    return table.columns, [(row.cells, row.finding) for row in table.rows], table.names


def _some(days: list[date], many: int) -> list[date]:
    """From the first to the last, edges among them."""
    return days[:: max(1, len(days) // many)]


def test_a_table_is_that_of_the_very_day(rounds: Rounds) -> None:
    apart = rounds(4, 1)
    for place, day in enumerate(_some(DAYS, rounds(4, 30))):
        for name in NAMES[place % apart :: apart]:
            # What is shown was computed for another day, where one is like it.
            tables.rows_on(name, day - timedelta(days=2))
            assert _rows(tables.rows_on(name, day)) == _rows(tables.computed(name, day)), (name, day)


def test_a_case_is_read_as_on_the_very_day(rounds: Rounds) -> None:
    for day in _some(DAYS, rounds(2, 30)):
        cases.cases_shown(day - timedelta(days=2))
        for shown, case in zip(
            sum(cases.cases_shown(day), ()), (*decided_cases(), *scenarios()), strict=True
        ):
            for law, read in zip(shown.laws, how_read(case, day).laws, strict=True):
                assert (law.mark, law.word, law.decides) == (read.mark, read.word, read.decides), (
                    case.id,
                    day,
                )


def test_a_hundred_days_in_a_row_are_computed_no_more_often_than_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: Counter[object] = Counter()

    def counting_table(name: tuple[str, str], _as_of: date) -> None:
        counted[name] += 1

    def counting_case(case: DecidedCase, day: date) -> HowRead:
        counted[case.id] += 1
        return (
            read[case.id, day]
            if (case.id, day) in read
            else read.setdefault((case.id, day), how_read(case, day))
        )

    read: dict[tuple[str, date], HowRead] = {}
    monkeypatch.setattr(tables, "computed", counting_table)
    monkeypatch.setattr(cases, "how_read", counting_case)
    tables._alike.cache_clear()
    cases._laws.cache_clear()
    for number in range(100):
        day = AS_OF + timedelta(days=number)
        for name in NAMES:
            tables.rows_on(name, day)
        cases.cases_shown(day)
    assert set(NAMES) < set(counted)
    assert max(counted.values()) <= 10
    assert sum(counted[name] for name in NAMES) <= 3 * len(NAMES)
    tables._alike.cache_clear()


def test_no_more_is_kept_than_the_changes_of_two_centuries() -> None:
    asked = [date(1900, 1, 1) + timedelta(days=number) for number in range(0, 73000, 37)]
    for name in NAMES:
        orders = {tuple(tables._order(tables._readings()[name], day)) for day in asked}
        assert len(orders) < 100
    assert tables._alike.cache_parameters()["maxsize"] == 1024
