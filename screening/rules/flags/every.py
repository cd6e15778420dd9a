"""All flags, by the lists of the contract and by their codes."""

from __future__ import annotations

from datetime import date

from screening.rules.answers import Answers
from screening.rules.flags.also_consider import ALSO_CONSIDER
from screening.rules.flags.before_filing import BEFORE_FILING
from screening.rules.flags.flag import Flag, raised
from screening.rules.flags.urgent import URGENT
from screening.rules.text import Text


__all__ = [
    "ALSO_CONSIDER",
    "BEFORE_FILING",
    "CLIENT_WORDS",
    "FLAGS",
    "LISTS",
    "URGENT",
    "Flag",
    "raised",
    "raised_by",
]

# The lists by the names of the contract.
LISTS: dict[str, tuple[Flag, ...]] = {
    "urgent": URGENT,
    "before_filing": BEFORE_FILING,
    "also_consider": ALSO_CONSIDER,
}

FLAGS: dict[str, Flag] = {flag.code: flag for flags in LISTS.values() for flag in flags}

# What the person reads. A flag without such words is the attorney's alone.
CLIENT_WORDS: dict[str, Text] = {flag.code: flag.client for flag in FLAGS.values() if flag.client is not None}


def raised_by(answers: Answers, as_of: date) -> tuple[str, ...]:
    """The urgent flags, which show at once, while the questions are still being asked."""
    return raised(URGENT, answers, as_of, {})
