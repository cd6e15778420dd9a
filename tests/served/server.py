"""A real gunicorn on a folder of its own, and one visitor who has answered everything."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode


ROOT = Path(__file__).resolve().parents[2]
# A session with a confirmed interview of so many cases, as the program itself would make it.
_BEGIN = """
import sys
import django
django.setup()
from screening.interview import live
from screening.interview.document import Document
from screening.interview.sessions import SessionStore
from tests.people.invented import PEOPLE
people = {person.name: person for person in PEOPLE}
language, cases, told = sys.argv[1], int(sys.argv[2]), people["a completed DEJ with a denial"].told[0]
document = Document(language=language)
for number in range(1, cases + 1):
    if number > 1:
        document.add_case()
    document.put(number, told)
document.confirm()
assert document.may_stop()
session = SessionStore()
run = live.begin_with(session, document)
session.save()
print(session.session_key, run)
"""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """A page, white space as one blank."""
        return " ".join(self.body.decode().split())

    @property
    def is_paper(self) -> bool:
        """Is it a PDF?"""
        return self.body.startswith(b"%PDF-")


@dataclass
class Visitor:
    """Whoever holds the cookie of an interview; without one, anybody."""

    port: int
    cookie: str = ""
    run: str = ""

    def ask(self, method: str, path: str, body: str = "") -> Answer:
        """One request on a connection of its own."""
        to = HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"s={self.cookie}"}
        to.request(method, path, body or None, headers)
        got: HTTPResponse = to.getresponse()
        answer = Answer(got.status, dict(got.getheaders()), got.read())
        to.close()
        return answer

    def get(self, name: str) -> Answer:
        """A page of the interview."""
        return self.ask("GET", f"/s/{self.run}/{name}")

    def post(self, name: str, **data: object) -> Answer:
        """A form of it, with the token of its page of papers."""
        body = urlencode({"csrfmiddlewaretoken": self.token(), **data}, doseq=True)
        return self.ask("POST", f"/s/{self.run}/{name}", body)

    def token(self) -> str:
        """What every form of this visitor needs."""
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get("print/").text)
        assert found
        return found[1]

    def follow(self, answer: Answer) -> Answer:
        """Where it leads."""
        return self.ask("GET", answer.headers["Location"])


@dataclass
class Server:
    """One that runs."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]

    def visitor(self, language: str = "en", cases: int = 1) -> Visitor:
        """Somebody who has answered everything."""
        made = subprocess.run(  # noqa: S603 (our own)
            [sys.executable, "-c", _BEGIN, language, str(cases)],
            cwd=ROOT,
            env=environment(self.folder),
            capture_output=True,
            check=True,
            text=True,
        )
        cookie, run = made.stdout.split()
        return Visitor(self.port, cookie, run)

    def workers(self) -> list[int]:
        """The processes that answer."""
        return children(self.process.pid)

    def papers(self) -> list[int]:
        """The processes in which papers are made now."""
        sources = [one for worker in self.workers() for one in children(worker) if forks(one)]
        # While it loads, a source asks other programs where its libraries are.
        return [one for source in sources for one in children(source) if forks(one)]

    def everything(self) -> list[int]:
        """Every process of it."""
        found = [self.process.pid]
        for one in found:
            found += children(one)
        return found


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Of a server and of commands beside it."""
    # Without bytecode a cold start takes three times as long.
    left_out = ("PCR_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return {
        **kept,
        "PCR_VAR": str(folder / "var"),
        "PCR_OPERATOR": str(folder / "operator.toml"),
        "TMPDIR": str(folder / "tmp"),
        "DJANGO_SETTINGS_MODULE": "pcr_screener.settings",
        **more,
    }


@contextmanager
def served(folder: Path, **more: str) -> Iterator[Server]:
    """A server on `folder`, ended with everything that it began."""
    (folder / "tmp").mkdir()
    told = environment(folder, **more)
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, env=told, check=True
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 (our own)
            [sys.executable, "-m", "gunicorn", "-c", "python:pcr_screener.gunicorn_conf"]
            + ["--bind", f"127.0.0.1:{port}"],
            cwd=ROOT,
            env=told,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    server = Server(port, folder, process)
    try:
        until(lambda: _answers(port), "the server")
        yield server
    finally:
        process.terminate()
        process.wait(30)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _answers(port: int) -> bool:
    with suppress(OSError):
        return Visitor(port).ask("GET", "/healthz").status == 200
    return False


def until(true: object, what: str, seconds: float = 60) -> None:
    """Wait for something. Fails after so many seconds."""
    assert callable(true)
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"waited for {what}"
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    """The processes that one has begun."""
    found: list[int] = []
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, thread.read_text().split())
    return found


def command(pid: int) -> bytes:
    """What a process was started with."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def forks(pid: int) -> bool:
    """Is it the source of the processes of papers, or one of them?"""
    return b"forkserver" in command(pid)


def alive(pid: int) -> bool:
    """Does it run still?"""
    with suppress(OSError):
        return b"\nState:\tZ" not in Path(f"/proc/{pid}/status").read_bytes()
    return False
