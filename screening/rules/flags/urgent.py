"""What must not wait: an attorney sees these first, the person at once."""

from __future__ import annotations

from screening.rules.authorities import points
from screening.rules.condition import (
    Condition,
    answered,
    any_of_these,
    holds,
    in_last_days,
    is_,
    may_lie,
    past,
    unanswered,
    unless,
)
from screening.rules.facts import EVENT_DATES
from screening.rules.flags.flag import JUST_ON_PROBATION, NOT_SENTENCED, Flag
from screening.rules.signs import CITIZEN, NONCITIZEN_SIGN
from screening.rules.text import _, in_english


WINDOW_DAYS = 60


def _coming(event: str) -> Condition:
    return holds("upcoming", event)


def _recent(day: str) -> Condition:
    return may_lie(in_last_days(day, WINDOW_DAYS))


def _unknown_or_recent(day: str) -> Condition:
    return unanswered(day) | _recent(day)


URGENT: tuple[Flag, ...] = (
    Flag(
        "ice_detention",
        holds("immigration_events", "detained", "ice_hold") | is_("custody_elsewhere", "immigration"),
        in_english(
            "Immigration detention or an ICE hold. Immigration detention is not custody in this case."
        ),
        _("Immigration holds you, or asked a jail to hold you. Call an immigration lawyer today."),
        points("usc1226 (c)", "fryhaat ice"),
    ),
    Flag(
        "removal_hearing",
        holds("immigration_events", "in_removal_proceedings") | _coming("immigration_court"),
        in_english("Removal proceedings, or a date in immigration court."),
        _(
            "There is a case in immigration court. Never miss a court date. Call a lawyer today. No lawyer by then?"
            " Go. Tell the judge: “I need time to find a lawyer, and the list of free lawyers.”"
        ),
        points("usc1229a deadlines"),
    ),
    Flag(
        "removal_order",
        holds("immigration_events", "removal_order")
        | answered("removal_order_final_date")
        | answered("removal_order_learned_date"),
        in_english("A removal order. Deadlines can be as short as days."),
        _("There is a deportation order. Deadlines can be as short as days. Call a lawyer today."),
        points("usc1229a deadlines"),
    ),
    Flag(
        "removed_abroad",
        holds("immigration_events", "removed"),
        in_english(
            "Removed from the United States. A hearing may be held without the person. Ask about return only in private."
        ),
        _(
            "You were deported once. A lawyer can work on your case while you are in another country. If you came"
            " back after that, tell only a lawyer, not this form."
        ),
        points("pc1473_7 (d)", "usc1326 return", "usc1229a deadlines"),
    ),
    Flag(
        "benefit_denied",
        holds("immigration_events", "benefit_denied") & _unknown_or_recent("first_notice_date"),
        in_english("Immigration denied a benefit. Only days may be left to answer."),
        _(
            "Immigration said no to something you asked for. You may have only days to answer. Call a lawyer today."
        ),
        points("practice denial"),
    ),
    Flag(
        "ice_check_in",
        _coming("ice_check_in"),
        in_english("An ICE check-in is coming."),
        _("You must go to an ICE check-in. Do not miss it. Talk to an immigration lawyer before you go."),
        points("practice appointments"),
    ),
    Flag(
        "travel",
        _coming("travel"),
        in_english("Travel is planned. A conviction can bar return."),
        _("Do not travel to another country before you talk to an immigration lawyer."),
        points("practice travel"),
    ),
    Flag(
        "immigration_application",
        _coming("immigration_application"),
        in_english("An application to immigration is planned: fingerprints lead to the record."),
        _(
            "Start nothing new with immigration before you talk to a lawyer. If a letter has a last day, do not let"
            " it pass: call a lawyer today."
        ),
        points("practice filing"),
    ),
    Flag(
        "immigration_interview",
        _coming("immigration_interview"),
        in_english("An interview with immigration is coming."),
        _("You have an interview with immigration. Talk to an immigration lawyer before you go."),
        points("practice appointments"),
    ),
    Flag(
        "open_criminal_case",
        _coming("criminal_court") | NOT_SENTENCED,
        in_english(
            "A criminal case is open, or this one is not sentenced yet. A safer plea may still be possible."
        ),
        _(
            "A criminal case is still open. Do not say guilty or no contest before you talk to an immigration lawyer."
        ),
        points("pc1018 six_months"),
    ),
    Flag(
        "possible_citizen",
        is_("citizen_parent", "yes") & unless(CITIZEN),
        in_english("Possible U.S. citizen through a parent or grandparent. Check first."),
        _("A parent or grandparent was a U.S. citizen. You may be one too. A lawyer must check this first."),
        points("practice citizen"),
    ),
    Flag(
        "denaturalization",
        CITIZEN & NONCITIZEN_SIGN,
        in_english(
            "A citizen by one answer, not by others. Naturalization can be revoked, and citizens are held by mistake."
        ),
        _(
            "You said you are a U.S. citizen, and other answers do not fit. Sign nothing before you see a lawyer."
        ),
        points("usc1451 revoked", "practice citizen"),
    ),
    Flag(
        "open_warrant",
        is_("open_warrant", "yes"),
        in_english("An open warrant. The person goes to no court or office without a lawyer."),
        _("There may be a warrant. Do not go to a court or an office before you talk to a lawyer."),
        points("practice warrant"),
    ),
    Flag(
        "probation_six_months",
        JUST_ON_PROBATION,
        in_english("Probation was granted within six months: the time of PC 1018 is running."),
        _(
            "Your probation began less than six months ago. For one request the law gives six months. Call a lawyer this week."
        ),
        points("pc1018 six_months", "rodas six_months"),
        california_only=True,
    ),
    Flag(
        "appeal_time",
        _recent("sentence_date") | (unanswered("sentence_date") & _recent("disposition_date")),
        in_english(
            "The time to appeal may still be running: 60 days, but 30 unless an information or indictment charged a felony."
        ),
        _("The time to appeal may still be open. It is short. Call a lawyer this week."),
        points("rules_appeal 8.304(a)(2)", "rules_appeal 8.308(a)", "rules_appeal 8.853"),
        california_only=True,
    ),
    Flag(
        "appeal_pending",
        is_("appeal_pending", "yes"),
        in_english("A direct appeal is open: the conviction may not be final; the readings differ."),
        _("An appeal in this case is open. Show a lawyer its papers first."),
        points("jm_acosta finality", "planes formal"),
        california_only=True,
    ),
    Flag(
        "prior_motion",
        is_("prior_motion", "pending", "denied"),
        in_english("A motion was filed before: {prior_motion}. Get the papers and the order."),
        _("A motion was filed in this case before. Show a lawyer those papers first."),
        points("practice prior_motion"),
        california_only=True,
    ),
    Flag(
        "denied_motion_appeal",
        is_("prior_motion", "denied") & _unknown_or_recent("prior_motion_date"),
        in_english("A motion was denied: the order can be appealed, and that time may still be running."),
        _("A judge said no to a motion in this case. The time to appeal is short. Call a lawyer today."),
        points("pc1473_7 (g) (former (f))", "totari_2002 appeal", "rules_appeal 8.308(a)"),
        california_only=True,
    ),
    Flag(
        "paid_consultant",
        holds("steps_since", "paid_consultant"),
        in_english("A consultant who is not a lawyer was paid. Find out what was filed."),
        _("A person who is not a lawyer was paid for help. A lawyer must see what was filed."),
        points("practice consultant"),
    ),
    Flag(
        "date_passed",
        any_of_these(*(past(day) for day in EVENT_DATES.values())),
        in_english("A date that was given for a coming event has passed. Find out what happened."),
        _("A date you gave has passed. If you missed a court or ICE date, call a lawyer today."),
        points("practice appointments"),
    ),
)
