"""Nobody waits unseen: a notice that says how many and nothing of anybody."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from io import StringIO

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.core.management import call_command
from django.test import Client
from pytest_django.fixtures import Settings

from screening.office.file import waiting
from screening.office.models import Office, Screening
from tests.office.queue.conftest import due, in_days, sent_from_outside
from tests.office.sending.letters import sent_by


pytestmark = pytest.mark.django_db
ADDRESS = "intake@office.example"
DETAINED = {"immigration_events": ("detained",)}
Captured = Callable[..., AbstractContextManager[object]]


@pytest.fixture
def noticed(settings: Settings) -> None:
    settings.OPERATOR = replace(django_settings.OPERATOR, notices=ADDRESS)


def told(*options: str) -> tuple[int, str]:
    """The exit status of the command, and what it says."""
    out = StringIO()
    try:
        call_command("waiting", *options, stdout=out)
    except SystemExit as ended:
        return int(str(ended.code)), out.getvalue().strip()
    return 0, out.getvalue().strip()


@pytest.mark.usefixtures("noticed")
def test_a_screening_that_is_sent_gives_a_notice_of_nobody(
    client: Client, taking: Office, django_capture_on_commit_callbacks: Captured
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        _, number = sent_by(client, taking)
    (notice,) = mail.outbox
    assert (notice.to, notice.subject, notice.body) == ([ADDRESS], "1 new", "Sign in to see it.")
    written = notice.message().as_string()
    assert number not in written.replace(" ", "")
    assert Screening.objects.get().id not in written


def test_without_an_address_nothing_is_mailed(
    client: Client, taking: Office, django_capture_on_commit_callbacks: Captured
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sent_by(client, taking)
    assert told("--mail") == (1, "1 new")
    assert mail.outbox == []


@pytest.mark.usefixtures("noticed")
def test_what_cannot_be_mailed_stops_nobody_and_the_log_has_no_address(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(*_: object) -> None:
        raise ConnectionRefusedError(ADDRESS)

    monkeypatch.setattr(waiting, "send_mail", refused)
    waiting.tell_new(0)
    assert "A notice was not sent: ConnectionRefusedError" in caplog.text
    assert ADDRESS not in caplog.text


@pytest.mark.usefixtures("noticed")
def test_the_command_counts_what_is_new_and_what_is_near_and_ends_with_1(office: Office) -> None:
    assert told("--mail") == (0, "nothing waits")
    assert mail.outbox == []
    sent_from_outside(office)
    assert told() == (1, "1 new")
    sent_from_outside(office, you=DETAINED)
    assert told("--office", office.id) == (1, "2 new, 1 of them: act today")
    Screening.objects.filter(urgency=0).delete()
    assert told("--mail") == (1, "1 new, act today")
    assert [one.subject for one in mail.outbox] == ["1 new, act today"]
    row = sent_from_outside(office, deadlines=due(2))
    Screening.objects.filter(pk=row.pk).update(opened_on=in_days(0))
    later = sent_from_outside(office, deadlines=due(4))
    Screening.objects.filter(pk=later.pk).update(opened_on=in_days(0))
    assert told() == (1, "1 new, act today; 1 with a date within 3 days")
