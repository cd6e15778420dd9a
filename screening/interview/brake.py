"""A brake on what anybody may begin without an account or an address (docs/decisions/0030).

So many a minute are free, from everybody together. Above that each new one pays with time: it needs a
ticket, signed and dated by this site, some seconds old and good for one time. Nobody is refused who waits,
no worker waits with them, and nothing that is under way is asked for a ticket. What one sender uses up is the
free ones: what others then pay is always the same few seconds.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from time import time
from typing import Any

from django.core import signing
from django.core.cache import caches


# Seconds: how old a ticket must be, and when it is too old.
WAIT, LIVES = 5, 600
# The field of a form, and of the page that waits.
TICKET = "t"
# Of the slow keys one is made at a time in a process: each takes 64 MiB and a fifth of a second of a core.
_SLOW = threading.Lock()
_PATIENCE = 0.5


class BusyError(Exception):
    """Others are just now making a slow key here."""


@dataclass(frozen=True)
class Brake:
    """What is counted under one name, and how many of it are free in a minute."""

    name: str
    free: int

    def lets_through(self, ticket: str = "") -> bool:
        """Is this one free, or paid for? A ticket that pays is spent."""
        return not self.is_on() or self._spend(ticket)

    def is_on(self) -> bool:
        """Are the free ones of this minute gone?"""
        return int(caches["brakes"].get(self._minute(), 0)) >= self.free

    def count(self) -> None:
        """One more in this minute. The counts are in the cache, so that all processes count the same."""
        counts = caches["brakes"]
        counts.add(self._minute(), 0, 120)
        try:
            counts.incr(self._minute())
        except ValueError:
            return  # its time was over in between

    def ticket(self, kept: str = "") -> str:
        """A ticket: the one that was kept while it is still to wait for, else a new one."""
        if self.seconds_left(kept):
            return kept
        return signing.dumps([secrets.token_urlsafe(12), time()], salt=self.name)

    def seconds_left(self, ticket: str) -> int | None:
        """How long to wait until it pays: 0 when it does; None for what is none of ours, or too old."""
        known = self._known(ticket)
        return None if known is None else max(0, ceil(known[1] + WAIT - time()))

    def _spend(self, ticket: str) -> bool:
        known = self._known(ticket)
        if known is None or self.seconds_left(ticket) != 0:
            return False
        return caches["brakes"].add(f"spent-{self.name}-{known[0]}", 1, LIVES)

    def _known(self, ticket: str) -> Any:
        try:
            return signing.loads(ticket, salt=self.name, max_age=LIVES)
        except signing.BadSignature:
            return None

    def _minute(self) -> str:
        return f"brake-{self.name}-{int(time()) // 60}"


@contextmanager
def one_slow_key() -> Iterator[None]:
    """While a slow key is made for somebody who only tries. Raises BusyError."""
    if not _SLOW.acquire(timeout=_PATIENCE):
        raise BusyError
    try:
        yield
    finally:
        _SLOW.release()
