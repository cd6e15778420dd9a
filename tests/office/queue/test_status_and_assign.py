"""Where a screening stands and whose it is: who may say so, what is kept, what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from screening.interview.today import today
from screening.office.file import cabinet, log
from screening.office.file.casefile import Hold
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Member, Office, Screening
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as
from tests.office.queue.conftest import MakeFolder, sent_from_outside


Post = Callable[..., Any]


def address(folder: cabinet.Folder, name: str = "status") -> str:
    return f"/office/screening/{folder.row.id}/{name}/"


def again(client: Client, folder: cabinet.Folder, name: str = "status", **fields: Any) -> str:
    """The page on which a refused form comes back."""
    response = client.post(address(folder, name), {"v": folder.row.version, **fields})
    assert response.headers["Location"] == f"{address(folder, name)}?again=1"
    return client.get(response.headers["Location"]).content.decode()


def chosen(text: str, value: str) -> bool:
    """Does the list of the form stand at this value?"""
    return bool(re.search(rf'<option value="{value}"\s+selected', text))


def status_of(folder: cabinet.Folder) -> str:
    return Screening.objects.get(pk=folder.row.pk).status


def test_a_status_changes_with_who_when_and_why(
    client: Client, member: Member, office: Office, make_folder: MakeFolder
) -> None:
    folder = make_folder()
    response = client.post(address(folder), {"status": "referred", "why": "Goes to the clinic", "v": 1})
    assert response.headers["Location"] == f"/office/review/{folder.row.id}/"
    kept = cabinet.take(member, folder.row.id)
    assert kept.row.status == "referred"
    line = kept.file.journal[-1]
    assert (line.by_id, line.what, line.was, line.now, line.why) == (
        member.id,
        "status",
        "new",
        "referred",
        "Goes to the clinic",
    )
    noted = log.opened(office_keys(office.id), LogEntry.objects.latest("number"))
    assert (noted.act, noted.subject, noted.detail) == (
        log.Act.STATUS.value,
        folder.row.id,
        "new to referred",
    )


@pytest.mark.parametrize("status", ["declined", "referred", "closed"])
def test_an_end_needs_a_reason(client: Client, make_folder: MakeFolder, status: str) -> None:
    folder = make_folder()
    text = again(client, folder, status=status, why="   ")
    assert f"Write why it is {status}" in text
    assert chosen(text, status)
    assert status_of(folder) == "new"


@pytest.mark.parametrize("status", ["in_review", "needs_papers", "accepted"])
def test_going_on_needs_none(client: Client, make_folder: MakeFolder, status: str) -> None:
    folder = make_folder()
    client.post(address(folder), {"status": status, "v": 1})
    assert status_of(folder) == status


def test_declined_sets_the_day_of_erasing_and_going_back_takes_it_away(
    client: Client, office: Office, make_folder: MakeFolder
) -> None:
    folder = make_folder()
    client.post(address(folder), {"status": "declined", "why": "A conflict", "v": 1})
    row = Screening.objects.get(pk=folder.row.pk)
    assert row.purge_on == today() + timedelta(days=office.declined_days)
    client.post(address(folder), {"status": "in_review", "v": row.version})
    assert Screening.objects.get(pk=folder.row.pk).purge_on is None


def test_a_legal_hold_keeps_what_was_declined(client: Client, make_folder: MakeFolder) -> None:
    folder = make_folder(hold=Hold("Dana", "2026-11-01T10:00:00+00:00", "subpoena"))
    client.post(address(folder), {"status": "declined", "why": "A conflict", "v": 1})
    assert status_of(folder) == "declined"
    assert Screening.objects.get(pk=folder.row.pk).purge_on is None


def test_the_second_of_two_is_told_and_overwrites_nothing(
    client: Client, office: Office, make_folder: MakeFolder
) -> None:
    folder = make_folder()
    other = signed_in_as(make_member(office, "attorney", name="A. Beltrán"))
    other.post(address(folder), {"status": "accepted", "v": 1})
    text = again(client, folder, status="declined", why="Outside the county")
    assert "A. Beltrán set the status to “accepted”" in text
    assert "Outside the county" in text
    assert chosen(text, "declined")
    assert status_of(folder) == "accepted"
    # Told once: sent again from the page that said so, it is taken.
    client.post(address(folder), {"status": "declined", "why": "Outside the county", "v": 2})
    assert status_of(folder) == "declined"


def test_a_change_of_something_else_is_in_nobodys_way(
    client: Client, office: Office, make_folder: MakeFolder
) -> None:
    folder = make_folder()
    colleague = make_member(office, "attorney")
    signed_in_as(colleague).post(address(folder, "assign"), {"to": colleague.id, "v": 1})
    client.post(address(folder), {"status": "accepted", "v": 1})
    assert status_of(folder) == "accepted"


def test_a_write_in_the_same_moment_is_told(
    client: Client, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raced(*_: Any, **__: Any) -> None:
        raise cabinet.ChangedMeanwhileError

    folder = make_folder()
    monkeypatch.setattr("screening.office.queue.changing.change_status", raced)
    text = again(client, folder, status="closed", why="Moved away")
    assert "in the same moment" in text
    assert "Moved away" in text


def test_somebody_of_the_office_is_assigned_and_taken_off(
    client: Client, member: Member, office: Office, make_folder: MakeFolder
) -> None:
    folder = make_folder()
    anna = make_member(office, "attorney", name="Anna", username="anna")
    client.post(address(folder, "assign"), {"to": anna.id, "v": 1})
    kept = cabinet.take(member, folder.row.id)
    assert kept.file.assignee == anna.id
    assert kept.row.assignee_token
    line = kept.file.journal[-1]
    assert (line.what, line.was, line.now) == ("assigned", "", anna.id)
    noted = log.opened(office_keys(office.id), LogEntry.objects.latest("number"))
    assert (noted.act, noted.detail) == (log.Act.ASSIGNED.value, "to anna")
    client.post(address(folder, "assign"), {"to": "", "v": 2})
    kept = cabinet.take(member, folder.row.id)
    assert (kept.file.assignee, kept.row.assignee_token) == ("", "")


def test_nobody_who_may_not_read_it_can_be_assigned(
    client: Client, office: Office, make_office: MakeOffice, make_folder: MakeFolder
) -> None:
    folder = make_folder()
    for who in (
        make_member(make_office("Another"), "attorney"),
        make_member(office, "administrator"),
        make_member(office, "attorney", is_active=False),
    ):
        text = again(client, folder, "assign", to=who.id)
        assert "Choose somebody who works with screenings in this office" in text
        assert who.name not in text.split("<form")[-1]
    assert Screening.objects.get(pk=folder.row.pk).assignee_token == ""


def test_the_second_who_assigns_is_told(client: Client, office: Office, make_folder: MakeFolder) -> None:
    folder = make_folder()
    anna, omar = make_member(office, name="Anna"), make_member(office, name="Omar")
    signed_in_as(anna).post(address(folder, "assign"), {"to": anna.id, "v": 1})
    text = again(client, folder, "assign", to=omar.id)
    assert "Anna changed who it is assigned to" in text
    assert chosen(text, omar.id)
    assert cabinet.take(anna, folder.row.id).file.assignee == anna.id


def test_the_same_again_writes_nothing(client: Client, make_folder: MakeFolder) -> None:
    folder = make_folder()
    client.post(address(folder), {"status": "new", "v": 1})
    client.post(address(folder, "assign"), {"to": "", "v": 1})
    assert Screening.objects.get(pk=folder.row.pk).version == 1


BAD: list[dict[str, Any]] = [
    {"status": ""},
    {"status": "x"},
    {"status": ["accepted", "x"], "to": ["x", "y"]},
    {"status": "closed", "why": "a\0b"},
    {"status": "closed", "why": "x" * 501},
    {"status": "closed", "why": "x" * 60_000},
    {"status": "\0"},
    {"status": "__class__", "v": "x"},
    {"to": "x"},
    {"to": ["", "x"]},
    {"to": "\0"},
    {"to": "x" * 60_000},
]


@pytest.mark.parametrize("name", ["status", "assign"])
def test_odd_fields_write_nothing_and_break_nothing(
    client: Client, make_folder: MakeFolder, name: str
) -> None:
    folder = make_folder()
    for fields in BAD:
        response = client.post(address(folder, name), {"v": 1, **fields})
        assert response.status_code == 302, fields
        assert client.get(response.headers["Location"]).status_code == 200, fields
        assert Screening.objects.get(pk=folder.row.pk).version == 1, fields


@pytest.mark.parametrize("version", [None, "", "x", "-1", "9" * 50, "²", ["1", "x"]])
def test_an_odd_version_is_older_than_all(
    client: Client, office: Office, make_folder: MakeFolder, version: Any
) -> None:
    folder = make_folder()
    signed_in_as(make_member(office)).post(address(folder), {"status": "accepted", "v": 1})
    sent = {"status": "closed", "why": "Moved", **({} if version is None else {"v": version})}
    client.post(address(folder), sent)
    assert status_of(folder) == "accepted"


def test_a_reason_that_is_too_long_comes_back_whole(client: Client, make_folder: MakeFolder) -> None:
    text = again(client, make_folder(), status="closed", why="x" * 501)
    assert "x" * 501 in text
    assert "at most 500 characters" in text


def test_what_was_typed_for_one_is_not_shown_for_another(client: Client, make_folder: MakeFolder) -> None:
    first, second = make_folder("First Person"), make_folder("Second Person")
    again(client, first, status="closed", why="x" * 501)
    assert "xxx" not in client.get(f"{address(second)}?again=1").content.decode()
    assert "xxx" not in client.get(f"{address(first, 'assign')}?again=1").content.decode()
    assert "xxx" not in client.get(address(first)).content.decode()


@pytest.mark.parametrize("name", ["status", "assign"])
def test_what_nobody_opened_goes_to_the_names_first(client: Client, office: Office, name: str) -> None:
    row = sent_from_outside(office)
    for response in (
        client.get(f"/office/screening/{row.id}/{name}/"),
        client.post(f"/office/screening/{row.id}/{name}/", {"status": "accepted", "v": 1}),
    ):
        assert response.headers["Location"] == f"/office/calls/{row.id}/conflict/"
    assert Screening.objects.get(pk=row.pk).version == 1


@pytest.mark.parametrize("name", ["status", "assign"])
def test_others_are_refused(
    signed_in: SignedIn, make_office: MakeOffice, make_folder: MakeFolder, name: str
) -> None:
    folder = make_folder()
    stranger = signed_in_as(make_member(make_office("Another"), "attorney"))
    for browser in (signed_in("administrator"), stranger):
        assert browser.get(address(folder, name)).status_code == 404
        assert (
            browser.post(address(folder, name), {"status": "closed", "why": "x", "v": 1}).status_code == 404
        )
    outside = Client().post(address(folder, name), {"status": "closed", "why": "x", "v": 1})
    assert "sign-in" in outside.headers["Location"]
    assert Screening.objects.get(pk=folder.row.pk).version == 1


@pytest.mark.parametrize("name", ["status", "assign"])
def test_what_does_not_exist_is_not_there(client: Client, name: str) -> None:
    for one in ("X", "0" * 26, "%00", "x" * 300):
        assert client.post(f"/office/screening/{one}/{name}/", {"status": "new"}).status_code == 404
