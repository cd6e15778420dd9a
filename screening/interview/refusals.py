"""When there is nothing to show: the cookie did not come back, or the answers are erased. In words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from screening.interview.live import ExpiredError, UnknownRunError, erase
from screening.interview.today import CALIFORNIA


View = Callable[..., HttpResponseBase]


def explained(view: View) -> View:
    """A view of one run that explains what it cannot open. It says the same of any unknown run."""

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, **kwargs)
        except UnknownRunError:
            return no_cookie(request)
        except ExpiredError as expired:
            erase(request.session, kwargs["run"], expired.at)
            return _erased(request, expired.at)

    return answer


def no_cookie(request: HttpRequest) -> HttpResponse:
    """The browser did not send back the key to the answers."""
    return render(request, "403.html", status=403)


def _erased(request: HttpRequest, at: datetime | None) -> HttpResponse:
    context = {"erased_at": at.astimezone(CALIFORNIA) if at else None}
    return render(request, "expired.html", context, status=410)
