"""Database full, read-only, locked, gone, older: told, nothing lost, and leaving works. On a real gunicorn."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from html import unescape
from pathlib import Path

import pytest

from tests.serving.server import Answer, Browser, Interview, Server, served, until


# What `./run test` shows of it without a server: tests/test_faults.py. The lock is waited for twice.
pytestmark = pytest.mark.long

SAYS = {
    "en": "We cannot open or save answers right now.",
    "es": "Ahora no podemos abrir ni guardar respuestas.",
    "fa": "الان نمی‌توانیم پاسخ‌ها را باز یا ذخیره کنیم.",
}
# To the first question: who answers.
MYSELF = {"a": "1"}
Fault = Callable[[Path], AbstractContextManager[None]]


def at_rest(var: Path) -> None:
    """Nobody has the file open: the log of what was written last would go to whatever has its name then."""
    until(lambda: not (var / "pcr.sqlite3-wal").exists(), "the database to be closed")


@contextmanager
def without_file(var: Path) -> Iterator[None]:
    file = var / "pcr.sqlite3"
    file.rename(var.parent / "kept")
    try:
        yield
    finally:
        assert not file.exists(), "no empty database is put in its place"
        (var.parent / "kept").rename(file)


@contextmanager
def without_folder(var: Path) -> Iterator[None]:
    var.rename(var.parent / "away")
    try:
        yield
    finally:
        (var.parent / "away").rename(var)


@contextmanager
def in_its_place(var: Path, content: bytes) -> Iterator[None]:
    file = var / "pcr.sqlite3"
    file.rename(var.parent / "kept")
    file.write_bytes(content)
    try:
        yield
    finally:
        at_rest(var)
        (var.parent / "kept").replace(file)


def without_tables(var: Path) -> AbstractContextManager[None]:
    return in_its_place(var, b"")


def with_junk(var: Path) -> AbstractContextManager[None]:
    return in_its_place(var, b"junk" * 4096)


@contextmanager
def locked(var: Path) -> Iterator[None]:
    other = sqlite3.connect(var / "pcr.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


@contextmanager
def full(var: Path) -> Iterator[None]:
    fill = var / "fill"
    with fill.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
    try:
        yield
    finally:
        fill.unlink()


@contextmanager
def read_only(var: Path) -> Iterator[None]:
    _mount("-o", "remount,ro", str(var))
    try:
        yield
    finally:
        _mount("-o", "remount,rw", str(var))


@pytest.fixture
def small_disk(migrated: Path, tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MiB with the database on it."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk to fill")
    var = tmp_path / "var"
    var.mkdir()
    try:
        _mount("-t", "tmpfs", "-o", "size=8m", "tmpfs", str(var))
    except subprocess.CalledProcessError:
        pytest.skip("this machine lets nobody mount")
    shutil.copytree(migrated, var, dirs_exist_ok=True)
    try:
        yield var
    finally:
        subprocess.run(["umount", str(var)], check=True)  # noqa: S603, S607


def _mount(*options: str) -> None:
    subprocess.run(["mount", *options], check=True, capture_output=True)  # noqa: S603, S607


def is_told(answer: Answer, language: str) -> None:
    """503, in the reader's language and direction, with *Leave now* and when to come back."""
    assert answer.status == 503
    assert SAYS[language] in answer.text
    assert f'lang="{language}"' in answer.text
    assert f'dir="{"rtl" if language == "fa" else "ltr"}"' in answer.text
    assert 'action="/leave/"' in answer.text
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Cache-Control"] == "no-store"


def leads_away(answer: Answer) -> None:
    """To the harmless page, the cookie taken back."""
    assert answer.status == 303
    assert answer.headers["Location"] == "https://www.weather.gov/"
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer.headers["Set-Cookie"].startswith('s="";')


def held_by(answer: Answer) -> dict[str, str]:
    """What the page holds for another try, the token among it."""
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', answer.text)
    return {name: unescape(value) for name, value in fields}


def goes_through(server: Server, fault: Fault, word: str, language: str) -> None:
    """Somebody answers, the fault comes, somebody else leaves, the fault goes, the answer is sent again."""
    one, other = Interview.begun(server, language), Interview.begun(server, language)
    second = one.answer(**MYSELF).headers["Location"]
    back = Interview(one.browser, one.address, one.sent)
    at_rest(server.var)
    with fault(server.var):
        assert (one.browser.get("/healthz").status, one.browser.get("/healthz").text) == (503, word)
        refused = back.answer(**MYSELF)
        is_told(refused, language)
        assert held_by(refused)["a"] == "1"
        assert one.browser.get(f"/{language}/lawyers/").status == 200
        leads_away(other.browser.post("/leave/"))
    assert one.browser.get("/healthz").text == "ok"
    assert one.browser.get(second).status == 200, "what was acknowledged is there"
    one.browser.token = held_by(refused)["csrfmiddlewaretoken"]
    again = one.browser.post(one.address, held_by(refused))
    assert (again.status, again.headers["Location"]) == (302, second)
    assert other.browser.get(other.address).status == 403, "whoever left is told that nothing is open"
    says_in_its_log(server, word)


def says_in_its_log(server: Server, word: str) -> None:
    """Which, in one line: no frames, no address."""
    written = server.written()
    assert f"(the database or its disk is {word})" in written
    assert [leak for leak in ("Error", "  /", "/s/", "127.0.0.1") if leak in written] == []


@pytest.mark.parametrize(
    ("fault", "word", "language"),
    [
        (without_file, "gone", "es"),
        (without_folder, "gone", "fa"),
        (without_tables, "unmigrated", "en"),
        (with_junk, "damaged", "es"),
        (locked, "locked", "fa"),
    ],
)
def test_a_fault_is_told_nothing_is_lost_and_leaving_works(
    server: Server, fault: Fault, word: str, language: str
) -> None:
    goes_through(server, fault, word, language)


@pytest.mark.parametrize(
    ("fault", "word", "language"), [(full, "full", "en"), (read_only, "read-only", "fa")]
)
def test_a_disk_that_takes_nothing_is_told_nothing_is_lost_and_leaving_works(
    small_disk: Path, tmp_path: Path, fault: Fault, word: str, language: str
) -> None:
    with served(small_disk, tmp_path / "log") as server:
        goes_through(server, fault, word, language)


def test_the_office_is_told_in_its_own_words(server: Server) -> None:
    with without_file(server.var):
        answer = Browser(server).post("/office/sign-in/", {"login": "dana", "password": "canary"})
    assert answer.status == 503
    assert "The records cannot be opened or saved right now" in answer.text
    assert "canary" not in answer.text
    assert "Leave now" not in answer.text
