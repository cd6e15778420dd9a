"""The secret key of a machine that serves only itself."""

import os
import secrets
import tempfile
from pathlib import Path


def local_secret_key(path: Path) -> str:
    """The key, made once; linked into place so that two processes agree on it."""
    if not path.exists():
        handle, draft = tempfile.mkstemp(dir=path.parent)  # mode 0600
        os.write(handle, secrets.token_urlsafe(64).encode())
        os.close(handle)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            Path(draft).unlink()
    return path.read_text()
