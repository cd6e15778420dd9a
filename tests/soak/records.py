"""A million records through `screen`: none is lost, none fails, and memory does not grow with the file."""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from screening.rules.answers import Value
from screening.rules.facts import FACTS
from tests.questions.walking import any_value


ROOT = Path(__file__).resolve().parents[2]
RECORDS = int(os.environ.get("SOAK_RECORDS", "1000000"))
# Records of which each file is made, over and over: what is drawn anew costs more than reading it.
DRAWN = 5_000
ANSWERED = 0.6
MOST_MEGABYTES = 200


def test_a_million_records_are_screened_in_bounded_memory(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, made = tmp_path / "records.csv", tmp_path / "made.csv"
    write_records(given)
    command = [sys.executable, "manage.py", "screen", str(given), "--format", "csv", "--output", str(made)]
    began = time.perf_counter()
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    seconds, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert (ended.returncode, ended.stderr) == (0, "")
    with made.open(newline="") as lines:
        count = 0
        for count, row in enumerate(csv.DictReader(lines), start=1):
            assert (row["id"], row["error_key"]) == (str(count), "")
    assert count == RECORDS
    megabytes = used.ru_maxrss / 1024
    with capsys.disabled():
        cpu = used.ru_utime + used.ru_stime
        print(f"\n{count} records: {seconds:.0f} s, {count / cpu:.0f} a second of processor time, ", end="")
        print(f"at most {megabytes:.0f} MB")
    assert megabytes < MOST_MEGABYTES


def write_records(path: Path) -> None:
    """RECORDS lines of CSV, always the same."""
    random = Random(20261130)  # noqa: S311 a sample, not a secret
    drawn = [_record(random) for _ in range(DRAWN)]
    with path.open("w", newline="") as stream:
        lines = csv.writer(stream)
        lines.writerow(["id", *FACTS])
        lines.writerows([number, *drawn[number % DRAWN]] for number in range(1, RECORDS + 1))


def _record(random: Random) -> list[str]:
    answers: dict[str, Value] = {}
    for key in FACTS:
        if random.random() < ANSWERED:
            answers[key] = any_value(key, random)
    return [_cell(answers.get(key, "")) for key in FACTS]


def _cell(value: Value) -> str:
    return ";".join(value) if isinstance(value, tuple) else str(value)
