"""A page as a picture, for a phone without a printer. The only module that imports pypdfium2, and late."""

from __future__ import annotations

from io import BytesIO
from threading import Lock

from screening.summary.client.copy import ClientCopy
from screening.summary.pdf.papers import client_pdf


# A chat makes a picture half as high, and it must still be read there.
_HEIGHT = 2200

# PDFium is one library for the whole process and takes one caller at a time.
_ALONE = Lock()


def picture_of(copy: ClientCopy, language: str) -> bytes:
    """The page for a pocket as `picture` draws it."""
    return picture(client_pdf(copy, language))


def picture(pdf: bytes) -> bytes:
    """The first page of a PDF as a gray PNG, 2,200 pixels high. It holds nothing but the pixels."""
    from pypdfium2 import PdfDocument

    with _ALONE, PdfDocument(pdf) as document:
        page = document[0]
        drawn = page.render(scale=_HEIGHT / page.get_height(), grayscale=True).to_pil()
    file = BytesIO()
    drawn.save(file, "PNG", optimize=True)
    return file.getvalue()
