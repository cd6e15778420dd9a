"""The attorney's paper: tagged, closed to the outside, complete, the same bytes for the same answers."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from screening.summary.page.data import Report
from screening.summary.pdf.papers import attorney_html, attorney_pdf
from screening.summary.report.building import About
from tests.summary.reading import pages_of, squeezed, words_of


ReportOf = Callable[..., Report]
Decided = dict[str, dict[str, Any]]

MOST_PAGES_OF_THREE = 9
EVERY_PAGE = (
    "Unsworn notes to ask a lawyer for advice, checked by nobody. Not legal advice."
    " Do not give this to ICE, police, a court or a notario."
)


@pytest.fixture(scope="module")
def vivar(report_of: ReportOf, decided: Decided) -> Report:
    return report_of({**decided["vivar_2021"], "offense_code": "HS 11352, PC 459"})


@pytest.fixture(scope="module")
def paper(vivar: Report) -> bytes:
    return attorney_pdf(vivar)


def test_every_mark_has_its_word_and_every_cell_its_head(paper: bytes) -> None:
    pdf = pikepdf.open(io.BytesIO(paper))
    tags = list(_elements(pdf.Root.StructTreeRoot))
    kinds = [str(tag.S) for tag in tags]
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/Caption", "/Figure"} <= set(kinds)
    assert all("/Alt" in tag for tag in tags if tag.S == "/Figure")
    levels = [int(kind[2:]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert levels.count(1) == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))


def _elements(node: Any) -> Iterator[Any]:
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


def test_the_sentence_stands_on_every_page(paper: bytes) -> None:
    pages = pages_of(paper)
    for number, page in enumerate(pages, start=1):
        assert EVERY_PAGE in page
        assert "Case of 2002" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "Law as of November 24, 2026" in page


def test_everything_that_was_said_and_found_stands_there(vivar: Report, paper: bytes) -> None:
    text = squeezed(" ".join(pages_of(paper)))
    missing = [words for words in _words_of(vivar) if squeezed(words) not in text]
    assert missing == []


def _words_of(report: Report) -> Iterator[str]:
    """Every answer, element, authority, reason for an open finding and date of a report."""
    case = report.cases[0]
    said = [answer for part in (*report.about_person, *case.parts) for answer in part.answers]
    rows = [row for remedy in case.remedies for row in remedy.elements]
    still_open = [row for remedy in case.remedies if remedy.alive for row in remedy.still_open]
    assert case.chronology is not None
    # The paper leaves out which part of a date is not known: "March 2004".
    yield from (re.sub(r", (day|month) not known$", "", answer.answer) for answer in said)
    yield from (row.short for row in rows)
    yield from (words for row in still_open for words in (row.begins, row.runs_on, row.change))
    yield from (row.cite for row in report.decisions_cited)
    yield from (words for event in case.chronology.rows for words in (event.event, event.given))
    yield from (flag.text for flag in case.flags)
    yield from (remedy.cite for remedy in case.remedies)
    yield from (case.conviction.because, report.statutes_together, case.result.digest, report.rules_version)


def test_no_name_and_no_verdict(paper: bytes) -> None:
    text = " ".join(pages_of(paper)).lower()
    for word in ("eligible", "qualif", "you will win", "no case"):
        assert word not in text
    assert "take the case" in text


@pytest.mark.long  # test_pdf_structure.py has it in another process too
def test_the_same_bytes_twice(vivar: Report, paper: bytes) -> None:
    assert attorney_pdf(vivar) == paper


@pytest.mark.long  # test_pdf_structure.py has it with another time zone and more answers
def test_the_same_bytes_in_another_process(report_of: ReportOf) -> None:
    code = (
        "import django, sys; django.setup()\n"
        "from datetime import date\n"
        "from screening.summary.pdf.papers import attorney_pdf\n"
        "from screening.summary.report.building import CaseRecord, attorney_report\n"
        "report = attorney_report([CaseRecord(1, {})], date(2026, 11, 24), 'en')\n"
        "sys.stdout.buffer.write(attorney_pdf(report))"
    )
    made = subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", code],
        env={
            "DJANGO_SETTINGS_MODULE": "pcr_screener.settings",
            "PYTHONHASHSEED": "7",
            "PATH": "/usr/bin:/bin",
        },
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        check=True,
    )
    assert made.stdout == attorney_pdf(report_of({}))


def test_the_only_day_in_the_file_is_the_as_of_day(paper: bytes, as_of: date) -> None:
    pdf = pikepdf.open(io.BytesIO(paper))
    info = pdf.docinfo
    day = as_of.strftime("D:%Y%m%d")
    assert str(info["/CreationDate"]).startswith(day)
    assert str(info["/ModDate"]).startswith(day)


@pytest.mark.long  # tests/commands/test_summary.py has another that is roomy, test_four_pages.py two that are not
def test_page_one_is_one_page(report_of: ReportOf, decided: Decided) -> None:
    # All were looked at once: 64 of 64.
    first = pages_of(attorney_pdf(report_of(decided["federal"])))[0]
    assert "Look first" in first
    assert "Date and time" in first


def test_the_worst_page_one_is_one_page(report_of: ReportOf, worst: dict[str, object]) -> None:
    pages = pages_of(attorney_pdf(report_of(worst)))
    assert "Date and time" in pages[0]
    assert "Element ledger" in pages[1]
    assert "x" * 279 in squeezed(" ".join(pages))


def test_nothing_known(report_of: ReportOf) -> None:
    assert "No date was given." in words_of(attorney_html(report_of({})))


def test_three_cases(report_of: ReportOf, decided: Decided) -> None:
    pages = pages_of(
        attorney_pdf(report_of(decided["vivar_2021"], decided["dej_completed"], decided["federal"]))
    )
    assert "One person, 3 cases" in pages[0]
    assert "Date and time" in pages[0]
    text = " ".join(pages)
    assert len(pages) <= MOST_PAGES_OF_THREE
    for name in ("A · Case 1: 2002", "B · Case 2: 2009", "C · Case 3: 2015"):
        assert any(page.count(name) for page in pages[1:])
    assert "PC 1203.43: ruled out by “no program” in A" in pages[0]
    assert text.count("Element ledger") == 3
    assert text.count("PC 1203.43, completed deferred entry of judgment:") == 3
    assert text.count("What this paper is, and what it is not") == 1


def test_who_said_it_is_printed_where_it_is_known(report_of: ReportOf) -> None:
    report = report_of({"court": "california"}, about={"court": About("paper_seen", "sure")})
    assert "“A California county court” (paper seen, sure)" in words_of(attorney_html(report))
