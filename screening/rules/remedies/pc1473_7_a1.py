"""Penal Code 1473.7(a)(1): a conviction taken without understanding what it does to immigration status.

In our words, subdivision by subdivision (letters of 2026; before January 1, 2026 the former letters):

    (a)     A person who is no longer in criminal custody may move to vacate a conviction or sentence
    (a)(1)  that is legally invalid because of a prejudicial error that damaged the person's ability to
            meaningfully understand, defend against, or knowingly accept its immigration consequences,
            actual or possible. Ineffective assistance of counsel may be found but need not be.
    (b)(1)  Such a motion is timely at any time after custody, but
    (b)(2)  it may be untimely without reasonable diligence after the later of (A) a notice from
            immigration authorities that names the conviction, and (B) notice of a final removal order
            based on it.
    (f)(1)  The court grants on a preponderance of the evidence; the person also shows that the
            conviction causes or can cause removal or the denial of a benefit. (Former (e)(1).)
    (f)(2)  The conviction is presumed invalid after a plea under a statute that deems the arrest and the
            conviction never to have occurred on completion, where the person completed. (Former (e)(2).)

In force from January 1, 2017 (AB 813); after a trial from January 1, 2022 (AB 1259). Text: Stats. 2025,
ch. 784 (SB 734).
"""

from __future__ import annotations

from datetime import date

from screening.rules.authorities import Mark, points
from screening.rules.beside import Afterwards, LawChange, Reach
from screening.rules.condition import Named, answered, holds, is_, lacks, may_be, on_or_after, unless
from screening.rules.day import first_known
from screening.rules.element import Element, Line, Remedy
from screening.rules.facts import FACTS
from screening.rules.finding import Finding
from screening.rules.remedies.custody import CUSTODY_OVER
from screening.rules.remedies.filing import HARM, MOTION, ON_THE_PLEA, TIME
from screening.rules.remedies.gates import ADULT_CASE, CALIFORNIA_CASE, CONVICTION_EXISTS, NONCITIZEN
from screening.rules.remedies.shared import immigration_harm
from screening.rules.remedies.timely import AFTER_TRIAL_FROM, LAW_FROM, TIMELY
from screening.rules.signs import PLEADED, TRIED
from screening.rules.text import _, in_english


# The Prop 36 of 2024 is another law than that of 2000.
_OTHER_PROP36_FROM = date(2024, 12, 18)

PRESUMPTION = Named(
    "a plea under Prop 36 of 2000, and the program completed",
    (PLEADED | is_("program_plea", "guilty", "no_contest"))
    & is_("program", "prop36")
    & is_("program_completed", "yes")
    & unless(
        is_("program_dismissed", "no")
        | on_or_after(first_known("program_start_date", "disposition_date"), _OTHER_PROP36_FROM)
    ),
)
PRESUMED_BY = points("pc1473_7 (f)(2) (former (e)(2))", "pc1210_1 deemed")
_PRESUMED = Line(
    Finding.PRESUMED,
    PRESUMPTION,
    _("A plea under Prop 36 and the program completed: the statute presumes that the conviction is invalid."),
    PRESUMED_BY,
    _("Whether the presumption can be rebutted is not settled."),
)

# Completed deferred entry: whether (f)(2) reaches it is arguable. It is named and changes no finding.
COMPLETED_DEFERRED_ENTRY = is_("program", "pc1000_deferred_entry") & is_("program_completed", "yes")
ARGUED_BY = points("pc1473_7 (f)(2) (former (e)(2))", "terry arrest_only")

_KNEW = is_("lawyer_advice", "said_will") | is_("understanding", "knew_certain")
# No lawyer, no time and pressure alone are no error (contract section 3).
_ERROR = (
    is_(
        "lawyer_advice",
        "said_nothing",
        "said_no_problem",
        "said_ask_immigration_lawyer",
        "said_may",
        "other_wrong_advice",
    )
    | is_("understanding", "did_not_know", "thought_safe", "knew_possible")
    | holds("understanding_barriers", "no_interpreter", "could_not_read_form", "health")
)
_MISUNDERSTANDING = points("pc1473_7 (a)(1)", "camacho own_error", "mejia mindset")
_NO_WARNING_DEFEATS = points("soto may_warning", "curiel expect_warning")

ERROR = Element(
    "error",
    title=in_english("Error: the consequences were not understood"),
    short_name=in_english("error"),
    plain=_("What you were told and understood"),
    asks=_(
        "Something kept you from really understanding, fighting or accepting what the case does with immigration."
        " It can be your lawyer’s mistake or your own."
    ),
    test=in_english(
        "Error that damaged the ability to meaningfully understand, defend against, or knowingly accept the actual"
        " or potential immigration consequences. The person’s own misunderstanding suffices; ineffective"
        " assistance of counsel need not be found."
    ),
    lines=(
        _PRESUMED,
        Line(
            Finding.CONTESTED,
            _KNEW,
            _(
                "The answers speak of knowing. Lawyer: {lawyer_advice}. Understanding: {understanding}."
                " In the way: {understanding_barriers}."
            ),
            _MISUNDERSTANDING,
            _("The old lawyer’s file, and how it was understood then."),
        ),
        Line(
            Finding.MET,
            _ERROR & COMPLETED_DEFERRED_ENTRY,
            _(
                "Lawyer: {lawyer_advice}. Understanding: {understanding}. In the way: {understanding_barriers}."
                " Deferred entry was completed: that the statute presumes error can be argued, but is not settled."
            ),
            (*_MISUNDERSTANDING, *ARGUED_BY),
        ),
        Line(
            Finding.MET,
            _ERROR,
            _(
                "Lawyer: {lawyer_advice}. Understanding: {understanding}. In the way: {understanding_barriers}."
                " A court’s warning alone does not defeat this."
            ),
            (*_MISUNDERSTANDING, *_NO_WARNING_DEFEATS),
        ),
        Line(
            Finding.UNKNOWN,
            COMPLETED_DEFERRED_ENTRY,
            _(
                "It is not known what the lawyer said or what the person understood. Deferred entry was"
                " completed: that the statute presumes error can be argued, but is not settled."
            ),
            (*_MISUNDERSTANDING, *ARGUED_BY),
        ),
    ),
    unknown=_("It is not known what the lawyer said or what the person understood."),
    change=_("The old lawyer’s file, or the record of the plea, may say more."),
    points=_MISUNDERSTANDING,
    proof=("former_lawyer_file", "plea_transcript"),
)

# "Conviction or sentence": asking for another sentence is another choice too.
_ANOTHER_CHOICE = is_(
    "would_have_done", "trial", "different_plea", "longer_sentence_instead", "same_plea_other_sentence"
)
_WOULD_HAVE = points("vivar prejudice", "espinoza ties")

PREJUDICE = Element(
    "prejudice",
    title=in_english("Prejudice: another choice would have been made"),
    short_name=in_english("prejudice"),
    plain=_("What you would have done"),
    asks=_("Had you understood, you would likely have chosen something else."),
    test=in_english(
        "A reasonable probability that the person would have rejected the plea; after a trial, would have done"
        " something different."
    ),
    lines=(
        _PRESUMED,
        Line(
            Finding.MET,
            TRIED & is_("other_offer", "yes"),
            _(
                "After a trial the law asks what would have been done differently: there was, or could be, an offer."
            ),
            points("carrillo trial"),
        ),
        Line(
            Finding.CONTESTED,
            TRIED & is_("other_offer", "no"),
            _("After a trial the law asks what would have been done differently: no other offer is known."),
            points("carrillo trial"),
            _("The old lawyer’s file, and the prosecutor’s offers."),
        ),
        Line(
            Finding.UNKNOWN,
            TRIED,
            _(
                "After a trial the law asks what would have been done differently. Other offers are not known."
            ),
            points("carrillo trial"),
            _("The old lawyer’s file, and the prosecutor’s offers."),
            rests=("other_offer",),
        ),
        Line(
            Finding.CONTESTED,
            is_("would_have_done", "same_plea"),
            _("The answer is: {would_have_done}."),
            _WOULD_HAVE,
            _(
                "An attorney asks what mattered most then, and whether another plea could have been asked for."
            ),
        ),
        Line(Finding.MET, _ANOTHER_CHOICE, _("The answer is: {would_have_done}."), _WOULD_HAVE),
    ),
    unknown=_("It is not known what the person would have done."),
    change=_("Papers of that time that show what mattered most then."),
    points=_WOULD_HAVE,
    proof=("former_lawyer_file", "letters_from_then"),
)

PROOF_OF_THEN = ("letters_from_then", "lawyer_file", "records_of_ties", "witness")
_CORROBORATED_BY = points("vivar objective", "espinoza ties")

_TIES = holds("ties", *FACTS["ties"].values)
_PAPERS_OF_THEN = _("Letters, school, work and family papers of that time, or a person who remembers.")

CORROBORATION = Element(
    "corroboration",
    title=in_english("Objective evidence that bears it out"),
    short_name=in_english("evidence"),
    plain=_("Your life then, and what can show it"),
    asks=_("Something besides your word shows it: your life here then, letters, or papers."),
    test=in_english("More than the person’s own word: objective evidence bears it out."),
    lines=(
        _PRESUMED,
        Line(
            Finding.MET,
            holds("evidence", *PROOF_OF_THEN),
            _("Ties on the day of the plea: {ties}. Evidence: {evidence}."),
            _CORROBORATED_BY,
        ),
        Line(
            Finding.FOR_ATTORNEY,
            _TIES & answered("evidence"),
            _(
                "Ties on the day of the plea: {ties}. The answers name no paper or person yet that can "
                "show them."
            ),
            _CORROBORATED_BY,
            _PAPERS_OF_THEN,
        ),
        Line(
            Finding.UNKNOWN,
            _TIES,
            _("Ties on the day of the plea: {ties}. What can show them is not known."),
            _CORROBORATED_BY,
            _PAPERS_OF_THEN,
            rests=("evidence",),
        ),
        Line(
            Finding.CONTESTED,
            lacks("ties", *FACTS["ties"].values) & answered("evidence"),
            _("No tie and no evidence of that time is named. The person’s word alone is not enough."),
            _CORROBORATED_BY,
            _PAPERS_OF_THEN,
        ),
    ),
    unknown=_("Ties on the day of the plea, and evidence of them, are not known."),
    change=_("Papers that show life on the day of the plea."),
    points=_CORROBORATED_BY,
    proof=("proof_of_ties", "letters_from_then"),
)

# It began with the ground of innocence.
AB813 = LawChange(
    LAW_FROM,
    "AB 813 (Stats. 2016, ch. 739)",
    in_english(
        "PC 1473.7 begins, with two grounds, prejudicial error and new evidence of innocence, for persons"
        " no longer imprisoned or restrained."
    ),
    Mark.M,
    label="PC 1473.7 in force",
)

PC1473_7_A1 = Remedy(
    "pc1473_7_a1",
    cite="PC 1473.7(a)(1)",
    title=in_english("prejudicial error"),
    plain=_("An error kept you from understanding what the case would do"),
    about=_(
        "An error kept a person from understanding what the case would do to them with immigration."
        " If they would have chosen otherwise, a court may undo the case."
    ),
    elements=(
        NONCITIZEN,
        CALIFORNIA_CASE,
        ADULT_CASE,
        CONVICTION_EXISTS,
        CUSTODY_OVER,
        ERROR,
        PREJUDICE,
        CORROBORATION,
        immigration_harm(
            in_english("Immigration harm"),
            in_english(
                "The conviction or sentence is causing, or has the potential to cause, removal or the denial of an"
                " application for an immigration benefit, lawful status, or naturalization."
            ),
            points("pc1473_7 (f)(1) (former (e)(1))", "coca harm"),
        ),
        TIMELY,
    ),
    began=AB813,
    changes=(
        LawChange(
            AFTER_TRIAL_FROM,
            "AB 1259 (Stats. 2021, ch. 420)",
            in_english(
                "PC 1473.7(a)(1) reaches a conviction or sentence after a trial, no longer pleas only."
            ),
            Mark.V,
            label="PC 1473.7 after trial",
            when=may_be(TRIED),
            reaches=Reach(
                TRIED,
                _("For a case that went to trial it is law since {day}."),
                _("For a case that went to trial it is law only from {day}."),
                _("From this day it also reaches a case that went to trial."),
            ),
        ),
    ),
    form=MOTION,
    parts=(HARM, TIME),
    declares=ON_THE_PLEA,
    order=Afterwards(
        "order",
        in_english("The order"),
        in_english(
            "It should name PC 1473.7(a)(1) and the legal defect; one silent on its reason had no effect."
            " Keep the motion papers: for cancellation of removal the person proves the vacatur."
        ),
        points("de_jesus_platon subdivision", "azrag silent", "ballinas_lucero burden"),
    ),
    reopens=True,
)
