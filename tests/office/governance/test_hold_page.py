"""A legal hold: who sets it, what it stops, that it is written down."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from screening.office.file import cabinet, log
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Member, NameToken, Office, Screening, Status
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as
from tests.office.governance import filing


@pytest.fixture
def attorney(office: Office) -> Member:
    return make_member(office, "attorney", name="Ana Beltrán")


@pytest.fixture
def client(attorney: Member) -> Client:
    return signed_in_as(attorney)


def address(screening_id: str) -> str:
    return reverse("hold", args=[screening_id])


def test_who_is_refused(
    office: Office, attorney: Member, signed_in: SignedIn, make_office: MakeOffice
) -> None:
    row_id = filing.begun(attorney).row.id
    posted = {"act": "set", "why": "a subpoena"}
    stranger = signed_in_as(make_member(make_office("Other"), "attorney"))
    for client in (signed_in("intake"), stranger):
        assert client.get(address(row_id)).status_code == 404
        assert client.post(address(row_id), posted).status_code == 404
    assert Client().post(address(row_id), posted)["Location"] == reverse("sign_in")
    assert Client().get(address(row_id))["Location"] == reverse("sign_in")
    assert signed_in("administrator").get(address(row_id)).status_code == 200
    assert cabinet.take(attorney, row_id).file.hold is None
    assert office.id


def test_an_administrator_sees_the_number_and_no_name(attorney: Member, signed_in: SignedIn) -> None:
    folder = filing.begun(attorney)
    page = signed_in("administrator").get(address(folder.row.id)).content.decode()
    assert folder.row.number in page
    assert "Vega" not in page
    assert "Marisol" not in page


def test_it_is_set_and_released_with_why_in_the_journal_and_in_the_log(
    client: Client, attorney: Member, office: Office
) -> None:
    folder = filing.begun(attorney)
    filing.put(attorney, folder, Status.DECLINED)
    assert filing.purge_on(folder) == 90
    assert client.post(address(folder.row.id), {"act": "set", "why": "a subpoena came"}).status_code == 302
    assert filing.purge_on(folder) is None
    held = filing.again(attorney, folder).file
    assert held.hold is not None
    assert (held.hold.why, held.hold.by) == ("a subpoena came", "Ana Beltrán")
    assert (held.journal[-1].what, held.journal[-1].now, held.journal[-1].why) == (
        "hold",
        "set",
        "a subpoena came",
    )
    page = client.get(address(folder.row.id)).content.decode()
    assert "Nothing is erased while it stands" in page
    client.post(address(folder.row.id), {"act": "release", "why": "quashed"})
    assert filing.purge_on(folder) == 90
    assert filing.again(attorney, folder).file.hold is None
    keys = office_keys(office.id)
    lines = [log.opened(keys, entry) for entry in LogEntry.objects.order_by("number")]
    acts = [(line.act, line.subject, line.detail) for line in lines if "hold" in line.act]
    assert acts == [
        ("set a legal hold", folder.row.id, ""), ("released a legal hold", folder.row.id, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "posted",
    [{}, {"act": "set"}, {"act": "set", "why": "  "}, {"act": "burn", "why": "x"}, {"act": "set", "why": "x" * 501},
     {"act": "set", "why": "\0"}, {"act": "release", "why": "nothing to release"}],
)  # fmt: skip
def test_what_makes_no_sense_changes_nothing_and_is_explained(
    client: Client, attorney: Member, posted: dict[str, str]
) -> None:
    folder = filing.begun(attorney)
    assert client.post(address(folder.row.id), posted).status_code == 302
    page = client.get(address(folder.row.id)).content.decode()
    assert 'class="n bad"' in page
    assert filing.again(attorney, folder).file.hold is None
    assert filing.again(attorney, folder).row.version == 1
    assert 'class="n bad"' not in client.get(address(folder.row.id)).content.decode()


def test_what_was_typed_comes_back(client: Client, attorney: Member) -> None:
    folder = filing.begun(attorney)
    client.post(address(folder.row.id), {"act": "set", "why": "long " * 150})
    assert "long long" in client.get(address(folder.row.id)).content.decode()


def test_of_two_who_set_it_the_second_is_told(client: Client, attorney: Member, signed_in: SignedIn) -> None:
    folder = filing.begun(attorney)
    client.post(address(folder.row.id), {"act": "set", "why": "first"})
    other = signed_in("administrator")
    other.post(address(folder.row.id), {"act": "set", "why": "second"})
    page = other.get(address(folder.row.id)).content.decode()
    assert "Ana Beltrán has set a hold already" in page
    assert "second" in page
    hold = filing.again(attorney, folder).file.hold
    assert hold is not None
    assert hold.why == "first"


def test_what_nobody_opened_can_no_longer_be_taken_back_and_is_found_by_name(
    client: Client, attorney: Member, office: Office
) -> None:
    row = filing.sent(office)
    client.post(address(row.id), {"act": "set", "why": "a preservation letter"})
    row.refresh_from_db()
    assert row.opened_on is not None
    assert row.purge_on is None
    assert NameToken.objects.filter(screening_id=row.id).exists()
    assert not Screening.objects.filter(pk=row.pk, opened_on=None).exists()
    # Its answers still open after the conflict check only.
    assert not cabinet.take(attorney, row.id).cleared
