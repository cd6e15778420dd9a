"""*Keep my place*, only if asked for: the answers once more, sealed under a code of words.

The words are shown once and stored nowhere. For as long as its interview is open, the visitor's sealed
session holds the key too, so that every later answer is kept there as well.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone, translation

from screening.interview import live
from screening.interview.brake import Brake
from screening.interview.document import Document
from screening.interview.openers import PlaceCode, hold_place, let_go_of_place, place_of
from screening.interview.sealing import TamperedError
from screening.models import Place


if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase


# From everybody together: who tries is not known, and is not kept. Further tries wait (`brake.py`).
WRONG = Brake("wrong", free=60)


class WrongCodeError(Exception):
    """No place opens with it: it was never given out, or its time is over. Nobody is told which."""


def keep_place(session: SessionBase, run: str, opened: live.Live, code: PlaceCode) -> datetime:
    """Keep the answers under a new code, in place of an older one; until when."""
    erase_place(session, run)
    until = timezone.now() + timedelta(days=settings.PCR_PLACE_DAYS)
    sealed = code.seal(opened.text.encode())
    Place.objects.create(row_id=code.row, sealed=sealed, expires_at=until)
    hold_place(session, run, code)
    return until


def kept_until(session: SessionBase, run: str) -> datetime | None:
    """Until when the kept place of a run works, where there is one."""
    code = place_of(session, run)
    place = Place.objects.filter(pk=code.row).first() if code else None
    return place.expires_at if place else None


def erase_place(session: SessionBase, run: str) -> None:
    """Delete the kept place of a run."""
    code = place_of(session, run)
    if code is not None:
        Place.objects.filter(pk=code.row).delete()
        let_go_of_place(session, run)


def open_place(session: SessionBase, code: PlaceCode) -> tuple[str, Document]:
    """A new interview of this visitor with the kept answers. The place stays until its day.

    Raises WrongCodeError.
    """
    place = Place.objects.filter(pk=code.row, expires_at__gt=timezone.now()).first()
    if place is None:
        raise WrongCodeError
    try:
        document = live.from_text(code.open(bytes(place.sealed)).decode())
    except TamperedError:
        raise WrongCodeError from None
    run = live.begin_with(session, document)
    hold_place(session, run, code)
    translation.activate(document.voice)
    return run, document
