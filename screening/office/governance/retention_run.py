"""What the retention command does: it erases what is due, and says what it would erase.

Every screening is opened once more before it goes, in the same transaction: a legal hold, a change or a
new status that came meanwhile keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain

from django.db import OperationalError, connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from screening.interview.today import CALIFORNIA
from screening.office.file import log
from screening.office.file.cabinet import folder_of
from screening.office.file.purging import EXPORTED_STATUSES, purge_day, reason_of, why_kept
from screening.office.ids import spoken
from screening.office.keys import DamagedError, OfficeKeys
from screening.office.matches.conflicts import keep_only_hashes
from screening.office.models import LogEntry, NameToken, Office, PastClient, Screening, Status


# Nothing leads back from the code of a reason to a person, so the log may hold it.
LOG, TOKENS, KEPT, DAMAGED = "log", "name tokens", "kept", "damaged"


@dataclass(frozen=True)
class Due:
    """One thing that goes, or is kept though it is done with. `what` is the spoken number of a screening,
    or empty."""

    reason: str
    what: str
    detail: str = ""
    count: int = 1


def due(office: Office, today: date) -> QuerySet[Screening]:
    """The rows whose day has come."""
    rows = Screening.objects.filter(office=office, purge_on__lte=today)
    return rows.select_related("office").order_by("purge_on", "id")


def erase(office: Office, keys: OfficeKeys, today: date) -> Iterator[Due]:
    """Erase what is due, one screening a transaction, and yield what went."""
    for row in done_without_day(office).iterator():
        with suppress(DamagedError):
            _put_right(row, _day(row, keys, today))
    for row_id in list(due(office, today).values_list("pk", flat=True)):
        gone = None
        with suppress(DamagedError), transaction.atomic():
            still = due(office, today).filter(pk=row_id).first()
            gone = _erase_one(still, keys, today) if still else None
        if gone:
            yield gone
    orphans = _orphans(office).delete()[0]
    lines = log.erase_before(office, _log_limit(office, today))
    yield from _counted(orphans, lines)


def would_erase(office: Office, keys: OfficeKeys, today: date) -> Iterator[Due]:
    """The same list, and nothing erased."""
    for row in due(office, today).iterator():
        with suppress(DamagedError):
            day = _day(row, keys, today)
            if day is not None and day <= today:
                yield Due(reason_of(row), row.number)
    old = LogEntry.objects.filter(office=office, at__lt=_log_limit(office, today))
    yield from _counted(_orphans(office).count(), old.count())


def not_erased(office: Office, keys: OfficeKeys, today: date) -> Iterator[Due]:
    """What is done with and is kept, with the reason: it was never exported, changed since, is on hold, is damaged."""
    for row in chain(done_without_day(office).iterator(), due(office, today).iterator()):
        try:
            file = folder_of(row, keys).file
        except DamagedError:
            yield Due(DAMAGED, row.number, "it does not open: put it back from the backup")
        else:
            why = "" if row.purge_on else why_kept(row, file)
            if why:
                yield Due(KEPT, row.number, why)


def done_without_day(office: Office) -> QuerySet[Screening]:
    """Rows that nobody works on any more and that no day is set for."""
    statuses = (*EXPORTED_STATUSES, Status.DECLINED)
    rows = Screening.objects.filter(office=office, purge_on=None, status__in=statuses)
    return rows.select_related("office").order_by("created_on", "id")


def fold_in() -> bool:
    """Cut SQLite's write-ahead log, where erased rows still stand. Was nobody in the way?"""
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except OperationalError:
            return False
        busy, *_ = cursor.fetchone()
    return not busy


def _counted(orphans: int, lines: int) -> Iterator[Due]:
    if orphans:
        yield Due(TOKENS, "", count=orphans)
    if lines:
        yield Due(LOG, "", count=lines)


def _erase_one(row: Screening, keys: OfficeKeys, today: date) -> Due | None:
    day = _day(row, keys, today)
    if day is None or day > today:
        _put_right(row, day)
        return None
    keep_only_hashes(row)
    row_id, reason = row.pk, reason_of(row)
    log.note_for(row.office, log.Act.ERASED, row_id, reason)
    row.delete()
    return Due(reason, spoken(row_id))


def _day(row: Screening, keys: OfficeKeys, today: date) -> date | None:
    """Its day as the opened file says it now: the column alone erases nothing."""
    folder = folder_of(row, keys)
    return purge_day(row, folder.file, folder.office, today)


def _put_right(row: Screening, day: date | None) -> None:
    Screening.objects.filter(pk=row.pk, version=row.version).update(purge_on=day)


def _orphans(office: Office) -> QuerySet[NameToken]:
    """Tokens that a screening left behind, but for those that a declined one leaves on purpose."""
    screening = Screening.objects.filter(pk=OuterRef("screening_id"))
    past = PastClient.objects.filter(pk=OuterRef("screening_id"))
    tokens = NameToken.objects.filter(office=office, kept_since=None)
    return tokens.filter(~Exists(screening), ~Exists(past))


def _log_limit(office: Office, today: date) -> datetime:
    """Lines from before this instant go: a line of a California day, that many days after it."""
    return datetime.combine(today - timedelta(days=office.log_days - 1), time.min, CALIFORNIA)
