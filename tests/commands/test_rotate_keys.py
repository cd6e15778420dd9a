"""`manage.py rotate_keys`: everything opens as before, under the new key alone, whatever came in between."""

from __future__ import annotations

import fcntl
import io
from collections.abc import Callable

import pytest
from django.core.management import call_command

from screening.office.file import cabinet, log
from screening.office.governance import rotation
from screening.office.keys import office_keys, path_of, write_keys
from screening.office.matter import Matter
from screening.office.models import LogEntry, Member, Office, Screening
from tests.office.conftest import MakeOffice, make_member
from tests.office.governance import filing


# Two whole batches and a part of one.
ROWS, BATCH = 25, 10


def rotate(office: Office, code: int = 0) -> str:
    out = io.StringIO()
    if code:
        with pytest.raises(SystemExit) as stopped:
            call_command("rotate_keys", office.id, "--pause", "0", stdout=out)
        assert stopped.value.code == code
    else:
        call_command("rotate_keys", office.id, "--pause", "0", stdout=out)
    office.refresh_from_db()
    return out.getvalue()


@pytest.fixture
def member(office: Office) -> Member:
    return make_member(office)


def fill(member: Member, count: int) -> dict[str, str]:
    """Screenings by id, with their names."""
    made = {}
    for number in range(count):
        folder = filing.begun(member, name=f"Person {number}")
        made[folder.row.id] = f"Person {number}"
        log.note(member, log.Act.BEGAN, folder.row.id)
    return made


def held(member: Member) -> dict[str, str]:
    """What opens now, by id."""
    found = {}
    for pk in Screening.objects.values_list("pk", flat=True):
        folder = cabinet.take(Member.objects.get(pk=member.pk), pk)
        assert folder.file.document.given(1)["county"] == "Tuolumne"
        found[pk] = folder.matter.name
    return found


def test_nothing_is_lost_and_only_the_new_key_is_left(
    office: Office, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "BATCH", BATCH)
    made = fill(member, ROWS)
    old, head = office_keys(office.id), log.head(office)
    said = rotate(office)
    assert f"{ROWS} screenings and {ROWS} log lines sealed anew" in said
    assert held(member) == made
    new = office_keys(office.id)
    assert set(new.private) == {new.current}
    assert new.current != old.current
    assert office.key_id == new.current
    assert (new.tokens, new.log, new.webhook) == (old.tokens, old.log, old.webhook)
    assert list(log.verify(office)) == []
    assert log.missing_head(office, *head) == "", "a head from before the change still holds"
    with pytest.raises(cabinet.KeysMissingError):
        old.open(new.current, b"", "")


def test_the_old_key_opens_nothing_any_more(office: Office, member: Member) -> None:
    (row_id,) = fill(member, 1)
    old = office_keys(office.id)
    rotate(office)
    write_keys(old)
    with pytest.raises(cabinet.KeysMissingError):
        cabinet.take(member, row_id)


def cut_short_after(monkeypatch: pytest.MonkeyPatch, name: str, times: int) -> None:
    """The machine stops at the given call of a step."""
    calls: list[object] = []
    step = getattr(rotation, name)

    def stopping(*args: object) -> object:
        calls.append(args)
        if len(calls) > times:
            raise KeyboardInterrupt
        return step(*args)

    monkeypatch.setattr(rotation, name, stopping)


@pytest.mark.parametrize(
    ("step", "times"),
    [("_reseal", 0), ("_screening", 0), ("_screening", 12), ("_line", 0), ("_line", 13), ("sleep", 0)],
)
def test_it_goes_on_where_it_was_cut_short(
    office: Office, member: Member, monkeypatch: pytest.MonkeyPatch, step: str, times: int
) -> None:
    made = fill(member, 15)
    monkeypatch.setattr(rotation, "BATCH", 4)
    with monkeypatch.context() as patched:
        cut_short_after(patched, step, times)
        with pytest.raises(KeyboardInterrupt):
            call_command("rotate_keys", office.id, "--pause", "0", stdout=io.StringIO())
    assert held(member) == made, "it can be worked with before it is finished"
    half = office_keys(office.id)
    assert len(half.private) == 2
    assert "an earlier change was finished" in rotate(office)
    assert held(member) == made
    done = office_keys(office.id)
    assert (done.current, set(done.private)) == (half.current, {half.current})
    assert list(log.verify(office)) == []


def test_it_goes_on_where_the_office_did_not_know_the_new_key_yet(office: Office, member: Member) -> None:
    made = fill(member, 3)
    write_keys(office_keys(office.id).with_new_sealing_key())
    assert "an earlier change was finished" in rotate(office)
    assert held(member) == made


def between(monkeypatch: pytest.MonkeyPatch, name: str, do: Callable[[], None]) -> None:
    """Something happens once, before a step."""
    done: list[bool] = []
    step = getattr(rotation, name)

    def stepping(*args: object) -> object:
        if not done:
            done.append(True)
            do()
        return step(*args)

    monkeypatch.setattr(rotation, name, stepping)


def test_a_write_by_somebody_who_read_before_it_is_not_lost(
    office: Office, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow request: it read office and screening under the old key, and writes when all is sealed anew."""
    made = fill(member, 5)
    slow = cabinet.take(Member.objects.get(pk=member.pk), next(iter(made)))
    slow.matter.name = "Changed meanwhile"
    stale = Office.objects.get(pk=office.pk)

    def write() -> None:
        cabinet.put_back(slow)
        row = cabinet.file_new(stale, Matter(name="Sent meanwhile"), filing.file())
        made.update({slow.row.id: "Changed meanwhile", row.id: "Sent meanwhile"})
        log.note_for(stale, log.Act.VIEWED, "B")

    between(monkeypatch, "sleep", write)
    rotate(office)
    assert held(member) == made
    assert set(Screening.objects.values_list("key_id", flat=True)) == {office.key_id}
    assert {log.key_of(bytes(entry.sealed)) for entry in LogEntry.objects.all()} == {office.key_id}
    assert list(log.verify(office)) == []


def test_a_write_inside_a_batch_is_not_overwritten(
    office: Office, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the database lets two write at once: the row that was read for a batch has changed since."""
    made = fill(member, 3)

    def write() -> None:
        for pk in made:
            taken = cabinet.take(Member.objects.get(pk=member.pk), pk)
            taken.matter.name = f"Changed {pk}"
            cabinet.put_back(taken)

    def read_then_write(*args: object) -> int:
        _, _, row = args
        if not done:
            done.append(row)
            write()
        return step(*args)

    step: Callable[..., int] = rotation._screening
    done: list[object] = []
    monkeypatch.setattr(rotation, "_screening", read_then_write)
    rotate(office)
    assert held(member) == {pk: f"Changed {pk}" for pk in made}
    assert set(Screening.objects.values_list("key_id", flat=True)) == {office.key_id}


def test_another_office_is_not_touched(office: Office, member: Member, make_office: MakeOffice) -> None:
    other = make_office("Other")
    filing.begun(make_member(other))
    before = (path_of(other.id).read_bytes(), list(Screening.objects.filter(office=other).values()))
    fill(member, 2)
    rotate(office)
    assert (path_of(other.id).read_bytes(), list(Screening.objects.filter(office=other).values())) == before


def test_two_at_once_are_refused(office: Office, member: Member, capsys: pytest.CaptureFixture[str]) -> None:
    fill(member, 1)
    with path_of(office.id).with_suffix(".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        rotate(office, code=2)
    assert "another process" in capsys.readouterr().err


def test_without_its_keys_nothing_is_changed(
    office: Office, member: Member, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(member, 1)
    path_of(office.id).unlink()
    before = list(Screening.objects.values())
    rotate(office, code=2)
    assert "nothing was lost" in capsys.readouterr().err
    assert list(Screening.objects.values()) == before


def test_the_file_of_keys_is_readable_by_nobody_else(office: Office, member: Member) -> None:
    fill(member, 1)
    rotate(office)
    assert path_of(office.id).stat().st_mode & 0o077 == 0
