"""Sign-ins of staff: listed and ended by the member, without address and browser.

allauth's own list would store the session's key, which is the cookie: a copy of the database would then
open every session. Here a row holds two times, and the sealed session names the row.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.signals import user_logged_in as whole_sign_in
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from screening.interview.sessions import ROW_SECONDS
from screening.office.access.noting import note_if_possible
from screening.office.file.log import Act
from screening.office.models import Member, StaffSession


# A working day. After it, sign in again.
LONGEST = timedelta(hours=12)
# `seen_at` is written at most this often.
_NOTED = timedelta(seconds=30)
NAME = "staff_session"


@receiver(user_logged_in)
def begin_session(request: HttpRequest, user: Member, **_: Any) -> None:
    """Somebody signed in. The cookie ends with the browser, the row behind it after the longest day."""
    now = timezone.now()
    StaffSession.objects.filter(member=user, began_at__lt=now - LONGEST).delete()
    row = StaffSession.objects.create(member=user, began_at=now, seen_at=now)
    request.session[NAME] = row.id
    request.session[ROW_SECONDS] = int(LONGEST.total_seconds())


@receiver(whole_sign_in)
def note_sign_in(user: Member, **_: Any) -> None:
    """Password and second factor, where there is one, were right."""
    note_if_possible(user, Act.SIGNED_IN, user.id)


@receiver(user_logged_out)
def end_all(user: Member | None, **_: Any) -> None:
    """Whoever signs out is signed out everywhere: the other screen may be the one that was forgotten."""
    if user is not None:
        user.sessions.all().delete()
        note_if_possible(user, Act.SIGNED_OUT, user.id)


def current_session(request: HttpRequest, member: Member) -> StaffSession | None:
    """This sign-in, unless it was ended or lasted its day."""
    row = StaffSession.objects.filter(pk=request.session.get(NAME, ""), member=member).first()
    if row is None or row.began_at + LONGEST <= timezone.now():
        return None
    return row


def live_sessions(member: Member) -> list[StaffSession]:
    """The member's sign-ins that still open something, newest first."""
    return list(member.sessions.filter(began_at__gt=timezone.now() - LONGEST).order_by("-began_at"))


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
    return factors_of(member) > 0


def factors_of(member: Member) -> int:
    """How many second factors are set up. Recovery codes are none: they stand in for one."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return int(Authenticator.objects.filter(user=member, type__in=kinds).count())
