"""The queue's line in words: why it is urgent, what to look at first, what is missing (office brief 3.5 and 4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.dateformat import format as date_format

from screening.office.file import line
from screening.office.file.line import CaseLine, Flagged, Line
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.rules.partial_date import PartialDate
from screening.rules.urgency import Level
from screening.summary.page.attorney_words import PAPER, URGENT_NAME
from screening.summary.page.short_names import CITE, SHORT
from screening.summary.page.words import month_and_year


LEVEL_WORD: Mapping[int, str] = {
    Level.ACT_TODAY: "act today",
    Level.SOON: "soon",
    Level.NO_FLAG: "no flag",
}
_SINCE_WORD: Mapping[str, str] = {
    "benefit_denied": "letter of",
    "denied_motion_appeal": "denied",
    "appeal_time": "plea or sentence",
    "probation_six_months": "since",
}
NO_LAW = "no law of this list is open"
# A day so near needs no year.
_HALF_A_YEAR = 183


def why_urgent(told: Line) -> str:
    """The first line: the most pressing flag; without one, whether anybody asked."""
    if told.flags:
        return URGENT_NAME[told.flags[0].flag]
    return "Nothing urgent said" if told.asked else "Nobody asked yet"


def when_urgent(told: Line, level: int, today: date) -> str:
    """The second line: its day and how far that is; then the next flag that names one."""
    if not told.flags:
        return ""
    first, *others = told.flags
    day = _when(first, today) or ("" if level == Level.NO_FLAG else "no date")
    more = [f"{URGENT_NAME[one.flag]} {_when(one, today)}" for one in others]
    return " · ".join(text for text in (day, *more) if text)


def _when(flagged: Flagged, today: date) -> str:
    if flagged.day:
        return _given(flagged.day, today, weekday=True)
    word = _SINCE_WORD.get(flagged.flag)
    return f"{word} {_given(flagged.since, today)}" if word and flagged.since else ""


def _given(text: str, today: date, *, weekday: bool = False) -> str:
    """A day as closely as it was given; only a whole one is so many days away."""
    day = PartialDate.parse(text)
    if day.earliest != day.latest:
        return month_and_year(day)
    words = day_words(day.earliest, today)
    if weekday:
        words = "{} {}".format(date_format(day.earliest, "D"), words)
    return f"{words}, {distance(day.earliest, today)}"


def day_words(day: date, today: date) -> str:
    """Short; the year only where the day is far."""
    return date_format(day, "M j" if abs((day - today).days) < _HALF_A_YEAR else "M j, Y")


def distance(day: date, today: date) -> str:
    """How far it is from today."""
    days = (day - today).days
    if abs(days) <= 1:
        return {0: "today", 1: "tomorrow", -1: "yesterday"}[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def gates(case: CaseLine) -> str:
    """How much is said of the gates, never how strong it is."""
    return "gates {}/{}".format(*case.gates) if case.remedy else ""


def missing(case: CaseLine) -> str:
    """What is missing first."""
    if case.missing == line.SHORT_CALL:
        return f"short call, about {case.many}"
    if case.missing == line.CALL:
        return "call: {}".format(_question(case.what) if case.many == 1 else f"{case.many} questions")
    if case.missing == line.PAPER:
        return f"1 paper: {PAPER[case.what]}"
    if case.missing == line.ANALYSIS:
        return "analysis: harm of {}".format(case.what or "the offense")
    if case.missing == line.CONTESTED:
        return f"contested: {SHORT[case.what]}"
    return NO_LAW if case.missing == line.NO_LAW else "ready to decide"


def _question(key: str) -> str:
    """Its short name; what begins as an abbreviation keeps its capital."""
    short = say(QUESTIONS[key].short)
    return f"{short[:1].lower()}{short[1:]}?" if short[1:2].islower() else f"{short}?"


def below(cases: tuple[CaseLine, ...]) -> str:
    """The second line: the other cases; or the other laws, how much of the proof is said, what ruled them out."""
    if len(cases) > 1:
        return " · ".join(_other(case) for case in cases[1:])
    case = cases[0]
    if not case.remedy:
        return f"ruled out by {case.what}" if case.what else ""
    if case.also:
        return "also open: {}".format(", ".join(CITE[remedy] for remedy in case.also))
    supported, of, waiting = case.proof
    proof = f"proof {supported}/{of}"
    return f"{proof}, {waiting} for attorney" if waiting else proof


_STEP: Mapping[str, str] = {
    line.CALL: "a call",
    line.SHORT_CALL: "a call",
    line.PAPER: "1 paper",
    line.ANALYSIS: "an analysis",
}


def letter(number: int) -> str:
    """A case by its letter, in the order of asking."""
    return chr(ord("A") + number - 1)


def _other(case: CaseLine) -> str:
    step = _STEP.get(case.missing) or missing(case)
    law = f"{CITE[case.remedy]}, " if case.remedy else ""
    return f"case {letter(case.number)}: {law}{step}"
