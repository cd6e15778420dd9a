"""After fifteen quiet minutes a screen locks: the password opens it again where it stood.

A form that comes while it is locked is kept in the sealed session, under an id of its own that the address
then carries, and goes on after the password, so that nothing that was typed is lost: whatever other tabs
do meanwhile, and however often the password is wrong.
"""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode, urlsplit

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from screening.office.access.noting import note_if_possible
from screening.office.access.sign_ins import note_seen
from screening.office.file.log import Act
from screening.office.ids import new_id
from screening.office.models import Member, StaffSession


IDLE = timedelta(minutes=15)
# Fields of the lock's page, and what the address of a kept form is called.
PASSWORD, DROP, HELD = "unlock", "drop", "held"
_FORMS = "held_forms"
# A session is read whole on every request; nobody has more tabs that wait at once.
_MOST_HELD = 8


def held_or_locked(request: HttpRequest, member: Member, session: StaffSession) -> HttpResponseBase | None:
    """The lock's page where the session is locked or a kept form waits; None where the view may go on."""
    if request.method == "POST" and PASSWORD in request.POST:
        # Also where another tab has unlocked meanwhile: this page still asks.
        return _unlock(request, member, session)
    locked = is_locked(session)
    if locked:
        lock(session)
        if request.method == "POST":
            return _hold(request)
    elif _held(request) is None:
        note_seen(session)
        return None
    return _page(request)


def is_locked(session: StaffSession) -> bool:
    """By its button, or by time."""
    return session.locked or session.seen_at + IDLE <= timezone.now()


def lock(session: StaffSession) -> None:
    """From now on this sign-in opens nothing until the password is written."""
    if not session.locked:
        StaffSession.objects.filter(pk=session.pk).update(locked=True)


def back_to(request: HttpRequest) -> str:
    """The page on which *Lock screen* was pressed, if it can be shown again; else the own account."""
    address = request.POST.get("next", "")
    try:
        methods: frozenset[str] = getattr(resolve(urlsplit(address).path).func, "methods", frozenset())
    except (Resolver404, ValueError):
        methods = frozenset()
    here = url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if here and "GET" in methods else reverse("own_account")


def _hold(request: HttpRequest) -> HttpResponseBase:
    """Keep the form; what shows something comes by a GET (decision 0013)."""
    if request.path == reverse("lock"):
        return HttpResponseRedirect(back_to(request))
    name = new_id()
    forms = request.session.get(_FORMS, {})
    for oldest in list(forms)[: max(0, len(forms) - _MOST_HELD + 1)]:
        del forms[oldest]
    request.session[_FORMS] = {**forms, name: [request.path, request.POST.urlencode()]}
    return HttpResponseRedirect(_address(request, name))


def _held(request: HttpRequest) -> str | None:
    """The body of the form that waits at this address."""
    path, body = request.session.get(_FORMS, {}).get(request.GET.get(HELD, ""), ("", None))
    return body if path == request.path else None


def _unlock(request: HttpRequest, member: Member, session: StaffSession) -> HttpResponseBase | None:
    """Go on where it stood; None where a kept form takes the place of this one."""
    if not ratelimit.consume(request, action="unlock", key=member.id):
        return _page(request, "Too many tries. Wait five minutes, then write your password.", 429)
    if not member.check_password(request.POST[PASSWORD]):
        return _page(request, "This is not your password. Your work is kept.", 403)
    ratelimit.clear(request, action="unlock", key=member.id)
    StaffSession.objects.filter(pk=session.pk).update(locked=False, seen_at=timezone.now())
    note_if_possible(member, Act.UNLOCKED)
    return _go_on(request)


def _go_on(request: HttpRequest) -> HttpResponseBase | None:
    body = _held(request)
    if body is not None:
        forms = request.session[_FORMS]
        del forms[request.GET[HELD]]
        request.session[_FORMS] = forms
    if request.path == reverse("lock"):
        # The script that covered the page waits for this; a redirect might lead to the sign-in page.
        return HttpResponse(status=204)
    if body is None or DROP in request.POST:
        return HttpResponseRedirect(_address(request))
    request.POST = QueryDict(body)
    request.GET = QueryDict(_without_held(request).urlencode())
    return None


def _without_held(request: HttpRequest) -> QueryDict:
    query = request.GET.copy()
    query.pop(HELD, None)
    return query


def _address(request: HttpRequest, held: str = "") -> str:
    """This page's address, with the id of the form that is kept for it."""
    query = "&".join(filter(None, [_without_held(request).urlencode(), held and urlencode({HELD: held})]))
    return f"{request.path}?{query}" if query else request.path


def _page(request: HttpRequest, problem: str = "", status: int = 423) -> HttpResponseBase:
    return render(
        request,
        "office/locked.html",
        {"problem": problem, "held": _held(request) is not None},
        status=status,
    )
