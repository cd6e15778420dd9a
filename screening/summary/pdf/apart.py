"""Papers are made beside the server, each in a process of its own that is ended when it takes too much.

A job goes over and a paper comes back by a pipe; both stay in memory. Finished, a paper waits a minute in
this process, under a key that only the asker's session has. Another process of the server knows nothing of
it and makes it anew. Why, and what else was tried: docs/decisions/0028.
"""

from __future__ import annotations

import logging
import multiprocessing
import pickle
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from hashlib import sha256
from multiprocessing.connection import Connection
from threading import BoundedSemaphore, Event, Lock, Thread, Timer
from typing import Any

from django.conf import settings
from pebble import concurrent

from screening.summary.pdf import child


logger = logging.getLogger(__name__)

# More cases are more than one paper.
MOST_CASES = 5
# Of processor: for a paper with one case, and for each other case on it.
SECONDS, SECONDS_A_CASE = 10, 5
# So many times that may pass while it is made: it is below every page.
_PATIENCE = 3
# Whoever asks waits so long before there is a page that says to wait.
WAIT = 3.0
# A finished paper is kept so long, and so many.
KEPT = 60.0
MOST_KEPT = 16
# So many wait for their turn, of papers and of lists.
MOST_WAITING, MOST_LISTS = 8, 2
# Of one asker, whose papers begin with the same part of the key: nobody takes all places.
MOST_OF_ONE = 3

Key = tuple[str, ...]


@dataclass(frozen=True)
class Job:
    """A function of `papers.py` or `picture.py` and what it takes; `papers` of a list, which tells each one."""

    function: Callable[..., bytes]
    args: tuple[Any, ...]
    named: Mapping[str, Any] = field(default_factory=dict)
    cases: int = 1
    papers: int = 0

    def here(self) -> bytes:
        """Made in this process."""
        return self.function(*self.args, **self.named)


class State(Enum):
    """How far a paper is."""

    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    # Too many wait already, or too many of this asker; nothing was begun.
    FULL = "full"


class Paper:
    """One that was asked for."""

    def __init__(self, key: Key, told: bytes, job: Job | None, state: State = State.MAKING) -> None:
        self.key = key
        self.told = told
        self.job = job
        self.papers = job.papers if job else 0
        self.state = state
        self.content = b""
        self.over = Event()
        if state is not State.MAKING:
            self.over.set()  # nobody waits for what is over
        self._made = 0
        self._progress: Connection | None = None

    @property
    def made(self) -> int:
        """How many papers of a list are made."""
        try:
            while self._progress is not None and self._progress.poll():
                self._made = self._progress.recv()
        except (EOFError, OSError):
            self._progress = None
        return self._made

    def wait(self) -> Paper:
        """Until it is over, but shortly, and only while there are threads enough for everybody else."""
        if _WAITING.acquire(blocking=False):
            try:
                self.over.wait(WAIT)
            finally:
                _WAITING.release()
        return self

    def start(self) -> Future[bytes]:
        """Hand its job over. Raises OSError where no process can be had."""
        assert self.job is not None  # noqa: S101 (it has not begun)
        job, self.job = self.job, None
        seconds = SECONDS + SECONDS_A_CASE * (job.cases - 1)
        writer = None
        if job.papers:
            self._progress, writer = _CONTEXT.Pipe(duplex=False)
        longest = _PATIENCE * seconds * max(1, job.papers)
        run = concurrent.process(timeout=longest, context=_CONTEXT)(child.make)  # type: ignore[call-overload]
        try:
            content = pickle.dumps((job.function, job.args, job.named))
            handed_over: Future[bytes] = run(content, seconds, job.papers, writer)
            return handed_over
        finally:
            if writer is not None:
                writer.close()


class _Lane:
    """Papers, or lists: so many at once, the others in the order in which they came."""

    def __init__(self, processes: int, most: int) -> None:
        self.free, self.most = processes, most
        self.queue: deque[Paper] = deque()

    def is_full_for(self, asker: str) -> bool:
        """Do too many wait, or too many of this asker?"""
        of_asker = sum(paper.key[0] == asker for paper in self.queue)
        return len(self.queue) >= self.most or of_asker >= MOST_OF_ONE


class Press:
    """Everything that this process makes or has made."""

    def __init__(self, processes: int) -> None:
        self._lock = Lock()
        self._papers: dict[Key, Paper] = {}
        self._lanes = {False: _Lane(processes, MOST_WAITING), True: _Lane(1, MOST_LISTS)}

    def paper(self, key: Key, told: object, job: Callable[[], Job], *, again: bool) -> Paper:
        """See `paper`."""
        mark = sha256(repr(told).encode()).digest()
        with self._lock:
            known = self._papers.get(key)
        if known is not None and known.told == mark and not (again and known.state is State.FAILED):
            return known
        asked = Paper(key, mark, job())
        lane = self._lanes[bool(asked.papers)]
        with self._lock:
            if known is not None and known in lane.queue:
                lane.queue.remove(known)
            if lane.is_full_for(key[0]):
                return Paper(key, mark, None, State.FULL)
            self._papers[key] = asked
            lane.queue.append(asked)
        # The first one loads everything, and whoever asks waits no longer for that.
        Thread(target=self._go_on, args=[lane], daemon=True).start()
        return asked

    def _go_on(self, lane: _Lane) -> None:
        with self._lock:
            if not lane.free or not lane.queue:
                return
            lane.free -= 1
            paper = lane.queue.popleft()
        try:
            paper.start().add_done_callback(partial(self._over, lane, paper))
        except Exception as problem:  # noqa: BLE001 (whatever it is, it costs this paper alone)
            failed: Future[bytes] = Future()
            failed.set_exception(problem)
            self._over(lane, paper, failed)

    def _over(self, lane: _Lane, paper: Paper, future: Future[bytes]) -> None:
        problem = future.exception()
        if problem is None:
            paper.content, paper.state = future.result(), State.READY
        else:
            # Its message may quote an answer.
            logger.warning("A paper was not made: %s", type(problem).__name__)
            paper.state = State.FAILED
        paper.over.set()
        forgetting = Timer(KEPT, self._forget, [paper])
        forgetting.daemon = True
        forgetting.start()
        with self._lock:
            lane.free += 1
            finished = [one for one in self._papers.values() if one.over.is_set()]
        for one in finished[:-MOST_KEPT]:
            self._forget(one)
        self._go_on(lane)

    def _forget(self, paper: Paper) -> None:
        paper.content = b""
        with self._lock:
            if self._papers.get(paper.key) is paper:
                del self._papers[paper.key]


_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["__main__", "screening.summary.pdf.forking"])
# Half of the threads at most wait for papers.
_WAITING = BoundedSemaphore(max(1, settings.PCR_THREADS // 2))
_press: list[Press] = []
_LOCK = Lock()


def paper(key: Key, told: object, job: Callable[[], Job], *, again: bool = False) -> Paper:
    """The paper of a key, begun where this process does not know it, or knows one of something else `told`.

    `again` begins one anew that failed. Without processes (PCR_PDF_PROCESSES=0) it is made here and now.
    """
    if not settings.PCR_PDF_PROCESSES:
        made = Paper(key, b"", None, State.READY)
        made.content = job().here()
        return made
    with _LOCK:
        if not _press:
            _press.append(Press(settings.PCR_PDF_PROCESSES))
    return _press[0].paper(key, told, job, again=again)
