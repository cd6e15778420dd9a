"""The walk to the smallest sets of answers: what it need not try, and where it ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from screening.rules.element import Remedy
from screening.rules.moving.walking import Keys, Walker, _one_of_each
from screening.rules.remedies import REMEDIES
from tests.rules.ask import AS_OF, answers


A, B, AB = Keys({"a"}), Keys({"b"}), Keys({"a", "b"})


@pytest.mark.parametrize(
    ("needed", "left", "keys"),
    [
        ([], 1, Keys()),
        ([A], 1, A),
        ([A], 0, Keys()),
        ([A, B], 1, Keys()),
        ([A, B], 2, A),
        ([AB, A], 1, A),
        ([A, AB], 1, A),
        ([AB, Keys({"c"})], 2, Keys({"c"})),
        ([A, Keys()], 3, Keys()),
        ([A, B, Keys({"c"})], 2, Keys()),
    ],
)
def test_one_of_each_is_answered_unless_more_stand_apart_than_answers_are_left(
    needed: list[Keys], left: int, keys: Keys
) -> None:
    assert _one_of_each(needed, left) == keys


@pytest.mark.parametrize(
    ("remedy", "first"),
    [(remedy, first) for remedy in REMEDIES for _case, first in remedy.later],
    ids=lambda value: getattr(value, "id", str(value)),
)
def test_a_case_is_reached_from_the_first_day_of_the_law_on(remedy: Remedy, first: date) -> None:
    for day in (first, first - timedelta(days=1)):
        walker = Walker(remedy.elements, ("disposition_date",), answers(), day)
        ways = len(list(walker.ways_before_the_law(remedy)))
        assert ways == sum(day < start for _case, start in remedy.later)


def test_from_the_start_nothing_is_given_yet() -> None:
    walker = Walker(REMEDIES[0].elements, ("court",), answers(), AS_OF)
    assert walker.start.given == {}
    assert [step.given for step in walker.ends(())] == [{}]
    assert {step.answers.one("court") for step in walker.ends(("court",))} >= {"california", "federal"}
