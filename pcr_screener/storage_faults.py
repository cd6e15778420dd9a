"""What is wrong with the database or its disk, in a word of ours: an error's own text may quote an answer."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from shutil import disk_usage

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection


# By the beginning of the name of SQLite's code (https://www.sqlite.org/rescode.html).
_OF_SQLITE = {
    "SQLITE_FULL": "full",
    "SQLITE_READONLY": "read-only",
    "SQLITE_PERM": "read-only",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
}
# Tries of sign-in are counted in files beside the database.
_OF_FILES = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
}
# Bytes: SQLite asks for this much at once.
_NO_ROOM = 64 * 1024
_OLDER_TABLES = ("no such table", "no such column", "has no column named")


def what_failed(error: BaseException | None) -> str:
    """The word for a fault of database or disk behind an error; nothing where our own code is at fault."""
    return next((word for cause in _behind(error) if (word := _word(cause))), "")


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _word(error: BaseException) -> str:
    if isinstance(error, OSError):
        return _OF_FILES.get(error.errno or 0, "")
    if not isinstance(error, DatabaseError | InterfaceError):
        return ""
    name = getattr(error.__cause__, "sqlite_errorname", "")
    if name.startswith("SQLITE_CANTOPEN"):
        return _not_opened()
    if name.startswith("SQLITE_IOERR"):
        return _not_read()
    word = next((word for start, word in _OF_SQLITE.items() if name.startswith(start)), "")
    return word or _by_its_kind(error, name)


def _not_opened() -> str:
    """A database that is there does not open where its log cannot be made beside it."""
    return "read-only" if Path(settings.VAR_DIR, "pcr.sqlite3").exists() else "gone"


def _not_read() -> str:
    """What SQLite keeps in shared memory finds no room on a full disk before anything is written."""
    try:
        free = disk_usage(settings.VAR_DIR).free
    except OSError:
        return "gone"
    return "unreadable" if free > _NO_ROOM else "full"


def _by_its_kind(error: BaseException, name: str) -> str:
    if any(words in str(error) for words in _OLDER_TABLES):
        return "unmigrated"
    # SQLITE_ERROR is a statement that we wrote wrongly.
    is_ours = name == "SQLITE_ERROR" or not isinstance(error, OperationalError | InterfaceError)
    return "" if is_ours else "unreachable"


def hurry() -> None:
    """For the rest of this request wait two seconds for a lock at most: somebody is leaving, or a monitor asks."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 2000")
