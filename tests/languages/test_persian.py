"""Right-to-left text that no browser, paper or reader can turn around."""

from __future__ import annotations

import re
import unicodedata

import pytest

from tests.languages.catalogs import RIGHT_TO_LEFT, catalog, texts_of, translations


LRI, PDI = "\u2066", "\u2069"
ISOLATED = re.compile(f"{LRI}[^{LRI}{PDI}]*{PDI}")
FILLED_IN = re.compile(r"\{[a-z_]*\}|%\([a-z_]+\)[sd]|%%|<[^>]+>")
LATIN = re.compile(r"[A-Za-z]")
# A number that the Unicode algorithm would turn around: parts joined by a hyphen or held in brackets.
TURNED = re.compile(r"\d[-(]\d|\d\)\(")
MOST_WORDS = 20
EACH = pytest.mark.parametrize("code", RIGHT_TO_LEFT)

# Promises and refusals (glossary 3.1), and words that say another thing in Iran (glossary 2.2).
BANNED = ("واجد شرایط", "مشمول می‌شوید", "حق دارید", "برنده می‌شوید", "پرونده‌ای ندارید", "قبول شد",
          "عفو مشروط", "آزادی مشروط", "جنایت", "مجرم", "خلافکار", "سابقه‌دار", "تبعید", "دادگاه عالی",
          "می‌باشد", "سردفتر")  # fmt: skip


def bare(text: str) -> str:
    """What is left once isolates and what the program fills in are taken out."""
    return FILLED_IN.sub("", ISOLATED.sub("", text))


def broken(text: str) -> bool:
    """Latin letters or a number with parts outside an isolate, or an isolate that is not closed."""
    left = bare(text)
    return bool(LATIN.search(left) or TURNED.search(left) or LRI in left or PDI in left)


@EACH
def test_every_latin_phrase_and_code_is_isolated(code: str) -> None:
    assert [text for text in translations(code) if broken(text)] == []


def test_a_phrase_that_is_not_isolated_is_seen() -> None:
    assert broken("قانون PC 1473.7 را ببینید")
    assert broken("تلفن 213-555-0100")
    assert not broken(f"قانون {LRI}PC 1473.7(a)(1){PDI} در {{day}} سال 2003")
    assert broken(f"قانون {LRI}PC 1473.7")


@EACH
def test_digits_are_latin(code: str) -> None:
    other = [
        text for text in translations(code) for sign in text if sign.isdigit() and sign not in "0123456789"
    ]
    assert other == []


def test_persian_letters_are_persian() -> None:
    wrong = [text for text in translations("fa") if re.search("[يكة]", text)]
    assert wrong == []
    assert [text for text in translations("fa") if unicodedata.normalize("NFC", text) != text] == []


def test_persian_uses_no_banned_word() -> None:
    assert [text for text in translations("fa") for word in BANNED if word in text] == []


def sentences(text: str) -> list[str]:
    whole = ISOLATED.sub("W", FILLED_IN.sub("W", text))
    return [part for part in re.split(r"(?<=[.؟!:])\s+", whole) if part]


def test_no_persian_sentence_is_longer_than_twenty_words() -> None:
    long = [
        sentence
        for entry in catalog("fa")
        for text in texts_of(entry)
        for sentence in sentences(text)
        if len(sentence.split()) > MOST_WORDS
    ]
    assert long == []


def test_months_are_named_in_both_languages() -> None:
    months = {entry.msgid: entry.msgstr for entry in catalog("fa") if entry.msgctxt == "month"}
    assert len(months) == 12
    assert all(name in text for name, text in months.items())
