"""Remedies outside this tool that the answers bring to mind."""

from __future__ import annotations

from datetime import date

from screening.rules.authorities import points
from screening.rules.condition import (
    Condition,
    answered,
    before,
    holds,
    is_,
    may_lie,
    past_by,
    unanswered,
    unless,
)
from screening.rules.finding import Outcome
from screening.rules.flags.flag import JUST_ON_PROBATION, NOT_SENTENCED, Flag
from screening.rules.remedies.custody import OUTSIDE_THE_CAP
from screening.rules.remedies.pc1016_5 import FIRST_PLEA
from screening.rules.signs import ENDED_WITHOUT_PLEA, JUVENILE, PLEA_DISPOSITION
from screening.rules.text import _, in_english


def _plea_or_verdict_before(day: date) -> Condition:
    return may_lie(before("disposition_date", day)) & unless(ENDED_WITHOUT_PLEA)


def _began(months: int) -> Condition:
    """Its start, or the day that stands in for it, and `months` more may lie before the as-of day."""
    start, sentence, disposition = (
        may_lie(past_by(day, months)) for day in ("probation_start_date", "sentence_date", "disposition_date")
    )
    return start | (
        unanswered("probation_start_date") & (sentence | (unanswered("sentence_date") & disposition))
    )


_ON_PROBATION = is_("custody_in_case", "probation")
_MISDEMEANOR = is_("offense_level", "misdemeanor")
_BEFORE_PROP47 = _plea_or_verdict_before(date(2014, 11, 5))
_BEFORE_PROP64 = _plea_or_verdict_before(date(2016, 11, 9))
_BEFORE_NUNEZ_REYES = may_lie(before("disposition_date", date(2011, 7, 14)))
_RELIEF_THAT_KEEPS = ("expunged_1203_4", "reduced_17b", "prop47", "prop64", "resentenced", "sealed")
_DEFERRED_ENTRY_COMPLETED = is_("program", "pc1000_deferred_entry") & is_("program_completed", "yes")
_NOT_FOR_IT = {Outcome.NOT_INDICATED, Outcome.NOT_IN_FORCE}

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
        JUST_ON_PROBATION | NOT_SENTENCED,
        in_english("PC 1018: withdrawal of the plea before judgment or within six months of probation."),
        _("A lawyer can look at taking the plea back."),
        points("pc1018 six_months", "rodas six_months"),
        california_only=True,
    ),
    Flag(
        "early_termination_1203_3",
        _ON_PROBATION,
        in_english("PC 1203.3: probation may be ended early, which opens PC 1473.7."),
        _("A judge can end probation early. A lawyer can ask."),
        points("pc1203_3 early_end"),
        california_only=True,
    ),
    Flag(
        "ab1950",
        _ON_PROBATION & ((is_("offense_level", "felony") & _began(24)) | (_MISDEMEANOR & _began(12))),
        in_english("AB 1950: probation may already be over in law. Check the offense and the term."),
        _(
            "Probation may already be over in law. A lawyer can check. Obey every rule until a judge says that it"
            " is over."
        ),
        points("pc1203_1 cap", "prudholme cap"),
        california_only=True,
        untold=OUTSIDE_THE_CAP,
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
        & unless(holds("later_relief", "prop47") | _DEFERRED_ENTRY_COMPLETED),
        in_english("Prop 47: an old felony may become a misdemeanor. It does not erase the conviction."),
        _("An old felony may become a misdemeanor. Immigration law still counts it."),
        points("pc1170_18 redesignation"),
        california_only=True,
        untold=JUVENILE,
    ),
    Flag(
        "prop64",
        holds("offense_kind", "marijuana") & _BEFORE_PROP64 & unless(holds("later_relief", "prop64")),
        in_english("Prop 64: an old cannabis case may change. Redesignation leaves the conviction."),
        _("An old marijuana case may change. Immigration law may still count it."),
        points("hs11361_8 redesignation", "prado prop64"),
        california_only=True,
        untold=JUVENILE,
    ),
    Flag(
        "expungement_keeps_conviction",
        holds("later_relief", *_RELIEF_THAT_KEEPS),
        in_english("Later relief ({later_relief}) leaves the conviction for immigration law."),
        _("The later order helps in life. Immigration law usually still counts the case."),
        points("roldan rehabilitative", "prado prop64"),
        untold=JUVENILE,
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
        & PLEA_DISPOSITION
        & _BEFORE_NUNEZ_REYES
        & ((answered("program") & unless(is_("program", "none"))) | holds("later_relief", "expunged_1203_4")),
        in_english(
            "Nunez-Reyes: a plea before July 14, 2011 to a first possession may already be protected in the Ninth Circuit."
        ),
        _("An older rule may protect a first drug case. A lawyer can tell."),
        points("nunez_reyes first_possession"),
    ),
    Flag(
        "sentence_or_violation",
        is_("violation_admitted", "yes") | is_("would_have_done", "same_plea", "same_plea_other_sentence"),
        in_english(
            "The sentence, or the admission of a violation, can be attacked by itself: “conviction or sentence”."
        ),
        _("A lawyer can look at the sentence alone, or at the probation violation alone."),
        points("pc1473_7 (a)"),
        california_only=True,
    ),
    Flag(
        "plead_both",
        _DEFERRED_ENTRY_COMPLETED,
        in_english(
            "Plead both: ask under PC 1203.43 and, in the alternative, the presumption of PC 1473.7(f)(2)"
            " (former (e)(2))."
        ),
        _("A lawyer can ask the judge under two laws at once."),
        points("pc1203_43 (b)", "pc1473_7 (f)(2) (former (e)(2))"),
        california_only=True,
        follows=lambda outcomes: not {outcomes["pc1203_43"], outcomes["pc1473_7_a1"]} & _NOT_FOR_IT,
    ),
    Flag(
        "discretion_1016_5c",
        PLEA_DISPOSITION & before("disposition_date", FIRST_PLEA),
        in_english("PC 1016.5(c): a plea before 1978 is left to the court’s discretion."),
        _("For a very old plea a judge can still decide freely. A lawyer can ask."),
        points("pc1016_5 (c)"),
        california_only=True,
    ),
)
