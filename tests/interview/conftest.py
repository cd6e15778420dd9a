"""A database as it is served, for what cannot be seen in one that lives in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from pytest_django import DjangoDbBlocker


@pytest.fixture
def on_disk(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """The database as it is served: a file in WAL mode."""
    path = tmp_path / "db.sqlite3"
    with django_db_blocker.unblock():
        path.write_bytes(empty_database())
        with served(path):
            yield path


@cache
def empty_database() -> bytes:
    """A file that holds every table and no row of anybody, migrated once for all tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "db.sqlite3"
        with served(path):
            call_command("migrate", verbosity=0)
        return path.read_bytes()


@contextmanager
def served(path: Path) -> Iterator[None]:
    """With this file as the database."""
    ours = connections["default"]
    connections["default"] = DatabaseWrapper({**ours.settings_dict, "NAME": str(path)}, "default")
    yield
    connections["default"].close()
    connections["default"] = ours
