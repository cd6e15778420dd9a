"""From outside data to `Answers`: every key, value and date is checked, nothing is guessed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from screening.rules.answers import Answers, Value
from screening.rules.facts import COUNTIES, FACTS, LONGEST_TEXT, STAND_ALONE, UNKNOWN_VALUES, Fact, Kind
from screening.rules.partial_date import PartialDate


_NON_JOINER = "\u200c"
_COUNTY = {county.casefold(): county for county in COUNTIES}


class AnswerError(ValueError):
    """A bad answer. `key` is the contract's key (or the unknown key); the message never repeats the value."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key
        self.message = message


def parse_answers(given: Mapping[str, object]) -> Answers:
    """Read answers as JSON gives them.

    `None`, a blank text and an empty list are not answered; a bare text for a key that takes several is one
    value. Raises `AnswerError` for the first bad key in the contract's order, unknown keys last.
    """
    values: dict[str, Value] = {}
    for key, fact in FACTS.items():
        raw = given.get(key)
        if raw is None or raw == "":
            continue
        value = _remembered(key, raw) if isinstance(raw, (str, tuple)) else _value(fact, raw)
        if value is not None:
            values[key] = value
    unknown = sorted(key for key in given if key not in FACTS)
    if unknown:
        raise AnswerError(unknown[0], "unknown key")
    return Answers(values)


def _value(fact: Fact, raw: object) -> Value | None:
    blank = isinstance(raw, str) and not raw.strip()
    return None if raw == [] or blank else parse_value(fact, raw)


# Many records of one file give the same answers.
@lru_cache(maxsize=2**14)
def _remembered(key: str, raw: str | tuple[str, ...]) -> Value | None:
    return _value(FACTS[key], raw)


def parse_value(fact: Fact, raw: object) -> Value:
    """Read one answer. Raises `AnswerError`."""
    if fact.kind is Kind.SEVERAL:
        return _several(fact, raw)
    if not isinstance(raw, str):
        raise AnswerError(fact.key, "must be a text")
    text = raw.strip()
    if text in UNKNOWN_VALUES:
        return text
    return _READ[fact.kind](fact, text)


def _one(fact: Fact, text: str) -> str:
    if text not in fact.values:
        raise AnswerError(fact.key, "unknown value")
    return text


def _several(fact: Fact, raw: object) -> tuple[str, ...]:
    listed = [raw] if isinstance(raw, str) else raw
    if not isinstance(listed, (list, tuple)) or not all(isinstance(value, str) for value in listed):
        raise AnswerError(fact.key, "must be a list of texts")
    chosen = sorted({value.strip() for value in listed})
    if not chosen or not set(chosen) <= set(fact.all_values):
        raise AnswerError(fact.key, "unknown value")
    if len(chosen) > 1 and not set(STAND_ALONE).isdisjoint(chosen):
        raise AnswerError(fact.key, "none, unsure and prefer_not_to_say stand alone")
    return tuple(chosen)


def _date(fact: Fact, text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise AnswerError(fact.key, "must be a real date: YYYY, YYYY-MM or YYYY-MM-DD") from None


def _county(fact: Fact, text: str) -> str:
    try:
        return _COUNTY[" ".join(text.split()).casefold()]
    except KeyError:
        raise AnswerError(fact.key, "must be one of the 58 California counties") from None


def _text(fact: Fact, text: str) -> str:
    if any(map(_is_half, text)):
        raise AnswerError(fact.key, "must be a text")
    cleaned = clean_text(text)
    if not 0 < len(cleaned) <= LONGEST_TEXT:
        raise AnswerError(fact.key, "must hold 1 to {} characters".format(LONGEST_TEXT))
    return cleaned


def _is_half(sign: str) -> bool:
    """Half of a surrogate pair, which JSON can spell and no file can hold."""
    return unicodedata.category(sign) == "Cs"


def clean_text(text: str) -> str:
    """One line of text, composed (NFC), without what would reorder or break the lines of a paper.

    The zero-width non-joiner stays: Persian spells with it.
    """
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(_shown(sign) for sign in composed)
    return " ".join(seen.split())


def _shown(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cf":
        return sign if sign == _NON_JOINER else ""
    return " " if category.startswith("C") else sign


_READ: Mapping[Kind, Callable[[Fact, str], Value]] = {
    Kind.ONE: _one,
    Kind.DATE: _date,
    Kind.COUNTY: _county,
    Kind.TEXT: _text,
}
