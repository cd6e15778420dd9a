"""Every worker of the server counts the same tries."""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path

from django.conf import settings

from screening.office.accounts.limits import SharedCounts


def add_once(folder: str) -> bool:
    return SharedCounts(folder, {}).add("key", 1, timeout=60)


def test_of_many_processes_one_adds(tmp_path: Path) -> None:
    with get_context("fork").Pool(8) as workers:
        for round_ in range(5):
            folder = str(tmp_path / str(round_))
            assert workers.map(add_once, [folder] * 24, chunksize=1).count(True) == 1


def test_what_one_process_counts_another_reads_and_its_folder_is_private(tmp_path: Path) -> None:
    folder = tmp_path / "limits"
    SharedCounts(str(folder), {}).set("allauth:203.0.113.77", [1.0], 60)
    assert SharedCounts(str(folder), {}).get("allauth:203.0.113.77") == [1.0]
    assert folder.stat().st_mode & 0o077 == 0
    for file in folder.iterdir():
        assert b"203.0.113" not in file.name.encode() + file.read_bytes()


def test_the_server_counts_in_such_a_folder() -> None:
    """The tests themselves count in memory; this is what the settings say."""
    text = (settings.BASE_DIR / "pcr_screener" / "settings.py").read_text()
    assert '"BACKEND": "screening.office.accounts.limits.SharedCounts"' in text
