"""A new sealing key for an office, and everything of the office sealed anew under it.

It can stop anywhere and be started again: the file of keys holds both keys until nothing is sealed under
the old one. Who writes meanwhile loses nothing: a row that changed since it was read is left for the next
round, and what a slow request still seals under the old key is found by a last round after a pause.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from time import sleep

from django.db import transaction

from screening.office.file import log
from screening.office.file.batches import Row, in_batches
from screening.office.keys import OfficeKeys, office_keys, path_of, seal_to, write_keys
from screening.office.models import LogEntry, Office, PastClient, Screening


BATCH = 100
# Longer than any request lives (papers are made elsewhere, and a silent sender is let go: gunicorn_conf.py).
PAUSE = 200.0


class BusyError(Exception):
    """Another process is changing this office's keys."""


@dataclass(frozen=True)
class Rotated:
    """How much was sealed anew, and whether this went on with a change that had been cut short."""

    screenings: int
    lines: int
    resumed: bool


def rotate(office: Office, pause: float = PAUSE) -> Rotated:
    """Change the sealing key. Raises KeysMissingError or BusyError; can be started again after either."""
    with _alone(office.id):
        keys, resumed = _both_keys(office)
        counts = [_reseal(office, keys)]
        sleep(pause)
        while counts[-1] != (0, 0):
            counts.append(_reseal(office, keys))
        write_keys(keys.with_only({keys.current}))
    done = Rotated(sum(rows for rows, _ in counts), sum(lines for _, lines in counts), resumed)
    log.note_for(office, log.Act.ROTATED, detail=f"{done.screenings} screenings sealed anew")
    return done


@contextmanager
def _alone(office_id: str) -> Iterator[None]:
    """Nobody else changes this office's keys meanwhile. The lock ends with the process."""
    office_keys(office_id)
    with path_of(office_id).with_suffix(".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise BusyError from busy
        yield


def _both_keys(office: Office) -> tuple[OfficeKeys, bool]:
    """The old key and the new one, in the file first, then the new one in the office's row."""
    keys = office_keys(office.id)
    # Two keys in the file: an earlier change was cut short. It is finished, not begun again.
    resumed = len(keys.private) > 1
    if not resumed:
        keys = keys.with_new_sealing_key()
        write_keys(keys)
    office.key_id, office.public_key = keys.current, keys.public
    office.save(update_fields=["key_id", "public_key"])
    return keys, resumed


def _reseal(office: Office, keys: OfficeKeys) -> tuple[int, int]:
    """One round over everything that is sealed under another key. How many screenings and lines."""
    past = _rows(PastClient, _past_client, office, keys)
    return past + _rows(Screening, _screening, office, keys), _log_lines(office, keys)


def _rows(
    model: type[Row], reseal: Callable[[Office, OfficeKeys, Row], int], office: Office, keys: OfficeKeys
) -> int:
    due = model.objects.filter(office=office).exclude(key_id=keys.current)
    return in_batches(due, BATCH, partial(reseal, office, keys))


def _past_client(office: Office, keys: OfficeKeys, row: PastClient) -> int:
    about = f"names {row.id}"
    sealed = seal_to(office, keys.open(row.key_id, row.sealed_names, about), about)
    same = PastClient.objects.filter(pk=row.pk, key_id=row.key_id)
    return same.update(key_id=keys.current, sealed_names=sealed)


def _screening(office: Office, keys: OfficeKeys, row: Screening) -> int:
    names = keys.open(row.key_id, row.sealed_names, f"names {row.id}")
    file = keys.open(row.key_id, row.sealed_file, f"file {row.id}")
    # Empty until the queue first looked at what an earlier program stored.
    line = keys.open(row.key_id, row.sealed_line, f"line {row.id}") if row.sealed_line else b""
    unchanged = Screening.objects.filter(pk=row.pk, version=row.version, key_id=row.key_id)
    # The version stays: for whoever has it open, nothing has changed.
    return unchanged.update(
        key_id=keys.current,
        sealed_names=seal_to(office, names, f"names {row.id}"),
        sealed_line=seal_to(office, line, f"line {row.id}") if line else b"",
        sealed_file=seal_to(office, file, f"file {row.id}"),
    )


def _log_lines(office: Office, keys: OfficeKeys) -> int:
    after, count = 0, 0
    while batch := list(LogEntry.objects.filter(office=office, pk__gt=after).order_by("pk")[:BATCH]):
        after = batch[-1].pk
        with transaction.atomic():
            count += sum(_line(office, keys, entry) for entry in batch)
    return count


def _line(office: Office, keys: OfficeKeys, entry: LogEntry) -> int:
    if log.key_of(bytes(entry.sealed)) == keys.current:
        return 0
    sealed = log.sealed_to(office, log.opened(keys, entry))
    return LogEntry.objects.filter(pk=entry.pk).update(sealed=sealed)
