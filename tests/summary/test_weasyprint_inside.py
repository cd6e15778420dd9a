"""What a tagged paper takes from inside WeasyPrint is where it was, and of the shape it had."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import weasyprint
from django.utils import translation
from weasyprint import HTML
from weasyprint.layout import inline

from screening.summary.client.pocket import shorter
from screening.summary.pdf.cuts import EVERY_PART, OF_SEVERAL
from screening.summary.pdf.papers import (
    _apart,
    _engine,
    _parsed,
    attorney_html,
    client_html,
    load,
    pocket_html,
)
from screening.summary.pdf.weasyprint_inside import in_margins, page_of, tables_on, tags_of
from tests.summary.conftest import ReportOf
from tests.summary.copies import copy_of


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


def read(page: Any) -> Iterator[Any]:
    """What a page holds, without blanks between its elements and without the name space of a drawing."""
    for one in page.etree_element.iter():
        texts = [text if text and text.strip() else "" for text in (one.text, one.tail)]
        yield one.tag, texts, {name: value for name, value in one.items() if "xmlns" not in name}


def test_every_paper_is_xml_that_says_what_its_html_says(
    report_of: ReportOf, worst: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = report_of(worst), report_of(worst, {"court": "california"})
    papers = [attorney_html(one), attorney_html(two)]
    papers += [attorney_html(one, EVERY_PART, measuring=True), attorney_html(two, OF_SEVERAL, measuring=True)]
    for language in ("en", "fa"):
        copy = copy_of(worst, language=language)
        with translation.override(language):
            pocket = next(shorter(copy))
        papers += [client_html(copy, language), pocket_html(copy, pocket, language)]
    for paper in papers:
        html, _ = _apart(paper)
        said = list(read(HTML(string=html)))
        with monkeypatch.context() as without_its_parser:
            without_its_parser.delattr(HTML, "__init__")
            assert list(read(page_of(html, weasyprint, None))) == said


def test_what_is_no_xml_is_read_as_html() -> None:
    page = page_of("<html lang=en><p>\x0bone<p>two", weasyprint, None)
    assert [one.tag for one in page.etree_element.iter()] == ["html", "head", "body", "p", "p"]


COLUMNS = """<html lang="en"><style>.two { columns: 2 } i { display: inline-block; padding: 2pt }</style>
<div class="two"><p>WORDS</p><ul><li>WORDS</li></ul><table><caption>WORDS</caption><thead><tr><th>a b</th></tr></thead>
<tbody><tr><td>WORDS</td></tr><tr><td>WORDS</td></tr><tr><td>WORDS</td></tr></tbody></table></div></html>"""


def test_lines_of_columns_that_are_kept_stand_where_they_would_be_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _engine()
    html = COLUMNS.replace("WORDS", "One <b>two</b> <i>three</i> four five. " * 12)
    moved = HTML(string=html).write_pdf()
    monkeypatch.setattr(inline, "get_next_linebox", inline.get_next_linebox.__wrapped__)
    assert HTML(string=html).write_pdf() == moved


def test_what_forks_has_every_sheet_of_a_paper(report_of: ReportOf, worst: dict[str, object]) -> None:
    load()
    read_before = _parsed.cache_info().misses
    one = report_of(worst)
    copies = [(copy_of(worst, language=language), language) for language in ("en", "es", "fa")]
    papers = [attorney_html(one), attorney_html(one, measuring=True)]
    for paper in (*papers, *(client_html(copy, language) for copy, language in copies)):
        _parsed(_apart(paper)[1])
    assert _parsed.cache_info().misses == read_before
