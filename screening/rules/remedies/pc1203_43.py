"""Penal Code 1203.43: withdrawal of the plea after a completed PC 1000 deferred entry of judgment.

In our words:

    (a)  Deferred entry of judgment told people that a completed program would not be used against them.
         For non-citizens that was wrong. A plea on that misinformation is invalid.
    (b)  Where deferred entry was granted on or after January 1, 1997, was performed satisfactorily, and the
         charges were dismissed under PC 1000.3, the court lets the plea be withdrawn and dismisses. If the
         court's records are gone, a declaration under penalty of perjury is presumed true with a state
         record that shows completion or shows no final disposition.

It asks for no prejudice, no diligence, no end of custody, and is not limited to non-citizens. In force from
January 1, 2016 (AB 1352; Stats. 2015, ch. 646). From 2018 PC 1000 is diversion before any plea (AB 208).
"""

from __future__ import annotations

from datetime import date

from screening.rules.authorities import Mark, points
from screening.rules.beside import Afterwards, FormPart, LawChange
from screening.rules.condition import (
    Named,
    answered,
    before,
    holds,
    is_,
    lacks,
    may_be,
    on_or_after,
    past_by,
    unanswered,
    unless,
)
from screening.rules.day import first_known
from screening.rules.element import POINT_BOTH_WAYS, Element, Line, Remedy, contested, contradicted
from screening.rules.finding import Finding
from screening.rules.remedies.filing import PETITION
from screening.rules.remedies.gates import ADULT_CASE, CALIFORNIA_CASE
from screening.rules.signs import (
    DEFERRED_ENTRY_FROM,
    PLEA_DISPOSITION,
    PLEA_WORDS,
    PLEADED,
    SENTENCE_SIGN,
)
from screening.rules.text import _, in_english


DIVERSION_FROM = date(2018, 1, 1)  # AB 208

_GRANT = points("pc1203_43 (b)")
_GRANTED_ON = first_known("program_start_date", "disposition_date")
_DEFERRED = is_("program", "pc1000_deferred_entry")
_DRUG_KINDS = ("drug_possession", "marijuana", "drug_other")
NO_DRUG = lacks("offense_kind", *_DRUG_KINDS)
_MAY_BE_DRUGS = may_be(holds("offense_kind", *_DRUG_KINDS))
_MAY_LIE_1997_TO_2017 = unless(
    before(_GRANTED_ON, DEFERRED_ENTRY_FROM) | on_or_after(_GRANTED_ON, DIVERSION_FROM)
)
_SINCE_2018 = (
    on_or_after("program_start_date", DIVERSION_FROM) | on_or_after("disposition_date", DIVERSION_FROM)
) & unless(before("program_start_date", DIVERSION_FROM) | before("disposition_date", DIVERSION_FROM))

# People call many programs that. "No program" may be one where another answer tells of it; Prop 36 is
# probation, which a sentence shows.
_A_PROGRAM_ALL_THE_SAME = Named(
    "a sign of a program",
    answered("program_plea")
    | answered("program_completed")
    | answered("program_dismissed")
    | answered("program_start_date")
    | is_("custody_in_case", "in_program")
    | is_("disposition", "no_plea_diversion"),
)
_ANOTHER_NAME = is_(
    "program", "sentence_deferral", "other_plea_first", "informal_plea_deal", "pretrial_diversion"
) | (is_("program", "prop36") & unless(SENTENCE_SIGN))
_MAY_BE_DEFERRED = _MAY_BE_DRUGS & _MAY_LIE_1997_TO_2017
_IN_DOUBT = ("program", "offense_kind", "program_start_date")
_GRANT_NAMED = (*_GRANT, *points("ab208 not_guilty"))
_MINUTES = _("The minutes that granted the program name its section.")

DEFERRED_ENTRY = Element(
    "deferred_entry",
    title=in_english("Deferred entry of judgment under PC 1000"),
    short_name=in_english("deferred entry"),
    plain=_("The program"),
    asks=_("The program was deferred entry of judgment under PC 1000."),
    test=in_english("Deferred entry of judgment under PC 1000 was granted, on a plea."),
    gate=True,
    lines=(
        Line(
            Finding.CONTESTED,
            _DEFERRED & _SINCE_2018,
            _(
                "By the answers it was deferred entry of judgment, but in 2018 or later. From 2018 PC "
                "1000 is diversion without a plea. If there was a plea, it may have been another program."
                " Its dismissal is not under PC 1000.3."
            ),
            (*_GRANT, *points("ab208 not_guilty", "pc1000_8 back_on_track", "pc1000_8 no_judgment")),
            _MINUTES,
        ),
        contested(
            _DEFERRED,
            NO_DRUG,
            (*_GRANT, *points("pc1000_8 back_on_track")),
            _("The charging paper and the minutes that granted the program."),
        ),
        Line(
            Finding.MET,
            _DEFERRED,
            _("The program was deferred entry of judgment."),
            _GRANT,
        ),
        Line(
            Finding.UNKNOWN,
            is_("program", "none") & _A_PROGRAM_ALL_THE_SAME & _MAY_BE_DEFERRED,
            POINT_BOTH_WAYS,
            _GRANT_NAMED,
            _MINUTES,
            rests=_IN_DOUBT,
            beside=_A_PROGRAM_ALL_THE_SAME,
            stated=("program",),
        ),
        Line(
            Finding.UNKNOWN,
            _ANOTHER_NAME & _MAY_BE_DEFERRED,
            _(
                "The answer is: {program}. People call many programs that; a drug program of 1997 to 2017 may"
                " have been deferred entry of judgment."
            ),
            _GRANT_NAMED,
            _MINUTES,
            rests=_IN_DOUBT,
        ),
        Line(
            Finding.NOT_MET,
            is_(
                "program",
                "prop36",
                "sentence_deferral",
                "other_plea_first",
                "informal_plea_deal",
                "pretrial_diversion",
                "none",
            ),
            _("It was not deferred entry of judgment: {program}."),
            _GRANT,
            _("If there was a drug program where guilty was said first, this changes."),
            closed=in_english("{program}"),
        ),
    ),
    unknown=_("It is not known which program it was, or whether there was one."),
    change=_MINUTES,
    points=_GRANT,
    proof=("minute_orders", "dej_completion"),
)

_GRANTED_IN_TIME = on_or_after(_GRANTED_ON, DEFERRED_ENTRY_FROM)

GRANTED_1997_OR_LATER = Element(
    "granted_1997_or_later",
    title=in_english("Granted on or after January 1, 1997"),
    short_name=in_english("1997 or later"),
    plain=_("The day the program began"),
    asks=_("The judge let you into the program on or after January 1, 1997."),
    test=in_english(
        "Granted on or after January 1, 1997: the day of the grant, not of arrest or completion."
    ),
    gate=True,
    lines=(
        Line(
            Finding.CONTESTED,
            _GRANTED_IN_TIME & is_("offense_before_1997", "yes"),
            _(
                "Granted in time, but the offense was before 1997. It may have been the older program without a plea."
            ),
            (*_GRANT, *points("perez_1998 offense_1997")),
            _("The charging paper shows the day of the offense, the minutes the day of the grant."),
        ),
        Line(
            Finding.MET,
            _GRANTED_IN_TIME,
            _("Granted in time. Program: {program_start_date}. Plea: {disposition_date}."),
            _GRANT,
        ),
        *contradicted(
            Line(
                Finding.NOT_MET,
                before(_GRANTED_ON, DEFERRED_ENTRY_FROM),
                _(
                    "Granted before deferred entry of judgment existed. Program: {program_start_date}. Plea:"
                    " {disposition_date}."
                ),
                _GRANT,
                _("If it was granted in 1997 or later, this changes."),
                closed=in_english("granted before 1997"),
            ),
            on_or_after("disposition_date", DEFERRED_ENTRY_FROM)
            | is_("offense_before_1997", "no")
            | (_DEFERRED & (PLEA_WORDS | PLEA_DISPOSITION)),
            _("The minutes show the day of the grant. Before 1997 the program was without a plea."),
            points("perez_1998 offense_1997"),
        ),
    ),
    unknown=_("It is not known when the program was granted."),
    change=_("The minutes show the day of the grant."),
    points=_GRANT,
    proof=("minute_orders",),
)

PLEA_ENTERED = Element(
    "plea_entered",
    title=in_english("A plea of guilty or no contest was entered"),
    short_name=in_english("plea"),
    plain=_("What was said first"),
    asks=_("You said guilty or no contest before the program began."),
    test=in_english("A plea of guilty or nolo contendere must exist to be withdrawn."),
    gate=True,
    lines=(
        *contradicted(
            Line(
                Finding.NOT_MET,
                is_("program_plea", "not_guilty"),
                _("The program began on a plea of not guilty, so there is no plea to withdraw."),
                (*_GRANT, *points("ab208 not_guilty")),
                _("If guilty or no contest was said before the program, this changes."),
                closed=in_english("not guilty first"),
            ),
            PLEA_WORDS
            | is_("doj_record", "shows_conviction")
            | PLEA_DISPOSITION
            | (_DEFERRED & unless(on_or_after("program_start_date", DIVERSION_FROM))),
            _(
                "The minutes that granted the program show the last plea. Not guilty may have been said at first"
                " only."
            ),
        ),
        Line(
            Finding.MET,
            is_("program_plea", "guilty", "no_contest"),
            _("Before the program a plea was entered: {program_plea}."),
            _GRANT,
        ),
        Line(
            Finding.MET,
            unanswered("program_plea") & PLEADED,
            _("A plea was entered: {disposition}."),
            _GRANT,
        ),
    ),
    unknown=_("It is not known whether guilty or no contest was said before the program."),
    change=_("The minutes that granted the program show the plea."),
    points=_GRANT,
    proof=("minute_orders",),
)

_COMPLETED_SIGN = Named(
    "a sign that the program was completed",
    is_("program_dismissed", "yes")
    | is_("disposition", "dismissed_without_plea")
    | is_("doj_record", "shows_completion"),
)
_LAST_DAY = _("A certificate or the minutes of the last day.")

COMPLETED = Element(
    "completed",
    title=in_english("The program was completed"),
    short_name=in_english("completed"),
    plain=_("The end of the program"),
    asks=_("You finished the program."),
    test=in_english("Performed satisfactorily during the period of deferral."),
    gate=True,
    lines=(
        Line(Finding.MET, is_("program_completed", "yes"), _("The program was completed."), _GRANT),
        contested(is_("program_completed", "no", "still_in_program"), _COMPLETED_SIGN, _GRANT, _LAST_DAY),
        Line(
            Finding.CONTESTED,
            is_("program_completed", "still_in_program") & past_by("program_start_date", 36),
            _("Still in the program by the answers, but it began more than three years ago."),
            (*_GRANT, *points("pc1000_2 period", "popular no_dismissal")),
            _LAST_DAY,
        ),
        Line(
            Finding.NOT_MET,
            is_("program_completed", "no"),
            _("The program was not completed."),
            _GRANT,
            _("If a court treated it as completed, this changes. Other laws may fit."),
            closed=in_english("did not finish"),
        ),
        Line(
            Finding.NOT_YET,
            is_("program_completed", "still_in_program"),
            _("The program is not over yet."),
            _GRANT,
            _("When it is completed and the case is dismissed, this opens."),
        ),
    ),
    unknown=_("It is not known whether the program was completed."),
    change=_LAST_DAY,
    points=_GRANT,
    proof=("minute_orders", "dej_completion"),
)

DISMISSED = Element(
    "dismissed",
    title=in_english("The charges were dismissed under PC 1000.3"),
    short_name=in_english("dismissed"),
    plain=_("The dismissal"),
    asks=_("The court then dismissed the charges."),
    test=in_english("The charges were dismissed under PC 1000.3."),
    gate=True,
    lines=(
        Line(Finding.MET, is_("program_dismissed", "yes"), _("The case was dismissed."), _GRANT),
        contested(
            is_("program_dismissed", "no"),
            is_("doj_record", "shows_completion")
            | is_("disposition", "dismissed_without_plea")
            | holds("later_relief", "expunged_1203_4", "sealed"),
            _GRANT,
            _("The minutes of the dismissal."),
        ),
        Line(
            Finding.NOT_MET,
            is_("program_dismissed", "no") & is_("program_completed", "no"),
            _("The program was not completed and the case was not dismissed."),
            _GRANT,
            _("If the case was dismissed after all, this changes. Other laws may fit."),
            closed=in_english("not dismissed, not finished"),
        ),
        Line(
            Finding.NOT_YET,
            is_("program_dismissed", "no") & is_("program_completed", "yes", "still_in_program"),
            _("The case was not dismissed yet. The dismissal under PC 1000.3 comes first."),
            _GRANT,
            _("Once the court dismisses the case under PC 1000.3, this opens."),
        ),
        Line(
            Finding.UNKNOWN,
            is_("program_dismissed", "no"),
            _("The case was not dismissed, and it is not known whether the program was completed."),
            _GRANT,
            rests=("program_completed",),
        ),
    ),
    unknown=_("It is not known whether the case was dismissed."),
    change=_("The minutes of the dismissal."),
    points=_GRANT,
    proof=("minute_orders", "certified_disposition", "dej_completion"),
)

_STATE_RECORD = is_("doj_record", "shows_completion", "shows_no_disposition")

PROOF_OF_COMPLETION = Element(
    "proof_of_completion",
    title=in_english("Proof of completion"),
    short_name=in_english("completion"),
    plain=_("Papers that show the end of the program"),
    asks=_("Court papers show it. If they are gone, your own signed statement and your state record can."),
    test=in_english(
        "If court records are gone, a declaration under penalty of perjury is presumed true, with a state record"
        " that shows completion or shows no final disposition."
    ),
    lines=(
        Line(
            Finding.PRESUMED,
            is_("court_file", "destroyed") & _STATE_RECORD,
            _(
                "The court’s file is gone. With this state record the person’s declaration is presumed true:"
                " {doj_record}."
            ),
            _GRANT,
            _("A declaration under penalty of perjury, written with an attorney, and the state record."),
        ),
        Line(Finding.MET, _STATE_RECORD, _("The state record fits this: {doj_record}."), _GRANT),
        Line(
            Finding.CONTESTED,
            is_("court_file", "exists", "destroyed") & is_("doj_record", "shows_conviction"),
            _("The state record shows a conviction or sentence."),
            _GRANT,
            _("The court’s file, a certificate of the program, or a correction of the state record."),
        ),
        Line(Finding.MET, is_("court_file", "exists"), _("The court still has the file."), _GRANT),
    ),
    unknown=_("It is not known whether the court has the file, or what the state record shows."),
    change=_("The court’s file. If it is gone, the state record from the Department of Justice."),
    points=_GRANT,
    # A certificate of no file only once the clerk says that it is gone (papers reference, finding 2).
    proof=("minute_orders", "doj_rap_sheet", "court_search_certificate"),
)

PC1203_43 = Remedy(
    "pc1203_43",
    cite="PC 1203.43",
    title=in_english("completed deferred entry of judgment"),
    plain=_("A finished drug program (deferred entry of judgment)"),
    about=_(
        "A person said guilty or no contest, did a drug program, and the court closed the case."
        " The old law wrongly said that this could do no harm, so the plea may be taken back."
    ),
    elements=(
        CALIFORNIA_CASE,
        ADULT_CASE,
        DEFERRED_ENTRY,
        GRANTED_1997_OR_LATER,
        PLEA_ENTERED,
        COMPLETED,
        DISMISSED,
        PROOF_OF_COMPLETION,
    ),
    began=LawChange(
        date(2016, 1, 1),
        "AB 1352 (Stats. 2015, ch. 646)",
        in_english("PC 1203.43 begins: the plea of a completed deferred entry of judgment may be withdrawn."),
        Mark.V,
        label="PC 1203.43 in force",
    ),
    changes=(
        LawChange(
            DEFERRED_ENTRY_FROM,
            "PC 1000 (deferred entry of judgment)",
            in_english(
                "PC 1000 becomes deferred entry of judgment, with a plea first, for offenses from this day on."
            ),
            Mark.V,
            label="deferred entry of judgment",
            when=answered("program"),
        ),
        LawChange(
            DIVERSION_FROM,
            "AB 208 (Stats. 2017, ch. 778)",
            in_english("PC 1000 becomes diversion before trial, on a plea of not guilty."),
            Mark.V,
            ("ab208",),
            label="pretrial diversion",
            when=answered("program"),
        ),
    ),
    form=PETITION,
    parts=(
        FormPart(
            "Deferred entry, PC 1203.43",
            (
                ("Granted on", "program_start_date"),
                ("Plea", "program_plea"),
                ("Completed", "program_completed"),
                ("Dismissed", "program_dismissed"),
                ("Dismissal order of", ""),
            ),
        ),
        FormPart(
            "Records",
            (
                ("Court file", "court_file"),
                ("State record", "doj_record"),
            ),
        ),
    ),
    declares=(
        (
            "Deferred entry",
            ("program_start_date", "program_plea", "program_completed", "program_dismissed"),
        ),
    ),
    order=Afterwards(
        "order_1203_43",
        in_english("The order under PC 1203.43"),
        in_english(
            "CR-181 should cite the section and show the plea withdrawn, not guilty entered, the case dismissed"
            " [M]."
        ),
        points("pc1203_43 (b)"),
    ),
    reopens=False,
    # The minutes prove it, or where the file is gone the state record (papers reference, finding 11).
    asks_first=("dej_completion", "doj_rap_sheet", "court_search_certificate"),
)
