"""What answers point to without saying it: signs of a plea, a sentence, a conviction, harm (contract section 3).

People call everything "dismissed" or "diversion". A sign never decides an element: it stops an answer that
would rule a remedy out while another answer contradicts it.
"""

from __future__ import annotations

from datetime import date

from screening.rules.condition import Named, answered, before, holds, is_, unless
from screening.rules.facts import FACTS


DEFERRED_ENTRY_FROM = date(1997, 1, 1)  # PC 1203.43(b)

PLEADED = is_("disposition", "guilty_plea", "no_contest_plea")
WITHDRAWN = is_("disposition", "plea_then_withdrawn")
TRIED = is_("disposition", "trial")
# "A plea disposition" and "the two without plea" of the contract.
PLEA_DISPOSITION = is_("disposition", "guilty_plea", "no_contest_plea", "plea_then_withdrawn")
ENDED_WITHOUT_PLEA = is_("disposition", "no_plea_diversion", "dismissed_without_plea")
VACATED_OR_WITHDRAWN = WITHDRAWN | is_("prior_motion", "granted") | holds("later_relief", "vacated_other")

# A name for any program in which a plea came first.
PLEA_FIRST = is_(
    "program",
    "pc1000_deferred_entry",
    "prop36",
    "sentence_deferral",
    "other_plea_first",
    "informal_plea_deal",
)

PLEA_WORDS = Named(
    "plea words",
    is_("said_guilty", "yes")
    | is_("program_plea", "guilty", "no_contest")
    | holds("evidence", "plea_transcript", "plea_form")
    | is_("advisement_record", "shows_all_three", "shows_some", "shows_none")
    | (
        PLEA_FIRST
        & unless(is_("program_plea", "not_guilty") | before("program_start_date", DEFERRED_ENTRY_FROM))
    ),
)

HARM_SIGN = Named(
    "a harm sign",
    is_("harm_named_case", "yes") | is_("removal_order_named_case", "yes") | answered("first_notice_date"),
)

TIME_IN_JAIL = is_("sentence_imposed", "up_to_180_days", "181_to_364_days", "365_days_or_more")
SENTENCE_SIGN = Named(
    "a sentence sign",
    TIME_IN_JAIL
    | is_("violation_admitted", "yes")
    | is_("custody_in_case", "probation", "parole_or_supervision", "jail_or_prison", "probation_stopped")
    | answered("probation_start_date"),
)

CONVICTION_SIGN = Named(
    "a conviction sign",
    SENTENCE_SIGN
    | HARM_SIGN
    | holds("later_relief", *(relief for relief in FACTS["later_relief"].values if relief != "sealed"))
    | answered("sentence_date")
    | is_("doj_record", "shows_conviction")
    | is_("appeal_pending", "yes")
    | is_("prior_motion", "pending", "denied", "granted"),
)

# Beside "juvenile": relief, a record or custody of adult court. Juvenile law has parole and 17(b) too.
ADULT_SIGN = Named(
    "a sign of an adult court",
    holds("later_relief", "expunged_1203_4", "reduced_17b")
    | is_("doj_record", "shows_conviction")
    | is_("custody_in_case", "jail_or_prison", "parole_or_supervision"),
)
JUVENILE = is_("juvenile", "yes")

# Beside "citizen": papers, events or plans that only a noncitizen has.
NONCITIZEN_SIGN = Named(
    "a sign of a noncitizen",
    answered("immigration_status")
    | holds("immigration_events", *FACTS["immigration_events"].values)
    | HARM_SIGN
    | answered("removal_order_final_date")
    | answered("removal_order_learned_date")
    | is_("custody_elsewhere", "immigration")
    | holds("upcoming", "immigration_court", "ice_check_in")
    | holds(
        "immigration_goal", *(goal for goal in FACTS["immigration_goal"].values if goal != "family_petition")
    ),
)
CITIZEN = is_("citizenship", "us_citizen_born", "us_citizen_naturalized")
