"""Every string of every language is there, whole, and fresh: nobody meets an English sentence by surprise."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import polib
import pytest
from django.core.management import call_command
from django.test import override_settings

from tests.languages.catalogs import CODES, LOCALE, catalog, lost_placeholders, texts_of, untranslated


EACH_LANGUAGE = pytest.mark.parametrize("code", CODES)
ROOT = LOCALE.parent.parent

# What is spelled the same: names, codes, forms of dates, and words that both languages share.
SAME: dict[str, set[str]] = {
    "es": {"No", "ICE", "DACA", "TPS", "Error:", "{number}: {name}", "{question}: {problem}", "{weekday}, {day}", "USCIS", ", ", "; ", "{what}: {day}"},
    "fa": {"{what}: {day}", "{number}: {name}", "{question}: {problem}"},
}  # fmt: skip


def test_spanish_and_persian_are_there() -> None:
    assert {"es", "fa"} <= set(CODES)


@EACH_LANGUAGE
def test_nothing_is_untranslated_fuzzy_or_left_over(code: str) -> None:
    assert untranslated(catalog(code)) == []
    assert catalog(code).obsolete_entries() == []


@EACH_LANGUAGE
def test_no_placeholder_is_lost(code: str) -> None:
    assert [entry.msgid for entry in catalog(code) if lost_placeholders(entry)] == []


@EACH_LANGUAGE
def test_no_translation_is_the_english_but_for_a_listed_few(code: str) -> None:
    same = {entry.msgid for entry in catalog(code) if entry.msgid in texts_of(entry)}
    assert same - SAME.get(code, set()) == set()


@EACH_LANGUAGE
def test_no_message_writes_the_number_of_the_laws(code: str) -> None:
    """They are counted: `{laws}` takes the place of the number."""
    number = next(entry.msgstr for entry in catalog(code) if entry.msgctxt == "number of laws")
    law = {"es": "leyes", "fa": "قانون"}.get(code, "")
    written = [
        entry.msgid for entry in catalog(code) if re.search(r"\bfive\b.*\blaw|\blaws.*\bfive\b", entry.msgid)
    ]
    written += [entry.msgid for entry in catalog(code) if law and f"{number} {law}" in entry.msgstr]
    assert written == []


@EACH_LANGUAGE
def test_words_that_must_stand_out_stand_out(code: str) -> None:
    marked = [entry for entry in catalog(code) if "**" in entry.msgid]
    assert len(marked) == 2
    assert [entry.msgid for entry in marked if entry.msgstr.count("**") != 2] == []


@EACH_LANGUAGE
def test_a_file_says_that_no_human_translator_has_read_it(code: str) -> None:
    """Until somebody has, which an operator says in the operator's file, not here."""
    assert "not yet reviewed by a human translator" in catalog(code).header


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, str]]:
    """The messages of the code and the templates as they stand now."""
    folder = tmp_path_factory.mktemp("tree")
    for part in ("screening", "templates", "pcr_screener"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("locale", "__pycache__"))
    locale = folder / "screening" / "locale"
    locale.mkdir()
    before = Path.cwd()
    os.chdir(folder)
    try:
        with override_settings(LOCALE_PATHS=[str(locale)]):
            call_command("makemessages", locale=["es"], no_wrap=True, verbosity=0)
    finally:
        os.chdir(before)
    return messages(polib.pofile(str(locale / "es" / "LC_MESSAGES" / "django.po")))


def messages(found: polib.POFile) -> set[tuple[str, str, str]]:
    return {(entry.msgctxt or "", entry.msgid, entry.msgid_plural) for entry in found}


@EACH_LANGUAGE
def test_the_files_hold_just_the_messages_of_the_code(code: str, fresh: set[tuple[str, str, str]]) -> None:
    """Otherwise: ./run language CODE, and translate what it finds new."""
    assert messages(catalog(code)) == fresh


def test_a_lost_placeholder_is_seen() -> None:
    entry = polib.POEntry(msgid="On {day} it ends.", msgstr="Termina el {dia}.")
    assert lost_placeholders(entry)
    entry = polib.POEntry(msgid="One hour", msgid_plural="{n} hours", msgstr_plural={0: "1", 1: "{n} horas"})
    assert not lost_placeholders(entry)


@EACH_LANGUAGE
def test_quotation_marks_come_in_two_pairs(code: str) -> None:
    (marks,) = [entry.msgstr for entry in catalog(code) if (entry.msgctxt or "").startswith("quotation")]
    assert len(set(marks)) == len(marks) == 4
