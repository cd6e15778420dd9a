"""The decided cases and the scenarios for their page, with how the rules read each on a day. All in English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.utils import translation

from screening.law.decided import DecidedCase, decided_cases, how_read, scenarios
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import answer_in_words, say
from screening.rules.facts import FACTS
from screening.summary.page.rows import RemedyReport


# A reader compares a day or two.
_DAYS_KEPT = 4


@dataclass(frozen=True)
class CaseShown:
    """One case: the answers that its text gives, and the laws."""

    case: DecidedCase
    answers: tuple[tuple[str, str], ...]
    laws: tuple[RemedyReport, ...]


@lru_cache(maxsize=_DAYS_KEPT)
def cases_shown(day: date) -> tuple[tuple[CaseShown, ...], tuple[CaseShown, ...]]:
    """The decisions of courts, then the scenarios from practice."""
    return tuple(map(_reader(day), decided_cases())), tuple(map(_reader(day), scenarios()))


def _reader(day: date) -> Callable[[DecidedCase], CaseShown]:
    return lambda case: CaseShown(case, _answers(case), how_read(case, day).laws)


def _answers(case: DecidedCase) -> tuple[tuple[str, str], ...]:
    values = case.answers.values
    with translation.override(settings.LANGUAGE_CODE):
        return tuple(
            (say(QUESTIONS[key].short), answer_in_words(key, values[key])) for key in FACTS if key in values
        )
