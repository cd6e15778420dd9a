"""Which calls a member has open, and the letter of each: all that a session knows of a call.

Kept in `request.session["calls"]` as rows of letter, id of the screening, and marks of what was already
written to the access log since it was opened. The letter stays with a call until it is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from django.http import HttpRequest


NAME = "calls"

Row = tuple[str, str, str]
# Marks: the answers were opened; the first of them was changed.
VIEWED, CHANGED = "v", "c"


@dataclass(frozen=True)
class OpenCall:
    """A call by its letter."""

    letter: str
    screening_id: str

    @property
    def second_tone(self) -> bool:
        """Is its band ink? Band A is plum, B ink, and so on by turns."""
        return ascii_uppercase.index(self.letter) % 2 == 1


def open_calls(request: HttpRequest) -> list[OpenCall]:
    """The calls that this member has open, in the order of their letters."""
    return sorted((OpenCall(letter, one) for letter, one, _ in _rows(request)), key=lambda call: call.letter)


def remember(request: HttpRequest, screening_id: str) -> bool:
    """Give a call its letter. True where it was not open yet, so that opening it is logged once."""
    rows = _rows(request)
    if any(one == screening_id for _, one, _ in rows):
        return False
    # The oldest makes room: nobody holds 26 people on the telephone.
    rows = rows[-(len(ascii_uppercase) - 1) :]
    taken = {letter for letter, _, _ in rows}
    free = next(letter for letter in ascii_uppercase if letter not in taken)
    _keep(request, [*rows, (free, screening_id, "")])
    return True


def forget(request: HttpRequest, screening_id: str) -> None:
    """The call is over: its letter is free again."""
    _keep(request, [row for row in _rows(request) if row[1] != screening_id])


def first_time(request: HttpRequest, screening_id: str, mark: str) -> bool:
    """Set a mark on an open call. True where it was not set yet: the log says each once a call."""
    rows = _rows(request)
    before = next((marks for _, one, marks in rows if one == screening_id), mark)
    if mark in before:
        return False
    _keep(
        request,
        [(letter, one, marks + mark if one == screening_id else marks) for letter, one, marks in rows],
    )
    return True


def _rows(request: HttpRequest) -> list[Row]:
    return [(str(letter), str(one), str(marks)) for letter, one, marks in request.session.get(NAME, [])]


def _keep(request: HttpRequest, rows: Iterable[Row]) -> None:
    request.session[NAME] = [list(row) for row in rows]
