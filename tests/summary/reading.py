"""What stands in a PDF, as text."""

from __future__ import annotations

import io
import re

import pypdf


def pages_of(pdf: bytes, most: int | None = None) -> list[str]:
    """The text of each page, white space made one blank and break opportunities taken out."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages[:most]
    return [" ".join(page.extract_text().replace("\u200b", "").split()) for page in pages]


def squeezed(text: str) -> str:
    """Without white space, so that no line break matters."""
    return re.sub(r"[\s\u200b]", "", text).replace("‘", "“").replace("’", "”")
