"""The steps of a call: one question each, in the order of asking. A pure function of the answers.

A step is named by its page's two digits and a letter by the question's position on that page, "40b": the
name never changes and says nothing. Its number, 22 of 41, depends on what is asked now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from screening.interview.document import Document
from screening.questions.page import Page
from screening.questions.route import asked_on, unanswered
from screening.questions.wording import ALL_QUESTIONS, say


@dataclass(frozen=True)
class Step:
    """One question of one case. `open` while it has no answer; "I am not sure" is one."""

    number: int
    case: int
    page: Page
    key: str
    open: bool

    @property
    def letter(self) -> str:
        """The letter of the question on its page, as the public form names it."""
        return ascii_lowercase[self.page.keys.index(self.key)]

    @property
    def name(self) -> str:
        """As it stands in an address."""
        return self.page.number + self.letter

    @property
    def subject(self) -> str:
        """As the journal names it."""
        return f"{self.case}:{self.key}"

    @property
    def short(self) -> str:
        """Its short name, in the language that is active."""
        return say(ALL_QUESTIONS[self.key].short)

    @property
    def address(self) -> tuple[int, str]:
        """What tells it from every other step."""
        return self.case, self.name


def steps_of(document: Document) -> tuple[Step, ...]:
    """Every question that is asked now: follow-ups stand right after the question that opens them."""
    found: list[Step] = []
    for case in document.numbers():
        used = document.used(case)
        for page in document.pages(case):
            waiting = unanswered(page, used)
            for ask in asked_on(page, used):
                found.append(Step(len(found) + 1, case, page, ask.key, ask in waiting))
    return tuple(found)


def step_at(steps: Sequence[Step], case: int, name: str) -> Step | None:
    """The step of an address, if it is asked now."""
    return next((step for step in steps if step.address == (case, name)), None)


def first_open(steps: Sequence[Step]) -> Step | None:
    """The first step without an answer; None where all are answered."""
    return next((step for step in steps if step.open), None)


def after(steps: Sequence[Step], step: Step) -> Step | None:
    """The step that follows; None after the last."""
    return steps[step.number] if step.number < len(steps) else None


def before(steps: Sequence[Step], step: Step) -> Step | None:
    """The step before; None before the first."""
    return steps[step.number - 2] if step.number > 1 else None


def found(steps: Sequence[Step], sought: str, here: int = 0) -> Step | None:
    """The step of a number, or the next from `here` on whose question or short name holds the words."""
    text = " ".join(sought.split()).casefold()
    if text.isdecimal():
        return _numbered(steps, text)
    if not text:
        return None
    return next((step for step in (*steps[here:], *steps[:here]) if text in _words(step)), None)


def _numbered(steps: Sequence[Step], digits: str) -> Step | None:
    # More digits than any number of steps has are no number here: int() of thousands of them is slow.
    number = int(digits) if len(digits) < 5 else 0
    return steps[number - 1] if 1 <= number <= len(steps) else None


def _words(step: Step) -> str:
    return f"{step.short} {say(ALL_QUESTIONS[step.key].ask)}".casefold()
