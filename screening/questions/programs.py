"""The list of programs in the order that fits what was said, with a note on names that do not fit.

The person chooses the name and the tool never concludes it: nothing is taken off the list (contract
section 2, "The program").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from screening.rules.answer import Answer
from screening.rules.answers import Answers
from screening.rules.facts import NONE
from screening.rules.text import Text, _


NOTE_PLEA = _("This program usually goes with another answer about what you said in court.")
NOTE_YEAR = _("This program did not exist in the year you wrote.")


@dataclass(frozen=True)
class _Program:
    """When it could be granted, and whether guilty or no contest was said first."""

    plea_first: bool
    first_day: date | None = None
    last_day: date | None = None


# PC 1000 asked for a plea from 1997 to 2017 (AB 208); Proposition 36 began on July 1, 2001.
_PROGRAMS: Mapping[str, _Program] = {
    "pc1000_deferred_entry": _Program(True, date(1997, 1, 1), date(2017, 12, 31)),
    "prop36": _Program(True, date(2001, 7, 1)),
    "sentence_deferral": _Program(True),
    "other_plea_first": _Program(True),
    "informal_plea_deal": _Program(True),
    "pretrial_diversion": _Program(False),
}


def misfit(program: str, answers: Answers) -> Text | None:
    """Why the name does not fit what was said of the plea or the year; None where it may fit."""
    facts = _PROGRAMS.get(program)
    if facts is None:
        return None
    plea = answers.one("program_plea")
    if plea is not None and (plea != "not_guilty") != facts.plea_first:
        return NOTE_PLEA
    return NOTE_YEAR if _another_year(facts, answers) else None


def _another_year(facts: _Program, answers: Answers) -> bool:
    start = answers.day("program_start_date")
    if start is None:
        return False
    too_early = facts.first_day is not None and start.before(facts.first_day) is Answer.YES
    return too_early or (facts.last_day is not None and start.after(facts.last_day) is Answer.YES)


def in_fitting_order(values: tuple[str, ...], answers: Answers) -> tuple[str, ...]:
    """Names that may fit first, then the others, "no program" last; otherwise as the contract has them."""
    return tuple(sorted(values, key=lambda value: (value == NONE, misfit(value, answers) is not None)))
