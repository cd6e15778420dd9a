"""What a browser sent for one question of a call."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.http import QueryDict

from screening.interview.document import Document
from screening.office.calls.about import LONGEST_NOTE, PERSON, SOURCES, SURENESS, Told
from screening.office.calls.steps import Step
from screening.office.review.form_values import number_of
from screening.questions.forms import LONGEST_TYPED, Typed
from screening.questions.reading import choices, typed_from
from screening.questions.steering import fact_of
from screening.rules.answers import Value
from screening.rules.facts import UNKNOWN_VALUES, Kind
from screening.rules.record import clean_text


# Fields that every question has; the answer itself is named by the question's letter.
SCREENING, VERSION, SHOWN, UNKNOWN = "s", "v", "shown", "u"
SOURCE, SURE, NOTE = "source", "sure", "note"
# More boxes than any question has.
_MOST_TYPED = 80
# Kept of a note that is too long, so that it can be shortened.
_LONGEST_KEPT = 2 * LONGEST_NOTE


@dataclass(frozen=True)
class Posted:
    """The fields of one question. `unknown` is the value of D or R where that button was pressed."""

    version: int
    shown: str
    told: Told
    typed: list[str]
    unknown: str = ""

    @property
    def empty(self) -> bool:
        """No button, no box, and nothing but spaces in the fields."""
        return not self.unknown and not any(part.strip() for part in self.typed)

    @property
    def untouched(self) -> bool:
        """Is it what the page showed? Then nothing has to be kept, whatever others did meanwhile."""
        return not self.unknown and self.shown == digest(self.typed, self.told)

    @property
    def too_long(self) -> bool:
        """Is the note longer than one may be?"""
        return len(self.told.note) > LONGEST_NOTE

    def pressed(self, step: Step) -> str:
        """The value of an answer's button, if one was pressed."""
        fact = fact_of(step.key)
        if self.unknown or fact.kind is not Kind.ONE:
            return self.unknown
        numbers = {str(place): value for place, value in enumerate(choices(fact), start=1)}
        return next((numbers[one] for one in self.typed if one in numbers), "")


def read_post(post: QueryDict, step: Step) -> Posted:
    """The fields of a question, whatever was sent."""
    of_date = fact_of(step.key).kind is Kind.DATE
    typed = Typed(of_date=of_date).value_from_datadict(post, {}, step.letter)[:_MOST_TYPED]
    number = post.get(UNKNOWN, "")
    return Posted(
        version=number_of(post.get(VERSION, "")),
        shown=post.get(SHOWN, ""),
        told=Told(
            source=_one_of(SOURCES, post.get(SOURCE, ""), PERSON),
            sure=_one_of(SURENESS, post.get(SURE, ""), ""),
            note=clean_text(post.get(NOTE, "")[:_LONGEST_KEPT]),
        ),
        typed=[part[:LONGEST_TYPED] for part in typed],
        unknown=UNKNOWN_VALUES[int(number) - 1] if number in ("1", "2") else "",
    )


def _one_of(values: dict[str, str], given: str, otherwise: str) -> str:
    return given if given in values else otherwise


def digest(typed: Sequence[str], told: Told) -> str:
    """Tells a form that nobody touched from one that somebody did. It stands beside the answers themselves."""
    text = json.dumps([list(typed), told.source, told.sure, told.note])
    return sha256(text.encode()).hexdigest()[:16]


def as_shown(document: Document, step: Step) -> list[str]:
    """What the browser sends of the answer if nobody touches it: a button only when it is pressed."""
    fact = fact_of(step.key)
    value = document.used(step.case).get(step.key)
    if fact.kind is Kind.ONE:
        return []
    if is_unknown(value):
        value = None
    typed = typed_from(fact, value)
    # A select and a text field are always sent.
    return typed or ([""] if fact.kind in (Kind.COUNTY, Kind.TEXT) else [])


def is_unknown(value: Value | None) -> bool:
    """Is it "I am not sure" or "I'd rather not say"?"""
    one = value[0] if isinstance(value, tuple) and len(value) == 1 else value
    return isinstance(one, str) and one in UNKNOWN_VALUES
