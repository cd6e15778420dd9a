"""What strengthens and weakens: only known answers weigh, and nothing is decided by a weight."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.rules.answers import Answers
from screening.rules.evaluate import evaluate
from screening.rules.facts import FACTS, UNSURE, Kind
from screening.rules.finding import Finding
from screening.rules.remedies import REMEDIES
from screening.rules.weights.every import WEIGHTS, Weight, weights
from tests.rules.ask import AS_OF, Given, answers
from tests.rules.strategies import realistic, records


ELEMENTS = {(remedy.id, element.id) for remedy in REMEDIES for element in remedy.elements}
MOST_WORDS = 12
# The ids of remedies of which the rules do not say what strengthens and what weakens them.
NOT_WEIGHED: set[str] = set()

_ALL_LIMITS = [
    "no_interpreter",
    "could_not_read_form",
    "health",
    "no_time",
    "pressure_to_get_out",
    "not_in_court",
]
_ALL_EVIDENCE = ["letters_from_then", "lawyer_file", "records_of_ties", "witness"]
_LONG_AGO: Given = {
    "harm_named_case": "yes",
    "first_notice_date": "2018",
    "learned_harm_date": "2018",
    "learned_remedy_date": "2019",
    "innocence_evidence_date": "2019",
    "race_bias_date": "2019",
    "removal_order_named_case": "no",
}

# Together these raise every weight.
RECORDS: dict[str, Given] = {
    "told nothing": {
        "lawyer_advice": "said_nothing",
        "understanding": "did_not_know",
        "understanding_barriers": _ALL_LIMITS,
        "disposition": "guilty_plea",
        "other_offer": "yes",
        "would_have_done": "longer_sentence_instead",
        "warned_deportation": "no",
        "warned_exclusion": "no",
        "warned_naturalization": "no",
        "ties": [*FACTS["ties"].values],
        "evidence": _ALL_EVIDENCE,
    },
    "told wrong, and heard of the law lately": {
        "lawyer_advice": "other_wrong_advice",
        "would_have_done": "different_plea",
        "advisement_record": "record_missing",
        "learned_remedy_date": "2026-06-01",
    },
    "told to ask another lawyer": {"lawyer_advice": "said_ask_immigration_lawyer"},
    "no lawyer": {"lawyer_kind": "none", "advisement_record": "shows_some"},
    "told that it may": {"lawyer_advice": "said_may"},
    "told that it will": {
        "lawyer_advice": "said_will",
        "understanding": "knew_certain",
        "would_have_done": "same_plea",
        "advisement_record": "shows_all_three",
        "warned_deportation": "yes",
        "warned_exclusion": "yes",
        "warned_naturalization": "yes",
        "ties": ["none"],
        "evidence": ["none"],
        "removal_order_final_date": "1999",
        "disposition_date": "2005",
        "advisement_verbatim": "no",
        "prior_motion": "denied",
    },
    "a trial without an offer": {"disposition": "trial", "other_offer": "no"},
    "a trial after an offer": {"disposition": "trial", "other_offer": "yes"},
    "not word for word in 2026": {"disposition_date": "2026-02", "advisement_verbatim": "no"},
    "prop 36": {"disposition": "guilty_plea", "program": "prop36", "program_completed": "yes"},
    "deferred entry": {
        "program": "pc1000_deferred_entry",
        "program_completed": "yes",
        "program_told": "would_be_erased",
        "offense_before_1997": "no",
        "court_file": "exists",
        "doj_record": "shows_completion",
    },
    "deferred entry of which nothing was said": {
        "program_told": "nothing_about_immigration",
        "program_start_date": "2018-05",
        "offense_before_1997": "yes",
        "court_file": "destroyed",
        "doj_record": "shows_no_disposition",
    },
    "a state record with a conviction": {"doj_record": "shows_conviction"},
    "a deferral of the sentence": {"program": "sentence_deferral", "program_dismissed": "yes"},
    "many steps and reasons": {
        **_LONG_AGO,
        "steps_since": [*FACTS["steps_since"].values],
        "delay_reasons": [*FACTS["delay_reasons"].values],
    },
    "no step and no reason": {**_LONG_AGO, "steps_since": ["none"], "delay_reasons": ["none"]},
}


def held(given: Answers, as_of: date = AS_OF) -> list[Weight]:
    """Every weight that holds, over all elements."""
    return list(
        dict.fromkeys(
            weight
            for remedy, element in sorted(ELEMENTS)
            for weight in weights(remedy, element, given, as_of)
        )
    )


def said(remedy: str, element: str, **given: object) -> dict[str, bool]:
    """The lines of one element and whether each strengthens."""
    found = weights(remedy, element, answers(**given), AS_OF)
    return {weight.says.msgid: weight.strengthens for weight in found}


@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.says.msgid)
def test_every_weight_stands_at_an_element_and_says_it_shortly(weight: Weight) -> None:
    assert {(remedy, weight.element) for remedy in weight.remedies} <= ELEMENTS
    assert weight.points
    assert 0 < len(weight.says.msgid.split()) <= MOST_WORDS
    assert "{" not in weight.says.msgid
    assert weight.when.keys
    assert set(weight.when.keys) <= set(FACTS)


def test_a_remedy_without_weights_is_named_here() -> None:
    weighed = {remedy for weight in WEIGHTS for remedy in weight.remedies}
    assert {remedy.id for remedy in REMEDIES} - weighed == NOT_WEIGHED


def test_no_weight_is_written_twice_at_an_element() -> None:
    seen = [(remedy, weight.element, weight.says.msgid) for weight in WEIGHTS for remedy in weight.remedies]
    assert len(seen) == len(set(seen))


def test_every_weight_can_hold() -> None:
    reached = {id(weight) for given in RECORDS.values() for weight in held(answers(**given))}
    assert [weight.says.msgid for weight in WEIGHTS if id(weight) not in reached] == []


def test_an_empty_record_weighs_nothing() -> None:
    assert held(answers()) == []


@given(realistic, st.lists(st.sampled_from(list(FACTS)), min_size=1, max_size=8, unique=True))
def test_an_answer_that_becomes_unknown_raises_no_weight(given: Given, keys: list[str]) -> None:
    unsure = {key: [UNSURE] if FACTS[key].kind is Kind.SEVERAL else UNSURE for key in keys}
    before, after = held(answers(**given)), held(answers(**{**given, **unsure}))
    assert [weight for weight in after if weight not in before] == []
    assert [weight for weight in after if set(weight.when.keys) <= set(keys)] == []


@given(records)
@settings(max_examples=30)
def test_a_weight_reads_only_the_keys_that_it_names(given: Answers) -> None:
    for weight in WEIGHTS:
        others = [key for key in FACTS if key not in weight.when.keys]
        assert weight.when.holds(given, AS_OF) is weight.when.holds(given.without(*others), AS_OF)


def test_a_weight_moves_no_finding() -> None:
    # Each of these weakens, and none of them rules out or even leaves "met".
    warned: Given = {"lawyer_advice": "said_nothing", "advisement_record": "shows_all_three"}
    found = evaluate(answers(**warned), AS_OF).remedy("pc1473_7_a1").elements
    error = next(element for element in found if element.element == "error")
    assert error.finding is Finding.MET
    assert False in said("pc1473_7_a1", "error", **warned).values()


def test_a_warning_by_the_court_weakens_and_does_not_defeat() -> None:
    expected = {"Warned by court or form: does not defeat the claim.": False}
    assert said("pc1473_7_a1", "error", warned_deportation="yes") == expected
    (weight,) = weights("pc1473_7_a1", "error", answers(advisement_record="shows_some"), AS_OF)
    assert [point.short for point in weight.points] == ["Soto (2022)", "Curiel", "Padron"]


def test_each_tie_is_named_on_its_own() -> None:
    ties = said("pc1473_7_a1", "corroboration", ties=["came_as_child", "us_family"])
    assert ties == {
        "Came to the United States as a child.": True,
        "Family in the United States at the plea.": True,
    }
    one = said("pc1473_7_a1", "corroboration", ties=["us_family"])
    assert one["At most one tie at the plea is named."] is False


def test_wrong_advice_of_the_lawyer_is_no_matter_of_1016_5() -> None:
    assert said("pc1016_5", "advisement_missing", lawyer_advice="other_wrong_advice") == {}


def test_steps_and_reasons_weigh_only_where_a_clock_runs() -> None:
    steps: Given = {"steps_since": ["saw_lawyer"], "delay_reasons": ["language"]}
    assert said("pc1473_7_a1", "timely", **steps, harm_named_case="no") == {}
    assert said("pc1473_7_a1", "timely", **steps, harm_named_case="yes") == {
        "A step since: saw a lawyer.": True,
        "Reason for delay: language.": True,
    }


@pytest.mark.parametrize(
    ("changed", "weakened"),
    [
        ({}, True),
        ({"first_notice_date": "2026-05"}, False),
        ({"learned_remedy_date": "unsure"}, False),
        ({"learned_remedy_date": "2026-05"}, False),
        ({"removal_order_named_case": "unsure"}, False),
        ({"removal_order_named_case": "unsure", "immigration_events": ["none"]}, True),
        ({"removal_order_named_case": "yes", "removal_order_final_date": "2026-05"}, False),
        ({"removal_order_named_case": "yes", "removal_order_final_date": "2020"}, True),
        (
            {
                "harm_named_case": "no",
                "removal_order_named_case": "yes",
                "removal_order_final_date": "2020",
            },
            True,
        ),
    ],
)
def test_no_step_weakens_only_where_the_delay_is_known_to_be_long(changed: Given, weakened: bool) -> None:
    found = said("pc1473_7_a1", "timely", **{**_LONG_AGO, "steps_since": ["none"], **changed})
    assert ("No step since is named." in found) is weakened


def test_an_older_removal_order_weakens_only_what_was_known_from_elsewhere() -> None:
    older: Given = {"removal_order_final_date": "1999", "disposition_date": "2005"}
    assert said("pc1016_5", "did_not_know_otherwise", **older) == {
        "A removal order before the plea may show knowledge.": False
    }
    assert said("pc1473_7_a1", "error", **older) == {}


def test_what_weighs_and_when_is_changed_on_purpose() -> None:
    head, *rows = Path(__file__).with_name("weights.tsv").read_text(encoding="utf-8").splitlines()
    assert head.split("\t") == ["remedies", "element", "weighs", "says", "when"]
    assert [
        "\t".join(
            (
                " ".join(weight.remedies),
                weight.element,
                "for" if weight.strengthens else "against",
                weight.says.msgid,
                weight.when.says,
            )
        )
        for weight in WEIGHTS
    ] == rows
