"""A log that cannot repeat what a person typed."""

import logging
import traceback
from types import TracebackType


ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Formatter(logging.Formatter):
    """Writes of an exception its kind and where it came from, never its message."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 (the library's name)
        """The frames, innermost last, then the kind."""
        kind, _, trace = ei
        frames = [f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        return "\n".join([*frames, f"  {kind.__name__ if kind else 'no exception'}"])
