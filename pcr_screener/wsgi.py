"""What a production server starts."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pcr_screener.settings")
_django = get_wsgi_application()

# Only `migrate` makes a database. A server that finds none says so (503), and puts no empty one in its place.
_database = settings.DATABASES["default"]
if isinstance(_database["NAME"], Path):
    _database["NAME"] = f"{_database['NAME'].resolve().as_uri()}?mode=rw"

_FOREIGN = "application/octet-stream; charset=utf-16"


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Django's. It breaks, before any page could be shown, on charsets that Python knows and that are no text."""
    if _is_foreign(environ.get("CONTENT_TYPE", "")):
        # Refused by `readable` (middleware.py), with a page.
        environ["CONTENT_TYPE"] = _FOREIGN
    return _django(environ, start_response)


def _is_foreign(content_type: str) -> bool:
    try:
        _, parameters = parse_header_parameters(content_type)
    except (LookupError, UnicodeError, ValueError):
        return True
    return parameters.get("charset", "utf-8").lower() not in ("utf-8", "utf8")
