"""One law for its page: element by element, in two voices, with sources, questions, proof and tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from screening.law.overview import LawLine, law_line
from screening.law.sources import CheckedPoint, Checking
from screening.law.tables import TableShown, element_table
from screening.law.uses import points_of, weights_of
from screening.law.voices import english
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import listed, say
from screening.rules.element import Element, Remedy
from screening.rules.papers import PAPERS
from screening.rules.weights.every import Weight
from screening.summary.page.attorney_words import PAPER


@dataclass(frozen=True)
class KeyLink:
    """A question by its short name, for a link to it."""

    key: str
    short: str


@dataclass(frozen=True)
class WeightShown:
    """What strengthens or weakens an element, and when it is known to. All in English."""

    strengthens: bool
    says: str
    when: str
    points: tuple[CheckedPoint, ...]


@dataclass(frozen=True)
class ElementShown:
    """One element. `plain`, `says` and `proof` are for anybody.

    `title`, `test` (what the law asks), `papers` and `weights` are English, for attorneys.
    """

    id: str
    plain: str
    says: str
    title: str
    test: str
    gate: bool
    points: tuple[CheckedPoint, ...]
    keys: tuple[KeyLink, ...]
    proof: str
    papers: tuple[str, ...]
    weights: tuple[WeightShown, ...]
    table: TableShown


@dataclass(frozen=True)
class LawShown:
    """One law: its line of the overview, its ground if it has one, and its elements."""

    line: LawLine
    title: str
    ground: KeyLink | None
    elements: tuple[ElementShown, ...]


def law_shown(remedy: Remedy, day: date, checking: Checking) -> LawShown:
    """The law on a day."""
    return LawShown(
        law_line(remedy, day),
        english(remedy.title),
        key_link(remedy.ground) if remedy.ground else None,
        tuple(_element(remedy, element, day, checking) for element in remedy.elements),
    )


def key_link(key: str) -> KeyLink:
    """A question by its short name."""
    return KeyLink(key, say(QUESTIONS[key].short))


def _element(remedy: Remedy, element: Element, day: date, checking: Checking) -> ElementShown:
    return ElementShown(
        element.id,
        say(element.plain),
        say(element.asks),
        english(element.title),
        english(element.test),
        element.gate,
        checking.of(points_of(element)),
        tuple(map(key_link, element.keys)),
        listed([say(PAPERS[paper].name) for paper in element.proof]),
        tuple(PAPER[paper] for paper in element.proof),
        tuple(_weight(weight, checking) for weight in weights_of(remedy, element)),
        element_table(remedy.id, element.id, day),
    )


def _weight(weight: Weight, checking: Checking) -> WeightShown:
    return WeightShown(weight.strengthens, english(weight.says), weight.when.says, checking.of(weight.points))
