"""An attorney's checks of authorities: the rows, what they were a check of, and what is due.

None is shipped with the program. A row keeps the citation and the proposition as they stood; where the
program's words have changed since, the row is a check of something else and does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.db import DatabaseError

from screening.models import AuthorityCheck
from screening.rules.authorities import AUTHORITIES, Point
from screening.summary.page.checked import NO_CHECKS, Check, Checks


def recorded_checks() -> Checks:
    """The newest check of each point, under the operator's interval."""
    newest = {
        (row.authority, row.point): Check(row.on, row.by, row.text, row.agrees)
        for row in AuthorityCheck.objects.order_by("on", "pk")
        if row.words == _words_of(row)
    }
    return Checks(newest, settings.OPERATOR.law_check_months)


def checks_if_any() -> Checks:
    """The same for a command, which also runs where no database was made yet."""
    try:
        return recorded_checks()
    except DatabaseError:
        return NO_CHECKS


def record(point: Point, on: date, by: str, text: str, *, agrees: bool, note: str = "") -> None:
    """Add a check. `by` is printed as it stands; `text` says what was read, `note` what differs."""
    AuthorityCheck.objects.create(
        authority=point.authority,
        point=point.point,
        words=words(point),
        agrees=agrees,
        on=on,
        by=by,
        text=text,
        note=note,
    )


def words(point: Point) -> str:
    """What a check is a check of: citation and proposition."""
    return f"{point.cite}: {point.proposition}"


def every_point() -> Iterator[Point]:
    """All points of all authorities, as they are declared."""
    for authority in AUTHORITIES.values():
        for point in authority.points:
            yield Point(authority.id, point)


def due_points(day: date) -> list[tuple[Point, Check | None]]:
    """What is to be checked (again) on this day, with the check that no longer holds, if there is one."""
    checks = recorded_checks()
    return [(point, checks.of(point)) for point in every_point() if checks.due(point, day)]


def _words_of(row: AuthorityCheck) -> str | None:
    """The words of today; None where there is no such point any more."""
    authority = AUTHORITIES.get(row.authority)
    return words(Point(row.authority, row.point)) if authority and row.point in authority.points else None
