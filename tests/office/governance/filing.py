"""Screenings as the office keeps them, quick to make, on the day that it is."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from screening.interview.document import Case, Document
from screening.interview.today import today
from screening.office.file import cabinet
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import SENT, CaseFile, ConflictCheck
from screening.office.file.journal import What, enter, now
from screening.office.file.statuses import change_status
from screening.office.governance.exports import mark_exported
from screening.office.keys import new_keys, write_keys
from screening.office.matter import Contact, Matter
from screening.office.models import Member, Office, Screening, Status


ANSWERS: dict[str, Any] = {"court": "california", "county": "Tuolumne", "said_guilty": "yes"}


def an_office(name: str = "Valley Law Project") -> Office:
    """With keys, for a test that brings its own database."""
    office = Office(name=name, created_at=timezone.now())
    keys = new_keys(office.id)
    write_keys(keys)
    office.key_id, office.public_key = keys.current, keys.public
    office.save(force_insert=True)
    return office


def matter(**parts: Any) -> Matter:
    told = {
        "name": "Marisol Vega",
        "aliases": ["Mari Vega Luna"],
        "contact": Contact("phone", "559 555 0100"),
    }
    return Matter(**{**told, **parts})


def file(**parts: Any) -> CaseFile:
    """Answers, and a conflict check that found nothing."""
    clear = ConflictCheck("clear", "", [], "Dana", "X", now())
    return CaseFile(**{"document": Document(cases=[Case("1", dict(ANSWERS))]), "conflict": clear, **parts})


def sent(office: Office) -> Screening:
    """What a person sent and nobody opened."""
    return cabinet.file_new(office, matter(), file(source=SENT, conflict=None))


def begun(member: Member, **parts: Any) -> Folder:
    """A screening of a call."""
    return cabinet.begin(member, matter(**parts), file())


def again(member: Member, folder: Folder) -> Folder:
    return cabinet.take(member, folder.row.id)


def put(member: Member, folder: Folder, status: str) -> None:
    """Change where it stands, as the office does."""
    change_status(again(member, folder), member, status, "a reason")


def exported(member: Member, folder: Folder) -> None:
    """Export it, as the office does."""
    taken = again(member, folder)
    mark_exported(taken, member, taken.row.version, "file")


def changed(member: Member, folder: Folder) -> None:
    """Something of the case changes."""
    taken = again(member, folder)
    enter(taken, member, What.NOTE, "1")
    cabinet.put_back(taken)


def purge_on(folder: Folder) -> int | None:
    """In how many days it is erased, by its column."""
    day = Screening.objects.get(pk=folder.row.id).purge_on
    return (day - today()).days if day else None


def put_up_for_keeping(office: Office) -> None:
    """A closed screening that was never exported."""
    member = Member.objects.create(office=office, username="closer", name="Closer", role="attorney")
    put(member, begun(member), Status.CLOSED)
