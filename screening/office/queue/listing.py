"""One page of the queue, in the same few queries however many screenings there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, QuerySet

from screening.office.file.freshen import of_today
from screening.office.file.line_words import LEVEL_WORD
from screening.office.file.standing import ORDER
from screening.office.matches.duplicates import same_names
from screening.office.models import OPEN_STATUSES, Member, Screening
from screening.office.queue.queue_line import QueueLine, Today, Words, days_old, line, today_line


PAGE = 25
# So many appointments stand above the table; the others are counted.
MOST_TODAY = 5
_IS_OPEN = Q(status__in=OPEN_STATUSES)


@dataclass(frozen=True)
class Listing:
    """A page of lines: `first` to `last` of `count`; over all pages, `of_level` is how many that
    were opened each level has, `unopened` how many nobody opened.
    """

    lines: tuple[QueueLine, ...]
    page: int
    pages: int
    first: int
    last: int
    count: int
    of_level: Mapping[int, int]
    unopened: int

    @property
    def groups(self) -> tuple[Group, ...]:
        """The lines of this page by level; what nobody opened has none."""
        opened = [one for one in self.lines if one.opened]
        by_level = [
            Group(
                LEVEL_WORD.get(level, "").capitalize(),
                lines := [one for one in opened if one.level == level],
                # What was brought up for this page was counted where it stood before.
                max(self.of_level.get(level, 0), len(lines)),
            )
            for level in sorted({one.level for one in opened}, reverse=True)
        ]
        unopened = [one for one in self.lines if not one.opened]
        return (*by_level, *([Group("Never opened", unopened, self.unopened)] if unopened else []))


@dataclass(frozen=True)
class Group:
    """One level of the queue: its lines on this page, and how many it has in all."""

    name: str
    lines: list[QueueLine]
    count: int


@dataclass(frozen=True)
class Apart:
    """What stands above the table and never counts as urgent: what nobody opened, and the office's own day.

    `first_unopened` is an id. `on_today` counts screenings, `others` those that `today` has no room for.
    """

    unopened: int
    oldest_age: str
    first_unopened: str
    today: tuple[Today, ...]
    on_today: int
    others: int


def queryset(office_id: str, where: Q) -> QuerySet[Screening]:
    """The office's rows in the queue's order. The files are left where they are."""
    return Screening.objects.filter(where, office_id=office_id).order_by(*ORDER).defer("sealed_file")


def listing(member: Member, where: Q, words: Words, today: date, page: int, size: int = PAGE) -> Listing:
    """A page by its number from 1 on; the nearest one where there is none of that number."""
    rows = queryset(member.office_id, where)
    grouped = rows.order_by().values("urgency").annotate(many=Count("*"), opened=Count("opened_on"))
    by_level = list(grouped)
    of_level = {group["urgency"]: group["opened"] for group in by_level}
    count = sum(group["many"] for group in by_level)
    pages = max(1, -(-count // size))
    page = min(max(page, 1), pages)
    start = (page - 1) * size
    shown = of_today(rows[start : start + size], words.keys, today)
    same = same_names(member.office_id, [row.id for row in shown])
    lines = tuple(line(row, words, today, same.get(row.id)) for row in shown)
    return Listing(
        lines, page, pages, start + 1, start + len(shown), count, of_level, count - sum(of_level.values())
    )


def apart(office_id: str, words: Words, today: date) -> Apart:
    """What stands above the table, from indexes of their own. Of what nobody opened nothing is opened."""
    unopened = queryset(office_id, Q(opened_on=None) & _IS_OPEN)
    told = unopened.order_by().aggregate(many=Count("*"), oldest=Min("created_on"))
    first = unopened.values_list("pk", flat=True)[:1]
    # Until it is opened, nobody has an appointment with anybody.
    due = queryset(office_id, Q(office_day__lte=today, opened_on__isnull=False) & _IS_OPEN)
    many = due.order_by().count()
    shown = of_today(due.order_by("office_day", "created_on", "id")[:MOST_TODAY], words.keys, today)
    return Apart(
        unopened=told["many"],
        oldest_age=days_old(told["oldest"] or today, today),
        first_unopened="".join(first),
        today=tuple(one for row in shown for one in today_line(row, words, today)),
        on_today=many,
        others=many - len(shown),
    )
