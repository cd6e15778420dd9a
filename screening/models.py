"""What is stored: three tables of sealed rows, and a count. None says who wrote what.

A row's id is derived from the key that opens it, so that nobody can tell from the table which address or
cookie it belongs to. Times are all that stands in clear, because erasing needs them.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class SealedSession(models.Model):
    """A visitor's session: the keys of their interviews. Both columns come from the cookie's value."""

    row_id = models.CharField(primary_key=True, max_length=64)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return "A sealed session"


class Interview(models.Model):
    """One run through the questionnaire: the answers, sealed under a key that only the session holds."""

    run_row = models.CharField(primary_key=True, max_length=64)
    sealed = models.BinaryField()
    started_at = models.DateTimeField()
    last_post_at = models.DateTimeField()

    class Meta:
        """Expired rows are found by their times."""

        indexes: ClassVar = [
            models.Index(fields=["last_post_at"], name="interview_last_post"),
            models.Index(fields=["started_at"], name="interview_started"),
        ]

    def __str__(self) -> str:
        return "A sealed interview"


class Place(models.Model):
    """A kept place: the answers again, sealed under a key that only the person's code of words gives."""

    row_id = models.CharField(primary_key=True, max_length=64)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return "A sealed place"


class WrongCodes(models.Model):
    """How many wrong codes came in one minute, from anybody. Only the last minute is kept."""

    minute = models.DateTimeField(primary_key=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "A count"
