"""An interview that is under way: opened from its row, written back sealed, erased in time.

Idle time counts from the last POST. A GET writes nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone, translation

from screening.interview.document import Document, dump, load
from screening.interview.openers import (
    Opener,
    PlaceCode,
    known_language,
    let_go_of_place,
    mark_erased,
    new_run,
    place_of,
    remember_language,
    visitor_key,
    visitor_keys,
    when_erased,
)
from screening.interview.sealing import TamperedError
from screening.models import Interview, Place


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
    """An interview that this browser may open, as one request holds it."""

    opener: Opener
    row: Interview
    document: Document
    _stored: str = field(repr=False)
    # Where the person asked to keep their place.
    place: PlaceCode | None = None

    @property
    def expires_at(self) -> datetime:
        """When the answers are erased if nothing more is sent."""
        return _expires_at(self.row)

    @property
    def may_stay(self) -> bool:
        """Would more time be given? Near the longest time there is none left to give."""
        return self.expires_at < self.row.started_at + longest()

    @property
    def text(self) -> str:
        """The document as it is stored."""
        return _text(self.document)

    def touch(self) -> None:
        """Something was sent: the idle time starts anew."""
        self.row.last_post_at = timezone.now()

    def save(self) -> None:
        """Note the time of this POST, and write the answers if they changed: here and in a kept place."""
        self.touch()
        changed: dict[str, Any] = {"last_post_at": self.row.last_post_at}
        text = self.text
        if text != self._stored:
            changed["sealed"] = self.opener.seal(text.encode())
            self._stored = text
            if self.place is not None:
                Place.objects.filter(pk=self.place.row).update(sealed=self.place.seal(text.encode()))
        Interview.objects.filter(pk=self.row.pk).update(**changed)


def _text(document: Document) -> str:
    return json.dumps(dump(document), sort_keys=True)


def from_text(text: str) -> Document:
    """The document of what is stored."""
    return load(json.loads(text))


def _expires_at(row: Interview) -> datetime:
    return min(row.last_post_at + idle(), row.started_at + longest())


def begin(session: SessionBase) -> str:
    """A new interview of this visitor, in the language of the page that began it; its run."""
    return begin_with(session, Document(language=translation.get_language()))


def begin_with(session: SessionBase, document: Document) -> str:
    """A new interview of this visitor that holds these answers already; its run."""
    run, opener = new_run(session)
    now = timezone.now()
    remember_language(session, document.language)
    Interview.objects.create(
        run_row=opener.row,
        sealed=opener.seal(_text(document).encode()),
        started_at=now,
        last_post_at=now,
    )
    return run


def open_live(session: SessionBase, run: str) -> Live:
    """The interview of a run, its language active from now on. Raises UnknownRunError or ExpiredError."""
    translation.activate(known_language(session))
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
    document = from_text(text)
    translation.activate(document.voice)
    return Live(opener, row, document, text, place_of(session, run))


def speak(session: SessionBase, document: Document, language: str) -> None:
    """Go on in another language. The session keeps it too, for the page that follows an erasure."""
    document.language = language
    remember_language(session, language)
    translation.activate(document.voice)


def erase(session: SessionBase, run: str, at: datetime | None) -> None:
    """Delete the answers of a run and remember for its visitor only when. A kept place stays."""
    opener = visitor_key(session, run)
    if opener is not None and Interview.objects.filter(pk=opener.row).delete()[0]:
        mark_erased(session, run, at)
    let_go_of_place(session, run)


def erase_all(session: SessionBase) -> None:
    """Delete the answers of every run of this visitor. Kept places stay: they were asked for."""
    rows = [opener.row for opener in visitor_keys(session)]
    Interview.objects.filter(pk__in=rows).delete()


def erase_expired() -> int:
    """Delete every interview and kept place whose time is over; how many."""
    now = timezone.now()
    idled = Interview.objects.filter(last_post_at__lte=now - idle())
    interviews = (idled | Interview.objects.filter(started_at__lte=now - longest())).delete()[0]
    return interviews + Place.objects.filter(expires_at__lte=now).delete()[0]
