"""Does immigration law count the case as a conviction? 8 USC 1101(a)(48)(A), contract section 4.

State relief for good conduct (expungement, reduction, Prop 47, Prop 64, sealing) leaves the conviction; only
a legal defect removes it (*Roldan*, *Pickering*). A completed deferred entry still counts.
"""

from __future__ import annotations

from datetime import date

from screening.rules.answers import Answers
from screening.rules.authorities import points
from screening.rules.condition import Otherwise, is_
from screening.rules.element import Line, filled
from screening.rules.finding import ConvictionResult, ImmigrationConviction
from screening.rules.signs import (
    ADULT_SIGN,
    CONVICTION_SIGN,
    ENDED_WITHOUT_PLEA,
    JUVENILE,
    PLEA_FIRST,
    PLEA_WORDS,
    PLEADED,
    TRIED,
    VACATED_OR_WITHDRAWN,
)
from screening.rules.text import _


_DEFINITION = points("usc1101 (A)", "usc1101 (A)(i)–(ii)")
_PLEA_FIRST_COMPLETED = PLEA_FIRST & is_("program_completed", "yes")

LINES: tuple[Line[ImmigrationConviction], ...] = (
    Line(
        ImmigrationConviction.UNCLEAR,
        JUVENILE & ADULT_SIGN,
        _(
            "The case is said to be a juvenile one, but other answers fit adult court. A lawyer asks which court it was."
        ),
        points("devison juvenile"),
    ),
    Line(
        ImmigrationConviction.NOT_CONVICTION,
        JUVENILE,
        _("A juvenile case is not a conviction for immigration law."),
        points("devison juvenile"),
    ),
    Line(
        ImmigrationConviction.UNCLEAR,
        ENDED_WITHOUT_PLEA & (PLEA_WORDS | CONVICTION_SIGN),
        _(
            "The case is said to have ended without a plea, but other answers point to a plea or a conviction."
        ),
        _DEFINITION,
    ),
    Line(
        ImmigrationConviction.NOT_CONVICTION,
        is_("disposition", "dismissed_without_plea"),
        _("No plea and no finding of guilt: there is no conviction, by the answers."),
        _DEFINITION,
    ),
    Line(
        ImmigrationConviction.NOT_CONVICTION,
        is_("disposition", "no_plea_diversion") & is_("admitted_facts", "no"),
        _("A program without a plea and without admitted facts: no conviction, by the answers."),
        _DEFINITION,
    ),
    Line(
        ImmigrationConviction.UNCLEAR,
        is_("disposition", "no_plea_diversion"),
        _("A program without a plea. If facts were admitted, immigration law may still count it."),
        points("mohamed admission"),
    ),
    Line(
        ImmigrationConviction.UNCLEAR,
        is_("appeal_pending", "yes"),
        _("A direct appeal is open. Whether immigration law counts the case before it ends is disputed."),
        points("jm_acosta finality", "planes formal"),
    ),
    Line(
        ImmigrationConviction.UNCLEAR,
        VACATED_OR_WITHDRAWN,
        _("The plea was withdrawn or the conviction was vacated. What counts is the reason in the order."),
        points("pickering defect"),
    ),
    Line(
        ImmigrationConviction.UNCLEAR,
        (PLEADED | TRIED) & _PLEA_FIRST_COMPLETED & is_("penalty_ordered", "no"),
        _("A plea came first, the program was completed, and no penalty at all was ordered."),
        points("retuta no_penalty"),
    ),
    Line(
        ImmigrationConviction.CONVICTION,
        PLEADED & _PLEA_FIRST_COMPLETED,
        _(
            "Immigration law still counts this case, although the program was completed and the court may have"
            " dismissed it."
        ),
        (*_DEFINITION, *points("roldan rehabilitative")),
    ),
    Line(
        ImmigrationConviction.CONVICTION,
        PLEADED | TRIED,
        _("Immigration law counts this case as a conviction. Expungement or reduction does not change that."),
        (*_DEFINITION, *points("roldan rehabilitative")),
    ),
)

NOTHING_APPLIES = Line(
    ImmigrationConviction.UNCLEAR,
    Otherwise("nothing above"),
    _("It is not known how the case ended, so it is not clear whether immigration law counts it."),
    _DEFINITION,
)


def immigration_conviction(answers: Answers, as_of: date) -> ConvictionResult:
    """The first line that applies, with its reason."""
    line = next((line for line in LINES if line.when.holds(answers, as_of)), NOTHING_APPLIES)
    return conviction_by(line, answers)


def conviction_by(line: Line[ImmigrationConviction], answers: Answers) -> ConvictionResult:
    """The same, given the line that applies."""
    return ConvictionResult(line.finding, filled(line.because, answers), line.points)
