"""What a form of the office brings, read without trusting it."""

from __future__ import annotations

import unicodedata
from datetime import date

from django.http import HttpRequest

from screening.rules.record import clean_text


FIRST_YEAR, LAST_YEAR = 1900, 2100


def posted(request: HttpRequest, name: str) -> str:
    """A field: without what no text holds, lines kept. Nothing else is changed, so that nothing is lost."""
    text = unicodedata.normalize("NFC", str(request.POST.get(name, "")))
    return "\n".join(clean_text(line) for line in text.splitlines()).strip()


def number_of(text: str, digits: int = 9) -> int:
    """The number in a field; 0 where it is none, or has more digits."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else 0


def too_long(what: str, text: str, most: int) -> list[str]:
    """Say how long it may be, and how long it is."""
    if len(text) <= most:
        return []
    return [f"Write {what} in at most {most:,} characters. Now it has {len(text):,}."]


def iso_day(text: str) -> date | None:
    """A real day between 1900 and 2100, written as 2026-11-24."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR and day.isoformat() == text else None
