"""Django's sessions, sealed: SESSION_ENGINE.

Stock Django signs session rows, it does not encrypt them. Here the row's id and its key are both derived
from the cookie's value, so that a copy of the database without the cookie reads nothing. A new cookie
value (`cycle_key`) seals the same content again; interviews keep their own random keys inside it.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.contrib.sessions.backends.base import (
    VALID_KEY_CHARS,
    CreateError,
    SessionBase,
    UpdateError,
)
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from screening.interview.sealing import TamperedError, derive, seal, unseal
from screening.models import SealedSession


# Longer than any interview, so that a person who comes back is told when the answers were erased.
EXPLAIN = timedelta(hours=8)
# A session may say itself how many seconds its row lives; the cookie ends with the browser all the same.
ROW_SECONDS = "row_seconds"
# Small letters and digits: 165 bits.
_COOKIE_LENGTH = 32


def row_of(cookie: str) -> str:
    """The id of the row that a cookie value opens."""
    return derive(cookie.encode(), "session row").hex()


def _key_of(cookie: str) -> bytes:
    return derive(cookie.encode(), "session seal")


class SessionStore(SessionBase):
    """One sealed row a session."""

    def load(self) -> dict[str, Any]:
        """The content, or nothing where the row is missing, expired or not ours."""
        cookie = self.session_key or ""
        row = SealedSession.objects.filter(row_id=row_of(cookie), expires_at__gt=timezone.now()).first()
        if row is not None:
            try:
                content: dict[str, Any] = json.loads(unseal(_key_of(cookie), bytes(row.sealed), row.row_id))
            except TamperedError:
                pass
            else:
                return content
        self._session_key = None
        return {}

    def exists(self, session_key: str) -> bool:
        """Is there a row for this cookie value?"""
        return SealedSession.objects.filter(row_id=row_of(session_key)).exists()

    def create(self) -> None:
        """Take a cookie value that nobody has."""
        while True:
            self._session_key = get_random_string(_COOKIE_LENGTH, VALID_KEY_CHARS)
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        """Seal and write. Raises UpdateError where another request ended the session meanwhile."""
        if self.session_key is None:
            self.create()
            return
        cookie, row_id = self.session_key, row_of(self.session_key)
        content = json.dumps(self._content(must_create)).encode()
        columns = {
            "sealed": seal(_key_of(cookie), content, row_id),
            "expires_at": self.get_expiry_date() + EXPLAIN,
        }
        if not must_create:
            if not SealedSession.objects.filter(row_id=row_id).update(**columns):
                raise UpdateError
            return
        try:
            with transaction.atomic():
                SealedSession.objects.create(row_id=row_id, **columns)
        except IntegrityError as taken:
            raise CreateError from taken

    def get_session_cookie_age(self) -> int:
        """How long the row lives, in seconds: what the session says, else the longest interview."""
        return int(self.get(ROW_SECONDS) or super().get_session_cookie_age())

    def _content(self, fresh: bool) -> dict[str, Any]:
        """What to write: for a fresh row what is in hand, without looking for an older one."""
        if fresh and not hasattr(self, "_session_cache"):
            self._session_cache: dict[str, Any] = {}
        return dict(self.items())

    def delete(self, session_key: str | None = None) -> None:
        cookie = session_key or self.session_key
        if cookie:
            SealedSession.objects.filter(row_id=row_of(cookie)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        """Erase every session that nobody can use any more."""
        SealedSession.objects.filter(expires_at__lte=timezone.now()).delete()
