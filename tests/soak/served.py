"""The server as people meet it: gunicorn on a folder of its own, and browsers without script."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from socket import socket
from typing import Any, Self
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from pytest_django import DjangoDbBlocker

from screening.interview.brake import TICKET
from tests.serving.server import as_run_starts_it


ROOT = Path(__file__).resolve().parents[2]
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_TICKET = re.compile(rf'name="{TICKET}" value="([^"]+)"')


class GoneError(Exception):
    """No answer came: nobody knows whether what was sent is stored."""


class Served:
    """One server on one folder; it can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        with socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.log = (folder / "log").open("ab")
        self._env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PCR_")},
            "PCR_VAR": str(folder),
            "PCR_OFFICE_KEYS": str(settings.PCR_OFFICE_KEYS),
            "SECRET_KEY": settings.SECRET_KEY,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Until it answers."""
        command = [sys.executable, "-m", "gunicorn", *as_run_starts_it(), "--bind", f"127.0.0.1:{self.port}"]
        self._process = subprocess.Popen(  # noqa: S603 (our own program)
            command, cwd=ROOT, env=self._env, stdout=self.log, stderr=self.log, start_new_session=True
        )
        while True:
            try:
                if Browser(self.port).get("/healthz").status_code == 200:
                    return
            except GoneError:
                time.sleep(0.02)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.log.close()

    def stop(self, how: int = signal.SIGTERM) -> None:
        """All its processes at once."""
        assert self._process is not None
        os.killpg(self._process.pid, how)
        self._process.wait()

    def megabytes(self) -> float:
        """What its workers have in memory."""
        assert self._process is not None
        pages = 0
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = status.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == self._process.pid:
                pages += int(fields[21])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@dataclass
class Answered:
    """An answer, as the test client gives one."""

    status_code: int
    content: bytes
    headers: Mapping[str, str]
    context: None = None

    def __getitem__(self, name: str) -> str:
        return self.headers[name]

    def get(self, name: str) -> str | None:
        """A header."""
        return self.headers.get(name)


@dataclass
class Browser:
    """What the helpers of the tests need of a client, over HTTP, with the token of the page."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    # Seconds of each request.
    took: list[float] = field(default_factory=list)

    def get(self, address: str) -> Answered:
        """A page; its token is kept."""
        return self._ask("GET", address, "")

    def post(self, address: str, data: Mapping[str, Any] | None = None, **_: Any) -> Answered:
        """A form, with the token of the last page that had one."""
        if not self.token and "/start/" not in address:
            self.get(address)
        fields = {"csrfmiddlewaretoken": self.token, **(data or {})}
        told = {name: "" if value is None else value for name, value in fields.items()}
        return self._ask("POST", address, urlencode(told, doseq=True))

    def begin(self) -> str:
        """Press Start, and wait where many do; the first page."""
        at = self.post("/en/start/")["Location"]
        while at.startswith("/en/"):
            page = self.get(at)
            ticket = _TICKET.search(page.content.decode())
            assert ticket
            if page.status_code == 429:
                time.sleep(int(page["Retry-After"]))
            at = self.post("/en/start/", {TICKET: unescape(ticket[1])})["Location"]
        self.token = ""
        return at

    def _ask(self, method: str, address: str, body: str) -> Answered:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
            "Sec-Fetch-Site": "same-origin",
        }
        began = time.perf_counter()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, address, body, headers)
            response = connection.getresponse()
            content = response.read()
        except (OSError, HTTPException) as gone:
            raise GoneError from gone
        finally:
            connection.close()
        self.took.append(time.perf_counter() - began)
        for name, value in response.getheaders():
            if name == "Set-Cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        if token := _TOKEN.search(content.decode("utf-8", "replace")):
            self.token = token[1]
        return Answered(response.status, content, dict(response.getheaders()))


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


def tell(capsys: pytest.CaptureFixture[str], line: str) -> None:
    """A figure, whatever pytest does with output."""
    with capsys.disabled():
        print(f"\n{line}", flush=True)
