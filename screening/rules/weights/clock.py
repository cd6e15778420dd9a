"""What weighs for time: steps taken and reasons for delay, where a clock is known to run (reference A5, B10)."""

from __future__ import annotations

from collections.abc import Iterator

from screening.rules.condition import (
    Condition,
    answered,
    in_last_months,
    is_,
    lacks,
    past_by,
)
from screening.rules.remedies.shared import SCREENING_MONTHS
from screening.rules.weights.motion import NAMED
from screening.rules.weights.weight import A1, A2, A3, At, B, Weight, one_by_one


def _past_the_line(day: str) -> Condition:
    return past_by(day, SCREENING_MONTHS)


_TRIGGER = NAMED | is_("removal_order_named_case", "yes")

# Every day that could make the start of the clock a later one is known, and lies more than twelve months back.
_NO_NEWER_ORDER = (
    is_("removal_order_named_case", "no")
    | lacks("immigration_events", "removal_order", "removed")
    | _past_the_line("removal_order_final_date")
)
_LATE = (
    (NAMED & _past_the_line("first_notice_date") & _NO_NEWER_ORDER)
    | (
        is_("harm_named_case", "no")
        & is_("removal_order_named_case", "yes")
        & _past_the_line("removal_order_final_date")
    )
) & _past_the_line("learned_remedy_date")
_STEPS = {
    "saw_lawyer": "A step since: saw a lawyer.",
    "asked_for_records": "A step since: asked for records.",
    "filed_motion": "A step since: filed a motion.",
    "paid_consultant": "A step since: paid a consultant. Get the receipts.",
}
_REASONS = {
    "did_not_know_law": "Reason for delay: did not know of the law.",
    "could_not_afford": "Reason for delay: could not afford a lawyer.",
    "wrong_advice": "Reason for delay: wrong advice.",
    "detained_or_abroad": "Reason for delay: detained or abroad.",
    "illness_or_hardship": "Reason for delay: illness or hardship.",
    "language": "Reason for delay: language.",
    "other": "Reason for delay: another one. Ask.",
}


def _time(at: At, running: Condition, late: Condition, *named: str) -> Iterator[Weight]:
    """Steps and reasons where a clock is known to run, their lack where it has run long (reference A5, B10)."""
    for key, said in (("steps_since", _STEPS), ("delay_reasons", _REASONS)):
        rows = {value: (says, named) for value, says in said.items()}
        yield from one_by_one(at, key, rows, running)
    yield at.minus(late & lacks("steps_since", *_STEPS), "No step since is named.", *named)
    yield at.minus(late & lacks("delay_reasons", *_REASONS), "No reason for the delay is named.", *named)
    yield at.minus(
        is_("prior_motion", "denied"), "A motion was denied before. Get the order.", "practice prior_motion"
    )


def _since(at: At, day: str, *named: str) -> Iterator[Weight]:
    return _time(at, answered(day), _past_the_line(day), *named)


TIME_ROWS = (
    At(A1, "timely").plus(
        in_last_months("learned_remedy_date", SCREENING_MONTHS),
        "First heard of the law within twelve months.",
        "alatorre remedy",
    ),
    *_time(At(A1, "timely"), _TRIGGER, _LATE, "pc1473_7 (b)(2)", "perez_2021 may"),
    *_since(At(A2, "no_undue_delay"), "innocence_evidence_date", "pc1473_7 (c)"),
    *_since(At(A3, "no_undue_delay"), "race_bias_date", "pc1473_7 (c)"),
    *_since(At(B, "diligence"), "learned_harm_date", "totari diligence", "kim diligence"),
)
