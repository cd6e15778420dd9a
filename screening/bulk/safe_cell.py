"""Cells of CSV for a spreadsheet, of which none is a formula."""

from __future__ import annotations

import unicodedata


# What a spreadsheet begins a formula with, or reads one after; in full width too.
_STARTS = frozenset("=+-@\t\r\n＝＋－＠")


def safe_cell(text: str) -> str:
    """The text with a ' in front where it would be a formula, or where what cannot be seen hides one."""
    hides = (letter for letter in text if letter != " " and unicodedata.category(letter) != "Cf")
    first = {text[:1], next(hides, "")}
    return f"'{text}" if first & _STARTS else text
