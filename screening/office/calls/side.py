"""The panel beside a question: what is urgent, what is still open, where to jump. No outcome is in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings

from screening.interview.document import Document
from screening.office.calls.band import language_name
from screening.office.calls.steps import Step
from screening.office.calls.voice import Voice
from screening.office.file.standing import results_of
from screening.rules.flags.every import CLIENT_WORDS
from screening.summary.report.urgent import urgent_rows


MOST_LINKS = 12


def side_panel(document: Document, steps: Sequence[Step], as_of: date) -> dict[str, Any]:
    """What the panel shows."""
    voice = Voice(document.voice)
    still = [step for step in steps if step.open]
    return {
        "urgent": _urgent(document, as_of),
        "open_count": len(still),
        "open_steps": still[:MOST_LINKS],
        "languages": [
            (code, language_name(code), code == document.language) for code, _ in settings.LANGUAGES
        ],
        "may_add_case": document.may_add_case(),
        "notices": [voice.line(CLIENT_WORDS[code]) for code in document.notices if code in CLIENT_WORDS],
        "notice_codes": " ".join(document.notices),
    }


def _urgent(document: Document, as_of: date) -> list[tuple[str, str]]:
    """Each flag so far: what it is, and when. A flag without a day is said in the office's words."""
    named = [(f"Case {number}", result) for number, result in enumerate(results_of(document, as_of), start=1)]
    rows = urgent_rows(named, as_of)
    return [(row.title or row.attorney, " · ".join(filter(None, (row.when, *row.cases)))) for row in rows]
