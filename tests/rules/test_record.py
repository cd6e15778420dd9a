"""From outside data to answers: everything is checked, nothing guessed, and no message repeats a value."""

import pytest

from screening.rules.answers import Answers
from screening.rules.facts import (
    COUNTIES,
    EVENT_DATES,
    FACTS,
    LONGEST_TEXT,
    UNKNOWN_VALUES,
    Fact,
    Kind,
    Topic,
)
from screening.rules.partial_date import PartialDate
from screening.rules.record import AnswerError, parse_answers
from tests.rules.ask import answers


of_kind = {kind: [fact for fact in FACTS.values() if fact.kind is kind] for kind in Kind}


@pytest.mark.parametrize("fact", of_kind[Kind.ONE], ids=lambda fact: fact.key)
def test_a_single_choice_takes_each_of_its_values(fact: Fact) -> None:
    for value in fact.values:
        assert parse_answers({fact.key: value}).one(fact.key) == value


@pytest.mark.parametrize("fact", of_kind[Kind.SEVERAL], ids=lambda fact: fact.key)
def test_a_key_that_takes_several_takes_all_at_once_or_none(fact: Fact) -> None:
    assert parse_answers({fact.key: list(fact.values)}).several(fact.key) == frozenset(fact.values)
    assert parse_answers({fact.key: ["none"]}).several(fact.key) == frozenset()
    assert fact.all_values == (*fact.values, "none", "unsure", "prefer_not_to_say")


@pytest.mark.parametrize("key", FACTS)
@pytest.mark.parametrize("unknown", UNKNOWN_VALUES)
def test_every_key_takes_not_sure_and_rather_not_say_and_neither_is_known(key: str, unknown: str) -> None:
    given = parse_answers({key: unknown})
    assert given.values
    assert not given.knows(key)
    assert given.stands_open(key)
    assert (given.one(key), given.several(key), given.day(key)) == (None, None, None)


@pytest.mark.parametrize("key", FACTS)
@pytest.mark.parametrize("nothing", [None, "", " \t ", []])
def test_null_and_blank_are_not_answered(key: str, nothing: object) -> None:
    assert parse_answers({key: nothing}).values == {}


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [
        pytest.param("court", " california ", "california", id="space around"),
        pytest.param("ties", "us_family", ("us_family",), id="a bare text is one value"),
        pytest.param("ties", ["us_family", "us_family"], ("us_family",), id="twice is once"),
        pytest.param(
            "ties", ["us_family", "came_as_child"], ("came_as_child", "us_family"), id="several are sorted"
        ),
        pytest.param("ties", ["none"], ("none",), id="none stands alone"),
        pytest.param("ties", "unsure", ("unsure",), id="unsure stands alone"),
        pytest.param("ties", (" us_family",), ("us_family",), id="a tuple will do"),
        pytest.param("county", "los  ANGELES", "Los Angeles", id="a county in any case"),
        pytest.param("county", "unsure", "unsure", id="a county not known"),
        pytest.param("offense_code", " HS 11350(a),\tPC 459\n", "HS 11350(a), PC 459", id="one line of text"),
        pytest.param("offense_code", "x" * LONGEST_TEXT, "x" * LONGEST_TEXT, id="the longest text"),
        pytest.param("offense_code", "x", "x", id="the shortest text"),
        pytest.param("offense_code", "a\x00b\x7fc", "a b c", id="no control characters"),
    ],
)
def test_an_answer_is_normalised(key: str, raw: object, value: object) -> None:
    assert parse_answers({key: raw}).values == {key: value}


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        pytest.param("court", "mars", id="an unknown value"),
        pytest.param("court", "California", id="values keep their case"),
        pytest.param("court", ["california"], id="a list for a single key"),
        pytest.param("court", 7, id="a number"),
        pytest.param("court", True, id="a boolean"),
        pytest.param("court", False, id="false is a boolean too"),
        pytest.param("court", 0, id="zero is a number too"),
        pytest.param("court", {}, id="an object"),
        pytest.param("court", "none", id="none for a key without it"),
        pytest.param("ties", ["mars"], id="an unknown value of several"),
        pytest.param("ties", ["us_family", "mars"], id="one of them unknown"),
        pytest.param("ties", ["us_family", "none"], id="none beside another"),
        pytest.param("ties", ["us_family", "unsure"], id="unsure beside another"),
        pytest.param("ties", ["none", "unsure"], id="none beside unsure"),
        pytest.param("ties", ["us_family", 7], id="a number among several"),
        pytest.param("ties", 7, id="a number for several"),
        pytest.param("ties", {"us_family": True}, id="an object for several"),
        pytest.param("ties", (), id="an empty tuple"),
        pytest.param("disposition_date", "2003-02-30", id="an impossible day"),
        pytest.param("disposition_date", "1899", id="a year too early"),
        pytest.param("disposition_date", 2003, id="a year as a number"),
        pytest.param("county", "Los Angeles County", id="a county with the word"),
        pytest.param("county", "Atlantis", id="no county"),
        pytest.param("offense_code", "x" * (LONGEST_TEXT + 1), id="a text too long"),
        pytest.param("offense_code", "\x00", id="a text of nothing"),
        pytest.param("no_such_key", "yes", id="an unknown key"),
    ],
)
def test_a_bad_answer_is_an_error_that_names_the_key_and_never_the_value(key: str, raw: object) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_answers({key: raw})
    assert caught.value.key == key
    assert caught.value.message == str(caught.value)
    assert caught.value.message.strip()
    for part in ("mars", "Atlantis", "2003", "1899", "xx", "7", "us_family"):
        assert part not in caught.value.message


def test_the_first_bad_key_of_the_contract_is_named_and_unknown_keys_last() -> None:
    bad: dict[str, object] = {"zzz": 1, "aaa": 1, "race_bias": 1, "citizenship": 1}
    for expected in ("citizenship", "race_bias", "aaa", "zzz"):
        with pytest.raises(AnswerError) as caught:
            parse_answers(bad)
        assert caught.value.key == expected
        del bad[expected]
    assert parse_answers(bad).values == {}


def test_a_future_date_is_accepted() -> None:
    assert parse_answers({"sentence_date": "2099"}).day("sentence_date") == PartialDate.parse("2099")


def test_answers_are_stored_in_the_order_of_the_contract() -> None:
    given = parse_answers({"race_bias": "no", "court": "federal", "citizenship": "noncitizen"})
    assert list(given.values) == ["citizenship", "court", "race_bias"]


@pytest.mark.parametrize(
    ("key", "value"), [("court_file", "not_checked"), ("doj_record", "not_ordered"), ("court", "unsure")]
)
def test_a_paper_that_nobody_looked_for_stands_open(key: str, value: str) -> None:
    assert answers(**{key: value}).stands_open(key)
    assert answers().stands_open(key)
    assert not answers(court_file="exists").stands_open("court_file")
    assert not answers(ties=["none"]).stands_open("ties")


def test_changed_answers_are_others_and_the_first_stay() -> None:
    first = answers(court="federal", juvenile="no")
    assert first.but({"court": "california"}).values == {"court": "california", "juvenile": "no"}
    assert first.without("court", "ties").values == {"juvenile": "no"}
    assert first.values == {"court": "federal", "juvenile": "no"}
    assert Answers({}).values == {}


def test_the_facts_are_those_of_the_contract() -> None:
    assert {topic: sum(fact.topic is topic for fact in FACTS.values()) for topic in Topic} == {
        Topic.YOU: 13,
        Topic.CASE: 23,
        Topic.PROGRAM: 8,
        Topic.PLEA: 13,
        Topic.HARM: 12,
        Topic.GROUNDS: 4,
    }
    assert [fact.key for fact in FACTS.values() if fact.optional] == ["county", "offense_code"]
    assert LONGEST_TEXT == 300
    assert len(COUNTIES) == len(set(COUNTIES)) == 58
    assert all(FACTS[key].kind is Kind.DATE for key in EVENT_DATES.values())
    assert all(key == fact.key for key, fact in FACTS.items())
    assert FACTS["court"].all_values == (*FACTS["court"].values, "unsure", "prefer_not_to_say")


def test_a_text_holds_no_half_of_a_sign() -> None:
    with pytest.raises(AnswerError, match="must be a text"):
        parse_answers({"offense_code": "PC 459 \ud83d"})


def test_a_text_is_one_line_without_marks_that_reorder_it() -> None:
    given = parse_answers({"offense_code": "HS\n11350(a)\u202e,\tPC\u00a0459\u0000"})
    assert given.values["offense_code"] == "HS 11350(a), PC 459"
