"""Short names of the laws and their elements, and the answer that closed a gate in a few words, for an attorney."""

from __future__ import annotations

from collections.abc import Mapping

from screening.questions.wording import say
from screening.rules.finding import ElementResult, Finding, RemedyResult
from screening.rules.remedies import REMEDIES
from screening.rules.text import Said


CITE: Mapping[str, str] = {remedy.id: remedy.short_cite for remedy in REMEDIES}
SHORT: Mapping[str, str] = {
    element.id: element.short_name.msgid for remedy in REMEDIES for element in remedy.elements
}

# The questionnaire's words for a program that was none are longer than an attorney needs.
_NO_PROGRAM = Said("program", "none")


def closed_by(found: RemedyResult) -> str:
    """The answer that closed the first closed gate of a law; empty where none did."""
    return next((closing(read) for read in found.elements if read.finding is Finding.NOT_MET), "")


def closing(read: ElementResult) -> str:
    """The answer that closed a gate, as an attorney says it; empty for a gate that is not closed."""
    if read.closed is None:
        return ""
    return "no program" if _NO_PROGRAM in read.closed.params.values() else say(read.closed)
