"""What a page of the questionnaire is: a topic, its questions, and when it is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from screening.rules.answers import Answers
from screening.rules.text import Text, _


class Part(Enum):
    """The eight parts that progress is told by. Order is the order of asking."""

    SOON = _("First questions")
    CASE = _("The case")
    PROGRAM = _("The program")
    CUSTODY = _("Jail and probation")
    PLEA = _("The day of the plea")
    PAPERS = _("Papers and time")
    OTHER = _("Other reasons")
    YOU = _("About you")

    @property
    def number(self) -> int:
        """Its place among the parts, from 1."""
        return list(Part).index(self) + 1

    @property
    def title(self) -> Text:
        """As its pages show it; translated where it is shown."""
        return self.value


When = Callable[[Answers], bool]


def always(_answers: Answers) -> bool:
    """always"""
    return True


def settled(_answers: Answers) -> bool:
    """not in these words: the question before it settles it"""
    return False


@dataclass(frozen=True)
class Ask:
    """One question on a page.

    A follow-up (`parent` with `opens`) stands under its parent on the same page and is asked only where
    the parent's answer is one of `opens`; what is typed under an unticked parent is ignored. `when` is for
    what earlier pages settle. A question that only steers `settles` keys of the contract.
    """

    key: str
    parent: str | None = None
    opens: tuple[str, ...] = ()
    when: When = always
    settles: tuple[str, ...] = ()

    def asked(self, answers: Answers) -> bool:
        """Is it asked, given the answers so far and those on its own page?"""
        if not self.when(answers):
            return False
        return self.parent is None or self._opened(answers)

    def _opened(self, answers: Answers) -> bool:
        given = answers.values.get(str(self.parent))
        chosen = given if isinstance(given, tuple) else (given,)
        return any(value in self.opens for value in chosen)


@dataclass(frozen=True)
class Page:
    """A page of the questionnaire. `number` is two digits in its address and never changes.

    `you` marks the pages that are asked once a person, with the first case.
    """

    number: str
    part: Part
    title: Text
    asks: tuple[Ask, ...]
    hint: Text | None = None
    when: When = always
    you: bool = False
    open_help: bool = False

    @cached_property
    def asks_all(self) -> bool:
        """Are its questions the same whatever was answered?"""
        return all(ask.when is always and ask.parent is None for ask in self.asks)

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that may be asked here."""
        return tuple(ask.key for ask in self.asks)

    @property
    def listed(self) -> tuple[Ask, ...]:
        """The questions, each with what it settles behind it: for whoever reads them outside the form."""
        return tuple(
            one for ask in self.asks for one in (ask, *(Ask(key, when=settled) for key in ask.settles))
        )

    @property
    def told(self) -> tuple[str, ...]:
        """Every key that may be asked or settled here, in the order of asking."""
        return tuple(ask.key for ask in self.listed)

    def asked(self, answers: Answers) -> tuple[Ask, ...]:
        """The questions asked here, given these answers."""
        return tuple(ask for ask in self.asks if ask.asked(answers))
