"""An attorney's checks of authorities against the official text, as pages and papers join them.

The rows live outside the rules (`screening/law`), none is shipped, and no finding, digest or version knows
of them. A point whose check is missing, or older than the interval that the operator sets, is *due*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from screening.rules.authorities import Point
from screening.rules.partial_date import add_months


# Where the operator names no interval.
CHECK_MONTHS = 12


@dataclass(frozen=True)
class Check:
    """One point of an authority, checked against `text` (what was read, and where) on a day by somebody.

    `agrees` is False where the official text does not bear the point out: then it stays due.
    """

    on: date
    by: str
    text: str
    agrees: bool = True


@dataclass(frozen=True)
class Checks:
    """The newest check of each point, by authority and point, and how many months one holds."""

    newest: Mapping[tuple[str, str], Check] = field(default_factory=dict)
    months: int = CHECK_MONTHS

    def of(self, point: Point) -> Check | None:
        """The newest check of this point."""
        return self.newest.get((point.authority, point.point))

    def due(self, point: Point, day: date) -> bool:
        """Is it to be checked (again) on this day? A check made later than the day counts."""
        check = self.of(point)
        return check is None or not check.agrees or add_months(check.on, self.months) < day


NO_CHECKS = Checks()
