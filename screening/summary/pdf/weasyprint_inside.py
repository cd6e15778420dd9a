"""What WeasyPrint 70 keeps to itself and a tagged paper needs: the boxes of a page and their tags.

Only a box knows the cell, the language and the margin behind a tag. tests/summary/test_weasyprint_inside.py
says what has moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


_TABLES = ("TableBox", "InlineTableBox")


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
