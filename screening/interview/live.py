"""An interview that is under way: opened from its row, written back sealed, erased in time.

Idle time counts from the last POST. A GET writes nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from screening.interview.document import Document, dump, load
from screening.interview.keys import Opener, mark_erased, new_run, visitor_key, when_erased
from screening.interview.sealing import TamperedError
from screening.models import Interview


if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase


class UnknownRunError(Exception):
    """This browser holds no key to the run: no cookie, another browser, or another run."""


class ExpiredError(Exception):
    """The answers are erased, or are erased now. `at` is the hour where it is known."""

    def __init__(self, at: datetime | None) -> None:
        super().__init__()
        self.at = at


def idle() -> timedelta:
    """How long an interview waits for the next answer."""
    return timedelta(minutes=settings.PCR_IDLE_MINUTES)


def longest() -> timedelta:
    """How long an interview lasts at most."""
    return timedelta(hours=settings.PCR_MAX_HOURS)


@dataclass
class Live:
    """An open interview."""

    opener: Opener
    row: Interview
    document: Document
    _stored: str = field(repr=False)

    @property
    def expires_at(self) -> datetime:
        """When the answers are erased if nothing more is sent."""
        return _expires_at(self.row)

    def touch(self) -> None:
        """Something was sent: the idle time starts anew."""
        self.row.last_post_at = timezone.now()

    def save(self) -> None:
        """Note the time of this POST, and write the answers if they changed."""
        self.touch()
        changed: dict[str, Any] = {"last_post_at": self.row.last_post_at}
        text = _text(self.document)
        if text != self._stored:
            changed["sealed"] = self.opener.seal(text.encode())
            self._stored = text
        Interview.objects.filter(pk=self.row.pk).update(**changed)


def _text(document: Document) -> str:
    return json.dumps(dump(document), sort_keys=True)


def _expires_at(row: Interview) -> datetime:
    return min(row.last_post_at + idle(), row.started_at + longest())


def begin(session: SessionBase) -> str:
    """A new interview of this visitor; its run."""
    run, opener = new_run(session)
    now = timezone.now()
    Interview.objects.create(
        run_row=opener.row,
        sealed=opener.seal(_text(Document()).encode()),
        started_at=now,
        last_post_at=now,
    )
    return run


def open_live(session: SessionBase, run: str) -> Live:
    """The interview of a run. Raises UnknownRunError or ExpiredError."""
    opener = visitor_key(session, run)
    if opener is None:
        raise UnknownRunError
    row = Interview.objects.filter(pk=opener.row).first()
    if row is None:
        raise ExpiredError(when_erased(session, run))
    if _expires_at(row) <= timezone.now():
        raise ExpiredError(_expires_at(row))
    try:
        text = opener.open(bytes(row.sealed)).decode()
    except TamperedError:
        raise ExpiredError(None) from None
    return Live(opener, row, load(json.loads(text)), text)


def erase(session: SessionBase, run: str, at: datetime | None) -> None:
    """Delete the answers of a run and remember for its visitor only when."""
    opener = visitor_key(session, run)
    if opener is not None and Interview.objects.filter(pk=opener.row).delete()[0]:
        mark_erased(session, run, at)


def erase_expired() -> int:
    """Delete every interview whose time is over; how many."""
    now = timezone.now()
    idled = Interview.objects.filter(last_post_at__lte=now - idle())
    return (idled | Interview.objects.filter(started_at__lte=now - longest())).delete()[0]
