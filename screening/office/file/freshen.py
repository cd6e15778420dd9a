"""What the queue sorts by is a day old each morning: once a day it is brought up to it, and to new rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from screening.office.file.cabinet import KeysMissingError, folder_of, standing_columns
from screening.office.file.standing import COLUMNS, standing
from screening.office.keys import OfficeKeys
from screening.office.models import Office, Screening
from screening.rules.version import rules_version


# So many files are held open at once.
_BATCH = 200


def bring_up(office: Office, keys: OfficeKeys, today: date) -> None:
    """Before the queue is shown: nothing to do where the office was read as fresh."""
    if not _is_fresh(office, today):
        freshen(office, keys, today)


def _is_fresh(office: Office, today: date) -> bool:
    on = office.freshened_on
    return on is not None and on >= today and office.freshened_by == rules_version()


def freshen(office: Office, keys: OfficeKeys, today: date) -> int:
    """Bring the office's rows up to a day and to the present rules. How many changed; 0 where it was done.

    Only the queue's columns and its line change: the file and its version stay. A row that no key opens is
    left as it is. Each row stands by itself: cut short, the next time goes on where this one stopped.
    """
    _new_rules(office)
    if _is_fresh(Office.objects.get(pk=office.pk), today):
        return 0
    changed = sum(_anew(row, keys, today) for row in _stale(Screening.objects.filter(office=office), today))
    Office.objects.filter(pk=office.pk).update(freshened_on=today)
    return changed


def _new_rules(office: Office) -> None:
    """Other rules, or a program without the queue's line, computed what is there: all of it is stale."""
    now = rules_version()
    with transaction.atomic():
        others = Office.objects.filter(~Q(freshened_by=now), pk=office.pk)
        if others.update(freshened_by=now, freshened_on=None):
            Screening.objects.filter(office=office).update(stale_on=date.min)


def _stale(rows: QuerySet[Screening], today: date) -> Iterator[Screening]:
    ids = list(rows.filter(stale_on__lte=today).values_list("pk", flat=True))
    for start in range(0, len(ids), _BATCH):
        yield from rows.select_related("office").filter(pk__in=ids[start : start + _BATCH])


def _anew(row: Screening, keys: OfficeKeys, today: date) -> bool:
    # Under an older key it waits for the change of keys: its line could not be sealed beside it.
    if row.key_id != row.office.key_id:
        return False
    try:
        stands = standing(folder_of(row, keys).file, today)
    except KeysMissingError:
        return False
    now = standing_columns(row, row.office, stands)
    same = Screening.objects.filter(pk=row.pk, version=row.version, key_id=row.key_id)
    shown = any(getattr(row, name) != now[name] for name in COLUMNS if name != "stale_on")
    return bool(same.update(**now)) and shown
