"""Stored results: kept whole, to be compared later with what the law says then (`bulk/compare.py`)."""

from __future__ import annotations

from datetime import date
from typing import Any

from screening.office.file.cabinet import Folder
from screening.office.file.casefile import KeptResult
from screening.office.file.journal import now as this_instant
from screening.office.models import Member
from screening.rules.answers import Answers
from screening.rules.evaluate import evaluate
from screening.rules.version import rules_version
from screening.summary.as_json.result_json import result_json


def result_now(folder: Folder, today: date) -> list[dict[str, Any]]:
    """Each case under the law of today: one line of contract section 5."""
    document = folder.file.document
    return [
        result_json(str(number), evaluate(Answers(document.contract(number)), today))
        for number in document.numbers()
    ]


def keep_result(folder: Folder, member: Member, today: date) -> KeptResult:
    """Keep the result beside those kept before. The caller writes the journal and puts the folder back."""
    kept = KeptResult(
        law_as_of=today.isoformat(),
        rules_version=rules_version(),
        at=this_instant(),
        by=member.name,
        lines=result_now(folder, today),
    )
    folder.file.results.append(kept)
    return kept
