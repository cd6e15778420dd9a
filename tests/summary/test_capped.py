"""Free text that would cost seconds or reorder a line is made harmless."""

from __future__ import annotations

import pytest

from screening.summary.page.capped import capped, first_sentences


def test_long_words_may_break() -> None:
    assert capped("x" * 170) == "\u200b".join(("x" * 80, "x" * 80, "x" * 10))


def test_ordinary_words_stay_as_they_are() -> None:
    assert capped("HS 11350(a), PC 459") == "HS 11350(a), PC 459"


def test_no_more_than_the_longest() -> None:
    assert len(capped("a b " * 200)) == 300
    assert capped("abcdef", longest=4) == "abc…"


@pytest.mark.parametrize("hidden", ["\x00", "\x1b", "\u202e", "\u200f", "\ue000", "\ufeff"])
def test_invisible_signs_are_taken_out(hidden: str) -> None:
    assert capped(f"PC{hidden} 459") == "PC 459"


def test_persian_spelling_and_the_isolates_of_our_own_texts_stay() -> None:
    text = "\u2066PC 459\u2069 می\u200cشود"
    assert capped(text) == text


def test_at_most_eight_marks_on_a_letter() -> None:
    assert capped("e" + "\u0301" * 50 + "x") == "e" + "\u0301" * 8 + "x"


def test_at_most_one_blank_line() -> None:
    assert capped("a\n\n\n\n\nb\nc") == "a\n\nb\nc"


@pytest.mark.parametrize(
    ("longest", "kept"),
    [(100, "One two. “Three four.” Five."), (22, "One two. “Three four.”"), (3, "One two.")],
)
def test_whole_sentences_only(longest: int, kept: str) -> None:
    assert first_sentences("One two. “Three four.” Five.", longest) == kept


def test_an_abbreviation_ends_no_sentence() -> None:
    assert first_sentences("Kept (subd. (c)). Next.", 12) == "Kept (subd. (c))."
