"""Once a day urgency and the next date are brought up to the day, in California."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from screening.interview.today import today
from screening.office.file.casefile import Deadline
from screening.office.keys import office_keys
from screening.office.models import Office, Screening
from screening.office.queue.freshen import freshen
from screening.rules.facts import EVENT_DATES
from screening.rules.partial_date import PartialDate
from tests.office.conftest import SignedIn
from tests.office.queue.conftest import MakeFolder, page


NOON = datetime(2026, 11, 24, 20, tzinfo=UTC)


def on(*days: str) -> list[Deadline]:
    return [Deadline(f"d{n}", day, "file") for n, day in enumerate(days)]


def columns(pk: str) -> tuple[int, str, int]:
    row = Screening.objects.get(pk=pk)
    return row.urgency, str(row.next_deadline), row.version


def bring_up(office: Office) -> int:
    office.refresh_from_db()
    return freshen(office, office_keys(office.id), today())


def test_a_day_that_comes_near_is_for_today(office: Office, make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(deadlines=on("2026-12-25"))
        assert columns(folder.row.pk) == (2, "2026-12-25", 1)
        assert bring_up(office) == 0
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        assert bring_up(office) == 1
        # Nothing was opened, sealed or counted for it.
        assert columns(folder.row.pk) == (3, "2026-12-25", 1)
        assert bytes(Screening.objects.get(pk=folder.row.pk).sealed_file) == bytes(folder.row.sealed_file)


def test_a_day_of_the_person_that_passed_gives_way_to_the_next(
    office: Office, make_folder: MakeFolder
) -> None:
    event, key = next(iter(EVENT_DATES.items()))
    you = {"upcoming": (event,), key: PartialDate.parse("2026-12-01")}
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(you=you, deadlines=on("2027-03-01"))
        assert columns(folder.row.pk)[:2] == (3, "2026-12-01")
    with time_machine.travel(NOON + timedelta(days=8), tick=False):
        assert bring_up(office) == 1
        assert columns(folder.row.pk) == (2, "2027-03-01", 1)


def test_a_day_of_the_office_that_passed_undone_stays(office: Office, make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(deadlines=on("2026-11-30", "2027-03-01"))
    with time_machine.travel(NOON + timedelta(days=30), tick=False):
        bring_up(office)
        assert columns(folder.row.pk)[:2] == (3, "2026-11-30")


@pytest.mark.parametrize(("at", "urgency"), [("07:30", 2), ("08:30", 3)])
def test_the_day_turns_at_midnight_in_california(
    office: Office, make_folder: MakeFolder, at: str, urgency: int
) -> None:
    # 07:30 UTC is 23:30 on the day before, 08:30 is 00:30.
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(deadlines=on("2026-12-25"))
        bring_up(office)
    with time_machine.travel(datetime.fromisoformat(f"2026-11-25T{at}:00+00:00"), tick=False):
        bring_up(office)
        assert columns(folder.row.pk)[0] == urgency


def test_the_queue_does_it_once_a_day(office: Office, signed_in: SignedIn, make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        make_folder(deadlines=on("2026-12-25"))
        page(signed_in())
        assert Office.objects.get().freshened_on == today()
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        assert "act today" in page(signed_in())
        assert bring_up(office) == 0


def test_another_office_and_what_no_key_opens_are_left(office: Office, make_folder: MakeFolder) -> None:
    with time_machine.travel(NOON, tick=False):
        folder = make_folder(deadlines=on("2026-12-01"))
        Screening.objects.filter(pk=folder.row.pk).update(key_id="gone")
    with time_machine.travel(NOON + timedelta(days=30), tick=False):
        assert bring_up(office) == 0
        assert columns(folder.row.pk)[1] == "2026-12-01"
