"""The form of an own finding, in a row of the ledger or beside an answer.

`{% finding_form case remedy row %}` or `{% finding_form case "" said %}`: closed until somebody opens it;
open, with what was typed, where it came back with something to fix.
"""

from __future__ import annotations

from typing import Any

from django import template

from screening.office.review.own_finding import LONGEST_REASON, Target
from screening.questions.wording import said as value_in_words
from screening.questions.wording import say
from screening.rules.finding import Finding
from screening.summary.page.rows import ElementRow, Own, RemedyReport, SaidAnswer
from screening.summary.page.words import FINDING_WORD


register = template.Library()


@register.inclusion_tag("office/review/finding_form.html", takes_context=True)
def finding_form(
    context: template.Context, case: int, remedy: RemedyReport | str, row: ElementRow | SaidAnswer
) -> dict[str, Any]:
    """Everything that the form needs."""
    element = row.id if isinstance(row, ElementRow) else row.key
    target = Target(case, remedy.id if isinstance(remedy, RemedyReport) else "", element)
    key = f"finding-{case}-{target.remedy or 0}-{element}"
    typed = context["typed"]
    back = typed if typed.get("form") == key else None
    return {
        "request": context["request"],
        "csrf_token": context["csrf_token"],
        "folder": context["folder"],
        "attorney": context["attorney"],
        "target": target,
        "key": key,
        "own": row.own,
        "about": _about(row, remedy),
        "choices": [(value, _word(target, value)) for value in target.choices],
        "open": back is not None,
        "values": back["values"] if back else _standing(row.own),
        "longest": LONGEST_REASON,
    }


def _about(row: ElementRow | SaidAnswer, remedy: RemedyReport | str) -> str:
    """What the hidden words of the button name."""
    if isinstance(row, ElementRow) and isinstance(remedy, RemedyReport):
        return f"{row.short}, {remedy.cite}"
    return row.short


def _word(target: Target, value: str) -> str:
    return say(FINDING_WORD[Finding(value)]) if target.remedy else value_in_words(target.element, value)


def _standing(own: Own | None) -> dict[str, str]:
    return {"finding": own.finding, "reason": own.reason} if own else {}
