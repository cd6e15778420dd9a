"""What the office keeps. Everything that was said is sealed to the office's key, which no table holds.

In clear stand random ids, the office, dates, status, language, outcome codes, urgency and the next
deadline. `docs/office/what-a-dump-reveals.md` says what somebody with a copy of the database can read.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from screening.office.ids import new_id, spoken


ID: dict[str, Any] = {"max_length": 26, "default": new_id, "editable": False}
# A keyed hash, or an id derived from a secret, in hex.
TOKEN: dict[str, Any] = {"max_length": 64}


class Office(models.Model):
    """One office. Its public key seals; the private one lies outside the database (`keys.py`)."""

    id = models.CharField(primary_key=True, **ID)
    name = models.CharField(max_length=100)
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField()
    # Does it stand on the public page as a place to send answers to?
    takes_screenings = models.BooleanField(default=False)
    key_id = models.CharField(max_length=16)
    public_key = models.BinaryField()
    # Days until something is erased; an office may shorten them (security.md 1.3).
    unopened_days = models.PositiveSmallIntegerField(default=30)
    declined_days = models.PositiveSmallIntegerField(default=90)
    exported_days = models.PositiveSmallIntegerField(default=30)
    # A call that dropped, of a caller who agreed that it is kept.
    dropped_days = models.PositiveSmallIntegerField(default=7)
    log_days = models.PositiveSmallIntegerField(default=365)
    webhook_url = models.URLField(blank=True)
    # The last day on which the queue was brought up to the day, and the rules that did it.
    freshened_on = models.DateField(null=True)
    freshened_by = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What a member does with screenings; administering is apart."""

    INTAKE = "intake", "Intake"
    ATTORNEY = "attorney", "Attorney"
    NONE = "none", "No screenings"


class MemberManager(BaseUserManager["Member"]):
    """Finds members for sign-in."""

    def get_by_natural_key(self, username: str | None) -> Member:
        """Capital letters make no other name."""
        return self.get(username=(username or "").lower())


class Member(AbstractBaseUser):
    """One person of an office, with an account. No e-mail: an administrator resets what is forgotten."""

    id = models.CharField(primary_key=True, **ID)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="members")
    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=100)
    bar_number = models.CharField(max_length=20, blank=True)
    role = models.CharField(max_length=10, choices=Role, default=Role.INTAKE)
    administers = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    # The password was made by an administrator: the member chooses an own one first.
    must_change_password = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[MemberManager] = MemberManager()

    def __str__(self) -> str:
        return self.name

    @property
    def roles(self) -> frozenset[str]:
        """Every role that opens a page to this member."""
        own = {str(self.role)} - {Role.NONE.value}
        return frozenset(own | {"administrator"}) if self.administers else frozenset(own)


class StaffSession(models.Model):
    """One sign-in. No address and no browser: the member tells sessions apart by their times."""

    id = models.CharField(primary_key=True, **ID)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="sessions")
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    locked = models.BooleanField(default=False)

    def __str__(self) -> str:
        return "A sign-in"


class Status(models.TextChoices):
    """Where a screening stands."""

    NEW = "new", "new"
    IN_REVIEW = "in_review", "in review"
    NEEDS_PAPERS = "needs_papers", "needs papers"
    ACCEPTED = "accepted", "accepted"
    DECLINED = "declined", "declined"
    REFERRED = "referred", "referred"
    CLOSED = "closed", "closed"


OPEN_STATUSES = (Status.NEW, Status.IN_REVIEW, Status.NEEDS_PAPERS, Status.ACCEPTED)


class Screening(models.Model):
    """One person's screening in an office. Names are sealed apart from answers: they are opened first.

    `outcomes` is, for each remedy, its most promising outcome over the cases. What the queue sorts by, from
    `urgency` to `stale_on`, is computed in `file/standing.py`, as is the sealed line. `version` counts the
    writes: who writes says which one was read (`cabinet.py`). `opened_on` is empty until somebody of the
    office opened what a person sent; `purge_on` is the day on which it is erased, empty while none is set.
    """

    id = models.CharField(primary_key=True, **ID)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="screenings")
    created_on = models.DateField()
    changed_on = models.DateField()
    opened_on = models.DateField(null=True)
    purge_on = models.DateField(null=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.NEW)
    language = models.CharField(max_length=10)
    outcomes = models.JSONField(default=dict)
    urgency = models.PositiveSmallIntegerField(default=0)
    # The first day that a date can be, where the most pressing flag names none.
    urgent_on = models.DateField(default=date.min)
    to_do = models.PositiveSmallIntegerField(default=0)
    missing = models.CharField(max_length=8, blank=True)
    next_deadline = models.DateField(null=True)
    office_day = models.DateField(null=True)
    stale_on = models.DateField(null=True)
    county_token = models.CharField(blank=True, **TOKEN)
    assignee_token = models.CharField(blank=True, **TOKEN)
    # Derived from the receipt number that only the person has.
    receipt_row = models.CharField(null=True, unique=True, **TOKEN)  # noqa: DJ001 (unique where there is one)
    key_id = models.CharField(max_length=16)
    # Which way of hashing names its hashes were made by; empty while there are none.
    names_forms = models.PositiveSmallIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)
    sealed_names = models.BinaryField()
    sealed_line = models.BinaryField(default=b"")
    sealed_file = models.BinaryField()

    class Meta:
        """The queue's order, and what retention looks for."""

        indexes: ClassVar = [
            # In the queue's order, with all that it is narrowed by: rows that do not fit are not read.
            models.Index(
                "office",
                models.F("urgency").desc(),
                "urgent_on",
                "to_do",
                "created_on",
                "id",
                "status",
                "language",
                "opened_on",
                "county_token",
                "assignee_token",
                "missing",
                "next_deadline",
                "outcomes",
                name="queue_order",
            ),
            # For what stands above the queue.
            models.Index(fields=["office", "office_day", "status", "opened_on"], name="queue_office_day"),
            models.Index(fields=["office", "opened_on", "status", "created_on"], name="queue_unopened"),
            models.Index(fields=["office", "stale_on"], name="queue_stale"),
            models.Index(fields=["office", "purge_on"], name="screening_purge"),
            # For hashes that an earlier program made.
            models.Index(fields=["office", "names_forms"], name="screening_names"),
        ]

    def __str__(self) -> str:
        return f"Screening {self.number}"

    @property
    def number(self) -> str:
        """As it is printed and read aloud."""
        return spoken(self.id)

    @property
    def open(self) -> bool:
        """Is there still something to do?"""
        return self.status in OPEN_STATUSES


class PastClient(models.Model):
    """A client from before this program, brought in for the conflict check: the names, sealed, and no more.

    `same_as` is a keyed hash of the names as they were read: the same row of a list twice is one client.
    """

    id = models.CharField(primary_key=True, **ID)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="past_clients")
    same_as = models.CharField(**TOKEN)
    names_forms = models.PositiveSmallIntegerField(null=True)
    key_id = models.CharField(max_length=16)
    sealed_names = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "same_as"], name="past_client_once")
        ]

    def __str__(self) -> str:
        return "A client from before"


class NameToken(models.Model):
    """A keyed hash of a form of a name (`names.py`). It outlives a declined screening, the name does not.

    `kept_since` is empty while the screening is there; after that it is the first day of the month in which
    it was last changed, and `declined` says that the office had declined.
    """

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="name_tokens")
    # No foreign key: the screening may be gone. Of a `PastClient` its id.
    screening_id = models.CharField(max_length=26, db_index=True)
    part = models.CharField(max_length=12)
    kind = models.CharField(max_length=8)
    token = models.CharField(**TOKEN)
    kept_since = models.DateField(null=True)
    declined = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "token"], name="name_token")]

    def __str__(self) -> str:
        return "A name token"


class LogEntry(models.Model):
    """One line of an office's access log: sealed, numbered, chained by a keyed hash (`log.py`)."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="log")
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    sealed = models.BinaryField()
    mac = models.CharField(**TOKEN)

    class Meta:
        """Numbered without a gap."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["office", "number"], name="log_number")]

    def __str__(self) -> str:
        return f"Log entry {self.number}"
