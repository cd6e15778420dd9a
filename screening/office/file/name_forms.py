"""Hashes of names that an earlier program made are made anew, so that the conflict check finds them as it finds new ones.

`manage.py retention` does it after an update; the first check does what is left before it looks.
"""

from __future__ import annotations

from django.db import transaction

from screening.office.file.cabinet import KeysMissingError, matter_of
from screening.office.keys import OfficeKeys
from screening.office.models import Office, PastClient, Screening
from screening.office.names.meeting import FORMS, keep_tokens


# A transaction each: cut short, the next time goes on where this one stopped, and nobody waits long to write.
_BATCH = 100


def bring_names_up(office: Office, keys: OfficeKeys) -> int:
    """How many screenings and past clients were hashed anew. What no key opens stays as it is."""
    return _all_of(Screening, office, keys) + _all_of(PastClient, office, keys)


def _all_of(model: type[Screening | PastClient], office: Office, keys: OfficeKeys) -> int:
    due = model.objects.filter(office=office, names_forms__lt=FORMS)
    ids, changed = list(due.values_list("pk", flat=True)), 0
    for start in range(0, len(ids), _BATCH):
        with transaction.atomic():
            rows = due.filter(pk__in=ids[start : start + _BATCH]).select_for_update()
            changed += sum(_anew(row, keys) for row in rows)
    return changed


def _anew(row: Screening | PastClient, keys: OfficeKeys) -> bool:
    try:
        keep_tokens(keys, row, matter_of(row, keys))
    except KeysMissingError:
        return False
    return True
