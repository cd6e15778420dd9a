"""Penal Code 1473.7(b)(2): when the clock of diligence starts, and what it says on the as-of day.

The clock starts at the later of two triggers: (A) a notice from immigration authorities that names the
conviction, (B) notice of a final removal order based on it. Without a trigger the motion is timely. A
trigger older than the law counts from when there was reason to look for the new law (*Alatorre*). Delay
lets a court refuse and never obliges it (*Perez*), so this element is never "not met".
"""

from __future__ import annotations

from datetime import date

from screening.rules.answers import Answers
from screening.rules.authorities import points
from screening.rules.beside import Gap
from screening.rules.condition import (
    Condition,
    KnownDay,
    Named,
    Where,
    answered,
    before,
    earlier_than,
    holds,
    is_,
    lacks,
    may_be,
    past_by,
    unanswered,
    unless,
    within_months,
)
from screening.rules.day import Day, Fixed, Given, Later, NamedDay, Start, first_known
from screening.rules.element import POINT_BOTH_WAYS, Element, Line
from screening.rules.finding import Finding
from screening.rules.remedies.shared import SCREENING_MONTHS
from screening.rules.signs import TRIED
from screening.rules.text import _, in_english


LAW_FROM = date(2017, 1, 1)
AFTER_TRIAL_FROM = date(2022, 1, 1)


# Trigger A and trigger B. An order that came before the plea, or that names another case, is none. (b)(2)(B)
# counts from notice of the final order; the day it became final is the earliest that this can be.
_NOTICED, _NOT_NOTICED = is_("harm_named_case", "yes"), is_("harm_named_case", "no")
_ORDER_DATED = answered("removal_order_learned_date") | answered("removal_order_final_date")
ORDERED = Named("a removal order", holds("immigration_events", "removal_order", "removed") | _ORDER_DATED)
ORDER_KNOWN_ABSENT = Named(
    "no removal order rests on the case",
    is_("removal_order_named_case", "no")
    | earlier_than("removal_order_learned_date", "disposition_date")
    | earlier_than("removal_order_final_date", "disposition_date")
    | (lacks("immigration_events", "removal_order", "removed") & unless(_ORDER_DATED)),
)
_ORDER_NAMED = ORDERED & is_("removal_order_named_case", "yes")
_ORDER_COUNTS = ORDERED & unless(ORDER_KNOWN_ABSENT)

_NOTICE_DAY = Given("first_notice_date")
_ORDER_DAY = first_known("removal_order_learned_date", "removal_order_final_date")
_TRIGGER_DAY = NamedDay(
    "the later trigger",
    Where(_NOTICED, Where(_ORDER_COUNTS, Later(_NOTICE_DAY, _ORDER_DAY), _NOTICE_DAY), _ORDER_DAY),
)


def _old(law: date) -> Condition:
    return may_be(before(_TRIGGER_DAY, law))


def _from(law: date) -> Day:
    return Where(_old(law), Later(Fixed(law), Given("learned_remedy_date")), _TRIGGER_DAY)


# The day from which diligence is asked.
START = NamedDay("the start", Where(TRIED, _from(AFTER_TRIAL_FROM), _from(LAW_FROM)))

_NOTICE_UNKNOWN = Named("it is not known whether a notice names the case", unanswered("harm_named_case"))
_NOTICE_ALL_THE_SAME = answered("first_notice_date")
_ORDER_UNCLEAR = Named(
    "no notice, and it is not known whether a removal order rests on the case",
    _NOT_NOTICED & unless(ORDER_KNOWN_ABSENT) & unless(_ORDER_NAMED),
)
_NO_TRIGGER = Named("neither trigger has happened", _NOT_NOTICED & ORDER_KNOWN_ABSENT)
_NO_NOTICE_DAY = Named(
    "a notice names the case; its day is not known", _NOTICED & unless(KnownDay(_NOTICE_DAY))
)
_NO_ORDER_DAY = Named(
    "a removal order may rest on the case; its day is not known", _ORDER_COUNTS & unless(KnownDay(_ORDER_DAY))
)
_BEFORE_THE_LAW = Named(
    "the start may lie before the law; when the law was first heard of is not known",
    ((TRIED & _old(AFTER_TRIAL_FROM)) | (unless(TRIED) & _old(LAW_FROM)))
    & unless(answered("learned_remedy_date")),
)
_WITHIN = Named("the as-of day is within 12 months of the start", within_months(START, SCREENING_MONTHS))
_LATER = Named("the as-of day is more than 12 months after the start", past_by(START, SCREENING_MONTHS))
_NOTICE_OF_ORDER_UNKNOWN = _ORDER_COUNTS & unless(answered("removal_order_learned_date"))
_EITHER = Named("the start is not known closely enough", KnownDay(START))

_RUNNING = (_NOTICED | (_ORDER_NAMED & _ORDER_COUNTS & _NOT_NOTICED)) & KnownDay(_TRIGGER_DAY)


def clock_start(answers: Answers) -> Start | None:
    """Where the clock starts; None where none has started or its day is not known."""
    return START.start(answers, date.max) if _RUNNING.holds(answers, date.max) else None


_DAYS = (
    "first_notice_date",
    "removal_order_final_date",
    "removal_order_learned_date",
    "learned_remedy_date",
)
_RULE = points("pc1473_7 (b)(1)", "pc1473_7 (b)(2)")
_OLD_TRIGGER = points("pc1473_7 (b)(2)", "alatorre remedy")
_DELAY = points("pc1473_7 (b)(2)", "perez_2021 may", "alatorre remedy")
_STARTED = _(
    "{when} First paper: {first_notice_date}. Removal order final: {removal_order_final_date}. Learned of"
    " it: {removal_order_learned_date}. First heard of the law: {learned_remedy_date}."
    " Twelve months is our screening line, not law."
)
_LATE = _("{start} Reasons for the delay: {delay_reasons}. Steps taken: {steps_since}.").with_(
    start=_STARTED.with_(when=_("More than twelve months since the clock started."))
)
_PAPER_AND_DAY = _("The first paper from immigration that names this case, with its envelope.")

TIMELY = Element(
    "timely",
    title=in_english("Timely"),
    short_name=in_english("timely"),
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
            _NOTICE_UNKNOWN,
            _("It is not known whether a paper from immigration names this case."),
            _RULE,
            _PAPER_AND_DAY,
        ),
        Line(
            Finding.UNKNOWN,
            _NOT_NOTICED & _NOTICE_ALL_THE_SAME,
            POINT_BOTH_WAYS,
            _RULE,
            _PAPER_AND_DAY,
            beside=_NOTICE_ALL_THE_SAME,
        ),
        Line(
            Finding.UNKNOWN,
            _ORDER_UNCLEAR,
            _("No paper names this case. It is not known whether a removal order rests on it."),
            _RULE,
            _("The removal order, or the record of the immigration court."),
        ),
        Line(
            Finding.MET,
            _NO_TRIGGER,
            _("No notice and no removal order names this case, so no clock has started."),
            points("pc1473_7 (b)(1)", "perez_2021 no_trigger"),
            _("A paper from immigration that names this case starts the clock."),
        ),
        Line(
            Finding.UNKNOWN,
            _NO_NOTICE_DAY,
            _("A paper from immigration names this case. The day of the first one is not known."),
            _RULE,
            _PAPER_AND_DAY,
            rests=("first_notice_date",),
        ),
        Line(
            Finding.UNKNOWN,
            _NO_ORDER_DAY,
            _("There is a removal order that may rest on this case. Its day is not known."),
            _RULE,
            _("The removal order, or the record of the immigration court."),
            rests=("removal_order_final_date", "removal_order_learned_date"),
        ),
        Line(
            Finding.UNKNOWN,
            _BEFORE_THE_LAW,
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
            _WITHIN,
            _STARTED.with_(when=_("Not more than twelve months since the clock started.")),
            _DELAY,
        ),
        Line(
            Finding.CONTESTED,
            _LATER & _NOTICE_OF_ORDER_UNKNOWN,
            _LATE,
            _DELAY,
            _("The day the person was told that the order was final. The law counts from that day."),
        ),
        Line(
            Finding.CONTESTED,
            _LATER,
            _LATE,
            _DELAY,
            _("Proof of each step taken, and of what stood in the way. A court may forgive delay."),
        ),
        Line(
            Finding.UNKNOWN,
            _EITHER,
            _STARTED.with_(when=_("It is not known closely enough when the clock started.")),
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
    gap=Gap(
        clock_start,
        (
            ("first_notice_date", "first paper"),
            ("removal_order_final_date", "removal order"),
            ("removal_order_learned_date", "notice of the order"),
            ("learned_remedy_date", "first heard of the law"),
            ("", "the law in force"),
        ),
        points("pc1473_7 (b)(2)"),
    ),
)
