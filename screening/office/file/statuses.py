"""One way to change where a screening stands: written down, kept, noted."""

from __future__ import annotations

from screening.office.file import log
from screening.office.file.cabinet import Folder, put_back
from screening.office.file.journal import What, enter
from screening.office.models import Member


def change_status(folder: Folder, member: Member, status: str, why: str) -> None:
    """Set it with who, when and why, and put the folder back with all that was done to it.

    Raises ChangedMeanwhileError; nothing is then written.
    """
    was = folder.row.status
    enter(folder, member, What.STATUS, was=was, new=status, why=why)
    put_back(folder, status=status)
    log.note(member, log.Act.STATUS, folder.row.id, f"{was} to {status}")
