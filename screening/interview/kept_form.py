"""A form that cannot be taken comes back by a GET: until then what was typed waits in the sealed session.

Browsers write what was posted to get a page on their disk, and addresses into their history.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


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
