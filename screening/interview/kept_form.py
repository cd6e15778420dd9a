"""A form that cannot be taken comes back by a GET: until then what was typed waits in the sealed session.

Where there may be no session it waits in a cookie of its own, which only this site opens: no row is made.

Browsers write what was posted to get a page on their disk, and addresses into their history.
"""

from __future__ import annotations

import base64
import json
from time import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from screening.interview.sealing import TamperedError, derive, seal, unseal


class KeptForm:
    """What is kept under one name: one form, the last."""

    def __init__(self, name: str) -> None:
        self._name = f"kept_{name}"

    def keep(self, request: HttpRequest, of: str = "", **told: Any) -> None:
        """For the page that follows. `of` says what the form is about; `told` is what JSON can hold."""
        request.session[self._name] = {"of": of, "told": told}

    def kept(self, request: HttpRequest, of: str = "") -> dict[str, Any]:
        """What was told; empty where nothing is kept, or the form of something else."""
        kept: dict[str, Any] = request.session.get(self._name, {})
        return dict(kept["told"]) if kept.get("of") == of else {}

    def take(self, request: HttpRequest, of: str = "") -> dict[str, Any]:
        """The same, to be shown once."""
        told = self.kept(request, of)
        if told:
            self.forget(request)
        return told

    def forget(self, request: HttpRequest) -> None:
        """Once the form was taken."""
        request.session.pop(self._name, None)


class CookieForm:
    """The same for a form that needs no session: sealed in the browser, for ten minutes."""

    LIVES = 600

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def cookie(self) -> str:
        """Bound to this host and to TLS, as that of the session is."""
        return f"__Host-{self._name}" if settings.PCR_TLS else self._name

    def keep(self, response: HttpResponse, **told: Any) -> None:
        """For the page that follows."""
        text = json.dumps([time(), told], ensure_ascii=False).encode()
        value = base64.urlsafe_b64encode(seal(self._key(), text, self._name)).decode()
        response.set_cookie(self.cookie, value, secure=settings.PCR_TLS, httponly=True, samesite="Strict")

    def kept(self, request: HttpRequest) -> dict[str, Any]:
        """What was told; empty where nothing is kept, or for too long."""
        try:
            sealed = base64.urlsafe_b64decode(request.COOKIES.get(self.cookie, ""))
            at, told = json.loads(unseal(self._key(), sealed, self._name))
        except (TamperedError, ValueError):
            return {}
        return dict(told) if 0 <= time() - at <= self.LIVES else {}

    def forget(self, request: HttpRequest, response: HttpResponse) -> None:
        """Once the form was taken."""
        if self.cookie in request.COOKIES:
            response.delete_cookie(self.cookie, samesite="Strict")

    def _key(self) -> bytes:
        return derive(settings.SECRET_KEY.encode(), f"form {self._name}")
