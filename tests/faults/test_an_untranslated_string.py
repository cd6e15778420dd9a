"""Seeded faults for the languages: each must turn its check red."""

from __future__ import annotations

import polib
import pytest

from tests.languages.catalogs import LOCALE, lost_placeholders, untranslated
from tests.languages.test_pages import english_on
from tests.languages.test_persian import broken


@pytest.fixture
def spanish() -> polib.POFile:
    """A copy of its own, to be made worse."""
    return polib.pofile(str(LOCALE / "es" / "LC_MESSAGES" / "django.po"))


def test_a_sentence_that_is_not_translated_is_found(spanish: polib.POFile) -> None:
    spanish[7].msgstr = ""
    assert untranslated(spanish) == [spanish[7].msgid]


def test_a_guess_of_the_machine_is_found(spanish: polib.POFile) -> None:
    spanish[7].flags.append("fuzzy")
    assert untranslated(spanish) == [spanish[7].msgid]


def test_a_placeholder_that_is_lost_is_found(spanish: polib.POFile) -> None:
    entry = next(entry for entry in spanish if "{day}" in entry.msgid)
    entry.msgstr = entry.msgstr.replace("{day}", "")
    assert lost_placeholders(entry)


def test_a_phrase_that_would_turn_its_line_around_is_found() -> None:
    assert broken("از 213-555-0100 تماس بگیرید")


def test_a_sentence_that_a_template_says_in_bare_english_is_found() -> None:
    assert english_on('<html lang="fa" dir="rtl"><body><h1>سلام</h1><p>Go on</p></body></html>') == ["Go on"]
