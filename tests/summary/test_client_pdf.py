"""The client copy as a PDF: tagged, in its language and direction, and silent about who made it and when."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pytest

from screening.summary.client.sensitive import GROUPS
from screening.summary.pdf.papers import client_html, client_pdf
from tests.summary.copies import AS_OF, copy_of, words_of
from tests.summary.persian import SENTENCES
from tests.summary.reading import pages_of, squeezed


Decided = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def paper(decided: Decided) -> bytes:
    return client_pdf(copy_of(decided["vivar_2021"]), "en", everything=True)


def test_structure(paper: bytes) -> None:
    pdf = pikepdf.open(io.BytesIO(paper))
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    assert all(float(page.mediabox[2]) == 612 and float(page.mediabox[3]) == 792 for page in pdf.pages)


def test_it_does_not_say_who_made_it_when_or_where(paper: bytes) -> None:
    """Goal G22. Its title is as neutral as those of the pages."""
    pdf = pikepdf.open(io.BytesIO(paper))
    assert dict(pdf.docinfo.items()) == {"/Title": "Form", "/Producer": "WeasyPrint 70.0"}
    assert dict(pdf.attachments) == {}
    assert "/Names" not in pdf.Root or "/EmbeddedFiles" not in pdf.Root.Names
    assert "/OpenAction" not in pdf.Root
    plain = b"".join(stream.read_bytes() for stream in pdf.objects if isinstance(stream, pikepdf.Stream))
    traces = (b"/tmp", b"/home", b"/root", b"file:", b"D:20", b"Date", b"creator", b"/Author", b"/JS")
    for trace in (*traces, AS_OF.isoformat().encode()):
        assert trace not in paper + plain, trace


def test_every_word_is_on_it(decided: Decided) -> None:
    copy = copy_of(decided["dej_completed"], ticked=GROUPS)
    pages = pages_of(client_pdf(copy, "en", everything=True))
    text = squeezed(" ".join(pages))
    for said in (said for part in copy.report.cases[0].parts for said in part.answers):
        assert squeezed(said.ask) in text
        assert squeezed(said.answer) in text
    for paper in copy.papers:
        assert squeezed(paper.shows) in text
    for page in pages:
        assert "Do not give them to ICE, the police, a court or a notary." in page


def test_pages_are_counted(paper: bytes) -> None:
    """The page for a pocket stands before them and is alone."""
    _, *pages = pages_of(paper)
    assert pages
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page.replace("\u2066", "").replace("\u2069", "")


def test_the_same_bytes_twice(decided: Decided, paper: bytes) -> None:
    assert client_pdf(copy_of(decided["vivar_2021"]), "en", everything=True) == paper


def test_what_is_typed_is_printed_and_nothing_else(worst: dict[str, object]) -> None:
    hostile = '<img src="file:///etc/passwd"><script>x</script>{{ copy }}'
    copy = copy_of({**worst, "offense_code": hostile}, ticked=GROUPS)
    assert "<img" not in client_html(copy, "en")
    text = squeezed(" ".join(pages_of(client_pdf(copy, "en", everything=True))))
    assert squeezed(hostile) in text


@pytest.mark.usefixtures("persian")
def test_right_to_left(decided: Decided) -> None:
    copy = copy_of({**decided["vivar_2021"], "county": "Kern"}, language="fa")
    html = " ".join(client_html(copy, "fa").split())
    assert '<html lang="fa" dir="rtl">' in html
    assert "border-right: 2.6pt double" in html
    pdf = client_pdf(copy, "fa", everything=True)
    assert str(pikepdf.open(io.BytesIO(pdf)).Root.Lang) == "fa"
    assert all("Unsworn notes to ask a lawyer for advice. Not a statement." in page for page in pages_of(pdf))


@pytest.mark.usefixtures("persian")
def test_in_a_language_nobody_reviewed_the_warnings_stand_in_english_too() -> None:
    html = client_html(copy_of({}, language="fa"), "fa")
    english = " ".join(re.findall(r'<div class="help" lang="en" dir="ltr">(.*?)</div>', html, re.DOTALL))
    for warning in (
        "If you are in the United States, do not leave it.",
        "Never miss a court date or an ICE date.",
        "ICE has warrants of its own. No judge signed those.",
        "This is a screening tool, not legal advice. Using it does not make anyone your lawyer.",
        "Do not sign blank papers.",
    ):
        assert english.count(warning) == 1
    assert SENTENCES["If you are in the United States, do not leave it."] in html


@pytest.mark.usefixtures("persian")
def test_numbers_and_codes_keep_their_direction() -> None:
    html = client_html(copy_of({"court": "california"}, language="fa"), "fa")
    assert '<bdi class="code" dir="ltr">PC 1473.7(a)(1)</bdi>' in html


def test_no_line_ends_in_a_blank_that_would_tear_it() -> None:
    """WeasyPrint 70 breaks such a line after its first word, where the line just fits."""
    assert not re.search(r"\s</li>", client_html(copy_of({}), "en"))


def test_english_stands_once() -> None:
    assert 'class="en"' not in client_html(copy_of({}), "en")
    text = words_of(copy_of({}))
    assert text.count("If you are in the United States, do not leave it.") == 1
