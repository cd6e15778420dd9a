"""The journal of a file: each change with who, when and why. It is sealed with the file."""

from __future__ import annotations

from enum import Enum

from django.utils import timezone

from screening.office.file.cabinet import Folder
from screening.office.file.casefile import Entry
from screening.office.models import Member


class What(Enum):
    """What can change, by the code that the journal keeps."""

    ANSWER = "answer"
    NAMES = "names"
    CONFLICT = "conflict"
    STATUS = "status"
    ASSIGNED = "assigned"
    FINDING = "finding"
    PAPER = "paper"
    DEADLINE = "deadline"
    NOTE = "note"
    DECISION = "decision"
    WRAP_UP = "wrap_up"
    DROPPED = "dropped"
    RESULT = "result"
    HOLD = "hold"
    EXPORTED = "exported"


def now() -> str:
    """This instant, as files keep it."""
    return timezone.now().isoformat(timespec="seconds")


def entry(
    folder: Folder,
    member: Member,
    what: What,
    subject: str = "",
    *,
    was: str = "",
    new: str = "",
    why: str = "",
) -> Entry:
    """A line by a member, that comes with the next version of the screening."""
    return Entry(
        at=now(),
        by=member.name,
        by_id=member.id,
        what=what.value,
        subject=subject,
        was=was,
        now=new,
        why=why,
        version=folder.row.version + 1,
    )


def enter(
    folder: Folder,
    member: Member,
    what: What,
    subject: str = "",
    *,
    was: str = "",
    new: str = "",
    why: str = "",
) -> None:
    """Add a line. `subject` names what changed (a key with its case, an element, a paper, a deadline)."""
    folder.file.journal.append(entry(folder, member, what, subject, was=was, new=new, why=why))


def others_since(folder: Folder, version: int, member: Member) -> list[Entry]:
    """What others changed since a version was read: "nothing is overwritten" is decided by this."""
    return [line for line in folder.file.journal if line.version > version and line.by_id != member.id]
