"""Second factors: set up an app or a passkey, recovery codes, and what happens when a secret cannot be opened.

The pages are allauth's with our words. Where it would keep a whole request aside, with address and browser,
until the password was written again, the page is simply asked for again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from textwrap import wrap
from typing import Any
from urllib.parse import urlencode

from allauth.account.views import ReauthenticateView
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from screening.office.access.guards import ANY_MEMBER, FACTOR, StaffRequest, View, office_page
from screening.office.access.sign_ins import end_others, has_second_factor
from screening.office.accounts import used_codes
from screening.office.accounts.allauth_inside import record_authentication
from screening.office.accounts.sealed_secrets import OtherSecretKeyError
from screening.office.file import log
from screening.office.models import Member


def explained(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Ask for the password where it was written too long ago; say so where SECRET_KEY was changed."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except ReauthenticationRequired:
            return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.path})}")
        except OtherSecretKeyError:
            return render(request, "office/accounts/other_key.html", status=503)

    return answer


def _added(request: HttpRequest, member: Member, *, first: bool) -> None:
    """A second factor was just proved: that counts like writing the password again."""
    if first:
        # A sign-in that waits at this page with the password alone must not come in by this one.
        end_others(request, member)
    log.note(member, log.Act.MEMBER, member.id, "added a second factor")
    record_authentication(request, member, "mfa", reauthenticated=True)
    request.session.cycle_key()


class _SetUp:
    """What both ways share: where it goes on, and what is noted."""

    request: HttpRequest
    did_generate_recovery_codes: bool

    def get_success_url(self) -> str:
        """Recovery codes are shown once, after the first factor."""
        if self.did_generate_recovery_codes:
            return reverse("mfa_view_recovery_codes")
        return f"{reverse('own_account')}?done=factor"

    def form_valid(self, form: Any) -> HttpResponse:
        """Log it, end other sign-ins where it is the first, and count it as the password written again."""
        member = self.request.user
        first = not has_second_factor(member)  # type: ignore[arg-type]
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
            _added(self.request, member, first=first)  # type: ignore[arg-type]
        return response


class _SetUpApp(_SetUp, ActivateTOTPView):
    template_name = "office/accounts/set_up_app.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the key in groups of four, for typing."""
        told: dict[str, Any] = super().get_context_data(**kwargs)
        return {**told, "key": " ".join(wrap(told["form"].secret.rstrip("="), 4))}

    def form_valid(self, form: Any) -> HttpResponse:
        """The code that set it up signs nobody in afterwards."""
        response = super().form_valid(form)
        row = Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        used_codes.use(row, form.cleaned_data["code"])
        return response


class _SetUpPasskey(_SetUp, AddWebAuthnView):
    template_name = "office/accounts/set_up_passkey.html"


class _NewCodes(GenerateRecoveryCodesView):
    template_name = "office/accounts/new_codes.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """The old ones open nothing any more."""
        member = self.request.user
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)
            log.note(member, log.Act.MEMBER, member.id, "made new recovery codes")
        return response


_app = explained(_SetUpApp.as_view())
_passkey = explained(_SetUpPasskey.as_view())
_codes = explained(ViewRecoveryCodesView.as_view(template_name="office/accounts/codes.html"))
_new_codes = explained(_NewCodes.as_view())
_password_again: View = ReauthenticateView.as_view(template_name="office/accounts/password_again.html")
_FORM = ("GET", "HEAD", "POST")


@office_page(ANY_MEMBER, before={FACTOR})
def second_factor(request: StaffRequest) -> HttpResponse:
    """Choose the app or a passkey: an account opens nothing without one."""
    if has_second_factor(request.member):
        return redirect("own_account")
    return render(request, "office/accounts/second_factor.html", {"at": "account"})


@office_page(ANY_MEMBER, _FORM, before={FACTOR})
def set_up_app(request: StaffRequest) -> HttpResponseBase:
    """The QR code and its secret as text; the first code proves that the app has it."""
    if Authenticator.objects.filter(user=request.member, type=Authenticator.Type.TOTP).exists():
        return redirect("own_account")
    return _app(request)


@office_page(ANY_MEMBER, _FORM, before={FACTOR})
def set_up_passkey(request: StaffRequest) -> HttpResponseBase:
    """A passkey of this device or a security key."""
    return _passkey(request)


@office_page(ANY_MEMBER)
def codes(request: StaffRequest) -> HttpResponseBase:
    """Recovery codes, shown once."""
    return _codes(request)


@office_page(ANY_MEMBER, _FORM)
def new_codes(request: StaffRequest) -> HttpResponseBase:
    """Ten new recovery codes in place of the old ones."""
    return _new_codes(request)


@office_page(ANY_MEMBER, _FORM)
def password_again(request: StaffRequest) -> HttpResponseBase:
    """Before something about the account changes: who sits here?"""
    return _password_again(request)
