"""Results to a file, JSONL or CSV, one at a time (contract section 5)."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from typing import TextIO

from screening.bulk.reader import BadRecord
from screening.bulk.safe_cell import safe_cell
from screening.questions.route import ORDER
from screening.rules.finding import Readiness, Result
from screening.rules.moving.next_facts import next_facts
from screening.rules.remedies import REMEDIES
from screening.summary.as_json.result_json import result_json


Write = Callable[["Screened | BadRecord"], None]


class Screened:
    """A result and the id of its record."""

    def __init__(self, record_id: str, result: Result) -> None:
        self.id = record_id
        self.result = result


COLUMNS = (
    "id",
    *(f"{remedy.id}{of}" for remedy in REMEDIES for of in ("", "_open", "_readiness")),
    "look_first",
    "immigration_conviction",
    "urgent",
    "before_filing",
    "also_consider",
    "next_facts",
    "digest",
    "error_key",
    "error_message",
)


def jsonl_writer(stream: TextIO) -> Write:
    """A line of JSON for each record."""

    def write(found: Screened | BadRecord) -> None:
        data = found.as_json() if isinstance(found, BadRecord) else result_json(found.id, found.result)
        stream.write(json.dumps(data, ensure_ascii=False) + "\n")

    return write


def csv_writer(stream: TextIO, *, with_next_facts: bool) -> Write:
    """A row for each record, under one row of column names."""
    rows = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    rows.writeheader()

    def write(found: Screened | BadRecord) -> None:
        if isinstance(found, BadRecord):
            rows.writerow(_error(found))
        else:
            rows.writerow(_row(found, with_next_facts=with_next_facts))

    return write


def _error(found: BadRecord) -> dict[str, str]:
    """The columns are the contract's, so the line stands in the message."""
    return {
        "id": safe_cell(found.id or ""),
        "error_key": safe_cell(found.key or ""),
        "error_message": f"line {found.line}: {found.message}",
    }


def _row(found: Screened, *, with_next_facts: bool) -> dict[str, str]:
    result = found.result
    row = {
        "id": safe_cell(found.id),
        "immigration_conviction": result.conviction.finding.value,
        "look_first": ";".join(look.remedy for look in result.look_first),
        "urgent": ";".join(result.urgent),
        "before_filing": ";".join(result.before_filing),
        "also_consider": ";".join(result.also_consider),
        "digest": result.digest,
    }
    if with_next_facts:
        row["next_facts"] = ";".join(fact.key for fact in next_facts(result, ORDER))
    for remedy in result.remedies:
        row[remedy.remedy] = remedy.outcome.value
        row[f"{remedy.remedy}_open"] = ";".join(
            f"{finding}:{element}" for finding, elements in remedy.open.items() for element in elements
        )
        row[f"{remedy.remedy}_readiness"] = _counts(remedy.readiness)
    return row


def _counts(readiness: Readiness) -> str:
    gates, proof = readiness.gates, readiness.proof
    return f"gates {gates.passed}/{gates.of}; proof {proof.supported}/{proof.of}"
