"""The members of an office who work with screenings: whom one can be assigned to."""

from __future__ import annotations

from collections.abc import Iterable

from screening.office.access.guards import STAFF
from screening.office.models import Member


def staff_among(members: Iterable[Member]) -> list[Member]:
    """Those whose account opens and whose role reads, by name."""
    found = (one for one in members if one.is_active and one.role in STAFF)
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def staff(office_id: str) -> list[Member]:
    """Those of an office. One query."""
    return staff_among(Member.objects.filter(office_id=office_id))
