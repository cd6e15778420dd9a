"""`manage.py disclose`: everything about one screening; of an anonymous interview nothing, and it says so."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from screening.models import Interview
from screening.office.file import log
from screening.office.keys import path_of
from screening.office.models import Member, Office, Screening, Status
from tests.interview.conftest import on_disk
from tests.interview.test_dump import ANSWERS, raw
from tests.interview.walk import answer_everything
from tests.office.conftest import make_member
from tests.office.governance import filing


__all__ = ["on_disk"]


def disclose(*args: str, code: int = 0) -> str:
    out = io.StringIO()
    if not code:
        call_command("disclose", *args, stdout=out)
        return out.getvalue()
    with pytest.raises(SystemExit) as stopped:
        call_command("disclose", *args, stdout=out)
    assert stopped.value.code == code
    return out.getvalue()


@pytest.fixture
def member(office: Office) -> Member:
    return make_member(office, "attorney", name="Ana Beltrán")


def test_every_column_of_the_row_is_told_and_what_is_sealed_as_a_size(member: Member, office: Office) -> None:
    folder = filing.begun(member)
    log.note(member, log.Act.PRINTED, folder.row.id, "the paper")
    said = disclose(folder.row.number)
    for column in Screening.objects.values().get():
        assert f"office_screening.{column}: " in said
    assert f"office_screening.sealed_file: sealed, {len(bytes(folder.row.sealed_file)):,} bytes" in said
    assert "office_nametoken.token: " in said
    assert "Ana Beltrán, printed, the paper" in said
    assert "sealed_names opens to: aliases, contact, name" in said
    assert "Vega" not in said
    assert "The id itself stands in clear in: office_nametoken.screening_id, office_screening.id" in said
    assert office.id


def test_open_prints_what_is_sealed_and_the_log_says_that_somebody_did(
    member: Member, office: Office
) -> None:
    folder = filing.begun(member)
    said = disclose(folder.row.id, "--open")
    assert "Marisol Vega" in said
    assert "Tuolumne" in said
    assert "disclose, opened" in disclose(folder.row.id)
    assert list(log.verify(office)) == []


def test_without_the_keys_it_says_what_is_not_told(member: Member, office: Office) -> None:
    folder = filing.begun(member)
    path_of(office.id).unlink()
    said = disclose(folder.row.number)
    assert "cannot be opened here: their key is missing" in said
    assert f"The log of {office.name} cannot be opened here" in said
    assert f"office_screening.status: {Status.NEW.value}" in said


def test_of_an_erased_one_the_traces_are_told(member: Member, office: Office) -> None:
    folder = filing.begun(member)
    log.note(member, log.Act.VIEWED, folder.row.id)
    Screening.objects.all().delete()
    said = disclose(folder.row.number)
    assert "The screening itself is erased." in said
    assert "opened the answers" in said
    assert office.id


def test_an_unknown_number_finds_nothing(member: Member) -> None:
    filing.begun(member)
    assert "holds nothing under this number" in disclose("ZZZZ-ZZZZ", code=1)


def test_another_office_is_not_looked_through_when_one_is_named(member: Member, make_office: object) -> None:
    folder = filing.begun(member)
    other = make_office("Other")  # type: ignore[operator]
    assert "holds nothing" in disclose(folder.row.number, "--office", other.id, code=1)


@pytest.mark.parametrize("args", [("x",), ("!!",), ("--run", "/s/x/"), ("ABCD", "--office", "nobody")])
def test_arguments_that_make_no_sense_are_exit_2(office: Office, args: tuple[str, ...]) -> None:
    disclose(*args, code=2)
    assert office.id


def test_all_prints_counts_and_nothing_else(member: Member) -> None:
    folder = filing.begun(member)
    said = disclose("--all")
    assert "       1  office_screening" in said
    assert folder.row.id not in said
    assert folder.row.number not in said
    assert member.name not in said


@pytest.mark.parametrize("whole", [True, False])
def test_of_an_anonymous_interview_no_byte_is_found(on_disk: Path, client: Client, *, whole: bool) -> None:
    run = answer_everything(client, ANSWERS)
    assert Interview.objects.count() == 1
    said = disclose("--run", f"/s/{run}/01/" if whole else run)
    assert said.startswith("Nothing. No cell of the database holds this run.")
    assert "nor whether there is one" in said
    assert run.encode() not in raw(on_disk)
    row = Interview.objects.get()
    assert row.run_row not in said


def test_a_run_that_stood_in_a_cell_would_be_told(office: Office) -> None:
    office.phone = "run-1234567890123456"
    office.save()
    assert "office_office.phone" in disclose("--run", "run-1234567890123456", code=1)
