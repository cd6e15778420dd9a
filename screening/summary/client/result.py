"""What the result page shows beside the report: the card, in English too where nobody read the language, and papers."""

from __future__ import annotations

from typing import Any

from django.utils import translation

from pcr_screener.languages import is_reviewed, language_spoken, source_of
from screening.summary.client.card import Card, ask_first, build_card
from screening.summary.client.papers_now import papers_now
from screening.summary.page.data import Report


def result_page(report: Report) -> dict[str, Any]:
    """In the active language."""
    lead = ask_first(report)
    return {
        "report": report,
        "card": build_card(report),
        "card_in_english": None if is_reviewed(language_spoken()) else _in_english(report),
        "papers": papers_now(report),
        "lead": lead,
        "others": [case for case in report.cases if case is not lead],
    }


def _in_english(report: Report) -> Card:
    """To show or to read to whoever answers."""
    with translation.override(source_of(translation.get_language())):
        return build_card(report)
