"""A sentence with its parameters, translated and formatted only outside the rules.

`_()` marks the sentence so that `makemessages` finds it by name. Placeholders are `{name}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from screening.rules.partial_date import PartialDate


@dataclass(frozen=True)
class Said:
    """An answer to be shown by its label: `value` is a value of the fact `key`."""

    key: str
    value: str


@dataclass(frozen=True)
class Told:
    """A whole answer to be shown with the name of its question."""

    key: str
    value: str | tuple[str, ...] | PartialDate


# A number, a date, another sentence, an answer, or several answers (shown as a list).
Param: TypeAlias = "int | PartialDate | Text | Said | tuple[Said, ...] | tuple[Told, ...]"


@dataclass(frozen=True, eq=True)
class Text:
    """A translatable sentence: `msgid` in English, `params` for its placeholders."""

    msgid: str
    params: Mapping[str, Param] = field(default_factory=dict, hash=False)

    def with_(self, **params: Param) -> Text:
        """The same sentence with its placeholders filled."""
        return Text(self.msgid, {**self.params, **params})


def _(msgid: str) -> Text:
    """Mark a sentence for translation."""
    return Text(msgid)


def in_english(msgid: str) -> Text:
    """A sentence for the attorney, whose paper is English in every language: no translator sees it."""
    return Text(msgid)
