"""What is stored: three tables of sealed rows, and the checks of authorities.

No row of a visitor says who wrote what.

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


class AuthorityCheck(models.Model):
    """One point of an authority, as an attorney of an office checked it. Only ever added; the newest counts.

    Public: it says what was read and by whom, and nothing of any person's case.
    """

    authority = models.CharField(max_length=64)
    point = models.CharField(max_length=64)
    # Citation and proposition as they stood: a check of other words is none.
    words = models.TextField()
    agrees = models.BooleanField()
    on = models.DateField()
    by = models.CharField(max_length=150)
    text = models.CharField(max_length=300)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        """The newest of each point is asked for on every page of the law."""

        indexes: ClassVar = [
            models.Index(fields=["authority", "point", "on"], name="authority_check_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.authority} {self.point}"
