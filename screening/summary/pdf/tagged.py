"""What WeasyPrint 70 leaves out of a tagged PDF, added before it is written (docs/decisions/0021).

- The language of each passage, where it is not the document's own.
- Heads and feet of a page are artifacts: nobody wants them read aloud on every page.
- Which way a head of a table looks, and which heads a cell has (`table_heads.py`).
- Tables that only lay things out are no tables to a screen reader.
- The attachment is listed once, and a PDF/A file declares PDF/UA-1 too.

Nothing here is random or reads a clock: the same paper stays the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from screening.summary.pdf.table_heads import relate_cells
from screening.summary.pdf.weasyprint_inside import in_margins, tags_of
from screening.summary.pdf.xmp import with_universal


# A page's passages: the number of the marked content, and the language; None for an artifact.
Heard = dict[int, str | None]
Finish = Callable[[Any, Any], None]

_LAYOUT = frozenset({"/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TD"})


def finishing(document: Any) -> Finish:
    """A finisher for `document.write_pdf`. It listens while the pages are drawn, so make it before."""
    heard = [_listening(page) for page in document.pages]

    def finish(drawn: Any, pdf: Any) -> None:
        _say_languages(pdf, heard, drawn.metadata.lang)
        relate_cells(drawn)
        _untable(pdf)
        _list_once(pdf)
        _declare_universal(pdf)

    return finish


def _listening(page: Any) -> Heard:
    """Which language each passage is in, known while the page is drawn and forgotten right after."""
    heard: Heard = {}
    paint = page.paint

    def listening(stream: Any, scale: float = 1) -> None:
        paint(stream, scale)
        around = set(in_margins(page))
        for box, told in tags_of(stream).items():
            heard[told["mcid"]] = None if box in around else box.style["lang"]
        _mark_artifacts(stream.stream, {number for number, language in heard.items() if language is None})

    page.paint = listening
    return heard


def _mark_artifacts(drawn: list[Any], numbers: set[int]) -> None:
    for place, part in enumerate(drawn):
        if isinstance(part, dict) and part.get("MCID") in numbers:
            del part["MCID"]
            part["Type"] = "/Pagination"
            drawn[place - 1] = "/Artifact"


def _say_languages(pdf: Any, heard: list[Heard], own: str) -> None:
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    numbers = _object(pdf, root["ParentTree"])["Nums"]
    for page, references in pairwise(numbers):
        if isinstance(references, list):
            _say_on_page(pdf, references, heard[page], own)


def _say_on_page(pdf: Any, references: list[bytes], heard: Heard, own: str) -> None:
    for number, reference in enumerate(references):
        language = heard.get(number, own)
        if language is None:
            references[number] = b"null"
        elif language != own:
            _object(pdf, reference)["Lang"] = f"({language})"


def _untable(pdf: Any) -> None:
    for table in [one for one in pdf.objects if _kind(one) == "/Table"]:
        parts = [table, *_parts_of(pdf, table)]
        if not any(part["S"] == "/TH" for part in parts):
            for part in parts:
                _only_lays_out(part)


def _only_lays_out(part: Any) -> None:
    if part["S"] in _LAYOUT:
        part["S"] = "/Div"
        part.pop("A", None)


def _parts_of(pdf: Any, element: Any) -> Iterator[Any]:
    """Everything below an element but what belongs to a table of its own."""
    for child in element["K"]:
        if not isinstance(child, int):
            part = _object(pdf, child)
            if _kind(part) not in ("", "/Table"):
                yield part
                yield from _parts_of(pdf, part)


def _kind(one: Any) -> str:
    """What a structure element is; empty for any other object."""
    if isinstance(one, dict) and one.get("Type") == "/StructElem":
        return str(one["S"])
    return ""


def _list_once(pdf: Any) -> None:
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = list(dict.fromkeys(pdf.catalog["AF"]))


def _declare_universal(pdf: Any) -> None:
    metadata = _object(pdf, pdf.catalog["Metadata"])
    packet = b"".join(metadata.stream)
    if b"pdfuaid" not in packet:
        metadata.stream = [with_universal(packet)]


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
