"""How much an urgent flag presses: the levels of the office's queue (contract section 4, `look_first`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from screening.rules.answers import Answers
from screening.rules.facts import EVENT_DATES
from screening.rules.flags.every import URGENT
from screening.rules.partial_date import PartialDate


class Level(IntEnum):
    """What the queue groups by. 1 was "watch" in contract 1."""

    NO_FLAG = 0
    SOON = 2
    ACT_TODAY = 3


NEAR = timedelta(days=30)

_AT_ONCE = ("ice_detention", "benefit_denied", "denied_motion_appeal", "appeal_time")
# They press only unless the person was removed already.
_UNLESS_REMOVED, _REMOVED = "removal_order", "removed_abroad"
_RAISE_NOTHING = ("paid_consultant", "prior_motion", "date_passed")
# The coming event whose day goes with a flag.
EVENT_OF: Mapping[str, str] = {
    "removal_hearing": "immigration_court",
    "ice_check_in": "ice_check_in",
    "immigration_interview": "immigration_interview",
    "travel": "travel",
    "immigration_application": "immigration_application",
    "open_criminal_case": "criminal_court",
}
# The day from which the time runs, the first that is known.
_SINCE: Mapping[str, tuple[str, ...]] = {
    "benefit_denied": ("first_notice_date",),
    "denied_motion_appeal": ("prior_motion_date",),
    "appeal_time": ("sentence_date", "disposition_date"),
    "probation_six_months": ("probation_start_date",),
}
_PLACE = {flag.code: place for place, flag in enumerate(URGENT)}
_KEYS = frozenset(key for flag in URGENT for key in flag.when.keys)


@dataclass(frozen=True)
class Pressing:
    """A raised flag with its level; the day that it names, or else the day since which its time runs."""

    flag: str
    level: Level
    day: PartialDate | None
    since: PartialDate | None


def pressing(urgent: Collection[str], answers: Answers, as_of: date) -> tuple[Pressing, ...]:
    """Each urgent flag that was raised, the most pressing first."""
    return by_urgency(
        Pressing(flag, level(flag, urgent, answers, as_of), _day(flag, answers), _since(flag, answers))
        for flag in urgent
    )


def by_urgency(found: Iterable[Pressing]) -> tuple[Pressing, ...]:
    """By level, within it those without a day first, then by day, then in the contract's order."""
    return tuple(sorted(found, key=_rank))


def was_asked(answers: Answers) -> bool:
    """Was any question answered that could raise an urgent flag? Else that there is none says nothing."""
    return not _KEYS.isdisjoint(answers.values)


def _rank(found: Pressing) -> tuple[int, date, int]:
    return -found.level, date.min if found.day is None else found.day.earliest, _PLACE[found.flag]


def level(flag: str, urgent: Collection[str], answers: Answers, as_of: date) -> Level:
    """How much a raised flag presses, given all that were raised."""
    if flag in _RAISE_NOTHING:
        return Level.NO_FLAG
    at_once = flag in _AT_ONCE or (flag == _UNLESS_REMOVED and _REMOVED not in urgent)
    return (
        Level.ACT_TODAY
        if at_once or (flag in EVENT_OF and _may_be_near(flag, answers, as_of))
        else Level.SOON
    )


def _may_be_near(flag: str, answers: Answers, as_of: date) -> bool:
    day = _day(flag, answers)
    return day is None or (day.earliest <= as_of + NEAR and as_of <= day.latest)


def _day(flag: str, answers: Answers) -> PartialDate | None:
    return answers.day(EVENT_DATES[EVENT_OF[flag]]) if flag in EVENT_OF else None


def _since(flag: str, answers: Answers) -> PartialDate | None:
    days = (answers.day(key) for key in _SINCE.get(flag, ()))
    return next((day for day in days if day is not None), None)
