"""What runs in the process of one paper: its limits, then the paper. The process ends with it."""

from __future__ import annotations

import ctypes
import os
import pickle
import resource
import signal
from multiprocessing.connection import Connection


# Of data: the program's own code and fonts are read-only and shared, and count for nothing.
MEMORY = 512 * 1024 * 1024
# Below every page. A list for a clinic day is below the papers too.
_NICE = 10
_DIES_WITH_PARENT, _DUMPABLE = 1, 4


def make(job: bytes, seconds: int, told: Connection | None) -> bytes:
    """The bytes of a paper that gets so many seconds of processor; a list gets them for each of its papers.

    `told` takes the number of papers that are made.
    """
    _limit(seconds)
    function, args, named = pickle.loads(job)  # noqa: S301 (the server's own, by a pipe)
    if told is None:
        return _bytes(function(*args, **named))
    os.nice(_NICE)

    def made(number: int) -> None:
        _renew(seconds)
        told.send(number)

    return _bytes(function(*args, **named, made=made))


def _bytes(content: bytes) -> bytes:
    # Whoever hands over a paper waits for it no longer than for its making.
    resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return content


def _limit(seconds: int) -> None:
    """Niced, ended with the server, never dumped to a file, and no more than its share."""
    process = ctypes.CDLL(None)
    process.prctl(_DIES_WITH_PARENT, signal.SIGKILL)
    process.prctl(_DUMPABLE, 0)
    os.nice(_NICE)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    _renew(seconds)


def _renew(seconds: int) -> None:
    """So many seconds of processor from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, hardest))
