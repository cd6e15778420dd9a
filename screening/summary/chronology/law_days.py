"""Where the names of the law days stand above the scale, so that none lies on another or on a line.

Each name stands to the right of its dotted line, on the lowest level where it is free; near the end of the
scale it stands to the left. A line runs down from its own level only.
"""

from __future__ import annotations

from dataclasses import dataclass

from screening.summary.chronology.scale import RIGHT, Scale
from screening.summary.chronology.svg_text import width
from screening.summary.page.chrono_data import LawDay


SIZE = 10.0
BESIDE = 3.0


@dataclass(frozen=True)
class Placed:
    """A law day at `x`, its name on a level (0 is the lowest) from `start` to `end`."""

    law: LawDay
    x: float
    start: float
    end: float
    level: int = 0

    @property
    def to_left(self) -> bool:
        """Does its name stand to the left of its line?"""
        return self.start < self.x

    def covers(self, x: float) -> bool:
        """Would a line at `x` cross its name?"""
        return self.start - BESIDE < x < self.end + BESIDE

    def meets(self, other: Placed) -> bool:
        """Would both names overlap on one level?"""
        return self.start < other.end + BESIDE and other.start < self.end + BESIDE


def placed(laws: tuple[LawDay, ...], scale: Scale) -> tuple[Placed, ...]:
    """Every law day with its place; from left to right."""
    to_left: list[Placed] = []
    to_right: list[Placed] = []
    for law in sorted(laws, key=lambda one: one.day, reverse=True):
        one = _beside(law, scale.x(law.day), to_left)
        (to_left if one.to_left else to_right).append(one)
    done: list[Placed] = []
    for one in to_right + to_left[::-1]:
        done.append(_on_level(one, done))
    return tuple(sorted(done, key=lambda one: one.x))


def _beside(law: LawDay, x: float, to_left: list[Placed]) -> Placed:
    """To the right, unless its name ran out of the drawing or across the line of one that stands to the left."""
    wide = width(law.label, SIZE)
    right = Placed(law, x, x + BESIDE, x + BESIDE + wide)
    if right.end > RIGHT or any(right.covers(other.x) for other in to_left):
        return Placed(law, x, x - BESIDE - wide, x - BESIDE)
    return right


def _on_level(one: Placed, done: list[Placed]) -> Placed:
    """On the lowest level where it meets no name and lies above every line that it covers."""
    level = max((other.level + 1 for other in done if one.covers(other.x)), default=0)
    while any(other.level == level and one.meets(other) for other in done):
        level += 1
    return Placed(one.law, one.x, one.start, one.end, level)
