"""The one routing question that is no key of the contract: was there a program or a deal at all?

"No" is the contract's `program` `none`; anything else opens the program pages, where `program` is asked
itself (contract section 2, "The program"). It is stored beside the answers and never reaches the rules.
"""

from __future__ import annotations

from collections.abc import Mapping

from screening.questions import hard_words as word
from screening.questions.question import Question, yes_no
from screening.rules.answers import Value
from screening.rules.facts import NONE, Fact, Kind, Topic
from screening.rules.text import _


ANY_PROGRAM = "any_program"

FACT = Fact(ANY_PROGRAM, Kind.ONE, Topic.PROGRAM, ("yes", "no"))

QUESTION = Question(
    ANY_PROGRAM,
    ask=_("Was there a program, a class or a deal to close this case?"),
    short=_("A program, a class or a deal"),
    hint=_(
        "People call it diversion, drug court or a class. A plain plea deal, like less time, does not count."
    ),
    why=_("Some programs end a case in one court, and immigration law may still count it."),
    where=_("Look at the minute order of the first day, or for a paper from the class."),
    labels=yes_no(),
    words=(word.DIVERSION, word.PLEA, word.MINUTE_ORDER),
)


def contract_answers(answers: Mapping[str, Value]) -> dict[str, Value]:
    """The answers in the contract's keys alone: a "no" here is `program` `none`."""
    kept = {key: value for key, value in answers.items() if key != ANY_PROGRAM}
    if answers.get(ANY_PROGRAM) == "no":
        kept["program"] = NONE
    return kept
