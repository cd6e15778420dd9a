"""The days that a person named, as a calendar file (RFC 5545) that does not say what they are for.

Every event is called the same and holds nothing else: the file stays on a phone that others may read.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.utils.translation import gettext

from screening.rules.answers import Answers
from screening.summary.page.coming import coming_days


# In the morning of the day a week before and of the day before: all-day events begin at midnight.
_ALARMS = ("-P6DT15H", "-PT15H")
_LONGEST_LINE = 75


def exact_days(answers: Answers, as_of: date) -> tuple[date, ...]:
    """The coming days that are known to the day. A calendar has no place for "some time in May"."""
    days = (day for _, day in coming_days(answers, as_of) if day.earliest == day.latest)
    return tuple(dict.fromkeys(day.earliest for day in days))


def calendar_file(days: Iterable[date], as_of: date) -> bytes:
    """One all-day event a day. The ids are random, so that nothing can be learned or guessed from them."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Form//Form//EN", "CALSCALE:GREGORIAN"]
    lines += [line for day in days for line in _event(day, as_of)]
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line)).encode()


def _event(day: date, as_of: date) -> Iterator[str]:
    title = _escaped(gettext("Appointment"))
    yield "BEGIN:VEVENT"
    yield f"UID:{secrets.token_hex(16)}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{title}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    for alarm in _ALARMS:
        yield from (
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{title}",
            f"TRIGGER:{alarm}",
            "END:VALARM",
        )
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 bytes; each that goes on begins with a blank. No sign is cut in two."""
    part = ""
    for sign in line:
        if len(f"{part}{sign}".encode()) > _LONGEST_LINE:
            yield part
            part = " "
        part += sign
    yield part
