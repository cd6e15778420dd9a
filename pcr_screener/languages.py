"""Which languages there are: English, and each one that has a message file."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.translation import get_language


SOURCE = "en"
# Behind a language: its words where somebody answers for another ("the person", never "you"). Its catalog
# holds the sentences that change; gettext takes all others from the language itself.
_OF_ANOTHER = "-x-person"


def languages(locale: Path) -> list[tuple[str, str]]:
    """Code and own name, English first, then by code. Adding a message file adds a language."""
    codes = sorted(
        {path.parts[-3].split("_")[0] for path in locale.glob("*/LC_MESSAGES/django.po")} - {SOURCE}
    )
    return [(code, LANG_INFO[code]["name_local"]) for code in (SOURCE, *codes)]


def of_another(language: str) -> str:
    """The language with the words for somebody who answers for another."""
    return language + _OF_ANOTHER


def plain(language: str) -> str:
    """The language itself, whoever it speaks of."""
    return language.removesuffix(_OF_ANOTHER)


def language_spoken() -> str:
    """The language of the request, whoever it speaks of."""
    return plain(get_language() or SOURCE)


def source_of(language: str | None) -> str:
    """English that speaks of the same person."""
    return of_another(SOURCE) if (language or "").endswith(_OF_ANOTHER) else SOURCE


def is_reviewed(language: str) -> bool:
    """English is the source; of the others an operator says so (docs/operator.toml)."""
    return language == settings.LANGUAGE_CODE or language in settings.OPERATOR.reviewed_languages
