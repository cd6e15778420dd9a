"""What weighs for error, prejudice, evidence and harm, in PC 1473.7 and 1016.5 (reference A2 to A7, B7, B8)."""

from __future__ import annotations

from screening.rules.condition import holds, holds_at_most_one, is_, lacks
from screening.rules.remedies.pc1473_7_a1 import (
    ARGUED_BY,
    COMPLETED_DEFERRED_ENTRY,
    PRESUMED_BY,
    PRESUMPTION,
    PROOF_OF_THEN,
)
from screening.rules.signs import PLEADED, TRIED, WITHDRAWN
from screening.rules.text import in_english
from screening.rules.weights.weight import A1, A2, A3, At, B, Weight, one_by_one


_NO_WARNING = (
    is_("warned_deportation", "no") & is_("warned_exclusion", "no") & is_("warned_naturalization", "no")
) | is_("advisement_record", "shows_none")
_SOME_WARNING = (
    is_("warned_deportation", "yes")
    | is_("warned_exclusion", "yes")
    | is_("warned_naturalization", "yes")
    | is_("advisement_record", "shows_all_three", "shows_some")
)
_SAME_PLEA = is_("would_have_done", "same_plea")
_MORE_JAIL = is_("would_have_done", "longer_sentence_instead")
_SAID_SO_THEN = holds("ties", "said_so_then")


def _presumption(element: str) -> tuple[Weight, ...]:
    presumed = in_english("Prop 36 completed: the statute presumes the conviction invalid.")
    argued = in_english("Deferred entry completed: the presumption can be argued, not settled.")
    return (
        Weight(A1, element, True, PRESUMPTION, presumed, PRESUMED_BY),
        Weight(A1, element, True, COMPLETED_DEFERRED_ENTRY, argued, ARGUED_BY),
    )


_ERROR = At(A1, "error")
_LIMITS: dict[str, tuple[str, tuple[str, ...]]] = {
    "no_interpreter": ("No interpreter at the plea.", ("soto limits",)),
    "could_not_read_form": ("Could not read the plea form.", ("soto limits",)),
    "health": ("Health kept the person from following.", ("padron health",)),
    "no_time": ("No time to think the plea over.", ("pc1473_7 (a)(1)",)),
    "pressure_to_get_out": ("Pressure to plead and get out of jail.", ("pc1473_7 (a)(1)",)),
    "not_in_court": ("The person was not in court for the plea.", ("pc1473_7 (a)(1)",)),
}

# Reference A2, A2a, A2b, A2c, A6.
ERROR_ROWS = (
    *_presumption("error"),
    _ERROR.plus(
        is_("understanding", "did_not_know", "thought_safe"),
        "The person’s own misunderstanding can be the error.",
        "camacho own_error",
        "mejia mindset",
    ),
    _ERROR.plus(
        is_("lawyer_advice", "said_nothing"), "The lawyer said nothing of immigration.", "padilla advice"
    ),
    _ERROR.plus(
        is_("lawyer_advice", "said_no_problem", "other_wrong_advice"),
        "The lawyer’s advice was wrong.",
        "padilla advice",
        "villalba wrong_advice",
    ),
    _ERROR.plus(
        is_("lawyer_advice", "said_ask_immigration_lawyer"),
        "The lawyer only said to ask an immigration lawyer.",
        "padilla advice",
    ),
    _ERROR.plus(
        is_("lawyer_advice", "said_may"), "The lawyer said only that it may harm.", "soto may_warning"
    ),
    _ERROR.plus(
        is_("lawyer_advice", "no_lawyer") | is_("lawyer_kind", "none"),
        "No lawyer advised the person.",
        "pc1473_7 (a)(1)",
    ),
    _ERROR.plus(
        is_("program_told", "would_be_erased", "nothing_about_immigration"),
        "The program was offered without a word of immigration harm.",
        "pc1203_43 (a)",
    ),
    *one_by_one(_ERROR, "understanding_barriers", _LIMITS),
    _ERROR.plus(_NO_WARNING, "No warning by the court. See PC 1016.5.", "pc1016_5 (b)"),
    _ERROR.plus(holds("evidence", "lawyer_file"), "The former lawyer’s file can show it.", "vivar objective"),
    _ERROR.minus(
        is_("lawyer_advice", "said_will"),
        "The lawyer said clearly that it would harm.",
        "pc1473_7 (a)(1)",
    ),
    _ERROR.minus(
        is_("understanding", "knew_certain"),
        "Knew it. Being unable to defend against it can still count.",
        "pc1473_7 (a)(1)",
        "mejia mindset",
    ),
    _ERROR.minus(
        _SOME_WARNING,
        "Warned by court or form: does not defeat the claim.",
        "soto may_warning",
        "curiel expect_warning",
        "padron form",
    ),
)

_CHOICE = At(A1, "prejudice")
_CHOICE_B = At(B, "prejudice")

# Reference A3, A3b, A3c, B8.
PREJUDICE_ROWS = (
    *_presumption("prejudice"),
    _CHOICE.plus(_MORE_JAIL, "Would have taken more jail: staying mattered most.", "vivar factors"),
    _CHOICE.plus(
        is_("other_offer", "yes") & (PLEADED | WITHDRAWN),
        "Another offer: a safer plea was possible. None is required.",
        "vivar factors",
        "padron no_offer",
    ),
    _CHOICE.plus(is_("other_offer", "yes") & TRIED, "There was an offer before the trial.", "carrillo trial"),
    _CHOICE.plus(_SAID_SO_THEN, "Worry about immigration was voiced at the time.", "vivar factors"),
    _CHOICE.minus(is_("other_offer", "no") & TRIED, "No offer before the trial is known.", "carrillo trial"),
    _CHOICE.minus(_SAME_PLEA, "Same plea, by the answer. Ask about more jail.", "vivar prejudice"),
    _CHOICE_B.plus(
        is_("would_have_done", "different_plea"),
        "Wanting another, safer plea counts.",
        "martinez_2013 neutral_plea",
    ),
    _CHOICE_B.plus(_MORE_JAIL, "Would have taken more jail instead.", "martinez_2013 prejudice"),
    _CHOICE_B.plus(_SAID_SO_THEN, "Worry about immigration was voiced then.", "martinez_2013 prejudice"),
    _CHOICE_B.minus(_SAME_PLEA, "Same plea, by the answer.", "martinez_2013 prejudice"),
)

_TIES: dict[str, tuple[str, tuple[str, ...]]] = {
    value: (says, ("vivar factors", "espinoza ties"))
    for value, says in {
        "came_as_child": "Came to the United States as a child.",
        "ten_years_or_more": "Ten years or more here at the plea.",
        "permanent_resident": "A permanent resident at the plea.",
        "us_family": "Family in the United States at the plea.",
        "work_or_school": "Work or school here at the plea.",
        "home_or_business": "A home or business here at the plea.",
        "no_ties_abroad": "No ties abroad at the plea.",
        "fear_of_return": "Fear of return at the plea.",
        "said_so_then": "Worry about immigration was voiced at the time.",
    }.items()
}
_EVIDENCE: dict[str, tuple[str, tuple[str, ...]]] = {
    "letters_from_then": ("Letters from that time.", ("vivar objective",)),
    "lawyer_file": ("The former lawyer’s file.", ("vivar objective",)),
    "records_of_ties": ("Records that show the ties.", ("vivar objective", "espinoza ties")),
    "witness": ("A witness who remembers.", ("vivar objective",)),
}


_BORNE_OUT = At(A1, "corroboration")

# Reference A3a.
CORROBORATION_ROWS = (
    *_presumption("corroboration"),
    *one_by_one(_BORNE_OUT, "ties", _TIES),
    *one_by_one(_BORNE_OUT, "evidence", _EVIDENCE),
    _BORNE_OUT.minus(
        holds_at_most_one("ties"),
        "At most one tie at the plea is named.",
        "vivar objective",
    ),
    _BORNE_OUT.minus(
        lacks("evidence", *PROOF_OF_THEN), "No evidence of that time is named.", "vivar objective"
    ),
)

NAMED = is_("harm_named_case", "yes")

# Reference A4, A7, B7.
HARM_ROWS = (
    At(A1, "immigration_harm").plus(
        NAMED, "Immigration named this case: a strong showing.", "pc1473_7 (f)(1) (former (e)(1))"
    ),
    At(B, "immigration_harm").plus(NAMED, "Immigration named this case: a strong showing.", "zamudio harm"),
    At((*A1, *A2, *A3), "conviction_exists").minus(
        is_("program", "sentence_deferral") & is_("program_dismissed", "yes"),
        "After a sentence deferral perhaps nothing is left to vacate.",
        "sentence_deferral_2024 nothing_left",
    ),
)
