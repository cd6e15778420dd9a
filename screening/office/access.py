"""Who may see a page of the office: every view of the office is wrapped by `office_page`.

In this order: signed in, not ended from elsewhere, an own password, a second factor, not locked, one of
the page's roles. What a member may not see is not there (404): a refusal would say that it exists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_http_methods

from screening.office.accounts.lock import held_or_locked
from screening.office.accounts.sessions import current_session, has_second_factor
from screening.office.cabinet import NotHereError
from screening.office.keys import KeysMissingError
from screening.office.models import Member


INTAKE, ATTORNEY, ADMINISTRATOR = "intake", "attorney", "administrator"
STAFF = (INTAKE, ATTORNEY)
EVERYBODY = (INTAKE, ATTORNEY, ADMINISTRATOR)

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    """A request that passed `office_page`."""

    user: Member
    member: Member


def office_page(roles: Iterable[str], methods: Iterable[str] = ("GET", "HEAD")) -> Callable[[View], View]:
    """A page for members with one of these roles. The matrix test reads `roles` and `methods` of the view."""
    allowed = frozenset(roles)

    def wrap(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            # The office works in English; what is read aloud says its own language.
            with translation.override("en"):
                refusal = _turned_away(request, allowed)
                if refusal is not None:
                    return refusal
                return _explained(request, view, *args, **kwargs)

        guarded = require_http_methods(list(methods))(answer)
        guarded.roles = allowed  # type: ignore[attr-defined]
        guarded.methods = frozenset(methods)  # type: ignore[attr-defined]
        return guarded

    return wrap


def _turned_away(request: HttpRequest, allowed: frozenset[str]) -> HttpResponseBase | None:
    member = request.user
    if not isinstance(member, Member) or not member.is_active:
        return redirect("sign_in")
    session = current_session(request, member)
    if session is None:
        # Ended from the list of sessions, or older than the longest day.
        request.session.flush()
        return redirect("sign_in")
    refusal = _unfinished(member) or held_or_locked(request, member, session)
    if refusal is None and not member.roles & allowed:
        raise Http404
    request.member = member  # type: ignore[attr-defined]
    return refusal


def _unfinished(member: Member) -> HttpResponseBase | None:
    """An account opens nothing before it has an own password and a second factor."""
    if member.must_change_password:
        return redirect("own_password")
    return None if has_second_factor(member) else redirect("second_factor")


def _explained(request: HttpRequest, view: View, *args: Any, **kwargs: Any) -> HttpResponseBase:
    try:
        return view(request, *args, **kwargs)
    except NotHereError:
        raise Http404 from None
    except KeysMissingError:
        return render(request, "office/keys_missing.html", status=503)
