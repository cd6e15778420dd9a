"""A log that cannot repeat what a person typed, or which interview it was."""

import logging
import traceback
from copy import copy
from http import HTTPStatus
from types import TracebackType

from pcr_screener.storage_faults import what_failed


ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Formatter(logging.Formatter):
    """Writes of an exception its kind and place, never its message; of a request its pattern and status."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """One line; the pattern `s/<str:run>/check/` in place of the address that was asked for.

        Frames follow where our own code broke: not where a browser sent what nobody can read, nor where
        the disk is full, which one word says.
        """
        record = copy(record)
        # Another handler may have written the message into it.
        record.exc_text = None
        if hasattr(record, "request"):
            _without_its_words(record)
        return super().format(record)

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 (the library's name)
        """The frames, innermost last, then the kind."""
        kind, _, trace = ei
        frames = [f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        return "\n".join([*frames, f"  {kind.__name__ if kind else 'no exception'}"])


def _without_its_words(record: logging.LogRecord) -> None:
    """Django's messages quote the address, a wrong host, the page a form came from."""
    status = getattr(record, "status_code", None)
    match = getattr(record.request, "resolver_match", None)  # type: ignore[attr-defined]
    failed = what_failed(record.exc_info[1]) if record.exc_info else ""
    record.args = ()
    record.msg = f"{_phrase(status)}: {match.route if match else '(no such address)'}"
    if failed:
        record.msg += f" (the database or its disk is {failed})"
    if failed or (status and status < HTTPStatus.INTERNAL_SERVER_ERROR):
        record.exc_info = None


def _phrase(status: int | None) -> str:
    return f"{status} {HTTPStatus(status).phrase}" if status in list(HTTPStatus) else str(status)
