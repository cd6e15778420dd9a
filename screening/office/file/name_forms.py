"""Hashes of names that an earlier program made are made anew, so that the conflict check finds them as it finds new ones.

`manage.py retention` does it after an update; the first check does what is left before it looks.
"""

from __future__ import annotations

from functools import partial

from screening.office.file.batches import Row, in_batches
from screening.office.file.cabinet import KeysMissingError, matter_of
from screening.office.keys import OfficeKeys
from screening.office.models import Office, PastClient, Screening
from screening.office.names.meeting import FORMS, keep_tokens


_BATCH = 100


def bring_names_up(office: Office, keys: OfficeKeys) -> int:
    """How many screenings and past clients were hashed anew. What no key opens stays as it is."""
    return _all_of(Screening, office, keys) + _all_of(PastClient, office, keys)


def _all_of(model: type[Row], office: Office, keys: OfficeKeys) -> int:
    due = model.objects.filter(office=office, names_forms__lt=FORMS)
    return in_batches(due, _BATCH, partial(_anew, keys))


def _anew(keys: OfficeKeys, row: Screening | PastClient) -> bool:
    try:
        keep_tokens(keys, row, matter_of(row, keys))
    except KeysMissingError:
        return False
    return True
