"""A paper never holds the site: against a real gunicorn, and in a press of the test's own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from screening.interview.making import cases_of_part, part_of, parts_of
from screening.summary.pdf import apart
from screening.summary.pdf.apart import Job, Paper, Press, State, paper
from tests.serving.server import Answer, Browser, Server, Visitor, alive, served, until


WAIT = re.compile("Your paper is being made|Su papel se está haciendo|برگهٔ شما در حال ساخته شدن است")


@pytest.fixture(scope="module")
def one_worker(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("papers")
    with served(Path(shutil.copytree(migrated, folder / "var")), folder / "log", PCR_WORKERS="1") as running:
        yield running


def at_the_end(visitor: Visitor, answer: Answer) -> Answer:
    """The page of a paper once it does not come again by itself."""
    page = visitor.follow(answer)
    while "Refresh" in page.headers:
        time.sleep(0.2)
        page = visitor.follow(answer)
    return page


@pytest.mark.long
def test_a_paper_is_waited_for_on_a_page_and_a_killed_one_costs_itself_alone(one_worker: Server) -> None:
    slow, quick = one_worker.visitor("fa", cases=5), one_worker.visitor("es")
    asked = slow.get("paper.pdf")
    assert asked.status == 303
    page = slow.follow(asked)
    assert page.headers["Refresh"] == "3"
    assert WAIT.search(page.text)
    # Nobody else sees it, and it says nothing in its address or title.
    assert Browser(one_worker).get(asked.headers["Location"]).status == 403
    assert "Refresh" not in Browser(one_worker, cookie=quick.cookie).get(asked.headers["Location"]).headers
    # Another's paper waits for its turn.
    waiting = quick.post("copy.pdf", {"a": ["1", "2"]})
    assert WAIT.search(quick.follow(waiting).text)
    # No page waits for it.
    began = time.monotonic()
    assert quick.get("print/").status == 200
    assert time.monotonic() - began < 6
    until(one_worker.papers, "the process of the paper")
    (process,) = one_worker.papers()
    assert os.getpriority(os.PRIO_PROCESS, process) >= 10
    os.kill(process, signal.SIGKILL)
    failed = at_the_end(slow, asked)
    assert "دوباره امتحان کنید" in failed.text
    ready = at_the_end(quick, waiting)
    assert "Su papel está listo" in ready.text
    assert quick.post("copy.pdf", {"a": ["1", "2"]}).is_paper
    # The one that was killed can be had again.
    assert slow.get("1/paper.pdf").status == 303


@pytest.mark.long
def test_a_stuck_paper_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 1)
    press = Press(1)
    stuck = press.paper(("stuck",), 1, lambda: Job(_sleep, (60.0,)), again=False)
    busy = press.paper(("busy",), 1, lambda: Job(_spin, (60.0,)), again=False)
    greedy = press.paper(("greedy",), 1, lambda: Job(_take, (600 << 20,)), again=False)
    fine = press.paper(("fine",), 1, lambda: Job(_take, (3,)), again=False)
    for one in (stuck, busy, greedy, fine):
        assert one.over.wait(60)
    assert [one.state for one in (stuck, busy, greedy)] == [State.FAILED] * 3
    assert fine.content == bytes(3)
    # A refresh does not begin it again; a button does.
    assert press.paper(("stuck",), 1, lambda: Job(_take, (1,)), again=False) is stuck
    again = press.paper(("stuck",), 1, lambda: Job(_take, (1,)), again=True)
    assert again.over.wait(30)
    assert again.content == bytes(1)


def _sleep(seconds: float) -> bytes:
    time.sleep(seconds)
    return b""


def _spin(seconds: float) -> bytes:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return b""


def _take(size: int) -> bytes:
    return bytes(size)


def _counted(number: int, made: object = None) -> bytes:
    assert callable(made)
    for one in range(1, number + 1):
        made(one)
    return b"list"


def test_a_list_tells_how_many_are_made() -> None:
    press = Press(1)
    asked = press.paper(("list",), 1, lambda: Job(_counted, (3,), papers=3), again=False)
    assert asked.over.wait(30)
    assert (asked.content, asked.made, asked.papers) == (b"list", 3, 3)


def test_a_full_queue_begins_nothing_and_papers_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "KEPT", 0.1)
    monkeypatch.setattr(Paper, "start", lambda _paper: Future())
    press = Press(1)

    def asked(name: str) -> Paper:
        return press.paper((name,), 1, lambda: Job(_take, (1,)), again=False)

    first = asked("first")
    until(lambda: not press._lanes[False].queue, "the first to begin")
    others = [asked(f"{number}") for number in range(apart.MOST_WAITING)]
    assert {one.state for one in others} == {State.MAKING}
    assert asked("one more").state is State.FULL
    # Other answers under the same key take the place of those that wait.
    other = press.paper(("0",), 2, lambda: Job(_take, (1,)), again=False)
    assert other.state is State.MAKING
    done: Future[bytes] = Future()
    done.set_result(b"paper")
    press._over(press._lanes[False], first, done)
    assert first.content == b"paper" or first.content == b""
    until(lambda: ("first",) not in press._papers, "the paper to be forgotten", 5)
    assert first.content == b""


def test_one_asker_takes_not_all_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Paper, "start", lambda _paper: Future())
    press = Press(1)

    def asked(*key: str) -> State:
        return press.paper(key, 1, lambda: Job(_take, (1,)), again=False).state

    asked("flooder", "first")
    until(lambda: not press._lanes[False].queue, "the first to begin")
    states = [asked("flooder", "paper", f"{number}") for number in range(20)]
    assert states == [State.MAKING] * apart.MOST_OF_ONE + [State.FULL] * (20 - apart.MOST_OF_ONE)
    assert asked("somebody", "paper", "1") is State.MAKING


@pytest.mark.long
def test_it_ends_with_its_server(var: Path, tmp_path: Path) -> None:
    with served(var, tmp_path / "log", PCR_WORKERS="1") as server:
        visitor = server.visitor("fa", cases=5)
        visitor.get("paper.pdf")
        until(server.papers, "the process of the paper")
        (worker,) = server.workers()
        before = [one for one in server.everything() if one not in (server.process.pid,)]
        os.kill(worker, signal.SIGKILL)
        until(lambda: not any(map(alive, before)), "all to end", 10)
        # Another worker knows nothing of it and begins anew; nothing of it stands in a file.
        assert "Refresh" in visitor.follow(visitor.get("paper.pdf")).headers
    for path in tmp_path.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"%PDF" not in content, path
            assert b"HS 11350" not in content, path


@pytest.mark.long
def test_half_a_request_holds_up_nobody(one_worker: Server) -> None:
    halves = [socket.create_connection(("127.0.0.1", one_worker.port)) for _ in range(2)]
    halves[0].sendall(b"GET / HTTP/1.1\r\nHost: 127")
    halves[1].sendall(
        b"POST /en/start/ HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=1"
    )
    began = time.monotonic()
    for _ in range(4):
        assert Browser(one_worker).get("/").status == 200
    assert time.monotonic() - began < 15  # a silent sender is let go after 30
    for half in halves:
        half.close()


def test_more_than_five_cases_are_more_than_one_paper() -> None:
    assert parts_of(5) == []
    assert [(one.first, one.last) for one in parts_of(11)] == [(1, 5), (6, 10), (11, 11)]
    cases = range(1, 8)
    assert list(cases_of_part(cases, 2)) == [6, 7]
    assert [part_of(typed, 7) for typed in ("2", 2, "", "x", "-1", 0, "3", "٢", "²", 10**30)] == [2, 2] + [
        1
    ] * 8
    assert part_of("2", 5) == 1


def test_without_processes_it_is_made_here() -> None:
    made = paper(("here",), 1, lambda: Job(_take, (2,)))
    began = time.monotonic()
    assert made.wait().content == bytes(2)
    assert time.monotonic() - began < apart.WAIT / 2
    assert django_settings.PCR_PDF_PROCESSES == 0
