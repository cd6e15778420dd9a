"""After fifteen quiet minutes a screen locks: the password opens it again where it stood.

A form that comes while it is locked is kept in the sealed session and sent on after the password, so that
nothing that was typed is lost.
"""

from __future__ import annotations

from datetime import timedelta

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone

from screening.office.accounts.sessions import note_seen
from screening.office.models import Member, StaffSession


IDLE = timedelta(minutes=15)
PASSWORD = "unlock"  # noqa: S105 (the field's name)
_HELD = "held_form"


def held_or_locked(request: HttpRequest, member: Member, session: StaffSession) -> HttpResponseBase | None:
    """The lock's page where the session is locked; None where the view may go on."""
    if not is_locked(session):
        note_seen(session)
        return None
    if request.method == "POST" and PASSWORD in request.POST:
        return _unlock(request, member, session)
    if request.method == "POST":
        request.session[_HELD] = [request.path, request.POST.urlencode()]
        lock(session)
        # What shows something comes by a GET (decision 0013).
        return HttpResponseRedirect(request.get_full_path())
    lock(session)
    return _page(request)


def is_locked(session: StaffSession) -> bool:
    """By its button, or by time."""
    return session.locked or session.seen_at + IDLE <= timezone.now()


def lock(session: StaffSession) -> None:
    """Lock it."""
    if not session.locked:
        StaffSession.objects.filter(pk=session.pk).update(locked=True)


def _unlock(request: HttpRequest, member: Member, session: StaffSession) -> HttpResponseBase | None:
    """Go on where it stood; None where a kept form takes the place of this one."""
    if not ratelimit.consume(request, action="unlock", key=member.id):
        return _page(request, "Too many tries. Wait five minutes, then write your password.", 429)
    if not member.check_password(request.POST[PASSWORD]):
        return _page(request, "This is not your password. Your work is kept.", 403)
    StaffSession.objects.filter(pk=session.pk).update(locked=False, seen_at=timezone.now())
    path, body = request.session.pop(_HELD, ["", ""])
    if path != request.path:
        return HttpResponseRedirect(request.get_full_path())
    request.POST = QueryDict(body)
    return None


def _page(request: HttpRequest, problem: str = "", status: int = 423) -> HttpResponseBase:
    held = request.session.get(_HELD, [""])[0] == request.path
    return render(request, "office/locked.html", {"problem": problem, "held": held}, status=status)
