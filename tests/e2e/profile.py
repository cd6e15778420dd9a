"""Read a Chromium profile from disk as somebody would who holds the device."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import pbkdf2_hmac
from pathlib import Path
from urllib.parse import quote_plus

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC


# Chromium encrypts some files under a key that stands in its own source where the system keeps none.
_KNOWN_KEY = pbkdf2_hmac("sha1", b"peanuts", b"saltysalt", 1, 16)
_SEALED = b"v10"


def contents(profile: Path) -> Iterator[tuple[str, bytes]]:
    """Every file with its bytes; an encrypted session file also as the browser reads it."""
    for path in sorted(profile.rglob("*")):
        if path.is_file() and not path.is_symlink():
            name, data = str(path.relative_to(profile)), path.read_bytes()
            yield name, data
            if "Sessions_Encrypted" in name:
                yield f"{name}, read", opened(data)


def opened(data: bytes) -> bytes:
    """The records of an encrypted session file: four bytes of length, then the text."""
    plain, place = b"", 8
    while place + 4 <= len(data):
        length = int.from_bytes(data[place : place + 4], "little")
        record = data[place + 4 : place + 4 + length]
        if record.startswith(_SEALED) and (len(record) - len(_SEALED)) % 16 == 0:
            decryptor = Cipher(AES(_KNOWN_KEY), CBC(b" " * 16)).decryptor()
            plain += decryptor.update(record[len(_SEALED) :]) + decryptor.finalize()
        place += 4 + length
    return plain


def ways_to_write(text: str) -> set[bytes]:
    """A text as browsers keep texts on a disk."""
    plain = text.encode()
    # The ends of a packed text depend on its neighbors.
    packed = {base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3) if len(plain) > 8}
    return {plain, text.encode("utf-16-le"), quote_plus(text).encode(), plain.hex().encode(), *packed}


def found_in(profile: Path, markers: Iterable[str]) -> list[tuple[str, str]]:
    """Which markers stand in which files."""
    written = {marker: ways_to_write(marker) for marker in markers}
    return [
        (name, marker)
        for name, data in contents(profile)
        for marker, ways in written.items()
        if any(way in data for way in ways)
    ]


def history(profile: Path) -> list[tuple[str, str]]:
    """Addresses and titles that the browser remembers."""
    with closing(sqlite3.connect(profile / "Default" / "History")) as database:
        return list(database.execute("SELECT url, title FROM urls"))


def cookies(profile: Path) -> list[tuple[str, int]]:
    """The names of stored cookies, and whether they outlive the browser."""
    with closing(sqlite3.connect(profile / "Default" / "Cookies")) as database:
        return list(database.execute("SELECT name, is_persistent FROM cookies"))
