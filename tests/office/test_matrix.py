"""Every address and method, for everybody who may come: what each may do, and that nobody may do more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from screening.interview.document import Case, Document
from screening.office.file import cabinet
from screening.office.file.casefile import CaseFile, ConflictCheck
from screening.office.matter import Matter
from screening.office.models import Member, Office, Screening
from screening.summary.pdf import papers as pdf
from tests.office.conftest import MakeOffice, make_member, signed_in_as
from tests.office.matrix import (
    ADMINISTRATOR,
    ANYONE,
    ATTORNEY,
    INTAKE,
    MEMBER,
    METHODS,
    PUBLIC,
    ROWS,
    UNSAFE,
    Row,
    addresses,
)
from tests.tiers import Rounds


OFFICE_ROWS = [row for row in ROWS.values() if row.of_office]
PUBLIC_ROWS = [row for row in ROWS.values() if not row.of_office]
# Which headers say how a browser treats a page.
HEADERS = (
    "Content-Security-Policy",
    "Cache-Control",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Cross-Origin-Embedder-Policy",
    "Permissions-Policy",
)
ANONYMOUS = "anonymous"
WITHOUT_ROLE, ELSEWHERE, OVER_THERE = "no role", "another office's attorney", "another office's administrator"
PEOPLE = (ANONYMOUS, INTAKE, ATTORNEY, ADMINISTRATOR, WITHOUT_ROLE, ELSEWHERE, OVER_THERE)
_ROLE = {WITHOUT_ROLE: "none", ELSEWHERE: ATTORNEY, OVER_THERE: ADMINISTRATOR}


@dataclass
class Scene:
    """An office with one screening that is open for work, another office, and whoever comes."""

    screening: Screening
    members: dict[str, Member]

    def client(self, who: str) -> Client:
        return Client() if who == ANONYMOUS else signed_in_as(self.members[who])

    def url(self, name: str) -> str:
        """Its address, with the ids of the first office where it takes one."""
        known = {
            "screening_id": self.screening.id,
            "member_id": self.members[INTAKE].id,
            "case": 1,
            "step": "10a",
            "run": "0123456789abcdefghijkl",
            "authority": "vivar",
            "slug": "1203-43",
            "what": "paper",
            "version": "full",
            "part": 1,
        }
        asked = next(one for one in addresses() if one.name == name).converters
        return reverse(name, kwargs={key: known[key] for key in asked})


@pytest.fixture(autouse=True)
def blank_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may have a paper is asked here; what stands on it, in the papers' own tests."""
    for name in ("attorney_pdf", "attorney_pdfs", "client_pdf"):
        monkeypatch.setattr(pdf, name, lambda *_args, **_named: b"%PDF-")


@pytest.fixture
def scene(office: Office, make_office: MakeOffice) -> Scene:
    other = make_office("Another office")
    there = {ELSEWHERE: other, OVER_THERE: other}
    members = {
        who: make_member(there.get(who, office), _ROLE.get(who, who), username=f"member-{place}")
        for place, who in enumerate(PEOPLE)
        if who != ANONYMOUS
    }
    member = members[ATTORNEY]
    document = Document(cases=[Case("1", {"court": "california", "county": "Fresno"})])
    check = ConflictCheck("clear", "", [], member.name, member.id, "2026-11-24T10:00:00+00:00")
    folder = cabinet.begin(member, Matter(name="Marisol Vega"), CaseFile(document=document, conflict=check))
    return Scene(folder.row, members)


def send(client: Client, method: str, url: str) -> Any:
    # What the sign-in page is told by a browser that stands on it.
    return client.generic(method, url, headers={"sec-fetch-site": "same-origin"})


def test_every_address_has_a_line_and_every_line_an_address() -> None:
    assert {one.name for one in addresses()} == set(ROWS)
    assert all(one.name for one in addresses())


def test_what_a_view_declares_is_what_the_line_says() -> None:
    wrong = []
    for one in addresses():
        row = ROWS[one.name]
        declared = getattr(one.view, "roles", frozenset({PUBLIC})), getattr(one.view, "methods", row.methods)
        if declared != (row.roles, row.methods) or one.of_office != row.of_office:
            wrong.append((one.route, *declared))
    assert wrong == []


def test_no_address_of_the_office_holds_a_number_that_can_be_counted() -> None:
    """Only the case of one screening is one, and the page of the wizard's digits are fixed."""
    kinds = {(name, kind) for one in addresses() for name, kind in one.converters.items()}
    assert kinds == {
        ("case", "IntConverter"),
        ("run", "StringConverter"),
        ("step", "StringConverter"),
        ("screening_id", "StringConverter"),
        ("member_id", "StringConverter"),
        ("authority", "StringConverter"),
        ("slug", "StringConverter"),
        # Of papers: which one, and which five of one person's cases.
        ("what", "StringConverter"),
        ("version", "StringConverter"),
        ("part", "IntConverter"),
    }


def expected(row: Row, who: str, method: str) -> str:
    """What has to happen, in a word."""
    if not row.for_members:
        return "answers" if method in row.methods else "no such method"
    if who == ANONYMOUS:
        return "sign in"
    role = MEMBER if who == WITHOUT_ROLE else _ROLE.get(who, who)
    if role not in row.roles:
        return "not there"
    if method not in row.methods:
        return "no such method"
    elsewhere = who in (ELSEWHERE, OVER_THERE)
    takes_id = any("_id" in key for one in addresses() if one.name == row.name for key in one.converters)
    return "not there" if elsewhere and takes_id else "answers"


def happened(response: Any) -> str:
    if response.status_code == 405:
        return "no such method"
    if response.status_code == 404:
        return "not there"
    if response.status_code == 302 and response["Location"] == reverse("sign_in"):
        return "sign in"
    return "answers" if response.status_code < 500 else f"an error, {response.status_code}"


# These end at the sign-in page whoever comes, since no sign-in is on its way any more; and recovery codes
# are shown once: then they are not there.
ENDS_AS = {"sign_out": "sign in", "mfa_authenticate": "sign in", "mfa_view_recovery_codes": "not there"}


@pytest.mark.parametrize("row", OFFICE_ROWS, ids=lambda row: row.name)
def test_everybody_gets_what_the_line_says_by_every_method(row: Row, scene: Scene, rounds: Rounds) -> None:
    url, wrong = scene.url(row.name), []
    like_public = of_public()
    for who in PEOPLE:
        client = scene.client(who)
        # Whom the page is for and whom nobody knows try every method, the others the first and the last.
        some = 1 if who in (ANONYMOUS, who_may(row)) else rounds(7, 1)
        for method in METHODS[::some]:  # POST, which may change something, comes last
            response = send(client, method, url)
            wanted, got = expected(row, who, method), happened(response)
            if wanted != got and not (wanted == "answers" and got == ENDS_AS.get(row.name)):
                wrong.append((who, method, wanted, got))
            assert headers_of(response) == like_public, (who, method)
    assert wrong == []


@cache
def of_public() -> dict[str, str | None]:
    """The headers of a page for everybody."""
    return headers_of(Client().get("/en/"))


def headers_of(response: Any) -> dict[str, str | None]:
    """allauth says the same of caches in more words."""
    told = {name: response.get(name) for name in HEADERS}
    return {**told, "Cache-Control": "no-store" if "no-store" in told["Cache-Control"] else ""}


@pytest.mark.parametrize("row", PUBLIC_ROWS, ids=lambda row: row.name)
def test_a_public_page_takes_its_methods_and_no_other_from_staff_too(
    row: Row, scene: Scene, rounds: Rounds
) -> None:
    url, wrong = scene.url(row.name), []
    for who, some in ((ANONYMOUS, 1), (ATTORNEY, rounds(7, 1))):
        client = scene.client(who)
        for method in METHODS[::some]:
            status = send(client, method, url).status_code
            # Without an interview a question is refused before its methods are looked at.
            refused = status == 405 or (status == 403 and method not in row.methods)
            if refused == (method in row.methods) or status >= 500:
                wrong.append((who, method, status))
    assert wrong == []


FORMS = [row for row in ROWS.values() if "POST" in row.methods]


def who_may(row: Row) -> str:
    """Somebody for whom the page is."""
    return next((role for role in (ATTORNEY, ADMINISTRATOR) if role in row.roles), ANONYMOUS)


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row.name)
def test_a_form_without_its_token_is_refused_with_a_page_that_says_how_to_go_on(
    row: Row, scene: Scene
) -> None:
    client, url = scene.client(who_may(row)), scene.url(row.name)
    client.handler.enforce_csrf_checks = True
    for method in UNSAFE:
        response = getattr(client, method.lower())(url)
        assert response.status_code == 403 or method not in row.methods, method
        if method == "POST":
            assert "<h1" in response.content.decode()


@pytest.mark.parametrize("row", [row for row in FORMS if row.for_members], ids=lambda row: row.name)
def test_a_token_counts_only_from_a_page_of_this_site(row: Row, scene: Scene) -> None:
    who, url, token = who_may(row), scene.url(row.name), "k" * 32
    for origin, refused in (
        ("https://elsewhere.example", True),
        ("null", True),
        ("http://testserver", False),
    ):
        client = scene.client(who)
        client.handler.enforce_csrf_checks = True
        session = client.session
        session["_csrftoken"] = token
        session.save()
        response = client.post(url, {"csrfmiddlewaretoken": token}, headers={"origin": origin})
        assert (response.status_code == 403) == refused, origin


def test_a_screening_that_never_was_looks_like_one_of_another_office(scene: Scene) -> None:
    """Word for word: neither page says that there is such a number."""
    stranger = scene.client(ELSEWHERE)
    for name in ("review", "call", "status", "decide", "export_json", "hold"):
        theirs = stranger.get(scene.url(name))
        nobody = stranger.get(scene.url(name).replace(scene.screening.id, "0" * 26))
        assert theirs.status_code == nobody.status_code == 404
        # The lock's button says where to go on: the address that was asked for.
        assert neutral(theirs) == neutral(nobody).replace("0" * 26, scene.screening.id)


def neutral(response: Any) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", response.content.decode())


def test_the_matrix_counts_every_cell() -> None:
    """So that a loop that walks nothing is noticed: 7 kinds of people, 8 methods."""
    assert (len(PEOPLE), len(METHODS)) == (7, 8)
    assert len(OFFICE_ROWS) >= 42
    assert len(FORMS) >= 34
    assert ANYONE not in ROWS["queue"].roles
