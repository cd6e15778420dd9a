"""Answers in words: as they were given, with what is missing."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.translation import gettext

from screening.questions import wording
from screening.questions.steering import ANY_PROGRAM, fact_of
from screening.questions.wording import (
    ALL_QUESTIONS,
    answer_in_words,
    counted,
    date_in_words,
    listed,
    said,
    say,
)
from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate
from screening.rules.text import Said, Text, _


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2003", "2003, month not known"),
        ("2004-03", "March 2004, day not known"),
        ("2004-03-14", "March 14, 2004"),
        ("2004-12-01", "December 1, 2004"),
    ],
)
def test_a_date_says_what_is_missing(text: str, words: str) -> None:
    assert date_in_words(PartialDate.parse(text)) == words


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("county", "Fresno", "Fresno"),
        ("county", "unsure", "I am not sure"),
        ("offense_code", "HS 11350(a)", "HS 11350(a)"),
        ("disposition_date", "prefer_not_to_say", "I’d rather not say"),
        ("disposition_date", PartialDate.parse("2003"), "2003, month not known"),
        ("ties", ("none",), "None of these"),
        ("ties", ("unsure",), "I am not sure"),
        (ANY_PROGRAM, "yes", "Yes"),
    ],
)
def test_an_answer_stands_in_the_persons_words(key: str, value: Value, words: str) -> None:
    assert answer_in_words(key, value) == words


def test_several_things_make_one_line() -> None:
    kinds = ("marijuana", "firearm")
    first, second = (said("offense_kind", kind) for kind in kinds)
    assert answer_in_words("offense_kind", kinds) == f"{first} and {second}"
    assert listed(["one", "two", "three"]) == "one, two and three"


def test_things_with_commas_of_their_own_are_parted_by_semicolons() -> None:
    assert listed(["drugs, not to sell", "theft"]) == "drugs, not to sell; theft"
    assert listed([]) == ""


def test_placeholders_take_numbers_dates_sentences_and_answers() -> None:
    text = _("{count} · {day} · {inner} · {one} · {several}").with_(
        count=3,
        day=PartialDate.parse("2003"),
        inner=Text("In {year}", {"year": 1978}),
        one=Said("court", "federal"),
        several=(Said("offense_kind", "marijuana"), Said("offense_kind", "firearm")),
    )
    kinds = answer_in_words("offense_kind", ("marijuana", "firearm"))
    expected = f"3 · 2003, month not known · In 1978 · {said('court', 'federal')} · {kinds}"
    assert say(text) == expected


def test_a_sentence_without_placeholders_keeps_its_braces() -> None:
    assert say(Text("A {sign} alone")) == "A {sign} alone"


def test_every_question_has_a_fact() -> None:
    assert {fact_of(key).key for key in ALL_QUESTIONS} == set(ALL_QUESTIONS)


def test_what_is_filled_into_a_right_to_left_sentence_keeps_its_direction() -> None:
    sentence = Text("{county} {day}", {"county": Said("county", "Fresno"), "day": PartialDate.parse("2003")})
    with translation.override("fa"):
        filled = say(sentence)
    assert filled.startswith("\u2068Fresno\u2069 \u2068")
    assert filled.count("\u2068") == filled.count("\u2069") == 2
    assert "\u2068" not in say(sentence)


def test_the_word_on_which_the_law_turns_is_marked_only_where_it_can_be_bold() -> None:
    assert said("lawyer_advice", "said_may") == "That I might be deported or harmed"
    assert said("lawyer_advice", "said_may", marked=True) == "That I **might** be deported or harmed"


def test_the_number_of_laws_is_counted_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    said = []
    for number in (5, 6, 12):
        monkeypatch.setattr(wording, "REMEDIES", range(number))
        for language in ("en", "es", "fa"):
            with translation.override(language):
                said.append(counted(gettext("The {laws} laws")))
    assert said == [
        *("The five laws", "Las cinco leyes", "پنج قانون"),
        *("The six laws", "Las seis leyes", "شش قانون"),
        *("The 12 laws", "Las 12 leyes", "12 قانون"),
    ]
