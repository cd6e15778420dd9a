"""What is said aloud in a call: in English, and beside it in the caller's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_info, gettext

from pcr_screener.languages import is_reviewed
from screening.questions.wording import counted, say
from screening.rules.text import Text


@dataclass(frozen=True)
class Line:
    """A sentence in English and in the caller's language; `spoken` is empty where they are the same."""

    english: str
    spoken: str = ""


class Voice:
    """Says a sentence in English and in the caller's language, given by its code.

    `direction` is "ltr" or "rtl"; `reviewed`: has somebody read that language in full?
    """

    def __init__(self, language: str) -> None:
        info = get_language_info(language)
        self.language, self.name = language, info["name"]
        self.direction = "rtl" if info["bidi"] else "ltr"
        self.reviewed = is_reviewed(language)
        self.differs = language != settings.LANGUAGE_CODE

    def line(self, *texts: Text) -> Line:
        """One or several sentences as one line."""
        with translation.override(self.language):
            spoken = _joined(texts)
        return self.pair(_joined(texts), spoken)

    def sentence(self, english: str) -> Line:
        """A sentence of the public pages, given as it is marked there."""
        with translation.override(self.language):
            spoken = counted(gettext(english))
        return self.pair(counted(english), spoken)

    def pair(self, english: str, spoken: str) -> Line:
        """Two that were said already."""
        return Line(english, "" if spoken == english else spoken)


def _joined(texts: Iterable[Text]) -> str:
    return " ".join(say(text) for text in texts)
