"""Every element speaks twice: plainly, and as an attorney would."""

from __future__ import annotations

import re

import pytest

from screening.law import elements, plain
from screening.law.elements import asks
from screening.law.overview import ABOUT
from screening.law.plain import IMMIGRATION_CONVICTION, legal_test
from screening.rules.element import Element, Remedy
from screening.rules.remedies import REMEDIES


EACH = [(remedy, element) for remedy in REMEDIES for element in remedy.elements]
each_element = pytest.mark.parametrize(
    ("remedy", "element"), EACH, ids=[f"{remedy.id}.{element.id}" for remedy, element in EACH]
)
BANNED = re.compile(r"eligib|qualif|you will win|no case|you should|you must say|better to", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if sentence]


@each_element
def test_an_element_has_both_voices(remedy: Remedy, element: Element) -> None:
    said, test = asks(remedy, element).msgid, legal_test(remedy, element).msgid
    assert said != test
    for text in (said, test):
        assert text.endswith(".")
        assert not BANNED.search(text)
        assert "{" not in text


@each_element
def test_a_plain_sentence_is_short(remedy: Remedy, element: Element) -> None:
    for sentence in sentences(asks(remedy, element).msgid):
        assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.id)
def test_a_law_is_told_in_two_plain_sentences(remedy: Remedy) -> None:
    told = sentences(ABOUT[remedy.id].msgid)
    assert len(told) == 2
    for sentence in told:
        assert len(sentence.split()) <= 20, sentence
        assert not BANNED.search(sentence)


def test_no_words_stand_for_an_element_that_is_gone() -> None:
    ids = {element.id for _, element in EACH} | {f"{remedy.id} {element.id}" for remedy, element in EACH}
    assert set(plain._TESTS) <= ids
    assert set(elements._ASKS) <= ids


def test_the_conviction_is_told_to_an_attorney_too() -> None:
    assert "1101(a)(48)(A)" in IMMIGRATION_CONVICTION.msgid
