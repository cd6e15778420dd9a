"""What was typed into the office's own fields, made fit to keep."""

from __future__ import annotations

import re


# What the office does not ask for and does not keep: an alien number, a social security number.
_NEVER = re.compile(r"\bA[- #]?\d{3}[- ]?\d{3}[- ]?\d{2,3}\b|\b\d{3}-\d{2}-\d{4}\b", re.IGNORECASE)


def one_line(text: str) -> str:
    """Without what no keyboard types, in one line."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def lines(text: str) -> list[str]:
    """The lines that hold something, each once."""
    return list(dict.fromkeys(line for line in map(one_line, text.splitlines()) if line))


def holds_number(text: str) -> bool:
    """Is there a number in it that the office does not keep?"""
    return _NEVER.search(text) is not None
