"""The reading grades: syllables of words that anybody can count, and the formulas by hand."""

from __future__ import annotations

import pytest

from tests.grade import (
    english_syllables,
    fernandez_huerta,
    flesch_kincaid,
    sentence_count,
    spanish_syllables,
    words,
)


# Every line of the rules has a word here that it decides.
ENGLISH = {
    1: "the plea asked times made field safe played eyes friend don't judge through wife's called 1997 hs drawers"
    " checkin",
    2: "paper cases wishes waited people safely useful useless sameness something sometimes elsewhere rely client"
    " trial being patient marriage gorgeous judge's didn't rhythm million maybe business PC",
    3: "remember serious officer employer anyone everything somebody advisement element easier earliest area"
    " forgery examples notices habeas",
    4: "statutory society January usually violation marijuana analysis superior appreciation",
    5: "immediately university",
    6: "naturalization",
    7: "contemporaneously",
}
# Each as it may be broken at the end of a line.
SPANISH = (
    "pa-pe-les", "abo-ga-do", "abrir", "ac-ta", "país", "po-li-cía", "que", "guía", "ci-güe-ña", "aho-ra",
    "prohi-bir", "hay", "ha-ya", "y", "yo", "le-yes", "ciu-dad", "cons-truir", "co-rreo", "ca-mino",
    "ca-mi-nos", "no", "enero", "fe-bre-ro", "oye", "ni-ño", "con-tem-po-rá-nea-men-te", "na-tu-ra-li-za-ción",
    "PC", "1997",
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, row in ENGLISH.items() for word in row.split()]
)
def test_an_english_word_has_the_syllables_that_one_hears(word: str, count: int) -> None:
    assert english_syllables(word) == english_syllables(word.upper()) == count


@pytest.mark.parametrize("broken", SPANISH)
def test_a_spanish_word_has_the_parts_that_a_line_may_break(broken: str) -> None:
    word = broken.replace("-", "")
    assert spanish_syllables(word) == spanish_syllables(word.upper()) == broken.count("-") + 1


def test_signs_are_no_part_of_a_word_but_an_apostrophe_in_a_short_form_is() -> None:
    assert words("«¿Qué?» – the judge's 'note', a check-in; don't.") == [
        "Qué", "the", "judge's", "note", "a", "checkin", "don't",
    ]  # fmt: skip


def test_one_or_two_words_are_no_sentence_of_their_own() -> None:
    assert sentence_count("Did you go there? Not sure. Yes. I went there!") == 2
    assert sentence_count("Not sure.") == sentence_count("No dot stands after this") == 1


def test_the_english_grade_is_the_one_worked_out_by_hand() -> None:
    text = "The judge asked three questions. You may answer now. Yes."  # 10 words, 2 sentences, 12 syllables
    assert flesch_kincaid(text) == pytest.approx(0.39 * 5 + 11.8 * 1.2 - 15.59) == pytest.approx(0.52)


def test_the_spanish_score_is_the_one_worked_out_by_hand() -> None:
    text = "El juez hizo tres preguntas. Usted puede contestar ahora. Sí."  # 10 words, 2 sentences, 18 parts
    assert fernandez_huerta(text) == pytest.approx(206.84 - 60 * 1.8 - 1.02 * 5) == pytest.approx(93.74)


@pytest.mark.parametrize("text", ["", " ", "… – ?"])
def test_where_no_word_stands_the_grade_is_nothing(text: str) -> None:
    assert flesch_kincaid(text) == fernandez_huerta(text) == 0


def test_long_words_and_long_sentences_read_harder() -> None:
    easy = "Look at your papers. Ask for a copy."
    for harder in ("Look at your papers, ask for a copy.", "Examine your documents. Ask for a duplicate."):
        assert flesch_kincaid(harder) > flesch_kincaid(easy)
    easy = "Mire sus papeles. Pida una copia."
    for harder in ("Mire sus papeles, pida una copia.", "Examine sus documentos. Solicite una copia."):
        assert fernandez_huerta(harder) < fernandez_huerta(easy)
