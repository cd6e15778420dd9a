"""Passwords that the program makes: shown once, changed at the first sign-in."""

from __future__ import annotations

import secrets

from django.contrib.auth.password_validation import validate_password

from screening.office.ids import ALPHABET
from screening.office.models import Member


# Five groups of five: 125 bits, read aloud without a mistake.
_GROUPS = _LETTERS = 5


def one_time_password() -> str:
    """A random one, for example "k7xm2-9qwtz-4hd8c-vr3np-b6y1s"."""
    letters = ALPHABET.lower()
    return "-".join("".join(secrets.choice(letters) for _ in range(_LETTERS)) for _ in range(_GROUPS))


def give(member: Member, password: str, *, must_change: bool) -> None:
    """Set a password. Raises ValidationError where it is short, common or like the name; saves nothing."""
    validate_password(password, member)
    member.set_password(password)
    member.must_change_password = must_change
