"""The fact-check form: an attorney says what was compared with which text, and when."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from screening.law.authority_checks import recorded_checks
from screening.models import AuthorityCheck
from screening.office.models import Member, Office
from screening.rules.authorities import AUTHORITIES, Point
from tests.office.conftest import SignedIn, make_member, signed_in_as


VIVAR = Point("vivar", "prejudice")
GOOD = {"p0": "agrees", "text": "11 Cal.5th 510, read in the official reports", "on": "2026-01-02"}


@pytest.fixture
def signer(office: Office) -> Member:
    return make_member(office, "attorney", bar_number="123456")


@pytest.fixture
def client(signer: Member) -> Client:
    return signed_in_as(signer)


@pytest.mark.django_db
def test_at_first_every_authority_is_listed_as_due(client: Client) -> None:
    page = client.get("/office/law/").content.decode()
    total = sum(len(one.points) for one in AUTHORITIES.values())
    assert f"{total} of {total} points are due" in page
    for one in AUTHORITIES.values():
        assert f"/office/law/{one.id}/" in page


@pytest.mark.django_db
def test_a_check_stands_with_day_name_and_bar_number(client: Client, signer: Member) -> None:
    assert client.post("/office/law/vivar/", GOOD).status_code == 302
    check = recorded_checks().of(VIVAR)
    assert check is not None
    assert (check.on, check.by, check.agrees) == (date(2026, 1, 2), f"{signer.name}, SBN 123456", True)
    page = client.get("/office/law/vivar/").content.decode()
    assert f"on January 2, 2026 by <bdi>{signer.name}, SBN 123456</bdi>" in page


@pytest.mark.django_db
def test_only_the_points_that_were_judged_are_checked(client: Client) -> None:
    client.post("/office/law/vivar/", GOOD)
    assert [row.point for row in AuthorityCheck.objects.all()] == ["prejudice"]


@pytest.mark.django_db
def test_what_differs_stays_due_and_needs_a_note(client: Client) -> None:
    differs = {**GOOD, "p0": "differs"}
    page = client.post("/office/law/vivar/", differs)
    assert page.status_code == 422
    assert "Write what differs." in page.content.decode()
    client.post("/office/law/vivar/", {**differs, "n0": "The page is 530"})
    checks = recorded_checks()
    assert checks.due(VIVAR, date(2026, 1, 3))
    assert "<b>differs</b>" in client.get("/office/law/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"p0": ""}, "at least one point"),
        ({"p0": "perhaps"}, "at least one point"),
        ({"text": ""}, "which text was read"),
        ({"text": "x" * 301}, "at most 300"),
        ({"on": "yesterday"}, "year, month and day"),
        ({"on": "2099-01-01"}, "to today"),
        ({"on": "1999-01-01"}, "to today"),
        ({"n0": "y" * 501}, "at most 500"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field_and_nothing_is_lost(
    client: Client, wrong: dict[str, str], told: str
) -> None:
    form = {**GOOD, "n0": "typed before", **wrong}
    answer = client.post("/office/law/vivar/", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    assert form["n0"] in page
    assert form["text"] in page
    assert not AuthorityCheck.objects.exists()


@pytest.mark.django_db
def test_without_a_bar_number_nobody_signs(signed_in: SignedIn) -> None:
    answer = signed_in("attorney").post("/office/law/vivar/", GOOD)
    assert answer.status_code == 422
    assert "no State Bar number" in answer.content.decode()


def test_intake_and_administrators_do_not_find_the_page(signed_in: SignedIn) -> None:
    for role in ("intake", "administrator"):
        client = signed_in(role)
        assert client.get("/office/law/").status_code == 404
        assert client.post("/office/law/vivar/", GOOD).status_code == 404


@pytest.mark.django_db
def test_an_authority_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/office/law/roe/").status_code == 404
    assert client.post("/office/law/roe/", GOOD).status_code == 404
