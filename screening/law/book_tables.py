"""A decision table in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from screening.law.cell_words import column_in_words, in_words
from screening.law.cells import Table


def table_lines(table: Table) -> Iterator[str]:
    """The table: any answers at all fall in exactly one row."""
    heads = [f"{column_in_words(column)}" for column in table.columns]
    yield f"| finding | {' | '.join(heads)} |"
    yield "|---" * (len(heads) + 1) + "|"
    for row in table.rows:
        cells = ("" if cell.any else in_words(cell) for cell in row.cells)
        yield f"| `{row.finding.value}` | {' | '.join(cells)} |"
    yield ""
    yield "An empty cell takes any answer, and no answer."
    yield ""
    yield from (f"- {name}: {stands_for}" for name, stands_for in table.names.items())
    yield ""
