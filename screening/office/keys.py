"""An office's keys: what is sealed to the office opens only with a file that lies outside the database.

The public key stands in the office's row, so that every process can seal. The private keys, the key of the
name tokens and that of the access log stand in one file an office, which only the staff process can read.
"""

from __future__ import annotations

import base64
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from django.conf import settings

from screening.office.models import Office


# RFC 9180: X25519, HKDF-SHA256, AES-256-GCM.
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_SECRET_BYTES = 32


class KeysMissingError(Exception):
    """This process does not hold the key: the file is lost, is elsewhere, or this is the public side."""


class DamagedError(KeysMissingError):
    """The key is here and does not open what is stored: somebody changed it, or it was cut off."""


def seal_to(office: Office, text: bytes, about: str) -> bytes:
    """Close it so that only the office's private key opens it. `about` (which row, which part) must match."""
    public = X25519PublicKey.from_public_bytes(bytes(office.public_key))
    return _SUITE.encrypt(text, public, info=_info(about))


def _info(about: str) -> bytes:
    return b"pcr-screener/office/" + about.encode()


@dataclass(frozen=True)
class OfficeKeys:
    """The secrets of one office. `private` holds every sealing key by its id, `current` names the newest."""

    office_id: str
    current: str
    private: Mapping[str, bytes] = field(repr=False)
    tokens: bytes = field(repr=False)
    log: bytes = field(repr=False)
    webhook: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public half of the newest sealing key."""
        private = X25519PrivateKey.from_private_bytes(self.private[self.current])
        return private.public_key().public_bytes_raw()

    def open(self, key_id: str, sealed: bytes | memoryview, about: str) -> bytes:
        """Open what was sealed under a key. Raises KeysMissingError, or DamagedError where the key does not fit."""
        if key_id not in self.private:
            raise KeysMissingError
        private = X25519PrivateKey.from_private_bytes(self.private[key_id])
        try:
            return _SUITE.decrypt(bytes(sealed), private, info=_info(about))
        except (InvalidTag, ValueError) as wrong:
            raise DamagedError from wrong

    def token(self, purpose: str, text: str) -> str:
        """A keyed hash, for finding equal things without reading them."""
        return hmac.new(self.tokens, f"{purpose}\0{text}".encode(), sha256).hexdigest()

    def with_new_sealing_key(self) -> OfficeKeys:
        """A fresh key for all that is sealed from now on; the old ones still open."""
        key_id, private = _new_sealing_key()
        return replace(self, current=key_id, private={**self.private, key_id: private})

    def with_only(self, key_ids: set[str]) -> OfficeKeys:
        """Without the sealing keys that nothing is sealed under any more."""
        return replace(
            self, private={key_id: key for key_id, key in self.private.items() if key_id in key_ids}
        )


def _new_sealing_key() -> tuple[str, bytes]:
    return secrets.token_hex(4), X25519PrivateKey.generate().private_bytes_raw()


def new_keys(office_id: str) -> OfficeKeys:
    """Fresh keys for a new office."""
    key_id, private = _new_sealing_key()
    return OfficeKeys(
        office_id,
        key_id,
        {key_id: private},
        tokens=secrets.token_bytes(_SECRET_BYTES),
        log=secrets.token_bytes(_SECRET_BYTES),
        webhook=secrets.token_bytes(_SECRET_BYTES),
    )


def path_of(office_id: str) -> Path:
    """Where an office's keys lie."""
    return Path(settings.PCR_OFFICE_KEYS) / f"{office_id}.json"


def write_keys(keys: OfficeKeys) -> None:
    """Into the office's file, whole or not at all; nobody else on the machine may read it."""
    path = path_of(keys.office_id)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    told = {
        "current": keys.current,
        "sealing": {key_id: _text(key) for key_id, key in keys.private.items()},
        "tokens": _text(keys.tokens),
        "log": _text(keys.log),
        "webhook": _text(keys.webhook),
    }
    draft = path.with_suffix(f".{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(told, file, indent=1)
        file.flush()
        os.fsync(handle)
    draft.replace(path)


def office_keys(office_id: str) -> OfficeKeys:
    """The keys of an office. Raises KeysMissingError."""
    if settings.PCR_SIDE == "public":
        raise KeysMissingError
    try:
        told: dict[str, Any] = json.loads(path_of(office_id).read_text())
        return OfficeKeys(
            office_id,
            told["current"],
            {key_id: base64.b64decode(key) for key_id, key in told["sealing"].items()},
            tokens=base64.b64decode(told["tokens"]),
            log=base64.b64decode(told["log"]),
            webhook=base64.b64decode(told["webhook"]),
        )
    except (OSError, ValueError, KeyError) as problem:
        raise KeysMissingError from problem


def _text(secret: bytes) -> str:
    return base64.b64encode(secret).decode()
