"""What allauth keeps to itself and the accounts need. Nothing else imports its `internal` modules.

allauth may move it in any release: tests/office/accounts/test_allauth_inside.py then says what.
"""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.account.internal.stagekit import clear_login, get_pending_stage
from allauth.core.internal.cryptokit import compare_user_code
from allauth.core.internal.httpkit import get_client_ip
from allauth.core.internal.ratelimit import truncate_ip
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.http import HttpRequest


__all__ = [
    "clear_login",
    "delete_and_cleanup",
    "get_pending_stage",
    "raise_if_reauthentication_required",
    "record_authentication",
]


def network_of(request: HttpRequest) -> str:
    """The network that a request came from: its address, of IPv6 only the beginning."""
    return str(truncate_ip(get_client_ip(request) or request.META.get("REMOTE_ADDR", "")))


def counters() -> tuple[int, ...]:
    """The half minutes whose codes are taken now; that of now is in the middle, for clocks that go wrong."""
    return tuple(yield_hotp_counters_from_time())


def code_at(secret: str, counter: int) -> str:
    """The six digits that an app with this secret (Base32) shows in a half minute."""
    return str(format_hotp_value(hotp_value(secret, counter)))


def is_code(secret: str, counter: int, code: str) -> bool:
    """Is it what the app shows then? Compared in constant time; spaces and dashes do not count."""
    return bool(compare_user_code(actual=code, expected=code_at(secret, counter)))
