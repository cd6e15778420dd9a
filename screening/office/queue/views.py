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
from screening.office.file.freshen import bring_up
from screening.office.keys import OfficeKeys, office_keys
from screening.office.matches import search as finding
from screening.office.models import Member
from screening.office.queue import filters
from screening.office.queue.assignees import staff_among
from screening.office.queue.filters import Filters
from screening.office.queue.listing import PAGE, apart, listing
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
    above = apart(request.member.office_id, told.pop("names"), todays_date())
    return render(request, "office/queue.html", {**told, "apart": above, "at": "queue"})


def the_list(request: StaffRequest, size: int = PAGE, narrow: Narrow | None = None) -> dict[str, Any]:
    """What the filters of the address leave, with the filters: for the queue and for the clinic.

    `narrow` narrows to a day, where one is chosen.
    """
    member, today = request.member, todays_date()
    keys = office_keys(member.office_id)
    waiting = bring_up(member.office, keys, today)
    everybody = list(Member.objects.filter(office_id=member.office_id))
    find = request.GET.get("find", "")
    words = finding.kept(request, find)
    chosen = filters.read(request.GET, staff_among(everybody), find if words else "")
    where = filters.condition(chosen, member, keys, today) & finding.condition(words, member.office_id, keys)
    unseen = False
    if narrow and chosen.day:
        where, unseen = narrow(member, keys, where, chosen.day)
    names = Words(keys, everybody)
    page = listing(member, where, names, today, _page_number(request), size)
    return {
        "names": names,
        "listing": page,
        "waiting": waiting,
        "filters": chosen,
        "words": words,
        "unseen": unseen,
        "selects": (selects := _selects(chosen, everybody)),
        "chosen_words": _chosen_words(selects),
        "listed": "open" if not chosen.status else "found",
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
        ("missing", "What is missing", filters.MISSING),
        ("language", "Language", filters.language_choices()),
        ("county", "County", filters.COUNTY_CHOICES),
        ("to", "Assigned to", filters.assignee_choices(staff_among(everybody))),
        ("date", "Next date", filters.DATES),
    )
    return [
        {"name": name, "label": label, "choices": choices, "chosen": getattr(chosen, name)}
        for name, label, choices in lists
    ]


def _chosen_words(selects: list[dict[str, Any]]) -> str:
    """What is chosen, for the line that the filters fold into: where the list stands, whose it is, the rest."""
    words = {one["name"]: dict(one["choices"])[one["chosen"]] for one in selects}
    always = ("status", "to")
    rest = (words[one["name"]] for one in selects if one["chosen"] and one["name"] not in always)
    status = "open" if words["status"] == "Open (all)" else words["status"].lower()
    to = words["to"].lower() if words["to"] in ("Anyone", "Me", "Nobody") else words["to"]
    return ", ".join((status, to, *rest))


def _page_number(request: StaffRequest) -> int:
    text = request.GET.get("page", "")
    plain = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
    return int(text) if plain else 1
