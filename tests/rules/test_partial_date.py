"""Dates that stop where knowledge stops: each limit its last good day and the day after."""

from datetime import date

import pytest

from screening.rules.answer import Answer
from screening.rules.partial_date import PartialDate, add_months, later_of


YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE


def parse(text: str) -> PartialDate:
    """Short for the tables below."""
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2003", date(2003, 1, 1), date(2003, 12, 31)),
        ("2003-07", date(2003, 7, 1), date(2003, 7, 31)),
        ("2003-07-14", date(2003, 7, 14), date(2003, 7, 14)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("1900", date(1900, 1, 1), date(1900, 12, 31)),
        ("2100", date(2100, 1, 1), date(2100, 12, 31)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_date_is_the_span_of_days_it_may_be(text: str, earliest: date, latest: date) -> None:
    given = parse(text)
    assert (given.earliest, given.latest) == (earliest, latest)
    assert str(given) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1899",
        "2101",
        "0000",
        "2003-13",
        "2003-00",
        "2003-02-30",
        "2023-02-29",
        "2003-7",
        "2003-07-1",
        "03-07-14",
        "2003/07/14",
        "2003-07-14 ",
        "2003-",
        "2003-07-",
        "20030714",
        "14.07.2003",
        "unsure",
        "٢٠٠٣",
    ],
)
def test_what_is_no_real_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="."):
        parse(text)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        pytest.param("2003-07-14", date(2003, 7, 14), YES, id="the day itself"),
        pytest.param("2003-07-13", date(2003, 7, 14), NO, id="the day before"),
        pytest.param("2003-07-15", date(2003, 7, 14), YES, id="the day after"),
        pytest.param("2003", date(2003, 7, 14), UNSURE, id="a limit inside the year"),
        pytest.param("2003", date(1997, 1, 1), YES, id="a limit of another year"),
        pytest.param("2003", date(2003, 1, 1), YES, id="the first day of the year"),
        pytest.param("2003", date(2003, 1, 2), UNSURE, id="the second day of the year"),
        pytest.param("2003", date(2003, 12, 31), UNSURE, id="the last day of the year"),
        pytest.param("2003", date(2004, 1, 1), NO, id="the first day of the next year"),
        pytest.param("2003-07", date(2003, 7, 14), UNSURE, id="a limit inside the month"),
        pytest.param("2003-06", date(2003, 7, 1), NO, id="the month before"),
    ],
)
def test_a_limit_inside_the_span_is_unknown(text: str, limit: date, expected: Answer) -> None:
    assert parse(text).on_or_after(limit) is expected
    assert parse(text).before(limit) is ~expected


def test_after_leaves_out_the_day_itself() -> None:
    assert parse("2003-07-14").after(date(2003, 7, 14)) is NO
    assert parse("2003-07-15").after(date(2003, 7, 14)) is YES
    assert parse("2003-07").after(date(2003, 7, 31)) is NO
    assert parse("2003-07").after(date(2003, 7, 30)) is UNSURE


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2003", "2004", YES),
        ("2004", "2003", NO),
        ("2003", "2003", UNSURE),
        ("2003-07-14", "2003-07-14", NO),
        ("2003-07-13", "2003-07-14", YES),
        ("2003-07-15", "2003-07-14", NO),
        ("2003", "2003-12-31", UNSURE),
        ("2003", "2003-01-01", NO),
        ("2003-01-01", "2003", UNSURE),
        ("2003-12-31", "2003", NO),
        ("2002-12-31", "2003", YES),
    ],
)
def test_two_spans_are_compared_by_every_day_they_may_be(one: str, other: str, expected: Answer) -> None:
    assert parse(one).earlier_than(parse(other)) is expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 11, 24), 12, date(2026, 11, 24)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2020, 2, 29), 48, date(2024, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 3, 31), 1, date(2025, 4, 30)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 11, 24), -12, date(2025, 11, 24)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
    ],
)
def test_a_day_that_does_not_exist_is_the_last_of_its_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        pytest.param("2025-11-24", date(2026, 11, 24), YES, id="twelve months to the day"),
        pytest.param("2025-11-23", date(2026, 11, 24), NO, id="a day more"),
        pytest.param("2024-02-29", date(2025, 2, 28), YES, id="from February 29: the last good day"),
        pytest.param("2024-02-29", date(2025, 3, 1), NO, id="from February 29: the day after"),
        pytest.param("2030", date(2026, 11, 24), YES, id="still to come"),
        pytest.param("2025", date(2026, 11, 24), UNSURE, id="the limit inside the span"),
        pytest.param("2025", date(2026, 1, 1), YES, id="the whole span inside"),
        pytest.param("2025", date(2026, 12, 31), UNSURE, id="its last day inside"),
        pytest.param("2025", date(2027, 1, 1), NO, id="the whole span outside"),
    ],
)
def test_within_twelve_months_is_inclusive(text: str, as_of: date, expected: Answer) -> None:
    assert parse(text).within_months(12, as_of) is expected


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("2026-09-25", 60, YES),
        ("2026-09-24", 60, NO),
        ("2026-10-25", 30, YES),
        ("2026-10-24", 30, NO),
        ("2026-11-24", 30, YES),
        ("2026-11-25", 30, NO),
        ("2026-11", 30, UNSURE),
        ("2026-10", 30, UNSURE),
        ("2026-09", 30, NO),
        ("2027", 30, NO),
    ],
)
def test_within_days_counts_both_ends(text: str, days: int, expected: Answer) -> None:
    assert parse(text).within_days(days, date(2026, 11, 24)) is expected


@pytest.mark.parametrize(
    ("one", "other", "earliest", "latest", "text"),
    [
        ("2003", "2005", date(2005, 1, 1), date(2005, 12, 31), "2005"),
        ("2005", "2003", date(2005, 1, 1), date(2005, 12, 31), "2005"),
        ("2003", "2003-07", date(2003, 7, 1), date(2003, 12, 31), "2003"),
        ("2003-07", "2003", date(2003, 7, 1), date(2003, 12, 31), "2003"),
        ("2003-12", "2003", date(2003, 12, 1), date(2003, 12, 31), "2003-12"),
        ("2003", "2003-12", date(2003, 12, 1), date(2003, 12, 31), "2003-12"),
        ("2003", "2003-01-01", date(2003, 1, 1), date(2003, 12, 31), "2003"),
    ],
)
def test_the_later_of_two_spans(one: str, other: str, earliest: date, latest: date, text: str) -> None:
    later = later_of(parse(one), parse(other))
    assert (later.earliest, later.latest) == (earliest, latest)
    assert later.text == text


def test_months_are_added_to_both_ends_and_the_text_is_kept() -> None:
    assert parse("2024-02").plus_months(12) == PartialDate("2024-02", date(2025, 2, 1), date(2025, 2, 28))
    assert PartialDate.on(date(2003, 7, 4)) == parse("2003-07-04")
