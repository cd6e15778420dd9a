"""The smallest sets that move an outcome, held against trying everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings

from screening.rules.answers import Answers, Value
from screening.rules.element import Remedy
from screening.rules.evaluate import evaluate, outcome_of
from screening.rules.facts import FACTS, Kind
from screening.rules.finding import Outcome, Result
from screening.rules.moving.deciding import MOST_SETS, Deciding, deciding, open_keys
from screening.rules.moving.trying import every_value, values_to_try
from screening.rules.moving.walking import LARGEST_SET
from screening.rules.partial_date import PartialDate
from screening.rules.remedies import PC1016_5, PC1203_43, PC1473_7_A1, PC1473_7_A2, REMEDIES
from tests.rules.ask import AS_OF, Given, answers
from tests.rules.strategies import records
from tests.rules.whole import WHOLE, without


ORDER = tuple(Outcome)
ERROR = ("lawyer_advice", "understanding", "understanding_barriers")


def sets(remedy: Remedy, *, as_of: date = AS_OF, **given: object) -> list[Deciding]:
    """The sets of one remedy."""
    return list(deciding(evaluate(answers(**given), as_of))[remedy.id])


def keys(found: list[Deciding]) -> set[frozenset[str]]:
    """Only what is to be found out."""
    return {frozenset(one.keys) for one in found}


def _every_value(key: str, remedy: Remedy, known: Answers, as_of: date) -> tuple[Value, ...]:
    if FACTS[key].kind is Kind.DATE:
        return values_to_try(key, remedy.elements, known, as_of)
    return every_value(key)


def _outcomes(remedy: Remedy, tried: tuple[str, ...], known: Answers, as_of: date) -> set[Outcome]:
    """Every outcome that answers to all of these keys give."""
    values = (_every_value(key, remedy, known, as_of) for key in tried)
    every = (known.but(dict(zip(tried, chosen, strict=True))) for chosen in product(*values))
    return {
        outcome_of(remedy, [element.finding(given, as_of) for element in remedy.elements], given, as_of)
        for given in every
    }


def _side(outcome: Outcome, before: Outcome) -> int:
    """-1 where it gets worse, 1 where it gets better, 0 where it does not move."""
    return (ORDER.index(outcome) > ORDER.index(before)) - (ORDER.index(outcome) < ORDER.index(before))


def brute(remedy: Remedy, result: Result) -> set[frozenset[str]]:
    """By trying all sets of open keys with all values: those that move where none of their own does."""
    found = result.remedy(remedy.id)
    open_now = sorted(open_keys(remedy, found, result.answers))
    smallest: dict[int, list[frozenset[str]]] = {-1: [], 1: []}
    for size in range(1, LARGEST_SET + 1):
        for tried in combinations(open_now, size):
            outcomes = _outcomes(remedy, tried, result.answers, result.as_of)
            for side in {_side(outcome, found.outcome) for outcome in outcomes} - {0}:
                if not any(one <= set(tried) for one in smallest[side]):
                    smallest[side].append(frozenset(tried))
    return {one for found_sets in smallest.values() for one in found_sets}


CASES: Iterator[object] = (
    pytest.param(
        PC1473_7_A1, without("would_have_done", "lawyer_advice", "understanding"), id="two elements"
    ),
    pytest.param(
        PC1473_7_A1,
        without("custody_in_case", "learned_remedy_date", "first_notice_date", first_notice_date=None),
        id="custody and time",
    ),
    pytest.param(
        PC1473_7_A1,
        without("harm_named_case", "first_notice_date", "immigration_events", "removal_order_named_case"),
        id="nothing of notice or order",
    ),
    pytest.param(
        PC1473_7_A1,
        without("lawyer_advice", "evidence", "other_offer", would_have_done="same_plea"),
        id="contested for good",
    ),
    pytest.param(
        PC1473_7_A1,
        without("program_completed", "program_plea", "lawyer_advice", "would_have_done", program="prop36"),
        id="one answer presumes three elements",
    ),
    pytest.param(
        PC1473_7_A1,
        without("admitted_facts", "said_guilty", "program_plea", disposition="no_plea_diversion"),
        id="any sign of a plea",
    ),
    pytest.param(
        PC1473_7_A1,
        without("probation_start_date", "custody_end_date", "offense_level", custody_in_case="probation"),
        id="not yet, or already over",
    ),
    pytest.param(PC1473_7_A1, without("lawyer_advice", "later_relief", "prior_motion"), id="indicated"),
    pytest.param(
        PC1473_7_A1,
        without("county", "would_have_done", court="federal"),
        id="ruled out: nothing is tried",
    ),
    pytest.param(
        PC1016_5,
        without("advisement_record", "warned_deportation", "disposition_date", "learned_harm_date"),
        id="the warnings and the day",
    ),
    pytest.param(
        PC1016_5,
        without("advisement_verbatim", "learned_harm_date", disposition_date="2026"),
        id="a year that holds the limit",
    ),
    pytest.param(
        PC1203_43,
        without("court_file", "program_completed", "program_dismissed", program="pc1000_deferred_entry"),
        id="deferred entry",
    ),
    pytest.param(
        PC1203_43,
        without("offense_kind", program="pretrial_diversion", program_start_date="2005"),
        id="a program with another name",
    ),
    pytest.param(
        PC1473_7_A2,
        without("custody_in_case", innocence_evidence="yes", innocence_evidence_date="2025"),
        id="a day not known closely enough",
    ),
)  # type: ignore[assignment]


@pytest.mark.parametrize(("remedy", "given_answers"), CASES)
def test_the_sets_are_those_that_trying_everything_finds(remedy: Remedy, given_answers: Given) -> None:
    result = evaluate(answers(**given_answers), AS_OF)
    expected = (
        brute(remedy, result) if result.remedy(remedy.id).outcome is not Outcome.NOT_INDICATED else set()
    )
    found = deciding(result)[remedy.id]
    assert len(found) == min(len(expected), MOST_SETS)
    assert keys(list(found)) <= expected
    assert [len(one.keys) for one in found] == sorted(len(one) for one in expected)[:MOST_SETS]


@given(records)
@settings(max_examples=40, deadline=None)
def test_every_set_moves_the_outcome_and_nothing_smaller_does(known: Answers) -> None:
    result = evaluate(known, AS_OF)
    for remedy in REMEDIES:
        before = result.remedy(remedy.id).outcome
        for one in deciding(result)[remedy.id]:
            if not one.leads_to:
                continue
            reached = _outcomes(remedy, one.keys, known, AS_OF)
            assert set(one.leads_to) <= reached - {before}
            sides = {_side(outcome, before) for outcome in one.leads_to}
            for smaller in combinations(one.keys, len(one.keys) - 1):
                also = {_side(outcome, before) for outcome in _outcomes(remedy, smaller, known, AS_OF)}
                assert sides.isdisjoint(also)


def test_two_elements_that_are_unknown_ask_for_both_answers_together() -> None:
    found = sets(
        PC1473_7_A1, **without("lawyer_advice", "understanding", "understanding_barriers", "would_have_done")
    )
    # One answer can speak against it; only both together complete it.
    assert [one for one in found if len(one.keys) == 1] == [
        Deciding(("lawyer_advice",), (Outcome.CONTESTED,), ("error",)),
        Deciding(("understanding",), (Outcome.CONTESTED,), ("error",)),
        Deciding(("would_have_done",), (Outcome.CONTESTED,), ("prejudice",)),
    ]
    both = [Deciding((key, "would_have_done"), (Outcome.INDICATED,), ("error", "prejudice")) for key in ERROR]
    assert found[3:] == both


def test_an_open_gate_comes_before_what_only_proves() -> None:
    custody = {"custody_end_date": "2026-11-24", "sentence_imposed": "up_to_180_days"}
    found = sets(PC1473_7_A1, **without("custody_in_case", "would_have_done", **custody))
    by_keys = {one.keys: one.leads_to for one in found}
    assert by_keys == {
        ("custody_in_case",): (Outcome.NOT_YET, Outcome.CONTESTED, Outcome.NEEDS_PROOF),
    }


def test_an_open_answer_can_still_move_what_is_indicated() -> None:
    given_answers = without("lawyer_advice")
    assert evaluate(answers(**given_answers), AS_OF).remedy("pc1473_7_a1").outcome is Outcome.INDICATED
    assert sets(PC1473_7_A1, **given_answers) == [
        Deciding(("lawyer_advice",), (Outcome.CONTESTED,), ("error",))
    ]


def test_a_whole_record_has_nothing_to_decide() -> None:
    found = deciding(evaluate(answers(**WHOLE), AS_OF))
    assert (found["pc1473_7_a1"], found["pc1016_5"], found["pc1203_43"]) == ((), (), ())


def test_four_unknown_elements_are_more_than_a_set_completes() -> None:
    given_answers = without(
        "ties", "evidence", "lawyer_advice", "understanding", "understanding_barriers", "would_have_done",
        "harm_named_case",
    )  # fmt: skip
    assert {one.leads_to for one in sets(PC1473_7_A1, **given_answers)} == {(Outcome.CONTESTED,)}


def test_a_remedy_that_was_not_raised_asks_for_its_ground() -> None:
    (found,) = sets(PC1473_7_A2, **without("innocence_evidence"))
    assert found == Deciding(("innocence_evidence",), (Outcome.NEEDS_PROOF,), ("new_evidence_of_innocence",))
    # Who said "no" is asked for the same, and for nothing else.
    assert sets(PC1473_7_A2, **WHOLE)[0].keys == ("innocence_evidence",)


def test_a_ground_that_is_not_sure_can_still_fall_away() -> None:
    found = sets(PC1473_7_A2, **without(innocence_evidence="unsure"))
    assert (found[0].keys, found[0].leads_to) == (
        ("innocence_evidence",),
        (Outcome.NOT_RAISED, Outcome.NEEDS_PROOF),
    )
    # A day names the ground, so that a "no" beside it does not take it away.
    found = sets(PC1473_7_A2, **without(innocence_evidence="unsure", innocence_evidence_date="2026-08"))
    assert [(one.keys, one.leads_to) for one in found] == [(("innocence_evidence",), (Outcome.INDICATED,))]


def test_what_is_ruled_out_or_not_law_yet_has_no_sets() -> None:
    assert sets(PC1473_7_A1, **without("custody_in_case", "county", court="federal")) == []
    assert sets(PC1473_7_A1, as_of=date(2016, 12, 31), **without("custody_in_case")) == []


def test_a_verdict_would_put_a_case_before_its_law() -> None:
    found = sets(
        PC1473_7_A1,
        as_of=date(2021, 6, 1),
        **without("disposition", "program_plea", first_notice_date="2021-03"),
    )
    led = {one.keys: one.leads_to for one in found}
    assert Outcome.NOT_IN_FORCE in led["disposition",]


def test_the_attorneys_analysis_is_a_set_of_its_own() -> None:
    given_answers = without("would_have_done", harm_named_case="no", removal_order_named_case="no")
    found = sets(PC1473_7_A1, **given_answers)
    assert found[-1] == Deciding(("harm_named_case",), (), ("immigration_harm",))
    assert found[0].keys == ("would_have_done",)


def test_fewest_keys_come_first_and_then_the_order_of_asking() -> None:
    result = evaluate(
        answers(**without("custody_in_case", "would_have_done", "lawyer_advice", "understanding")), AS_OF
    )
    forwards = {key: number for number, key in enumerate(FACTS)}
    backwards = {key: -number for key, number in forwards.items()}
    assert deciding(result) == deciding(result, forwards)
    for order in (forwards, backwards):
        ranks = [
            (len(one.keys), [order[key] for key in one.keys])
            for one in deciding(result, order)["pc1473_7_a1"]
        ]
        assert ranks == sorted(ranks)
        assert all(rank == sorted(rank) for _size, rank in ranks)
    assert deciding(result, backwards) != deciding(result, forwards)


def test_an_empty_record_lists_at_most_six_sets_a_remedy() -> None:
    found = deciding(evaluate(answers(), AS_OF))
    assert [one.keys for one in found["pc1203_43"]][:2] == [("court",), ("juvenile",)]
    assert max(len(some) for some in found.values()) == MOST_SETS
    assert list(found) == [remedy.id for remedy in REMEDIES]


def test_an_answer_that_is_loose_is_asked_for_again() -> None:
    found = sets(PC1473_7_A2, **without(innocence_evidence="yes", innocence_evidence_date="2025"))
    assert found == [
        Deciding(("innocence_evidence_date",), (Outcome.CONTESTED, Outcome.INDICATED), ("no_undue_delay",))
    ]
    assert PartialDate.parse("2025").earliest < date(2025, 11, 24) < PartialDate.parse("2025").latest
