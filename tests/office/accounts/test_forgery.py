"""No form of an account is taken from another site."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from screening.office.models import Member, Office, StaffSession
from tests.office.accounts.conftest import SAME
from tests.office.conftest import PASSWORD, make_member


NAMES = (
    "sign_out",
    "lock",
    "own_account",
    "own_password",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_generate_recovery_codes",
    "account_reauthenticate",
    "members",
)


@pytest.fixture
def member(office: Office) -> Member:
    return make_member(office, "administrator")


@pytest.fixture
def strict(member: Member) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(member)
    return client


@pytest.mark.parametrize("name", NAMES)
def test_without_the_token_of_the_session_a_form_is_refused(strict: Client, name: str) -> None:
    for headers in (SAME, {"origin": "https://elsewhere.example"}):
        assert strict.post(reverse(name), {"end_others": "1"}, headers=headers).status_code == 403
    assert StaffSession.objects.count() == 1


def test_a_member_is_changed_by_no_other_site(strict: Client, office: Office) -> None:
    other = make_member(office)
    assert strict.post(reverse("member", args=[other.id]), {"off": "1"}).status_code == 403
    other.refresh_from_db()
    assert other.is_active


@pytest.mark.django_db
def test_the_second_step_is_refused_too(member: Member) -> None:
    client = Client(enforce_csrf_checks=True)
    client.post(reverse("sign_in"), {"login": member.username, "password": PASSWORD}, headers=SAME)
    assert client.post(reverse("mfa_authenticate"), {"code": "123456"}).status_code == 403
