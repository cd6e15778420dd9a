"""The outline of a declaration, for the attorney's eyes: headings, and under each what the person ticked.

No sentence is written for anybody. What is not known stays out, and a heading without a tick is a blank.
"""

from __future__ import annotations

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import said, say
from screening.rules.answers import Answers
from screening.rules.facts import FACTS
from screening.rules.finding import Result
from screening.summary.chronology.events import as_given
from screening.summary.page.worksheet_rows import OutlineHeading
from screening.summary.worksheet.court_forms import living


_OF_PLEA: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Ties then", ("ties",)),
    ("Advice", ("lawyer_kind", "lawyer_advice", "program_told")),
    ("Understanding", ("understanding", "understanding_barriers")),
    ("Choice", ("would_have_done", "other_offer")),
    (
        "Learning and steps",
        ("learned_harm_date", "learned_remedy_date", "steps_since", "delay_reasons"),
    ),
    ("Support", ("evidence",)),
)
_OF_PROGRAM: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Deferred entry",
        ("program_start_date", "program_plea", "program_completed", "program_dismissed"),
    ),
)
_ERROR = ("pc1473_7_a1", "pc1016_5")


def outline(result: Result) -> tuple[OutlineHeading, ...]:
    """The headings for the laws that are not ruled out; none where only other grounds are left."""
    headings = [
        *(_OF_PLEA if any(living(result, remedy) for remedy in _ERROR) else ()),
        *(_OF_PROGRAM if living(result, "pc1203_43") else ()),
    ]
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
