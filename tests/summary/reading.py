"""What stands in a PDF, as text."""

from __future__ import annotations

import re
import subprocess
from html import unescape


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page in the order of drawing, white space made one blank and break opportunities
    taken out.
    """
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)  # noqa: S607
    *pages, _ = read.stdout.decode().replace("\u200b", "").split("\f")
    return [" ".join(page.split()) for page in pages]


def text_of(pdf: bytes) -> str:
    """The text of all pages."""
    return " ".join(pages_of(pdf))


def words_of(html: str) -> str:
    """The text of a paper before it is set, which costs a hundredth of setting it."""
    return " ".join(unescape(re.sub(r"<(style|title)>.*?</\1>|<[^>]*>", "", html, flags=re.DOTALL)).split())


def squeezed(text: str) -> str:
    """Without white space, so that no line break matters."""
    return re.sub(r"[\s\u200b]", "", text).replace("‘", "“").replace("’", "”")
