"""An office that takes screenings, and a receipt whose slow key is quick to make."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from screening.interview.sealing import derive
from screening.office.keys import new_keys, write_keys
from screening.office.models import Office
from screening.office.sending import receipts
from tests.interview.conftest import on_disk
from tests.interview.walk import answer_everything
from tests.office.conftest import MakeOffice
from tests.office.sending.letters import ANSWERS


__all__ = ["on_disk"]


@pytest.fixture(autouse=True)
def slow_keys(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What slow keys were made of; here they cost nothing."""
    made: list[bytes] = []

    def quick(secret: bytes, *, salt: bytes) -> bytes:
        made.append(secret)
        return derive(salt + secret, "quick")

    monkeypatch.setattr(receipts, "slow_key", quick)
    return made


@pytest.fixture
def taking(make_office: MakeOffice) -> Office:
    """The one office that takes screenings."""
    return make_office(
        "Valley Law Project",
        takes_screenings=True,
        address="1200 Example Street, Fresno",
        phone="(559) 555-0177",
        unopened_days=21,
        declined_days=60,
        exported_days=14,
    )


@pytest.fixture
def run(client: Client, taking: Office) -> str:  # noqa: ARG001 (it is there before the interview)
    """A confirmed interview."""
    return answer_everything(client, ANSWERS)


@pytest.fixture
def office_on_disk(on_disk: Path, own_keys: None) -> Office:  # noqa: ARG001 (they come first)
    """An office that takes screenings, in a database that is a file."""
    office = Office(name="Valley Law Project", created_at=timezone.now(), takes_screenings=True)
    keys = new_keys(office.id)
    write_keys(keys)
    office.key_id, office.public_key = keys.current, keys.public
    office.save(force_insert=True)
    return office
