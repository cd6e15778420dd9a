"""A Django form for each page, made from its declaration.

Field names are letters by position and option values are numbers, so that nothing readable leaves the
browser; `cleaned_data` is in the keys of the contract. A follow-up counts only where its question's posted
answer opens it; whatever was typed under another answer is ignored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from string import ascii_lowercase
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext

from screening.questions.page import Ask, Page
from screening.questions.programs import in_fitting_order
from screening.questions.reading import choices, read, spread, typed_from
from screening.questions.steering import fact_of, filled_in, steered
from screening.rules.answer import Answer
from screening.rules.answers import Answers, Value
from screening.rules.facts import UNKNOWN_VALUES, Kind
from screening.rules.partial_date import PartialDate


# Longer than anything that is read: what is kept of a half-typed page stays small.
LONGEST_TYPED = 400
# The endings of a date's field names: year, month, day, and the ticked unknown answers.
DATE_PARTS = ("", "m", "d")
DATE_UNKNOWN = "u"


class Typed(forms.Widget):
    """Takes what was typed as a list of strings. The markup stands in our own templates."""

    def __init__(self, *, of_date: bool) -> None:
        super().__init__()
        self.of_date = of_date

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:  # noqa: ARG002 (Django's)
        """The numbers of the options or the text; of a date its three parts, then the ticked boxes."""
        posted = data if isinstance(data, MultiValueDict) else MultiValueDict()
        if not self.of_date:
            return posted.getlist(name)
        parts = spread([str(posted.get(name + part, "")) for part in DATE_PARTS])
        return [*parts, *posted.getlist(name + DATE_UNKNOWN)]


class PageForm(forms.Form):
    """One page. `answers` are those that count so far; `drafts` what was typed and could not be kept."""

    page: ClassVar[Page]
    letters: ClassVar[Mapping[str, str]]

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        answers: Mapping[str, Value],
        as_of: date,
        drafts: Mapping[str, list[str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.as_of = as_of
        self.drafts = drafts
        self.answers = Answers(answers)
        # A question that earlier answers settle is not on the page at all.
        self.asks = tuple(ask for ask in self.page.asks if ask.when(self.answers))
        # Shown where it is asked again in other words; it counts once the page is sent.
        known = {**steered(answers), **filled_in(answers)}
        self.filled = {key: known[key] for key in self.page.keys if key in known and key not in self.initial}
        shown = {self.letters[ask.key] for ask in self.asks}
        self.fields = {name: field for name, field in self.fields.items() if name in shown}

    @property
    def untouched(self) -> bool:
        """Does it stand as everybody meets it? The names of programs stand in an order of each person's own."""
        told = (self.initial, self.drafts, self.filled)
        here = any(key in some for key in self.page.keys for some in told)
        return not self.is_bound and not here and "program" not in self.page.keys

    def offered(self, key: str) -> tuple[str, ...]:
        """The values on offer, in the order shown."""
        fact = fact_of(key)
        if key == "program":
            return (*in_fitting_order((*fact.values,), self.answers), *UNKNOWN_VALUES)
        return choices(fact)

    def typed(self, key: str) -> list[str]:
        """What stands in the fields: as posted, else as left half-typed, else as answered, here or before."""
        if self.is_bound:
            widget = self.fields[self.letters[key]].widget
            return [text[:LONGEST_TYPED] for text in self.posted(widget, key)]
        if key in self.drafts:
            return self.drafts[key]
        return typed_from(fact_of(key), self.initial.get(key, self.filled.get(key)))

    def _written(self, key: str) -> list[str]:
        """As typed, without a date that was filled in and stands as it was over a ticked box."""
        typed, date_parts = self.typed(key), len(DATE_PARTS)
        if fact_of(key).kind is not Kind.DATE or not typed[date_parts:]:
            return typed
        untouched = typed[:date_parts] == typed_from(fact_of(key), self.filled.get(key))[:date_parts]
        return [*[""] * date_parts, *typed[date_parts:]] if untouched else typed

    def posted(self, widget: forms.Widget, key: str) -> list[str]:
        """What the browser sent for a question."""
        sent: list[str] = widget.value_from_datadict(self.data, self.files, self.letters[key])
        return sent

    def clean(self) -> dict[str, Any]:
        """Read each question that is asked, in order, so that a follow-up knows its question's answer.

        None stands for an optional question left empty: an earlier answer to it is taken back.
        """
        kept: dict[str, Value] = {}
        emptied: dict[str, None] = {}
        for ask in self.asks:
            if not ask.asked(self._with_posted(kept)):
                continue
            try:
                value = read(fact_of(ask.key), self._written(ask.key), self.offered(ask.key), self.as_of)
            except ValidationError as problem:
                self.add_error(self.letters[ask.key], problem)
                continue
            if value is None:
                emptied[ask.key] = None
            else:
                kept[ask.key] = value
        self._refuse_end_before_start(kept)
        return {**kept, **emptied}

    def _with_posted(self, kept: Mapping[str, Value]) -> Answers:
        """An answer stored earlier for this page must not open what the posted one closes."""
        elsewhere = self.answers.without(*self.page.keys)
        return elsewhere.but(kept)

    def _refuse_end_before_start(self, kept: dict[str, Value]) -> None:
        start, end = kept.get("probation_start_date"), kept.get("custody_end_date")
        if not (isinstance(start, PartialDate) and isinstance(end, PartialDate)):
            return
        if end.earlier_than(start) is Answer.YES:
            del kept["custody_end_date"]
            problem = gettext("This day lies before the day probation began. Check both days.")
            self.add_error(self.letters["custody_end_date"], problem)

    def problem(self, key: str) -> str:
        """The sentence that says how to go on, or nothing."""
        if not self.is_bound:
            return ""
        return " ".join(str(text) for text in self.errors.get(self.letters[key], []))

    def as_typed(self) -> dict[str, list[str]]:
        """Everything that stands in the fields, by key."""
        return {ask.key: self.typed(ask.key) for ask in self.asks}

    def unread(self) -> dict[str, list[str]]:
        """What was typed and could not be kept as an answer, for showing it again."""
        typed = {ask.key: self.typed(ask.key) for ask in self.asks if self.problem(ask.key)}
        return {key: parts for key, parts in typed.items() if any(parts)}


def posted_again(form_class: type[PageForm], typed: Mapping[str, list[str]]) -> MultiValueDict[str, str]:
    """What a browser would send for what stood in the fields: the other way round of `typed`."""
    data: MultiValueDict[str, str] = MultiValueDict()
    for key, parts in typed.items():
        name = form_class.letters[key]
        if fact_of(key).kind is not Kind.DATE:
            data.setlist(name, parts)
            continue
        for ending, part in zip(DATE_PARTS, parts, strict=False):
            data[name + ending] = part
        data.setlist(name + DATE_UNKNOWN, parts[len(DATE_PARTS) :])
    return data


@cache
def form_for(page: Page) -> type[PageForm]:
    """The form class of a page."""
    letters = dict(zip(page.keys, ascii_lowercase, strict=False))
    fields = {
        letters[key]: forms.Field(required=False, widget=Typed(of_date=fact_of(key).kind is Kind.DATE))
        for key in page.keys
    }
    names: dict[str, Any] = {"page": page, "letters": letters, **fields}
    return type(f"Page{page.number}", (PageForm,), names)


def follow_ups(asks: Sequence[Ask], parent: Ask) -> tuple[Ask, ...]:
    """The questions that stand under another on the same page."""
    return tuple(ask for ask in asks if ask.parent == parent.key)
