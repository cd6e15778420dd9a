"""Results to a file, JSONL or CSV, one at a time (contract section 5)."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TextIO

from screening.bulk.reader import BadRecord, Record
from screening.bulk.safe_cell import safe_cell
from screening.questions.route import ORDER
from screening.rules.evaluate import Judged, decide, evaluate
from screening.rules.finding import OPEN_FINDINGS, Readiness
from screening.rules.flags.every import LISTS
from screening.rules.moving.next_facts import next_facts
from screening.rules.remedies import REMEDIES
from screening.rules.version import digest
from screening.summary.as_json.result_json import result_json


Write = Callable[[Record | BadRecord], None]


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


def jsonl_writer(stream: TextIO, as_of: date) -> Write:
    """A line of JSON for each record."""

    def write(record: Record | BadRecord) -> None:
        if isinstance(record, BadRecord):
            data = record.as_json()
        else:
            data = result_json(record.id, evaluate(record.answers, as_of))
        stream.write(json.dumps(data, ensure_ascii=False) + "\n")

    return write


def csv_writer(stream: TextIO, as_of: date, *, with_next_facts: bool) -> Write:
    """A row for each record, under one row of column names."""
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(COLUMNS)

    def write(record: Record | BadRecord) -> None:
        if isinstance(record, BadRecord):
            row = _error(record)
            rows.writerow([row.get(column, "") for column in COLUMNS])
        else:
            rows.writerow(_row(record, as_of, with_next_facts=with_next_facts))

    return write


def _error(found: BadRecord) -> dict[str, str]:
    """The columns are the contract's, so the line stands in the message."""
    return {
        "id": safe_cell(found.id or ""),
        "error_key": safe_cell(found.key or ""),
        "error_message": f"line {found.line}: {found.message}",
    }


def _row(record: Record, as_of: date, *, with_next_facts: bool) -> list[str]:
    """By the columns."""
    decided, answers = decide(record.answers, as_of), record.answers
    facts = next_facts(evaluate(answers, as_of), ORDER) if with_next_facts else ()
    row = [safe_cell(record.id)]
    for place, judged in enumerate(decided.remedies):
        row += _cells(place, judged)
    row += [
        ";".join([look.remedy for look in decided.look_first]),
        decided.conviction.finding.value,
        *(";".join(decided.flags[name]) for name in LISTS),
        ";".join(fact.key for fact in facts),
        digest(answers, as_of),
        "",
        "",
    ]
    return row


@lru_cache(maxsize=2**14)
def _cells(place: int, judged: Judged) -> tuple[str, str, str]:
    """The columns of one remedy: many records share them."""
    found = tuple(zip(REMEDIES[place].elements, judged.findings, strict=True))
    still_open = (f"{kind}:{element.id}" for kind in OPEN_FINDINGS for element, one in found if one is kind)
    return judged.outcome.value, ";".join(still_open), _counts(judged.readiness)


def _counts(readiness: Readiness) -> str:
    gates, proof = readiness.gates, readiness.proof
    return f"gates {gates.passed}/{gates.of}; proof {proof.supported}/{proof.of}"
