"""A code as words that can be read aloud: eight bytes, each one of the 256 words of a list.

A list is a file of one word a line, `words/<language>.txt`; a language without one shows English words.
Whatever was shown, the words of every list are understood: a code is bytes, and its words only clothe
them. To change a list makes the codes that were shown in it unreadable.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path


# 64 bits. With the slow key of `keys.PlaceCode` a guess takes a fifth of a second.
CODE_BYTES = 8
LISTS = Path(__file__).parent / "words"
_FALLBACK = "en"
# Arabic keyboards write two letters of Persian otherwise; a tatweel only stretches a word.
_ARABIC = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ـ": None})
_LETTERS = re.compile(r"[^\W\d_]+")


class UnreadableCodeError(Exception):
    """Not a code, before anything was looked up: `unknown` are the places of words that no list holds."""

    def __init__(self, count: int, unknown: tuple[int, ...]) -> None:
        super().__init__()
        self.count, self.unknown = count, unknown


def fold(text: str) -> str:
    """How words are compared: small letters without accents, joiners and marks of direction."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = (sign for sign in apart if unicodedata.category(sign) not in ("Mn", "Cf"))
    return "".join(letters).translate(_ARABIC)


@cache
def word_list(language: str) -> tuple[str, ...]:
    """The words of a language, else those of English."""
    path = LISTS / f"{language}.txt"
    own = path if path.exists() else LISTS / f"{_FALLBACK}.txt"
    return tuple(own.read_text(encoding="utf-8").split())


@cache
def _byte_of() -> dict[str, int]:
    lists = [word_list(path.stem) for path in LISTS.glob("*.txt")]
    return {fold(word): number for words in lists for number, word in enumerate(words)}


def words_of(code: bytes, language: str) -> list[str]:
    """The words of a code."""
    words = word_list(language)
    return [words[byte] for byte in code]


def code_of(typed: str) -> bytes:
    """The code of what was typed; numbers and signs between the words do not count.

    Raises UnreadableCodeError.
    """
    numbers = [_byte_of().get(word) for word in _LETTERS.findall(fold(typed))]
    unknown = tuple(place for place, number in enumerate(numbers, start=1) if number is None)
    if unknown or len(numbers) != CODE_BYTES:
        raise UnreadableCodeError(len(numbers), unknown)
    return bytes(number for number in numbers if number is not None)
