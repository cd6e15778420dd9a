"""What lies inside a PDF: its tags, and every text that it holds anywhere."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pikepdf


def opened(paper: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(paper))


def tags_of(node: Any) -> Iterator[Any]:
    """Every structure element below this one, in the order of reading."""
    for child in kids_of(node):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from tags_of(child)


def kids_of(node: Any) -> list[Any]:
    found = node.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def attached(pdf: pikepdf.Pdf) -> dict[str, bytes]:
    """The attachments by name."""
    return {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}


def spoken_in(paper: bytes, language: str) -> str:
    """The text behind the tags of a language, as a screen reader would find it; "" for the document's own."""
    pdf = opened(paper)
    texts = [_texts_of(page) for page in pdf.pages]
    place = {page.objgen: number for number, page in enumerate(pdf.pages)}
    return " ".join(
        texts[place[tag.Pg.objgen]].get(int(kid), "")
        for tag in tags_of(pdf.Root.StructTreeRoot)
        if str(tag.get("/Lang", "")) == language
        for kid in kids_of(tag)
        if not isinstance(kid, pikepdf.Dictionary)
    )


def _texts_of(page: pikepdf.Page) -> dict[int, str]:
    """What is drawn under each number of marked content."""
    fonts = {name: _unicode_of(font) for name, font in page.Resources.Font.items()}
    texts: dict[int, str] = {}
    number, font = -1, ""
    for drawn in pikepdf.parse_content_stream(page):
        operands, operator = drawn.operands, drawn.operator
        if str(operator) == "BDC":
            number = int(operands[1].get("/MCID", -1))
        elif str(operator) == "EMC":
            number = -1
        elif str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) in ("Tj", "TJ"):
            shown = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
            glyphs = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
            pairs = (int.from_bytes(glyphs[at : at + 2]) for at in range(0, len(glyphs), 2))
            texts[number] = texts.get(number, "") + "".join(fonts[font].get(glyph, "?") for glyph in pairs)
    return texts


def _unicode_of(font: Any) -> dict[int, str]:
    """Which letters a glyph of the font stands for."""
    table = font.ToUnicode.read_bytes().decode()
    return {
        int(glyph, 16): bytes.fromhex(letters).decode("utf-16-be")
        for glyph, letters in re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]*)>", table)
    }


def everything_in(paper: bytes) -> str:
    """All that a program could read in the file: pages, tags, bookmarks, metadata, streams, attachment."""
    pdf = opened(paper)
    read = subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True)  # noqa: S607
    laid_out = subprocess.run(
        ["pdftotext", "-layout", "-", "-"],  # noqa: S607
        input=paper,
        capture_output=True,
        check=True,
    )
    texts = [read.stdout, laid_out.stdout, paper, *(_bytes_of(one) for one in pdf.objects)]
    return " ".join(" ".join(text.decode(errors="replace").split()) for text in texts)


def _bytes_of(one: Any) -> bytes:
    words = "\n".join(_strings(one)).encode()
    return words + b"\n" + one.read_bytes() if isinstance(one, pikepdf.Stream) else words


def _strings(one: Any) -> Iterator[str]:
    if isinstance(one, pikepdf.String):
        yield str(one)
    for part in _parts(one):
        yield from _strings(part)


def _parts(one: Any) -> list[Any]:
    """What lies in an object, but for what leads back to where we came from."""
    if isinstance(one, pikepdf.Array):
        return list(one)
    if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        return [one[key] for key in one.keys() if key not in _BACK]  # noqa: SIM118 (a Stream is no mapping)
    return []


_BACK = ("/P", "/Parent", "/Pg", "/K", "/Kids", "/Prev", "/First", "/Last", "/Next", "/Dest")
