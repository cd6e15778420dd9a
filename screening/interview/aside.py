"""Buttons beside the questions, on every page of an interview: language, more time, keep, erase, stop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse


LANGUAGE = "l"
TO = "to"
STAY = "stay"
# A public page, which needs no run.
KEEPS = "keeps"
# Pages to go to, by the value of the button.
_PAGES = ("place", "erase", "check")
# Pages that a language button may stand on, besides the questions.
STANDING = ("check", "result", "print", "place", "erase", "sent")


@dataclass(frozen=True)
class Aside:
    """Where to go on, and in which language where that changes."""

    address: str
    language: str = ""


def aside_from(posted: Mapping[str, str], run: str, here: str) -> Aside | None:
    """What such a button asked for; None where another one was pressed."""
    language, to = posted.get(LANGUAGE, ""), posted.get(TO, "")
    if language in dict(settings.LANGUAGES):
        return Aside(here, language)
    if to in _PAGES:
        return Aside(reverse(to, kwargs={"run": run}))
    if to == KEEPS:
        return Aside(reverse(KEEPS))
    return Aside(here) if to == STAY else None


def standing_at(posted: Mapping[str, str], run: str) -> str:
    """The page that a button of the frame was pressed on; the check page where it names none."""
    at = posted.get("at", "")
    return reverse(at if at in STANDING else "check", kwargs={"run": run})
