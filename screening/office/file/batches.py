"""Work on many rows of an office, a transaction a batch: nobody waits long for the lock on writing.

Cut short, the next time goes on where this one stopped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from screening.office.models import PastClient, Screening


Row = TypeVar("Row", Screening, PastClient)


def in_batches(due: QuerySet[Row], size: int, change: Callable[[Row], int]) -> int:
    """The sum of what `change` says of each row that is due when its batch's turn comes."""
    ids, count = list(due.values_list("pk", flat=True)), 0
    for start in range(0, len(ids), size):
        with transaction.atomic():
            count += sum(map(change, due.filter(pk__in=ids[start : start + size]).select_for_update()))
    return count
