"""Is custody in the challenged case over? PC 1473.7(a), (b)(1) (reference A1).

Probation and parole are custody (*Cruz-Lopez*); custody in another case and immigration detention are not
(*Rodriguez*, *Fryhaat*). Custody that goes on bars the motion now, not for ever. AB 1950 may have ended
probation by law, which an attorney checks.
"""

from __future__ import annotations

from screening.rules.authorities import points
from screening.rules.condition import Condition, holds, is_, past, past_by, unless
from screening.rules.element import Element, Line
from screening.rules.finding import Finding
from screening.rules.text import _, in_english


def _capped(level: str, months: int) -> Condition:
    return is_("offense_level", level) & past_by("probation_start_date", months)


# AB 1950 leaves out offenses with a term of their own. An unknown kind does not stop the question.
PAST_THE_CAP = _capped("felony", 24) | _capped("misdemeanor", 12)
OWN_TERM = holds("offense_kind", "domestic_violence", "driving_under_influence", "sex_offense", "violence")
ON_PROBATION = is_("custody_in_case", "probation")

CUSTODY_OVER = Element(
    "custody_over",
    title=in_english("Custody in this case is over"),
    plain=_("The end of jail and probation in this case"),
    asks=_("Jail, prison, probation and parole in this case are over."),
    test=in_english(
        "No longer in criminal custody in this case. Probation and parole count as custody; custody in another"
        " case and immigration detention do not. Custody bars the motion now, not for good."
    ),
    lines=(
        Line(
            Finding.MET,
            is_("custody_in_case", "finished"),
            _("Everything in this case is over: jail, probation and parole."),
            points("pc1473_7 (a)", "rodriguez_2021 this_case"),
        ),
        Line(
            Finding.CONTESTED,
            is_("custody_in_case", "in_program", "probation_stopped"),
            _("Whether custody is over is not clear: {custody_in_case}."),
            points("cruz_lopez probation", "three_sections no_rule"),
            _("The minutes show whether probation or the program still goes on."),
        ),
        Line(
            Finding.CONTESTED,
            ON_PROBATION & past("custody_end_date"),
            _("Still on probation by the answers, but its end was {custody_end_date}."),
            points("cruz_lopez probation"),
            _("The order that granted probation shows its length; nobody sends a letter at the end."),
        ),
        Line(
            Finding.CONTESTED,
            ON_PROBATION & PAST_THE_CAP & unless(OWN_TERM),
            _(
                "Probation began {probation_start_date}. Most probation now ends after two years for a felony"
                " and one year for a misdemeanor, so it may be over in law. An attorney checks."
            ),
            points("pc1203_1 cap", "prudholme cap"),
            _("The order that granted probation, with its date and the offense."),
        ),
        Line(
            Finding.NOT_YET,
            is_(
                "custody_in_case", "probation", "parole_or_supervision", "jail_or_prison", "not_sentenced_yet"
            ),
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
    points=points("pc1473_7 (a)", "rodriguez_2021 this_case"),
    proof=("probation_discharge", "minute_orders"),
    limits=(0, 12, 24),
)
