"""Which heads a cell of a table has, for a screen reader: those of its columns, of its group and of its row.

WeasyPrint 70 reads only heads that span nothing: below a cell that spans rows it counts columns wrongly, and
a head over a group of rows it takes for one of the first column.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from screening.summary.pdf.weasyprint_inside import tables_on


Heads = defaultdict[int, list[Any]]


def relate_cells(document: Any) -> None:
    """Set `/Scope` of every head and `/Headers` of every cell of a document that was just drawn."""
    for page in document.pages:
        for table in tables_on(page):
            columns: Heads = defaultdict(list)
            for group in table.children:
                _relate_group(group, columns)


def _relate_group(group: Any, columns: Heads) -> None:
    rows: Heads = defaultdict(list)
    of_group: list[Any] = []
    for number, row in enumerate(group.children):
        heads = [cell for cell in row.children if cell.element_tag == "th"]
        for head in heads:
            _place(head, number, columns, of_group, rows)
        for cell in row.children:
            if cell.element_tag == "td":
                of_columns = [head for x in _columns_of(cell) for head in columns[x]]
                found = (*of_columns, *of_group, *rows[number])
                cell.mark["A"]["Headers"][:] = list(dict.fromkeys(found))


def _place(head: Any, number: int, columns: Heads, of_group: list[Any], rows: Heads) -> None:
    """Remember where a head counts."""
    scope, name = head.element.get("scope", "col"), head.mark["ID"]
    head.mark["A"]["Scope"] = "/Column" if scope == "col" else "/Row"
    if scope == "rowgroup":
        of_group[:] = [name]
    elif scope == "row":
        for below in range(head.rowspan):
            rows[number + below].append(name)
    else:
        for x in _columns_of(head):
            columns[x].append(name)


def _columns_of(cell: Any) -> range:
    return range(cell.grid_x, cell.grid_x + cell.colspan)
