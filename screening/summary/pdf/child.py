"""What runs in the process of one paper: its limits, then the paper. The process ends with it."""

from __future__ import annotations

import ctypes
import os
import pickle
import resource
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from threading import Thread


# Of data: the program's own code and fonts are read-only and shared, and count for nothing. A list keeps
# each of its papers until it is written: about 20 MiB for one.
_MIB = 1024 * 1024
MEMORY, MEMORY_A_PAPER = 512 * _MIB, 24 * _MIB
# A list for a clinic day is below the papers too, which are below every page (forking.py).
_NICE_OF_LIST = 3
_DUMPABLE = 4  # for prctl


def make(job: bytes, seconds: int, papers: int, told: Connection | None) -> bytes:
    """The bytes of a paper that gets so many seconds of processor; a list gets them for each of its papers.

    `told` takes the number of a list's papers that are made.
    """
    _limit(seconds, MEMORY + papers * MEMORY_A_PAPER)
    function, args, named = pickle.loads(job)  # noqa: S301 (the server's own, by a pipe)
    if told is None:
        paper: bytes = function(*args, **named)
        return paper
    os.nice(_NICE_OF_LIST)

    def made(number: int) -> None:
        _renew(seconds + 2 * papers)  # behind the last one the whole is written
        told.send(number)

    list_of_papers: bytes = function(*args, **named, made=made)
    return list_of_papers


def _limit(seconds: int, memory: int) -> None:
    """Ended with the server, never dumped to a file, and no more than its share."""
    Thread(target=_end_with_server, daemon=True).start()
    ctypes.CDLL(None).prctl(_DUMPABLE, 0)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    _renew(seconds)


def _end_with_server() -> None:
    """Also where the server is killed."""
    server = parent_process()
    if server is not None:
        server.join()
        os._exit(1)


def _renew(seconds: int) -> None:
    """So many seconds of processor from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, hardest))
