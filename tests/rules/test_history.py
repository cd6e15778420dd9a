"""Every day on which a rule turns stands in the history of the laws; bills wait to be checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from screening.rules.afterwards import AFTERWARDS
from screening.rules.authorities import AUTHORITIES, Mark
from screening.rules.beside import Afterwards, LawChange
from screening.rules.bills import BILLS, Bill
from screening.rules.history import LAW_CHANGES, changes_between
from screening.rules.remedies import REMEDIES
from tests.rules.test_architecture import FORBIDDEN_WORDS


IDS = {*AUTHORITIES, *(remedy.id for remedy in REMEDIES)}


# Days that are no change of the law that reads them: a program before 1997 took no plea, which every sign of a
# plea asks; a year after PC 1016.5 began; the oldest judgment that PC 745(j)(4) names.
NO_CHANGE = {date(1997, 1, 1), date(1979, 1, 1), date(2015, 1, 1)}


def _days_of_the_rules() -> Iterator[tuple[str, date]]:
    for remedy in REMEDIES:
        yield remedy.id, remedy.in_force
        yield from ((remedy.id, first) for _case, first in remedy.later)
        for element in remedy.elements:
            yield from ((remedy.id, limit) for limit in element.limits if isinstance(limit, date))


@pytest.mark.parametrize(("remedy", "day"), sorted(set(_days_of_the_rules())))
def test_every_day_that_the_rules_turn_on_is_a_change_of_that_law(remedy: str, day: date) -> None:
    changed = any(change.day == day and remedy in change.statutes for change in LAW_CHANGES)
    assert changed or day in NO_CHANGE


@pytest.mark.parametrize("change", LAW_CHANGES, ids=lambda change: f"{change.day} {change.law}")
def test_every_change_names_its_law_and_what_it_did(change: LawChange) -> None:
    assert change.statutes
    assert set(change.statutes) <= IDS
    assert change.law
    assert change.says.msgid.endswith(".")
    assert change.mark in Mark
    assert not FORBIDDEN_WORDS.search(change.says.msgid)


# By their day, as the project's legal reference has it.
IN_FORCE = [
    ("1978-01-01", "Stats. 1977, ch. 1088"),
    ("1997-01-01", "PC 1000 (deferred entry of judgment)"),
    ("2016-01-01", "AB 1352 (Stats. 2015, ch. 646)"),
    ("2017-01-01", "AB 813 (Stats. 2016, ch. 739)"),
    ("2018-01-01", "AB 208 (Stats. 2017, ch. 778)"),
    ("2019-01-01", "AB 2867 (Stats. 2018, ch. 825; Mejia cites ch. 525)"),
    ("2021-01-01", "AB 2542 (Stats. 2020, ch. 317)"),
    ("2021-01-01", "AB 1950"),
    ("2022-01-01", "AB 1259 (Stats. 2021, ch. 420)"),
    ("2023-01-01", "AB 256 (Stats. 2022, ch. 739)"),
    ("2024-12-18", "Prop 36 of 2024"),
    ("2025-01-01", "PC 745(j)(4)"),
    ("2026-01-01", "SB 281 (Stats. 2025, ch. 666)"),
    ("2026-01-01", "AB 1071 (Stats. 2025, ch. 721)"),
    ("2026-01-01", "PC 745(j)(5)"),
    ("2026-01-01", "SB 734 (Stats. 2025, ch. 784)"),
]


def test_each_change_is_law_from_its_day() -> None:
    assert sorted((change.day.isoformat(), change.law) for change in LAW_CHANGES) == sorted(IN_FORCE)


def test_a_change_is_drawn_only_into_the_cases_that_it_can_reach() -> None:
    assert {change.law.split(" (")[0]: change.when.says for change in LAW_CHANGES if change.when} == {
        "PC 1000": "program is known",
        "AB 208": "program is known",
        "AB 1259": "possibly disposition is trial",
    }


def test_the_changes_stand_in_the_order_of_their_days_and_once() -> None:
    assert [change.day for change in LAW_CHANGES] == sorted(change.day for change in LAW_CHANGES)
    assert len({change.law for change in LAW_CHANGES}) == len(LAW_CHANGES)


def test_what_is_known_only_from_memory_is_marked() -> None:
    marked = {change.law.split(" (")[0]: change.mark for change in LAW_CHANGES}
    assert {law for law, mark in marked.items() if mark is Mark.M} == {
        "Stats. 1977, ch. 1088",
        "AB 813",
        "AB 2867",
        "AB 256",
    }


def test_a_change_counts_from_its_first_day() -> None:
    first = date(2022, 1, 1)
    before, after = first - timedelta(days=1), first + timedelta(days=1)
    laws = ["AB 1259 (Stats. 2021, ch. 420)"]
    assert [change.law for change in changes_between(before, first)] == laws
    assert [change.law for change in changes_between(first, after)] == []
    assert [change.law for change in changes_between(before, after)] == laws
    assert changes_between(first, first) == ()


def test_the_two_days_may_come_in_any_order() -> None:
    old, new = date(2016, 12, 31), date(2026, 11, 24)
    assert changes_between(old, new) == changes_between(new, old)
    assert len(changes_between(old, new)) == 13
    assert changes_between(date.min, date.max) == LAW_CHANGES


@pytest.mark.parametrize("bill", BILLS, ids=lambda bill: bill.id)
def test_a_bill_to_watch_says_what_it_would_do_and_how_it_was_last_seen(bill: Bill) -> None:
    assert bill.outcome_known is False
    assert bill.session == "2025–26"
    assert set(bill.statutes) <= IDS
    assert bill.would.msgid.startswith("Would ")
    assert bill.last_seen.msgid.endswith(".")
    assert bill.seen.latest < date(2026, 11, 24)
    assert bill.source.startswith("https://")
    assert bill.mark in Mark


def test_the_three_bills_of_the_session_are_watched() -> None:
    assert [bill.id for bill in BILLS] == ["ab1595", "ab2262", "ab2669"]


@pytest.mark.parametrize("line", AFTERWARDS.values(), ids=lambda line: line.id)
def test_what_winning_does_not_do_has_authority(line: Afterwards) -> None:
    assert line.points
    assert line.says.msgid.endswith(".")
    assert not FORBIDDEN_WORDS.search(line.says.msgid)


def test_vacatur_is_never_shown_as_the_end() -> None:
    cited = {point.short for line in AFTERWARDS.values() for point in line.points}
    assert {"Vaca", "Martinez v. Superior Court (2024)", "De Jesus-Platon", "Azrag", "Bent"} <= cited
