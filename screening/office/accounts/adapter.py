"""What allauth does here, and what it does not: no sign-up, no mail, no browser noted, secrets sealed."""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from screening.interview.sealing import derive
from screening.office.access.sign_ins import has_second_factor
from screening.office.accounts.allauth_inside import network_of
from screening.office.accounts.qr import qr_svg
from screening.office.accounts.sealed_secrets import open_secret, seal_secret
from screening.office.models import Member


TOO_MANY = "Too many tries. Wait 15 minutes, then try again."


class AccountAdapter(DefaultAccountAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "User name and password do not fit together. Write both again.",
        "incorrect_password": "This is not your password. Write it again.",
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (allauth's)
        """Only an administrator makes accounts."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:  # noqa: ARG002 (allauth's)
        """There are pages only."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Member | None:
        """As allauth does, but an account that was switched off answers like one that never was."""
        member: Member | None = super().authenticate(request, **credentials)
        return member if member is not None and member.is_active else None

    def get_client_ip(self, request: HttpRequest) -> str:
        """What rate limits count by: a keyed hash, so that no address is kept anywhere."""
        key = derive(settings.SECRET_KEY.encode(), "rate limits")
        return hmac.new(key, network_of(request).encode(), sha256).hexdigest()

    def get_http_user_agent(self, request: HttpRequest) -> str:  # noqa: ARG002 (allauth's)
        """Nobody's browser is noted."""
        return ""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Staff have no e-mail here."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The first page of this member's work."""
        return home_of(request.user) if isinstance(request.user, Member) else reverse("sign_in")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 (allauth's)
        """Back to the sign-in page."""
        return reverse("sign_in")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, str]]:
        """The password: the sign-in itself has already proved a second factor."""
        if not user.is_authenticated:
            return []
        return [{"id": "reauthenticate", "description": "Password", "url": reverse("account_reauthenticate")}]

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:  # noqa: ARG002 (allauth's)
        """Not before there is a second factor: then the password was written just now."""
        user = self.request.user
        return not isinstance(user, Member) or has_second_factor(user)


def home_of(member: Member) -> str:
    """Where work begins: the queue, the list of members, or the own account."""
    if member.roles & {"intake", "attorney"}:
        return reverse("queue")
    return reverse("members" if member.administers else "own_account")


class MFAAdapter(DefaultMFAAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "This code does not fit, or it was used already. Wait for the next one.",
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret for its table."""
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open it. Raises OtherSecretKeyError."""
        return open_secret(encrypted_text)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: ARG002, A002 (allauth's)
        """Passkeys are told apart by the day they were added."""
        return "Passkey"

    def build_totp_svg(self, url: str) -> str:
        """The QR code as a picture in the page: no style and no data address, which the policy forbids."""
        return qr_svg(url)

    def get_totp_issuer(self) -> str:
        """As the app on the telephone lists it."""
        return str(settings.OPERATOR.name)
