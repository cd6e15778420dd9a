"""Sealing what is stored: AES-256-GCM under keys that HKDF-SHA256 derives.

A sealed text is one byte of version, twelve random bytes, then the ciphertext with its tag. What it is
`about` (the row it belongs to) is authenticated too, so that one row's text does not open in another.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt


KEY_BYTES = 32
_NONCE_BYTES = 12
_VERSION = b"\x01"


class TamperedError(Exception):
    """The text was changed, cut, moved to another row, or sealed under another key."""


def derive(secret: bytes, purpose: str) -> bytes:
    """A key for one purpose. Nobody who holds it can find the secret or a sibling."""
    hkdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"pcr-screener/" + purpose.encode())
    return hkdf.derive(secret)


def slow_key(secret: bytes, *, salt: bytes) -> bytes:
    """A key from a secret that a person can write down: each guess costs 64 MiB and a fifth of a second."""
    return Scrypt(salt=salt, length=KEY_BYTES, n=2**16, r=8, p=1).derive(secret)


def seal(key: bytes, text: bytes, about: str) -> bytes:
    """Encrypt under a nonce of its own. A key seals a few hundred texts at most, far from repeating one."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, text, _VERSION + about.encode())


def unseal(key: bytes, sealed: bytes, about: str) -> bytes:
    """Decrypt. Raises TamperedError for anything that `seal` did not make with this key and row."""
    start = len(_VERSION) + _NONCE_BYTES
    if sealed[: len(_VERSION)] != _VERSION or len(sealed) < start:
        raise TamperedError
    try:
        return AESGCM(key).decrypt(sealed[1:start], sealed[start:], _VERSION + about.encode())
    except InvalidTag as wrong:
        raise TamperedError from wrong
