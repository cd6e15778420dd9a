"""The list in front of the papers of a clinic day: plain data, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CoverLaw:
    """A law that may still fit. `mark` is the code of its silhouette."""

    cite: str
    word: str
    mark: str


@dataclass(frozen=True)
class CoverRow:
    """One screening. `day` is its next date in words, empty where there is none; `hot` is act today."""

    number: str
    name: str
    urgent: str
    hot: bool
    day: str
    laws: tuple[CoverLaw, ...]
    language: str
    assignee: str


@dataclass(frozen=True)
class Cover:
    """One sheet or more: whose, of which day, what lies behind it."""

    office: str
    printed_on: date
    printed_on_words: str
    printed_by: str
    rows: tuple[CoverRow, ...]
