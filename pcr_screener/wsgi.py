"""What a production server starts."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pcr_screener.settings")
application = get_wsgi_application()

# Only `migrate` makes a database. A server that finds none says so (503), and puts no empty one in its place.
_database = settings.DATABASES["default"]
if isinstance(_database["NAME"], Path):
    _database["NAME"] = f"{_database['NAME'].resolve().as_uri()}?mode=rw"
