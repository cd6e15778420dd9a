"""Folders of a database for real servers: one of this version to copy, and one that has none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.server import Server, migrate, served


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty database of this version."""
    var = tmp_path_factory.mktemp("migrated")
    migrate(var)
    return var


@pytest.fixture
def var(migrated: Path, tmp_path: Path) -> Path:
    """A copy of it, to be broken."""
    return Path(shutil.copytree(migrated, tmp_path / "var"))


@pytest.fixture
def server(var: Path, tmp_path: Path) -> Iterator[Server]:
    """A server whose database one test breaks."""
    with served(var, tmp_path / "log") as running:
        yield running


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that never had a database, and writes an access log."""
    folder = tmp_path_factory.mktemp("bare")
    with served(folder / "var", folder / "log", "--access-logfile", "-") as running:
        yield running
