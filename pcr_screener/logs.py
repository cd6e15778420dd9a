"""A log that cannot repeat what a person typed, or which interview it was."""

import logging
import traceback
from copy import copy
from types import TracebackType


ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Formatter(logging.Formatter):
    """Writes of an exception its kind and place, never its message; of an address its pattern."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """One line; the pattern `s/<str:run>/check/` in place of the address that was asked for."""
        record = copy(record)
        # Another handler may have written the message into it.
        record.exc_text = None
        request = getattr(record, "request", None)
        if request is not None and isinstance(record.args, tuple):
            known = request.resolver_match.route if request.resolver_match else "(no such address)"
            record.args = tuple(known if arg == request.path else arg for arg in record.args)
        return super().format(record)

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 (the library's name)
        """The frames, innermost last, then the kind."""
        kind, _, trace = ei
        frames = [f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        return "\n".join([*frames, f"  {kind.__name__ if kind else 'no exception'}"])
