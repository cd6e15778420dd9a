"""`manage.py verify_log`: the exit says whether the chain holds, the words say where it does not."""

from __future__ import annotations

import io

import pytest
from django.core.management import call_command

from screening.office.file import log
from screening.office.keys import path_of
from screening.office.models import LogEntry, Office
from tests.office.conftest import MakeOffice, make_member


def verify(*args: str, code: int = 0) -> str:
    out = io.StringIO()
    if not code:
        call_command("verify_log", *args, stdout=out)
        return out.getvalue()
    with pytest.raises(SystemExit) as stopped:
        call_command("verify_log", *args, stdout=out)
    assert stopped.value.code == code
    return out.getvalue()


@pytest.fixture
def written(office: Office) -> Office:
    member = make_member(office)
    for _ in range(5):
        log.note(member, log.Act.VIEWED, "A")
    return office


def test_a_whole_log_prints_the_head_to_write_down(written: Office) -> None:
    number, mac = log.head(written)
    assert f"5 lines hold. Write down: {number}:{mac}" in verify()
    assert verify("--office", written.id, "--expect", f"{number}:{mac}") == verify()


def test_an_empty_log_holds_too(office: Office) -> None:
    assert "0 lines hold" in verify()
    assert office.id


def test_what_is_broken_is_said_with_its_line(written: Office) -> None:
    written.log.filter(number=2).update(mac="0" * 64)
    written.log.filter(number=4).delete()
    said = verify(code=1)
    assert "line 2: it does not follow" in said
    assert "line 5: 1 line is missing before it" in said
    assert "Write down" not in said


def test_a_cut_off_end_is_said_where_a_head_was_written_down(written: Office) -> None:
    number, mac = log.head(written)
    LogEntry.objects.filter(number=5).delete()
    verify()
    said = verify("--office", written.id, "--expect", f"{number}:{mac}", code=1)
    assert "the end was cut off" in said


def test_one_broken_log_does_not_hide_another(written: Office, make_office: MakeOffice) -> None:
    other = make_office("Other")
    LogEntry.objects.filter(office=written, number=2).delete()
    said = verify(code=1)
    assert f"{other.name} ({other.id})\n  0 lines hold" in said


def test_without_the_keys_it_says_so(written: Office) -> None:
    path_of(written.id).unlink()
    assert "file of keys is missing" in verify(code=1)


@pytest.mark.parametrize(
    "args", [("--expect", "1:a"), ("--office", "x"), ("--office", "Valley Law Project", "--expect", "one:a")]
)
def test_arguments_that_make_no_sense_are_exit_2(office: Office, args: tuple[str, ...]) -> None:
    verify(*args, code=2)
    assert office.id
