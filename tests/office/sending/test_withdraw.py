"""Taking it back: the number erases what nobody opened, and tells nobody anything else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.test import Client
from pytest_django.fixtures import Settings

from screening.interview import sealing
from screening.interview.brake import WAIT
from screening.interview.places import WRONG
from screening.interview.today import today
from screening.models import SealedSession
from screening.office.file import cabinet, log
from screening.office.keys import office_keys
from screening.office.models import LogEntry, NameToken, Office, Screening, Status
from screening.office.names import meeting as names
from screening.office.sending import posting, receipts
from tests.interview.test_dump import raw
from tests.interview.walk import FROM_THIS_SITE, answer_everything, html_of, one_line, title_of
from tests.office.conftest import MakeOffice, make_member
from tests.office.sending.letters import ANSWERS, filled, page_of, receipt_of, send, sent_by, sent_page


HERE = "/en/withdraw/"
ERASED = "It is erased. Nobody at the office had opened it."
OPENED = "The office has opened it. You can no longer take it back here."
NOTHING = "This number finds nothing. It may be mistyped, taken back already, or too old."


def take_back(client: Client, typed: str) -> str:
    """Type a number; the page that says what came of it, asked for with a GET."""
    response = client.post(HERE, {"number": typed}, headers=FROM_THIS_SITE)
    assert response.status_code == 302
    assert response["Location"] == HERE
    return html_of(client, HERE)


@pytest.mark.django_db
def test_it_erases_the_row_both_sealed_parts_and_every_form_of_the_names(
    client: Client, taking: Office
) -> None:
    _, number = sent_by(client, taking)
    row = Screening.objects.get()
    # The queue of the office may show the name before anybody opens the screening.
    folder = cabinet.take(make_member(taking), row.id)
    names.keep_tokens(office_keys(taking.id), row, folder.matter)
    assert NameToken.objects.exists()
    html = take_back(Client(), f" {number[:4]}-{number[4:8]} {number[8:]} ")
    assert ERASED in html
    assert not Screening.objects.exists()
    assert not NameToken.objects.exists()
    (line,) = [log.opened(office_keys(taking.id), entry) for entry in LogEntry.objects.all()]
    assert (line.act, line.subject, line.who, line.detail) == ("withdrawn by the person", row.id, "", "")
    assert list(log.verify(taking)) == []


@pytest.mark.django_db
def test_the_public_side_erases_it_too_and_writes_no_log(
    client: Client, taking: Office, settings: Settings
) -> None:
    _, number = sent_by(client, taking)
    settings.PCR_SIDE = "public"
    assert ERASED in take_back(client, number)
    assert not Screening.objects.exists()
    assert not LogEntry.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("columns", [{"opened_on": today()}, {"status": Status.DECLINED}])
def test_what_the_office_opened_stays_and_the_page_gives_its_phone(
    client: Client, taking: Office, columns: dict[str, object]
) -> None:
    _, number = sent_by(client, taking)
    Screening.objects.update(**columns)
    html = take_back(client, number)
    assert OPENED in html
    assert "Valley Law Project" in html
    assert "(559) 555-0177" in html
    assert Screening.objects.count() == 1
    assert not LogEntry.objects.exists()


@pytest.mark.django_db
def test_taken_back_it_can_be_sent_anew_under_another_number(client: Client, taking: Office) -> None:
    run, number = sent_by(client, taking)
    take_back(client, number)
    assert client.get(sent_page(run))["Location"] == page_of(run)
    assert 'id="f"' in html_of(client, page_of(run))
    assert send(client, run, taking) == sent_page(run)
    assert receipt_of(client, run) != number
    assert Screening.objects.count() == 1
    assert NOTHING in take_back(client, number)
    assert Screening.objects.count() == 1


@pytest.mark.django_db
def test_unknown_erased_and_used_numbers_get_the_same_page_and_cost_one_slow_key(
    client: Client, taking: Office, slow_keys: list[bytes]
) -> None:
    _, number = sent_by(client, taking)
    slow_keys.clear()
    take_back(client, number)
    assert len(slow_keys) == 1
    pages = []
    for typed in (number, "0" * 16, "9" * 16):
        html = take_back(Client(), typed)
        assert NOTHING in html
        assert title_of(html).split() == ["Error:", "Form"]
        pages.append(html.replace(typed, "…"))
    assert len(set(pages)) == 1
    assert len(slow_keys) == 4


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("12345", "You wrote 5."),
        ("", "You wrote 0."),
        ("x" * 500, "You wrote 0."),
        ("\x00²½١٢٣", "You wrote 3."),
    ],
)
def test_a_slip_is_pointed_out_at_once_and_stays(
    client: Client, slow_keys: list[bytes], typed: str, told: str
) -> None:
    html = take_back(client, typed)
    assert f"The number has 16 digits. {told}" in html
    assert not slow_keys
    assert not SealedSession.objects.exists()


@pytest.mark.django_db
def test_digits_of_another_script_are_digits(client: Client, taking: Office) -> None:
    _, number = sent_by(client, taking)
    persian = number.translate({ord("0") + digit: 0x6F0 + digit for digit in range(10)})
    assert ERASED in take_back(client, persian)


@pytest.mark.django_db
def test_many_wrong_numbers_in_a_minute_each_try_waits_some_seconds(client: Client, taking: Office) -> None:
    with time_machine.travel(datetime(2026, 11, 24, 20, 0, tzinfo=UTC), tick=False) as clock:
        _, number = sent_by(client, taking)
        for _ in range(WRONG.free):
            WRONG.count()
        client.post(HERE, {"number": number}, headers=FROM_THIS_SITE)
        response = client.get(HERE)
        assert (response.status_code, response["Retry-After"]) == (429, str(WAIT))
        html = one_line(response.content.decode())
        assert "Wait a few seconds, then press the button again." in html
        assert number in html
        assert Screening.objects.count() == 1
        clock.shift(timedelta(seconds=WAIT))
        data = {"number": number, "t": response.context["ticket"]}
        client.post(HERE, data, headers=FROM_THIS_SITE)
        assert ERASED in one_line(client.get(HERE).content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{"X": ""}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}])
def test_another_site_takes_nothing_back(client: Client, taking: Office, headers: dict[str, str]) -> None:
    _, number = sent_by(client, taking)
    response = Client().post(HERE, {"number": number}, headers=headers)
    assert response.status_code == 403
    assert not response.cookies
    assert Screening.objects.count() == 1


@pytest.mark.django_db
def test_looking_at_the_page_sets_no_cookie_and_other_methods_are_refused(client: Client) -> None:
    html = html_of(client, HERE)
    assert "What is your number?" in html
    assert "csrfmiddlewaretoken" not in html
    assert title_of(html).strip() == "Form"
    assert not client.cookies
    assert client.put(HERE).status_code == client.delete(HERE).status_code == 405


@pytest.mark.django_db
def test_the_number_is_never_in_the_address(client: Client, taking: Office) -> None:
    _, number = sent_by(client, taking)
    assert NOTHING not in html_of(client, f"{HERE}?number={number}")
    assert Screening.objects.count() == 1


@pytest.mark.django_db
def test_a_number_is_as_slow_to_try_as_a_code_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bytes] = []

    def slow(secret: bytes, *, salt: bytes) -> bytes:
        made.append(salt)
        return sealing.slow_key(secret, salt=salt)

    monkeypatch.setattr(receipts, "slow_key", slow)
    assert receipts.row_of("1" * 16) != receipts.row_of("1" * 15 + "2")
    assert len(made) == 2


@pytest.mark.django_db
def test_a_row_that_was_written_already_is_not_written_again(
    client: Client, run: str, taking: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a database that lets two requests read before either writes, the number decides: it is unique."""

    def written_meanwhile(*_: object) -> Screening:
        raise IntegrityError

    monkeypatch.setattr(posting, "file", written_meanwhile)
    assert send(client, run, taking) == sent_page(run)


@pytest.mark.django_db
def test_the_table_takes_a_number_once(client: Client, run: str, taking: Office) -> None:
    send(client, run, taking)
    row = Screening.objects.get()
    with pytest.raises(IntegrityError):
        Screening.objects.create(
            office=taking,
            created_on=row.created_on,
            changed_on=row.changed_on,
            receipt_row=row.receipt_row,
            sealed_names=b"",
            sealed_file=b"",
        )


def test_ten_at_the_same_moment_are_one_row(on_disk: Path, client: Client, office_on_disk: Office) -> None:
    office = office_on_disk
    run = answer_everything(client, ANSWERS)
    start = Barrier(10)
    settings_of = {**connections["default"].settings_dict, "NAME": str(on_disk)}

    def tap(_: int) -> str:
        connections["default"] = DatabaseWrapper(settings_of, "default")
        tab = Client()
        tab.cookies = client.cookies
        start.wait(timeout=10)
        try:
            return str(tab.post(page_of(run), filled(office))["Location"])
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(10) as pool:
        assert set(pool.map(tap, range(10))) == {sent_page(run)}
    assert Screening.objects.count() == 1


def test_once_taken_back_and_forgotten_no_byte_of_it_is_left(
    on_disk: Path, client: Client, office_on_disk: Office
) -> None:
    _, number = sent_by(client, office_on_disk)
    row = Screening.objects.get()
    sealed = [bytes(row.sealed_names), bytes(row.sealed_file)]
    assert all(part[:64] in raw(on_disk) for part in sealed)
    assert ERASED in take_back(client, number)
    call_command("forget", verbosity=0)
    left = raw(on_disk)
    assert not any(
        part[start : start + 64] in left for part in sealed for start in range(0, len(part) - 64, 64)
    )


@pytest.mark.django_db
def test_what_finds_nothing_names_no_office(make_office: MakeOffice) -> None:
    make_office()
    assert posting.take_back("no such row") == posting.TakenBack(None, erased=False)


@pytest.mark.django_db
def test_the_number_tells_whether_it_was_opened_and_takes_nothing_back(
    client: Client, taking: Office
) -> None:
    _, number = sent_by(client, taking)
    assert "Has the office opened it?" in html_of(Client(), HERE)

    def asked(typed: str) -> str:
        visitor = Client()
        visitor.post(HERE, {"number": typed, "ask": "1"}, headers=FROM_THIS_SITE)
        return html_of(visitor, HERE)

    assert "Nobody at the office has opened it yet. You can still take it back." in asked(number)
    assert NOTHING in asked("0" * 16)
    Screening.objects.update(opened_on=today())
    assert OPENED in asked(number)
    assert Screening.objects.count() == 1
