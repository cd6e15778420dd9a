"""The own account: sign-ins, second factors, password."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from screening.office.access.guards import ANY_MEMBER, FACTOR, PASSWORD, StaffRequest, office_page
from screening.office.access.sign_ins import NAME, end_others, factors_of, live_sessions
from screening.office.accounts.allauth_inside import (
    delete_and_cleanup,
    raise_if_reauthentication_required,
)
from screening.office.accounts.factors import explained
from screening.office.accounts.forms import OwnPasswordForm
from screening.office.accounts.sealed_secrets import OtherSecretKeyError
from screening.office.file import log


DONE = {
    "password": "Your password is changed. Every other sign-in of yours is ended.",
    "factor": "The second factor is added.",
    "removed": "The second factor is removed.",
    "ended": "Ended. That screen is signed out.",
    "last": "This is your only second factor. Add another before you remove it.",
}


@office_page(ANY_MEMBER, ("GET", "HEAD", "POST"))
def own_account(request: StaffRequest) -> HttpResponseBase:
    """Sign-ins and second factors of the member, with buttons to end and remove them."""
    if request.method != "POST":
        return render(request, "office/accounts/own_account.html", _shown(request))
    chosen = next((name for name in _DO if name in request.POST), "")
    return _DO[chosen](request) if chosen else redirect("own_account")


def _shown(request: StaffRequest) -> dict[str, object]:
    factors = Authenticator.objects.filter(user=request.member).order_by("created_at")
    mains = [row for row in factors if row.type != Authenticator.Type.RECOVERY_CODES]
    return {
        "at": "account",
        "done": DONE.get(request.GET.get("done", ""), ""),
        "sessions": live_sessions(request.member),
        "here": request.session.get(NAME, ""),
        "factors": mains,
        "has_app": any(row.type == Authenticator.Type.TOTP for row in mains),
        "codes_left": _codes_left(list(factors)),
    }


def _codes_left(factors: list[Authenticator]) -> int | None:
    """How many recovery codes are unused; None where they cannot be opened any more."""
    codes = [row for row in factors if row.type == Authenticator.Type.RECOVERY_CODES]
    try:
        return sum(len(row.wrap().get_unused_codes()) for row in codes)
    except OtherSecretKeyError:
        return None


def _done(what: str) -> HttpResponse:
    return redirect(f"{reverse('own_account')}?done={what}")


def _end_one(request: StaffRequest) -> HttpResponse:
    request.member.sessions.filter(pk=request.POST["end"][:26].replace("\0", "")).delete()
    return _done("ended")


def _end_others(request: StaffRequest) -> HttpResponse:
    end_others(request, request.member)
    return _done("ended")


@explained
def _remove(request: StaffRequest) -> HttpResponse:
    raise_if_reauthentication_required(request, app="allauth.mfa")
    chosen = request.POST["remove"]
    mains = Authenticator.objects.filter(user=request.member).exclude(type=Authenticator.Type.RECOVERY_CODES)
    with transaction.atomic():
        row = mains.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() else None
        if row is not None and factors_of(request.member) < 2:
            return _done("last")
        if row is not None:
            delete_and_cleanup(request, row)
            log.note(request.member, log.Act.MEMBER, request.member.id, "removed a second factor")
    return _done("removed")


_DO: dict[str, Callable[[StaffRequest], HttpResponseBase]] = {
    "end": _end_one,
    "end_others": _end_others,
    "remove": _remove,
}


@office_page(ANY_MEMBER, ("GET", "HEAD", "POST"), before={PASSWORD, FACTOR})
def own_password(request: StaffRequest) -> HttpResponse:
    """A new password: by choice, or because an administrator made the one of today."""
    form = OwnPasswordForm(request.member, request.POST or None)
    if request.method == "POST" and form.is_valid():
        _change(request, form.cleaned_data["new"])
        return _done("password")
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "at": "account"}
    return render(request, "office/accounts/own_password.html", context, status=status)


def _change(request: StaffRequest, password: str) -> None:
    member = request.member
    with transaction.atomic():
        member.set_password(password)
        member.must_change_password = False
        member.save()
        log.note(member, log.Act.MEMBER, member.id, "changed the own password")
        end_others(request, member)
    update_session_auth_hash(request, member)
