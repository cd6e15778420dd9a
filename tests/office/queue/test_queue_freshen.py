"""Once a day urgency and the next date are brought up to the day, in California."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from screening.interview.today import today
from screening.office.file.casefile import CaseFile, Deadline, WrapUp
from screening.office.file.freshen import freshen
from screening.office.file.standing import standing
from screening.office.keys import office_keys
from screening.office.models import Office, Screening
from screening.rules.facts import EVENT_DATES
from screening.rules.partial_date import PartialDate
from tests.office.conftest import SignedIn
from tests.office.queue.conftest import MakeFolder, page


NOON = datetime(2026, 11, 24, 20, tzinfo=UTC)


def on(*days: str) -> list[Deadline]:
    return [Deadline(f"d{n}", day, "file") for n, day in enumerate(days)]


def trip(day: str) -> dict[str, Any]:
    """A trip abroad on that day."""
    return {"upcoming": ("travel",), EVENT_DATES["travel"]: PartialDate.parse(day)}


def columns(pk: str) -> tuple[int, str, int]:
    row = Screening.objects.get(pk=pk)
    return row.urgency, str(row.next_deadline), row.version


def bring_up(office: Office) -> int:
    office.refresh_from_db()
    return freshen(office, office_keys(office.id), today())


def test_a_day_that_comes_near_is_for_today(office: Office, make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(you=trip("2026-12-25"))
        assert columns(folder.row.pk) == (2, "2026-12-25", 1)
        assert bring_up(office) == 0
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        assert bring_up(office) == 1
        # The file and its version stay.
        assert columns(folder.row.pk) == (3, "2026-12-25", 1)
        assert bytes(Screening.objects.get(pk=folder.row.pk).sealed_file) == bytes(folder.row.sealed_file)


def test_a_day_of_the_person_that_passed_gives_way_to_the_next(
    office: Office, make_folder: MakeFolder
) -> None:
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(you=trip("2026-12-01"), deadlines=on("2027-03-01"))
        assert columns(folder.row.pk)[:2] == (3, "2026-12-01")
    with time_machine.travel(NOON + timedelta(days=8), tick=False):
        assert bring_up(office) == 1
        assert columns(folder.row.pk) == (2, "2027-03-01", 1)


def test_the_time_to_appeal_that_is_over_presses_no_more(office: Office, make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(
            case={"sentence_imposed": "no_jail", "sentence_date": PartialDate.parse("2026-10-01")}
        )
    for days, urgency in ((6, 3), (7, 0)):
        with time_machine.travel(NOON + timedelta(days=days), tick=False):
            bring_up(office)
            assert columns(folder.row.pk)[0] == urgency


def test_of_a_day_that_an_answer_sets_only_the_month_stands_in_clear(make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(
            case={"sentence_imposed": "no_jail", "sentence_date": PartialDate.parse("2026-11-17")}
        )
        # It is over on January 17.
        assert str(Screening.objects.get(pk=folder.row.pk).stale_on) == "2027-01-01"


def test_a_day_of_the_office_that_passed_undone_stays(office: Office, make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(deadlines=on("2026-11-30", "2027-03-01"))
    with time_machine.travel(NOON + timedelta(days=30), tick=False):
        bring_up(office)
        assert columns(folder.row.pk)[:2] == (0, "2026-11-30")
        assert str(Screening.objects.get(pk=folder.row.pk).office_day) == "2026-11-30"


def test_an_appointment_that_is_over_stands_no_more(office: Office, make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        met = WrapUp("2026-11-01T10:00:00+00:00", "Dana", True, [], appointment="2026-11-25T14:00")
        folder = make_folder(wrap_up=met)
    for days, expected in ((1, "2026-11-25"), (2, "None")):
        with time_machine.travel(NOON + timedelta(days=days), tick=False):
            bring_up(office)
            assert str(Screening.objects.get(pk=folder.row.pk).office_day) == expected


@pytest.mark.parametrize(("at", "urgency"), [("07:30", 2), ("08:30", 3)])
def test_the_day_turns_at_midnight_in_california(
    office: Office, make_folder: MakeFolder, at: str, urgency: int
) -> None:
    # 07:30 UTC is 23:30 on the day before, 08:30 is 00:30.
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(you=trip("2026-12-25"))
        bring_up(office)
    with time_machine.travel(datetime.fromisoformat(f"2026-11-25T{at}:00+00:00"), tick=False):
        bring_up(office)
        assert columns(folder.row.pk)[0] == urgency


def test_the_queue_does_it_once_a_day(office: Office, signed_in: SignedIn, make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        make_folder(you=trip("2026-12-25"))
        page(signed_in())
        assert Office.objects.get().freshened_on == today()
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        assert "Act today" in page(signed_in())
        assert bring_up(office) == 0


def test_another_office_and_what_no_key_opens_are_left(office: Office, make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(you=trip("2026-12-01"))
        Screening.objects.filter(pk=folder.row.pk).update(key_id="gone")
        lost = make_folder(you=trip("2026-12-01"))
        Screening.objects.filter(pk=lost.row.pk).update(sealed_names=b"x" * 80)
    with time_machine.travel(NOON + timedelta(days=30), tick=False):
        assert bring_up(office) == 0
        assert columns(folder.row.pk)[1] == columns(lost.row.pk)[1] == "2026-12-01"


def as_an_earlier_program_left_it(office: Office) -> None:
    """Levels of contract 1, no line."""
    Screening.objects.update(urgency=1, missing="", to_do=0, stale_on=None, sealed_line=b"")
    Office.objects.filter(pk=office.pk).update(freshened_on=today(), freshened_by="")


def test_what_an_earlier_program_stored_shows_no_wrong_level(
    office: Office, signed_in: SignedIn, make_folder: MakeFolder
) -> None:
    make_folder("Held Person", you={"immigration_events": ("detained",)})
    make_folder("Calm Person", case={"steps_since": ("paid_consultant",)})
    as_an_earlier_program_left_it(office)
    text = page(signed_in())
    assert "Held by immigration" in text
    assert "Paid a consultant" in text
    assert sorted(Screening.objects.values_list("urgency", "missing")) == [(0, "call"), (3, "call")]


def test_other_rules_look_at_every_row_again(office: Office, make_folder: MakeFolder) -> None:
    folder = make_folder(you={"immigration_events": ("detained",)})
    bring_up(office)
    Screening.objects.update(urgency=0)
    assert bring_up(office) == 0
    Office.objects.filter(pk=office.pk).update(freshened_by="2020.01-0")
    assert bring_up(office) == 1
    assert columns(folder.row.pk)[0] == 3


def test_one_look_brings_up_a_part_and_says_what_is_left(
    office: Office, signed_in: SignedIn, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The most urgent of what is open first; what no key opens is not in the way of the others."""
    monkeypatch.setattr("screening.office.file.freshen.AT_ONCE", 1)
    monkeypatch.setattr("screening.office.queue.listing.of_today", lambda rows, *_: list(rows))
    lost = make_folder(you={"immigration_events": ("detained",)})
    done = make_folder(you={"immigration_events": ("detained",)}, status="closed")
    calm, held = make_folder(), make_folder(you={"immigration_events": ("detained",)})
    as_an_earlier_program_left_it(office)
    Screening.objects.filter(pk=lost.row.pk).update(sealed_names=b"x" * 80, urgency=3)
    Screening.objects.filter(pk=held.row.pk).update(urgency=2)
    client, left, lines = signed_in("attorney"), [], []
    for _ in range(4):
        text = page(client)
        left.append(text.partition("present rules: ")[2][:1])
        full = Screening.objects.exclude(sealed_line=b"").values_list("pk", flat=True)
        lines.append(set(full))
    assert left == ["3", "2", "1", ""]
    in_order = [held.row.pk, calm.row.pk, done.row.pk]
    assert lines == [set(in_order[:many]) for many in range(4)]
    assert Office.objects.get().freshened_on == today()


def test_no_line_is_shown_as_other_rules_left_it(
    office: Office, signed_in: SignedIn, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screening.office.file.freshen.AT_ONCE", 0)
    make_folder("Held Person", you={"immigration_events": ("detained",)})
    make_folder("Calm Person")
    as_an_earlier_program_left_it(office)
    text = " ".join(page(signed_in()).split())
    assert "present rules: 2." in text
    assert "Act today <span>1</span>" in text
    assert "Held by immigration" in text
    assert "No flag <span>1</span>" in text


def test_cut_short_it_goes_on_where_it_stopped(
    office: Office, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        make_folder(you={"immigration_events": ("detained",)})
    as_an_earlier_program_left_it(office)
    looked_at: list[CaseFile] = []

    def one_then_none(file: CaseFile, day: date) -> Any:
        looked_at.append(file)
        return standing(file, day) if len(looked_at) == 1 else 1 / 0

    monkeypatch.setattr("screening.office.file.freshen.standing", one_then_none)
    with pytest.raises(ZeroDivisionError):
        bring_up(office)
    monkeypatch.undo()
    assert bring_up(office) == 2
    assert set(Screening.objects.values_list("urgency", flat=True)) == {3}
