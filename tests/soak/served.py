"""The database of a server for this process too, and figures that are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from screening.office.keys import new_keys, write_keys
from screening.office.models import Member, Office
from tests.office.conftest import make_member
from tests.serving.server import Server, served


def served_with_our_keys(folder: Path, **environment: str) -> AbstractContextManager[Server]:
    """A server on this folder that reads what this process sealed."""
    own = {"SECRET_KEY": settings.SECRET_KEY, "PCR_OFFICE_KEYS": str(settings.PCR_OFFICE_KEYS)}
    return served(folder, folder / "log", **own, **environment)


@contextmanager
def database(folder: Path, blocker: DjangoDbBlocker) -> Iterator[None]:
    """That of the server, for this process too."""
    ours = connections["default"]
    path = folder / "pcr.sqlite3"
    with blocker.unblock():
        connections["default"] = DatabaseWrapper({**ours.settings_dict, "NAME": str(path)}, "default")
        call_command("migrate", verbosity=0)
        yield
        connections["default"].close()
    connections["default"] = ours


def a_member() -> Member:
    """Of a new office with keys."""
    office = Office(name="Soak", created_at=timezone.now())
    keys = new_keys(office.id)
    write_keys(keys)
    office.key_id, office.public_key = keys.current, keys.public
    office.save(force_insert=True)
    return make_member(office)


def tell(capsys: pytest.CaptureFixture[str], line: str) -> None:
    """A figure, whatever pytest does with output."""
    with capsys.disabled():
        print(f"\n{line}", flush=True)
