"""What the words of a question are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from screening.rules.facts import NONE, PREFER_NOT_TO_SAY, UNSURE
from screening.rules.text import Text, _


# The two answers that every question takes. They are full answers, never "no".
UNKNOWN_LABELS: Mapping[str, Text] = {
    UNSURE: _("I am not sure"),
    PREFER_NOT_TO_SAY: _("I’d rather not say"),
}


@dataclass(frozen=True)
class HardWord:
    """A word of the court that must be used, and what it means."""

    word: Text
    meaning: Text


@dataclass(frozen=True)
class Question:
    """The words for one fact.

    `ask` is the question itself; `short` names it on the check page and in the PDF; `why` says in one
    sentence what the law looks at, never which answer helps; `where` names the paper and the line;
    `labels` has one text for each value of the fact; `notes` explain single values; `words` are the
    hard words on the page.
    """

    key: str
    ask: Text
    short: Text
    why: Text
    where: Text
    hint: Text | None = None
    labels: Mapping[str, Text] = field(default_factory=dict)
    notes: Mapping[str, Text] = field(default_factory=dict)
    words: tuple[HardWord, ...] = ()

    def label(self, value: str) -> Text:
        """The text of one value."""
        return UNKNOWN_LABELS.get(value) or self.labels[value]


def yes_no(yes: Text | None = None, no: Text | None = None) -> Mapping[str, Text]:
    """The labels of a plain yes-or-no question."""
    return {"yes": yes or _("Yes"), "no": no or _("No")}


NOTHING: Mapping[str, Text] = {NONE: _("None of these")}
