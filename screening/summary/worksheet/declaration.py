"""The outline of a declaration, for the attorney's eyes: headings, and under each what the person ticked.

No sentence is written for anybody. What is not known stays out, and a heading without a tick is a blank.
"""

from __future__ import annotations

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import said, say
from screening.rules.answers import Answers
from screening.rules.facts import FACTS
from screening.rules.finding import Result
from screening.rules.remedies import REMEDIES
from screening.summary.chronology.events import as_given
from screening.summary.page.worksheet_rows import OutlineHeading
from screening.summary.worksheet.court_forms import living


def outline(result: Result) -> tuple[OutlineHeading, ...]:
    """The headings for the laws that are not ruled out; none where only other grounds are left."""
    laws = (remedy for remedy in REMEDIES if living(result, remedy.id))
    headings = dict.fromkeys(heading for law in laws for heading in law.declares)
    return tuple(
        OutlineHeading(title, tuple(tick for key in keys for tick in _ticked(key, result.answers)))
        for title, keys in headings
    )


def _ticked(key: str, answers: Answers) -> tuple[str, ...]:
    """The labels of what is known. A yes or a date says nothing without the name of its question."""
    if (day := answers.day(key)) is not None:
        return (_named(key, as_given(day)),)
    if (chosen := answers.several(key)) is not None:
        return tuple(said(key, value) for value in FACTS[key].values if value in chosen)
    value = answers.one(key)
    if value is None:
        return ()
    label = said(key, value)
    return (_named(key, label),) if value in ("yes", "no") else (label,)


def _named(key: str, words: str) -> str:
    return f"{say(QUESTIONS[key].short)}: {words}"
