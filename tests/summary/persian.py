"""A Persian catalog of a few sentences, so that these tests do not depend on the translators' work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polib
from django.test import override_settings
from django.utils import translation


# With zero-width non-joiners, as Persian is spelled, and an isolated Latin word.
SENTENCES = {
    "My notes for a lawyer": "یادداشت‌های من برای وکیل",
    "If you are in the United States, do not leave it.": "از آمریکا خارج نشوید.",
    "Which court had this case?": "این پرونده در کدام دادگاه بود؟",
    "A California county court": "دادگاه کانتی در کالیفرنیا (\u2066Superior Court\u2069) می‌شود",
    "U.S. citizenship": "شهروندی",
}


@contextmanager
def spoken(folder: Path) -> Iterator[None]:
    """Persian speaks these sentences before any others."""
    catalog = polib.POFile()
    catalog.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    catalog.extend(polib.POEntry(msgid=english, msgstr=persian) for english, persian in SENTENCES.items())
    place = folder / "fa" / "LC_MESSAGES"
    place.mkdir(parents=True)
    catalog.save_as_mofile(str(place / "django.mo"))
    with override_settings(LOCALE_PATHS=[folder], LANGUAGES=[("en", "English"), ("fa", "فارسی")]):
        yield
    translation.activate("en")
