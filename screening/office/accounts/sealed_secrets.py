"""The secrets of second factors, sealed under a key that is derived from SECRET_KEY and is in no table.

While an old key stands in SECRET_KEY_FALLBACKS it still opens what was sealed under it; whoever signs in
goes over to the new one. After that an administrator resets the second factor.
"""

from __future__ import annotations

import base64

from django.conf import settings

from screening.interview.sealing import TamperedError, derive, seal, unseal


_ABOUT = "second factor"


class OtherSecretKeyError(Exception):
    """It was sealed under a SECRET_KEY that this server no longer knows."""


def seal_secret(text: str) -> str:
    """Seal under the key of today."""
    return base64.b64encode(seal(_key(settings.SECRET_KEY), text.encode(), _ABOUT)).decode()


def open_secret(sealed: str) -> str:
    """Open with the key of today, else with an earlier one. Raises OtherSecretKeyError."""
    for secret_key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return unseal(_key(secret_key), base64.b64decode(sealed), _ABOUT).decode()
        except (TamperedError, ValueError):
            continue
    raise OtherSecretKeyError


def sealed_anew(sealed: str) -> str:
    """The same secret under the key of today, untouched where it is already. Raises OtherSecretKeyError."""
    try:
        unseal(_key(settings.SECRET_KEY), base64.b64decode(sealed), _ABOUT)
    except (TamperedError, ValueError):
        return seal_secret(open_secret(sealed))
    return sealed


def _key(secret_key: str) -> bytes:
    return derive(secret_key.encode(), "second factors")
