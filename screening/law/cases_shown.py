"""The decided cases and the scenarios for their page, with how the rules read each on a day. All in English."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache

from django.conf import settings
from django.utils import translation

from screening.law.decided import DecidedCase, decided_cases, how_read, scenarios
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import answer_in_words, say
from screening.rules.facts import FACTS
from screening.rules.finding import Outcome
from screening.rules.turning import turning_days
from screening.summary.page.rows import RemedyReport
from screening.summary.report.laws import not_law_on


@dataclass(frozen=True)
class CaseShown:
    """One case: the answers that its text gives, and the laws without their elements."""

    case: DecidedCase
    answers: tuple[tuple[str, str], ...]
    laws: tuple[RemedyReport, ...]


def cases_shown(day: date) -> tuple[tuple[CaseShown, ...], tuple[CaseShown, ...]]:
    """The decisions of courts, then the scenarios from practice."""
    with translation.override(settings.LANGUAGE_CODE):
        return tuple(_shown(known, day) for known in _known()[0]), tuple(
            _shown(known, day) for known in _known()[1]
        )


@dataclass(frozen=True, eq=False)
class _Known:
    """What no day changes of a case, and the days that may change what is read of it."""

    case: DecidedCase
    answers: tuple[tuple[str, str], ...]
    turning: tuple[date, ...]


@cache
def _known() -> tuple[tuple[_Known, ...], tuple[_Known, ...]]:
    return tuple(map(_know, decided_cases())), tuple(map(_know, scenarios()))


def _know(case: DecidedCase) -> _Known:
    values = case.answers.values
    answers = (
        (say(QUESTIONS[key].short), answer_in_words(key, values[key])) for key in FACTS if key in values
    )
    return _Known(case, tuple(answers), turning_days(case.answers))


def _shown(known: _Known, day: date) -> CaseShown:
    laws = _laws(_Between(known, bisect_right(known.turning, day), day))
    told = (not_law_on(day),)
    return CaseShown(
        known.case,
        known.answers,
        tuple(replace(law, decides=told) if law.outcome is Outcome.NOT_IN_FORCE else law for law in laws),
    )


@dataclass(frozen=True)
class _Between:
    """A case and how many of its turning days are past: until the next one it is read alike."""

    known: _Known
    turned: int
    day: date = field(compare=False)


# Some sixty cases, and of a century's days a few dozen turn one.
@lru_cache(maxsize=4096)
def _laws(between: _Between) -> tuple[RemedyReport, ...]:
    read = how_read(between.known.case, between.day)
    return tuple(replace(law, elements=()) for law in read.laws)
