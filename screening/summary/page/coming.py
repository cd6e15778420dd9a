"""The coming days that a person named: for the urgent flags, the client copy and the calendar."""

from __future__ import annotations

from datetime import date

from screening.rules.answer import Answer
from screening.rules.answers import Answers
from screening.rules.facts import EVENT_DATES
from screening.rules.partial_date import PartialDate


def coming_day(event: str, answers: Answers, as_of: date) -> PartialDate | None:
    """The day of an event that was ticked, unless it is known to have passed."""
    day = answers.day(EVENT_DATES[event]) if event in (answers.several("upcoming") or ()) else None
    return None if day is None or day.before(as_of) is Answer.YES else day


def coming_days(answers: Answers, as_of: date) -> tuple[tuple[str, PartialDate], ...]:
    """Every event that is still to come, with its day; the nearest first."""
    found = [(event, day) for event in EVENT_DATES if (day := coming_day(event, answers, as_of)) is not None]
    return tuple(sorted(found, key=lambda named: named[1].earliest))
