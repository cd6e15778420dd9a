"""The time scale of a chronology: from days to places on the drawing, and where its years are written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor


WIDE, LABELS = 640, 228
LEFT, RIGHT = LABELS + 8, WIDE - 10
# The largest mark reaches this far to each side of its day.
REACH = 8
_LEAST_YEARS = 2.0
_ROOM_OF_A_YEAR = 40
_STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True)
class Scale:
    """Years from `low` to `high`, as fractions, over the width of the drawing."""

    low: float
    high: float

    @property
    def per_year(self) -> float:
        """How many units a year has."""
        return (RIGHT - LEFT) / (self.high - self.low)

    def x(self, day: date) -> float:
        """The place of a day's beginning."""
        return self.at(_fraction(day))

    def x_end(self, day: date) -> float:
        """The place of a day's end."""
        return self.x(day + timedelta(days=1))

    def at(self, year: float) -> float:
        """The place of a fraction of years, never outside the scale."""
        return min(max(LEFT + (year - self.low) * self.per_year, LEFT), RIGHT)

    @property
    def step(self) -> int:
        """Every how many years a year is written."""
        return next(step for step in _STEPS if step * self.per_year >= _ROOM_OF_A_YEAR)

    @property
    def years(self) -> tuple[int, ...]:
        """Every year that begins on it."""
        return tuple(range(ceil(self.low), floor(self.high) + 1))

    def written(self, year: int) -> bool:
        """Is the number of the year written?"""
        return year % self.step == 0

    def ticked(self, year: int) -> bool:
        """Is its beginning marked? Not each where years are narrow."""
        return self.per_year >= _STEPS[2] or self.written(year)


def scale_of(days: Iterable[date]) -> Scale:
    """A scale that holds these days (at least one) and their marks, two years wide at least."""
    given = [_fraction(day) for day in days]
    low, high = min(given), max(given)
    lacking = max(0.0, _LEAST_YEARS - (high - low)) / 2
    low, high = low - lacking, high + lacking
    # So wide that a mark on the first or last day still lies inside, in units of the padded scale.
    share = 1.5 * REACH / (RIGHT - LEFT)
    pad = max(0.25, (high - low) * share / (1 - 2 * share))
    return Scale(low - pad, high + pad)


def _fraction(day: date) -> float:
    first = date(day.year, 1, 1)
    return day.year + (day - first).days / (date(day.year, 12, 31) - first + timedelta(days=1)).days
