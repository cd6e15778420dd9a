"""One page of the queue, in the same few queries however many screenings there are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from screening.office.file.standing import ACT_TODAY
from screening.office.matches.duplicates import same_names
from screening.office.models import OPEN_STATUSES, Member, Screening, Status
from screening.office.queue.queue_line import QueueLine, Words, line


PAGE = 25
# Where each line of the queue begins; `id` last, so that no two can change places.
ORDER = (F("urgency").desc(), "next_deadline", "created_on", "id")


@dataclass(frozen=True)
class Listing:
    """A page of lines: `first` to `last` of `count`."""

    lines: tuple[QueueLine, ...]
    page: int
    pages: int
    first: int
    last: int
    count: int


@dataclass(frozen=True)
class Totals:
    """How many screenings of the office act today (of those open), are new, in review, open, and all."""

    act_today: int
    new: int
    in_review: int
    open: int
    all: int


def queryset(office_id: str, where: Q) -> QuerySet[Screening]:
    """The office's rows in the queue's order. The files are left where they are."""
    return Screening.objects.filter(where, office_id=office_id).order_by(*ORDER).defer("sealed_file")


def listing(member: Member, where: Q, words: Words, today: date, page: int, size: int = PAGE) -> Listing:
    """A page by its number from 1 on; the nearest one where there is none of that number."""
    rows = queryset(member.office_id, where)
    count = rows.count()
    pages = max(1, -(-count // size))
    page = min(max(page, 1), pages)
    start = (page - 1) * size
    shown = list(rows[start : start + size])
    same = same_names(member.office_id, [row.id for row in shown])
    lines = tuple(line(row, words, today, same.get(row.id)) for row in shown)
    return Listing(lines, page, pages, start + 1, start + len(shown), count)


def totals(office_id: str) -> Totals:
    """The line above the table, from one grouping of an index."""
    rows = Screening.objects.filter(office_id=office_id).values("status", "urgency")
    by_status: Counter[str] = Counter()
    act_today = 0
    for group in rows.annotate(many=Count("*")).order_by():
        by_status[group["status"]] += group["many"]
        if group["urgency"] == ACT_TODAY and group["status"] in OPEN_STATUSES:
            act_today += group["many"]
    still_open = sum(by_status[status] for status in OPEN_STATUSES)
    return Totals(
        act_today, by_status[Status.NEW], by_status[Status.IN_REVIEW], still_open, by_status.total()
    )
