"""The panel beside a question: what is urgent, what is still open, where to jump. No outcome is in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings

from screening.interview.document import Document
from screening.office.calls.band import language_name
from screening.office.calls.short import may_add_case, short_steps
from screening.office.calls.steps import Step
from screening.office.calls.voice import Voice
from screening.office.file.casefile import CaseFile
from screening.office.file.standing import results_of
from screening.rules.flags.every import CLIENT_WORDS
from screening.summary.report.urgent import urgent_rows


MOST_LINKS = 12


def side_panel(file: CaseFile, steps: Sequence[Step], here: Step, as_of: date) -> dict[str, Any]:
    """What the panel shows."""
    document = file.document
    voice = Voice(document.voice)
    still = short_steps(document, steps, as_of) if file.short else [step for step in steps if step.open]
    done = sum(step.key in document.used(step.case) for step in steps if step is not here)
    return {
        "urgent": _urgent(document, as_of),
        "short": file.short,
        "place": done + 1,
        "about": done + 1 + sum(step.address != here.address for step in still),
        "open_count": len(still),
        "open_steps": still[:MOST_LINKS],
        "languages": [
            (code, language_name(code), code == document.language) for code, _ in settings.LANGUAGES
        ],
        "may_add_case": may_add_case(document),
        "notices": [voice.line(CLIENT_WORDS[code]) for code in document.notices if code in CLIENT_WORDS],
        "notice_codes": " ".join(document.notices),
    }


def _urgent(document: Document, as_of: date) -> list[tuple[str, str]]:
    """Each flag so far: what it is, and when. A flag without a day is said in the office's words."""
    named = [(f"Case {number}", result) for number, result in enumerate(results_of(document, as_of), start=1)]
    rows = urgent_rows(named, as_of)
    return [(row.title or row.attorney, " · ".join(filter(None, (row.when, *row.cases)))) for row in rows]
