"""The queue: what is urgent, where it stands, whose it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from screening.interview.today import today as todays_date
from screening.office.access.guards import EVERYBODY, STAFF, StaffRequest, office_page
from screening.office.file import log
from screening.office.keys import OfficeKeys, office_keys
from screening.office.matches import search as finding
from screening.office.models import Member
from screening.office.queue import filters
from screening.office.queue.assignees import staff_among
from screening.office.queue.filters import Filters
from screening.office.queue.freshen import freshen
from screening.office.queue.listing import PAGE, listing, totals
from screening.office.queue.queue_line import Words


# A member, the office's keys, the condition so far and a day: the narrower condition, and whether some rows
# were not looked at.
Narrow = Callable[[Member, OfficeKeys, Q, str], tuple[Q, bool]]
# More digits than any page has.
_LONGEST_NUMBER = 6


@office_page(EVERYBODY, ("GET", "HEAD", "POST"))
def queue(request: StaffRequest) -> HttpResponse:
    """The office's screenings, most urgent first. Who only administers reads none and gets the log."""
    if not request.member.roles & set(STAFF):
        return redirect("log")
    return _search(request) if request.method == "POST" else _show(request)


def _search(request: StaffRequest) -> HttpResponse:
    """Take the filters and the words to find, and show them by an address without a name in it."""
    words = request.POST.get("find", "")
    chosen = filters.read(request.POST, colleagues(request), finding.keep(request, words))
    if chosen.find:
        log.note(request.member, log.Act.SEARCHED)
    return redirect(f"{reverse('queue')}?{chosen.query()}")


def _show(request: StaffRequest) -> HttpResponse:
    told = the_list(request)
    office_id = request.member.office_id
    return render(request, "office/queue.html", {**told, "totals": totals(office_id), "at": "queue"})


def the_list(request: StaffRequest, size: int = PAGE, narrow: Narrow | None = None) -> dict[str, Any]:
    """What the filters of the address leave, with the filters: for the queue and for the clinic.

    `narrow` narrows to a day, where one is chosen.
    """
    member, today = request.member, todays_date()
    keys = office_keys(member.office_id)
    if member.office.freshened_on is None or member.office.freshened_on < today:
        freshen(member.office, keys, today)
    everybody = list(Member.objects.filter(office_id=member.office_id))
    find = request.GET.get("find", "")
    words = finding.kept(request, find)
    chosen = filters.read(request.GET, staff_among(everybody), find if words else "")
    where = filters.condition(chosen, member, keys, today) & finding.condition(words, member.office_id, keys)
    unseen = False
    if narrow and chosen.day:
        where, unseen = narrow(member, keys, where, chosen.day)
    page = listing(member, where, Words(keys, everybody), today, _page_number(request), size)
    return {
        "listing": page,
        "filters": chosen,
        "words": words,
        "unseen": unseen,
        "selects": _selects(chosen, everybody),
        "query": chosen.query(),
        "next_page": chosen.query(page=str(page.page + 1)) if page.page < page.pages else "",
        "previous_page": chosen.query(page=str(page.page - 1)) if page.page > 1 else "",
    }


def colleagues(request: StaffRequest) -> list[Member]:
    """Whom a screening can be assigned to."""
    return staff_among(Member.objects.filter(office_id=request.member.office_id))


def _selects(chosen: Filters, everybody: list[Member]) -> list[dict[str, Any]]:
    """The labelled lists of the form, each with its choice."""
    lists = (
        ("status", "Status", filters.STATUSES),
        ("law", "Law", filters.LAWS),
        ("outcome", "Outcome", filters.OUTCOMES),
        ("language", "Language", filters.language_choices()),
        ("county", "County", filters.COUNTY_CHOICES),
        ("to", "Assigned to", filters.assignee_choices(staff_among(everybody))),
        ("date", "Next date", filters.DATES),
    )
    return [
        {"name": name, "label": label, "choices": choices, "chosen": getattr(chosen, name)}
        for name, label, choices in lists
    ]


def _page_number(request: StaffRequest) -> int:
    text = request.GET.get("page", "")
    plain = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
    return int(text) if plain else 1
