"""A real gunicorn, started as ./run starts it, with a database of its own; and a browser without script."""

from __future__ import annotations

import os
import re
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode


ROOT = Path(__file__).resolve().parent.parent.parent
# As a browser says of a form on a page of this site.
OURS = {"Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass
class Server:
    """Where it listens, and what it wrote."""

    port: int
    var: Path
    log: Path

    @property
    def database(self) -> Path:
        """Its file."""
        return self.var / "pcr.sqlite3"

    def written(self) -> str:
        """Its whole log."""
        return self.log.read_text()

    def raw(self, sent: bytes) -> bytes:
        """The first bytes of the answer to what need not be HTTP."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            with suppress(ConnectionError):
                return connection.recv(4096)
        return b""


@dataclass
class Browser:
    """Keeps the cookie, and the token of the page it saw last."""

    server: Server
    language: str = "en"
    cookie: str = ""
    token: str = ""

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self.ask("GET", path, None, headers)

    def post(self, path: str, fields: Mapping[str, str] | None = None) -> Answer:
        """Press a button of the page seen last."""
        body = urlencode({**(fields or {}), "csrfmiddlewaretoken": self.token}).encode()
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        """Anything."""
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        own = {"Accept-Language": self.language, **OURS, **({"Cookie": self.cookie} if self.cookie else {})}
        connection.request(method, path, body, {**own, **headers})
        response = connection.getresponse()
        text = response.read().decode(errors="replace")
        answer = Answer(response.status, dict(response.getheaders()), text)
        connection.close()
        self._keep(answer)
        return answer

    def _keep(self, answer: Answer) -> None:
        cookie = answer.headers.get("Set-Cookie", "")
        if cookie:
            self.cookie = cookie.split(";")[0]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', answer.text)
        if token:
            self.token = token[1]


@dataclass
class Interview:
    """A person at the first question, the token in hand."""

    browser: Browser
    address: str
    sent: dict[str, str] = field(default_factory=dict)

    @classmethod
    def begun(cls, server: Server, language: str = "en") -> Interview:
        """Press Start and see the first question."""
        browser = Browser(server, language)
        address = browser.post(f"/{language}/start/").headers["Location"]
        browser.get(address)
        run, case = address.split("/")[2:4]
        step = address.split("/")[4]
        return cls(browser, address, {f"{run}.{case}-current_step": step})

    def answer(self, **letters: str) -> Answer:
        """Send the page."""
        return self.browser.post(self.address, {**self.sent, **letters})


def migrate(var: Path) -> None:
    """Make the database."""
    environment = {**_environment(var), "PATH": os.environ["PATH"]}
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)  # noqa: S603


@contextmanager
def served(var: Path, log: Path, *more: str, **environment: str) -> Iterator[Server]:
    """A server of this folder while the block lasts; `more` are options of gunicorn, in place of those of ./run."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", *as_run_starts_it(), "--bind", f"127.0.0.1:{port}", *more]
    with log.open("w") as written:
        process = subprocess.Popen(  # noqa: S603
            [*command, "pcr_screener.wsgi"],
            cwd=ROOT,
            env={**_environment(var), "PATH": os.environ["PATH"], **environment},
            stdout=written,
            stderr=written,
        )
    server = Server(port, var, log)
    try:
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(20)


def as_run_starts_it() -> list[str]:
    """The options of gunicorn in ./run, but for where it listens."""
    line = next(line for line in (ROOT / "run").read_text().splitlines() if "bin/gunicorn" in line)
    words = shlex.split(line)[2:-1]
    at = words.index("--bind")
    return [*words[:at], *words[at + 2 :]]


def _environment(var: Path) -> dict[str, str]:
    return {"PCR_VAR": str(var), "PCR_OPERATOR": str(var / "no-operator.toml")}


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with suppress(OSError):
            Browser(server).get("/static/app.css")
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(server.written())
