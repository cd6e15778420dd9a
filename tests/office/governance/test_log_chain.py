"""The access log: whatever is done to its rows shows, and nothing in the program but retention erases."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.db.models import F
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.office.file import log
from screening.office.keys import office_keys, seal_to
from screening.office.models import LogEntry, Office
from tests.office.conftest import make_member


LINES = 7
ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture
def written(office: Office) -> Office:
    member = make_member(office)
    for number in range(LINES):
        log.note(member, log.Act.VIEWED, f"SUBJECT{number}", "step 12")
    return office


def row(number: int) -> LogEntry:
    return LogEntry.objects.get(number=number)


def set_sealed(number: int, sealed: bytes) -> None:
    LogEntry.objects.filter(number=number).update(sealed=sealed)


def test_a_line_says_who_when_what_and_about_which(written: Office) -> None:
    line = log.opened(office_keys(written.id), row(3))
    assert (line.number, line.who, line.act, line.subject) == (
        3, "Dana Intake", "opened the answers", "SUBJECT2",
    )  # fmt: skip


def test_no_row_can_be_read_without_the_key(written: Office) -> None:
    sealed = [bytes(entry.sealed) for entry in LogEntry.objects.filter(office=written)]
    assert len(sealed) == LINES
    assert not any(word in text for word in (b"Dana", b"SUBJECT", b"opened") for text in sealed)


def edit_at(number: int, _: int) -> None:
    LogEntry.objects.filter(number=number).update(at=F("at") + timedelta(microseconds=1))


def flip_a_bit(number: int, extra: int) -> None:
    sealed = bytearray(row(number).sealed)
    sealed[extra % len(sealed)] ^= 1 << extra % 8
    set_sealed(number, bytes(sealed))


def cut_a_byte(number: int, _: int) -> None:
    set_sealed(number, bytes(row(number).sealed)[:-1])


def empty(number: int, _: int) -> None:
    set_sealed(number, b"")


def edit_mac(number: int, extra: int) -> None:
    mac = row(number).mac
    at = extra % len(mac)
    LogEntry.objects.filter(number=number).update(
        mac=mac[:at] + ("0" if mac[at] != "0" else "1") + mac[at + 1 :]
    )


def seal_another_text(number: int, _: int) -> None:
    """What somebody with the database and the public key can do."""
    office = row(number).office
    told = b'{"who_id": "", "who": "Nobody", "act": "printed", "subject": "", "detail": ""}'
    set_sealed(number, office.key_id.encode() + b":" + seal_to(office, told, f"log {office.id} {number}"))


def delete(number: int, _: int) -> None:
    row(number).delete()


def delete_several(number: int, extra: int) -> None:
    LogEntry.objects.filter(number__gte=number, number__lte=min(number + extra % 3, LINES - 1)).delete()


def delete_and_close_the_gap(number: int, _: int) -> None:
    row(number).delete()
    for later in range(number + 1, LINES + 1):
        LogEntry.objects.filter(number=later).update(number=later - 1)


def swap(number: int, extra: int) -> None:
    other = extra % LINES + 1
    other = other if other != number else number % LINES + 1
    LogEntry.objects.filter(number=number).update(number=99)
    LogEntry.objects.filter(number=other).update(number=number)
    LogEntry.objects.filter(number=99).update(number=other)


def swap_contents(number: int, extra: int) -> None:
    other = extra % LINES + 1
    other = other if other != number else number % LINES + 1
    first, second = row(number), row(other)
    for entry, taken in ((first, second), (second, first)):
        LogEntry.objects.filter(pk=entry.pk).update(sealed=taken.sealed, mac=taken.mac, at=taken.at)


def insert(number: int, _: int) -> None:
    """A line of another office's making between two, the later ones moved up."""
    for later in range(LINES, number - 1, -1):
        LogEntry.objects.filter(number=later).update(number=later + 1)
    copied = row(number + 1)
    LogEntry.objects.create(
        office=copied.office, number=number, at=copied.at, sealed=copied.sealed, mac=copied.mac
    )


def put_before_the_start(number: int, _: int) -> None:
    copied = row(number)
    LogEntry.objects.create(
        office=copied.office, number=0, at=copied.at, sealed=copied.sealed, mac=copied.mac
    )


TAMPERS: list[Callable[[int, int], None]] = [
    edit_at, flip_a_bit, cut_a_byte, empty, edit_mac, seal_another_text, delete, delete_several,
    delete_and_close_the_gap, swap, swap_contents, insert, put_before_the_start,
]  # fmt: skip


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tamper=st.sampled_from(TAMPERS), number=st.integers(1, LINES - 1), extra=st.integers(0, 4_000))
def test_whatever_is_done_to_a_row_shows(
    written: Office, tamper: Callable[[int, int], None], number: int, extra: int
) -> None:
    kept = list(LogEntry.objects.values_list("pk", "number", "at", "sealed", "mac"))
    assert list(log.verify(written)) == []
    tamper(number, extra)
    assert list(log.verify(written)), f"{tamper.__name__} of line {number}"
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM office_logentry")
    for pk, number_, at, sealed, mac in kept:
        LogEntry.objects.create(pk=pk, office=written, number=number_, at=at, sealed=sealed, mac=mac)


def test_a_cut_off_end_shows_against_the_head_that_was_written_down(written: Office) -> None:
    number, mac = log.head(written)
    assert log.missing_head(written, number, mac) == ""
    row(LINES).delete()
    assert list(log.verify(written)) == []
    assert "cut off" in log.missing_head(written, number, mac)


def test_another_line_in_the_place_of_the_head_shows(written: Office) -> None:
    number, mac = log.head(written)
    row(LINES).delete()
    log.note(make_member(written), log.Act.PRINTED, "OTHER")
    assert "not the one" in log.missing_head(written, number, mac)


def test_a_true_line_of_another_past_shows_in_the_middle(written: Office) -> None:
    """The log went on twice from one backup: a line of the one does not fit into the other."""
    member, seen = make_member(written), list(LogEntry.objects.filter(number__gte=3))
    LogEntry.objects.filter(number__gte=3).delete()
    for number in range(3, LINES + 1):
        log.note(member, log.Act.PRINTED, f"OTHER{number}")
    assert list(log.verify(written)) == []
    LogEntry.objects.filter(number=5).delete()
    next(entry for entry in seen if entry.number == 5).save(force_insert=True)
    assert [broken.number for broken in log.verify(written)][:1] == [5]


def aged(office: Office, days: int) -> None:
    """Erase the lines that are older than this many days."""
    log.erase_before(office, timezone.now() - timedelta(days=days))


def test_retention_erases_from_the_start_and_the_chain_still_holds(office: Office) -> None:
    member = make_member(office)
    start = timezone.now()
    for day in range(10):
        with time_machine.travel(start + timedelta(days=day), tick=False):
            log.note(member, log.Act.VIEWED, "A")
    with time_machine.travel(start + timedelta(days=10), tick=False):
        assert log.erase_before(office, start + timedelta(days=4)) == 4
        assert list(log.verify(office)) == []
        assert LogEntry.objects.order_by("number").first().number == 5  # type: ignore[union-attr]
    with time_machine.travel(start + timedelta(days=11), tick=False):
        assert log.erase_before(office, start + timedelta(days=7)) == 3
        assert list(log.verify(office)) == []
        number, mac = log.head(office)
    # A head from before is told apart from one that was cut off.
    assert log.missing_head(office, 2, "whatever") == ""
    assert log.missing_head(office, number + 1, mac) != ""


def test_a_start_that_retention_did_not_erase_shows(written: Office) -> None:
    aged(written, -1)
    log.note(make_member(written), log.Act.VIEWED, "B")
    log.note(make_member(written), log.Act.VIEWED, "C")
    assert list(log.verify(written)) == []
    LogEntry.objects.order_by("number").first().delete()  # type: ignore[union-attr]
    assert "missing" in next(iter(log.verify(written))).why


def test_the_first_lines_cannot_go_without_an_anchor(written: Office) -> None:
    LogEntry.objects.filter(number__lte=2).delete()
    assert [(broken.number, broken.why) for broken in log.verify(written)] == [
        (3, "2 lines are missing before it")
    ]


def test_nothing_old_leaves_no_anchor(written: Office) -> None:
    assert log.erase_before(written, timezone.now() - timedelta(days=1)) == 0
    assert LogEntry.objects.count() == LINES


def test_only_the_log_itself_and_the_change_of_keys_write_to_its_table() -> None:
    """Append-only: no other module names a write to it, and the change of keys touches `sealed` alone."""
    writers = {}
    for path in (ROOT / "screening").rglob("*.py"):
        if "migrations" in path.parts:
            continue
        calls = {
            (node.func.attr, *sorted(word.arg or "" for word in node.keywords))
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr
            in {"update", "delete", "create", "bulk_create", "bulk_update", "get_or_create"}
            and "LogEntry" in ast.dump(node.func)
        }
        if calls:
            writers[path.relative_to(ROOT / "screening").as_posix()] = calls
    assert writers == {
        "office/file/log.py": {("delete",)},
        "office/governance/rotation.py": {("update", "sealed")},
    }
