"""What an administrator does with the accounts of an office, and how an office begins."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from screening.office.accounts.passwords import give, one_time_password
from screening.office.file import log
from screening.office.keys import new_keys, path_of, write_keys
from screening.office.models import Member, Office, Role


class LastAdministratorError(Exception):
    """Nobody would be left to administer the office."""


def add(by: Member, member: Member) -> str:
    """A new account in the office of `by`; its password, to be shown once."""
    password = one_time_password()
    with transaction.atomic():
        member.office = by.office
        give(member, password, must_change=True)
        member.save(force_insert=True)
        log.note(by, log.Act.MEMBER, member.id, f"added: {_does(member)}")
    return password


def change(by: Member, member: Member) -> None:
    """Save name, bar number and roles. Raises LastAdministratorError; nothing is then saved."""
    with transaction.atomic():
        member.save(update_fields=["name", "bar_number", "role", "administers"])
        _still_administered(member.office)
        log.note(by, log.Act.MEMBER, member.id, f"changed: {_does(member)}")


def switch(by: Member, member: Member, *, on: bool) -> None:
    """Switch an account off, which ends its sign-ins at once, or on. Raises LastAdministratorError."""
    with transaction.atomic():
        member.is_active = on
        member.save(update_fields=["is_active"])
        _still_administered(member.office)
        if not on:
            member.sessions.all().delete()
        log.note(by, log.Act.MEMBER, member.id, "switched on" if on else "switched off")


def reset_password(by: Member, member: Member) -> str:
    """A new password, to be shown once. Ends the member's sign-ins."""
    password = one_time_password()
    with transaction.atomic():
        give(member, password, must_change=True)
        member.save(update_fields=["password", "must_change_password"])
        member.sessions.all().delete()
        log.note(by, log.Act.MEMBER, member.id, "password reset")
    return password


def reset_second_factor(by: Member, member: Member) -> str:
    """Take second factors and recovery codes away. The password is new too, to be shown once.

    With the old one alone, whoever knows it could set up a second factor before the member does.
    """
    with transaction.atomic():
        Authenticator.objects.filter(user=member).delete()
        log.note(by, log.Act.MEMBER, member.id, "second factor reset")
        return reset_password(by, member)


def end_sessions(by: Member, member: Member) -> None:
    """Sign the member out everywhere."""
    with transaction.atomic():
        member.sessions.all().delete()
        log.note(by, log.Act.MEMBER, member.id, "sign-ins ended")


def _does(member: Member) -> str:
    return f"{Role(member.role).label}{', administrator' if member.administers else ''}"


def _still_administered(office: Office) -> None:
    if not office.members.filter(administers=True, is_active=True).exists():
        raise LastAdministratorError


def begin_office(name: str, administrator: Member) -> str:
    """A new office with its keys and its first administrator; that one's password, to be shown once.

    If anything fails, nothing is left: no row and no file.
    """
    office, password = Office(name=name, created_at=timezone.now()), one_time_password()
    keys = new_keys(office.id)
    office.key_id, office.public_key = keys.current, keys.public
    administrator.office, administrator.administers = office, True
    give(administrator, password, must_change=True)
    try:
        with transaction.atomic():
            office.save(force_insert=True)
            administrator.save(force_insert=True)
            write_keys(keys)
            log.note_for(office, log.Act.MEMBER, administrator.id, "first administrator, by a command")
    except BaseException:
        path_of(office.id).unlink(missing_ok=True)
        raise
    return password


def let_in_again(member: Member) -> str:
    """By a command, for an administrator whom nobody can let in: new password, no second factor, active."""
    password = one_time_password()
    give(member, password, must_change=True)
    member.is_active = True
    with transaction.atomic():
        Authenticator.objects.filter(user=member).delete()
        member.sessions.all().delete()
        member.save(update_fields=["password", "must_change_password", "is_active"])
        log.note_for(member.office, log.Act.MEMBER, member.id, "let in again, by a command")
    return password
