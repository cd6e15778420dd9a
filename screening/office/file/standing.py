"""What stands in clear beside a sealed screening, so that a queue can be sorted: computed from the answers.

Urgency (issue "The office", part 7): 3 act today: detained, a dated event within 30 days, or a removal
order; 2 soon: any other dated event, a removal hearing, an open warrant; 1 watch: any other urgent flag; 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from screening.interview.document import Document
from screening.office.file.casefile import CaseFile
from screening.rules.answers import Answers
from screening.rules.evaluate import evaluate
from screening.rules.finding import Outcome, Result
from screening.summary.page.coming import coming_days


ACT_TODAY, SOON, WATCH, NO_FLAG = 3, 2, 1, 0
NEAR = timedelta(days=30)
_TODAY_FLAGS = frozenset({"ice_detention", "removal_order"})
_SOON_FLAGS = frozenset({"removal_hearing", "open_warrant"})
# Of several cases the outcome that promises most is shown.
_BEST_FIRST = (
    Outcome.INDICATED,
    Outcome.NEEDS_PROOF,
    Outcome.CONTESTED,
    Outcome.NEEDS_FACTS,
    Outcome.NOT_YET,
    Outcome.NOT_RAISED,
    Outcome.NOT_INDICATED,
    Outcome.NOT_IN_FORCE,
)


@dataclass(frozen=True)
class Standing:
    """The columns of a screening that its answers decide."""

    outcomes: dict[str, str]
    urgency: int
    next_deadline: date | None


def results_of(document: Document, today: date) -> list[Result]:
    """Each case under the law of today."""
    return [evaluate(Answers(document.contract(number)), today) for number in document.numbers()]


def standing(file: CaseFile, today: date) -> Standing:
    """What a file's answers and deadlines say today."""
    results = results_of(file.document, today)
    days = sorted(_days(file, results, today))
    flags = {flag for result in results for flag in result.urgent}
    return Standing(_best(results), _urgency(flags, days, today), days[0] if days else None)


def _best(results: Iterable[Result]) -> dict[str, str]:
    best: dict[str, Outcome] = {}
    for result in results:
        for found in result.remedies:
            kept = best.get(found.remedy, found.outcome)
            best[found.remedy] = min(kept, found.outcome, key=_BEST_FIRST.index)
    return {remedy: outcome.value for remedy, outcome in best.items()}


def _days(file: CaseFile, results: Iterable[Result], today: date) -> set[date]:
    """The days that the person named, from today on, and all that the office set and has not done.

    One that passed undone stays, as the most urgent of all: nothing drops out of the queue by being late.
    """
    told = {max(day.earliest, today) for result in results for _, day in coming_days(result.answers, today)}
    kept = {date.fromisoformat(deadline.day) for deadline in file.deadlines if not deadline.done}
    return told | kept


def _urgency(flags: set[str], days: list[date], today: date) -> int:
    if flags & _TODAY_FLAGS or (days and days[0] <= today + NEAR):
        return ACT_TODAY
    if flags & _SOON_FLAGS or days:
        return SOON
    return WATCH if flags else NO_FLAG
