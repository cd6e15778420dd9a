"""`manage.py sheets`: every line of the two sheets, and a copy in docs that is fresh."""

from __future__ import annotations

import io
import json
from pathlib import Path

from django.core.management import call_command

from screening.summary.worksheet.sheet_lines import SHEET_LINES


DOCS = Path(__file__).parent.parent.parent / "docs"


def printed(form: str) -> str:
    out = io.StringIO()
    call_command("sheets", "--format", form, stdout=out)
    return out.getvalue()


def test_sheets_lists_every_line_with_its_place() -> None:
    rows = json.loads(printed("json"))
    assert [row["line"] for row in rows] == [line.line for line in SHEET_LINES]
    assert all(row["keys"] or row["elsewhere"] or row["staff"] or row["blank"] for row in rows)


def test_sheets_markdown_names_every_line_and_where_paper_is_better() -> None:
    text = printed("markdown")
    for line in SHEET_LINES:
        assert line.line in text
        assert f"“{line.title}”" in text
    assert "## Where paper is still better" in text


def test_the_copy_in_docs_is_fresh() -> None:
    # Made by `manage.py sheets > docs/sheets.md`.
    assert (DOCS / "sheets.md").read_text() == printed("markdown")
