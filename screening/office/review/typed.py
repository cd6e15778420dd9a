"""What a form of the review brings: read without trusting it, and kept where it cannot be taken.

A form that cannot be taken comes back by a redirect; what was typed waits in the sealed session, under the
id of its screening, and stands in the fields again.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest

from screening.rules.record import clean_text


_KEPT = "review_typed"
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True)
class Typed:
    """A form as it came. `form` names it and what it was about; `problems` are sentences."""

    form: str = ""
    values: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def keep(request: HttpRequest, screening_id: str, typed: Typed) -> None:
    """For the page that follows. One form of one screening is kept, the last."""
    request.session[_KEPT] = {
        "of": screening_id,
        "form": typed.form,
        "values": typed.values,
        "problems": typed.problems,
    }


def kept(request: HttpRequest, screening_id: str) -> Typed:
    """What waits for this screening; nothing where it is another's, or the page was opened afresh."""
    found = request.session.get(_KEPT) or {}
    if "again" not in request.GET or found.get("of") != screening_id:
        return Typed()
    return Typed(found["form"], found["values"], found["problems"])


def forget(request: HttpRequest) -> None:
    """It was taken."""
    request.session.pop(_KEPT, None)


def posted(request: HttpRequest, name: str) -> str:
    """A field: without what no text holds, lines kept. Nothing else is changed, so that nothing is lost."""
    text = unicodedata.normalize("NFC", str(request.POST.get(name, "")))
    return "\n".join(clean_text(line) for line in text.splitlines()).strip()


def version_of(request: HttpRequest) -> int:
    """The version that the form was shown with; 0, older than all, where it does not say."""
    text = request.POST.get("v", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def case_number(text: str) -> int:
    """The number of a case; 0, which none has, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def too_long(what: str, text: str, most: int) -> list[str]:
    """Say how long it may be, and how long it is."""
    if len(text) <= most:
        return []
    return [f"Write {what} in at most {most:,} characters. Now it has {len(text):,}."]


def iso_day(text: str) -> date | None:
    """A real day between 1900 and 2100, written as 2026-11-24."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR and day.isoformat() == text else None
