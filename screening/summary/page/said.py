"""Answers as the page and the paper show them: in words, who gave them, what an attorney found beside them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import pgettext


@dataclass(frozen=True)
class Beside:
    """A question and its answer in the language in which they were asked, beside the English of a paper."""

    language: str
    direction: str
    ask: str
    answer: str


@dataclass(frozen=True)
class Own:
    """An attorney's own finding. It stands beside what was computed or answered, never instead of it.

    `case` is the number of the case. For an answer `remedy` is empty and `element` is its key. `finding` is
    a `Finding`, or for an answer one of its values or nothing where the reason says it all; `word` says it.
    """

    case: int
    remedy: str
    element: str
    finding: str
    reason: str
    by: str
    bar_number: str
    day: str
    word: str = ""

    @property
    def signature(self) -> str:
        """Who, by name and bar number, and when."""
        bar = f"SBN {self.bar_number}" if self.bar_number else ""
        return ", ".join(part for part in (self.by, bar, self.day) if part)


@dataclass(frozen=True)
class SaidAnswer:
    """One question with its answer. `told` says who and how sure, where it is not simply the person.

    `source` and `sure` are the contract's codes (section 2, "Beside the answers"); `sure` may be empty.
    """

    key: str
    ask: str
    short: str
    answer: str
    told: str = ""
    yes_or_no: bool = False
    beside: Beside | None = None
    note: str = ""
    own: Own | None = None
    source: str = "person"
    sure: str = ""

    @property
    def quoted(self) -> str:
        """The answer in the quotation marks of the active language, its own ones turned into inner ones."""
        opening, closing, inner, inner_end = list(pgettext("quotation marks, then inner ones", "“”‘’"))
        return f"{opening}{self.answer.replace(opening, inner).replace(closing, inner_end)}{closing}"


@dataclass(frozen=True)
class PartAnswers:
    """The answers of one part of the questionnaire, in the order of asking."""

    title: str
    answers: tuple[SaidAnswer, ...]
