"""The days of the date boxes on the law pages, as a reader types them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from screening.questions.wording import say
from screening.rules.partial_date import FIRST_YEAR, LAST_YEAR
from screening.rules.text import Text, _
from screening.summary.page.words import day_in_words


# The two boxes: the law as of `day`, and what changed between it and `other`.
DAY, OTHER = "day", "other"

# Year first, so that nobody has to guess which number is the month. Any script's digits are digits.
_FORM = re.compile(r"(\d{4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,2})")
# What goes back into the box of what was typed.
_MOST_KEPT = 40

_NOT_A_DAY = _("Write the year first, then the month, then the day. Put a hyphen between them.")
_NO_SUCH_DAY = _("The calendar has no such day. Look at the month and at the day.")
_NO_SUCH_YEAR = _("Write a year from {first} to {last}.").with_(first=FIRST_YEAR, last=LAST_YEAR)


@dataclass(frozen=True)
class Box:
    """One box: its name, what was typed, and the day or what is wrong with it. Empty is neither."""

    name: str
    typed: str = ""
    day: date | None = None
    problem: Text | None = None

    @property
    def shown(self) -> str:
        """What stands in the box: the day that was understood, else what was typed."""
        return self.day.isoformat() if self.day else self.typed

    @property
    def message(self) -> str:
        """What is wrong, in words; nothing where nothing is."""
        return say(self.problem) if self.problem else ""


@dataclass(frozen=True)
class Days:
    """The day that a page is for, and the one to compare it with, if any."""

    today: date
    boxes: Mapping[str, Box] = field(default_factory=dict)

    @property
    def as_of(self) -> date:
        """The day that was typed, else today."""
        return self.boxes[DAY].day or self.today

    @property
    def other(self) -> date | None:
        """The day to compare with."""
        return self.boxes[OTHER].day

    @property
    def in_words(self) -> str:
        """The day that the page is for."""
        return day_in_words(self.as_of)

    @property
    def other_in_words(self) -> str:
        """The day to compare with; nothing without one."""
        return day_in_words(self.other) if self.other else ""

    @property
    def problems(self) -> tuple[Box, ...]:
        """The boxes in which something is to fix."""
        return tuple(box for box in self.boxes.values() if box.problem)

    @property
    def query(self) -> str:
        """What keeps the day in a link; nothing where it is today."""
        return _query({DAY: self.as_of} if self.as_of != self.today else {})

    @property
    def whole_query(self) -> str:
        """What keeps both days, for the same page in another language."""
        other = {OTHER: self.other} if self.other else {}
        return _query({DAY: self.as_of, **other} if self.query or other else {})


def days_of(query: Mapping[str, str], today: date) -> Days:
    """Both boxes, as a request brings them. Where no day was typed, today stands in the first."""
    typed = {DAY: query.get(DAY, "").strip() or today.isoformat(), OTHER: query.get(OTHER, "")}
    return Days(today, {name: read_box(name, text) for name, text in typed.items()})


def read_box(name: str, text: str) -> Box:
    """One box. Nothing that is typed raises."""
    typed = text.strip()[:_MOST_KEPT]
    if not typed:
        return Box(name)
    form = _FORM.fullmatch(typed)
    if form is None:
        return Box(name, typed, problem=_NOT_A_DAY)
    year, month, day = _numbers(form)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Box(name, typed, problem=_NO_SUCH_YEAR)
    try:
        return Box(name, typed, date(year, month, day))
    except ValueError:
        return Box(name, typed, problem=_NO_SUCH_DAY)


def _numbers(form: re.Match[str]) -> Iterator[int]:
    return (int(part) for part in form.groups())


def _query(days: Mapping[str, date]) -> str:
    return f"?{urlencode({name: day.isoformat() for name, day in days.items()})}" if days else ""
