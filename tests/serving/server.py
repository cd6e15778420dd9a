"""A real gunicorn, started as ./run starts it, on a folder of its own; and browsers without script."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from screening.interview.brake import TICKET


ROOT = Path(__file__).resolve().parent.parent.parent
# As a browser says of a form on a page of this site.
OURS = {"Sec-Fetch-Site": "same-origin"}
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


_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_TICKET = re.compile(rf'name="{TICKET}" value="([^"]+)"')


class GoneError(ConnectionError):
    """No answer came: nobody knows whether what was sent is stored."""


@dataclass(frozen=True)
class Answer:
    """What came back; the helpers of other tests read it as an answer of the test client."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    context: None = None

    def __getitem__(self, name: str) -> str:
        return self.headers[name]

    def get(self, name: str) -> str | None:
        """A header."""
        return self.headers.get(name)

    @property
    def status_code(self) -> int:
        """As the test client calls it."""
        return self.status

    @property
    def content(self) -> bytes:
        """As the test client calls it."""
        return self.body

    @property
    def text(self) -> str:
        """A page, white space as one blank."""
        return " ".join(self.body.decode(errors="replace").split())

    @property
    def is_paper(self) -> bool:
        """Is it a PDF?"""
        return self.body.startswith(b"%PDF-")


@dataclass
class Server:
    """Where it listens, and what it wrote. It can be killed and started again."""

    port: int
    var: Path
    log: Path
    options: tuple[str, ...]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] = field(init=False)

    def start(self) -> None:
        """Until it answers."""
        own = [sys.executable, "-m", "gunicorn", *as_run_starts_it(), "--bind", f"127.0.0.1:{self.port}"]
        with self.log.open("a") as written:
            self.process = subprocess.Popen(  # noqa: S603
                [*own, *self.options],
                cwd=ROOT,
                env={**_environment(self.var), **self.environment},
                stdout=written,
                stderr=written,
                start_new_session=True,
            )
        _wait(self)

    def stop(self, how: int = signal.SIGTERM) -> None:
        """Tell it to end; a kill is of all its processes at once."""
        if how == signal.SIGTERM:
            self.process.terminate()
            self.process.wait(30)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

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

    def visitor(self, language: str = "en", cases: int = 1) -> Visitor:
        """Somebody who has answered everything."""
        command = [sys.executable, "-c", _BEGIN, language, str(cases)]
        made = subprocess.run(command, cwd=ROOT, env=_environment(self.var), capture_output=True, check=True)  # noqa: S603
        cookie, run = made.stdout.decode().split()
        return Visitor(self, language, f"s={cookie}", run=run)

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

    def megabytes(self) -> float:
        """What all of them have in memory."""
        return sum(map(_resident, self.everything())) / 2**20


@dataclass
class Browser:
    """Keeps the cookie, and the token of the page it saw last."""

    server: Server
    language: str = "en"
    cookie: str = ""
    token: str = ""
    # Seconds of each request.
    took: list[float] = field(default_factory=list)

    def begin(self) -> str:
        """Press Start, and wait where many do; the address of the first page, which was seen."""
        start = f"/{self.language}/start/"
        at = self.post(start)["Location"]
        while at.startswith(f"/{self.language}/"):
            page = self.get(at)
            ticket = _TICKET.search(page.body.decode())
            assert ticket
            if page.status == 429:
                time.sleep(int(page["Retry-After"]))
            at = self.post(start, {TICKET: unescape(ticket[1])})["Location"]
        self.get(at)
        return at

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self.ask("GET", path, None, headers)

    def post(self, path: str, fields: Mapping[str, Any] | None = None) -> Answer:
        """Press a button of the page seen last."""
        told = {name: "" if value is None else value for name, value in (fields or {}).items()}
        told["csrfmiddlewaretoken"] = self.token
        body = urlencode(told, doseq=True).encode()
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        """Anything. Raises GoneError."""
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        own = {"Accept-Language": self.language, **OURS, **({"Cookie": self.cookie} if self.cookie else {})}
        began = time.perf_counter()
        try:
            connection.request(method, path, body, {**own, **headers})
            response = connection.getresponse()
            answer = Answer(response.status, dict(response.getheaders()), response.read())
        except (OSError, HTTPException) as gone:
            raise GoneError from gone
        finally:
            connection.close()
        self.took.append(time.perf_counter() - began)
        self._keep(answer)
        return answer

    def _keep(self, answer: Answer) -> None:
        cookie = answer.headers.get("Set-Cookie", "")
        if cookie:
            self.cookie = cookie.split(";")[0]
        if token := _TOKEN.search(answer.text):
            self.token = token[1]


@dataclass
class Visitor(Browser):
    """Whoever holds the cookie of an answered interview; a name without a slash is a page of it."""

    run: str = ""

    def ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        """A page of the interview, or of the site."""
        at = path if path.startswith("/") else f"/s/{self.run}/{path}"
        return super().ask(method, at, body, headers)

    def post(self, path: str, fields: Mapping[str, Any] | None = None) -> Answer:
        """Press a button of the page of papers."""
        if not self.token:
            self.get("print/")
        return super().post(path, fields)

    def follow(self, answer: Answer) -> Answer:
        """Where it leads."""
        return self.get(answer.headers["Location"])


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
        address = browser.begin()
        run, case = address.split("/")[2:4]
        step = address.split("/")[4]
        return cls(browser, address, {f"{run}.{case}-current_step": step})

    def answer(self, **letters: str) -> Answer:
        """Send the page."""
        return self.browser.post(self.address, {**self.sent, **letters})


def migrate(var: Path) -> None:
    """Make the database."""
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=_environment(var), check=True)  # noqa: S603


@contextmanager
def served(var: Path, log: Path, *more: str, **environment: str) -> Iterator[Server]:
    """A server of this folder while the block lasts; `more` are options of gunicorn, in place of those of ./run."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(port, var, log, more, environment)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def as_run_starts_it() -> list[str]:
    """The options of gunicorn in ./run, but for where it listens."""
    line = next(line for line in (ROOT / "run").read_text().splitlines() if "bin/gunicorn" in line)
    words = shlex.split(line)
    return words[words.index("--config") : words.index("--bind")]


def _environment(var: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    temporary = var.parent / "tmp"
    temporary.mkdir(exist_ok=True)
    return {
        **kept,
        "PCR_VAR": str(var),
        "PCR_OPERATOR": str(var / "no-operator.toml"),
        "TMPDIR": str(temporary),
        "DJANGO_SETTINGS_MODULE": "pcr_screener.settings",
    }


def _wait(server: Server) -> None:
    def answers() -> bool:
        assert server.process.poll() is None, server.written()
        with suppress(OSError):
            return Browser(server).get("/static/app.css").status == 200
        return False

    until(answers, "the server")


def until(true: object, what: str, seconds: float = 60) -> None:
    """Wait for something. Fails after so many seconds."""
    assert callable(true)
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"waited for {what}"
        time.sleep(0.05)


def _resident(pid: int) -> int:
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


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
