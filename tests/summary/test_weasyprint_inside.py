"""What a tagged paper takes from inside WeasyPrint is where it was, and of the shape it had."""

from __future__ import annotations

from typing import Any

from weasyprint import HTML

from screening.summary.pdf.weasyprint_inside import in_margins, tables_on, tags_of


PAGE = """<html lang="en"><style>@page { @bottom-left { content: "foot" } }</style>
<p lang="es">uno</p>
<table><thead><tr><th scope="col">a</th><th>b</th></tr></thead>
<tbody><tr><th scope="row" rowspan="2">c</th><td>d</td></tr><tr><td>e</td></tr></tbody></table></html>"""


def drawn() -> tuple[Any, dict[Any, dict[str, Any]]]:
    """A page, and by box what its stream knew of it while it was drawn."""
    document = HTML(string=PAGE).render(pdf_variant="pdf/ua-1")
    page, found = document.pages[0], {}
    paint = page.paint

    def listening(stream: Any, scale: float = 1) -> None:
        paint(stream, scale)
        found.update({box: dict(told) for box, told in tags_of(stream).items()})
        assert any(isinstance(part, dict) and "MCID" in part for part in stream.stream)

    page.paint = listening
    document.write_pdf(pdf_variant="pdf/ua-1")
    return page, found


def test_each_drawn_box_has_a_number_and_a_language_and_those_of_the_margin_are_told_apart() -> None:
    page, tags = drawn()
    assert {box.style["lang"] for box in tags} == {"en", "es"}
    assert sorted(told["mcid"] for told in tags.values()) == list(range(len(tags)))
    around = set(in_margins(page))
    assert [box.text for box in tags if box in around and hasattr(box, "text")] == ["foot"]


def test_a_table_has_groups_rows_and_cells_that_know_their_place() -> None:
    page, _ = drawn()
    (table,) = tables_on(page)
    head, body = table.children
    heads = head.children[0].children
    assert [cell.element_tag for cell in heads] == ["th", "th"]
    assert [cell.grid_x for cell in heads] == [0, 1]
    assert heads[0].element.get("scope") == "col"
    (first, second), (third,) = (row.children for row in body.children)
    assert (first.rowspan, first.colspan, second.grid_x, third.grid_x) == (2, 1, 1, 1)
    assert all("ID" in cell.mark and "A" in cell.mark for cell in heads)
    assert isinstance(second.mark["A"]["Headers"], list)
