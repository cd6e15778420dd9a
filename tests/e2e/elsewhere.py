"""A harmless page on a second origin, where *Leave now* leads in tests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


# Long enough to look at the page that is being left.
SLOW = 0.4


@dataclass
class Elsewhere:
    """Its address, and how it was asked for."""

    address: str
    asked: list[tuple[str, str | None]] = field(default_factory=list)


@contextmanager
def elsewhere() -> Iterator[Elsewhere]:
    """Serve it while the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/favicon.ico":
                page.asked.append((self.path, self.headers.get("Referer")))
                time.sleep(SLOW)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!DOCTYPE html><title>Weather</title><h1>Sunny</h1>")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    page = Elsewhere(f"http://127.0.0.1:{server.server_port}/weather")
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield page
    finally:
        server.shutdown()
        server.server_close()
