"""Remedies outside this tool that the answers bring to mind, one line each (reference section 6).

Those that are flags come from the flags, with their words and authorities. The others stand here. A known
answer raises each; none is screened, and none of them is advice to file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from screening.rules.authorities import Point, points
from screening.rules.condition import Condition, holds, is_, lacks
from screening.rules.finding import Result
from screening.rules.flags.every import FLAGS
from screening.rules.signs import PLEADED, TRIED
from screening.rules.text import Text, in_english


@dataclass(frozen=True)
class Outside:
    """One remedy or order that the three sections do not hold. `id` is the flag's code where it is a flag."""

    id: str
    title: Text
    why: Text
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Suggested:
    """What known answers suggest. `california_only` as for a flag."""

    when: Condition
    outside: Outside
    california_only: bool = False


# In the order of reference section 6. A flag that is no remedy of its own is left out.
FLAG_TITLES: dict[str, Text] = {
    "appeal_time": in_english("Direct appeal"),
    "appeal_pending": in_english("The appeal that is pending"),
    "denied_motion_appeal": in_english("Appeal of the denied motion"),
    "habeas": in_english("Habeas corpus"),
    "pc1018": in_english("Withdrawal of the plea, PC 1018"),
    "early_termination_1203_3": in_english("Early end of probation, PC 1203.3"),
    "ab1950": in_english("Shorter probation, AB 1950"),
    "pc18_5": in_english("364 days, PC 18.5"),
    "prop47": in_english("Prop 47, PC 1170.18"),
    "prop64": in_english("Prop 64, HS 11361.8"),
    "nunez_reyes": in_english("First possession before July 14, 2011"),
    "sentence_or_violation": in_english("The sentence or the violation by itself"),
    "plead_both": in_english("PC 1203.43 or else PC 1473.7(f)(2)"),
    "discretion_1016_5c": in_english("Discretion, PC 1016.5(c)"),
    "juvenile_court": in_english("Juvenile sealing, W&I 781"),
    "other_court": in_english("The law of the other court"),
}

_ENDED_BY_A_CONVICTION = PLEADED | TRIED

SUGGESTED: tuple[Suggested, ...] = (
    Suggested(
        is_("race_bias", "yes"),
        Outside(
            "racial_justice_act",
            in_english("Racial Justice Act, PC 745"),
            in_english(
                "Signs of bias: PC 745 stands beside PC 1473.7(a)(3) and reaches older cases in steps."
            ),
            points("pc745 (a)", "pc745 (j)"),
        ),
        california_only=True,
    ),
    Suggested(
        _ENDED_BY_A_CONVICTION
        & is_("custody_in_case", "finished")
        & lacks("later_relief", "expunged_1203_4", "vacated_other", "pardoned", "sealed"),
        Outside(
            "dismissal_1203_4",
            in_english("Dismissal after probation, PC 1203.4 and its family"),
            in_english("It can help elsewhere. Immigration law generally still counts the case."),
            points("pc1203_4 dismissal", "roldan rehabilitative"),
        ),
        california_only=True,
    ),
    Suggested(
        holds("later_relief", "sealed"),
        Outside(
            "automatic_relief",
            in_english("Automatic relief, PC 1203.425"),
            in_english("It may hide the case from a court’s index. It leaves both motions open."),
            points("pc1203_425 (a)(3)(A)", "pc1203_425 (a)(5)"),
        ),
        california_only=True,
    ),
    Suggested(
        holds("later_relief", "resentenced"),
        Outside(
            "changed_sentence",
            in_english("The changed sentence"),
            in_english("A changed sentence counts only where a legal defect was the reason. Get the order."),
            points("thomas sentence"),
        ),
    ),
    Suggested(
        holds("later_relief", "pardoned"),
        Outside(
            "pardon",
            in_english("The pardon"),
            in_english("A pardon lifts some grounds of removal, not those of drugs. Get the paper."),
            points("usc1227 pardon"),
        ),
    ),
)


def outside(result: Result) -> tuple[Outside, ...]:
    """What the answers suggest: first what is a flag, then the rest, each once."""
    return (*_from_flags(result), *_from_answers(result))


def _from_flags(result: Result) -> Iterator[Outside]:
    for code, title in FLAG_TITLES.items():
        if code in result.flags:
            flag = FLAGS[code]
            yield Outside(code, title, flag.attorney, flag.authorities)


def _from_answers(result: Result) -> Iterator[Outside]:
    elsewhere = result.answers.one("court") not in (None, "california")
    for suggested in SUGGESTED:
        if not (elsewhere and suggested.california_only) and suggested.when.holds(
            result.answers, result.as_of
        ):
            yield suggested.outside
