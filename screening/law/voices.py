"""The two voices of the law pages: the reader's language for anybody, English for attorneys."""

from __future__ import annotations

import re

from django.conf import settings
from django.utils import translation

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.rules.text import Text


_BLANK = re.compile(r"\{(\w+)\}")


def plain(text: Text) -> str:
    """In the reader's language. There is no record here: for an answer stands its question, in brackets."""
    return _BLANK.sub(_question, say(text))


def english(text: Text) -> str:
    """The same in English."""
    with translation.override(settings.LANGUAGE_CODE):
        return plain(text)


def _question(named: re.Match[str]) -> str:
    question = QUESTIONS.get(named[1])
    return f"[{say(question.short)}]" if question else "[…]"
