"""A copy of the database without the visitor's cookie reads nothing: no answer, no key, no address."""

from __future__ import annotations

import base64
import sqlite3
import zlib
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core import signing
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from screening.interview.sessions import EXPLAIN
from screening.models import Interview
from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate
from tests.interview.decoded import CODES, found
from tests.interview.walk import Place, answer_everything, begin, posted, walk_to


ANSWERS: dict[str, Value] = {
    "offense_code": "PC 9999 canary",
    "county": "Tuolumne",
    "offense_kind": ("drug_possession", "theft_or_fraud"),
    "disposition": "no_contest_plea",
    "disposition_date": PartialDate.parse("2003-07-14"),
    "immigration_status": "conditional_resident",
    "upcoming": ("immigration_court",),
    "immigration_court_date": PartialDate.parse("2027-01-09"),
}
# Every key and value, and what was typed.
CANARIES = {
    *CODES,
    *("9999 canary", "Tuolumne", "2003-07-14", "2027-01-09", "half-typed", "any_program", "aside"),
}


def cells(path: Path) -> list[bytes]:
    """Every cell of every table, as bytes."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        rows = [row for table in tables for row in database.execute(f'SELECT * FROM "{table}"')]  # noqa: S608
    finally:
        database.close()
    values = [value for row in rows for value in row if value is not None]
    return [value if isinstance(value, bytes) else str(value).encode() for value in values]


def raw(path: Path) -> bytes:
    """The bytes of the database and of its log."""
    return b"".join(part.read_bytes() for part in path.parent.glob(f"{path.name}*"))


def walked(client: Client) -> tuple[str, str]:
    """A confirmed interview, and one that stops with a half-typed date; their runs."""
    confirmed = answer_everything(client, ANSWERS)
    address = walk_to(client, begin(client), "11", ANSWERS)
    client.post(address, {**posted(address, ANSWERS), "c": "half-typed", "back": "1"})
    return confirmed, Place.of(address).run


def test_no_cell_and_no_byte_of_the_files_can_be_read_without_the_cookie(
    on_disk: Path, client: Client
) -> None:
    runs = walked(client)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    secret = {*CANARIES, *runs, cookie}
    stored = cells(on_disk)
    assert Interview.objects.count() == 2
    assert max(len(cell) for cell in stored) > 500, "the answers are there, sealed"
    for cell in stored:
        assert found(secret, cell) == set()
    everything = raw(on_disk)
    assert on_disk.with_name("db.sqlite3-wal").stat().st_size > 0
    plain = {word.encode() for word in secret}
    assert {word for word in plain if word in everything} == set()
    packed = {base64.b64encode(word)[:-4] for word in plain} | {word.hex().encode() for word in plain}
    wide = {word.decode().encode("utf-16-le") for word in plain}
    assert {word for word in packed | wide if word in everything} == set()


def test_cookies_and_addresses_hold_nothing_that_can_be_read(on_disk: Path, client: Client) -> None:
    address, seen = begin(client), []
    while Place.of(address).case:
        seen.append(address)
        address = walk_on_one(client, address)
    assert on_disk.exists()
    for text in (*seen, address, *(cookie.OutputString() for cookie in client.cookies.values())):
        assert found(CANARIES, text.encode()) == set()


def walk_on_one(client: Client, address: str) -> str:
    return client.post(address, posted(address, ANSWERS))["Location"]


def test_expired_answers_are_gone_from_the_files_too(on_disk: Path, client: Client) -> None:
    walked(client)
    sealed = [bytes(row.sealed) for row in Interview.objects.all()]
    assert all(text[:64] in raw(on_disk) for text in sealed)
    over = timedelta(hours=2 * settings.PCR_MAX_HOURS) + EXPLAIN
    with time_machine.travel(timezone.now() + over):
        call_command("forget", verbosity=0)
    assert on_disk.with_name("db.sqlite3-wal").stat().st_size == 0
    assert not any(text[start : start + 64] in raw(on_disk) for text in sealed for start in (0, 64, 128))


@pytest.mark.parametrize(
    "hidden",
    [
        b"a canary in the clear",
        zlib.compress(b"a canary in zlib"),
        base64.urlsafe_b64encode(zlib.compress(b"a canary in zlib in base64")),
        b"a canary in hex".hex().encode(),
        "a canary in UTF-16".encode("utf-16-le"),
        b"\x00" + "a canary in UTF-16".encode("utf-16-be"),
        signing.dumps({"answer": "a canary as Django signs sessions"}, compress=True).encode(),
        signing.dumps({"answer": "a canary " * 200}, compress=True).encode(),
    ],
)
def test_the_search_itself_finds_what_is_only_hidden(hidden: bytes) -> None:
    assert found({"a canary"}, hidden) == {"a canary"}
