"""Penal Code 1473.7(a)(2): newly discovered evidence of actual innocence.

In our words (letters of 2026):

    (a)     A person who is no longer in criminal custody may move to vacate a conviction or sentence
    (a)(2)  where new evidence of actual innocence requires it as a matter of law or of justice.
    (c)     The motion is filed without undue delay from the day the person discovered the evidence, or
            could have with due diligence.
    (f)(4)  A court that rules on it says on what its conclusion rests. (Former (e)(4).)

It is not limited to non-citizens. In force from January 1, 2017 (AB 813).
"""

from __future__ import annotations

from screening.rules.authorities import points
from screening.rules.condition import is_
from screening.rules.element import Element, Line, Remedy
from screening.rules.finding import Finding
from screening.rules.remedies.custody import CUSTODY_OVER
from screening.rules.remedies.filing import INNOCENCE, MOTION
from screening.rules.remedies.gates import ADULT_CASE, CALIFORNIA_CASE, CONVICTION_EXISTS
from screening.rules.remedies.pc1473_7_a1 import AB813
from screening.rules.remedies.shared import NO_UNDUE_DELAY_TEST, within_screening_line
from screening.rules.text import _, in_english


_GROUND = points("pc1473_7 (a)(2)")

NEW_EVIDENCE = Element(
    "new_evidence_of_innocence",
    title=in_english("New evidence of innocence"),
    short_name=in_english("innocence"),
    plain=_("New proof"),
    asks=_("There is new proof that you did not do it."),
    test=in_english(
        "Newly discovered evidence of actual innocence that requires vacatur as a matter of law or in the"
        " interests of justice."
    ),
    lines=(
        Line(
            Finding.MET,
            is_("innocence_evidence", "yes"),
            _("There is new evidence of innocence, by the answers. An attorney weighs it."),
            _GROUND,
        ),
    ),
    unknown=_("It is not known whether there is new evidence of innocence."),
    change=_("What the evidence is, and why it was not known at the time. Tell only a lawyer."),
    points=_GROUND,
    proof=("lawyer_discovery",),
)

PC1473_7_A2 = Remedy(
    "pc1473_7_a2",
    cite="PC 1473.7(a)(2)",
    title=in_english("new evidence of innocence"),
    plain=_("New proof that you did not do it"),
    about=_(
        "After the case, new proof came up that the person did not do it."
        " If law or justice asks for it, a court may undo the case."
    ),
    no_ground=_("If there is new proof that you did not do it, tell a lawyer."),
    elements=(
        CALIFORNIA_CASE,
        ADULT_CASE,
        CONVICTION_EXISTS,
        CUSTODY_OVER,
        NEW_EVIDENCE,
        within_screening_line(
            "no_undue_delay",
            "innocence_evidence_date",
            title=in_english("No undue delay"),
            short_name=in_english("no delay"),
            plain=_("Time since the proof was found"),
            asks=_("You did not wait too long after the proof was found."),
            test=NO_UNDUE_DELAY_TEST,
            unknown=_("It is not known when the evidence was found."),
            authorities=points("pc1473_7 (c)"),
            change=_("The day the evidence was found, and what was done since."),
            called="evidence found",
        ),
    ),
    began=AB813,
    form=MOTION,
    parts=(INNOCENCE,),
    declares=(),
    order=None,
    reopens=False,
    ground="innocence_evidence",
)
