"""Which languages there are: English, and each one that has a message file."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.conf.locale import LANG_INFO


SOURCE = "en"


def languages(locale: Path) -> list[tuple[str, str]]:
    """Code and own name, English first, then by code. Adding a message file adds a language."""
    codes = sorted(path.parts[-3] for path in locale.glob("*/LC_MESSAGES/django.po"))
    return [(code, LANG_INFO[code]["name_local"]) for code in (SOURCE, *codes)]


def is_reviewed(language: str) -> bool:
    """English is the source; of the others an operator says so (docs/operator.toml)."""
    return language == settings.LANGUAGE_CODE or language in settings.OPERATOR.reviewed_languages
