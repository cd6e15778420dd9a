"""Remedies outside this tool: each once, suggested by what is known and by nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given

from screening.rules.answers import Answers
from screening.rules.evaluate import evaluate
from screening.rules.facts import FACTS, UNSURE, Kind
from screening.rules.flags.every import ALSO_CONSIDER, FLAGS
from screening.rules.outside import FLAG_TITLES, SUGGESTED, Suggested, outside
from tests.rules.ask import AS_OF, Given, answers
from tests.rules.strategies import records


# Flags that are advice of another kind and name no remedy.
NO_REMEDY = {"expungement_keeps_conviction"}
URGENT_REMEDIES = {"appeal_time", "appeal_pending", "denied_motion_appeal"}

CONVICTED: Given = {"court": "california", "disposition": "guilty_plea", "custody_in_case": "finished"}


def suggested(**given: object) -> list[str]:
    """The ids of what the answers suggest."""
    return [one.id for one in outside(evaluate(answers(**given), AS_OF))]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"appeal_pending": "yes"}, ["appeal_pending"]),
        ({"prior_motion": "denied"}, ["denied_motion_appeal"]),
        ({"violation_admitted": "yes"}, ["sentence_or_violation"]),
        ({"race_bias": "yes"}, ["racial_justice_act"]),
        ({"race_bias": "unsure"}, []),
        ({**CONVICTED, "later_relief": ["none"]}, ["dismissal_1203_4"]),
        ({**CONVICTED, "later_relief": ["reduced_17b"]}, ["dismissal_1203_4"]),
        ({**CONVICTED, "later_relief": ["expunged_1203_4"]}, []),
        ({**CONVICTED, "later_relief": ["vacated_other"]}, []),
        ({**CONVICTED, "later_relief": ["pardoned"]}, ["pardon"]),
        ({**CONVICTED, "later_relief": ["sealed"]}, ["automatic_relief"]),
        ({**CONVICTED, "later_relief": ["unsure"]}, []),
        (CONVICTED, []),
        ({"later_relief": ["sealed"]}, ["automatic_relief"]),
        ({"later_relief": ["resentenced"]}, ["changed_sentence"]),
        ({"later_relief": ["pardoned"]}, ["pardon"]),
        ({"court": "federal", "race_bias": "yes", "later_relief": ["pardoned"]}, ["other_court", "pardon"]),
        ({"sentence_date": "2026-11-10"}, ["appeal_time"]),
        (
            {"custody_in_case": "probation"},
            ["habeas", "early_termination_1203_3"],
        ),
        ({"juvenile": "yes"}, ["juvenile_court"]),
    ],
)
def test_known_answers_suggest_what_lies_outside(given: Given, expected: list[str]) -> None:
    assert suggested(**given) == expected


def test_an_empty_record_suggests_nothing() -> None:
    assert suggested() == []


def test_a_flag_lends_its_words_and_its_authorities() -> None:
    (habeas, _early) = outside(evaluate(answers(custody_in_case="probation"), AS_OF))
    assert habeas.why == FLAGS["habeas"].attorney
    assert habeas.points == FLAGS["habeas"].authorities
    assert habeas.title.msgid == "Habeas corpus"


def test_every_remedy_among_the_flags_has_a_title() -> None:
    among = {flag.code for flag in ALSO_CONSIDER}
    assert set(FLAG_TITLES) == URGENT_REMEDIES | (among - NO_REMEDY)


def test_nothing_is_declared_twice() -> None:
    own = [one.outside.id for one in SUGGESTED]
    assert len(set(own)) == len(own)
    assert set(own).isdisjoint(FLAGS)


@pytest.mark.parametrize("one", SUGGESTED, ids=lambda one: one.outside.id)
def test_every_suggestion_says_one_line_with_authority(one: Suggested) -> None:
    assert one.outside.title.msgid
    assert one.outside.why.msgid.endswith(".")
    assert len(one.outside.why.msgid) <= 100
    assert one.outside.points


@given(records)
def test_what_is_not_known_suggests_nothing(known: Answers) -> None:
    for one in SUGGESTED:
        if one.when.holds(known, AS_OF):
            assert not one.when.holds(known.without(*one.when.keys), AS_OF)
        for key in one.when.keys:
            unsure = known.but({key: (UNSURE,) if FACTS[key].kind is Kind.SEVERAL else UNSURE})
            assert not one.when.holds(unsure, AS_OF)
