"""The attorney's paper to a screen reader, to an archive and to a program (PDF/UA-1, PDF/A-3a, attachment)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from django.utils import translation

from screening.rules.record import parse_answers
from screening.rules.version import plain
from screening.summary.as_json.summary_json import Made, summary_json
from screening.summary.client.copy import build_client_copy
from screening.summary.page.data import CaseRecord, Report
from screening.summary.pdf import papers as pdf_module
from screening.summary.pdf.papers import attorney_pdf, client_pdf
from screening.summary.report.building import attorney_report
from tests.summary.inside import attached, opened, spoken_in, tags_of
from tests.summary.persian import SENTENCES, spoken
from tests.summary.reading import squeezed


Decided = dict[str, dict[str, Any]]

AS_OF = date(2026, 11, 24)
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
PDFUA = "http://www.aiim.org/pdfua/ns/id/"


def records(decided: Decided) -> list[CaseRecord]:
    answers = {
        **decided["vivar_2021"],
        "county": "Kern",
        "offense_code": "HS 11352, PC 459",
        "upcoming": ["immigration_court"],
        "immigration_court_date": "2026-12-09",
    }
    return [CaseRecord(1, parse_answers(answers).values)]


@pytest.fixture(scope="module")
def spanish_report(decided: Decided) -> Report:
    return attorney_report(records(decided), AS_OF, "es")


@pytest.fixture(scope="module")
def paper(spanish_report: Report) -> bytes:
    """The bilingual paper: everything that the English one has, and passages of another language."""
    return attorney_pdf(spanish_report)


@pytest.fixture(scope="module")
def pdf(paper: bytes) -> pikepdf.Pdf:
    return opened(paper)


@pytest.fixture(scope="module")
def tags(pdf: pikepdf.Pdf) -> list[Any]:
    return list(tags_of(pdf.Root.StructTreeRoot))


def test_the_document_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.docinfo["/Title"] == "Summary for an attorney"
    assert all(float(page.mediabox[2]) == 612 and float(page.mediabox[3]) == 792 for page in pdf.pages)
    assert all(page.Tabs == "/S" for page in pdf.pages)


def test_it_declares_both_standards_in_one_rdf(pdf: pikepdf.Pdf) -> None:
    packet = ET.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314 (we made it)
    (rdf,) = packet.findall(f"{RDF}RDF")
    (archived,) = (one for one in rdf if f"{PDFA}part" in one.attrib)
    assert (archived.attrib[f"{PDFA}part"], archived.attrib[f"{PDFA}conformance"]) == ("3", "A")
    assert [one.text for one in rdf.iter(f"{{{PDFUA}}}part")] == ["1"]
    # A strict archive refuses a property whose schema is not described.
    assert [one.text for one in rdf.iter(f"{SCHEMA}namespaceURI")] == [PDFUA]
    assert [one.text for one in rdf.iter(f"{SCHEMA}prefix")] == ["pdfuaid"]
    assert [one.text for one in rdf.iter(f"{PROPERTY}name")] == ["part"]
    assert [one.text for one in rdf.iter(f"{PROPERTY}valueType")] == ["Integer"]


def test_other_readers_see_both_too(paper: bytes) -> None:
    with opened(paper).open_metadata() as metadata:
        assert metadata.pdfa_status == "3A"
        assert metadata["pdfuaid:part"] == "1"


def test_colors_have_a_profile_and_the_file_an_id(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert len(pdf.trailer.ID) == 2
    assert not pdf.is_encrypted
    assert "/OpenAction" not in pdf.Root


def test_the_attachment_is_the_result_for_programs(pdf: pikepdf.Pdf, decided: Decided) -> None:
    (named,) = pdf.Root.AF
    assert str(named.UF) == "summary.json"
    assert named.AFRelationship == "/Data"
    assert named.EF.F.Subtype == "/application/json"
    assert {str(named.EF.F.Params[key]) for key in ("/CreationDate", "/ModDate")} == {"D:20261124000000Z"}
    assert attached(pdf) == {
        "summary.json": summary_json(records(decided), AS_OF, Made("es", "bilingual", office=False))
    }


def test_the_only_day_in_the_file_is_the_as_of_day(pdf: pikepdf.Pdf) -> None:
    assert {str(pdf.docinfo[key]) for key in ("/CreationDate", "/ModDate")} == {"D:20261124"}
    assert re.findall(r"\d{4}-\d{2}-\d{2}", pdf.Root.Metadata.read_bytes().decode()) == ["2026-11-24"] * 2


def test_headings_are_real_and_skip_no_level(tags: list[Any]) -> None:
    levels = [int(str(tag.S)[2:]) for tag in tags if re.fullmatch(r"/H\d", str(tag.S))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))


def test_bookmarks_are_nested(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        (first,) = outline.root
        assert first.title == "Kern, 2002"
        titles = [item.title for item in first.children]
        assert "Element ledger" in titles
        assert "All questions and answers, as asked" in titles
        assert any(item.children for item in first.children)


def test_every_figure_has_words(tags: list[Any]) -> None:
    figures = [tag for tag in tags if tag.S == "/Figure"]
    assert figures
    assert all(str(tag.Alt).strip() for tag in figures)


def test_every_cell_names_its_heads_and_what_only_lays_out_is_no_table(tags: list[Any]) -> None:
    tables = [tag for tag in tags if tag.S == "/Table"]
    assert tables
    for table in tables:
        inside = list(tags_of(table))
        heads = [tag for tag in inside if tag.S == "/TH"]
        known = {str(tag.ID) for tag in heads}
        assert all(tag.A.Scope in ("/Row", "/Column") for tag in heads)
        cells = [tag for tag in inside if tag.S == "/TD"]
        assert all(len(tag.A.Headers) for tag in cells)
        assert {str(name) for tag in cells for name in tag.A.Headers} <= known
    within = {tag.objgen for table in tables for tag in tags_of(table)}
    assert all(tag.objgen in within for tag in tags if tag.S in ("/TD", "/TH", "/TR", "/THead", "/TBody"))


TABLE = """
<html lang="en"><title>T</title><table>
<thead><tr><th scope="col">a</th><th scope="col">b</th><th scope="col">c</th></tr></thead>
<tbody><tr><th scope="rowgroup" colspan="3">g</th></tr>
<tr><th scope="row" rowspan="2">r</th><td>one</td><td>two</td></tr><tr><td colspan="2">three</td></tr></tbody>
<tbody><tr><th scope="rowgroup" colspan="3">h</th></tr>
<tr><th scope="row">s</th><td>four</td><td>five</td></tr></tbody>
</table></html>"""


def test_a_cell_names_the_heads_of_its_columns_its_group_and_its_row() -> None:
    paper = pdf_module._written(pdf_module._rendered(TABLE, "pdf/ua-1"), "pdf/ua-1")
    pdf = opened(paper)
    tags = [tag for tag in tags_of(pdf.Root.StructTreeRoot) if tag.S in ("/TH", "/TD")]
    names = dict(zip((str(tag.ID) for tag in tags if tag.S == "/TH"), "abcgrhs", strict=True))
    cells = [[names[str(head)] for head in tag.A.Headers] for tag in tags if tag.S == "/TD"]
    assert ["".join(cell) for cell in cells] == ["bgr", "cgr", "bcgr", "bhs", "chs"]
    scopes = "".join(str(tag.A.Scope)[1] for tag in tags if tag.S == "/TH")
    assert scopes == "CCCRRRR"


def test_heads_and_feet_of_pages_are_read_by_nobody(pdf: pikepdf.Pdf, paper: bytes) -> None:
    for page in pdf.pages:
        drawn = list(pikepdf.parse_content_stream(page))
        marks = [one.operands for one in drawn if str(one.operator) == "BDC"]
        assert sum(str(mark[0]) == "/Artifact" for mark in marks) >= 4
        held = [one for one in pdf.Root.StructTreeRoot.ParentTree.Nums[2 * int(page.StructParents) + 1]]
        numbers = [int(mark[1].MCID) for mark in marks if "/MCID" in mark[1]]
        assert [number for number, one in enumerate(held) if one is not None] == sorted(numbers)
    assert "Do not give this to ICE" not in spoken_in(paper, "")
    assert "take the case" in spoken_in(paper, "")


def test_every_font_is_embedded_and_can_be_read_back(pdf: pikepdf.Pdf) -> None:
    fonts = [
        one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
    ]
    whole = [font for font in fonts if "/DescendantFonts" in font]
    assert whole
    assert all("/ToUnicode" in font for font in whole)
    for font in whole:
        described = font.DescendantFonts[0].FontDescriptor
        assert any(key in described for key in ("/FontFile2", "/FontFile3"))


def test_each_passage_says_its_language(paper: bytes, spanish_report: Report) -> None:
    spanish = spoken_in(paper, "es")
    beside = [said.beside for said in _answers(spanish_report) if said.beside]
    assert len(beside) > 20
    for said in beside:
        assert squeezed(said.ask) in squeezed(spanish)
    assert "Element ledger" not in spanish


def test_all_answers_can_be_taken_out_in_english_and_spanish(paper: bytes, spanish_report: Report) -> None:
    # In the order of the file, cell by cell: other orders read across the columns of a table.
    text = squeezed(_pdftotext(paper, "-raw"))
    for said in _answers(spanish_report):
        for words in (said.ask, said.answer, said.beside.ask, said.beside.answer):
            assert squeezed(words) in text


def test_persian_has_its_language_and_its_letters(tmp_path: Path, decided: Decided) -> None:
    with spoken(tmp_path):
        persian = attorney_pdf(attorney_report(records(decided), AS_OF, "fa"))
    question, answer = (SENTENCES[one] for one in ("Which court had this case?", "A California county court"))
    # pdftotext gives the words in the order of reading, with marks of direction around them.
    text = _letters(_pdftotext(persian))
    assert _letters(question) in text
    assert all(word in text for word in re.findall("[\u0600-\u06ff]+", answer))
    # The glyphs lie as they are drawn, from left to right.
    assert _letters(question) in _letters(spoken_in(persian, "fa"))[::-1]


def test_english_inside_a_persian_copy_is_english(tmp_path: Path, decided: Decided) -> None:
    with spoken(tmp_path):
        with translation.override("fa"):
            copy = build_client_copy(records(decided), AS_OF)
        persian = client_pdf(copy, "fa", everything=True)
    assert str(opened(persian).Root.Lang) == "fa"
    english = spoken_in(persian, "en")
    assert squeezed("If you are in the United States, do not leave it.") in squeezed(english)
    assert not re.search("[\u0600-\u06ff]", english)


def test_the_same_bytes_in_another_process_hash_seed_and_time_zone(paper: bytes, decided: Decided) -> None:
    given = plain(records(decided)[0].answers)
    code = (
        "import django, json, sys; django.setup()\n"
        "from datetime import date\n"
        "from screening.rules.record import parse_answers\n"
        "from screening.summary.pdf.papers import attorney_pdf\n"
        "from screening.summary.report.building import CaseRecord, attorney_report\n"
        "answers = parse_answers(json.load(sys.stdin)).values\n"
        "report = attorney_report([CaseRecord(1, answers)], date(2026, 11, 24), 'es')\n"
        "sys.stdout.buffer.write(attorney_pdf(report))"
    )
    made = subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", code],
        input=json.dumps(given).encode(),
        env={
            "DJANGO_SETTINGS_MODULE": "pcr_screener.settings",
            "PYTHONHASHSEED": "11",
            "TZ": "Asia/Tehran",
            "PATH": "/usr/bin:/bin",
        },
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        check=True,
    )
    assert made.stdout == paper


def _answers(report: Report) -> list[Any]:
    return [said for part in (*report.about_person, *report.cases[0].parts) for said in part.answers]


def _pdftotext(paper: bytes, *options: str) -> str:
    read = subprocess.run(  # noqa: S603 (no words of anybody)
        ["pdftotext", *options, "-", "-"],  # noqa: S607
        input=paper,
        capture_output=True,
        check=True,
    )
    return read.stdout.decode()


def _letters(text: str) -> str:
    return re.sub("[\\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "", text)
