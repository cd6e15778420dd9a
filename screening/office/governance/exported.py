"""One screening as documented JSON (docs/office/handover.schema.json): everything that the office holds of it.

What is left out is no part of the case: answers that were set aside or half-typed, and who opened it when.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from screening.interview.document import dump
from screening.office.file import casefile, journal
from screening.office.file.cabinet import Folder
from screening.office.file.standing import results_of
from screening.summary.as_json.result_json import result_json


FORMAT, VERSION = "pcr-screener/screening", 1
# Of the file: the document stands in the contract's form, the rest is the program's own.
APART = frozenset({"document", "read_at", "exported_at"})


def as_dict(folder: Folder, today: date) -> dict[str, Any]:
    """The whole screening. `results_now` is each case under the law of `today`. Raises KeysMissingError."""
    row, document = folder.row, folder.file.document
    file = json.loads(casefile.dump(folder.file))
    return {
        "format": FORMAT,
        "format_version": VERSION,
        "made_at": journal.now(),
        "office": {"id": folder.office.id, "name": folder.office.name},
        "screening": {
            "id": row.id,
            "number": row.number,
            "version": row.version,
            "status": row.status,
            "language": row.language,
            "created_on": row.created_on.isoformat(),
            "opened_on": row.opened_on.isoformat() if row.opened_on else None,
            "urgency": row.urgency,
            "next_deadline": row.next_deadline.isoformat() if row.next_deadline else None,
        },
        "matter": asdict(folder.matter),
        "document": {name: dump(document)[name] for name in ("version", "you", "cases")},
        "results_now": [
            result_json(case.id, result)
            for case, result in zip(document.cases, results_of(document, today), strict=True)
        ],
        **{name: value for name, value in sorted(file.items()) if name not in APART},
    }


def as_json(folder: Folder, today: date) -> bytes:
    """The same as it is written to a file or sent: UTF-8, no spaces that carry nothing."""
    return json.dumps(as_dict(folder, today), ensure_ascii=False, separators=(",", ":")).encode()
