"""Sign-ins of staff: listed and ended by the member, without address and browser.

allauth's own list would store the session's key, which is the cookie: a copy of the database would then
open every session. Here a row holds two times, and the sealed session names the row.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from screening.office.models import Member, StaffSession


# A working day. After it, sign in again.
LONGEST = timedelta(hours=12)
# `seen_at` is written at most this often.
_NOTED = timedelta(seconds=30)
NAME = "staff_session"


@receiver(user_logged_in)
def begin_session(request: HttpRequest, user: Member, **_: Any) -> None:
    """Somebody signed in."""
    now = timezone.now()
    StaffSession.objects.filter(member=user, began_at__lt=now - LONGEST).delete()
    row = StaffSession.objects.create(member=user, began_at=now, seen_at=now)
    request.session[NAME] = row.id
    request.session.set_expiry(int(LONGEST.total_seconds()))


def current_session(request: HttpRequest, member: Member) -> StaffSession | None:
    """This sign-in, unless it was ended or lasted its day."""
    row = StaffSession.objects.filter(pk=request.session.get(NAME, ""), member=member).first()
    if row is None or row.began_at + LONGEST <= timezone.now():
        return None
    return row


def note_seen(row: StaffSession) -> None:
    """The member did something."""
    now = timezone.now()
    if now - row.seen_at > _NOTED:
        StaffSession.objects.filter(pk=row.pk).update(seen_at=now)


def end_others(request: HttpRequest, member: Member) -> None:
    """End every sign-in but this one."""
    member.sessions.exclude(pk=request.session.get(NAME, "")).delete()


def has_second_factor(member: Member) -> bool:
    """Is a TOTP app or a passkey set up?"""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user=member, type__in=kinds).exists())
