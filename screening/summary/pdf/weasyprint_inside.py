"""What WeasyPrint 70 keeps to itself: the boxes and tags that a tagged paper needs, and where it is slow.

Only a box knows the cell, the language and the margin behind a tag. tests/summary/test_weasyprint_inside.py
says what has moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import wraps
from typing import Any
from xml.etree import ElementTree as ET


_TABLES = ("TableBox", "InlineTableBox")
_EMPTY = re.compile(r"<((?:br|col|meta)\b[^>]*)>")


def page_of(html: str, weasyprint: Any, fetcher: Any) -> Any:
    """The page read as the XML that our templates make of it: a tenth of what a parser in Python takes.

    What is no XML, such as a typed control character, goes to WeasyPrint's own parser.
    """
    try:
        root = ET.fromstring(_EMPTY.sub(r"<\1/>", html))  # noqa: S314 (made by our templates; no entity is declared)
    except ET.ParseError:
        return weasyprint.HTML(string=html, url_fetcher=fetcher)
    page: Any = object.__new__(weasyprint.HTML)
    page.base_url, page.url_fetcher, page.media_type = None, fetcher, "print"
    page.wrapper_element = weasyprint.cssselect2.ElementWrapper.from_html_root(root, content_language=None)
    page.etree_element = page.wrapper_element.etree_element
    return page


def tags_of(stream: Any) -> Mapping[Any, dict[str, Any]]:
    """By box what is drawn of it. It is there until all pages are drawn, and empty then."""
    tags: Mapping[Any, dict[str, Any]] = stream._tags  # noqa: SLF001
    return tags


def in_margins(page: Any) -> Iterator[Any]:
    """The boxes in the margins of a page: its head and its foot."""
    for box in page._page_box.children:  # noqa: SLF001
        if type(box).__name__ == "MarginBox":
            yield from box.descendants()


def tables_on(page: Any) -> Iterator[Any]:
    """The boxes of the tables on a page."""
    return (box for box in page._page_box.descendants() if type(box).__name__ in _TABLES)  # noqa: SLF001


def keep_lines_of_columns(inline: Any) -> None:
    """Balanced columns are tried at one height after another: a line that was set is copied there, not set anew.

    Once in the life of a process. Right where a line depends on its text, its width and where it begins: not
    beside floats, on first lines and letters of their own style, or around what is placed absolutely.
    """
    set_anew = inline.get_next_linebox

    @wraps(set_anew)
    def next_line(*given: Any) -> Any:
        context, box, top, _, skip, around, absolute, fixed, letter, first = given
        if not context.in_column or context.excluded_shapes or letter or first:
            return set_anew(*given)
        kept = vars(context).setdefault("lines_of_columns", {})
        place = (id(box), repr(skip), around.width, box.text_indent)
        if place in kept:
            line, indent, resume_at, _ = kept[place]
            copied = line.deepcopy()
            copied.translate(box.position_x + indent - line.position_x, top - line.position_y)
            return copied, resume_at
        placed = len(absolute) + len(fixed)
        line, resume_at = set_anew(*given)
        if line is not None and placed == len(absolute) + len(fixed):
            kept[place] = line, line.position_x - box.position_x, resume_at, box
        return line, resume_at

    inline.get_next_linebox = next_line
