"""Papers, deadlines and notes: kept with who and when, told where two meet, and no bad form is a fault."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from screening.interview.today import today
from screening.office.file import cabinet
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CaseFile
from screening.office.models import Member, Screening
from tests.office.review.conftest import MakeFolder, post, url


def file_of(folder: Folder, member: Member) -> CaseFile:
    return cabinet.take(member, folder.row.id).file


def shown(client: Client, response: Any) -> str:
    return str(client.get(response.headers["Location"].split("#")[0]).content.decode())


def test_a_paper_is_asked_for_received_and_seen(
    folder: Folder, intake: Member, intake_client: Client
) -> None:
    day = today().isoformat()
    post(intake_client, folder, "papers", paper="plea_form", asked="2026-11-02", note="By mail")
    fields = {"paper": "plea_form", "asked": "2026-11-02", "note": "By mail"}
    post(intake_client, folder, "papers", **fields, today="seen")
    (mark,) = file_of(folder, intake).papers
    assert (mark.asked, mark.received, mark.seen, mark.note) == ("2026-11-02", "", day, "By mail")
    lines = [line for line in file_of(folder, intake).journal if line.what == "paper"]
    assert [(line.was, line.now) for line in lines] == [
        ("", "asked 2026-11-02"),
        ("asked 2026-11-02", f"asked 2026-11-02, seen {day}"),
    ]


def test_any_paper_of_the_rules_can_be_added_to_the_list(folder: Folder, intake_client: Client) -> None:
    before = intake_client.get(url(folder)).content.decode()
    assert 'id="paper-doj_rap_sheet"' not in before
    post(intake_client, folder, "papers", paper="doj_rap_sheet", today="received")
    after = intake_client.get(url(folder)).content.decode()
    assert 'id="paper-doj_rap_sheet"' in after
    assert "added by the office" in after


def test_the_same_paper_twice_is_one_line_of_the_journal(
    folder: Folder, intake: Member, intake_client: Client
) -> None:
    for _ in range(2):
        post(intake_client, folder, "papers", paper="plea_form", today="asked")
    assert [line.what for line in file_of(folder, intake).journal] == ["paper"]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"paper": "no_such_paper"}, "Choose a paper from the list."),
        ({"paper": ""}, "Choose a paper from the list."),
        ({"paper": "plea_form", "asked": "yesterday"}, "Asked for on: write a real day"),
        ({"paper": "plea_form", "seen": "2026-02-30"}, "Seen on: write a real day"),
        ({"paper": "plea_form", "seen": "20261101"}, "Seen on: write a real day"),
        ({"paper": "plea_form", "received": "2099-01-01"}, "Received on: this day is still to come."),
        ({"paper": "plea_form", "note": "x" * 501}, "Write the note in at most 500 characters."),
    ],
)
def test_a_paper_that_cannot_be_taken(
    folder: Folder, intake: Member, intake_client: Client, fields: dict[str, str], problem: str
) -> None:
    response = post(intake_client, folder, "papers", **fields)
    assert problem in shown(intake_client, response)
    assert file_of(folder, intake).papers == []


def test_two_people_on_one_paper_the_second_is_told(
    folder: Folder, intake: Member, intake_client: Client, attorney_client: Client
) -> None:
    post(attorney_client, folder, "papers", paper="plea_form", asked="2026-11-02", v=1)
    response = post(intake_client, folder, "papers", paper="plea_form", note="Lost in the mail", v=1)
    text = shown(intake_client, response)
    assert "Ana Beltrán noted of plea form" in text
    assert "Lost in the mail</textarea>" in text
    assert file_of(folder, intake).papers[0].asked == "2026-11-02"
    assert file_of(folder, intake).papers[0].note == ""
    response = post(intake_client, folder, "papers", paper="minute_orders", today="asked", v=1)
    assert "again" not in response.headers["Location"]


def test_a_deadline_stands_apart_in_the_queue_and_never_counts_as_urgent(
    make_folder: MakeFolder, intake: Member, intake_client: Client
) -> None:
    folder = make_folder({"court": "california"})
    assert Screening.objects.get().urgency == 0
    soon = today() + timedelta(days=3)
    post(intake_client, folder, "deadlines", do="add", day=soon.isoformat(), what="Brief in Fresno")
    row = Screening.objects.get()
    assert (row.urgency, row.next_deadline, row.office_day) == (0, soon, soon)
    (deadline,) = file_of(folder, intake).deadlines
    assert deadline.what == "Brief in Fresno"
    post(intake_client, folder, "deadlines", do="done", id=deadline.id)
    assert file_of(folder, intake).deadlines[0].done
    assert Screening.objects.get().next_deadline is None
    assert Screening.objects.get().office_day is None
    post(intake_client, folder, "deadlines", do="done", id=deadline.id)
    assert Screening.objects.get().next_deadline == soon
    post(intake_client, folder, "deadlines", do="remove", id=deadline.id)
    assert file_of(folder, intake).deadlines == []
    assert Screening.objects.get().office_day is None
    lines = file_of(folder, intake).journal
    assert [(line.was, line.now) for line in lines] == [
        ("", f"{soon}"),
        (f"{soon}", f"{soon} done"),
        (f"{soon} done", f"{soon}"),
        (f"{soon}", ""),
    ]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, "Say whether to add"),
        ({"do": "explode"}, "Say whether to add"),
        ({"do": "add", "what": "Brief"}, "Write the day as year, month and day"),
        ({"do": "add", "day": "2020-01-01", "what": "Brief"}, "This day has passed."),
        ({"do": "add", "day": "2999-01-01", "what": "Brief"}, "Write the day as year, month and day"),
        ({"do": "add", "day": "2099-01-01", "what": ""}, "Write what has to happen by then."),
        ({"do": "add", "day": "2099-01-01", "what": "x" * 201}, "at most 200 characters"),
        ({"do": "done", "id": "nothing"}, "This deadline is not there any more."),
        ({"do": "remove"}, "This deadline is not there any more."),
    ],
)
def test_a_deadline_that_cannot_be_taken(
    folder: Folder, intake: Member, intake_client: Client, fields: dict[str, str], problem: str
) -> None:
    response = post(intake_client, folder, "deadlines", **fields)
    text = shown(intake_client, response)
    assert problem in text
    if fields.get("what"):
        assert fields["what"] in text
    assert file_of(folder, intake).deadlines == []


def test_a_deadline_that_somebody_else_finished_is_told(
    folder: Folder, intake: Member, intake_client: Client, attorney_client: Client
) -> None:
    post(intake_client, folder, "deadlines", do="add", day="2099-01-01", what="Brief")
    (deadline,) = file_of(folder, intake).deadlines
    post(attorney_client, folder, "deadlines", do="done", id=deadline.id, v=2)
    response = post(intake_client, folder, "deadlines", do="done", id=deadline.id, v=2)
    assert "Ana Beltrán changed a deadline" in shown(intake_client, response)
    assert file_of(folder, intake).deadlines[0].done


def test_notes_are_added_by_both_and_none_is_lost(
    folder: Folder, attorney: Member, intake_client: Client, attorney_client: Client
) -> None:
    for client, text in ((intake_client, "First\nwith a second line"), (attorney_client, "Second")):
        post(client, folder, "note", text=text, v=1)
    notes = file_of(folder, attorney).notes
    assert [(note.by, note.why) for note in notes] == [
        ("Dana Kim", "First\nwith a second line"),
        ("Ana Beltrán", "Second"),
    ]
    text = intake_client.get(url(folder)).content.decode()
    assert "First<br>with a second line" in text


@pytest.mark.parametrize(
    ("text", "problem"), [("", "Write the note first."), ("x" * 2_001, "2,000 characters")]
)
def test_a_note_that_cannot_be_taken_keeps_what_was_typed(
    folder: Folder, intake: Member, intake_client: Client, text: str, problem: str
) -> None:
    page = shown(intake_client, post(intake_client, folder, "note", text=text))
    assert problem in page
    assert text in page
    assert file_of(folder, intake).notes == []


BAD: tuple[Any, ...] = (
    "",
    "\0",
    "\udcff".encode("utf-8", "surrogatepass"),
    "x" * 20_000,
    ["1", "2"],
    "９９",
    "<b>",
    "-1",
)


@pytest.mark.parametrize("page", ["finding", "papers", "deadlines", "note", "decide", "rescreen"])
def test_no_bad_field_is_a_fault_and_none_changes_what_is_kept(
    folder: Folder, attorney: Member, attorney_client: Client, page: str
) -> None:
    fields = {
        "finding": ("v", "case", "remedy", "element", "finding", "reason", "withdraw"),
        "papers": ("v", "paper", "asked", "received", "seen", "note", "today"),
        "deadlines": ("v", "do", "id", "day", "what"),
        "note": ("v", "text"),
        "decide": ("v", "decision", "reason", "name", "bar_number"),
        "rescreen": ("v",),
    }[page]
    if page in ("rescreen", "note"):
        fields = ("v",)
    for field in fields:
        for bad in BAD:
            response = attorney_client.post(url(folder, page), {field: bad})
            assert response.status_code == 302, (field, bad)
    file = file_of(folder, attorney)
    assert (file.findings, file.papers, file.deadlines, file.decisions, file.notes) == ([], [], [], [], [])
    assert attorney_client.get(url(folder) + "?again=1").status_code == 200
