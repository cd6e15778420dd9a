"""When a screening is erased: the day that stands in its row, and what takes it away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from screening.office.file import purging
from screening.office.file.cabinet import put_back
from screening.office.file.casefile import Hold
from screening.office.file.journal import What, now
from screening.office.governance.exports import mark_exported
from screening.office.governance.periods import DAYS, follow_periods, longest
from screening.office.models import Member, Office, Status
from tests.office.conftest import MakeOffice, make_member
from tests.office.governance import filing


@pytest.fixture
def member(office: Office) -> Member:
    return make_member(office, "attorney")


def test_the_codes_are_those_of_the_journal() -> None:
    codes = {what.value for what in What}
    assert {"status", "exported", *purging._NO_NEW_EXPORT} <= codes
    assert (What.STATUS.value, What.EXPORTED.value) == ("status", "exported")


def test_what_a_person_sent_goes_thirty_days_later_and_a_call_has_no_day(
    office: Office, member: Member
) -> None:
    row = filing.sent(office)
    assert row.purge_on == row.created_on + timedelta(days=30)
    assert filing.purge_on(filing.begun(member)) is None


@pytest.mark.parametrize("status", [Status.NEW, Status.IN_REVIEW, Status.NEEDS_PAPERS])
def test_what_is_worked_on_has_no_day_exported_or_not(member: Member, status: Status) -> None:
    folder = filing.begun(member)
    filing.put(member, folder, status)
    assert filing.purge_on(folder) is None
    filing.exported(member, folder)
    assert filing.purge_on(folder) is None


def test_declined_goes_ninety_days_later_and_a_second_reason_moves_nothing(member: Member) -> None:
    folder = filing.begun(member)
    filing.put(member, folder, Status.DECLINED)
    assert filing.purge_on(folder) == 90
    with time_machine.travel(timezone.now() + timedelta(days=10)):
        filing.put(member, folder, Status.DECLINED)
        assert filing.purge_on(folder) == 80
        filing.put(member, folder, Status.NEW)
        assert filing.purge_on(folder) is None


@pytest.mark.parametrize("status", purging.EXPORTED_STATUSES)
def test_what_is_done_with_goes_thirty_days_after_its_export_and_never_without(
    member: Member, status: Status
) -> None:
    folder = filing.begun(member)
    filing.put(member, folder, status)
    assert filing.purge_on(folder) is None
    assert (
        purging.why_kept(filing.again(member, folder).row, filing.again(member, folder).file)
        == "Not exported yet"
    )
    filing.exported(member, folder)
    assert filing.purge_on(folder) == 30


def test_an_export_long_ago_does_not_erase_on_the_day_it_is_closed(member: Member) -> None:
    folder = filing.begun(member)
    filing.exported(member, folder)
    with time_machine.travel(timezone.now() + timedelta(days=100)):
        filing.put(member, folder, Status.CLOSED)
        assert filing.purge_on(folder) == 30


def test_a_change_after_the_export_takes_the_day_away_until_the_next_export(member: Member) -> None:
    folder = filing.begun(member)
    filing.put(member, folder, Status.ACCEPTED)
    filing.exported(member, folder)
    filing.changed(member, folder)
    assert filing.purge_on(folder) is None
    taken = filing.again(member, folder)
    assert purging.why_kept(taken.row, taken.file) == "Changed since it was exported"
    filing.exported(member, folder)
    assert filing.purge_on(folder) == 30


def test_a_change_that_came_while_it_was_handed_over_counts_as_after_it(member: Member) -> None:
    folder = filing.begun(member)
    filing.put(member, folder, Status.ACCEPTED)
    sent_version = filing.again(member, folder).row.version
    filing.changed(member, folder)
    mark_exported(filing.again(member, folder), member, sent_version, "hand-over")
    assert filing.purge_on(folder) is None


def test_a_legal_hold_takes_the_day_away_and_its_release_gives_it_back(member: Member) -> None:
    folder = filing.begun(member)
    filing.put(member, folder, Status.DECLINED)
    taken = filing.again(member, folder)
    taken.file.hold = Hold(by="Dana", at=now(), why="a subpoena")
    put_back(taken)
    assert filing.purge_on(folder) is None
    taken = filing.again(member, folder)
    taken.file.hold = None
    put_back(taken)
    assert filing.purge_on(folder) == 90


@pytest.mark.parametrize(("hour", "minute", "day"), [(23, 30, 24), (0, 30, 25)])
def test_days_are_california_days(office: Office, hour: int, minute: int, day: int) -> None:
    at = datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo("America/Los_Angeles"))
    with time_machine.travel(at.astimezone(UTC), tick=False):
        member = make_member(office, "attorney")
        folder = filing.begun(member)
        filing.put(member, folder, Status.DECLINED)
        assert (folder.row.created_on.day, filing.purge_on(folder)) == (day, 90)


def test_a_shorter_period_moves_every_day_and_a_longer_one_not_what_a_person_was_told(
    office: Office, member: Member
) -> None:
    declined, accepted, sent = filing.begun(member), filing.begun(member), filing.sent(office)
    filing.put(member, declined, Status.DECLINED)
    filing.put(member, accepted, Status.ACCEPTED)
    filing.exported(member, accepted)
    before = {name: getattr(office, name) for name in DAYS}
    office.unopened_days, office.declined_days, office.exported_days = 20, 60, 10
    office.save()
    follow_periods(office, before)
    sent.refresh_from_db()
    assert (filing.purge_on(declined), filing.purge_on(accepted)) == (60, 10)
    assert sent.purge_on == sent.created_on + timedelta(days=20)
    shorter = {name: getattr(office, name) for name in DAYS}
    for name in DAYS:
        setattr(office, name, longest(name))
    office.save()
    follow_periods(office, shorter)
    sent.refresh_from_db()
    assert (filing.purge_on(declined), filing.purge_on(accepted)) == (90, 30)
    assert sent.purge_on == sent.created_on + timedelta(days=20)


def test_a_period_of_one_office_moves_nothing_of_another(make_office: MakeOffice) -> None:
    one, other = make_office("One"), make_office("Other")
    row = filing.sent(other)
    before = {name: getattr(one, name) for name in DAYS}
    one.unopened_days = 5
    follow_periods(one, before)
    row.refresh_from_db()
    assert row.purge_on == row.created_on + timedelta(days=30)
