"""The list in front of the papers of a clinic day: plain data, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CoverRow:
    """One screening as the queue tells it. `urgent` is its level, `hot` is act today."""

    number: str
    name: str
    urgent: str
    hot: bool
    why: str
    when: str
    law: str
    gates: str
    missing: str
    below: str
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
