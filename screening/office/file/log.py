"""The access log of an office: who looked at, changed, printed or sent on what. Never what was answered.

Each entry is sealed and carries a keyed hash over what it says and the entry before, so that a changed,
removed or added line shows; sealing it anew under another key changes no hash. Lines are only ever added.
The one thing that erases is `erase_before`, from the start, and it first adds a line (an anchor) that says
up to which entry. What was cut off at the end shows against a head that was written down elsewhere.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import Enum
from hashlib import sha256

from django.db import models, transaction
from django.utils import timezone

from screening.office.keys import KeysMissingError, OfficeKeys, office_keys, seal_to
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
    CHECKED_LAW = "checked an authority"
    READ_LOG = "read this log"
    ROTATED = "changed the keys"
    BROUGHT_IN = "brought in names"


@dataclass(frozen=True)
class LogLine:
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
    """Add a line, by a member or by a command. Raises KeysMissingError; nothing is then added."""
    keys = office_keys(office.id)
    with transaction.atomic():
        last = _newest(office)
        number, before = (last.number + 1, last.mac) if last else (1, "")
        line = LogLine(number, timezone.now(), who_id, who, act.value, subject, detail)
        entry = LogEntry(office=office, number=number, at=line.at)
        entry.sealed, entry.mac = sealed_to(office, line), _mac(keys, line, before)
        entry.save(force_insert=True)


def sealed_to(office: Office, line: LogLine) -> bytes:
    """A line as it is stored: the id of the key, then what was done and by whom."""
    told = {name: text for name, text in asdict(line).items() if name not in ("number", "at")}
    text = json.dumps(told, sort_keys=True).encode()
    return office.key_id.encode() + b":" + seal_to(office, text, f"log {office.id} {line.number}")


def key_of(sealed: bytes) -> str:
    """The id of the key that a line is sealed under."""
    return sealed.partition(b":")[0].decode(errors="replace")


def opened(keys: OfficeKeys, entry: LogEntry) -> LogLine:
    """A line to read. Raises KeysMissingError."""
    sealed = bytes(entry.sealed)
    about = f"log {entry.office_id} {entry.number}"
    told = json.loads(keys.open(key_of(sealed), sealed.partition(b":")[2], about))
    return LogLine(entry.number, entry.at, **told)


def _mac(keys: OfficeKeys, line: LogLine, before: str) -> str:
    told = {**asdict(line), "at": line.at.isoformat(), "before": before}
    return hmac.new(keys.log, json.dumps(told, sort_keys=True).encode(), sha256).hexdigest()


@dataclass(frozen=True)
class Broken:
    """Where the chain does not hold: `number` is the entry that does not fit the one before it."""

    number: int
    why: str


# How the detail of an anchor begins; the number and the keyed hash of the last erased entry follow.
_ANCHOR = "log up to"


def erase_before(office: Office, at: datetime) -> int:
    """Erase the lines from before an instant, and say so in a line. How many went."""
    with transaction.atomic():
        old = LogEntry.objects.filter(office=office, at__lt=at)
        last = old.order_by("-number").first()
        if last is None:
            return 0
        note_for(office, Act.ERASED, detail=f"{_ANCHOR} {last.number} {last.mac}")
        return LogEntry.objects.filter(office=office, number__lte=last.number).delete()[0]


def verify(office: Office) -> Iterator[Broken]:
    """Every place where a line was changed, taken out or put in. Raises KeysMissingError without any key.

    Lines that retention erased are gone from the start, up to the number that the newest anchor names.
    """
    keys = office_keys(office.id)
    number, before = _start(keys, office)
    for entry in _entries(office).order_by("number").iterator():
        if entry.number != number + 1:
            yield Broken(entry.number, f"{_missing(number, entry.number)} before it")
            # What is missing is told; the next line cannot follow from it too.
            number, before = entry.number, entry.mac
            continue
        why = _doubt(keys, entry, before)
        if why:
            yield Broken(entry.number, why)
        number, before = entry.number, entry.mac


def _entries(office: Office) -> models.QuerySet[LogEntry]:
    return LogEntry.objects.filter(office=office)


def _missing(before: int, found: int) -> str:
    count = found - before - 1
    if count < 0:
        return "lines that were said to be erased stand there again"
    return "1 line is missing" if count == 1 else f"{count} lines are missing"


def _doubt(keys: OfficeKeys, entry: LogEntry, before: str) -> str:
    try:
        line = opened(keys, entry)
    except (KeysMissingError, ValueError, TypeError):
        return "it cannot be opened: it was changed, or its key is gone"
    if not hmac.compare_digest(entry.mac.encode(), _mac(keys, line, before).encode()):
        return "it does not follow from the line before it: one of the two was changed"
    return ""


def _start(keys: OfficeKeys, office: Office) -> tuple[int, str]:
    """The number and the keyed hash of the last line that retention erased; 0 where it erased none."""
    first = _entries(office).order_by("number").first()
    if first is None or first.number == 1:
        return 0, ""
    for entry in _entries(office).order_by("-number").iterator():
        anchor = _anchor(keys, entry)
        if anchor is not None:
            return anchor
    return 0, ""


def _anchor(keys: OfficeKeys, entry: LogEntry) -> tuple[int, str] | None:
    try:
        line = opened(keys, entry)
    except (KeysMissingError, ValueError, TypeError):
        return None
    if line.act != Act.ERASED.value or not line.detail.startswith(_ANCHOR):
        return None
    number, mac = line.detail.removeprefix(_ANCHOR).split()
    return int(number), mac


def head(office: Office) -> tuple[int, str]:
    """The number and the keyed hash of the last entry, to be written down elsewhere."""
    last = _newest(office)
    return (last.number, last.mac) if last else (0, "")


def _newest(office: Office) -> LogEntry | None:
    return _entries(office).order_by("-number").first()


def missing_head(office: Office, number: int, mac: str) -> str:
    """In words, why the log does not hold an entry that was written down; empty where it does."""
    entry = _entries(office).filter(number=number).first()
    if entry is None:
        erased, _ = _start(office_keys(office.id), office)
        return (
            "" if number <= erased else f"line {number}, which was written down, is gone: the end was cut off"
        )
    if not hmac.compare_digest(entry.mac.encode(), mac.encode()):
        return f"line {number} is not the one that was written down"
    return ""
