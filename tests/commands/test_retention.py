"""`manage.py retention`: all that is due goes on its day, nothing goes before, and nothing is left in a file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command

from screening.office.file import log
from screening.office.file.cabinet import put_back
from screening.office.file.casefile import Hold
from screening.office.file.journal import now
from screening.office.governance import retention_run
from screening.office.keys import office_keys, path_of
from screening.office.models import LogEntry, Member, NameToken, Office, Screening, Status
from tests.interview.conftest import on_disk
from tests.interview.test_dump import raw
from tests.office.conftest import MakeOffice, make_member
from tests.office.governance import filing


__all__ = ["on_disk"]
PACIFIC = ZoneInfo("America/Los_Angeles")
START = date(2026, 11, 24)


@contextmanager
def on(day: date, hour: int = 12, minute: int = 0) -> Iterator[None]:
    """At this hour in California."""
    at = datetime.combine(day, time(hour, minute), PACIFIC).astimezone(UTC)
    with time_machine.travel(at, tick=False):
        yield


def retention(*args: str, code: int = 0) -> str:
    out = io.StringIO()
    if code:
        with pytest.raises(SystemExit) as stopped:
            call_command("retention", *args, stdout=out, stderr=out)
        assert stopped.value.code == code
    else:
        call_command("retention", *args, stdout=out, stderr=out)
    return out.getvalue()


def days(count: int) -> date:
    return START + timedelta(days=count)


@pytest.fixture(autouse=True)
def folded(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a test's own transaction the write-ahead log cannot be cut: only a database on disk does it."""
    if "on_disk" not in request.fixturenames:
        monkeypatch.setattr(retention_run, "fold_in", lambda: True)


@pytest.fixture
def member(office: Office) -> Member:
    return make_member(office, "attorney")


def one_of_each(office: Office, member: Member) -> dict[str, str]:
    """Screenings of every kind, by what they are; all made on the first day."""
    with on(START):
        sent = filing.sent(office)
        folders = {name: filing.begun(member) for name in ("new", "declined", "exported", "closed", "held")}
        filing.put(member, folders["declined"], Status.DECLINED)
        filing.put(member, folders["exported"], Status.ACCEPTED)
        filing.exported(member, folders["exported"])
        filing.put(member, folders["closed"], Status.CLOSED)
        filing.put(member, folders["held"], Status.DECLINED)
        held = filing.again(member, folders["held"])
        held.file.hold = Hold(by=member.name, at=now(), why="a subpoena")
        put_back(held)
    return {"sent": sent.id, **{name: folder.row.id for name, folder in folders.items()}}


def left(made: dict[str, str]) -> set[str]:
    there = set(Screening.objects.values_list("pk", flat=True))
    return {name for name, pk in made.items() if pk in there}


def test_each_goes_on_its_day_and_none_before(office: Office, member: Member) -> None:
    made = one_of_each(office, member)
    everything = set(made)
    with on(days(29), 23, 30):
        retention()
        assert left(made) == everything
    with on(days(30), 0, 30):
        retention()
        assert left(made) == everything - {"sent", "exported"}
    with on(days(89), 23, 30):
        retention()
        assert left(made) == everything - {"sent", "exported"}
    with on(days(90), 0, 30):
        retention()
        assert left(made) == {"new", "closed", "held"}
    with on(days(5_000)):
        retention()
        assert left(made) == {"new", "closed", "held"}


def test_a_dry_run_says_all_of_it_and_erases_nothing(office: Office, member: Member) -> None:
    made = one_of_each(office, member)
    with on(days(90)):
        before = list(Screening.objects.order_by("pk").values_list("pk", "purge_on", "version"))
        lines = LogEntry.objects.count()
        said = retention("--dry-run")
        assert list(Screening.objects.order_by("pk").values_list("pk", "purge_on", "version")) == before
        assert LogEntry.objects.count() == lines
        spoken = {name: f"{pk[:4]}-{pk[4:8]}" for name, pk in made.items()}
        assert f"unopened  {spoken['sent']}" in said
        assert f"declined  {spoken['declined']}" in said
        assert f"exported  {spoken['exported']}" in said
        assert f"kept  {spoken['closed']}  Not exported yet" in said
        assert f"kept  {spoken['held']}  Legal hold" in said
        assert "Vega" not in said
        assert retention().replace(": erased", ": would erase") == said


def test_each_erased_screening_is_a_line_of_the_log_and_the_log_holds(office: Office, member: Member) -> None:
    made = one_of_each(office, member)
    with on(days(90)):
        retention()
        keys = office_keys(office.id)
        lines = [log.opened(keys, entry) for entry in LogEntry.objects.order_by("number")]
        erased = {(line.subject, line.detail) for line in lines if line.act == "erased"}
        assert erased == {
            (made["sent"], "unopened"), (made["declined"], "declined"), (made["exported"], "exported"),
        }  # fmt: skip
        assert list(log.verify(office)) == []


def test_of_a_declined_one_keyed_hashes_stay_and_of_the_others_nothing(
    office: Office, member: Member
) -> None:
    made = one_of_each(office, member)
    with on(days(90)):
        retention()
    kept = NameToken.objects.filter(screening_id=made["declined"])
    assert kept.exists()
    assert not kept.filter(kind="word").exists()
    assert not NameToken.objects.filter(screening_id__in=[made["sent"], made["exported"]]).exists()
    with on(days(400)):
        retention()
    assert kept.exists()


def test_tokens_without_a_screening_go(office: Office) -> None:
    left_over = {"screening_id": "X" * 26, "part": "client", "kind": "pair", "token": "a"}
    NameToken.objects.create(office=office, **left_over)
    assert "name tokens  1" in retention()
    assert not NameToken.objects.exists()


def test_the_log_is_cut_from_the_start_after_its_days(office: Office, member: Member) -> None:
    with on(START, 23, 30):
        log.note(member, log.Act.SIGNED_IN)
    with on(days(1), 0, 30):
        log.note(member, log.Act.SIGNED_OUT)
    with on(days(364), 23, 30):
        assert "log" not in retention()
    with on(days(365), 0, 30):
        assert "log  1" in retention()
        assert list(log.verify(office)) == []
        assert set(LogEntry.objects.values_list("number", flat=True)) == {2, 3}


def test_the_offices_own_shorter_days_count(office: Office, member: Member) -> None:
    office.unopened_days = office.declined_days = 7
    office.save()
    made = one_of_each(office, make_member(office, "attorney"))
    with on(days(6)):
        retention()
        assert {"sent", "declined"} <= left(made)
    with on(days(7)):
        retention()
        assert not {"sent", "declined"} & left(made)
    assert member.office_id == office.id


def test_what_changed_since_the_list_was_made_is_kept(office: Office, member: Member) -> None:
    """The column says that it is due; the file, opened once more, says that it is on hold."""
    made = one_of_each(office, member)
    Screening.objects.filter(pk=made["held"]).update(purge_on=START)
    with on(days(1)):
        retention()
    assert "held" in left(made)
    assert Screening.objects.get(pk=made["held"]).purge_on is None


def test_without_the_keys_nothing_is_erased_and_the_exit_says_so(
    office: Office, member: Member, make_office: MakeOffice
) -> None:
    made = one_of_each(office, member)
    other = make_office("Other")
    with on(START):
        row = filing.sent(other)
    path_of(office.id).unlink()
    with on(days(90)):
        said = retention(code=1)
    assert "key is missing" in said
    assert left(made) == set(made)
    assert not Screening.objects.filter(pk=row.pk).exists(), "the other office is not held up"


def test_what_is_damaged_is_told_and_holds_nothing_up(office: Office, member: Member) -> None:
    made = one_of_each(office, member)
    Screening.objects.filter(pk=made["sent"]).update(sealed_file=b"x")
    for dry in (("--dry-run",), ()):
        with on(days(90)):
            said = retention(*dry, code=1)
        assert "damaged" in said
        assert "put it back from the backup" in said
    assert left(made) == {"new", "closed", "held", "sent"}


def test_one_office_alone(office: Office, member: Member, make_office: MakeOffice) -> None:
    made = one_of_each(office, member)
    other = make_office("Other")
    with on(days(90)):
        retention("--office", other.id)
        assert left(made) == set(made)
        retention("--office", office.name)
        assert left(made) != set(made)


def test_an_unknown_office_is_exit_2(office: Office) -> None:
    assert "Vega" not in retention("--office", "nobody", code=2)
    assert office.id


def test_urgency_is_brought_up_to_the_day(office: Office, member: Member) -> None:
    one_of_each(office, member)
    with on(days(3)):
        retention()
    office.refresh_from_db()
    assert office.freshened_on == days(3)


def test_erased_is_gone_from_the_files_too(on_disk: Path) -> None:
    office = filing.an_office()
    with on(START):
        row = filing.sent(office)
        sealed = (bytes(row.sealed_file), bytes(row.sealed_names))
    # A long cell goes on on another page of the file: short pieces of it are looked for.
    pieces = {text[at : at + 24] for text in sealed for at in range(0, len(text) - 24, 24)}
    assert sum(piece in raw(on_disk) for piece in pieces) > len(pieces) * 0.9
    with on(days(30)):
        retention()
    assert on_disk.with_name("db.sqlite3-wal").stat().st_size == 0
    assert not any(piece in raw(on_disk) for piece in pieces)


def test_a_reader_in_the_way_of_the_log_is_said(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention_run, "fold_in", lambda: False)
    assert "write-ahead log" in retention(code=1)
    assert office.id
