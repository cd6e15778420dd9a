"""The demonstration's offices and accounts. Everybody knows their passwords: never beside real data."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.utils import timezone

from screening.office.accounts.allauth_inside import code_at, counters
from screening.office.keys import KeysMissingError, new_keys, office_keys, write_keys
from screening.office.models import Member, Office, Role


# Each page shows the name of the office: it says what the people are.
NAME = "Demonstration office (invented people)"
OTHER_NAME = "Second demonstration office (invented people)"
PASSWORD = "invented people only"  # noqa: S105 (it stands in the README)


@dataclass(frozen=True)
class Account:
    """One account. `secret` is what an authenticator app is given, as it stands in the README."""

    username: str
    name: str
    role: Role
    secret: str
    office: str = NAME
    administers: bool = False
    bar_number: str = ""

    @property
    def does(self) -> str:
        """What the account is for, in a line."""
        role = "administrator" if self.administers else self.role.label.lower()
        return role if self.office == NAME else f"{role} of the second office"

    def code(self) -> str:
        """The six digits of this half minute."""
        taken = counters()
        return code_at(self.secret, taken[len(taken) // 2])


ACCOUNTS: tuple[Account, ...] = (
    Account("intake", "Ines Papermill", Role.INTAKE, "INTAKE22INTAKE22INTAKE22INTAKE22"),
    Account(
        "attorney",
        "Theo Lampwright",
        Role.ATTORNEY,
        "ATTORNEYATTORNEYATTORNEYATTORNEY",
        bar_number="000001",
    ),
    Account(
        "reader", "Vera Fairmargin", Role.ATTORNEY, "READER22READER22READER22READER22", bar_number="000002"
    ),
    Account("admin", "Alma Keyholder", Role.NONE, "ADMIN222ADMIN222ADMIN222ADMIN222", administers=True),
    Account(
        "other",
        "Otto Nextdoor",
        Role.ATTORNEY,
        "OTHER222OTHER222OTHER222OTHER222",
        office=OTHER_NAME,
        bar_number="000003",
    ),
)


class KeysLostError(Exception):
    """A demonstration office stands in the database and its keys are gone."""


def ready_office(name: str) -> Office:
    """The office of this name, made if it is not there. Raises KeysLostError."""
    office = Office.objects.filter(name=name).first()
    return _made(name) if office is None else _with_keys(office)


def _with_keys(office: Office) -> Office:
    try:
        office_keys(office.id)
    except KeysMissingError as missing:
        raise KeysLostError from missing
    return office


def _made(name: str) -> Office:
    office = Office(
        name=name,
        address="1200 Example Street, Suite 4, Fresno, California 93721",
        phone="(559) 555-0142",
        created_at=timezone.now(),
        takes_screenings=True,
    )
    keys = new_keys(office.id)
    write_keys(keys)
    office.key_id, office.public_key = keys.current, keys.public
    office.save(force_insert=True)
    return office


def ready_member(account: Account, office: Office) -> Member:
    """The member of this account, made if it is not there. What a member changed since stays."""
    member = Member.objects.filter(username=account.username).first()
    if member is not None:
        return member
    member = Member(
        office=office,
        username=account.username,
        name=account.name,
        bar_number=account.bar_number,
        role=account.role,
        administers=account.administers,
        must_change_password=False,
    )
    member.set_password(PASSWORD)
    member.save(force_insert=True)
    secret = get_adapter().encrypt(account.secret)
    Authenticator.objects.create(user=member, type=Authenticator.Type.TOTP, data={"secret": secret})
    return member
