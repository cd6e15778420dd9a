"""A marker in every field of the page, sent and not sent: no table, log, address or cookie says it."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from screening.office.models import Office, Screening
from tests.interview.test_canary import ANSWERS, MARKER, Machine, machine
from tests.interview.test_dump import raw
from tests.interview.walk import FROM_THIS_SITE, answer_everything, html_of
from tests.office.sending.letters import filled, page_of, receipt_of, send, sent_page


__all__ = ["machine"]

NAMES = {"a": "Brunhilde Zwetschge", "b": "Hilde Pflaume", "c": "Kuno Mirabelle", "d": "Advokat Schlehe"}
CONTACT = {"f": "559 555 0142 x77", "g": "nach Feierabend", "i": "brunhilde@obst.example"}


def secrets() -> list[str]:
    return [*NAMES.values(), *CONTACT.values()]


def test_nothing_that_is_typed_on_the_page_can_be_read_anywhere(
    machine: Machine, client: Client, office_on_disk: Office
) -> None:
    run = answer_everything(client, ANSWERS)
    machine.also(*secrets(), run, client.cookies[settings.SESSION_COOKIE_NAME].value)
    asked = [send(client, run, office_on_disk, **NAMES, **CONTACT, m=None)]
    machine.assert_silent()
    asked.append(send(client, run, office_on_disk, **NAMES, **CONTACT, to="place"))
    client.post(asked[-1])
    asked.append(send(client, run, office_on_disk, **NAMES, **CONTACT))
    assert asked[-1] == sent_page(run)
    number = receipt_of(client, run)
    machine.also(number, f"{number[:4]} {number[4:8]}")
    assert Screening.objects.count() == 1
    machine.assert_silent()
    wrong = Client()
    wrong.post("/en/withdraw/", {"number": number[::-1]}, headers=FROM_THIS_SITE)
    html_of(wrong, "/en/withdraw/")
    machine.also(number[::-1])
    machine.assert_silent()
    said = [*secrets(), number]
    for text in (*asked, *(cookie.OutputString() for cookie in client.cookies.values())):
        assert not [one for one in said if one in text]


def test_a_crash_while_sending_logs_no_name(
    machine: Machine, client: Client, office_on_disk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError(" ".join(secrets()))

    run = answer_everything(client, {})
    machine.also(*secrets())
    client.raise_request_exception = False
    monkeypatch.setattr("screening.office.file.cabinet.file_new", crash)
    response = client.post(page_of(run), filled(office_on_disk, **NAMES, **CONTACT))
    assert response.status_code == 500
    assert "RuntimeError" in machine.log.getvalue()
    machine.assert_silent()
    assert not Screening.objects.exists()
    assert 'id="f"' in html_of(client, page_of(run)), "nothing was sent, and the page is still there"


def test_erasing_the_interview_erases_the_names_of_a_form_that_was_not_sent(
    machine: Machine, client: Client, office_on_disk: Office
) -> None:
    run = answer_everything(client, {})
    send(client, run, office_on_disk, **NAMES, m=None)
    client.post(f"/s/{run}/erase/")
    call_command("forget", verbosity=0)
    assert client.get(page_of(run)).status_code == 403
    machine.also(*secrets())
    machine.assert_silent()


def test_titles_and_addresses_say_nothing_of_sending_to_whom(
    machine: Machine, client: Client, office_on_disk: Office
) -> None:
    assert machine.database.exists()
    run = answer_everything(client, {"offense_code": MARKER})
    for address in (page_of(run), f"/s/{run}/result/"):
        html = html_of(client, address)
        assert not re.search(r'(?:href|action)="[^"]*\?', html)
        assert office_on_disk.id not in re.sub(r'<input type="hidden" name="o"[^>]*>', "", html)
    assert office_on_disk.name.encode() in raw(machine.database), "the office itself is no secret"
