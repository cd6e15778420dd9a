"""Every element speaks twice: plainly, and as an attorney would."""

from __future__ import annotations

import re

import pytest

from screening.law.conviction import IMMIGRATION_CONVICTION
from screening.rules.element import Element, Remedy
from screening.rules.remedies import REMEDIES


EACH = {f"{remedy.id}.{element.id}": element for remedy in REMEDIES for element in remedy.elements}
each_element = pytest.mark.parametrize("element", EACH.values(), ids=EACH)
BANNED = re.compile(r"eligib|qualif|you will win|no case|you should|you must say|better to", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+", text.replace("U.S.", "U")) if sentence]


@each_element
def test_an_element_has_both_voices(element: Element) -> None:
    said, test = element.asks.msgid, element.test.msgid
    assert said != test
    for text in (said, test):
        assert text.endswith(".")
        assert not BANNED.search(text)
        assert "{" not in text


@each_element
def test_a_plain_sentence_is_short(element: Element) -> None:
    for sentence in sentences(element.asks.msgid):
        assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.id)
def test_a_law_is_told_in_two_plain_sentences(remedy: Remedy) -> None:
    told = sentences(remedy.about.msgid)
    assert len(told) == 2
    for sentence in told:
        assert len(sentence.split()) <= 20, sentence
        assert not BANNED.search(sentence)


def test_the_conviction_is_told_to_an_attorney_too() -> None:
    assert "1101(a)(48)(A)" in IMMIGRATION_CONVICTION.msgid
