"""Handing over: signed, to one address, never sent on; what goes wrong is said and nothing is marked."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from screening.office.file import cabinet, log
from screening.office.governance import webhook
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Member, Office, Status
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as
from tests.office.governance import filing


@dataclass
class Receiver:
    """Another system: what it was sent, and what it answers."""

    url: str = ""
    status: int = 204
    location: str = ""
    wait: float = 0
    got: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    told = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.got.append((self.path, dict(self.headers), body))
            time.sleep(told.wait)
            self.send_response(told.status)
            if told.location:
                self.send_header("Location", told.location)
            self.end_headers()
            if told.status not in (204, 304):
                self.wfile.write(b"<b>secret words of the other system</b>")

        def do_GET(self) -> None:
            told.got.append((self.path, {}, b"followed a redirect"))

        def log_message(self, *_args: object) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}/hook?office=1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def attorney(office: Office, receiver: Receiver, settings: Settings) -> Member:
    settings.PCR_WEBHOOK_PRIVATE = True
    office.webhook_url = receiver.url
    office.save()
    return make_member(office, "attorney")


@pytest.fixture
def client(attorney: Member) -> Client:
    return signed_in_as(attorney)


def address(row_id: str) -> str:
    return reverse("hand_over", args=[row_id])


def handed(client: Client, row_id: str) -> str:
    """Hand over, and what the page says then."""
    assert client.post(address(row_id)).status_code == 302
    return client.get(address(row_id)).content.decode()


def details(office: Office) -> list[str]:
    keys = office_keys(office.id)
    opened = [log.opened(keys, entry) for entry in LogEntry.objects.order_by("number")]
    return [line.detail for line in opened if line.act == "handed over"]


def test_who_is_refused(
    attorney: Member, signed_in: SignedIn, make_office: MakeOffice, receiver: Receiver
) -> None:
    row_id = filing.begun(attorney).row.id
    stranger = signed_in_as(make_member(make_office("Other"), "attorney"))
    for client in (signed_in("intake"), signed_in("administrator"), stranger):
        assert client.get(address(row_id)).status_code == 404
        assert client.post(address(row_id)).status_code == 404
    assert Client().post(address(row_id))["Location"] == reverse("sign_in")
    assert receiver.got == []


def test_a_receiver_can_verify_it_as_documented(
    client: Client, attorney: Member, office: Office, receiver: Receiver
) -> None:
    folder = filing.begun(attorney)
    filing.put(attorney, folder, Status.ACCEPTED)
    page = handed(client, folder.row.id)
    assert 'class="n bad"' not in page, page.partition('class="n bad"')[2][:200]
    ((path, headers, body),) = receiver.got
    assert path == "/hook?office=1"
    secret = base64.b64decode(base64.b64encode(office_keys(office.id).webhook))
    expected = hmac.new(secret, headers["X-PCR-Timestamp"].encode() + b"." + body, hashlib.sha256).hexdigest()
    assert headers["X-PCR-Signature"] == f"v1={expected}"
    assert abs(int(headers["X-PCR-Timestamp"]) - time.time()) < 60
    assert headers["X-PCR-Delivery"] == f"{folder.row.id}-2"
    told = json.loads(body)
    assert told["matter"]["name"] == "Marisol Vega"
    assert told["screening"]["version"] == 2


def test_what_was_taken_is_written_down_and_starts_the_days(
    client: Client, attorney: Member, office: Office
) -> None:
    folder = filing.begun(attorney)
    filing.put(attorney, folder, Status.ACCEPTED)
    page = handed(client, folder.row.id)
    assert "Handed over or exported last on" in page
    assert filing.purge_on(folder) == 30
    taken = filing.again(attorney, folder)
    assert (taken.file.journal[-1].what, taken.file.journal[-1].subject) == ("exported", "hand-over")
    assert details(office) == ["begun, version 2", "taken, version 2"]


@pytest.mark.parametrize(
    ("status", "words"),
    [(500, "did not take it"), (401, "did not take it"), (302, "elsewhere"), (307, "elsewhere")],
)
def test_a_refusal_is_told_in_words_and_nothing_is_marked(
    client: Client, attorney: Member, office: Office, receiver: Receiver, status: int, words: str
) -> None:
    receiver.status, receiver.location = status, receiver.url
    folder = filing.begun(attorney)
    filing.put(attorney, folder, Status.ACCEPTED)
    page = handed(client, folder.row.id)
    assert words in page
    assert "not marked as exported" in page
    assert "secret words" not in page
    assert len(receiver.got) == 1, "a redirect is not followed"
    assert filing.again(attorney, folder).file.exported_at == ""
    assert filing.purge_on(folder) is None
    assert details(office) == ["begun, version 2", "not taken, version 2"]


def test_one_that_does_not_answer_is_not_waited_for(
    client: Client, attorney: Member, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "TIMEOUT", 0.2)
    receiver.wait = 0.6
    folder = filing.begun(attorney)
    assert "did not answer" in handed(client, folder.row.id)
    assert filing.again(attorney, folder).file.exported_at == ""


def test_one_that_is_not_there_is_said(client: Client, attorney: Member, office: Office) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        office.webhook_url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    office.save()
    assert "could not be reached" in handed(client, filing.begun(attorney).row.id)


def test_without_an_address_nothing_is_sent(
    client: Client, attorney: Member, office: Office, receiver: Receiver
) -> None:
    office.webhook_url = ""
    office.save()
    assert "No system is set up" in handed(client, filing.begun(attorney).row.id)
    assert receiver.got == []


def test_before_the_conflict_check_nothing_is_sent(
    client: Client, office: Office, receiver: Receiver
) -> None:
    row = filing.sent(office)
    assert client.post(address(row.id))["Location"].endswith(reverse("conflict", args=[row.id]))
    assert receiver.got == []


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1", "::1", "fe80::1",
     "fd00::1", "::ffff:127.0.0.1", "2002:7f00:1::"],
)  # fmt: skip
def test_a_private_address_is_never_connected_to(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    settings.PCR_WEBHOOK_PRIVATE = False
    monkeypatch.setattr(webhook, "getaddrinfo", lambda *_a, **_k: [(0, 0, 0, "", (host, 443))])
    monkeypatch.setattr(webhook, "create_connection", lambda *_a: pytest.fail("connected"))
    with pytest.raises(webhook.CannotSendError, match="private address"):
        webhook.send("https://rebinding.example/", b"{}", b"k", "d")


def test_one_private_address_among_others_is_enough_to_refuse(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PCR_WEBHOOK_PRIVATE = False
    found = [(0, 0, 0, "", (host, 443)) for host in ("93.184.216.34", "127.0.0.1")]
    monkeypatch.setattr(webhook, "getaddrinfo", lambda *_a, **_k: found)
    with pytest.raises(webhook.CannotSendError, match="private address"):
        webhook.send("https://rebinding.example/", b"{}", b"k", "d")


def test_it_connects_to_the_address_that_was_checked(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PCR_WEBHOOK_PRIVATE = False
    asked: list[str] = []

    def once(host: str, *_args: object, **_named: object) -> list[object]:
        asked.append(host)
        return [(0, 0, 0, "", ("93.184.216.34", 443))]

    def connect(address: tuple[str, int], _timeout: float) -> None:
        assert address == ("93.184.216.34", 443)
        raise ConnectionRefusedError

    monkeypatch.setattr(webhook, "getaddrinfo", once)
    monkeypatch.setattr(webhook, "create_connection", connect)
    with pytest.raises(webhook.CannotSendError, match="not be reached"):
        webhook.send("https://case.example/hook", b"{}", b"k", "d")
    assert asked == ["case.example"], "a second look-up could find another address"


def test_plain_http_goes_to_this_machine_only(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.PCR_WEBHOOK_PRIVATE = True
    monkeypatch.setattr(webhook, "getaddrinfo", lambda *_a, **_k: [(0, 0, 0, "", ("10.0.0.1", 80))])
    with pytest.raises(webhook.CannotSendError, match="https"):
        webhook.send("http://inside.example/", b"{}", b"k", "d")
    settings.PCR_WEBHOOK_PRIVATE = False
    with pytest.raises(webhook.CannotSendError, match="https"):
        webhook.send("http://127.0.0.1/", b"{}", b"k", "d")


def test_a_certificate_that_is_not_good_is_not_accepted(
    settings: Settings, receiver: Receiver, attorney: Member
) -> None:
    settings.PCR_WEBHOOK_PRIVATE = True
    with pytest.raises(webhook.CannotSendError):
        webhook.send(receiver.url.replace("http://", "https://"), b"{}", b"k", "d")
    assert receiver.got == []
    assert isinstance(attorney, Member)


def test_what_changes_while_it_is_sent_counts_as_changed_after_it(
    client: Client, attorney: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = filing.begun(attorney)
    filing.put(attorney, folder, Status.ACCEPTED)
    monkeypatch.setattr(
        "screening.office.governance.handing_over.send", lambda *_args: filing.changed(attorney, folder)
    )
    handed(client, folder.row.id)
    taken = cabinet.take(attorney, folder.row.id)
    assert taken.file.exported_at
    assert filing.purge_on(folder) is None
