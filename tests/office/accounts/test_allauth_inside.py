"""What the accounts take from inside allauth is where it was, and of the shape it had."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import RequestFactory

from screening.office.accounts import allauth_inside
from screening.office.accounts.allauth_inside import code_at, counters, is_code, network_of


SCREENING = Path(__file__).resolve().parents[3] / "screening"
# RFC 6238, appendix B: the secret of its tests, and a second of the half minute with the number 1.
RFC_SECRET, RFC_SECOND, RFC_CODE = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 59, "287082"


def test_no_other_module_reaches_into_allauth() -> None:
    reaching = [path.name for path in SCREENING.rglob("*.py") if ".internal" in path.read_text()]
    assert reaching == ["allauth_inside.py"]


@pytest.mark.parametrize(
    ("function", "given"),
    [
        (allauth_inside.clear_login, ("request",)),
        (allauth_inside.delete_and_cleanup, ("request", "authenticator")),
        (allauth_inside.get_pending_stage, ("request",)),
        (allauth_inside.raise_if_reauthentication_required, ("request",)),
        (allauth_inside.record_authentication, ("request", "user", "method")),
    ],
)
def test_a_flow_takes_what_it_is_given(function: Callable[..., Any], given: tuple[str, ...]) -> None:
    more = {"app": ""} if "reauthentication" in function.__name__ else {}
    assert tuple(inspect.signature(function).bind(*given, **more).arguments)[: len(given)] == given


@time_machine.travel(RFC_SECOND, tick=False)
def test_the_codes_taken_are_those_of_now_and_of_a_half_minute_before_and_after() -> None:
    assert counters() == (0, 1, 2)
    assert code_at(RFC_SECRET, 1) == RFC_CODE
    assert is_code(RFC_SECRET, 1, RFC_CODE)
    assert is_code(RFC_SECRET, 1, "287 082")
    assert not is_code(RFC_SECRET, 2, RFC_CODE)
    assert not is_code(RFC_SECRET, 1, "")


@pytest.mark.parametrize(
    ("address", "network"), [("203.0.113.9", "203.0.113.9"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
)
def test_the_network_of_a_request(address: str, network: str) -> None:
    assert network_of(RequestFactory(REMOTE_ADDR=address).get("/")) == network
