"""Where the rules read a question, and where they rest on a point of an authority."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from screening.law.links import slug_of
from screening.questions.wording import say
from screening.rules.authorities import Point
from screening.rules.element import Element, Remedy
from screening.rules.flags.every import ALSO_CONSIDER, BEFORE_FILING, URGENT, Flag
from screening.rules.immigration import LINES
from screening.rules.outside import SUGGESTED
from screening.rules.remedies import REMEDIES
from screening.rules.text import Text, _
from screening.rules.weights.every import WEIGHTS, Weight


T = TypeVar("T")


@dataclass(frozen=True)
class Use:
    """One place: `slug` of a law, or nothing for the page of the immigration conviction and the flags.

    `anchor` is the place on that page; `cite` is empty where `title` says it all.
    """

    slug: str
    anchor: str
    cite: str
    title: Text
    keys: tuple[str, ...]
    points: tuple[Point, ...]

    @property
    def name(self) -> str:
        """The title, in the reader's language."""
        return say(self.title)


@cache
def uses() -> tuple[Use, ...]:
    """Every place, in the order of the pages."""
    return (*_of_elements(), *_of_the_rest())


@cache
def uses_of_keys() -> Mapping[str, tuple[Use, ...]]:
    """The places that read a question, by key. What only a paper or the route reads is not here."""
    keys = dict.fromkeys(key for use in uses() for key in use.keys)
    return {key: tuple(use for use in uses() if key in use.keys) for key in keys}


@cache
def uses_of_points() -> Mapping[Point, tuple[Use, ...]]:
    """The places that cite a point."""
    points = dict.fromkeys(point for use in uses() for point in use.points)
    return {point: tuple(use for use in uses() if point in use.points) for point in points}


def points_of(element: Element) -> tuple[Point, ...]:
    """Every point that a reading of the element may print, the element's own first."""
    return _once((*element.points, *(point for line in element.lines for point in line.points)))


def weights_of(remedy: Remedy, element: Element) -> tuple[Weight, ...]:
    """What strengthens or weakens the element of this law, in the rules' order."""
    return tuple(
        weight for weight in WEIGHTS if remedy.id in weight.remedies and weight.element == element.id
    )


def _of_elements() -> Iterator[Use]:
    for remedy in REMEDIES:
        for element in remedy.elements:
            keys, points = _weighed(remedy, element)
            yield Use(
                slug_of(remedy),
                element.id,
                remedy.cite,
                element.plain,
                _once((*element.keys, *_of_remedy(remedy, element), *keys)),
                _once((*points_of(element), *points)),
            )


def _weighed(remedy: Remedy, element: Element) -> tuple[tuple[str, ...], tuple[Point, ...]]:
    weights = weights_of(remedy, element)
    keys = (key for weight in weights for key in weight.when.keys)
    return tuple(keys), tuple(point for weight in weights for point in weight.points)


def _of_remedy(remedy: Remedy, element: Element) -> tuple[str, ...]:
    """What the law as a whole reads stands with its first element."""
    if element is not remedy.elements[0]:
        return ()
    later = (key for case, _first in remedy.later for key in case.keys)
    return (*later, *([remedy.ground] if remedy.ground else []))


def _of_the_rest() -> Iterator[Use]:
    keys = _once(key for line in LINES for key in line.when.keys)
    points = _once(point for line in LINES for point in line.points)
    yield Use("", "conviction", "", _("What immigration law counts as a conviction"), keys, points)
    yield _of_flags("urgent", _("What must not wait"), URGENT)
    yield _of_flags("before", _("What to weigh before filing"), BEFORE_FILING)
    yield _of_flags("also", _("Other laws that a lawyer may look at"), ALSO_CONSIDER)
    keys = _once(key for one in SUGGESTED for key in one.when.keys)
    points = _once(point for one in SUGGESTED for point in one.outside.points)
    yield Use("", "outside", "", _("What else the paper for lawyers names"), keys, points)


def _of_flags(anchor: str, title: Text, flags: tuple[Flag, ...]) -> Use:
    keys = _once(key for flag in flags for key in flag.when.keys)
    return Use("", anchor, "", title, keys, _once(point for flag in flags for point in flag.authorities))


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
