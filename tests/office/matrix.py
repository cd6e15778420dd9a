"""Every address of the project with whom it is for and which methods it takes: written down by hand.

A new address needs a line here, and the tests of `test_matrix.py` hold each line against what the view
declares and against what happens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


METHODS = ("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "POST")
UNSAFE = ("PUT", "PATCH", "DELETE", "POST")
INTAKE, ATTORNEY, ADMINISTRATOR = "intake", "attorney", "administrator"
# Anybody without an account; somebody who is about to sign in; any account, also one without a role.
PUBLIC, ANYONE, MEMBER = "public", "anyone", "member"

_READ, _FORM, _POST = "GET HEAD", "GET HEAD POST", "POST"
_STAFF, _EVERYBODY = f"{INTAKE} {ATTORNEY}", f"{INTAKE} {ATTORNEY} {ADMINISTRATOR}"
_ANY_MEMBER = f"{_EVERYBODY} {MEMBER}"

# Name: whom it is for, what it takes.
_TABLE = {
    # public
    "logo": (PUBLIC, _READ),
    "health": (PUBLIC, _READ),
    "front": (PUBLIC, _READ),
    "start": (PUBLIC, _READ),
    "begin": (PUBLIC, _POST),
    "keeps": (PUBLIC, _READ),
    "lawyers": (PUBLIC, _READ),
    "law": (PUBLIC, _READ),
    "law_remedy": (PUBLIC, _READ),
    "law_conviction": (PUBLIC, _READ),
    "law_questions": (PUBLIC, _READ),
    "law_cases": (PUBLIC, _READ),
    "law_authorities": (PUBLIC, _READ),
    "leave": (PUBLIC, _POST),
    "erased": (PUBLIC, _READ),
    "open_place": (PUBLIC, _FORM),
    "withdraw": (PUBLIC, _FORM),
    "beside": (PUBLIC, _POST),
    "place": (PUBLIC, _FORM),
    "erase": (PUBLIC, _FORM),
    "check": (PUBLIC, _FORM),
    "add_case": (PUBLIC, _POST),
    "result": (PUBLIC, _READ),
    "print": (PUBLIC, _FORM),
    "copy": (PUBLIC, _POST),
    "picture": (PUBLIC, _POST),
    "paper": (PUBLIC, _READ),
    "paper_part": (PUBLIC, _READ),
    "made": (PUBLIC, _READ),
    "dates": (PUBLIC, _READ),
    "send": (PUBLIC, _FORM),
    "sent": (PUBLIC, _READ),
    "question": (PUBLIC, _FORM),
    # before and after signing in
    "sign_in": (ANYONE, _FORM),
    "account_login": (ANYONE, _FORM),
    "mfa_authenticate": (ANYONE, _FORM),
    "sign_out": (ANYONE, _POST),
    # the own account
    "lock": (_ANY_MEMBER, _POST),
    "second_factor": (_ANY_MEMBER, _READ),
    "mfa_activate_totp": (_ANY_MEMBER, _FORM),
    "mfa_add_webauthn": (_ANY_MEMBER, _FORM),
    "mfa_view_recovery_codes": (_ANY_MEMBER, _READ),
    "mfa_generate_recovery_codes": (_ANY_MEMBER, _FORM),
    "account_reauthenticate": (_ANY_MEMBER, _FORM),
    "own_account": (_ANY_MEMBER, _FORM),
    "own_password": (_ANY_MEMBER, _FORM),
    # accounts of others
    "members": (ADMINISTRATOR, _FORM),
    "member": (ADMINISTRATOR, _FORM),
    # queue
    "queue": (_EVERYBODY, _FORM),
    "clinic": (_STAFF, _FORM),
    "clinic_made": (_STAFF, _READ),
    "status": (_STAFF, _FORM),
    "assign": (_STAFF, _FORM),
    # calls
    "calls": (_STAFF, _READ),
    "new_call": (_STAFF, _POST),
    "call": (_STAFF, _READ),
    "call_details": (_STAFF, _FORM),
    "conflict": (_STAFF, _FORM),
    "call_dropped": (_STAFF, _POST),
    "discard_call": (_STAFF, _POST),
    "long_call": (_STAFF, _POST),
    "call_add_case": (_STAFF, _POST),
    "call_question": (_STAFF, _FORM),
    "call_jump": (_STAFF, _POST),
    "wrap_up": (_STAFF, _FORM),
    # review
    "review": (_STAFF, _READ),
    "own_finding": (ATTORNEY, _POST),
    "papers": (_STAFF, _POST),
    "deadlines": (_STAFF, _POST),
    "note": (_STAFF, _POST),
    "decide": (ATTORNEY, _FORM),
    "paper_pdf": (_STAFF, _READ),
    "paper_bilingual": (_STAFF, _READ),
    "paper_redacted": (_STAFF, _READ),
    "paper_made": (_STAFF, _READ),
    "rescreen": (_STAFF, _FORM),
    "stored": (_STAFF, _READ),
    # records
    "log": (ADMINISTRATOR, _READ),
    "retention": (ADMINISTRATOR, _READ),
    "office_settings": (ADMINISTRATOR, _FORM),
    "export_list": (ATTORNEY, _FORM),
    "hold": (f"{ATTORNEY} {ADMINISTRATOR}", _FORM),
    "export_json": (ATTORNEY, _FORM),
    "hand_over": (ATTORNEY, _FORM),
    # law
    "law_checks": (ATTORNEY, _READ),
    "law_check": (ATTORNEY, _FORM),
}


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    name: str
    roles: frozenset[str]
    methods: frozenset[str]

    @property
    def of_office(self) -> bool:
        """Does it lie under /office/?"""
        return PUBLIC not in self.roles

    @property
    def for_members(self) -> bool:
        """Is it closed to whoever has not signed in?"""
        return self.of_office and ANYONE not in self.roles


ROWS = {
    name: Row(name, frozenset(roles.split()), frozenset(methods.split()))
    for name, (roles, methods) in _TABLE.items()
}


@dataclass(frozen=True)
class Address:
    """One address that the project answers at."""

    route: str
    name: str
    view: Any
    converters: dict[str, str]

    @property
    def of_office(self) -> bool:
        """Does it lie under /office/?"""
        return self.route.startswith("office/")


def addresses() -> list[Address]:
    """Every one of them, as Django resolves them."""
    return list(_walk(get_resolver(), ""))


def _walk(resolver: URLResolver, before: str) -> Iterator[Address]:
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLPattern):
            kinds = {name: type(kind).__name__ for name, kind in one.pattern.converters.items()}
            yield Address(route, one.name or "", one.callback, kinds)
        else:
            yield from _walk(one, route)
