"""Everything that a byte string could be hiding: it is unpacked in every way that needs no key."""

from __future__ import annotations

import base64
import binascii
import gzip
import re
import zlib
from collections.abc import Callable, Iterable, Iterator

from screening.rules.facts import FACTS


# Every key and value that is long enough not to turn up by chance; "language" names a column too.
CODES = {word for fact in FACTS.values() for word in (fact.key, *fact.all_values) if len(word) > 7}
CODES -= {"language"}
DEEPEST = 3
_TEXT_RUNS = re.compile(rb"[A-Za-z0-9+/_=-]{8,}")
_HEX_RUNS = re.compile(rb"(?:[0-9a-fA-F]{2}){4,}")


def _inflated(data: bytes) -> Iterator[bytes]:
    for unpack in (zlib.decompress, gzip.decompress, _raw_inflated):
        try:
            yield unpack(data)
        except (zlib.error, OSError, EOFError):
            continue


def _raw_inflated(data: bytes) -> bytes:
    return zlib.decompress(data, wbits=-zlib.MAX_WBITS)


def _from_base64(data: bytes) -> Iterator[bytes]:
    for run in _TEXT_RUNS.findall(data):
        text = run.strip(b"=").replace(b"-", b"+").replace(b"_", b"/")
        for start in range(min(4, len(text))):
            part = text[start:]
            whole = part[: len(part) - (len(part) % 4 == 1)]
            try:
                yield base64.b64decode(whole + b"=" * (-len(whole) % 4))
            except binascii.Error:
                continue


def _from_hex(data: bytes) -> Iterator[bytes]:
    for run in _HEX_RUNS.findall(data):
        yield bytes.fromhex(run.decode())


def _from_utf_16(data: bytes) -> Iterator[bytes]:
    for name in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            yield data[start:].decode(name, errors="ignore").encode(errors="ignore")


_WAYS: tuple[Callable[[bytes], Iterator[bytes]], ...] = (
    _inflated,
    _from_base64,
    _from_hex,
    _from_utf_16,
)


def decoded(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes, and what comes out of unpacking them again and again."""
    yield data
    if depth < DEEPEST:
        for way in _WAYS:
            for inner in way(data):
                if inner and inner != data and len(inner) < 1_000_000:
                    yield from _deeper(way, inner, depth + 1)


def _deeper(way: Callable[[bytes], Iterator[bytes]], inner: bytes, depth: int) -> Iterator[bytes]:
    # UTF-16 of UTF-16 is noise that grows without end.
    yield from (inner,) if way is _from_utf_16 else decoded(inner, depth)


def found(canaries: Iterable[str], data: bytes) -> set[str]:
    """The canaries that can be read in the data without a key."""
    # One search for each canary, not one for each and every layer; none of them holds what stands between.
    everything = b"\n\0\n".join(decoded(data)).lower()
    return {canary for canary in canaries if canary.encode().lower() in everything}
