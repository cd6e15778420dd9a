"""Who can open an interview: the storage takes an opener and knows nothing else of keys.

The visitor's session holds a random key for each interview. It is not derived from the cookie: a new
cookie value must not lose the answers.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from screening.interview.sealing import KEY_BYTES, derive, seal, unseal


if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase


RUNS = "runs"
ERASED = "erased"
# A session is read whole on every request. Nobody has more open at once than this.
MOST_RUNS = 20


class Opener(Protocol):
    """Seals and opens one interview, and finds its row."""

    @property
    def row(self) -> str:
        """The id of the row, which tells nobody the run."""

    def seal(self, text: bytes) -> bytes:
        """Close it."""

    def open(self, sealed: bytes) -> bytes:
        """Open it. Raises TamperedError."""


@dataclass(frozen=True)
class VisitorKey:
    """The key that the visitor's own session holds."""

    key: bytes

    @property
    def row(self) -> str:
        """Derived from the key, so that neither run nor cookie stands in the table."""
        return derive(self.key, "interview row").hex()

    def seal(self, text: bytes) -> bytes:
        """Close it under this interview's key."""
        return seal(derive(self.key, "interview seal"), text, self.row)

    def open(self, sealed: bytes) -> bytes:
        """Open it. Raises TamperedError."""
        return unseal(derive(self.key, "interview seal"), sealed, self.row)


def new_run(session: SessionBase) -> tuple[str, VisitorKey]:
    """A run for the address and its key; the oldest of too many runs is let go."""
    run, key = secrets.token_urlsafe(16), secrets.token_bytes(KEY_BYTES)
    runs: dict[str, str] = session.get(RUNS, {})
    kept = list(runs.items())[-(MOST_RUNS - 1) :]
    session[RUNS] = {**dict(kept), run: base64.b64encode(key).decode()}
    return run, VisitorKey(key)


def visitor_key(session: SessionBase, run: str) -> VisitorKey | None:
    """The key of a run of this visitor."""
    kept = session.get(RUNS, {}).get(run)
    return VisitorKey(base64.b64decode(kept)) if kept else None


def mark_erased(session: SessionBase, run: str, at: datetime | None) -> None:
    """Remember when a run's answers were erased, to tell the visitor who comes back."""
    if at is not None:
        runs = session.get(RUNS, {})
        kept = {old: when for old, when in session.get(ERASED, {}).items() if old in runs}
        session[ERASED] = {**kept, run: at.isoformat()}


def when_erased(session: SessionBase, run: str) -> datetime | None:
    """The hour at which a run's answers were erased, where the visitor's session remembers it."""
    at = session.get(ERASED, {}).get(run)
    return datetime.fromisoformat(at) if at else None
