"""Every authority with its points, marks and checks, and where the rules rest on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.utils import translation

from screening.law.uses import Use, uses_of_points
from screening.rules.authorities import AUTHORITIES, Authority, Point
from screening.summary.page.checked import Check, Checks
from screening.summary.page.words import day_in_words


@dataclass(frozen=True)
class CheckedPoint:
    """One point of an authority. `due`: no attorney has compared it with the official text lately.

    `again`: what it stands for was said higher up on the page.
    """

    point: Point
    check: Check | None
    due: bool
    uses: tuple[Use, ...] = ()
    again: bool = False

    @property
    def checked(self) -> str:
        """`checked on November 2, 2026, by …`, in English; empty without a check."""
        if self.check is None:
            return ""
        found = "checked on" if self.check.agrees else "found to differ on"
        with translation.override(settings.LANGUAGE_CODE):
            return f"{found} {day_in_words(self.check.on)}, by {self.check.by}"


@dataclass(frozen=True)
class Source:
    """One authority as a whole: its citation, and its points."""

    id: str
    cite: str
    points: tuple[CheckedPoint, ...]

    @property
    def due(self) -> int:
        """How many of its points are due."""
        return sum(one.due for one in self.points)


@dataclass(frozen=True)
class Checking:
    """The checks as of today, for one page: it knows what the page has said already."""

    checks: Checks
    today: date
    said: set[Point] = field(default_factory=set)

    def of(self, points: Iterable[Point]) -> tuple[CheckedPoint, ...]:
        """The points with what is known of their checks."""
        return tuple(map(self._one, points))

    def _one(self, point: Point) -> CheckedPoint:
        again = point in self.said
        self.said.add(point)
        return CheckedPoint(
            point,
            self.checks.of(point),
            self.checks.due(point, self.today),
            uses_of_points().get(point, ()),
            again,
        )


def sources(checking: Checking) -> tuple[Source, ...]:
    """All of them, in the order in which the rules declare them."""
    return tuple(source(authority, checking) for authority in AUTHORITIES.values())


def source(authority: Authority, checking: Checking) -> Source:
    """An authority with each of its points, as it stands on the page."""
    points = checking.of(Point(authority.id, name) for name in authority.points)
    return Source(authority.id, authority.cite.format("").strip(), points)
