"""Yes, no, and "it is not known": how the three combine (contract section 1, rule 1)."""

from __future__ import annotations

from enum import Enum


class Answer(Enum):
    """A three-valued truth. It cannot be used as a bool, so "unsure" never becomes "yes" by accident."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"

    def __bool__(self) -> bool:
        raise TypeError("An Answer is not a bool: compare it with `is Answer.YES`.")

    def __invert__(self) -> Answer:
        if self is Answer.UNSURE:
            return self
        return Answer.NO if self is Answer.YES else Answer.YES


def known(truth: bool) -> Answer:
    """The Answer for something that is settled."""
    return Answer.YES if truth else Answer.NO


def all_of(*answers: Answer) -> Answer:
    """YES if every answer is; NO as soon as one is; otherwise UNSURE."""
    if Answer.NO in answers:
        return Answer.NO
    return Answer.UNSURE if Answer.UNSURE in answers else Answer.YES


def any_of(*answers: Answer) -> Answer:
    """NO if every answer is; YES as soon as one is; otherwise UNSURE."""
    if Answer.YES in answers:
        return Answer.YES
    return Answer.UNSURE if Answer.UNSURE in answers else Answer.NO
