"""From a public page back to the interview of this browser; the address of the page names no run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import DatabaseError
from django.urls import reverse
from django.utils import translation

from screening.interview import live
from screening.interview.addresses import resume_url
from screening.interview.openers import runs_of
from screening.interview.printing import confirmed


if TYPE_CHECKING:
    from django.http import HttpRequest


def way_back(request: HttpRequest) -> dict[str, str]:
    """Where the newest live interview stands, and its run once it has a result. Changes nothing.

    Nothing where the database does not serve: the page is worth reading all the same.
    """
    try:
        return _newest(request)
    except DatabaseError:
        return {}


def _newest(request: HttpRequest) -> dict[str, str]:
    for run in reversed(runs_of(request.session)):
        try:
            # The page keeps the language of its own address.
            with translation.override(translation.get_language()):
                opened = live.open_live(request.session, run)
        except live.ExpiredError:
            continue
        if confirmed(opened):
            return {"back": reverse("result", kwargs={"run": run}), "finished": run}
        return {"back": resume_url(run, opened.document)}
    return {}
