"""Penal Code 1473.7(b)(2): when the clock of diligence starts, and what it says on the as-of day.

The clock starts at the later of two triggers: (A) a notice from immigration authorities that names the
conviction, (B) notice of a final removal order based on it. Without a trigger the motion is timely. A
trigger older than the law counts from when there was reason to look for the new law (*Alatorre*). Delay
lets a court refuse and never obliges it (*Perez*), so this element is never "not met".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from screening.rules.answer import Answer, known
from screening.rules.answers import Answers
from screening.rules.authorities import points
from screening.rules.condition import Condition
from screening.rules.element import Element, Line
from screening.rules.finding import Finding
from screening.rules.partial_date import PartialDate, later_of
from screening.rules.remedies.shared import SCREENING_MONTHS
from screening.rules.text import _, in_english


LAW_FROM = date(2017, 1, 1)
AFTER_TRIAL_FROM = date(2022, 1, 1)


class Clock(Enum):
    """Where the clock stands."""

    NOTICE_UNKNOWN = "it is not known whether a notice names the case"
    ORDER_UNCLEAR = "no notice, and it is not known whether a removal order rests on the case"
    NO_TRIGGER = "neither trigger has happened"
    NO_NOTICE_DAY = "a notice names the case; its day is not known"
    NO_ORDER_DAY = "a removal order may rest on the case; its day is not known"
    BEFORE_THE_LAW = "the start may lie before the law; when the law was first heard of is not known"
    WITHIN = "the as-of day is within 12 months of the start"
    LATER = "the as-of day is more than 12 months after the start"
    EITHER = "the start is not known closely enough"


def order_known(answers: Answers) -> bool:
    """Is there a removal order by the answers: an event or a date?"""
    events = answers.several("immigration_events") or frozenset()
    return bool(events & {"removal_order", "removed"}) or answers.day("removal_order_final_date") is not None


def order_known_absent(answers: Answers) -> bool:
    """Is it known that no removal order rests on this case?"""
    return (
        answers.one("removal_order_named_case") == "no"
        or order_before_plea(answers)
        or (answers.several("immigration_events") is not None and not order_known(answers))
    )


def order_before_plea(answers: Answers) -> bool:
    """Is it known that the removal order became final before the plea or verdict?"""
    order, plea = answers.day("removal_order_final_date"), answers.day("disposition_date")
    return order is not None and plea is not None and order.earlier_than(plea) is Answer.YES


@dataclass(frozen=True)
class Start:
    """The day from which diligence is asked. `key` is the answer that sets it, empty where the law's own day does."""

    day: PartialDate
    key: str


def clock(answers: Answers, as_of: date) -> Clock:
    """Read the clock on the as-of day."""
    start = _start(answers)
    if isinstance(start, Clock):
        return start
    return {Answer.YES: Clock.WITHIN, Answer.NO: Clock.LATER, Answer.UNSURE: Clock.EITHER}[
        start.day.within_months(SCREENING_MONTHS, as_of)
    ]


def clock_start(answers: Answers) -> Start | None:
    """Where the clock starts; None where none has started or its day is not known."""
    start = _start(answers)
    return None if isinstance(start, Clock) else start


def _start(answers: Answers) -> Start | Clock:
    """The start, or why there is none."""
    notice = answers.one("harm_named_case")
    if notice is None:
        return Clock.NOTICE_UNKNOWN
    absent, ordered = order_known_absent(answers), order_known(answers)
    if notice == "no" and absent:
        return Clock.NO_TRIGGER
    if notice == "no" and not (ordered and answers.one("removal_order_named_case") == "yes"):
        return Clock.ORDER_UNCLEAR
    # Beside a notice an unknown order is left out.
    return _running(answers, notice == "yes", ordered and not absent)


def _running(answers: Answers, noticed: bool, ordered: bool) -> Start | Clock:
    notice, order = answers.day("first_notice_date"), answers.day("removal_order_final_date")
    if noticed and notice is None:
        return Clock.NO_NOTICE_DAY
    if ordered and order is None:
        return Clock.NO_ORDER_DAY
    named = (("first_notice_date", notice, noticed), ("removal_order_final_date", order, ordered))
    starts = [Start(day, key) for key, day, trigger in named if trigger and day is not None]
    return _in_law(_later_of(starts[0], starts[-1]), answers)


def _in_law(start: Start, answers: Answers) -> Start | Clock:
    law = AFTER_TRIAL_FROM if answers.one("disposition") == "trial" else LAW_FROM
    if start.day.earliest >= law:
        return start
    learned = answers.day("learned_remedy_date")
    if learned is None:
        return Clock.BEFORE_THE_LAW
    return _later_of(Start(PartialDate.on(law), ""), Start(learned, "learned_remedy_date"))


def _later_of(one: Start, other: Start) -> Start:
    day = later_of(one.day, other.day)
    return Start(day, one.key if day.text == one.day.text else other.key)


_DAYS = ("first_notice_date", "removal_order_final_date", "learned_remedy_date")
_ORDER = ("immigration_events", "removal_order_final_date", "removal_order_named_case", "disposition_date")


def _at(state: Clock, *keys: str) -> Condition:
    return Condition(state.value, keys, lambda answers, as_of: known(clock(answers, as_of) is state))


_RULE = points("pc1473_7 (b)(1)", "pc1473_7 (b)(2)")
_OLD_TRIGGER = points("pc1473_7 (b)(2)", "alatorre remedy")
_DELAY = points("pc1473_7 (b)(2)", "perez_2021 may", "alatorre remedy")
_PAPER_AND_DAY = _("The first paper from immigration that names this case, with its envelope.")

TIMELY = Element(
    "timely",
    title=in_english("Timely"),
    plain=_("Time"),
    asks=_(
        "You can ask at any time after jail and probation. But do not wait long after a notice from immigration"
        " that names the case, or after a deportation order."
    ),
    test=in_english(
        "Without a trigger, deemed timely at any time after custody. After the later of a notice from immigration"
        " authorities and notice of a final removal order, reasonable diligence; a court may, and need not, deny"
        " for delay. A trigger older than the law counts from when there was reason to look for the law."
    ),
    lines=(
        Line(
            Finding.UNKNOWN,
            _at(Clock.NOTICE_UNKNOWN, "harm_named_case"),
            _("It is not known whether a paper from immigration names this case."),
            _RULE,
            _PAPER_AND_DAY,
        ),
        Line(
            Finding.UNKNOWN,
            _at(Clock.ORDER_UNCLEAR, "harm_named_case", *_ORDER),
            _("No paper names this case. It is not known whether a removal order rests on it."),
            _RULE,
            _("The removal order, or the record of the immigration court."),
        ),
        Line(
            Finding.MET,
            _at(Clock.NO_TRIGGER, "harm_named_case", *_ORDER),
            _("No notice and no removal order names this case, so no clock has started."),
            points("pc1473_7 (b)(1)", "perez_2021 no_trigger"),
            _("A paper from immigration that names this case starts the clock."),
        ),
        Line(
            Finding.UNKNOWN,
            _at(Clock.NO_NOTICE_DAY, "harm_named_case", "first_notice_date"),
            _("A paper from immigration names this case. The day of the first one is not known."),
            _RULE,
            _PAPER_AND_DAY,
            rests=("first_notice_date",),
        ),
        Line(
            Finding.UNKNOWN,
            _at(Clock.NO_ORDER_DAY, "harm_named_case", *_ORDER),
            _("There is a removal order that may rest on this case. The day it became final is not known."),
            _RULE,
            _("The removal order, or the record of the immigration court."),
            rests=("removal_order_final_date",),
        ),
        Line(
            Finding.UNKNOWN,
            _at(Clock.BEFORE_THE_LAW, *_DAYS, "disposition"),
            _(
                "The notice or order may be older than the law. Then it counts when there was reason to look for"
                " the law, and that day is not known."
            ),
            _OLD_TRIGGER,
            _("When and how it was first heard that the law may help."),
            rests=("learned_remedy_date",),
        ),
        Line(
            Finding.MET,
            _at(Clock.WITHIN, "harm_named_case", *_DAYS, "disposition"),
            _(
                "Within twelve months of the start. First paper: {first_notice_date}. Removal order:"
                " {removal_order_final_date}. First heard of the law: {learned_remedy_date}."
                " Twelve months is our screening line, not law."
            ),
            _DELAY,
        ),
        Line(
            Finding.CONTESTED,
            _at(Clock.LATER, "harm_named_case", *_DAYS, "disposition"),
            _(
                "More than twelve months since the start. First paper: {first_notice_date}. Removal order:"
                " {removal_order_final_date}. First heard of the law: {learned_remedy_date}."
                " Twelve months is our screening line, not law."
                " Reasons for the delay: {delay_reasons}. Steps taken: {steps_since}."
            ),
            _DELAY,
            _("Proof of each step taken, and of what stood in the way. A court may forgive delay."),
        ),
        Line(
            Finding.UNKNOWN,
            _at(Clock.EITHER, "harm_named_case", *_DAYS, "disposition"),
            _(
                "The start is not known closely enough. First paper: {first_notice_date}. Removal order:"
                " {removal_order_final_date}. First heard of the law: {learned_remedy_date}."
                " Twelve months is our screening line, not law."
            ),
            _DELAY,
            _PAPER_AND_DAY,
            imprecise=_DAYS,
        ),
    ),
    # One of the lines above always applies: the clock always stands somewhere.
    unknown=_("The start of the clock is not known."),
    change=_("The days on the papers from immigration."),
    points=_RULE,
    proof=("notice_to_appear", "removal_order"),
    limits=(LAW_FROM, AFTER_TRIAL_FROM, SCREENING_MONTHS),
)
