"""An office's periods: as long as the defaults, or shorter. A changed period moves the days that are set."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.db import models

from screening.interview.today import today
from screening.office.file.purging import EXPORTED_STATUSES
from screening.office.models import Office, Screening, Status


DAYS = ("unopened_days", "declined_days", "exported_days", "dropped_days", "log_days")
_BATCH = 500


def longest(name: str) -> int:
    """The default, which is the longest too (security.md 1.3)."""
    return int(getattr(Office(), name))


def follow_periods(office: Office, before: Mapping[str, int]) -> None:
    """Move the days of rows as the periods moved. What a person was told when they sent it never moves away."""
    rows = Screening.objects.filter(office=office, purge_on__isnull=False)
    opened = rows.filter(opened_on__isnull=False)
    shorter = min(office.unopened_days - before["unopened_days"], 0)
    _move(rows.filter(opened_on=None), shorter)
    _move(opened.filter(status=Status.DECLINED), office.declined_days - before["declined_days"])
    _move(opened.filter(status__in=EXPORTED_STATUSES), office.exported_days - before["exported_days"])
    # Whoever did not agree is gone tomorrow at the latest, whatever the period is.
    dropped = opened.filter(status=Status.NEW, purge_on__gt=today() + timedelta(days=1))
    _move(dropped, office.dropped_days - before["dropped_days"])


def _move(rows: models.QuerySet[Screening], days: int) -> None:
    if not days:
        return
    due = list(rows.only("id", "purge_on"))
    for row in due:
        if row.purge_on is not None:
            row.purge_on += timedelta(days=days)
    Screening.objects.bulk_update(due, ["purge_on"], batch_size=_BATCH)
