"""What gunicorn writes: its own life, and of a request neither address, path, query nor header."""

from __future__ import annotations

import logging
from typing import Any

from gunicorn.glogging import Logger as GunicornLogger

from pcr_screener.logs import Formatter


# Before a worker serves anybody: what is missing or wrong on this machine, in full.
_AT_START = "Exception in worker process"
# What an access log may hold: method, status, sizes, times, process, protocol.
_NOBODYS = frozenset("mstHbBTDMLp")


class _Line(Formatter):
    """An exception with its words only where no request can be the cause."""

    def format(self, record: logging.LogRecord) -> str:
        if record.msg == _AT_START:
            return logging.Formatter(GunicornLogger.error_fmt, GunicornLogger.datefmt).format(record)
        return super().format(record)


class Logger(GunicornLogger):  # type: ignore[misc]
    """gunicorn's `logger_class`. Nothing finer than `info`: `debug` writes each request."""

    def setup(self, cfg: Any) -> None:
        """Again after each reload of the configuration."""
        super().setup(cfg)
        self.error_log.setLevel(max(self.error_log.level, logging.INFO))
        for handler in self.error_log.handlers:
            handler.setFormatter(_Line())

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """gunicorn writes who sent what it could not read, and quotes it."""
        if msg.startswith("Invalid request"):
            msg, args = "A request that is no HTTP", ()
        super().warning(msg, *args, **kwargs)

    def exception(self, msg: object, *_args: Any, **kwargs: Any) -> None:
        """Without the address that was asked for."""
        super().exception(str(msg).split("%", maxsplit=1)[0].strip(), **kwargs)

    def atoms(self, *args: Any) -> dict[str, Any]:
        """Whatever format an operator chooses."""
        found: dict[str, Any] = super().atoms(*args)
        return {name: value for name, value in found.items() if name in _NOBODYS}
