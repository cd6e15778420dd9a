"""The result as programs read it: attached to the attorney's paper, and a file that `verify` computes anew.

It holds what the rules were given and what they gave. No name, contact, note, decision or own finding of an
office stands in it: none of them is an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.conf import settings

from screening.rules.answers import Answers
from screening.rules.evaluate import evaluate
from screening.rules.finding import Result
from screening.rules.version import canonical
from screening.summary.as_json.result_json import result_json
from screening.summary.page.data import CaseRecord, Report


# The form of this file.
SUMMARY = 1
FILE_NAME = "summary.json"

Version = Literal["full", "bilingual", "redacted"]


@dataclass(frozen=True)
class Made:
    """How a paper was made. `language` is the one beside the English; "en" where there is none.

    `of_all` as in Report.
    """

    language: str = "en"
    version: Version = "full"
    office: bool = False
    of_all: int = 0


def summary_json(records: Sequence[CaseRecord], as_of: date, made: Made) -> bytes:
    """The results of one person's cases on a day: canonical JSON, the cases under "1", "2" and so on."""
    results = (evaluate(Answers(record.answers), as_of) for record in records)
    return _written(zip((record.number for record in records), results, strict=True), made)


def summary_of(report: Report) -> bytes:
    """The same of a report, without evaluating again."""
    return _written(((case.number, case.result) for case in report.cases), made_as(report))


def made_as(report: Report) -> Made:
    """How the paper of this report is made."""
    return Made(report.language, version_of(report), report.of_office, report.of_all)


def version_of(report: Report) -> Version:
    """Redacted, with the person's own language beside the English, or neither."""
    if report.redacted:
        return "redacted"
    return "full" if report.language == settings.LANGUAGE_CODE else "bilingual"


def _written(results: Iterable[tuple[int, Result]], made: Made) -> bytes:
    return canonical(
        {
            "summary": SUMMARY,
            "made": {
                "for": "attorney",
                "language": made.language,
                "version": made.version,
                "office": made.office,
                **({"of_all": made.of_all} if made.of_all else {}),
            },
            "results": [result_json(str(number), result) for number, result in results],
        }
    )
