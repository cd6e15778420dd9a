"""The access log of an office: who looked at, changed, printed or sent on what. Never what was answered.

Each entry is sealed and carries a keyed hash over itself and the entry before, so that a changed, removed
or added line shows. What was cut off at the end shows against a head that was written down elsewhere.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from screening.office.keys import OfficeKeys, office_keys, seal_to
from screening.office.models import LogEntry, Member, Office


class Act(Enum):
    """What can be done, as the log says it."""

    SIGNED_IN = "signed in"
    UNLOCKED = "unlocked"
    SIGNED_OUT = "signed out"
    VIEWED_NAMES = "opened the names"
    VIEWED = "opened the answers"
    SEARCHED = "searched"
    BEGAN = "began a call"
    CHANGED = "changed"
    CHECKED_CONFLICT = "checked for conflicts"
    STATUS = "changed the status"
    ASSIGNED = "assigned"
    FOUND = "set an own finding"
    DECIDED = "decided and signed"
    PRINTED = "printed"
    EXPORTED = "exported"
    HANDED_OVER = "handed over"
    LISTED = "exported a list"
    HELD = "set a legal hold"
    RELEASED = "released a legal hold"
    ERASED = "erased"
    WITHDRAWN = "withdrawn by the person"
    MEMBER = "changed an account"
    SETTINGS = "changed the office"
    READ_LOG = "read this log"
    ROTATED = "changed the keys"


@dataclass(frozen=True)
class Line:
    """One entry, opened. `who` is empty where a command did it."""

    number: int
    at: datetime
    who_id: str
    who: str
    act: str
    subject: str
    detail: str


def note(member: Member, act: Act, subject: str = "", detail: str = "") -> None:
    """Add a line about what a member did. `subject` is the id of a screening or an account."""
    note_for(member.office, act, subject, detail, who_id=member.id, who=member.name)


def note_for(
    office: Office, act: Act, subject: str = "", detail: str = "", *, who_id: str = "", who: str = ""
) -> None:
    """Add a line, by a member or by a command."""
    keys = office_keys(office.id)
    told = {"who_id": who_id, "who": who, "act": act.value, "subject": subject, "detail": detail}
    with transaction.atomic():
        last = LogEntry.objects.filter(office=office).order_by("-number").first()
        entry = LogEntry(office=office, number=last.number + 1 if last else 1, at=timezone.now())
        about = f"log {office.id} {entry.number}"
        entry.sealed = office.key_id.encode() + b":" + seal_to(office, json.dumps(told).encode(), about)
        entry.mac = _mac(keys, entry, last.mac if last else "")
        entry.save(force_insert=True)


def _mac(keys: OfficeKeys, entry: LogEntry, before: str) -> str:
    text = f"{before}\0{entry.number}\0{entry.at.isoformat()}\0".encode() + bytes(entry.sealed)
    return hmac.new(keys.log, text, sha256).hexdigest()


def opened(keys: OfficeKeys, entry: LogEntry) -> Line:
    """A line to read. Raises KeysMissingError."""
    key_id, _, sealed = bytes(entry.sealed).partition(b":")
    told = json.loads(keys.open(key_id.decode(), sealed, f"log {entry.office_id} {entry.number}"))
    return Line(entry.number, entry.at, **told)


@dataclass(frozen=True)
class Broken:
    """Where the chain does not hold: `number` is the entry that does not fit the one before it."""

    number: int
    why: str


def verify(office: Office) -> Iterator[Broken]:
    """Every place where a line was changed, taken out or put in. Old lines may be gone from the start."""
    keys = office_keys(office.id)
    before: LogEntry | None = None
    for entry in LogEntry.objects.filter(office=office).order_by("number").iterator():
        if before is not None or entry.number == 1:
            expected = before.number + 1 if before else 1
            if entry.number != expected:
                yield Broken(entry.number, f"{entry.number - expected} missing before it")
            elif not hmac.compare_digest(entry.mac, _mac(keys, entry, before.mac if before else "")):
                yield Broken(entry.number, "it does not follow from the entry before it")
        before = entry


def head(office: Office) -> tuple[int, str]:
    """The number and the keyed hash of the last entry, to be written down elsewhere."""
    last = LogEntry.objects.filter(office=office).order_by("-number").first()
    return (last.number, last.mac) if last else (0, "")
