"""How the server is started: `gunicorn -c python:pcr_screener.gunicorn_conf pcr_screener.wsgi`.

Workers share nothing. A thread that waits for a slow sender holds up nobody as long as others are free,
and lets go of the sender after PCR_TIMEOUT seconds without a byte.
"""

import os
import socket
import struct
from typing import Any


wsgi_app = "pcr_screener.wsgi"
worker_class = "gthread"
workers = int(os.environ.get("PCR_WORKERS", "2"))
threads = int(os.environ.get("PCR_THREADS", "4"))
# Also for a worker that gives no sign of life. No page takes so long: papers are made beside the workers.
timeout = int(os.environ.get("PCR_TIMEOUT", "30"))
graceful_timeout = 10
# A page that looks again for a paper comes back to the worker that has it.
keepalive = 5
loglevel = "warning"
logger_class = "pcr_screener.gunicorn_log.Logger"


def post_worker_init(worker: Any) -> None:
    """Connections inherit from the socket that they come in by how long they may stay silent."""
    for listener in worker.sockets:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", timeout, 0))
