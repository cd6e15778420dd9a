"""The authorities that a paper rests on, each once in full, with its marks and an attorney's check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from screening.rules.authorities import AUTHORITIES, Point
from screening.summary.page.checked import Checks
from screening.summary.page.words import day_in_words


_OF_DECISIONS = (" v. ", "In re ", "Matter of ", " ruling ")


@dataclass(frozen=True)
class AuthorityRow:
    """An authority in full. `checked` says when and by whom; where a check is missing or too old it is `due`."""

    cite: str
    short: str
    marks: str
    due: bool
    checked: str
    # What a statute's subdivisions share.
    statute: str = ""

    @property
    def decision(self) -> bool:
        """Is it a decision of a court or of the Board, and not a statute or a rule?"""
        return any(sign in self.cite for sign in _OF_DECISIONS)


_ORDER = {authority: place for place, authority in enumerate(AUTHORITIES)}


def authority_rows(points: Iterable[Point], checks: Checks, as_of: date) -> tuple[AuthorityRow, ...]:
    """One row a citation: statutes in the order of the reference, then decisions by their short names."""
    by_cite: dict[str, list[Point]] = {}
    for point in sorted(set(points), key=lambda point: (_ORDER[point.authority], point.point)):
        by_cite.setdefault(point.cite, []).append(point)
    rows = [_row(cite, group, checks, as_of) for cite, group in by_cite.items()]
    decisions = sorted((row for row in rows if row.decision), key=lambda row: row.short)
    return (*(row for row in rows if not row.decision), *decisions)


def _row(cite: str, points: list[Point], checks: Checks, as_of: date) -> AuthorityRow:
    return AuthorityRow(
        cite=cite,
        short=points[0].short,
        marks=", ".join(dict.fromkeys(point.mark.printed for point in sorted(points, key=_weight))),
        due=any(checks.due(point, as_of) for point in points),
        checked=_checked(points, checks),
        statute=points[0].statute,
    )


def together(rows: Iterable[AuthorityRow]) -> str:
    """Statutes and rules with their marks, subdivisions of one with one mark behind each other."""
    return "; ".join(
        f"{', '.join(_subdivisions(list(group)))} {marks}"
        for (_, marks), group in groupby(rows, key=lambda row: (row.statute or row.cite, row.marks))
    )


def _subdivisions(rows: list[AuthorityRow]) -> list[str]:
    return [rows[0].cite, *(row.cite.removeprefix(row.statute) for row in rows[1:])]


def _weight(point: Point) -> int:
    return int(point.mark)


def _checked(points: list[Point], checks: Checks) -> str:
    """The oldest check, which is the one that runs out; nothing where a point was never checked."""
    found = [check for point in points if (check := checks.of(point)) is not None]
    if len(found) < len(points):
        return ""
    oldest = min(found, key=lambda check: check.on)
    return f"checked {day_in_words(oldest.on)}, by {oldest.by}"


def cites(points: Iterable[Point]) -> str:
    """Short citations with their marks; subdivisions of one statute with one mark stand together."""
    each = dict.fromkeys((point.authority, point.mark, point.statute, point.short) for point in points)
    return "; ".join(
        f"{_together(statute, [short for *_, short in group])} {mark.printed}"
        for (_, mark, statute), group in groupby(each, key=lambda one: one[:3])
    )


def _together(statute: str, shorts: Sequence[str]) -> str:
    first, *others = shorts
    return ", ".join((first, *(short.removeprefix(statute) for short in others)))
