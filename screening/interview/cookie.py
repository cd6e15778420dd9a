"""A new value for the visitor's cookie, each time an interview begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.middleware.csrf import rotate_token


if TYPE_CHECKING:
    from django.http import HttpRequest


def renew_cookie(request: HttpRequest) -> None:
    """So that nobody who had this browser before knows the value."""
    if request.session.session_key is not None:
        request.session.cycle_key()
    # Made now, so that showing the first page writes nothing.
    rotate_token(request)
