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
from screening.rules.flags import FLAGS, URGENT
from screening.summary.report.urgent import urgent_rows


# What an outcome raises shows only with the result.
_WITH_THE_RESULT = frozenset(flag.code for flag in URGENT if flag.follows is not None)
MOST_LINKS = 12


def side_panel(document: Document, steps: Sequence[Step], as_of: date) -> dict[str, Any]:
    """What the panel shows."""
    voice = Voice(document.language)
    still = [step for step in steps if step.open]
    return {
        "urgent": _urgent(document, as_of),
        "open_count": len(still),
        "open_steps": still[:MOST_LINKS],
        "languages": [
            (code, language_name(code), code == document.language) for code, _ in settings.LANGUAGES
        ],
        "may_add_case": document.may_add_case(),
        "notices": [voice.line(FLAGS[code].client) for code in document.notices if code in FLAGS],
        "notice_codes": " ".join(document.notices),
    }


def _urgent(document: Document, as_of: date) -> list[tuple[str, str]]:
    """Each flag so far: what it is, and when. A flag without a day is said in the office's words."""
    named = [(f"Case {number}", result) for number, result in enumerate(results_of(document, as_of), start=1)]
    rows = (row for row in urgent_rows(named, as_of) if row.code not in _WITH_THE_RESULT)
    return [(row.title or row.attorney, " · ".join(filter(None, (row.when, *row.cases)))) for row in rows]
