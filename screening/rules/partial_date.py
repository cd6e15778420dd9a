"""Dates that stop where knowledge stops: a year, a month or a day, kept as the person gave them.

A `PartialDate` is the span of days it may be. Comparing gives an `Answer`, never a bool (contract section 2).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from screening.rules.answer import Answer, all_of


FIRST_YEAR, LAST_YEAR = 1900, 2100
_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later (earlier when negative).

    A day that does not exist there is the last of its month: a year after February 29 is February 28
    (contract section 3, "Readings").
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class PartialDate:
    """The text as given (`2003`, `2003-07` or `2003-07-14`) with its first and last possible day."""

    text: str
    earliest: date
    latest: date

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date.

        Raises ValueError unless it is a real year, month or day between 1900 and 2100.
        """
        form = _FORM.fullmatch(text)
        if form is None:
            raise ValueError("not a date")
        year, month, day = (int(part) if part else None for part in form.groups())
        if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError("year out of range")
        if month is None:
            return cls(text, date(year, 1, 1), date(year, 12, 31))
        if day is None:
            first = date(year, month, 1)
            return cls(text, first, first.replace(day=monthrange(year, month)[1]))
        return cls(text, date(year, month, day), date(year, month, day))

    @classmethod
    def on(cls, day: date) -> PartialDate:
        """The date of a single known day."""
        return cls(day.isoformat(), day, day)

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.text)  # answers are looked up by it: three fields would take five times as long

    def on_or_after(self, day: date) -> Answer:
        """Does it lie on `day` or later?"""
        if self.earliest >= day:
            return Answer.YES
        return Answer.NO if self.latest < day else Answer.UNSURE

    def before(self, day: date) -> Answer:
        """Does it lie before `day`?"""
        return ~self.on_or_after(day)

    def after(self, day: date) -> Answer:
        """Does it lie after `day`?"""
        return self.on_or_after(day + timedelta(days=1))

    def earlier_than(self, other: PartialDate) -> Answer:
        """Does it lie before the other date, both being spans?"""
        if self.latest < other.earliest:
            return Answer.YES
        return Answer.NO if self.earliest >= other.latest else Answer.UNSURE

    def plus_months(self, months: int) -> PartialDate:
        """The span that starts and ends `months` later."""
        return PartialDate(self.text, add_months(self.earliest, months), add_months(self.latest, months))

    def within_months(self, months: int, as_of: date) -> Answer:
        """Is `as_of` at most `months` after it? Inclusive; a date still to come counts as within."""
        return ~self.plus_months(months).before(as_of)

    def within_days(self, days: int, as_of: date) -> Answer:
        """Does it lie in the `days` before `as_of`, both ends included? A date still to come does not."""
        return all_of(self.on_or_after(as_of - timedelta(days=days)), ~self.after(as_of))


def later_of(one: PartialDate, other: PartialDate) -> PartialDate:
    """The later of two dates: the later first day, the later last day."""
    later = max(one, other, key=lambda day: (day.latest, day.earliest))
    return PartialDate(later.text, max(one.earliest, other.earliest), later.latest)
