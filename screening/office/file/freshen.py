"""What the queue sorts by is a day old each morning: once a day it is brought up to it, and to new rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet

from screening.office.file.cabinet import KeysMissingError, folder_of, standing_columns
from screening.office.file.standing import COLUMNS, ORDER, standing
from screening.office.keys import OfficeKeys
from screening.office.models import OPEN_STATUSES, Office, Screening
from screening.rules.version import rules_version


# So many files are held open at once.
_BATCH = 200
# So many are brought up while somebody waits, beside those that are shown: about two seconds.
AT_ONCE = 75
_IS_OPEN = ExpressionWrapper(Q(status__in=OPEN_STATUSES), BooleanField())


def bring_up(office: Office, keys: OfficeKeys, today: date) -> int:
    """Before the queue is shown: `AT_ONCE` rows at most. How many are left; 0 where the office was read as fresh."""
    if _is_fresh(office, today):
        return 0
    freshen(office, keys, today, AT_ONCE)
    return _stale(office, today).count()


def of_today(rows: Iterable[Screening], keys: OfficeKeys, today: date) -> list[Screening]:
    """Rows that are about to be shown: none of them as other rules or another day left it."""
    shown = list(rows)
    for row in shown:
        if row.stale_on is not None and row.stale_on <= today:
            _anew(row, keys, today)
    return shown


def _is_fresh(office: Office, today: date) -> bool:
    on = office.freshened_on
    return on is not None and on >= today and office.freshened_by == rules_version()


def freshen(office: Office, keys: OfficeKeys, today: date, most: int | None = None) -> int:
    """Bring the office's rows (at most so many) up to a day and to the present rules. How many changed.

    Only the queue's columns and its line change: the file and its version stay. A row that no key opens is
    left as it is. Each row stands by itself: cut short, the next time goes on where this one stopped.
    """
    _new_rules(office)
    if _is_fresh(Office.objects.get(pk=office.pk), today):
        return 0
    changed = sum(_anew(row, keys, today) for row in _each(_stale(office, today)[:most]))
    if not _stale(office, today).exists():
        Office.objects.filter(pk=office.pk).update(freshened_on=today)
    return changed


def _new_rules(office: Office) -> None:
    """Other rules, or a program without the queue's line, computed what is there: all of it is stale."""
    now = rules_version()
    with transaction.atomic():
        others = Office.objects.filter(~Q(freshened_by=now), pk=office.pk)
        if others.update(freshened_by=now, freshened_on=None):
            Screening.objects.filter(office=office).update(stale_on=date.min)


def _stale(office: Office, today: date) -> QuerySet[Screening]:
    """What there is to bring up: what is open first, in the queue's order.

    Under an older key a row waits for the change of keys: its line could not be sealed beside it.
    """
    rows = Screening.objects.filter(office=office, stale_on__lte=today, key_id=F("office__key_id"))
    return rows.order_by(_IS_OPEN.desc(), *ORDER)


def _each(rows: QuerySet[Screening]) -> Iterator[Screening]:
    ids = list(rows.values_list("pk", flat=True))
    for start in range(0, len(ids), _BATCH):
        yield from Screening.objects.select_related("office").filter(pk__in=ids[start : start + _BATCH])


def _anew(row: Screening, keys: OfficeKeys, today: date) -> bool:
    if row.key_id != row.office.key_id:
        return False
    same = Screening.objects.filter(pk=row.pk, version=row.version, key_id=row.key_id)
    try:
        stands = standing(folder_of(row, keys).file, today)
    except KeysMissingError:
        # Tried again tomorrow: today it would only stand before the others.
        same.update(stale_on=today + timedelta(days=1))
        return False
    now = standing_columns(row, row.office, stands)
    shown = any(getattr(row, name) != now[name] for name in COLUMNS if name != "stale_on")
    for name, value in now.items():
        setattr(row, name, value)
    return bool(same.update(**now)) and shown
