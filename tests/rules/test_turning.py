"""When time alone may change a result: before that day nothing does."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.rules.answers import Answers
from screening.rules.evaluate import evaluate
from screening.rules.turning import turns_on
from screening.rules.urgency import pressing
from tests.rules.ask import AS_OF, answers
from tests.rules.strategies import as_of_days, records


def said(record: Answers, day: date) -> tuple[Any, ...]:
    """What the queue tells of a record, but the words of the reasons."""
    result = evaluate(record, day)
    findings = [[one.finding for one in law.elements] for law in result.remedies]
    levels = [(one.flag, one.level) for one in pressing(result.urgent, record, day)]
    return findings, [law.outcome for law in result.remedies], result.look_first, levels


@settings(deadline=None)
@given(records, as_of_days, st.integers(0, 4000))
def test_before_that_day_nothing_changes(record: Answers, day: date, later: int) -> None:
    turning = turns_on(record, day)
    last = turning - timedelta(days=1) if turning else date(2100, 1, 1)
    assert said(record, min(day + timedelta(days=later), last)) == said(record, day)


@pytest.mark.parametrize(
    ("given", "first"),
    [
        ({"upcoming": ["travel"], "travel_date": (AS_OF + timedelta(days=90)).isoformat()}, 60),
        ({"upcoming": ["travel"], "travel_date": (AS_OF + timedelta(days=9)).isoformat()}, 9),
        ({"upcoming": ["travel"], "travel_date": AS_OF.isoformat()}, 1),
        ({"sentence_date": (AS_OF - timedelta(days=59)).isoformat()}, 2),
        ({"open_warrant": "yes"}, None),
        # Twelve months and a day, the line for diligence.
        ({"first_notice_date": "2026-01-10"}, (date(2027, 1, 11) - AS_OF).days),
    ],
)
def test_a_day_that_comes_near_comes_or_is_over_turns_it(given: dict[str, Any], first: int | None) -> None:
    expected = None if first is None else AS_OF + timedelta(days=first)
    assert turns_on(answers(**given), AS_OF) == expected


def test_the_laws_own_days_turn_every_record() -> None:
    assert turns_on(answers(), date(2015, 6, 1)) == date(2016, 1, 1)
