"""What stands in clear is a day old each morning: once a day urgency and next date are brought up to it."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q

from screening.office.file.cabinet import KeysMissingError, folder_of
from screening.office.file.standing import ACT_TODAY, NEAR, SOON, standing
from screening.office.keys import OfficeKeys
from screening.office.models import Office, Screening


def freshen(office: Office, keys: OfficeKeys, today: date) -> int:
    """Bring the office's rows up to a day (in California). How many changed; 0 where it was done before.

    Only columns change: what is sealed and its version stay. A row that no key opens is left as it is.
    """
    with transaction.atomic():
        due = Office.objects.filter(Q(freshened_on__lt=today) | Q(freshened_on=None), pk=office.pk)
        if not due.update(freshened_on=today):
            return 0
        rows = Screening.objects.filter(office=office)
        passed = rows.select_related("office").filter(next_deadline__lt=today)
        changed = sum(_anew(row, keys, today) for row in passed.iterator())
        # A day that is now near is the whole reason: nothing has to be opened for it.
        near = rows.filter(urgency=SOON, next_deadline__lte=today + NEAR)
        return changed + near.update(urgency=ACT_TODAY)


def _anew(row: Screening, keys: OfficeKeys, today: date) -> bool:
    try:
        stands = standing(folder_of(row, keys).file, today)
    except KeysMissingError:
        return False
    now = {
        "urgency": stands.urgency,
        "next_deadline": stands.next_deadline,
        "outcomes": stands.outcomes,
    }
    if all(getattr(row, name) == value for name, value in now.items()):
        return False
    return bool(Screening.objects.filter(pk=row.pk, version=row.version).update(**now))
