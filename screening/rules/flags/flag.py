"""One flag, and how it is raised (contract section 4, "Flags").

Known answers raise a flag, or a known date that may lie in its window; absent answers never do. A flag of
California procedure stands only while the court is not known to be another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from screening.rules.answers import Answers
from screening.rules.authorities import Point
from screening.rules.condition import Condition, in_last_months, is_, may_lie
from screening.rules.finding import Outcome
from screening.rules.text import Text


Outcomes = Mapping[str, Outcome]

# What more than one list raises its flags by.
JUST_ON_PROBATION = may_lie(in_last_months("probation_start_date", 6))
NOT_SENTENCED = is_("custody_in_case", "not_sentenced_yet")


@dataclass(frozen=True)
class Flag:
    """One flag. `attorney` is a line for the printed page, `client` a sentence for the person, if it is shown.

    `follows` is for the flags that an outcome raises too, so that they show only with the result. Where `untold`
    holds, the sentence would be false for the person: it stays the attorney's alone.
    """

    code: str
    when: Condition
    attorney: Text
    client: Text | None
    authorities: tuple[Point, ...]
    california_only: bool = False
    follows: Callable[[Outcomes], bool] | None = None
    untold: Condition | None = None

    def stands(self, answers: Answers, as_of: date, outcomes: Outcomes) -> bool:
        """Is it raised?"""
        elsewhere = answers.one("court") not in (None, "california")
        return self.when.holds(answers, as_of) and self.may_stand(elsewhere, outcomes)

    def may_stand(self, elsewhere: bool, outcomes: Outcomes) -> bool:
        """Is it raised where its condition holds? `elsewhere`: the court is known, and not one of California."""
        if self.california_only and elsewhere:
            return False
        return self.follows is None or self.follows(outcomes)

    def told(self, answers: Answers, as_of: date) -> Text | None:
        """What the person reads of it, if anything."""
        return None if self.untold is not None and self.untold.holds(answers, as_of) else self.client


def raised(flags: tuple[Flag, ...], answers: Answers, as_of: date, outcomes: Outcomes) -> tuple[str, ...]:
    """The codes of the flags that stand, in the contract's order."""
    return tuple(flag.code for flag in flags if flag.stands(answers, as_of, outcomes))
