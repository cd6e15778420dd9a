"""What must be there before the first request, whatever else was imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_a_process_that_only_starts_knows_that_a_sign_in_begins_a_session() -> None:
    code = "import django, sys; django.setup(); assert 'screening.office.access.sign_ins' in sys.modules"
    subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", code],
        env={"DJANGO_SETTINGS_MODULE": "pcr_screener.settings", "PATH": "/usr/bin:/bin"},
        cwd=Path(__file__).parent.parent.parent,
        check=True,
    )
