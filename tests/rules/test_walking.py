"""The walk to the smallest sets of answers: what it need not try, and where it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from screening.rules.condition import Condition, KnownDay, Named, earlier_than, is_, unless
from screening.rules.day import first_known
from screening.rules.element import Remedy
from screening.rules.finding import Finding
from screening.rules.moving.walking import Keys, Walker, _lines, _one_of_each, _Walk
from screening.rules.remedies import REMEDIES
from screening.rules.remedies.gates import CALIFORNIA_CASE
from tests.rules.ask import AS_OF, Given, answers


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


COURT, ADULT, TRIED = is_("court", "california"), is_("juvenile", "no"), is_("disposition", "trial")
BOTH, EITHER = COURT & ADULT, COURT | ADULT
EARLIER = earlier_than("sentence_date", "disposition_date")
EITHER_DAY = KnownDay(first_known("sentence_date", "disposition_date"))
OPEN = ("court", "juvenile", "sentence_date", "disposition_date")
IN_COURT: Given = {"court": "california"}
AS_ADULT: Given = {"juvenile": "no"}


def keys(*names: str) -> Keys:
    return Keys(names)


@pytest.mark.parametrize(
    ("condition", "holds", "given", "left", "needed"),
    [
        pytest.param(COURT, False, {}, 1, keys("court"), id="what is open"),
        pytest.param(TRIED, False, {}, 1, keys(), id="what is not open"),
        pytest.param(BOTH, False, {}, 2, keys("court"), id="each part: one of them first"),
        pytest.param(BOTH, False, {}, 1, keys(), id="each part: more than are left"),
        pytest.param(BOTH, False, IN_COURT, 1, keys("juvenile"), id="the part that does not hold"),
        pytest.param(
            BOTH, True, {**IN_COURT, **AS_ADULT}, 1, keys("court", "juvenile"), id="either ends both"
        ),
        pytest.param(EITHER, False, {}, 1, keys("court", "juvenile"), id="either brings one of two"),
        pytest.param(EITHER, True, AS_ADULT, 1, keys("juvenile"), id="the part that holds"),
        pytest.param(EITHER, True, {**IN_COURT, **AS_ADULT}, 1, keys(), id="both parts: more than are left"),
        pytest.param(unless(BOTH), True, IN_COURT, 1, keys("juvenile"), id="the negative turned"),
        pytest.param(unless(EITHER), False, AS_ADULT, 1, keys("juvenile"), id="the negative brought about"),
        pytest.param(Named("both", BOTH), False, IN_COURT, 1, keys("juvenile"), id="what a name stands for"),
        pytest.param(EARLIER, False, {}, 2, keys("sentence_date"), id="two days: one of them first"),
        pytest.param(EARLIER, False, {}, 1, keys(), id="two days: more than are left"),
        pytest.param(
            EITHER_DAY, False, {}, 1, keys("sentence_date", "disposition_date"), id="one of two days"
        ),
        pytest.param(
            EARLIER, False, {"sentence_date": "2010"}, 1, keys("disposition_date"), id="the other day"
        ),
        pytest.param(
            EARLIER,
            False,
            {"sentence_date": "2010", "disposition_date": "2010"},
            1,
            keys("sentence_date", "disposition_date"),
            id="two days known too loosely",
        ),
    ],
)
def test_a_condition_turns_only_by_what_it_waits_for(
    condition: Condition, holds: bool, given: Given, left: int, needed: Keys
) -> None:
    walker = Walker((), OPEN, answers(**given), AS_OF)
    assert walker._turn(condition, holds, walker.start, left) == needed


FIRST, SECOND = (replace(CALIFORNIA_CASE.lines[0], when=when) for when in (BOTH, ADULT))
ELEMENT = replace(CALIFORNIA_CASE, lines=(FIRST, SECOND))


@pytest.mark.parametrize(
    ("place", "given", "needed"),
    [
        pytest.param(1, {}, keys("juvenile"), id="nothing applies: its condition"),
        pytest.param(None, {}, keys(), id="nothing applies, and nothing is wanted"),
        pytest.param(None, AS_ADULT, keys("juvenile"), id="nothing is wanted: what applies must end"),
        pytest.param(0, AS_ADULT, keys("court"), id="what applies stands behind"),
        pytest.param(
            1, {**IN_COURT, **AS_ADULT}, keys("court", "juvenile"), id="what stands before must end"
        ),
        pytest.param(0, {**IN_COURT, **AS_ADULT}, keys(), id="it applies already"),
    ],
)
def test_a_line_waits_for_its_condition_and_for_the_end_of_the_line_before_it(
    place: int | None, given: Given, needed: Keys
) -> None:
    walker = Walker((ELEMENT,), OPEN, answers(**given), AS_OF)
    line = None if place is None else ELEMENT.lines[place]
    assert walker._toward(ELEMENT, line, walker.start, 2) == needed


def test_what_holds_a_found_set_or_was_tried_in_another_order_is_not_tried_again() -> None:
    walk = _Walk(lambda _step, _left: Keys(), lambda _step: False, {A: None})
    assert not walk.is_new({"a": "yes"})
    assert not walk.is_new({"a": "yes", "b": "yes"})
    assert walk.is_new({"b": "yes", "c": "yes"})
    assert not walk.is_new({"c": "yes", "b": "yes"})
    assert walk.is_new({"c": "yes", "b": "no"})


@pytest.mark.parametrize(
    ("finding", "lines"),
    [(Finding.MET, [FIRST, SECOND]), (Finding.UNKNOWN, [None]), (Finding.NOT_MET, [])],
)
def test_the_lines_to_a_finding_are_those_that_give_it_and_none_gives_unknown(
    finding: Finding, lines: list[object]
) -> None:
    assert list(_lines(ELEMENT, lambda _element, one: one is finding)) == lines


def test_a_stuck_finding_is_left_by_every_line_to_another() -> None:
    walker = Walker((ELEMENT,), OPEN, answers(), AS_OF)
    needed = walker._escape(ELEMENT, lambda _element, one: one is Finding.UNKNOWN, walker.start, 2)
    assert needed == keys("court", "juvenile")
