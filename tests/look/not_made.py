"""Papers that could not be made: their pages stay as they are, those of one that is being made come again."""

from __future__ import annotations

from contextlib import AbstractContextManager
from types import ModuleType
from unittest.mock import patch

from screening.summary.pdf.apart import Paper, State


def not_made(view: ModuleType) -> AbstractContextManager[object]:
    """While the block lasts, for one module of views."""
    paper = Paper(("key",), b"", None, State.FAILED)
    return patch.object(view, "made_apart", lambda *_args, **_named: paper)
