"""A reading applies only where its condition is known to hold; a negative one unless it is known to fail."""

from datetime import date

import pytest

from screening.rules.answer import Answer, all_of, any_of
from screening.rules.answers import Answers
from screening.rules.condition import (
    Condition,
    Otherwise,
    answered,
    before,
    earlier_than,
    holds,
    in_last_days,
    in_last_months,
    is_,
    lacks,
    may_be,
    may_lie,
    on_or_after,
    past,
    past_by,
    unanswered,
    unless,
    within_months,
)
from tests.rules.ask import AS_OF, answers


YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE

# A condition on a court, on ties and on a day, each with an answer that makes it yes, no and unknown.
COURT = is_("court", "federal", "other_state")
TIES = holds("ties", "us_family", "came_as_child")
DAY = on_or_after("disposition_date", date(2003, 7, 1))
MADE: dict[str, tuple[Condition, dict[Answer, object]]] = {
    "court": (COURT, {YES: "federal", NO: "california", UNSURE: "unsure"}),
    "ties": (TIES, {YES: ["us_family"], NO: ["none"], UNSURE: ["unsure"]}),
    "disposition_date": (DAY, {YES: "2004", NO: "2002", UNSURE: "2003"}),
}
ALWAYS = Otherwise()
each = pytest.mark.parametrize("key", MADE)


def said(condition: Condition, **given: object) -> Answer:
    """What the condition says of these answers."""
    return condition.test(answers(**given), AS_OF)


@each
@pytest.mark.parametrize("wanted", [YES, NO, UNSURE])
def test_a_condition_says_yes_no_or_unknown(key: str, wanted: Answer) -> None:
    condition, made = MADE[key]
    given = {key: made[wanted]}
    assert said(condition, **given) is wanted
    assert condition.holds(answers(**given), AS_OF) is (wanted is YES)
    assert condition.keys == (key,)


@each
@pytest.mark.parametrize("value", [None, "unsure", "prefer_not_to_say"])
def test_without_a_known_answer_it_is_unknown(key: str, value: str | None) -> None:
    assert said(MADE[key][0], **{key: value}) is UNSURE


@each
def test_a_negative_condition_holds_unless_it_is_known_to_fail(key: str) -> None:
    condition, made = MADE[key]
    assert said(unless(condition), **{key: made[NO]}) is YES
    assert said(unless(condition), **{key: made[UNSURE]}) is YES
    assert said(unless(condition)) is YES
    assert said(unless(condition), **{key: made[YES]}) is NO


@each
def test_a_possible_condition_holds_unless_it_is_known_to_be_false(key: str) -> None:
    condition, made = MADE[key]
    assert said(may_be(condition), **{key: made[YES]}) is YES
    assert said(may_be(condition), **{key: made[UNSURE]}) is YES
    assert said(may_be(condition)) is YES
    assert said(may_be(condition), **{key: made[NO]}) is NO


def test_a_date_may_lie_there_only_if_one_is_known() -> None:
    condition = may_lie(DAY)
    assert said(condition, disposition_date="2003") is YES
    assert said(condition, disposition_date="2004") is YES
    assert said(condition, disposition_date="2002") is NO
    assert said(condition) is NO
    assert condition.keys == ("disposition_date",)


def test_and_or_combine_what_is_known_and_the_keys() -> None:
    both, either = COURT & TIES, COURT | TIES
    assert both.keys == either.keys == ("court", "ties")
    assert (COURT & is_("court", "federal")).keys == ("court",)
    assert said(both, court="federal", ties=["us_family"]) is YES
    assert said(both, court="federal") is UNSURE
    assert said(both, court="california") is NO
    assert said(either, court="federal") is YES
    assert said(either, court="california") is UNSURE
    assert said(either, court="california", ties=["none"]) is NO


def test_lacks_asks_that_the_question_was_answered() -> None:
    condition = lacks("ties", "us_family")
    assert said(condition) is UNSURE
    assert said(condition, ties=["none"]) is YES
    assert said(condition, ties=["came_as_child"]) is YES
    assert said(condition, ties=["came_as_child", "us_family"]) is NO


def test_answered_and_unanswered_are_always_settled() -> None:
    for given, is_answered in ({}, False), ({"court": "unsure"}, False), ({"court": "federal"}, True):
        assert said(answered("court"), **given) is (YES if is_answered else NO)
        assert said(unanswered("court"), **given) is (NO if is_answered else YES)
    assert said(answered("ties"), ties=["none"]) is YES
    assert said(answered("disposition_date"), disposition_date="2003") is YES
    one_of_two = unanswered("court", "ties")
    assert said(one_of_two, court="federal") is YES
    assert said(one_of_two, court="federal", ties=["none"]) is NO
    assert one_of_two.keys == ("court", "ties")


@pytest.mark.parametrize(
    ("condition", "day", "expected"),
    [
        pytest.param(before("sentence_date", date(2003, 7, 1)), "2003-06-30", YES, id="before: yes"),
        pytest.param(before("sentence_date", date(2003, 7, 1)), "2003-07-01", NO, id="before: no"),
        pytest.param(past("sentence_date"), "2026-11-23", YES, id="past: yesterday"),
        pytest.param(past("sentence_date"), "2026-11-24", NO, id="past: today"),
        pytest.param(past_by("sentence_date", 12), "2025-11-23", YES, id="past by a year and a day"),
        pytest.param(past_by("sentence_date", 12), "2025-11-24", NO, id="past by a year"),
        pytest.param(within_months("sentence_date", 12), "2025-11-24", YES, id="within a year"),
        pytest.param(within_months("sentence_date", 12), "2025-11-23", NO, id="within a year and a day"),
        pytest.param(within_months("sentence_date", 12), "2027", YES, id="within: still to come"),
        pytest.param(in_last_months("sentence_date", 6), "2026-05-24", YES, id="in the last six months"),
        pytest.param(in_last_months("sentence_date", 6), "2026-05-23", NO, id="a day earlier"),
        pytest.param(in_last_months("sentence_date", 6), "2026-11-25", NO, id="still to come"),
        pytest.param(in_last_days("sentence_date", 30), "2026-10-25", YES, id="in the last thirty days"),
        pytest.param(in_last_days("sentence_date", 30), "2026-10-24", NO, id="thirty-one days ago"),
    ],
)
def test_conditions_on_days(condition: Condition, day: str, expected: Answer) -> None:
    assert said(condition, sentence_date=day) is expected
    assert said(condition) is UNSURE
    assert condition.keys == ("sentence_date",)


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        (COURT, "court is one of [federal, other_state]"),
        (TIES, "ties holds one of [us_family, came_as_child]"),
        (is_("court", "federal"), "court is federal"),
        (lacks("ties", "us_family", "said_so_then"), "ties lacks us_family and said_so_then"),
        (answered("court"), "court is known"),
        (unanswered("court", "ties"), "court or ties is not known"),
        (unless(answered("court")), "not known that court is known"),
        (may_be(answered("court")), "possibly court is known"),
        (may_lie(DAY), "possibly disposition_date is on or after 2003-07-01"),
        (before("sentence_date", date(2003, 7, 1)), "sentence_date is before 2003-07-01"),
        (past("sentence_date"), "sentence_date is before the as-of day"),
        (past_by("sentence_date", 12), "sentence_date plus 12 months is before the as-of day"),
        (within_months("sentence_date", 12), "the as-of day is within 12 months of sentence_date"),
        (in_last_months("sentence_date", 6), "sentence_date is within 6 months before the as-of day"),
        (in_last_days("sentence_date", 30), "sentence_date is within 30 days before the as-of day"),
        (answered("court") & answered("ties"), "court is known and ties is known"),
        (answered("court") | answered("ties"), "(court is known or ties is known)"),
    ],
)
def test_a_condition_says_what_it_asks(condition: Condition, says: str) -> None:
    assert condition.says == says


def stands_at(answer: Answer) -> Condition:
    return is_("court", "federal") if answer is UNSURE else ALWAYS if answer is YES else unless(ALWAYS)


@pytest.mark.parametrize("one", Answer)
@pytest.mark.parametrize("other", Answer)
def test_two_conditions_combine_as_their_answers_do_although_the_second_may_be_left_unread(
    one: Answer, other: Answer
) -> None:
    both, either = stands_at(one) & stands_at(other), stands_at(one) | stands_at(other)
    assert both.test(Answers({}), AS_OF) is all_of(one, other)
    assert either.test(Answers({}), AS_OF) is any_of(one, other)


def test_only_a_day_may_lie_somewhere() -> None:
    with pytest.raises(TypeError):
        may_lie(COURT)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2003", "2004", YES),
        ("2004", "2003", NO),
        ("2003", "2003-07", UNSURE),
        ("unsure", "2004", UNSURE),
        ("2003", "prefer_not_to_say", UNSURE),
    ],
)
def test_one_day_lies_before_another_only_where_both_are_known(
    first: str, second: str, expected: Answer
) -> None:
    order = earlier_than("removal_order_final_date", "disposition_date")
    assert said(order, removal_order_final_date=first, disposition_date=second) is expected
