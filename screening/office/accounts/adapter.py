"""What allauth does here, and what it does not: no sign-up, no mail, no browser noted, secrets sealed."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts of staff."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (allauth's)
        """Only an administrator makes accounts."""
        return False

    def get_http_user_agent(self, request: HttpRequest) -> str:  # noqa: ARG002 (allauth's)
        """Nobody's browser is noted."""
        return ""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Staff have no e-mail here."""


class MFAAdapter(DefaultMFAAdapter):
    """Second factors of staff."""
