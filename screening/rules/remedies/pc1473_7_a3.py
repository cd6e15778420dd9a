"""Penal Code 1473.7(a)(3): race, ethnicity or national origin (Racial Justice Act).

In our words (letters of 2026):

    (a)     A person who is no longer in criminal custody may move to vacate a conviction or sentence
    (a)(3)  that was sought, obtained or imposed on the basis of race, ethnicity or national origin in
            violation of PC 745(a). (B) A motion about police conduct is served on the agency too.
    (c)     The motion is filed without undue delay from the day the person discovered the evidence, or
            could have with due diligence.
    (e)     Discovery may be asked for beforehand (PC 745(d)).
    (f)(5)  The court orders a remedy of PC 745(e). (Former (e)(5).)

It is not limited to non-citizens. In force from January 1, 2021 (AB 2542).
"""

from __future__ import annotations

from datetime import date

from screening.rules.authorities import Mark, points
from screening.rules.beside import LawChange
from screening.rules.condition import AsOf, before, is_, on_or_after
from screening.rules.element import Element, Line, Remedy
from screening.rules.finding import Finding
from screening.rules.remedies.custody import CUSTODY_OVER
from screening.rules.remedies.filing import MOTION, RACE
from screening.rules.remedies.gates import (
    ADULT_OR_JUVENILE_CASE,
    CALIFORNIA_CASE,
    CONVICTION_EXISTS,
)
from screening.rules.remedies.shared import NO_UNDUE_DELAY_TEST, within_screening_line
from screening.rules.signs import CITIZEN, JUVENILE
from screening.rules.text import _, in_english


_GROUND = points("pc1473_7 (a)(3)")

RACIAL_BIAS = Element(
    "racial_bias",
    title=in_english("Bias by race, ethnicity or national origin"),
    short_name=in_english("bias"),
    plain=_("Unfair treatment"),
    asks=_("Race, ethnicity or national origin played a part in the case."),
    test=in_english(
        "Sought, obtained or imposed on the basis of race, ethnicity or national origin, in violation of PC 745(a)."
    ),
    lines=(
        Line(
            Finding.MET,
            is_("race_bias", "yes"),
            _("There are signs of bias, by the answers. An attorney weighs them."),
            _GROUND,
        ),
    ),
    unknown=_("It is not known whether there are signs of bias."),
    change=_("Police reports, charging papers and the record, which a lawyer can ask for."),
    points=_GROUND,
    proof=("lawyer_discovery",),
)

_FELONY = is_("offense_level", "felony")

REACHED_BY_PC745 = Element(
    "reached_by_pc745",
    title=in_english("The case is one that PC 745 reaches"),
    short_name=in_english("reached by 745"),
    plain=_("How old the case is"),
    asks=_("The law against bias reaches this case. Older cases came under it in steps."),
    test=in_english(
        "PC 745(j): judgments of 2021 or later; from 2023 cases with actual or potential immigration"
        " consequences; from 2025 felonies final in 2015 or later; from 2026 any felony."
    ),
    lines=(
        Line(
            Finding.MET,
            is_("citizenship", "noncitizen") & AsOf(date(2023, 1, 1)),
            _("The person is not a U.S. citizen. From 2023 the law reaches such a case, whatever its year."),
            points("pc745 (j)(2)"),
        ),
        Line(
            Finding.MET,
            on_or_after("disposition_date", date(2021, 1, 1)),
            _("The plea or verdict was {disposition_date}. The law reaches cases of 2021 and later."),
            points("pc745 (j)(1), (k)"),
        ),
        Line(
            Finding.FOR_ATTORNEY,
            JUVENILE,
            _("It was a juvenile case. A lawyer must say whether the law reaches it."),
            points("pc745 (f)", "pc745 (j)(4)", "pc745 (j)(5)"),
            _("The papers of the juvenile court, and where it sent the person."),
        ),
        Line(
            Finding.MET,
            _FELONY & AsOf(date(2026, 1, 1)),
            _("It was a felony. From 2026 the law reaches felonies of any year."),
            points("pc745 (j)(5)"),
        ),
        Line(
            Finding.MET,
            _FELONY & on_or_after("disposition_date", date(2015, 1, 1)) & AsOf(date(2025, 1, 1)),
            _("A felony of {disposition_date}: from 2025 the law reaches those of 2015 and later."),
            points("pc745 (j)(4)"),
        ),
        Line(
            Finding.FOR_ATTORNEY,
            CITIZEN
            & is_("offense_level", "misdemeanor", "infraction")
            & before("disposition_date", date(2021, 1, 1)),
            _(
                "The case is older and no felony. The person is a U.S. citizen. A lawyer must say whether"
                " the law reaches it."
            ),
            points("pc745 (j)"),
            _("A paper that shows a felony, another day, or that the person is not a citizen."),
        ),
    ),
    unknown=_("It is not known how old or how serious the case is."),
    change=_("The complaint and the minutes show the level and the day."),
    points=points("pc745 (j)"),
    proof=("charging_paper", "minute_orders"),
)

PC1473_7_A3 = Remedy(
    "pc1473_7_a3",
    cite="PC 1473.7(a)(3)",
    title=in_english("race, ethnicity or national origin"),
    plain=_("Unfair treatment because of race or origin"),
    about=_(
        "Race, ethnicity or national origin played a part in the charge, the conviction or the sentence."
        " If a court finds that, it may undo the case."
    ),
    no_ground=_("If you were treated worse because of your race or where you come from, tell a lawyer."),
    elements=(
        CALIFORNIA_CASE,
        ADULT_OR_JUVENILE_CASE,
        CONVICTION_EXISTS,
        CUSTODY_OVER,
        RACIAL_BIAS,
        REACHED_BY_PC745,
        within_screening_line(
            "no_undue_delay",
            "race_bias_date",
            title=in_english("No undue delay"),
            short_name=in_english("no delay"),
            plain=_("Time since you learned of it"),
            asks=_("You did not wait too long after you learned of it."),
            test=NO_UNDUE_DELAY_TEST,
            unknown=_("It is not known when the signs of bias were learned of."),
            authorities=points("pc1473_7 (c)"),
            change=_("The day the signs were learned of, and what was done since."),
            called="signs of bias",
        ),
    ),
    began=LawChange(
        date(2021, 1, 1),
        "AB 2542 (Stats. 2020, ch. 317)",
        in_english("The Racial Justice Act adds the ground of race, ethnicity or national origin."),
        Mark.V,
        ("pc745",),
        label="PC 1473.7(a)(3) in force",
    ),
    form=MOTION,
    parts=(RACE,),
    declares=(),
    order=None,
    reopens=False,
    ground="race_bias",
)
