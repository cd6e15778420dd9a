"""What is said aloud in a call: in English, and beside it in the caller's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_info, gettext

from pcr_screener.languages import is_reviewed, plain, source_of
from screening.questions.wording import counted, say_all
from screening.rules.text import Text


T = TypeVar("T")


@dataclass(frozen=True)
class Line:
    """A sentence in English and in the caller's language; `spoken` is empty where they are the same."""

    english: str
    spoken: str = ""


class Voice:
    """Says a sentence in English and in the caller's language, given as a document's `voice`.

    `direction` is "ltr" or "rtl"; `reviewed`: has somebody read that language in full?
    """

    def __init__(self, voice: str) -> None:
        language = plain(voice)
        info = get_language_info(language)
        self.voice, self.language, self.name = voice, language, info["name"]
        self.direction = "rtl" if info["bidi"] else "ltr"
        self.reviewed = is_reviewed(language)
        self.differs = language != settings.LANGUAGE_CODE

    def line(self, *texts: Text) -> Line:
        """One or several sentences as one line."""
        return self.pair(*self.both(lambda: say_all(texts)))

    def sentence(self, english: str) -> Line:
        """A sentence of the public pages, given as it is marked there."""
        return self.pair(*self.both(lambda: counted(gettext(english))))

    def both(self, words: Callable[[], T]) -> tuple[T, T]:
        """What is said in English, and in the caller's language."""
        with translation.override(source_of(self.voice)):
            english = words()
        with translation.override(self.voice):
            return english, words()

    def pair(self, english: str, spoken: str) -> Line:
        """Two that were said already."""
        return Line(english, "" if spoken == english else spoken)
