"""What weighs for the court's advisement and for a program, on the record (reference B4 to B6, B9, C2 to C6)."""

from __future__ import annotations

from screening.rules.condition import before, earlier_than, is_, on_or_after
from screening.rules.remedies.pc1203_43 import DIVERSION_FROM
from screening.rules.remedies.shared import VERBATIM_FROM
from screening.rules.weights.weight import At, B, C


_ADVISEMENT = At(B, "advisement_missing")
_ELSEWHERE = At(B, "did_not_know_otherwise")

# Reference B4, B5, B6, B9.
ADVISEMENT_ROWS = (
    _ADVISEMENT.plus(
        is_("warned_deportation", "no"), "No warning of deportation is remembered.", "zamudio three"
    ),
    _ADVISEMENT.plus(
        is_("warned_exclusion", "no"), "No warning of exclusion is remembered.", "zamudio three"
    ),
    _ADVISEMENT.plus(
        is_("warned_naturalization", "no"),
        "No warning about naturalization is remembered.",
        "zamudio three",
    ),
    _ADVISEMENT.plus(
        is_("advisement_record", "shows_some", "shows_none"),
        "The record lacks at least one warning.",
        "zamudio three",
    ),
    _ADVISEMENT.plus(
        is_("advisement_record", "record_missing"),
        "No record: presumed not warned. The People may rebut it.",
        "pc1016_5 (b)",
        "arriaga presumed",
    ),
    _ADVISEMENT.plus(
        on_or_after("disposition_date", VERBATIM_FROM) & is_("advisement_verbatim", "no"),
        "Not verbatim, as the law asks from 2026.",
        "pc1016_5 (a)",
    ),
    _ADVISEMENT.minus(
        before("disposition_date", VERBATIM_FROM) & is_("advisement_verbatim", "no"),
        "Before 2026, not verbatim is not alone a ground.",
        "pc1016_5 (e)",
    ),
    _ADVISEMENT.minus(
        is_("warned_deportation", "yes")
        & is_("warned_exclusion", "yes")
        & is_("warned_naturalization", "yes"),
        "All three warnings are remembered. Get the record.",
        "pc1016_5 (b)",
    ),
    _ADVISEMENT.minus(
        is_("advisement_record", "shows_all_three"),
        "The record shows all three; a form can suffice.",
        "quesada form",
    ),
    _ELSEWHERE.plus(
        is_("understanding", "did_not_know", "thought_safe"), "Did not know on that day.", "castaneda knew"
    ),
    _ELSEWHERE.plus(
        is_("lawyer_advice", "said_nothing", "said_no_problem", "no_lawyer"),
        "No lawyer told the person.",
        "castaneda knew",
    ),
    _ELSEWHERE.minus(
        is_("understanding", "knew_possible", "knew_certain"),
        "Knew of it. Ask how much, and which consequences.",
        "castaneda knew",
    ),
    _ELSEWHERE.minus(
        is_("lawyer_advice", "said_may", "said_will"), "The lawyer spoke of it before.", "castaneda knew"
    ),
    _ELSEWHERE.minus(
        earlier_than("removal_order_final_date", "disposition_date"),
        "A removal order before the plea may show knowledge.",
        "castaneda knew",
    ),
)

_PROGRAM = At(C, "deferred_entry")
_GRANTED = At(C, "granted_1997_or_later")
_PROOF = At(C, "proof_of_completion")
_FILE_GONE = is_("court_file", "destroyed")

# Reference C2, C3, C6 and 0.2, points 4 and 5. What was told of the program never counts against the person.
PROGRAM_ROWS = (
    _PROGRAM.plus(
        is_("program_told", "would_be_erased"),
        "Told it would be erased: misinformation, says the law.",
        "pc1203_43 (a)",
    ),
    _PROGRAM.plus(
        is_("program_told", "nothing_about_immigration"),
        "Told nothing of immigration when it was offered.",
        "pc1203_43 (a)",
    ),
    _PROGRAM.minus(
        on_or_after("program_start_date", DIVERSION_FROM),
        "From 2018 PC 1000 takes no plea: look for one.",
        "ab208 not_guilty",
    ),
    _GRANTED.plus(
        is_("offense_before_1997", "no"), "The offense was in 1997 or later.", "perez_1998 offense_1997"
    ),
    _GRANTED.minus(
        is_("offense_before_1997", "yes"),
        "An offense before 1997: perhaps diversion without a plea.",
        "perez_1998 offense_1997",
    ),
    _PROOF.plus(is_("court_file", "exists"), "The court’s own record can show it.", "pc1203_43 (b)"),
    _PROOF.plus(is_("doj_record", "shows_completion"), "The state record shows completion.", "pc1203_43 (b)"),
    _PROOF.plus(
        _FILE_GONE & is_("doj_record", "shows_no_disposition"),
        "File gone, no final disposition: the declaration is presumed true.",
        "pc1203_43 (b)",
    ),
    _PROOF.minus(
        is_("doj_record", "shows_conviction"), "The state record shows a conviction.", "pc1203_43 (b)"
    ),
)
