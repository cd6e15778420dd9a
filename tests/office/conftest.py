"""An office with its keys in a folder of its own, and members who are signed in with a second factor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from screening.office.keys import new_keys, write_keys
from screening.office.models import Member, Office


PASSWORD = "correct horse battery staple"
MakeOffice = Callable[..., Office]
SignedIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def own_keys(settings: Settings, tmp_path: Path) -> None:
    """Keys of this test alone, and a password hash that costs nothing."""
    settings.PCR_OFFICE_KEYS = tmp_path / "office-keys"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def make_office(db: None) -> MakeOffice:  # noqa: ARG001 (it opens the database)
    """Another office, with keys."""

    def make(name: str = "Valley Law Project", **columns: object) -> Office:
        office = Office(name=name, created_at=timezone.now(), **columns)
        keys = new_keys(office.id)
        write_keys(keys)
        office.key_id, office.public_key = keys.current, keys.public
        office.save(force_insert=True)
        return office

    return make


@pytest.fixture
def office(make_office: MakeOffice) -> Office:
    """The office of most tests."""
    return make_office()


def make_member(
    office: Office, role: str = "intake", *, second_factor: bool = True, **columns: object
) -> Member:
    """A member with a password of their own; role "administrator" administers and does nothing else."""
    administers = role == "administrator"
    names: dict[str, Any] = {
        "username": f"{role}-{Member.objects.count()}",
        "name": f"Dana {role.title()}",
        "role": "none" if administers else role,
        "administers": administers,
        "must_change_password": False,
        **columns,
    }
    member = Member(office=office, **names)
    member.set_password(PASSWORD)
    member.save()
    if second_factor:
        Authenticator.objects.create(user=member, type=Authenticator.Type.TOTP, data={"secret": "none"})
    return member


def signed_in_as(member: Member) -> Client:
    """A browser in which this member is signed in."""
    client = Client()
    client.force_login(member)
    return client


@pytest.fixture
def signed_in(office: Office) -> SignedIn:
    """A browser in which a new member of the office is signed in."""

    def sign_in(role: str = "intake", **columns: Any) -> Client:
        return signed_in_as(make_member(office, role, **columns))

    return sign_in
