"""The date box takes what people type, and says in words what it cannot take."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.law.days import days_of, read_box
from screening.questions.wording import say


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "typed",
    ["2026-01-02", " 2026-1-2 ", "2026/1/2", "2026.01.02", "2026 1 2", "۲۰۲۶-۰۱-۰۲", "2026 - 01 - 02"],
)
def test_a_day_is_read_year_first(typed: str) -> None:
    box = read_box("day", typed)
    assert (box.day, box.problem, box.shown) == (date(2026, 1, 2), None, "2026-01-02")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("1/2/2026", "year first"),
        ("yesterday", "year first"),
        ("2026", "year first"),
        ("2026-00-00", "no such day"),
        ("2025-02-29", "no such day"),
        ("2026-13-01", "no such day"),
        ("1899-12-31", "from 1900 to 2100"),
        ("2101-01-01", "from 1900 to 2100"),
        ("0000-01-01", "from 1900 to 2100"),
    ],
)
def test_what_is_no_day_is_said_in_words_and_stays_in_the_box(typed: str, says: str) -> None:
    box = read_box("day", typed)
    assert box.day is None
    assert box.problem is not None
    assert says in say(box.problem)
    assert box.shown == typed


@given(st.text())
def test_nothing_that_is_typed_is_a_fault(typed: str) -> None:
    box = read_box("day", typed)
    assert len(box.typed) <= 40
    assert (box.day is not None) + (box.problem is not None) == bool(typed.strip())


def test_an_empty_box_means_today_and_a_link_then_names_no_day() -> None:
    days = days_of({"day": " ", "other": ""}, TODAY)
    assert (days.as_of, days.other, days.problems, days.query) == (TODAY, None, (), "")
    assert days.whole_query == ""


def test_links_keep_the_day_and_other_languages_keep_both() -> None:
    days = days_of({"day": "2017-01-01", "other": "2022-01-01"}, TODAY)
    assert days.query == "?day=2017-01-01"
    assert days.whole_query == "?day=2017-01-01&other=2022-01-01"
    assert days.in_words == "January 1, 2017"
    assert days.other_in_words == "January 1, 2022"


def test_with_a_wrong_day_the_page_is_for_today() -> None:
    days = days_of({"day": "soon", "other": "2022-01-01"}, TODAY)
    assert (days.as_of, days.query) == (TODAY, "")
    assert [box.name for box in days.problems] == ["day"]
