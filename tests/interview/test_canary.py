"""The canary: a marker in every field, every feature used, then a search of every byte that was written."""

from __future__ import annotations

import base64
import io
import logging
import re
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pcr_screener.logs import Formatter
from screening.interview.openers import RUNS
from screening.interview.place_words import code_of
from screening.interview.sessions import EXPLAIN
from screening.models import Interview, Place, SealedSession
from screening.questions.route import PAGE
from screening.questions.steering import fact_of
from screening.rules.answers import Value
from screening.rules.facts import FACTS, STAND_ALONE, Kind
from screening.rules.partial_date import PartialDate
from tests.interview.decoded import CODES, found
from tests.interview.opened import with_one_wrong
from tests.interview.test_dump import cells, raw
from tests.interview.walk import FROM_THIS_SITE, MOST_STEPS, begin, go_on, html_of, posted, to_fix, walk_on
from tests.interview.walk import Place as Address


MARKER = "zwiebelkuchen 90210"
HALF_TYPED = "halb getippt"
DAY = PartialDate.parse("2003-07-14")
# Where the first value would end the questionnaire early.
STEERING: dict[str, Value] = {
    "court": "california",
    "county": "Tuolumne",
    "juvenile": "no",
    "said_guilty": "yes",
    "disposition": "no_contest_plea",
    "program": "pc1000_deferred_entry",
    "custody_in_case": "finished",
    "citizenship": "noncitizen",
}


def something_said(key: str) -> Value:
    """An answer to a question, as telling as there is."""
    fact = fact_of(key)
    match fact.kind:
        case Kind.TEXT:
            return MARKER
        case Kind.DATE:
            return DAY
        case Kind.SEVERAL:
            return tuple(value for value in fact.values if value not in STAND_ALONE)
        case _:
            return STEERING.get(key) or fact.values[0]


ANSWERS: dict[str, Value] = {key: something_said(key) for key in FACTS}
# What the first answers leave out.
SECOND_CASE: dict[str, Value] = {
    **ANSWERS,
    "custody_in_case": "probation",
    **dict.fromkeys(("disposition_date", "program_start_date"), PartialDate.parse("1997-06-13")),
}
# Every key and value, and all that was typed.
CANARIES = {
    *CODES,
    *(MARKER, HALF_TYPED, DAY.text, "1997-06-13", "Tuolumne"),
}


@dataclass
class Machine:
    """What a search of this machine would find: its database, its log, its folder for temporary files."""

    database: Path
    log: io.StringIO
    folder: Path
    seen: set[str] = field(default_factory=set)

    def also(self, *secrets: str) -> None:
        """Look for these too: runs, cookies, the words of a code."""
        self.seen |= set(secrets)

    def assert_silent(self) -> None:
        """Nothing that was said, and no key to it, stands anywhere."""
        secrets = CANARIES | self.seen
        for cell in set(cells(self.database)):
            assert found(secrets, cell) == set()
        # Most of a file is room that nothing was written to.
        everything = re.sub(rb"\0{9,}", bytes(9), raw(self.database))
        assert {
            secret for secret in secrets if any(way in everything for way in ways_to_write(secret))
        } == set()
        assert found(secrets, b"\n".join(inflated(everything))) == set()
        assert found(secrets, self.log.getvalue().encode()) == set()
        for path in self.folder.rglob("*"):
            assert found(secrets, path.name.encode()) == set()
            assert not path.is_file() or found(secrets, path.read_bytes()) == set()


def ways_to_write(secret: str) -> Iterator[bytes]:
    plain = secret.encode()
    yield plain
    yield secret.encode("utf-16-le")
    yield secret.encode("utf-16-be")
    yield plain.hex().encode()
    # The ends of a packed text depend on its neighbors.
    yield from (base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3))


# The first bytes of what zlib unpacks: of its own kind, a number that 31 divides (RFC 1950), and of gzip.
HEADS = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")


def inflated(data: bytes) -> Iterator[bytes]:
    """Whatever starts as zlib or gzip somewhere in the bytes and unpacks."""
    for start in (place.start() for place in HEADS.finditer(data)):
        unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
        try:
            yield unpack.decompress(data[start:], 100_000)
        except zlib.error:
            continue


@pytest.fixture
def machine(on_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    handler.setFormatter(Formatter())
    logging.getLogger().addHandler(handler)
    yield Machine(on_disk, log, folder)
    logging.getLogger().removeHandler(handler)


def the_whole_questionnaire(client: Client) -> str:
    """Every page: first half-typed and sent, then half-typed and left by Back, then answered. The run."""
    address = begin(client)
    asked = set()
    for _ in range(MOST_STEPS):
        asked.add(Address.of(address).page)
        if not Address.of(address).case:
            assert asked >= PAGE.keys(), "every page"
            return Address.of(address).run
        half = half_typed(address)
        if half:
            to_fix(client, address, half)
            client.post(address, {**half, "back": "1"})
        address = go_on(client, address, ANSWERS)
    raise AssertionError("The walk does not end.")


def half_typed(address: str) -> dict[str, object]:
    """A page with something in its text fields that is no answer; nothing where it has none."""
    kinds = [fact_of(key).kind for key in PAGE[Address.of(address).page].keys]
    fields = {name: HALF_TYPED for name in "abcdefg"[: len(kinds)]}
    sent = {name: value for name, value in posted(address, {}).items() if name.endswith("current_step")}
    return {**sent, **fields} if {Kind.DATE, Kind.TEXT} & set(kinds) else {}


def everything_that_can_be_done(client: Client, run: str) -> list[str]:
    """Each feature of an interview, once. The words of a kept place."""
    check = f"/s/{run}/check/"
    client.post(f"/s/{run}/1/11/?return=1", {**posted(f"/s/{run}/1/11/", ANSWERS), "l": "es"})
    client.post(f"/s/{run}/beside/", {"at": "check", "l": "en"})
    client.post(f"/s/{run}/beside/", {"at": "check", "to": "stay"})
    html_of(client, check)
    client.post(f"/s/{run}/case/")
    walk_on(client, f"/s/{run}/2/10/", SECOND_CASE)
    assert client.post(check)["Location"] == f"/s/{run}/result/"
    for name in ("result", "print", "paper", "dates", "erase"):
        assert client.get(reverse(name, kwargs={"run": run})).status_code == 200, name
    every_tick = {"a": [str(number) for number in range(1, 20)]}
    assert client.post(f"/s/{run}/copy.pdf", every_tick).status_code == 200
    assert client.post(f"/s/{run}/print/", {**every_tick, "to": "read"}).status_code == 200
    client.post(f"/s/{run}/place/")
    words: list[str] = client.get(f"/s/{run}/place/").context["words"]
    client.post(f"/s/{run}/place/", {"done": "1"})
    go_on(client, f"/s/{run}/1/13/?return=1", ANSWERS)
    return words


def errors(client: Client, run: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page of a fault: no such page, no cookie, no token, a wrong method, and a crash with an answer."""

    def crash(*_: object, **__: object) -> None:
        raise RuntimeError(f"{MARKER} {DAY.text}")

    client.raise_request_exception = False
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    addresses = (f"/s/{run}/1/11/", f"/s/{run}/nowhere/", f"/{MARKER}/", f"/?q={MARKER}")
    assert {Client().get(address).status_code for address in addresses} >= {403, 404}
    assert strict.post(f"/s/{run}/1/11/", posted(f"/s/{run}/1/11/", ANSWERS)).status_code == 403
    assert client.delete(f"/s/{run}/check/", MARKER).status_code == 405
    assert client.get(f"/s/{run}/1/11/", headers={"Host": "elsewhere.example"}).status_code == 400
    with monkeypatch.context() as broken:
        broken.setattr("screening.interview.wizard.question_page", crash)
        assert client.get(f"/s/{run}/1/11/").status_code == 500


def secrets_of(client: Client) -> list[str]:
    """The cookie, and the runs with their keys."""
    return [
        client.cookies[settings.SESSION_COOKIE_NAME].value,
        *client.session[RUNS],
        *client.session[RUNS].values(),
    ]


def test_nothing_that_was_said_is_written_in_a_way_that_can_be_read(
    machine: Machine, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = the_whole_questionnaire(client)
    words = everything_that_can_be_done(client, run)
    errors(client, run, monkeypatch)
    wrong = with_one_wrong(words)
    phone = Client()
    phone.post("/en/place/", {"words": wrong}, headers=FROM_THIS_SITE)
    assert wrong in html_of(phone, "/en/place/")
    opened = phone.post("/en/place/", {"words": " ".join(words)}, headers=FROM_THIS_SITE)["Location"]
    machine.also(*secrets_of(client), *secrets_of(phone), " ".join(words[:3]), " ".join(words[-3:]))
    assert Interview.objects.count() == 2
    assert max(len(cell) for cell in cells(machine.database)) > 2000, "the answers are there, sealed"
    assert code_of(" ".join(words)) not in raw(machine.database)
    assert machine.log.getvalue().count("\n") > 5
    machine.assert_silent()

    sealed = [bytes(row.sealed) for table in (Interview, SealedSession, Place) for row in table.objects.all()]
    assert all(text[:64] in raw(machine.database) for text in sealed)
    client.post("/leave/", headers=FROM_THIS_SITE)
    phone.post(f"/s/{Address.of(opened).run}/erase/")
    expired = Client()
    late = begin(expired)
    sealed += [bytes(row.sealed) for row in Interview.objects.all()]
    machine.also(*secrets_of(expired))
    with time_machine.travel(timezone.now() + timedelta(hours=settings.PCR_MAX_HOURS)):
        assert expired.get(late).status_code == 410
    with time_machine.travel(timezone.now() + timedelta(hours=2 * settings.PCR_MAX_HOURS) + EXPLAIN):
        call_command("forget", verbosity=0)
    assert not any(table.objects.exists() for table in (Interview, SealedSession, Place))
    left = raw(machine.database)
    assert not any(
        text[start : start + 64] in left for text in sealed for start in range(0, len(text) - 64, 64)
    )
    machine.assert_silent()


def test_the_search_finds_what_is_not_sealed(machine: Machine) -> None:
    machine.assert_silent()
    for hidden in (MARKER, zlib.compress(MARKER.encode()).hex(), base64.b64encode(MARKER.encode()).decode()):
        machine.log.write(hidden)
        with pytest.raises(AssertionError):
            machine.assert_silent()
        machine.log.truncate(machine.log.seek(0))
    for hidden_bytes in (MARKER.encode("utf-16-le"), zlib.compress(MARKER.encode())):
        row = SealedSession.objects.create(
            row_id="r", sealed=b"x" * 99 + hidden_bytes, expires_at=timezone.now()
        )
        with pytest.raises(AssertionError):
            machine.assert_silent()
        row.delete()
        call_command("forget", verbosity=0)
    (machine.folder / "cache").write_text(MARKER)
    with pytest.raises(AssertionError):
        machine.assert_silent()


def test_the_log_names_patterns_and_never_an_address(machine: Machine, client: Client) -> None:
    client.get("/s/secret-run/check/")
    client.get("/a/secret/place/")
    lines = machine.log.getvalue()
    assert "secret" not in lines
    assert "Forbidden: s/<str:run>/check/" in lines
    assert "Not Found: (no such address)" in lines
