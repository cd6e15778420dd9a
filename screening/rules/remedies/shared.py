"""What several remedies share, read the same way in each (contract section 3).

Conditions on how the case ended, the plea sign, the twelve months of our screening line, and the harm.
"""

from __future__ import annotations

from datetime import date

from screening.rules.authorities import Point
from screening.rules.beside import Gap
from screening.rules.condition import (
    answered,
    is_,
    past_by,
    within_months,
)
from screening.rules.day import Given
from screening.rules.element import Element, Line
from screening.rules.finding import Finding
from screening.rules.text import Said, Text, _, in_english


VERBATIM_FROM = date(2026, 1, 1)  # PC 1016.5(a), (e): SB 281

# Our screening line for "diligence" and "undue delay", not a limit of any statute.
SCREENING_MONTHS = 12

# PC 1473.7(c), for both grounds that it governs.
NO_UNDUE_DELAY_TEST = in_english(
    "Filed without undue delay from the day on which the person discovered the evidence, or could have with"
    " due diligence."
)


def within_screening_line(
    element: str,
    day: str,
    *,
    title: Text,
    short_name: Text,
    plain: Text,
    asks: Text,
    test: Text,
    unknown: Text,
    authorities: tuple[Point, ...],
    change: Text,
    called: str,
) -> Element:
    """Does the as-of day lie within twelve months of a day that is answered? The attorney knows it as `called`."""
    met = _("Within twelve months of {day}. Twelve months is our screening line, not law.")
    late = _(
        "More than twelve months since {day}. Twelve months is our screening line, not law."
        " Reasons for the delay: {delay_reasons}. Steps taken: {steps_since}."
    )
    either = _("The day, {day}, is not known closely enough to say whether twelve months have passed.")
    within, asked = within_months(day, SCREENING_MONTHS), Said(day, "")
    return Element(
        element,
        title=title,
        short_name=short_name,
        plain=plain,
        asks=asks,
        test=test,
        lines=(
            Line(Finding.MET, within, met.with_(day=asked), authorities),
            Line(
                Finding.CONTESTED, past_by(day, SCREENING_MONTHS), late.with_(day=asked), authorities, change
            ),
            Line(
                Finding.UNKNOWN, answered(day), either.with_(day=asked), authorities, change, imprecise=(day,)
            ),
        ),
        unknown=unknown,
        change=change,
        points=authorities,
        proof=("own_account",),
        gap=Gap(lambda answers: Given(day).start(answers, date.max), ((day, called),), authorities),
    )


def immigration_harm(title: Text, test: Text, authorities: tuple[Point, ...]) -> Element:
    """Does the conviction harm the person under immigration law? Only a legal analysis settles a "no paper yet"."""
    return Element(
        "immigration_harm",
        title=title,
        short_name=in_english("harm"),
        plain=_("Harm from immigration law"),
        asks=_("The case hurts you with immigration now, or it can."),
        test=test,
        lines=(
            Line(
                Finding.MET,
                is_("harm_named_case", "yes"),
                _("A paper from immigration names this case as a reason."),
                authorities,
            ),
            Line(
                Finding.FOR_ATTORNEY,
                is_("harm_named_case", "no"),
                _("No paper from immigration names this case yet. A lawyer must say what harm it can do."),
                authorities,
                _("A written analysis by an immigration lawyer."),
            ),
        ),
        unknown=_("It is not known whether a paper from immigration names this case."),
        change=_("A written analysis by an immigration lawyer."),
        points=authorities,
        proof=("expert_analysis",),
    )
