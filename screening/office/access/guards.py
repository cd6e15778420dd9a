"""Who may see a page of the office: every view of the office is wrapped by `office_page`.

In this order: signed in, not ended from elsewhere, an own password, a second factor, not locked, one of
the page's roles, a method of the page. What a member may not see is not there (404): a refusal would say
that it exists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.template.response import SimpleTemplateResponse
from django.utils import translation

from screening.office.access.lock import held_or_locked
from screening.office.access.sign_ins import current_session, has_second_factor
from screening.office.file.cabinet import NotHereError
from screening.office.keys import DamagedError, KeysMissingError
from screening.office.models import Member


INTAKE, ATTORNEY, ADMINISTRATOR = "intake", "attorney", "administrator"
STAFF = (INTAKE, ATTORNEY)
EVERYBODY = (INTAKE, ATTORNEY, ADMINISTRATOR)
# A member without any role still has an account.
ANY_MEMBER = frozenset({INTAKE, ATTORNEY, ADMINISTRATOR, "member"})
# Nobody is signed in yet.
ANYONE = "anyone"
# What an account may lack.
PASSWORD, FACTOR = "own password", "second factor"

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    """A request that passed `office_page`."""

    user: Member
    member: Member


def office_page(
    roles: Iterable[str], methods: Iterable[str] = ("GET", "HEAD"), *, before: Iterable[str] = ()
) -> Callable[[View], View]:
    """A page for members with one of these roles. The matrix test reads `roles` and `methods` of the view.

    `before` names what an account may still lack here (PASSWORD, FACTOR): the pages where it gets it.
    """
    allowed, known, lacking = frozenset(roles), frozenset(methods), frozenset(before)

    def wrap(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            # The office works in English; what is read aloud says its own language.
            with translation.override("en"):
                refusal = _turned_away(request, allowed, lacking)
                # After the lock, which shows its page by a GET wherever a form was held.
                if refusal is None and request.method not in known:
                    refusal = HttpResponseNotAllowed(sorted(known))
                return refusal or _explained(request, view, *args, **kwargs)

        answer.roles = allowed  # type: ignore[attr-defined]
        answer.methods = known  # type: ignore[attr-defined]
        return answer

    return wrap


def anyone_page(methods: Iterable[str]) -> Callable[[View], View]:
    """A page before sign-in. Its role is ANYONE."""
    known = frozenset(methods)

    def wrap(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in known:
                return HttpResponseNotAllowed(sorted(known))
            with translation.override("en"):
                response = view(request, *args, **kwargs)
                if isinstance(response, SimpleTemplateResponse):
                    response.render()
                return response

        answer.roles = frozenset({ANYONE})  # type: ignore[attr-defined]
        answer.methods = known  # type: ignore[attr-defined]
        return answer

    return wrap


def _turned_away(
    request: HttpRequest, allowed: frozenset[str], lacking: frozenset[str]
) -> HttpResponseBase | None:
    member = request.user
    if not isinstance(member, Member) or not member.is_active:
        return redirect("sign_in")
    session = current_session(request, member)
    if session is None:
        # Ended from the list of sessions, or older than the longest day.
        request.session.flush()
        return redirect("sign_in")
    lacks = _lacks(member)
    if lacks and not lacks & lacking:
        return redirect("own_password" if PASSWORD in lacks else "second_factor")
    refusal = held_or_locked(request, member, session)
    if refusal is None and not member.roles & allowed and allowed != ANY_MEMBER:
        raise Http404
    request.member = member  # type: ignore[attr-defined]
    request.setting_up = bool(lacks)  # type: ignore[attr-defined]
    return refusal


def _lacks(member: Member) -> frozenset[str]:
    """What comes next before the account opens anything: an own password, then a second factor."""
    if member.must_change_password:
        return frozenset({PASSWORD})
    return frozenset() if has_second_factor(member) else frozenset({FACTOR})


def _explained(request: HttpRequest, view: View, *args: Any, **kwargs: Any) -> HttpResponseBase:
    try:
        response = view(request, *args, **kwargs)
        # What a class of the sign-in library leaves to be drawn later is drawn in English too.
        if isinstance(response, SimpleTemplateResponse):
            response.render()
        return response
    except NotHereError:
        raise Http404 from None
    except KeysMissingError as shut:
        damaged = isinstance(shut, DamagedError)
        return render(request, "office/keys_missing.html", {"damaged": damaged}, status=503)
