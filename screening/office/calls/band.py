"""The band under the header: whose call this is, and the way to the member's other open calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language_info

from screening.interview.today import CALIFORNIA
from screening.office.calls.locked import may_discard, under_way
from screening.office.calls.open_calls import OpenCall, forget, open_calls
from screening.office.file.cabinet import Folder, NotHereError, take
from screening.office.models import Member


NO_NAME = "No name yet"


@dataclass(frozen=True)
class Other:
    """Another open call of the same member."""

    letter: str
    name: str
    screening_id: str


@dataclass(frozen=True)
class Band:
    """What the band says. `second_tone` is ink instead of plum; `letter` is empty where it is not open."""

    letter: str
    second_tone: bool
    name: str
    language: str
    started: str
    others: tuple[Other, ...]
    screening_id: str
    may_drop: bool
    may_discard: bool


def band_of(request: HttpRequest, member: Member, folder: Folder) -> Band:
    """The band of one call, as the member of this request sees it."""
    calls = open_calls(request)
    own = next((call for call in calls if call.screening_id == folder.row.id), None)
    others = (_other(request, member, call) for call in calls if call is not own)
    return Band(
        letter=own.letter if own else "",
        second_tone=own.second_tone if own else False,
        name=folder.matter.short or NO_NAME,
        language=language_name(folder.file.document.language),
        started=moment(folder.file.began_at, "%H:%M"),
        others=tuple(other for other in others if other is not None),
        screening_id=folder.row.id,
        may_drop=under_way(folder),
        may_discard=may_discard(folder),
    )


def _other(request: HttpRequest, member: Member, call: OpenCall) -> Other | None:
    """None where the screening is gone: then its letter is free again."""
    try:
        name = take(member, call.screening_id).matter.short
    except NotHereError:
        forget(request, call.screening_id)
        return None
    return Other(call.letter, name or NO_NAME, call.screening_id)


def language_name(code: str) -> str:
    """A language in English."""
    return str(get_language_info(code)["name"])


def moment(instant: str, form: str) -> str:
    """An instant of a file as the clock in California showed it, with its day unless that is today."""
    if not instant:
        return ""
    at = datetime.fromisoformat(instant).astimezone(CALIFORNIA)
    day = "" if at.date() == timezone.localdate(timezone=CALIFORNIA) else f"{at:%b} {at.day}, "
    return day + at.strftime(form)
