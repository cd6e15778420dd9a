"""The signed message to an office's own system: to one address that an administrator set, and to no other.

Nothing that comes back is read but the status: what a stranger's server says is neither shown nor kept.
"""

from __future__ import annotations

import hmac
import ssl
import time
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from ipaddress import IPv4Address, IPv6Address, ip_address
from socket import SOCK_STREAM, create_connection, getaddrinfo
from urllib.parse import urlsplit

from django.conf import settings


TIMEOUT = 10.0
TIMESTAMP, SIGNATURE, DELIVERY = "X-PCR-Timestamp", "X-PCR-Signature", "X-PCR-Delivery"


class CannotSendError(Exception):
    """In words for the person who pressed the button."""


@dataclass(frozen=True)
class Target:
    """Where a message goes: the address as written, taken apart."""

    secure: bool
    host: str
    port: int
    path: str


def target_of(url: str) -> Target:
    """An address that a message may go to. Raises CannotSendError."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise CannotSendError("This is not an address.") from None
    schemes = ("https", "http") if settings.PCR_WEBHOOK_PRIVATE else ("https",)
    if parts.scheme not in schemes:
        raise CannotSendError("The address begins with https://.")
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise CannotSendError("The address names a host, and no user or password.")
    secure = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(secure, parts.hostname, port or (443 if secure else 80), path)


def signature(secret: bytes, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 in hex over the timestamp, a full stop and the body."""
    return hmac.new(secret, timestamp.encode() + b"." + body, sha256).hexdigest()


def send(url: str, body: bytes, secret: bytes, delivery: str) -> None:
    """Post it once. `delivery` names this version, so that a receiver takes it once. Raises CannotSendError."""
    target = target_of(url)
    timestamp = str(int(time.time()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "pcr-screener",
        TIMESTAMP: timestamp,
        SIGNATURE: f"v1={signature(secret, timestamp, body)}",
        DELIVERY: delivery,
    }
    connection = _Connection(target)
    try:
        connection.request("POST", target.path, body, headers)
        status = connection.getresponse().status
    except ssl.SSLError:
        raise CannotSendError("Its certificate was not accepted. Nothing was sent.") from None
    except TimeoutError:
        raise CannotSendError("It did not answer within ten seconds. It may have been taken.") from None
    except (OSError, HTTPException, ValueError):
        raise CannotSendError("It could not be reached.") from None
    finally:
        connection.close()
    if not 200 <= status < 300:
        raise CannotSendError(_refused(status))


def _refused(status: int) -> str:
    if 300 <= status < 400:
        return f"It wants the message elsewhere (status {status}). A message is never sent on."
    return f"It did not take it (status {status})."


class _Connection(HTTPConnection):
    """Looks the host up once, checks what was found, and connects to that very address: a second look-up
    could find another one."""

    def __init__(self, target: Target) -> None:
        super().__init__(target.host, target.port, timeout=TIMEOUT)
        self._target = target

    def connect(self) -> None:
        """Called by `request`. Raises CannotSendError."""
        raw = create_connection((_address(self._target), self._target.port), TIMEOUT)
        if self._target.secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(raw, server_hostname=self._target.host)
        else:
            self.sock = raw


def _address(target: Target) -> str:
    """The first address of the host; none of them may be private unless the operator says so."""
    try:
        found = getaddrinfo(target.host, target.port, type=SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CannotSendError("Its host is not known.") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not settings.PCR_WEBHOOK_PRIVATE and not all(_is_public(ip_address(one)) for one in addresses):
        raise CannotSendError(
            "Its host is a private address. The operator can allow that (PCR_WEBHOOK_PRIVATE)."
        )
    if not target.secure and not all(ip_address(one).is_loopback for one in addresses):
        raise CannotSendError("The address begins with https://.")
    return addresses[0]


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    return bool(mapped.is_global and not mapped.is_multicast)
