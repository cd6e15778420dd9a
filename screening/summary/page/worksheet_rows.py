"""What the last page of the attorney's paper holds: plain data in words, without HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from screening.rules.authorities import Point
from screening.summary.page.cited import cites
from screening.summary.page.rows import Own, SaidAnswer


def printed(said: Sequence[SaidAnswer]) -> str:
    """Answers in as little room as they need, behind the short names of their questions.

    The same one is printed once behind all its questions, unless somebody wrote a note or a finding beside it.
    """
    groups: dict[tuple[str, ...], list[SaidAnswer]] = {}
    for one in said:
        alone = (one.key,) if one.note or one.own else ()
        groups.setdefault((one.answer, one.told, *alone), []).append(one)
    return "; ".join(map(_together, groups.values()))


def _together(said: Sequence[SaidAnswer]) -> str:
    names = " · ".join(one.short for one in said)
    one = said[0]
    parts = [
        f"{names}: {one.quoted}",
        f"({one.told})" if one.told else "",
        f"Note: {one.note}" if one.note else "",
        _found(one.own) if one.own else "",
    ]
    return " ".join(part for part in parts if part)


def _found(own: Own) -> str:
    """An attorney's own finding beside an answer, signed."""
    found = f"Attorney: {own.word}" if own.word else "Attorney:"
    return " ".join(part for part in (found, f"“{own.reason}”" if own.reason else "", own.signature) if part)


@dataclass(frozen=True)
class SheetRow:
    """One line of a sheet with what was answered. `blank` names what the attorney writes; empty: no blank."""

    title: str
    said: tuple[SaidAnswer, ...]
    elsewhere: str
    staff: str
    blank: str

    @property
    def answers(self) -> str:
        """What was said, as it is printed; empty where nothing was."""
        return printed(self.said)


@dataclass(frozen=True)
class SheetPart:
    """The lines under one heading of a sheet."""

    heading: str
    rows: tuple[SheetRow, ...]

    @property
    def told(self) -> tuple[SheetRow, ...]:
        """The lines on which something was said: all that a paper on several cases has room for."""
        return tuple(row for row in self.rows if row.said)


@dataclass(frozen=True)
class FormFact:
    """One fact that a form asks for. Without a value it is a blank, or a `box` that the attorney ticks."""

    label: str
    value: str = ""
    box: bool = False


@dataclass(frozen=True)
class FormGroup:
    """Facts that stand together."""

    title: str
    facts: tuple[FormFact, ...]


@dataclass(frozen=True)
class CourtForm:
    """One form of the Judicial Council. `mark` says how far we know what it asks for."""

    number: str
    title: str
    mark: str
    groups: tuple[FormGroup, ...]


@dataclass(frozen=True)
class OutlineHeading:
    """One heading of a declaration with the labels that the person ticked, none of them a sentence for it."""

    title: str
    ticked: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """A note for the attorney."""

    title: str
    text: str
    points: tuple[Point, ...] = ()

    @property
    def cites(self) -> str:
        """Its authorities, short; the full citations stand in the list of authorities."""
        return cites(self.points)


@dataclass(frozen=True)
class Worksheet:
    """The last page of one case: the two sheets, the court forms, a declaration's headings, the order.

    `also` holds the answers that belong under no line. Every answer of the case stands once in `parts` or
    `also`, but for those about the person that stand with the first case.
    """

    parts: tuple[SheetPart, ...]
    also: tuple[SaidAnswer, ...]
    forms: tuple[CourtForm, ...]
    outline: tuple[OutlineHeading, ...]
    notes: tuple[Note, ...]
    outside: tuple[Note, ...]

    @property
    def also_answers(self) -> str:
        """What stands under no line, as it is printed."""
        return printed(self.also)

    @property
    def said(self) -> tuple[SaidAnswer, ...]:
        """Every answer that it prints."""
        return (*(said for part in self.parts for row in part.rows for said in row.said), *self.also)

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of authorities that it names, for the list of authorities."""
        named = (point for note in (*self.notes, *self.outside) for point in note.points)
        return tuple(dict.fromkeys(named))

    def changed(self, change: Callable[[SaidAnswer], SaidAnswer]) -> Worksheet:
        """The same with each answer changed, for example with an attorney's own finding beside it."""
        parts = tuple(
            replace(part, rows=tuple(replace(row, said=tuple(map(change, row.said))) for row in part.rows))
            for part in self.parts
        )
        return replace(self, parts=parts, also=tuple(map(change, self.also)))
