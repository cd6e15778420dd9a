"""The coming days that a person named: for the urgent flags, the client copy and the calendar."""

from __future__ import annotations

from datetime import date

from screening.rules.answer import Answer
from screening.rules.answers import Answers
from screening.rules.facts import EVENT_DATES
from screening.rules.partial_date import PartialDate


def coming_day(event: str, answers: Answers, as_of: date) -> PartialDate | None:
    """The day of an event that was told of, unless it is known to have passed."""
    day = answers.day(EVENT_DATES[event]) if _is_told(event, answers) else None
    return None if day is None or day.before(as_of) is Answer.YES else day


def coming_days(answers: Answers, as_of: date) -> tuple[tuple[str, PartialDate], ...]:
    """Every event that is still to come, with its day; the nearest first.

    A day known only in part is as near as its last day: it hides none that is known and comes before that.
    """
    found = [(event, day) for event in EVENT_DATES if (day := coming_day(event, answers, as_of)) is not None]
    return tuple(sorted(found, key=lambda named: (named[1].latest, named[1].earliest)))


def _is_told(event: str, answers: Answers) -> bool:
    """Was it ticked, or is it told of by what raises its flag (contract section 4)?"""
    return (
        event in (answers.several("upcoming") or ())
        or (
            event == "immigration_court"
            and "in_removal_proceedings" in (answers.several("immigration_events") or ())
        )
        or (event == "criminal_court" and answers.one("custody_in_case") == "not_sentenced_yet")
    )
