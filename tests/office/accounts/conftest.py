"""Signing in as a person does: password, then a code."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.http import HttpResponse
from django.test import Client

from screening.office.models import Member
from tests.office.conftest import PASSWORD


SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
# What a browser says of a form of this site.
SAME = {"sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def early_in_a_half_minute() -> Iterator[None]:
    """A code is another one each half minute: no test may stand on the edge between two."""
    early = datetime.fromtimestamp(time.time() // 30 * 30 + 1, UTC)
    with time_machine.travel(early, tick=True):
        yield


def code_of(secret: str = SEED, steps: int = 0) -> str:
    """What an app shows now; or some steps of half a minute away."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def give_app(member: Member) -> None:
    """Set up an app with a known secret, and recovery codes."""
    Authenticator.objects.filter(user=member).delete()
    TOTP.activate(member, SEED)
    RecoveryCodes.activate(member)


def give_password(client: Client, member: Member, password: str = PASSWORD) -> HttpResponse:
    """The first step."""
    told = {"login": member.username, "password": password}
    return client.post("/office/sign-in/", told, headers=SAME)  # type: ignore[return-value]


def give_code(client: Client, code: str) -> HttpResponse:
    """The second step."""
    return client.post("/office/sign-in/code/", {"code": code})  # type: ignore[return-value]


def sign_in(member: Member, steps: int = 0) -> Client:
    """Both steps, in a browser of its own."""
    client = Client()
    give_password(client, member)
    give_code(client, code_of(steps=steps))
    return client
