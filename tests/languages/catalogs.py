"""The message files, read once."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import polib


LOCALE = Path(__file__).resolve().parents[2] / "screening" / "locale"
_FOLDERS = sorted(path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/django.po"))
CODES = [folder for folder in _FOLDERS if "_" not in folder]
# The words for somebody who answers for another, a folder for each language and for English.
OF_ANOTHER = [folder for folder in _FOLDERS if "_" in folder]
RIGHT_TO_LEFT = [code for code in CODES if code in ("ar", "fa", "he", "ur")]

_PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%\([a-z_]+\)[sd]|%%")


@cache
def catalog(code: str) -> polib.POFile:
    """One language's message file."""
    return polib.pofile(str(LOCALE / code / "LC_MESSAGES" / "django.po"))


def texts_of(entry: polib.POEntry) -> list[str]:
    """All that stands for one message: its text, or its plural forms."""
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def translations(code: str) -> list[str]:
    """Every translated text of a language."""
    return [text for entry in catalog(code) for text in texts_of(entry)]


def placeholders(text: str) -> list[str]:
    """What the program fills in, sorted."""
    return sorted(_PLACEHOLDER.findall(text))


def untranslated(found: polib.POFile) -> list[str]:
    """What a reader would meet in English, or as a machine's guess."""
    return [entry.msgid for entry in found if entry.fuzzy or not all(texts_of(entry))]


def lost_placeholders(entry: polib.POEntry) -> bool:
    """Does a form name something else than the message does? A form for "one" may leave the number out."""
    wanted = {*placeholders(entry.msgid), *placeholders(entry.msgid_plural)}
    least = set(placeholders(entry.msgid)) & set(placeholders(entry.msgid_plural or entry.msgid))
    return any(not least <= set(placeholders(text)) <= wanted for text in texts_of(entry))
