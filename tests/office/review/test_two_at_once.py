"""Two people on one screening: hundreds of writes that meet, and none is lost (security.md, G50)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from screening.office.file import cabinet
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CaseFile, ConflictCheck
from screening.office.keys import new_keys, write_keys
from screening.office.matter import Matter
from screening.office.models import Member, Office, Screening
from tests.interview.conftest import empty_database
from tests.office.conftest import make_member, signed_in_as
from tests.office.review.conftest import VIVAR, document_of, url
from tests.tiers import Rounds


WRITES, MANY = 100, 500
# By each of four.
EACH = 6


def file_of(folder: Folder, member: Member) -> CaseFile:
    return cabinet.take(member, folder.row.id).file


def test_interleaved_writes_lose_nothing(
    folder: Folder, attorney: Member, intake: Member, rounds: Rounds
) -> None:
    """Each writer holds a copy for a while; one who meets a newer version takes it anew, as a view does."""
    order = random.Random(50)  # noqa: S311 (which of the two comes next)
    members = {attorney.id: attorney, intake.id: intake}
    held = {member_id: cabinet.take(member, folder.row.id) for member_id, member in members.items()}
    refused, writes = 0, rounds(WRITES, MANY)
    for number in range(writes):
        member = order.choice((attorney, intake))
        copy = held[member.id]
        copy.file.read_at[f"write {number}"] = member.id
        try:
            cabinet.put_back(copy)
        except cabinet.ChangedMeanwhileError:
            refused += 1
            copy = cabinet.take(member, folder.row.id)
            copy.file.read_at[f"write {number}"] = member.id
            cabinet.put_back(copy)
        held[member.id] = copy
    kept = file_of(folder, attorney).read_at
    assert len([name for name in kept if name.startswith("write ")]) == writes
    assert refused > writes // 5
    assert Screening.objects.get().version == writes + 1


@pytest.fixture
def on_disk(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Callable[[], None]]:
    """The database as it is served, a file in WAL mode. Each thread takes its own connection to it."""
    ours, path = connections["default"], tmp_path / "db.sqlite3"
    settings_dict = {**ours.settings_dict, "NAME": str(path)}

    def connect() -> None:
        connections["default"] = DatabaseWrapper(settings_dict, "default")

    with django_db_blocker.unblock():
        path.write_bytes(empty_database())
        connect()
        yield connect
        connections["default"].close()
    connections["default"] = ours


def an_office() -> Office:
    office = Office(name="Valley Law Project", created_at=timezone.now())
    keys = new_keys(office.id)
    write_keys(keys)
    office.key_id, office.public_key = keys.current, keys.public
    office.save(force_insert=True)
    return office


def test_forms_sent_at_the_same_time_from_four_browsers_are_all_kept(on_disk: Callable[[], None]) -> None:
    """Through the views, in threads, each form with the version that its browser saw first."""
    office = an_office()
    members = [make_member(office, "attorney", name=f"Writer {letter}") for letter in "ABCD"]
    file = CaseFile(document=document_of(VIVAR))
    file.conflict = ConflictCheck("clear", "", [], "", "", "")
    folder = cabinet.begin(members[0], Matter(), file)

    def write(member: Member) -> list[bool]:
        on_disk()
        client = signed_in_as(member)
        try:
            return [_taken(client, folder, f"{member.name} {number}") for number in range(EACH)]
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(len(members)) as pool:
        taken = [one for found in pool.map(write, members) for one in found]
    kept = file_of(folder, members[0])
    assert taken == [True] * len(members) * EACH
    assert {note.why for note in kept.notes} == {
        f"{member.name} {number}" for member in members for number in range(EACH)
    }
    assert len(kept.journal) == len(members) * EACH


def _taken(client: Client, folder: Folder, text: str) -> bool:
    answer = client.post(url(folder, "note"), {"v": 1, "text": text})
    return answer.status_code == 302 and "again" not in answer.headers["Location"]
