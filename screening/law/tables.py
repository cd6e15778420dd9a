"""Decision tables for a page: cells in the reader's language, the finding in two voices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from screening.law.cell_words import column_in_words, in_words
from screening.law.cells import DecisionRow, Table
from screening.law.conviction import COUNTS
from screening.law.decision_table import CONVICTION, rows_on
from screening.law.voices import english
from screening.questions.wording import say
from screening.rules.finding import Finding, ImmigrationConviction
from screening.rules.text import Text, _
from screening.summary.page.words import CONVICTION_WORD, FINDING_WORD


# What each finding means, for anybody. The attorney's word and its mark stand beside it.
MEANS: Mapping[Finding, Text] = {
    Finding.MET: _("The answers show it"),
    Finding.PRESUMED: _("The law takes it as given"),
    Finding.UNKNOWN: _("Not known yet"),
    Finding.CONTESTED: _("The answers point both ways"),
    Finding.FOR_ATTORNEY: _("A lawyer must weigh it"),
    Finding.NOT_YET: _("Not yet, maybe later"),
    Finding.NOT_MET: _("The answers rule this law out"),
}


@dataclass(frozen=True)
class CellShown:
    """One cell under its head. `open`: any answer at all."""

    head: str
    words: str
    open: bool


@dataclass(frozen=True)
class RowShown:
    """Answers that are read alike. `means` is for anybody, `word` is English; a conviction has no mark."""

    mark: str
    word: str
    means: str
    cells: tuple[CellShown, ...]


@dataclass(frozen=True)
class TableShown:
    """`names` are the heads that are English and what each stands for, with the names in that."""

    heads: tuple[str, ...]
    rows: tuple[RowShown, ...]
    names: Mapping[str, str]


def element_table(remedy: str, element: str, day: date) -> TableShown:
    """Which answers give which finding of an element. Raises KeyError for one that is not in the rules."""
    return _shown(rows_on((remedy, element), day))


def table_of_conviction(day: date) -> TableShown:
    """Which answers make a case a conviction for immigration law."""
    return _shown(rows_on(CONVICTION, day))


def _shown(table: Table) -> TableShown:
    heads = tuple(map(column_in_words, table.columns))
    return TableShown(heads, tuple(_row(row, heads) for row in table.rows), table.names)


def _row(row: DecisionRow, heads: tuple[str, ...]) -> RowShown:
    cells = tuple(
        CellShown(head, in_words(cell), cell.any) for head, cell in zip(heads, row.cells, strict=True)
    )
    found = row.finding
    if isinstance(found, ImmigrationConviction):
        return RowShown("", english(CONVICTION_WORD[found]), say(COUNTS[found]), cells)
    return RowShown(found.value, english(FINDING_WORD[found]), say(MEANS[found]), cells)
