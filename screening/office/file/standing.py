"""What stands in clear beside a sealed screening, so that a queue can be sorted, and the queue's sealed line.

All of it is computed from the answers and from what the office set. The level is the contract's (section 4):
an appointment or a deadline of the office never counts for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F

from screening.interview.document import Document
from screening.office.file.casefile import CaseFile
from screening.office.file.line import ANALYSIS, CALL, PAPER, SHORT_CALL, CaseLine, Flagged, Line, OfficeDay
from screening.office.file.missing import case_line
from screening.rules.answers import Answers
from screening.rules.evaluate import evaluate
from screening.rules.finding import Outcome, Result
from screening.rules.partial_date import PartialDate
from screening.rules.turning import turns_on
from screening.rules.urgency import Level, Pressing, by_urgency, pressing, was_asked
from screening.summary.page.coming import coming_days


# Sorted before every day.
UNDATED = date.min
# Worth more than all elements of a law together: gates come before proof.
_A_GATE = 100
_NO_LAW_LEFT = 100 * _A_GATE
_DAY = timedelta(days=1)
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
    """The columns of a screening that its answers decide, and the line to seal.

    `urgent_on` is the day of the most pressing flag, `to_do` how much is not said of the law to look at first,
    `office_day` the office's next appointment or deadline, `stale_on` the day to compute all of this anew.
    """

    outcomes: dict[str, str]
    urgency: int
    urgent_on: date
    to_do: int
    missing: str
    next_deadline: date | None
    office_day: date | None
    stale_on: date | None
    line: Line


# The columns, by the names that the row has for them.
COLUMNS = (
    "outcomes",
    "urgency",
    "urgent_on",
    "to_do",
    "missing",
    "next_deadline",
    "office_day",
    "stale_on",
)
# The queue's order; `id` last, so that no two can change places.
ORDER = (F("urgency").desc(), "urgent_on", "to_do", "created_on", "id")
_FILTERED = {CALL: CALL, SHORT_CALL: CALL, PAPER: PAPER, ANALYSIS: ANALYSIS}


def results_of(document: Document, today: date) -> list[Result]:
    """Each case under the law of today."""
    return [evaluate(Answers(document.contract(number)), today) for number in document.numbers()]


def standing(file: CaseFile, today: date) -> Standing:
    """What a file's answers and deadlines say today."""
    results = results_of(file.document, today)
    told = {max(day.earliest, today) for result in results for _, day in coming_days(result.answers, today)}
    due = {date.fromisoformat(deadline.day) for deadline in file.deadlines if not deadline.done}
    office = tuple(_office_days(file, today))
    flags = by_urgency({one for result in results for one in pressing(result.urgent, result.answers, today)})
    cases = sorted((case_line(number, one) for number, one in enumerate(results, start=1)), key=_to_do)
    return Standing(
        outcomes=_best(results),
        urgency=flags[0].level if flags else Level.NO_FLAG,
        urgent_on=_sort_day(flags),
        to_do=_to_do(cases[0]),
        missing=_FILTERED.get(cases[0].missing, ""),
        next_deadline=min(told | due, default=None),
        office_day=min((date.fromisoformat(one.day) for one in office), default=None),
        stale_on=_stale_on(results, told, office, today),
        line=Line(
            flags=tuple(_flagged(flags)),
            asked=any(was_asked(result.answers) for result in results),
            cases=tuple(cases),
            office=office,
        ),
    )


def _best(results: Iterable[Result]) -> dict[str, str]:
    best: dict[str, Outcome] = {}
    for result in results:
        for found in result.remedies:
            kept = best.get(found.remedy, found.outcome)
            best[found.remedy] = min(kept, found.outcome, key=_BEST_FIRST.index)
    return {remedy: outcome.value for remedy, outcome in best.items()}


_TIMED = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<time>.+)")


def _office_days(file: CaseFile, today: date) -> Iterator[OfficeDay]:
    """The appointment, unless it is over, and every deadline that is not done: none drops out by being late.

    An appointment without a time is kept as a deadline too (`calls/wrap_up.py`), whatever was typed of it.
    """
    timed = _TIMED.fullmatch(file.wrap_up.appointment) if file.wrap_up else None
    if timed and timed["day"] >= today.isoformat():
        yield OfficeDay(timed["day"], time=timed["time"])
    for deadline in sorted(file.deadlines, key=lambda one: one.day):
        if not deadline.done:
            yield OfficeDay(deadline.day, what=deadline.what)


def _sort_day(flags: tuple[Pressing, ...]) -> date:
    """No flag, no day: what raises nothing sorts nothing."""
    if not flags or flags[0].level is Level.NO_FLAG or flags[0].day is None:
        return UNDATED
    return flags[0].day.earliest


def _flagged(flags: tuple[Pressing, ...]) -> Iterator[Flagged]:
    """The most pressing, and the next that names a day: a day is never hidden behind what has none."""
    dated = (one for one in flags[1:] if one.day is not None)
    for one in (*flags[:1], *list(dated)[:1]):
        yield Flagged(one.flag, _text(one.day), _text(one.since))


def _text(day: PartialDate | None) -> str:
    return "" if day is None else day.text


def _to_do(case: CaseLine) -> int:
    if not case.remedy:
        return _NO_LAW_LEFT
    return (case.gates[1] - case.gates[0]) * _A_GATE + case.proof[1] - case.proof[0]


def _stale_on(
    results: Iterable[Result], told: set[date], office: Iterable[OfficeDay], today: date
) -> date | None:
    """The day from which the queue must look again.

    Where an answer sets it, no more than its month stands in clear: from the first of that month on the file
    is looked at each day.
    """
    turning = (turns_on(result.answers, today) for result in results)
    months = {max(day.replace(day=1), today + _DAY) for day in turning if day is not None}
    over = {day + _DAY for day in told} | {date.fromisoformat(one.day) + _DAY for one in office if one.time}
    return min(months | over, default=None)
