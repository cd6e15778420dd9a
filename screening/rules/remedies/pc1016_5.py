"""Penal Code 1016.5: the court did not give the immigration advisement before a plea.

In our words:

    (a)  Before it accepts a plea of guilty or no contest to any crime but an infraction, the court gives an
         advisement on the record: for a non-citizen, conviction may have the consequences of deportation,
         exclusion from admission, or denial of naturalization. From January 1, 2026 verbatim (SB 281).
    (b)  If after January 1, 1978 the court fails to give it, and the conviction may have one of the three
         consequences, the court on motion vacates the judgment and lets the plea be withdrawn. Without a
         record of the advisement it is presumed not to have been given.
    (c)  A plea before 1978 need not be vacated; the court keeps its discretion.
    (d)  Nobody is required to disclose immigration status to the court at the plea.
    (e)  For a plea before 2026 a warning that was not verbatim is not by itself a ground.

Courts add prejudice (*Zamudio*, *Martinez*) and diligence (*Totari*). No custody is required. In force from
January 1, 1978. Text: Stats. 2025, ch. 666 (SB 281).
"""

from __future__ import annotations

from datetime import date

from screening.rules.authorities import Mark, points
from screening.rules.beside import LawChange
from screening.rules.condition import (
    Named,
    any_of_these,
    before,
    holds,
    is_,
    may_be,
    on_or_after,
    unanswered,
    unless,
)
from screening.rules.element import Element, Line, Remedy, contradicted
from screening.rules.finding import Finding
from screening.rules.remedies.filing import ADVISEMENT, HARM, MOTION, ON_THE_PLEA
from screening.rules.remedies.gates import ADULT_CASE, CALIFORNIA_CASE, NONCITIZEN
from screening.rules.remedies.shared import VERBATIM_FROM, immigration_harm, within_screening_line
from screening.rules.signs import (
    CONVICTION_SIGN,
    ENDED_WITHOUT_PLEA,
    PLEA_WORDS,
    PLEADED,
    SENTENCE_SIGN,
    TRIED,
    WITHDRAWN,
)
from screening.rules.text import _, in_english


FIRST_PLEA = date(1978, 1, 1)

_PLEA = points("pc1016_5 (a)", "pc1016_5 (b)")

PLEA = Element(
    "plea",
    title=in_english("A plea of guilty or no contest"),
    short_name=in_english("plea"),
    plain=_("A plea"),
    asks=_("You said guilty or no contest. A trial does not count here."),
    test=in_english("A plea of guilty or nolo contendere; a trial does not open this section."),
    gate=True,
    lines=(
        Line(Finding.MET, PLEADED, _("There was a plea: {disposition}."), _PLEA),
        Line(
            Finding.CONTESTED,
            WITHDRAWN,
            _("The plea was withdrawn. There may be nothing left to withdraw."),
            _PLEA,
            _("The order that let the plea be withdrawn, and what stands now."),
        ),
        *contradicted(
            Line(
                Finding.NOT_MET,
                TRIED,
                _("There was a trial. This law is about pleas of guilty or no contest."),
                _PLEA,
                _("If guilty or no contest was said to any count, this changes."),
                closed=in_english("found guilty at trial"),
            ),
            PLEA_WORDS,
            _("The minutes show whether guilty or no contest was said to any count."),
        ),
        *contradicted(
            Line(
                Finding.NOT_MET,
                ENDED_WITHOUT_PLEA,
                _("The case ended without a plea. This law is about pleas of guilty or no contest."),
                _PLEA,
                _("If anybody ever said guilty or no contest in this case, this changes."),
                closed=in_english("no plea"),
            ),
            PLEA_WORDS | CONVICTION_SIGN,
            _("The minutes of the plea, or of the dismissal, show whether there was a plea."),
        ),
    ),
    unknown=_("It is not known whether guilty or no contest was ever said."),
    change=_("The minutes of the plea may show otherwise."),
    points=_PLEA,
    proof=("minute_orders",),
)

_CRIME = points("pc1016_5 (a)")

# A sentence, a change of level, or a kind of offense that is hardly an infraction.
_CRIME_SIGN = Named(
    "a sign of a crime",
    SENTENCE_SIGN
    | holds("later_relief", "reduced_17b", "prop47", "resentenced")
    | holds(
        "offense_kind",
        "drug_other",
        "domestic_violence",
        "driving_under_influence",
        "firearm",
        "sex_offense",
    ),
)

NOT_INFRACTION = Element(
    "not_infraction",
    title=in_english("A crime, not an infraction"),
    short_name=in_english("not infraction"),
    plain=_("How serious the case was"),
    asks=_("The case was a felony or a misdemeanor, not an infraction."),
    test=in_english("An offense punishable as a crime under state law; infractions are excluded."),
    gate=True,
    lines=(
        *contradicted(
            Line(
                Finding.NOT_MET,
                is_("offense_level", "infraction"),
                _("The most serious offense was an infraction. The law leaves infractions out."),
                _CRIME,
                _("If any count was a misdemeanor or a felony, this changes."),
                closed=in_english("an infraction"),
            ),
            _CRIME_SIGN,
            _("The complaint and the docket show the level."),
        ),
        Line(
            Finding.MET,
            is_("offense_level", "felony", "misdemeanor"),
            _("The offense was a crime: {offense_level}."),
            _CRIME,
        ),
    ),
    unknown=_("It is not known whether it was a felony, a misdemeanor or an infraction."),
    change=_("The complaint and the docket show the level."),
    points=_CRIME,
    proof=("charging_paper",),
)

# A sentence or program of 1979 or later hardly belongs to a plea before 1978.
_YEAR_AFTER = date(1979, 1, 1)

PLEA_AFTER_1977 = Element(
    "plea_after_1977",
    title=in_english("A plea on or after January 1, 1978"),
    short_name=in_english("after 1977"),
    plain=_("The day of the plea"),
    asks=_("The plea was on or after January 1, 1978."),
    test=in_english(
        "A plea accepted on or after January 1, 1978. For an earlier plea the court keeps its discretion (subd. (c))."
    ),
    gate=True,
    lines=(
        Line(
            Finding.MET,
            on_or_after("disposition_date", FIRST_PLEA),
            _("The plea was {disposition_date}."),
            points("pc1016_5 (b)"),
        ),
        *contradicted(
            Line(
                Finding.NOT_MET,
                before("disposition_date", FIRST_PLEA),
                _(
                    "The plea was {disposition_date}, before the law began. The court keeps its discretion"
                    " (subd. (c))."
                ),
                points("pc1016_5 (c)"),
                _("If the plea was in 1978 or later, this changes. A court may also use its discretion."),
                closed=in_english("plea before 1978"),
            ),
            Named(
                "a sentence or program of 1979 or later",
                any_of_these(
                    *(
                        on_or_after(day, _YEAR_AFTER)
                        for day in ("program_start_date", "sentence_date", "probation_start_date")
                    )
                ),
            ),
            _("The minutes of the plea show the day."),
        ),
    ),
    unknown=_("The day of the plea is not known."),
    change=_("The minutes of the plea show the day."),
    points=points("pc1016_5 (b)"),
    proof=("minute_orders",),
)

_SHOWS_ALL = is_("advisement_record", "shows_all_three")
_MAY_NEED_VERBATIM = may_be(on_or_after("disposition_date", VERBATIM_FROM))
_NEEDS_VERBATIM = on_or_after("disposition_date", VERBATIM_FROM)
_NOT_VERBATIM = is_("advisement_verbatim", "no")
_ONE_MISSING = (
    is_("warned_deportation", "no") | is_("warned_exclusion", "no") | is_("warned_naturalization", "no")
)
_ALL_REMEMBERED = (
    is_("warned_deportation", "yes") & is_("warned_exclusion", "yes") & is_("warned_naturalization", "yes")
)
_COULD_NOT_FOLLOW = holds("understanding_barriers", "no_interpreter", "could_not_read_form", "not_in_court")
_ADVISEMENT = points("pc1016_5 (a)", "pc1016_5 (b)", "zamudio three")
_ADVISEMENT_BY_FORM = points("pc1016_5 (b)", "pc1016_5 (e)", "quesada form")

ADVISEMENT_MISSING = Element(
    "advisement_missing",
    title=in_english("The advisement was missing or incomplete"),
    short_name=in_english("no warning"),
    plain=_("The three warnings"),
    asks=_("At least one of the three warnings was not given. Without a record the law presumes that."),
    test=in_english(
        "The court failed to advise of one of three consequences: deportation, exclusion, denial of"
        " naturalization. Verbatim for pleas from January 1, 2026. Without a record, presumed not given."
    ),
    gate=True,
    lines=(
        Line(
            Finding.UNKNOWN,
            _SHOWS_ALL & _MAY_NEED_VERBATIM & unanswered("disposition_date", "advisement_verbatim"),
            _(
                "The record shows all three warnings. From 2026 they must be word for word, and the day of the"
                " plea or the words are not known."
            ),
            _ADVISEMENT,
            _("The record of the plea, read against the words of the law."),
        ),
        Line(
            Finding.MET,
            _SHOWS_ALL & _NEEDS_VERBATIM & _NOT_VERBATIM,
            _("The record shows all three warnings, but not word for word, as the law asks from 2026."),
            _ADVISEMENT,
        ),
        Line(
            Finding.CONTESTED,
            _SHOWS_ALL
            & _NEEDS_VERBATIM
            & is_("advisement_verbatim", "yes")
            & unless(holds("evidence", "plea_transcript")),
            _(
                "The record shows all three warnings, word for word by the answers. From 2026 the court "
                "gives them on the record. The transcript settles it."
            ),
            (*_ADVISEMENT, *points("sb281 verbatim")),
            _("The typed record of the plea, compared with the words of the law."),
        ),
        *contradicted(
            Line(
                Finding.NOT_MET,
                _SHOWS_ALL,
                _("A paper that somebody has read shows all three warnings."),
                _ADVISEMENT_BY_FORM,
                _("If the paper lacks one of the three warnings, or is not from this plea, this changes."),
                closed=in_english("the paper shows all three warnings"),
            ),
            _ONE_MISSING | _COULD_NOT_FOLLOW,
            _("The record of the plea: who spoke, in what language, and who read the form."),
        ),
        Line(
            Finding.MET,
            is_("advisement_record", "shows_some", "shows_none"),
            _("The record lacks at least one of the three warnings."),
            _ADVISEMENT,
        ),
        Line(
            Finding.MET,
            _NEEDS_VERBATIM & _NOT_VERBATIM,
            _("The warning was not given word for word, as the law asks from 2026."),
            _ADVISEMENT,
        ),
        Line(
            Finding.MET,
            _ONE_MISSING,
            _("At least one of the three warnings was not given, as the person remembers it."),
            _ADVISEMENT,
            _("The record of the plea may show the warning."),
        ),
        Line(
            Finding.CONTESTED,
            _ALL_REMEMBERED,
            _("The person remembers all three warnings. No paper that was read shows them."),
            _ADVISEMENT,
            _("The record of the plea. Without a record the law presumes that the warning was not given."),
        ),
        Line(
            Finding.PRESUMED,
            is_("advisement_record", "record_missing"),
            _("There is no record of the advisement. The law presumes that it was not given."),
            points("pc1016_5 (b)", "arriaga presumed"),
            _("The prosecution may rebut the presumption."),
        ),
    ),
    unknown=_("It is not known which warnings were given, or what the record shows."),
    change=_("The plea form, the minutes and the typed record of the plea."),
    points=_ADVISEMENT,
    proof=("plea_form", "plea_transcript", "minute_orders"),
)

_WOULD_NOT_HAVE_PLEADED = points("martinez_2013 prejudice")

PREJUDICE = Element(
    "prejudice",
    title=in_english("Prejudice: the plea would not have been made"),
    short_name=in_english("prejudice"),
    plain=_("What you would have done"),
    asks=_("With the warnings you would likely not have pleaded guilty or no contest."),
    test=in_english(
        "Reasonably probable that the person would not have pleaded if properly advised. Court-made."
    ),
    lines=(
        Line(
            Finding.CONTESTED,
            is_("would_have_done", "same_plea", "same_plea_other_sentence"),
            _("The answer is: {would_have_done}."),
            _WOULD_NOT_HAVE_PLEADED,
            _(
                "An attorney asks what mattered most then, and whether another plea could have been asked for."
            ),
        ),
        Line(
            Finding.MET,
            is_("would_have_done", "trial", "different_plea", "longer_sentence_instead"),
            _("The answer is: {would_have_done}."),
            _WOULD_NOT_HAVE_PLEADED,
        ),
    ),
    unknown=_("It is not known what the person would have done."),
    change=_("Papers of that time that show what mattered most then."),
    points=_WOULD_NOT_HAVE_PLEADED,
    proof=("former_lawyer_file", "letters_from_then"),
)

_KNOWING = points("castaneda knew")

DID_NOT_KNOW_OTHERWISE = Element(
    "did_not_know_otherwise",
    title=in_english("Did not know from another source"),
    short_name=in_english("did not know"),
    plain=_("What you knew then"),
    asks=_("Nobody else had told you what the plea could do with immigration."),
    test=in_english("Actual knowledge of the consequences from another source defeats prejudice."),
    lines=(
        Line(
            Finding.CONTESTED,
            is_("understanding", "knew_possible", "knew_certain")
            | is_("lawyer_advice", "said_may", "said_will"),
            _("The answers speak of knowing. Lawyer: {lawyer_advice}. Understanding: {understanding}."),
            _KNOWING,
            _("How exact the knowledge was: which consequences, and how likely."),
        ),
        Line(
            Finding.MET,
            is_("understanding", "did_not_know", "thought_safe"),
            _("Understanding on the day of the plea: {understanding}."),
            _KNOWING,
        ),
    ),
    unknown=_("It is not known what the person knew from others."),
    change=_("The old lawyer’s file may show what was said."),
    points=_KNOWING,
    proof=("former_lawyer_file",),
)

PC1016_5 = Remedy(
    "pc1016_5",
    cite="PC 1016.5",
    title=in_english("three warnings by the court"),
    plain=_("The judge did not give the three warnings"),
    about=_(
        "Before a judge takes a plea, the judge must warn of three things that can happen with immigration."
        " If one was left out, the law may let a person take the plea back."
    ),
    elements=(
        NONCITIZEN,
        CALIFORNIA_CASE,
        ADULT_CASE,
        PLEA,
        NOT_INFRACTION,
        PLEA_AFTER_1977,
        ADVISEMENT_MISSING,
        immigration_harm(
            in_english("The conviction may have one of the three consequences"),
            in_english(
                "The conviction may have one of the three consequences, judged at the time of the motion."
            ),
            points("pc1016_5 (b)", "zamudio harm"),
        ),
        PREJUDICE,
        DID_NOT_KNOW_OTHERWISE,
        within_screening_line(
            "diligence",
            "learned_harm_date",
            title=in_english("Diligence since the harm was known"),
            short_name=in_english("diligence"),
            plain=_("Time since you knew that the case hurts you"),
            asks=_("You acted in good time once you knew that the case hurts you."),
            test=in_english("Court-made: delay is explained from when the person learned of the harm."),
            unknown=_("It is not known when the person first knew that the case hurts."),
            authorities=points("totari diligence", "kim diligence"),
            change=_("The day this was first known, and each step taken since."),
            called="harm known",
        ),
    ),
    began=LawChange(
        FIRST_PLEA,
        "Stats. 1977, ch. 1088",
        in_english(
            "PC 1016.5 begins: before a plea the court warns of deportation, exclusion and denial of"
            " naturalization. For earlier pleas the court keeps its discretion."
        ),
        Mark.M,
        label="PC 1016.5 in force",
    ),
    changes=(
        LawChange(
            VERBATIM_FROM,
            "SB 281 (Stats. 2025, ch. 666)",
            in_english(
                "The court gives the advisement word for word. For an earlier plea, words that differ are not by"
                " themselves a ground."
            ),
            Mark.V,
            label="PC 1016.5 verbatim",
        ),
    ),
    form=MOTION,
    parts=(ADVISEMENT, HARM),
    declares=ON_THE_PLEA,
    order=None,
    reopens=True,
)
