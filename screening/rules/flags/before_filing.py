"""What to weigh before anything is filed. It shows only with the result."""

from __future__ import annotations

from screening.rules.authorities import points
from screening.rules.condition import Otherwise, holds, is_, unless
from screening.rules.finding import Outcome
from screening.rules.flags.flag import Flag
from screening.rules.remedies import REMEDIES
from screening.rules.signs import CITIZEN
from screening.rules.text import _, in_english


_A1 = "pc1473_7_a1"
_ADMITTED = is_("immigration_status", "permanent_resident", "conditional_resident", "refugee_or_asylee")

BEFORE_FILING: tuple[Flag, ...] = (
    Flag(
        "reopening_risk",
        is_("offense_level", "felony") | holds("offense_kind", "sex_offense", "violence", "firearm"),
        in_english(
            "Reopening risk: vacatur is not dismissal. The charges, and those dropped in the deal, can come back."
            " Under PC 1203.43 the court “shall dismiss”."
        ),
        _("If a court undoes the case, the old charges can come back. Ask a lawyer about that risk."),
        points("vaca revive", "pc1203_43 (b)"),
        california_only=True,
        follows=lambda outcomes: any(
            outcomes[remedy.id] is not Outcome.NOT_INDICATED for remedy in REMEDIES if remedy.reopens
        ),
    ),
    Flag(
        "order_must_name_a1",
        Otherwise(),
        in_english("An order under PC 1473.7(a)(1) should name that paragraph and the legal defect."),
        _("A lawyer asks the judge to write the reason into the order."),
        points("de_jesus_platon subdivision", "pickering defect"),
        follows=lambda outcomes: outcomes[_A1] not in (Outcome.NOT_INDICATED, Outcome.NOT_IN_FORCE),
    ),
    Flag(
        "mandatory_detention",
        holds("offense_kind", "theft_or_fraud", "violence") & unless(_ADMITTED | CITIZEN),
        in_english(
            "Mandatory detention without bond is possible for a charge or an arrest alone: a vacatur does not undo"
            " the arrest, and a revived charge is a charge."
        ),
        None,
        points("usc1226 (c)(1)(E)"),
    ),
)
