"""`manage.py screen` over many records: the same bytes as one record at a time, read as it is declared."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from random import Random

import pytest
from django.core.management import call_command

from screening.bulk.reader import BadRecord, read_records
from screening.bulk.writer import COLUMNS, csv_writer
from screening.rules.answers import Value
from screening.rules.facts import FACTS
from tests.questions.walking import any_value
from tests.rules.ask import AS_OF
from tests.rules.plainly import Plainly
from tests.tiers import Rounds


# How often something is wrong with a record, and what.
BAD = 0.02
WRONG = ("mars", "2020-02-30", "unsure;none", "\ufeff?")


def written(path: Path, count: int) -> None:
    """Records with bad ones in between, always the same."""
    random = Random(18)  # noqa: S311 a sample, not a secret
    with path.open("w", newline="") as stream:
        lines = csv.writer(stream)
        lines.writerow(["id", *FACTS])
        for number in range(count):
            cells = [_cell(any_value(key, random)) if random.random() < 0.6 else "" for key in FACTS]
            if random.random() < BAD:
                cells[random.randrange(len(cells))] = random.choice(WRONG)
            # An id that is missing, that stood there before, or that a spreadsheet takes for a formula.
            odd = random.random()
            lines.writerow(["" if odd < 0.01 else "twice" if odd < 0.02 else f"={number}", *cells])


def _cell(value: Value) -> str:
    return ";".join(value) if isinstance(value, tuple) else str(value)


def one_by_one(path: Path) -> str:
    """The file, each record read line after line as the rules are declared."""
    stream = io.StringIO()
    rows = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    rows.writeheader()
    bad = csv_writer(stream_of_bad := io.StringIO(), AS_OF, with_next_facts=False)
    for record in read_records(str(path)):
        if isinstance(record, BadRecord):
            stream_of_bad.seek(0)
            stream_of_bad.truncate()
            bad(record)
            stream.write(stream_of_bad.getvalue())
            continue
        said = Plainly(AS_OF).result(record.answers)
        row = {"id": f"'{record.id}" if record.id.startswith("=") else record.id, "digest": said.digest}
        row["immigration_conviction"] = said.conviction.finding.value
        row["look_first"] = ";".join(look.remedy for look in said.look_first)
        for name in ("urgent", "before_filing", "also_consider"):
            row[name] = ";".join(getattr(said, name))
        for found in said.remedies:
            gates, proof = found.readiness.gates, found.readiness.proof
            still = [f"{kind}:{element}" for kind, elements in found.open.items() for element in elements]
            row[found.remedy] = found.outcome.value
            row[f"{found.remedy}_open"] = ";".join(still)
            row[f"{found.remedy}_readiness"] = (
                f"gates {gates.passed}/{gates.of}; proof {proof.supported}/{proof.of}"
            )
        rows.writerow(row)
    return stream.getvalue()


def test_many_records_give_the_bytes_of_one_by_one(tmp_path: Path, rounds: Rounds) -> None:
    given, made = tmp_path / "records.csv", tmp_path / "made.csv"
    written(given, rounds(500, 20_000))
    with pytest.raises(SystemExit) as stopped:
        call_command("screen", str(given), "--format", "csv", "--as-of", str(AS_OF), "--output", str(made))
    assert stopped.value.code == 1
    assert made.read_text() == one_by_one(given)
