"""What is left out of the client copy leaves no trace on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import said
from screening.rules.answers import Value
from screening.rules.facts import FACTS, UNKNOWN_VALUES, Kind
from screening.rules.record import parse_answers
from screening.summary.client.sensitive import (
    EVENTS,
    GROUPS,
    SAFE,
    Group,
    answered_groups,
    shown_answers,
    ticked_groups,
)
from tests.summary.copies import copy_of, read, read_all
from tests.tiers import Rounds


Decided = dict[str, dict[str, Any]]
ANY_GROUP = pytest.mark.parametrize("group", GROUPS, ids=[group.number for group in GROUPS])
# Most people: a plea in California, and nothing else known.
PLAIN: dict[str, object] = {"court": "california", "county": "Kern", "disposition": "guilty_plea"}
# Days that must not be missed stand on the copy without their names: they are looked at apart.
DAYS = {"upcoming", *(key for key in EVENTS.keys if key.startswith(("immigration_", "ice_", "criminal_")))}


def values_of(key: str) -> Iterator[object]:
    """Every answer to a question, as a file gives it."""
    fact = FACTS[key]
    if fact.kind is Kind.DATE:
        yield from ("1990-03-04", "2016", "2026-11-20", "2026-12-09", "unsure")
    for value in fact.all_values:
        yield [value] if fact.kind is Kind.SEVERAL else value


def left_out(group: Group) -> Iterator[tuple[str, object]]:
    yield from ((key, value) for key in group.keys for value in values_of(key))


def test_every_key_is_in_a_group_or_safe_and_in_one_place_only() -> None:
    placed = Counter([*SAFE, *(key for group in GROUPS for key in group.keys)])
    assert set(placed) == set(FACTS)
    assert set(placed.values()) == {1}


def test_the_numbers_say_nothing_and_differ() -> None:
    assert [group.number for group in GROUPS] == [str(number) for number in range(1, len(GROUPS) + 1)]
    assert len({group.title.msgid for group in GROUPS}) == len(GROUPS)


def test_what_is_ticked_is_read_and_nonsense_is_nothing() -> None:
    assert ticked_groups(["3", "9", "99", "citizenship"]) == (EVENTS, GROUPS[8])
    assert ticked_groups([]) == ()


def test_a_group_is_offered_where_it_holds_an_answer() -> None:
    assert answered_groups({"court": "california"}) == ()
    assert answered_groups({"travel_date", "goal", "ties"}) == (GROUPS[1], EVENTS)


def test_what_is_safe_is_always_shown() -> None:
    answers: dict[str, Value] = {"court": "california", "citizenship": "noncitizen", "ties": ("none",)}
    assert shown_answers(answers, ()) == {"court": "california"}
    assert shown_answers(answers, (GROUPS[0],)) == {"court": "california", "citizenship": "noncitizen"}


@ANY_GROUP
def test_no_answer_that_is_left_out_changes_a_word(group: Group) -> None:
    """Not by a label, a reason, a law that is missing, a paper or a warning."""
    without = read_all(PLAIN)
    changed = [
        (key, value)
        for key, value in left_out(group)
        if key not in DAYS and read_all({**PLAIN, key: value}) != without
    ]
    assert changed == []


def test_all_of_them_together_change_no_word(worst: dict[str, object]) -> None:
    answers = {key: value for key, value in worst.items() if key not in DAYS}
    plain = {key: value for key, value in answers.items() if key in SAFE}
    assert plain != answers
    assert read_all(answers) == read_all(plain)


def test_an_unticked_group_stays_out_beside_ticked_ones(worst: dict[str, object]) -> None:
    for group in GROUPS:
        others = tuple(other for other in GROUPS if other is not group)
        without = {key: value for key, value in worst.items() if key not in group.keys}
        if group is not EVENTS:
            assert read_all(worst, ticked=others) == read_all(without, ticked=others)


def test_an_event_changes_nothing_but_the_days() -> None:
    day = "Wednesday, December 9, 2026 ."
    named = " You gave this day. Call a lawyer before it, and do not miss it."
    call = "Call an immigration lawyer today. Read these lines to them. "
    for event in FACTS["upcoming"].values:
        text = read({**PLAIN, "upcoming": [event], f"{event}_date": "2026-12-09"})
        assert text.replace(f"{call}{day}{named} ", "") == read(PLAIN)
        assert (day in text) is (event != "travel")
        assert said("upcoming", event) not in text


def test_the_labels_of_what_is_left_out_stand_nowhere(
    decided: Decided, worst: dict[str, object], rounds: Rounds
) -> None:
    some = sorted(decided)[:: rounds(4, 1)]
    for answers in (*(decided[case] for case in some), worst):
        text = read_all(answers)
        hidden = [key for key in answers if key not in SAFE]
        assert hidden
        for key in hidden:
            assert QUESTIONS[key].ask.msgid not in text
            assert [label for label in _labels(key, answers) if label in text] == [], key


def _labels(key: str, answers: dict[str, Any]) -> list[str]:
    """The words of an answer, where they could be taken for nothing else."""
    value = parse_answers({key: answers[key]}).values[key]
    chosen = {*value} if isinstance(value, tuple) else {str(value)}
    labels = [said(key, one) for one in chosen.difference(UNKNOWN_VALUES)]
    return [label for label in labels if len(label.split()) > 2]


@ANY_GROUP
def test_what_is_ticked_stands_on_the_copy(group: Group, worst: dict[str, object]) -> None:
    answers = {**worst, **{key: next(values_of(key)) for key in group.keys if key not in worst}}
    text = read(answers, ticked=(group,))
    assert [key for key in group.keys if QUESTIONS[key].ask.msgid not in text] == []


def test_the_copy_says_what_it_leaves_out(worst: dict[str, object]) -> None:
    titles = [group.title.msgid for group in GROUPS]
    assert copy_of(worst).left_out == tuple(titles)
    assert copy_of(worst, ticked=(EVENTS,)).left_out == tuple(t for t in titles if t != EVENTS.title.msgid)
    text = read(worst, ticked=GROUPS)
    assert "These answers are not on this paper" not in text
    assert "Some answers are left out" not in text
