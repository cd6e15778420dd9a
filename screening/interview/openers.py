"""Who can open an interview: the storage takes an opener and knows nothing else of keys.

The visitor's session holds a random key for each interview. It is not derived from the cookie: a new
cookie value must not lose the answers.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Protocol

from django.conf import settings
from django.utils.crypto import get_random_string
from django.utils.translation import get_language

from screening.interview.sealing import KEY_BYTES, derive, seal, slow_key, unseal


if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase


RUNS = "runs"
ERASED = "erased"
PLACES = "places"
CODES = "codes"
LANGUAGE = "language"
# A session is read whole on every request. Nobody has more open at once than this.
MOST_RUNS = 20


class Opener(Protocol):
    """Seals and opens one interview, and finds its row."""

    @property
    def row(self) -> str:
        """The id of the row, which tells nobody the run."""

    def seal(self, text: bytes) -> bytes:
        """What only `open` reads again."""

    def open(self, sealed: bytes) -> bytes:
        """Open it. Raises TamperedError."""


@dataclass(frozen=True)
class _OwnKey:
    """A secret that finds, seals and opens one row."""

    key: bytes
    purpose: ClassVar[str]

    @property
    def row(self) -> str:
        """Derived from the key, so that neither run, cookie nor code stands in the table."""
        return derive(self.key, f"{self.purpose} row").hex()

    def seal(self, text: bytes) -> bytes:
        """Close it under this key."""
        return seal(derive(self.key, f"{self.purpose} seal"), text, self.row)

    def open(self, sealed: bytes) -> bytes:
        """Open it. Raises TamperedError."""
        return unseal(derive(self.key, f"{self.purpose} seal"), sealed, self.row)


class VisitorKey(_OwnKey):
    """The key of an interview, that the visitor's own session holds."""

    purpose = "interview"


class PlaceCode(_OwnKey):
    """The key of a kept place. The words of a code open it; while its interview lasts, the session too."""

    purpose = "place"

    @classmethod
    def of(cls, code: bytes) -> PlaceCode:
        """From the code, slowly: somebody with the database and the secret key guesses 64 bits."""
        return cls(slow_key(code, salt=derive(settings.SECRET_KEY.encode(), "place salt")))


def new_run(session: SessionBase) -> tuple[str, VisitorKey]:
    """A run for the address and its key; the oldest of too many runs is let go."""
    # Letters and digits: to a command an address that begins with a dash is an option.
    run, key = get_random_string(22), secrets.token_bytes(KEY_BYTES)
    runs: dict[str, str] = session.get(RUNS, {})
    kept = list(runs.items())[-(MOST_RUNS - 1) :]
    session[RUNS] = {**dict(kept), run: base64.b64encode(key).decode()}
    return run, VisitorKey(key)


def visitor_key(session: SessionBase, run: str) -> VisitorKey | None:
    """The key of a run of this visitor."""
    kept = session.get(RUNS, {}).get(run)
    return VisitorKey(base64.b64decode(kept)) if kept else None


def runs_of(session: SessionBase) -> list[str]:
    """All runs of this visitor, the oldest first."""
    return list(session.get(RUNS, {}))


def visitor_keys(session: SessionBase) -> list[VisitorKey]:
    """The keys of all runs of this visitor."""
    return [VisitorKey(base64.b64decode(kept)) for kept in session.get(RUNS, {}).values()]


def hold_place(session: SessionBase, run: str, place: PlaceCode) -> None:
    """Keep the key of a run's kept place, so that what is answered later is kept there too."""
    _hold(session, PLACES, run, base64.b64encode(place.key).decode())


def place_of(session: SessionBase, run: str) -> PlaceCode | None:
    """The key of a run's kept place, where there is one."""
    kept = session.get(PLACES, {}).get(run)
    return PlaceCode(base64.b64decode(kept)) if kept else None


def show_code(session: SessionBase, run: str, code: bytes) -> None:
    """Keep a new code until its words are written down; the key beside it opens no less."""
    session[CODES] = {**session.get(CODES, {}), run: base64.b64encode(code).decode()}


def code_to_show(session: SessionBase, run: str) -> bytes | None:
    """The code of a run that was not written down yet."""
    kept = session.get(CODES, {}).get(run)
    return base64.b64decode(kept) if kept else None


def let_go_of_code(session: SessionBase, run: str) -> None:
    """From now on nobody can show its words again."""
    _drop(session, run, CODES)


def let_go_of_place(session: SessionBase, run: str) -> None:
    """From now on only the words open it."""
    _drop(session, run, CODES, PLACES)


def drop_run(session: SessionBase, run: str) -> bool:
    """Forget a run and every key of it; is another one left?"""
    _drop(session, run, RUNS, CODES, PLACES, ERASED)
    return bool(session[RUNS])


def _hold(session: SessionBase, name: str, run: str, held: str) -> None:
    """Note something of a run. What was noted of runs that were let go of goes too."""
    runs = session.get(RUNS, {})
    kept = {old: text for old, text in session.get(name, {}).items() if old in runs}
    session[name] = {**kept, run: held}


def _drop(session: SessionBase, run: str, *names: str) -> None:
    for name in names:
        if run in session.get(name, {}):
            session[name] = {other: held for other, held in session[name].items() if other != run}


def remember_language(session: SessionBase, language: str) -> None:
    """The language this visitor chose last."""
    session[LANGUAGE] = language


def known_language(session: SessionBase) -> str:
    """The language this visitor chose last, else that of the request."""
    return str(session.get(LANGUAGE) or get_language())


def mark_erased(session: SessionBase, run: str, at: datetime | None) -> None:
    """Remember when a run's answers were erased, to tell the visitor who comes back."""
    if at is not None:
        _hold(session, ERASED, run, at.isoformat())


def when_erased(session: SessionBase, run: str) -> datetime | None:
    """The hour at which a run's answers were erased, where the visitor's session remembers it."""
    at = session.get(ERASED, {}).get(run)
    return datetime.fromisoformat(at) if at else None
