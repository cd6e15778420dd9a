"""Sixteen processes write at once through Django: none is told that the database is locked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests.serving.server import ROOT
from tests.soak.served import database, tell


WRITERS, TIMES = 16, int(os.environ.get("SOAK_WRITES", "200"))
_WRITE = """
import sys, time
import django
django.setup()
from django.db import OperationalError, transaction
from screening.interview import live
from screening.interview.sessions import SessionStore
session, failed, took = SessionStore(), 0, []
with transaction.atomic():
    run = live.begin(session)
    session.save()
for number in range(int(sys.argv[1])):
    began = time.perf_counter()
    try:
        with transaction.atomic():
            opened = live.open_live(session, run)
            opened.document.put(1, {"county": "Fresno" if number % 2 else "Kern"})
            opened.save()
    except OperationalError:
        failed += 1
    took.append(time.perf_counter() - began)
print(failed, sorted(took)[int(len(took) * 0.95)])
"""


def test_sixteen_writers_never_find_it_locked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], django_db_blocker: DjangoDbBlocker
) -> None:
    with database(tmp_path, django_db_blocker):
        pass
    env = {**os.environ, "PCR_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "pcr_screener.settings"}
    writers = [
        subprocess.Popen(  # noqa: S603 (our own program)
            [sys.executable, "-c", _WRITE, str(TIMES)], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True
        )
        for _ in range(WRITERS)
    ]
    told = [writer.communicate()[0].split() for writer in writers]
    locked, slowest = sum(int(failed) for failed, _ in told), max(float(p95) for _, p95 in told)
    tell(capsys, f"{WRITERS} writers, {TIMES} writes each: {locked} locked, the slowest p95 {slowest:.2f} s")
    assert locked == 0
