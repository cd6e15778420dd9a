"""Is custody in the challenged case over? PC 1473.7(a), (b)(1) (reference A1).

Probation and parole are custody (*Cruz-Lopez*); custody in another case and immigration detention are not
(*Rodriguez*, *Fryhaat*). Custody that goes on bars the motion now, not for ever. AB 1950 may have ended
probation by law, which an attorney checks.
"""

from __future__ import annotations

from screening.rules.authorities import points
from screening.rules.condition import (
    Named,
    answered,
    holds,
    in_last_months,
    is_,
    past,
    past_by,
    to_come,
    unless,
)
from screening.rules.day import first_known
from screening.rules.element import Element, Line, contested
from screening.rules.finding import Finding
from screening.rules.signs import TIME_IN_JAIL
from screening.rules.text import _, in_english


FINISHED = is_("custody_in_case", "finished")
ON_PROBATION = is_("custody_in_case", "probation")
PROBATION_START = first_known("probation_start_date", "sentence_date", "disposition_date")

_FELONY, _MISDEMEANOR = is_("offense_level", "felony"), is_("offense_level", "misdemeanor")
_OWN_TERM = holds("offense_kind", "domestic_violence", "driving_under_influence", "sex_offense")
OUTSIDE_THE_CAP = _OWN_TERM | (holds("offense_kind", "violence") & _FELONY)

# AB 1950 leaves out offenses with a term of their own. An unknown level stops the question, an unknown kind
# does not. Five years were the longest before it.
PAST_THE_CAP = (_FELONY & past_by(PROBATION_START, 24)) | (_MISDEMEANOR & past_by(PROBATION_START, 12))
_CAPPED = PAST_THE_CAP & unless(OUTSIDE_THE_CAP)
_PAST_ANY_TERM = past_by(PROBATION_START, 60)

_NOT_FINISHED = Named(
    "a sign that custody goes on",
    to_come("custody_end_date") | in_last_months("probation_start_date", 6) | is_("open_warrant", "yes"),
)

_REMOVED = holds("immigration_events", "removed")
_NO_JAIL = is_("sentence_imposed", "no_jail")


# What cannot stand beside custody that goes on: of any kind, and of each.
_OVER = Named(
    "a sign that custody is over",
    holds("later_relief", "expunged_1203_4", "sealed", "pardoned", "vacated_other")
    | past("custody_end_date")
    | is_("program_dismissed", "yes")
    | is_("disposition", "dismissed_without_plea"),
)
_OVER_BY_KIND = {
    "probation": Named("a sign that it is not probation", _REMOVED | is_("open_warrant", "yes")),
    "parole_or_supervision": Named(
        "a sign that it is not parole or supervision",
        _REMOVED
        | holds("upcoming", "ice_check_in")
        | _NO_JAIL
        | is_("offense_level", "misdemeanor", "infraction"),
    ),
    "jail_or_prison": Named(
        "a sign that it is not jail or prison",
        _NO_JAIL
        | holds("immigration_events", "detained")
        | is_("custody_elsewhere", "other_case", "immigration"),
    ),
    "not_sentenced_yet": Named(
        "a sign that there was a sentence",
        _NO_JAIL
        | TIME_IN_JAIL
        | past("sentence_date")
        | answered("probation_start_date")
        | holds("later_relief", "reduced_17b", "prop47", "resentenced")
        | is_("program_completed", "yes"),
    ),
}
_GOES_ON = is_("custody_in_case", *_OVER_BY_KIND)

_RULE = points("pc1473_7 (a)", "rodriguez_2021 this_case")
_PROBATION_TOO = points("cruz_lopez probation")
_MINUTES = _("The minutes of the sentence, and of the end of custody in this case.")

CUSTODY_OVER = Element(
    "custody_over",
    title=in_english("Custody in this case is over"),
    short_name=in_english("custody over"),
    plain=_("The end of jail and probation in this case"),
    asks=_("Jail, prison, probation and parole in this case are over."),
    test=in_english(
        "No longer in criminal custody in this case. Probation and parole count as custody; custody in another"
        " case and immigration detention do not. Custody bars the motion now, not for good."
    ),
    lines=(
        contested(FINISHED, _NOT_FINISHED, _RULE, _MINUTES),
        Line(
            Finding.MET,
            FINISHED,
            _("Everything in this case is over: jail, probation and parole."),
            _RULE,
        ),
        Line(
            Finding.CONTESTED,
            is_("custody_in_case", "in_program", "probation_stopped"),
            _("Whether custody is over is not clear: {custody_in_case}."),
            points("cruz_lopez probation", "three_sections no_rule"),
            _("The minutes show whether probation or the program still goes on."),
        ),
        contested(_GOES_ON, _OVER, _PROBATION_TOO, _MINUTES),
        *(
            contested(is_("custody_in_case", custody), beside, _PROBATION_TOO, _MINUTES)
            for custody, beside in _OVER_BY_KIND.items()
        ),
        Line(
            Finding.CONTESTED,
            ON_PROBATION & Named("probation has passed the caps of AB 1950", _CAPPED),
            _(
                "Probation goes on, by the answers. Most probation now ends after two years for a felony,"
                " one year for a misdemeanor. So it may be over by law. A lawyer must check."
            ),
            points("pc1203_1 cap", "prudholme cap"),
            _("The order that granted probation, with its date and the offense."),
        ),
        Line(
            Finding.CONTESTED,
            ON_PROBATION & _PAST_ANY_TERM,
            _("Probation goes on, by the answers, but it began more than five years ago."),
            points("cruz_lopez probation"),
            _("The order that granted probation shows its length; nobody sends a letter at the end."),
        ),
        Line(
            Finding.NOT_YET,
            _GOES_ON,
            _("Custody in this case is not over: {custody_in_case}. Probation and parole count as custody."),
            points("cruz_lopez probation", "villalba early"),
            _(
                "When custody ends, or a judge ends probation early, this opens. Habeas corpus may be open now."
            ),
        ),
    ),
    unknown=_("It is not known whether jail, probation or parole in this case is over."),
    change=_(
        "A paper that shows custody in this case. Custody in another case or by immigration does not count."
    ),
    points=_RULE,
    proof=("probation_discharge", "minute_orders"),
)
