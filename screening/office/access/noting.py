"""Lines of the access log about signing in and out: written where the office's keys are at hand."""

from __future__ import annotations

from screening.office.file import log
from screening.office.keys import KeysMissingError
from screening.office.models import Member


def note_if_possible(member: Member, act: log.Act, subject: str = "") -> None:
    """Add a line. Without keys nothing can be sealed: the page that comes next then says so (503)."""
    try:
        log.note(member, act, subject)
    except KeysMissingError:
        return
