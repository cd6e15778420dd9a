"""What strengthens and what weakens an element, for the attorney's ledger (reference section 2).

A weight changes no finding and no outcome. It holds only where its condition is known to hold, so an unknown
answer weighs nothing on either side. No weight is "not met": a court's warning, a delay or the same plea
weakens, and an attorney looks further.
"""

from __future__ import annotations

from datetime import date

from screening.rules.answers import Answers
from screening.rules.weights.clock import TIME_ROWS
from screening.rules.weights.motion import CORROBORATION_ROWS, ERROR_ROWS, HARM_ROWS, PREJUDICE_ROWS
from screening.rules.weights.record import ADVISEMENT_ROWS, PROGRAM_ROWS
from screening.rules.weights.weight import Weight


__all__ = ["WEIGHTS", "Weight", "weights"]

WEIGHTS: tuple[Weight, ...] = (
    *HARM_ROWS,
    *ERROR_ROWS,
    *PREJUDICE_ROWS,
    *CORROBORATION_ROWS,
    *TIME_ROWS,
    *ADVISEMENT_ROWS,
    *PROGRAM_ROWS,
)


def weights(remedy: str, element: str, answers: Answers, as_of: date) -> tuple[Weight, ...]:
    """What is known to strengthen or weaken the element of the remedy, by their ids."""
    return tuple(
        weight
        for weight in WEIGHTS
        if weight.element == element and remedy in weight.remedies and weight.when.holds(answers, as_of)
    )
