"""The demonstration as a whole: two offices, their accounts, their people. What is there already stays."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from screening.office.demo.accounts import ACCOUNTS, NAME, OTHER_NAME, ready_member, ready_office
from screening.office.demo.filing import file_person
from screening.office.demo.people import ELSEWHERE, PEOPLE
from screening.office.keys import office_keys
from screening.office.models import Member, Office


class NoDemonstrationError(Exception):
    """Why it is not made here, in a sentence."""


@dataclass(frozen=True)
class Made:
    """What was missing and is there now."""

    accounts: int
    screenings: int


def refuse_where_people_are_real() -> None:
    """Everybody knows these passwords: not on a public server, not beside another office."""
    if settings.PCR_TLS:
        raise NoDemonstrationError("PCR_TLS is set: this server is for real people. No demonstration here.")
    if settings.PCR_SIDE == "public":
        raise NoDemonstrationError("PCR_SIDE is public: this process cannot read what an office keeps.")


def make_demonstration() -> Made:
    """Add what is missing. Raises NoDemonstrationError; nothing is then written."""
    refuse_where_people_are_real()
    if Office.objects.exclude(name__in=(NAME, OTHER_NAME)).exists():
        raise NoDemonstrationError("This database holds another office. Name another folder in PCR_VAR.")
    members = Member.objects.count()
    staff = _everybody()
    filed = _file_all(NAME, staff) + _file_all(OTHER_NAME, staff)
    return Made(Member.objects.count() - members, filed)


def _everybody() -> dict[str, dict[str, Member]]:
    """The members of each office by their user names, those who work with screenings first."""
    offices = {name: ready_office(name) for name in (NAME, OTHER_NAME)}
    staff: dict[str, dict[str, Member]] = {NAME: {}, OTHER_NAME: {}}
    for account in ACCOUNTS:
        staff[account.office][account.username] = ready_member(account, offices[account.office])
    return staff


def _file_all(name: str, staff: dict[str, dict[str, Member]]) -> int:
    """How many were missing."""
    office, now = Office.objects.get(name=name), timezone.now()
    keys = office_keys(office.id)
    people = PEOPLE if name == NAME else ELSEWHERE
    return sum(file_person(office, keys, staff[name], person, now) for person in people)
