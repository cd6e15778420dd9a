"""What an attorney must see first, and remedies outside this tool that the answers bring to mind.

Known answers raise a flag, or a known date that may lie in its window; absent answers never do. A flag of
California procedure stands only while the court is not known to be another (contract section 4, "Flags").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from screening.rules.answers import Answers
from screening.rules.authorities import Point, points
from screening.rules.condition import (
    Condition,
    Otherwise,
    answered,
    any_of_these,
    before,
    holds,
    in_last_days,
    in_last_months,
    is_,
    may_lie,
    past,
    past_by,
    unanswered,
    unless,
)
from screening.rules.facts import EVENT_DATES
from screening.rules.finding import Outcome
from screening.rules.remedies import REMEDIES
from screening.rules.remedies.custody import ON_PROBATION
from screening.rules.remedies.pc1016_5 import FIRST_PLEA
from screening.rules.signs import CITIZEN, PLEADED, WITHDRAWN
from screening.rules.text import Text, _, in_english


Outcomes = Mapping[str, Outcome]


@dataclass(frozen=True)
class Flag:
    """One flag. `client` is a sentence for the person, `attorney` a line for the printed page.

    `follows` is for the flags that an outcome raises, so that they show only with the result.
    """

    code: str
    when: Condition
    attorney: Text
    client: Text
    authorities: tuple[Point, ...]
    california_only: bool = False
    follows: Callable[[Outcomes], bool] | None = None


def _coming(event: str) -> Condition:
    return holds("upcoming", event)


_JUST_ON_PROBATION = may_lie(in_last_months("probation_start_date", 6))
_NOT_SENTENCED = is_("custody_in_case", "not_sentenced_yet")
_MISDEMEANOR = is_("offense_level", "misdemeanor")


def _appeal_window(day: str) -> Condition:
    return (_MISDEMEANOR & may_lie(in_last_days(day, 30))) | (
        unless(_MISDEMEANOR) & may_lie(in_last_days(day, 60))
    )


_APPEAL_TIME = _appeal_window("sentence_date") | (
    unanswered("sentence_date") & _appeal_window("disposition_date")
)
_A_PLEA = PLEADED | WITHDRAWN
_SERIOUS = is_("offense_level", "felony") | holds("offense_kind", "sex_offense", "violence", "firearm")

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
        _("There is a case in immigration court. Never miss a court date. Call a lawyer today."),
        points("usc1229a deadlines"),
    ),
    Flag(
        "removal_order",
        holds("immigration_events", "removal_order") | answered("removal_order_final_date"),
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
        _("You were deported once. If you came back after that, tell only a lawyer, not this form."),
        points("usc1326 return", "usc1229a deadlines"),
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
        _("Do not leave the United States before you talk to an immigration lawyer."),
        points("practice travel"),
    ),
    Flag(
        "immigration_application",
        _coming("immigration_application"),
        in_english("An application to immigration is planned: fingerprints lead to the record."),
        _("Do not file, renew or ask for anything at immigration before you talk to a lawyer."),
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
        _coming("criminal_court") | _NOT_SENTENCED,
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
        "open_warrant",
        is_("open_warrant", "yes"),
        in_english("An open warrant. The person goes to no court or office without a lawyer."),
        _("There may be a warrant. Do not go to a court or an office before you talk to a lawyer."),
        points("practice warrant"),
    ),
    Flag(
        "probation_six_months",
        _JUST_ON_PROBATION,
        in_english("Probation was granted within six months: the time of PC 1018 is running."),
        _(
            "Your probation began less than six months ago. For one request the law gives six months. Call a lawyer this week."
        ),
        points("pc1018 six_months", "rodas six_months"),
        california_only=True,
    ),
    Flag(
        "appeal_time",
        _APPEAL_TIME,
        in_english("The time to appeal may still be running (60 days, 30 for a misdemeanor)."),
        _("The time to appeal may still be open. It is short. Call a lawyer this week."),
        points("rules_appeal 8.304(a)(2)", "rules_appeal 8.308(a)", "rules_appeal 8.853"),
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
        "paid_consultant",
        holds("steps_since", "paid_consultant"),
        in_english("A consultant who is not a lawyer was paid. Find out what was filed."),
        _("A person who is not a lawyer was paid for help. A lawyer must see what was filed."),
        points("practice consultant"),
    ),
    Flag(
        "reopening_risk",
        _SERIOUS,
        in_english(
            "Reopening risk: vacatur is not dismissal. The charges, and those dropped in the deal, can come back."
        ),
        _("If a court undoes the case, the old charges can come back. Ask a lawyer about that risk."),
        points("vaca revive"),
        california_only=True,
        follows=lambda outcomes: any(
            outcomes[remedy.id] is not Outcome.NOT_INDICATED for remedy in REMEDIES if remedy.reopens
        ),
    ),
    Flag(
        "date_passed",
        any_of_these(*(past(day) for day in EVENT_DATES.values())),
        in_english("A date that was given for a coming event has passed. Find out what happened."),
        _("A date you gave has passed. If you missed a court or ICE date, call a lawyer today."),
        points("practice appointments"),
    ),
)

_BEFORE_PROP47 = may_lie(before("disposition_date", date(2014, 11, 5)))
_BEFORE_PROP64 = may_lie(before("disposition_date", date(2016, 11, 9)))
_BEFORE_NUNEZ_REYES = may_lie(before("disposition_date", date(2011, 7, 14)))
_RELIEF_THAT_KEEPS = ("expunged_1203_4", "reduced_17b", "prop47", "prop64", "resentenced", "sealed")

ALSO_CONSIDER: tuple[Flag, ...] = (
    Flag(
        "habeas",
        answered("custody_in_case") & unless(is_("custody_in_case", "finished")),
        in_english("Habeas corpus: probation and parole count as custody there."),
        _("While custody lasts, a lawyer can look at habeas corpus."),
        points("pc1473 custody", "cruz_lopez probation"),
        california_only=True,
    ),
    Flag(
        "pc1018",
        _JUST_ON_PROBATION | _NOT_SENTENCED,
        in_english("PC 1018: withdrawal of the plea before judgment or within six months of probation."),
        _("A lawyer can look at taking the plea back."),
        points("pc1018 six_months", "rodas six_months"),
        california_only=True,
    ),
    Flag(
        "early_termination_1203_3",
        ON_PROBATION,
        in_english("PC 1203.3: probation may be ended early, which opens PC 1473.7."),
        _("A judge can end probation early. A lawyer can ask."),
        points("pc1203_3 early_end"),
        california_only=True,
    ),
    Flag(
        "ab1950",
        ON_PROBATION
        & (
            (is_("offense_level", "felony") & may_lie(past_by("probation_start_date", 24)))
            | (_MISDEMEANOR & may_lie(past_by("probation_start_date", 12)))
        ),
        in_english("AB 1950: probation may already be over in law. Check the offense and the term."),
        _("Probation may already be over in law. A lawyer can check."),
        points("pc1203_1 cap", "prudholme cap"),
        california_only=True,
    ),
    Flag(
        "pc18_5",
        _MISDEMEANOR & is_("sentence_imposed", "365_days_or_more"),
        in_english("PC 18.5: a misdemeanor carries at most 364 days; federal law may not look back."),
        _("A lawyer can look at the length of the sentence."),
        points("pc18_5 364_days", "velasquez_rios not_back"),
        california_only=True,
    ),
    Flag(
        "prop47",
        is_("offense_level", "felony")
        & holds("offense_kind", "drug_possession", "theft_or_fraud")
        & _BEFORE_PROP47
        & unless(holds("later_relief", "prop47")),
        in_english("Prop 47: an old felony may become a misdemeanor. It does not erase the conviction."),
        _("An old felony may become a misdemeanor. Immigration law still counts it."),
        points("pc1170_18 redesignation"),
        california_only=True,
    ),
    Flag(
        "prop64",
        holds("offense_kind", "marijuana") & _BEFORE_PROP64 & unless(holds("later_relief", "prop64")),
        in_english("Prop 64: an old cannabis case may change. Redesignation leaves the conviction."),
        _("An old marijuana case may change. Immigration law may still count it."),
        points("hs11361_8 redesignation", "prado prop64"),
        california_only=True,
    ),
    Flag(
        "expungement_keeps_conviction",
        holds("later_relief", *_RELIEF_THAT_KEEPS),
        in_english("Later relief ({later_relief}) leaves the conviction for immigration law."),
        _("The later order helps in life. Immigration law usually still counts the case."),
        points("roldan rehabilitative", "prado prop64"),
    ),
    Flag(
        "juvenile_court",
        is_("juvenile", "yes"),
        in_english("Juvenile court has laws of its own (sealing)."),
        _("A juvenile case has laws of its own. A lawyer can tell."),
        points("wi781 sealing", "devison juvenile"),
    ),
    Flag(
        "other_court",
        is_("court", "federal", "other_state", "tribal_or_military"),
        in_english("Another court: its own law decides. These three sections do not reach it."),
        _("Another court has other laws. A lawyer for that court can tell."),
        points("three_sections own_judgment"),
    ),
    Flag(
        "nunez_reyes",
        holds("offense_kind", "drug_possession", "marijuana")
        & _A_PLEA
        & _BEFORE_NUNEZ_REYES
        & ((answered("program") & unless(is_("program", "none"))) | holds("later_relief", "expunged_1203_4")),
        in_english(
            "Nunez-Reyes: a plea before July 14, 2011 to a first possession may already be protected in the Ninth Circuit."
        ),
        _("An older rule may protect a first drug case. A lawyer can tell."),
        points("nunez_reyes first_possession"),
    ),
    Flag(
        "order_must_name_a1",
        Otherwise(),
        in_english("The order should name PC 1473.7(a)(1) and the legal defect."),
        _("A lawyer asks the judge to write the reason into the order."),
        points("de_jesus_platon subdivision", "pickering defect"),
        follows=lambda outcomes: outcomes["pc1473_7_a1"] not in (Outcome.NOT_INDICATED, Outcome.NOT_IN_FORCE),
    ),
    Flag(
        "discretion_1016_5c",
        _A_PLEA & before("disposition_date", FIRST_PLEA),
        in_english("PC 1016.5(c): a plea before 1978 is left to the court’s discretion."),
        _("For a very old plea a judge can still decide freely. A lawyer can ask."),
        points("pc1016_5 (c)"),
        california_only=True,
    ),
)

FLAGS: dict[str, Flag] = {flag.code: flag for flag in (*URGENT, *ALSO_CONSIDER)}


def raised(flags: tuple[Flag, ...], answers: Answers, as_of: date, outcomes: Outcomes) -> tuple[str, ...]:
    """The codes of the flags that stand, in the contract's order."""
    elsewhere = answers.one("court") not in (None, "california")
    return tuple(
        flag.code
        for flag in flags
        if not (flag.california_only and elsewhere)
        and flag.when.holds(answers, as_of)
        and (flag.follows is None or flag.follows(outcomes))
    )


def raised_by(answers: Answers, as_of: date) -> tuple[str, ...]:
    """The urgent flags that show at once, while the questions are still being asked."""
    return raised(tuple(flag for flag in URGENT if flag.follows is None), answers, as_of, {})
