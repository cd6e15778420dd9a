"""What holds for every record, whatever was answered (issue: property tests; contract section 1)."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.rules.answers import Answers, Value
from screening.rules.authorities import AUTHORITIES, Mark
from screening.rules.element import Element, Remedy
from screening.rules.evaluate import evaluate
from screening.rules.facts import FACTS, NONE, UNKNOWN_VALUES, Kind
from screening.rules.finding import SETTLED, Finding, Outcome, RemedyResult, Result
from screening.rules.flags.every import FLAGS
from screening.rules.moving.next_facts import deciding_sets, next_facts
from screening.rules.moving.trying import values_to_try
from screening.rules.papers import PAPERS
from screening.rules.record import parse_answers
from screening.rules.remedies import REMEDIES
from screening.rules.version import digest
from tests.rules.ask import AS_OF, Given, answers
from tests.rules.strategies import GROUNDS, as_of_days, given_answers, records


EXAMPLES = settings().max_examples
many = settings(max_examples=EXAMPLES)
some = settings(max_examples=max(10, EXAMPLES // 2))
few = settings(max_examples=max(10, EXAMPLES // 4))

ORDER = {key: number for number, key in enumerate(FACTS)}
ELEMENTS = {(remedy.id, element.id): element for remedy in REMEDIES for element in remedy.elements}
GATES = [element for element in ELEMENTS.values() if element.gate]


def said(result: Result) -> tuple[object, ...]:
    """Everything that is answered, without what it was answered to."""
    return result.conviction, result.remedies, result.look_first, result.flags


def unknown(key: str, value: str) -> Value:
    """Not sure, as the key holds it."""
    return (value,) if FACTS[key].kind is Kind.SEVERAL else value


@many
@given(records, st.sets(st.sampled_from([key for key in FACTS if key not in GROUNDS])))
def test_silence_not_sure_and_rather_not_say_are_the_same(record: Answers, hidden: set[str]) -> None:
    silent = said(evaluate(record.without(*hidden), AS_OF))
    for value in UNKNOWN_VALUES:
        changed = record.but({key: unknown(key, value) for key in hidden})
        assert said(evaluate(changed, AS_OF)) == silent


@some
@given(records, st.sampled_from(GROUNDS))
def test_a_ground_not_sure_of_is_the_same_as_one_not_told(record: Answers, ground: str) -> None:
    unsure, not_told = (evaluate(record.but({ground: value}), AS_OF) for value in UNKNOWN_VALUES)
    assert said(unsure) == said(not_told)
    # The element itself does not see a difference to silence; only what is raised does.
    silent = evaluate(record.without(ground), AS_OF)
    for one, other in zip(unsure.remedies, silent.remedies, strict=True):
        assert one.elements == other.elements


@many
@given(records, as_of_days)
def test_what_rules_out_or_puts_off_rests_on_answers_that_were_given(record: Answers, as_of: date) -> None:
    for remedy in evaluate(record, as_of).remedies:
        for found in remedy.elements:
            if found.finding in (Finding.NOT_MET, Finding.NOT_YET):
                assert found.rests_on
                assert all(record.knows(key) for key in found.rests_on)
                hidden = record.without(*found.rests_on)
                element = ELEMENTS[remedy.remedy, found.element]
                assert element.finding(hidden, as_of) is not found.finding


def test_an_empty_record_rules_nothing_out() -> None:
    found = evaluate(Answers({}), AS_OF)
    assert {remedy.outcome for remedy in found.remedies} == {Outcome.NEEDS_FACTS, Outcome.NOT_RAISED}
    assert {element.finding for remedy in found.remedies for element in remedy.elements} == {Finding.UNKNOWN}
    assert found.urgent == ()
    assert found.before_filing == ("order_must_name_a1",)
    assert found.also_consider == ()


@some
@given(st.data(), given_answers)
def test_the_order_of_answering_does_not_matter(data: st.DataObject, raw: Given) -> None:
    first = evaluate(parse_answers(raw), AS_OF)
    shuffled = dict(data.draw(st.permutations(list(raw.items()))))
    again = evaluate(parse_answers(shuffled), AS_OF)
    assert said(again) == said(first)
    assert again.digest == first.digest
    # Nor does the order inside the rules' own record.
    backwards = Answers(dict(reversed(list(first.answers.values.items()))))
    assert said(evaluate(backwards, AS_OF)) == said(first)
    assert digest(backwards, AS_OF) == first.digest


@many
@given(records, as_of_days)
def test_every_finding_says_why_by_which_law_and_on_what(record: Answers, as_of: date) -> None:
    result = evaluate(record, as_of)
    assert result.conviction.because.msgid.strip()
    assert result.conviction.authorities
    for remedy in result.remedies:
        for found in remedy.elements:
            element = ELEMENTS[remedy.remedy, found.element]
            assert found.because.msgid.strip()
            assert found.change.msgid.strip()
            assert found.authorities
            assert all(point.mark in Mark and point.authority in AUTHORITIES for point in found.authorities)
            assert found.rests_on
            assert set(found.rests_on) <= set(element.keys)
            assert len(set(found.rests_on)) == len(found.rests_on)
            assert found.proof
            assert set(found.proof) <= set(PAPERS)


@some
@given(records, st.sampled_from(list(FACTS)))
def test_the_same_record_gives_the_same_digest_and_a_changed_answer_another(
    record: Answers, key: str
) -> None:
    assert digest(record, AS_OF) == digest(Answers(record.values), AS_OF)
    values = [parse_answers({key: value}).values[key] for value in UNKNOWN_VALUES]
    others = [record.but({key: value}) for value in values] + [record.without(key)]
    assert len({digest(other, AS_OF) for other in others}) == len(others)


@many
@given(records, as_of_days)
def test_open_names_every_element_that_is_not_settled_and_nothing_else(record: Answers, as_of: date) -> None:
    settled = (Finding.MET, Finding.PRESUMED, Finding.NOT_MET)
    for remedy in evaluate(record, as_of).remedies:
        listed = [element for elements in remedy.open.values() for element in elements]
        expected = [found.element for found in remedy.elements if found.finding not in settled]
        assert sorted(listed) == sorted(expected)


@many
@given(records, as_of_days)
def test_only_a_gate_is_ever_not_met(record: Answers, as_of: date) -> None:
    for remedy in evaluate(record, as_of).remedies:
        for found in remedy.elements:
            if found.finding is Finding.NOT_MET:
                assert ELEMENTS[remedy.remedy, found.element].gate
        gates = [found for found in remedy.elements if ELEMENTS[remedy.remedy, found.element].gate]
        ruled_out = any(found.finding is Finding.NOT_MET for found in gates)
        if remedy.outcome is not Outcome.NOT_IN_FORCE:
            assert (remedy.outcome is Outcome.NOT_INDICATED) is ruled_out


@many
@given(records, as_of_days, as_of_days)
def test_no_gate_rules_out_by_the_as_of_day(record: Answers, one: date, other: date) -> None:
    for gate in GATES:
        ruled_out = [gate.finding(record, day) is Finding.NOT_MET for day in (one, other)]
        assert ruled_out[0] is ruled_out[1]


@many
@given(records)
def test_a_flag_is_never_raised_by_what_was_not_answered(record: Answers) -> None:
    result = evaluate(record, AS_OF)
    for code in result.flags:
        raised_by = FLAGS[code].when
        if not raised_by.keys:  # the outcomes alone raise it
            continue
        assert any(record.knows(key) for key in raised_by.keys)
        assert not raised_by.holds(record.without(*raised_by.keys), AS_OF)


def _open_keys(element: Element, rests_on: tuple[str, ...], record: Answers) -> tuple[str, ...]:
    not_looked = ("not_checked", "not_ordered")
    return tuple(
        key
        for key in element.keys
        if not record.knows(key) or record.one(key) in not_looked or key in rests_on
    )


def _other_findings(element: Element, keys: tuple[str, ...], record: Answers) -> bool:
    """Do answers to all of these keys change its finding, not only to contested?"""
    values = (values_to_try(key, (element,), record, AS_OF) for key in keys)
    every = (record.but(dict(zip(keys, tried, strict=True))) for tried in product(*values))
    same = (element.finding(record, AS_OF), Finding.CONTESTED)
    return any(element.finding(tried, AS_OF) not in same for tried in every)


@few
@given(records)
def test_the_sets_that_change_an_element_are_those_that_trying_everything_finds(record: Answers) -> None:
    for remedy in evaluate(record, AS_OF).remedies:
        for found in remedy.elements:
            element = ELEMENTS[remedy.remedy, found.element]
            if found.finding is not Finding.UNKNOWN:
                continue
            keys = _open_keys(element, found.rests_on, record)
            single = {frozenset({key}) for key in keys if _other_findings(element, (key,), record)}
            others = [key for key in keys if frozenset({key}) not in single]
            pairs = {
                frozenset(two) for two in combinations(others, 2) if _other_findings(element, two, record)
            }
            sets = deciding_sets(element, keys, record, AS_OF)
            assert {kept for kept in sets if len(kept) <= 2} == single | pairs, element.id


@some
@given(records, as_of_days)
def test_next_facts_are_few_open_and_sorted(record: Answers, as_of: date) -> None:
    result = evaluate(record, as_of)
    listed = next_facts(result, ORDER)
    assert len(listed) <= 10
    assert len({fact.key for fact in listed}) == len(listed)
    ranks = [(-len(fact.settles), -len(fact.elements), ORDER[fact.key]) for fact in listed]
    assert ranks == sorted(ranks)
    open_keys = {
        key
        for remedy in result.remedies
        for found in remedy.elements
        if found.finding in (Finding.UNKNOWN, Finding.FOR_ATTORNEY)
        for key in _open_keys(ELEMENTS[remedy.remedy, found.element], found.rests_on, record)
    }
    for fact in listed:
        assert fact.key in open_keys
        assert fact.elements
        assert fact.paper in PAPERS
        assert set(fact.settles) <= {
            found.remedy for found in result.remedies if found.outcome not in SETTLED
        }


def _choices(key: str) -> list[Value]:
    fact = FACTS[key]
    if fact.kind is Kind.SEVERAL:
        return [(value,) for value in (*fact.values, NONE)]
    return [value for value in fact.values if value not in ("not_checked", "not_ordered")]


def _findings(found: RemedyResult) -> list[Finding]:
    return [element.finding for element in found.elements]


def _settled_by(key: str, remedy: Remedy, result: Result) -> bool:
    before = result.remedy(remedy.id)
    waits = Finding.UNKNOWN if Finding.UNKNOWN in _findings(before) else Finding.FOR_ATTORNEY
    for value in _choices(key):
        after = evaluate(result.answers.but({key: value}), result.as_of).remedy(remedy.id)
        barred = after.outcome in (Outcome.NOT_IN_FORCE, Outcome.NOT_INDICATED, Outcome.NOT_YET)
        if barred and after.outcome is not before.outcome:
            return True
        if waits in _findings(before) and not {waits, Finding.UNKNOWN} & set(_findings(after)):
            return True
    return False


@few
@given(records)
def test_what_a_fact_settles_is_what_trying_every_answer_to_it_settles(record: Answers) -> None:
    result = evaluate(record, AS_OF)
    for fact in next_facts(result, ORDER):
        if FACTS[fact.key].kind in (Kind.ONE, Kind.SEVERAL):
            possible = [remedy for remedy in REMEDIES if result.remedy(remedy.id).outcome not in SETTLED]
            expected = {remedy.id for remedy in possible if _settled_by(fact.key, remedy, result)}
            assert set(fact.settles) == expected


@pytest.mark.parametrize("ground", GROUNDS)
def test_silence_about_a_ground_is_the_one_exception(ground: str) -> None:
    silent, unsure = evaluate(answers(), AS_OF), evaluate(answers(**{ground: "unsure"}), AS_OF)
    changed = [
        remedy.id
        for remedy in REMEDIES
        if silent.remedy(remedy.id).outcome != unsure.remedy(remedy.id).outcome
    ]
    assert changed == [remedy.id for remedy in REMEDIES if remedy.ground == ground]
