"""The administrator's pages: the log, what will be erased, the office itself."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.office.file import log
from screening.office.keys import office_keys, path_of
from screening.office.models import LogEntry, Member, Office, Screening, Status
from tests.office.conftest import PASSWORD, MakeOffice, SignedIn, make_member, signed_in_as
from tests.office.governance import filing


PAGES = ("log", "retention", "office_settings")


@pytest.fixture
def administrator(office: Office) -> Member:
    return make_member(office, "administrator", name="Alma Ruiz")


@pytest.fixture
def client(administrator: Member) -> Client:
    cache.clear()
    return signed_in_as(administrator)


def text(client: Client, page: str, query: str = "", status: int = 200) -> str:
    response = client.get(reverse(page) + query)
    assert response.status_code == status
    return response.content.decode()


def older(page: str) -> str:
    """The address of the older lines."""
    return "?" + page.split('href="/office/records/log/?')[1].split('"')[0].replace("&amp;", "&")


@pytest.mark.parametrize("page", PAGES)
def test_only_an_administrator_sees_them(page: str, signed_in: SignedIn) -> None:
    assert Client().get(reverse(page))["Location"] == reverse("sign_in")
    for role in ("intake", "attorney"):
        assert signed_in(role).get(reverse(page)).status_code == 404
        assert signed_in(role).post(reverse(page)).status_code == 404 or page != "office_settings"
    assert signed_in("attorney", administers=True).get(reverse(page)).status_code == 200


@pytest.mark.parametrize("page", ["log", "retention"])
def test_without_the_keys_they_say_so(page: str, client: Client, office: Office) -> None:
    filing.put_up_for_keeping(office)
    path_of(office.id).unlink()
    response = client.get(reverse(page))
    words = response.content.decode()
    assert (response.status_code == 503) or "Sealed under a key that is missing" in words


# the log


def test_the_log_says_who_when_what_and_which(client: Client, office: Office) -> None:
    dana = make_member(office, name="Dana Kim")
    folder = filing.begun(dana)
    log.note(dana, log.Act.PRINTED, folder.row.id, "the attorney's paper")
    page = text(client, "log")
    assert "Dana Kim" in page
    assert "printed" in page
    assert folder.row.number in page
    assert "Vega" not in page


def test_reading_it_is_a_line_once_a_visit(client: Client, office: Office) -> None:
    def reads() -> int:
        keys = office_keys(office.id)
        return sum(log.opened(keys, one).act == "read this log" for one in LogEntry.objects.all())

    for _ in range(3):
        text(client, "log")
    assert reads() == 1
    with time_machine.travel(timezone.now() + timedelta(minutes=14)):
        text(client, "log")
        assert reads() == 1
    # Longer away, and the screen would lock: the visit is over.
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        client.post(reverse("log"), {"unlock": PASSWORD})
        text(client, "log")
        assert reads() == 2


def test_each_filter_narrows(client: Client, office: Office, administrator: Member) -> None:
    dana, noor = make_member(office, name="Dana Kim"), make_member(office, name="Noor Amiri")
    one, two = filing.begun(dana).row, filing.begun(noor).row
    with time_machine.travel(timezone.now() - timedelta(days=2)):
        log.note(dana, log.Act.VIEWED, one.id, "first line")
        day = timezone.localdate()
    log.note(noor, log.Act.PRINTED, two.id, "second line")
    assert administrator.name

    def shown(query: str) -> tuple[bool, bool]:
        page = text(client, "log", query)
        return "first line" in page, "second line" in page

    assert shown("") == (True, True)
    assert shown(f"?who={dana.id}") == (True, False)
    assert shown("?act=printed") == (False, True)
    assert shown(f"?number={two.number.lower()}") == (False, True)
    assert shown(f"?day={day.isoformat()}") == (True, False)
    assert shown(f"?who={dana.id}&act=printed") == (False, False)


@pytest.mark.parametrize("query", ["?number=x", "?number=%00", "?day=yesterday", "?day=0001-01-01"])
def test_a_filter_that_makes_no_sense_is_explained(client: Client, query: str) -> None:
    assert 'class="n bad"' in text(client, "log", query)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["who", "act", "number", "day", "before"]), st.text(max_size=30)))
def test_whatever_stands_in_the_address_is_answered(client: Client, told: dict[str, str]) -> None:
    assert client.get(reverse("log"), told).status_code == 200


def test_older_lines_come_by_pages_and_nothing_twice(client: Client, office: Office) -> None:
    dana = make_member(office)
    for number in range(120):
        log.note(dana, log.Act.VIEWED, "", f"line-{number}.")
    first = text(client, "log")
    seen = [first, text(client, "log", older(first))]
    seen.append(text(client, "log", older(seen[-1])))
    assert "Older lines" not in seen[-1]
    assert all(sum(f"line-{number}." in page for page in seen) == 1 for number in range(120))


def test_a_filter_looks_back_in_steps(
    client: Client, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screening.office.governance.log_page.MOST_OPENED", 10)
    dana, noor = make_member(office), make_member(office, name="Noor Amiri")
    log.note(noor, log.Act.VIEWED, "", "far-back")
    for _ in range(15):
        log.note(dana, log.Act.VIEWED)
    first = text(client, "log", f"?who={noor.id}")
    assert "far-back" not in first
    assert "Look further back" in first
    assert "far-back" in text(client, "log", older(first))


def test_the_log_costs_the_same_number_of_queries_however_long_it_is(client: Client, office: Office) -> None:
    dana = make_member(office)
    counts = []
    for lines in (1, 60):
        for _ in range(lines):
            log.note(dana, log.Act.VIEWED, "A")
        text(client, "log")
        with CaptureQueriesContext(connection) as counted:
            text(client, "log", f"?who={dana.id}")
        counts.append(len(counted))
    assert counts[0] == counts[1]


def test_another_offices_lines_are_not_there(client: Client, make_office: MakeOffice) -> None:
    other = make_member(make_office("Other"), name="Stranger Danger")
    log.note(other, log.Act.VIEWED, "", "other-line")
    page = text(client, "log")
    assert "Stranger" not in page
    assert "other-line" not in page


# retention


def test_it_shows_what_goes_before_it_goes_with_days_left(client: Client, office: Office) -> None:
    row = filing.sent(office)
    page = text(client, "retention")
    assert row.number in page
    assert "Nobody has opened it" in page
    assert "<td>30</td>" in page.replace("\n", "").replace(" ", "")
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        again = signed_in_as(Member.objects.get(name="Alma Ruiz"))
        assert "At the next run" in text(again, "retention")


def test_it_shows_what_is_kept_and_why(client: Client, office: Office) -> None:
    dana = make_member(office, "attorney")
    folder = filing.begun(dana)
    filing.put(dana, folder, Status.CLOSED)
    page = text(client, "retention")
    assert folder.row.number in page
    assert "Not exported yet" in page
    assert "Vega" not in page
    filing.exported(dana, folder)
    assert "Not exported yet" not in text(client, "retention")


def test_retention_costs_the_same_number_of_queries(client: Client, office: Office) -> None:
    dana = make_member(office, "attorney")
    counts = []
    for _ in range(2):
        for _ in range(4):
            filing.sent(office)
            filing.put(dana, filing.begun(dana), Status.CLOSED)
        text(client, "retention")
        with CaptureQueriesContext(connection) as counted:
            text(client, "retention")
        counts.append(len(counted))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("query", ["?page=9999", "?page=x", "?kept=-1", "?page=%00"])
def test_a_page_that_is_none_is_another_one(client: Client, query: str) -> None:
    text(client, "retention", query)


# the office


def form(client: Client, **changes: str) -> dict[str, str]:
    page = text(client, "office_settings")
    told = {
        "name": "Valley Law Project",
        "address": "",
        "phone": "",
        "unopened_days": "30",
        "declined_days": "90",
        "exported_days": "30",
        "dropped_days": "7",
        "log_days": "365",
        "webhook_url": "",
        "read": page.split('name="read" value="')[1].split('"')[0] if 'name="read" value="' in page else "",
    }
    if not told["read"]:
        told["read"] = page.split('name="read"')[1].split('value="')[1].split('"')[0]
    return {**told, **changes}


def last_line(office: Office) -> log.LogLine:
    return log.opened(office_keys(office.id), LogEntry.objects.order_by("-number").first())  # type: ignore[arg-type]


def test_what_is_changed_is_saved_and_is_a_line_of_the_log(client: Client, office: Office) -> None:
    told = form(client, name="Valley Law", takes_screenings="on", declined_days="60", phone="559 555 0100")
    assert client.post(reverse("office_settings"), told).status_code == 302
    office.refresh_from_db()
    assert (office.name, office.takes_screenings, office.declined_days) == ("Valley Law", True, 60)
    line = last_line(office)
    assert line.act == "changed the office"
    assert line.detail == "declined_days 90 to 60, name, phone, takes_screenings"


def test_a_shorter_period_moves_the_days_of_what_is_there(client: Client, office: Office) -> None:
    row = filing.sent(office)
    client.post(reverse("office_settings"), form(client, unopened_days="10"))
    assert Screening.objects.get(pk=row.pk).purge_on == row.created_on + timedelta(days=10)


@pytest.mark.parametrize("days", ["31", "0", "-1", "", "ten", "1.5", "9" * 50, "٣", "\0"])
def test_a_period_is_never_longer_than_the_default(client: Client, office: Office, days: str) -> None:
    response = client.post(reverse("office_settings"), form(client, unopened_days=days, phone="kept typed"))
    office.refresh_from_db()
    if days == "٣":
        assert office.unopened_days in (3, 30)
        return
    assert response.status_code == 422
    page = response.content.decode()
    assert "from 1 to 30" in page
    assert "kept typed" in page
    assert office.unopened_days == 30


@pytest.mark.parametrize(
    "url",
    [
        "http://case.example/hook", "ftp://case.example/", "javascript:alert(1)", "https://", "https://a:b@c.example/",
        "https://case.example:99999/", "case.example", "https://[::1", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_an_address_that_may_not_be_sent_to_is_not_saved(client: Client, office: Office, url: str) -> None:
    assert client.post(reverse("office_settings"), form(client, webhook_url=url)).status_code == 422
    office.refresh_from_db()
    assert office.webhook_url == ""


def test_two_administrators_do_not_overwrite_each_other(client: Client, office: Office) -> None:
    mine, theirs = form(client, phone="mine"), form(client, name="Theirs")
    assert client.post(reverse("office_settings"), theirs).status_code == 302
    response = client.post(reverse("office_settings"), mine)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Somebody changed the office" in page
    assert "Theirs" in page
    assert "mine" in page
    office.refresh_from_db()
    assert (office.name, office.phone) == ("Theirs", "")


def test_the_secret_shows_after_the_password_and_is_a_line_of_the_log(client: Client, office: Office) -> None:
    secret = base64.b64encode(office_keys(office.id).webhook).decode()
    refused = client.post(reverse("office_settings"), {"show_secret": "1", "password": "wrong"})
    assert refused.status_code == 302
    page = text(client, "office_settings")
    assert secret not in page
    assert "not your password" in page
    shown = client.post(reverse("office_settings"), {"show_secret": "1", "password": PASSWORD})
    assert secret in shown.content.decode()
    assert last_line(office).detail == "looked at the secret of the webhook"
    assert secret not in text(client, "office_settings")


def test_passwords_cannot_be_tried_without_end(client: Client, office: Office) -> None:
    for _ in range(6):
        client.post(reverse("office_settings"), {"show_secret": "1", "password": "wrong"})
    client.post(reverse("office_settings"), {"show_secret": "1", "password": PASSWORD})
    assert "Too many tries" in text(client, "office_settings")
    assert office.id


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["name", "address", "phone", "unopened_days", "log_days", "webhook_url", "read"]),
        st.text(max_size=300) | st.just("\0"),
    )
)
def test_whatever_is_posted_is_answered(client: Client, told: dict[str, str]) -> None:
    response = client.post(reverse("office_settings"), {**form(client), **told})
    assert response.status_code in (302, 409, 422)
