"""A database as it is served, for what cannot be seen in one that lives in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from pytest_django import DjangoDbBlocker


@pytest.fixture
def on_disk(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """The database as it is served: a file in WAL mode."""
    path, ours = tmp_path / "db.sqlite3", connections["default"]
    with django_db_blocker.unblock():
        connections["default"] = DatabaseWrapper({**ours.settings_dict, "NAME": str(path)}, "default")
        call_command("migrate", verbosity=0)
        yield path
        connections["default"].close()
    connections["default"] = ours
