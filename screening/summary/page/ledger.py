"""The attorney's ledger in as few rows as every element can stand in, each with its mark and word.

What stands already under an earlier law shares one row, and so does what nothing turns on where a law is
ruled out or not raised. An element that an attorney wrote beside always has a row of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from screening.rules.finding import Finding
from screening.summary.page.cited import cites
from screening.summary.page.rows import ElementRow, RemedyReport
from screening.summary.page.said import SaidAnswer


_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z“])|(?<=[.?!]”)\s+(?=[A-Z“])")


@dataclass(frozen=True)
class Alike:
    """Elements with one finding, named together behind its mark and word."""

    finding: Finding
    word: str
    titles: tuple[str, ...]


class Sharing(StrEnum):
    """What a row of the ledger holds: an element, or elements that share it.

    Gates that are met share one, each with its answer, authority and proof. Those that were told under an
    earlier law share one, and all that nothing turns on while the law is ruled out or not raised.
    """

    ELEMENT = "element"
    GATES_MET = "gates_met"
    TOLD_ABOVE = "told_above"
    THE_REST = "the_rest"


@dataclass(frozen=True)
class LedgerLine:
    """One row of the ledger."""

    kind: Sharing
    rows: tuple[ElementRow, ...]

    @property
    def row(self) -> ElementRow:
        """The element, where it is one."""
        return self.rows[0]

    @property
    def alike(self) -> tuple[Alike, ...]:
        """The elements by finding, in the statute's order within each."""
        found = dict.fromkeys((row.finding, row.word) for row in self.rows)
        return tuple(
            Alike(finding, word, tuple(self._named(row) for row in self.rows if row.finding is finding))
            for finding, word in found
        )

    def _named(self, row: ElementRow) -> str:
        """Which are gates is told where they stand in full."""
        return f"{row.title} (gate)" if row.gate and self.kind is Sharing.THE_REST else row.title

    @property
    def cites(self) -> str:
        """The authorities of what was not told above, short, each once."""
        return cites(point for row in self.rows for point in row.points if not row.same_as)


def ledger_lines(remedy: RemedyReport) -> tuple[LedgerLine, ...]:
    """Every element once. What shares a row stands where the first of its elements stands, the rest last."""
    together: dict[tuple[Sharing, str], list[ElementRow]] = {}
    for row in remedy.elements:
        kind = _kind(row, alive=remedy.alive)
        together.setdefault((kind, row.id if kind is Sharing.ELEMENT else ""), []).append(row)
    lines = [LedgerLine(kind, tuple(found)) for (kind, _), found in together.items()]
    return tuple(sorted(lines, key=lambda line: line.kind is Sharing.THE_REST))


def _kind(row: ElementRow, *, alive: bool) -> Sharing:
    if row.own is not None or row.finding is Finding.NOT_MET:
        return Sharing.ELEMENT
    # What was written beside an answer stands where the answer is first quoted.
    if not row.same_as and any(said.own for said in row.said):
        return Sharing.ELEMENT
    if not alive:
        return Sharing.THE_REST
    if row.same_as:
        return Sharing.TOLD_ABOVE
    return Sharing.GATES_MET if row.gate and row.plainly_met and not row.weights else Sharing.ELEMENT


def beyond(because: str, said: Sequence[SaidAnswer]) -> str:
    """What a reason says beyond the answers that are quoted: not its first sentence, nor one that has one."""
    if not said:
        return because
    _, *others = _SENTENCE_END.split(because)
    return " ".join(_saying_more(others, [one.answer for one in said]))


def _saying_more(sentences: Iterable[str], answers: Sequence[str]) -> Iterator[str]:
    return (sentence for sentence in sentences if not any(answer in sentence for answer in answers))
