"""Erase what has expired, from the write-ahead log too."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from screening.interview.live import erase_expired
from screening.interview.sessions import SessionStore


class Command(BaseCommand):
    """For a timer, each minute. `secure_delete` overwrites a deleted row in the database file, but the
    write-ahead log keeps a copy until it is folded in and cut."""

    help = "Erase expired interviews and sessions."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Delete, then truncate the log; says how many, never which."""
        count = erase_expired()
        SessionStore.clear_expired()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.stdout.write(f"Erased: {count}")
