"""Ask the rules of a few answers, on the day the tests take for today.

`found(CUSTODY_OVER, custody_in_case="finished")` is the finding; answers are given as in JSON.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from screening.rules.answers import Answers
from screening.rules.element import Element, Remedy
from screening.rules.evaluate import evaluate
from screening.rules.finding import ElementResult, Result
from screening.rules.record import parse_answers


AS_OF = date(2026, 11, 24)

# Answers as JSON gives them: a text, or a list of texts for a key that takes several.
Given = dict[str, Any]


def answers(**given: Any) -> Answers:
    """The answers, checked."""
    return parse_answers(given)


def result(*, as_of: date = AS_OF, **given: Any) -> Result:
    """Everything the rules say."""
    return evaluate(answers(**given), as_of)


def read(element: Element, *, as_of: date = AS_OF, **given: Any) -> ElementResult:
    """One element with its reason and the keys it rests on."""
    return element.read(answers(**given), as_of)


def found(element: Element, *, as_of: date = AS_OF, **given: Any) -> str:
    """The finding of one element."""
    return read(element, as_of=as_of, **given).finding.value


def rests_on(element: Element, *, as_of: date = AS_OF, **given: Any) -> set[str]:
    """The keys that the finding of one element rests on."""
    return set(read(element, as_of=as_of, **given).rests_on)


def outcome(remedy: Remedy, *, as_of: date = AS_OF, **given: Any) -> str:
    """The outcome of one remedy."""
    return result(as_of=as_of, **given).remedy(remedy.id).outcome.value


def element_of(remedy: Remedy, element: str) -> Element:
    """One element of a remedy, by its id."""
    return next(one for one in remedy.elements if one.id == element)


def cited(element: Element, *, as_of: date = AS_OF, **given: Any) -> set[str]:
    """The authorities and points of one finding, as `vivar prejudice`."""
    points = read(element, as_of=as_of, **given).authorities
    return {f"{point.authority} {point.point}" for point in points}
