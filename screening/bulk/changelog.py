"""The changes of law that CHANGELOG.md names: its sections "Law", with the version of the rules of each.

An entry is `- Rules 2026.11: what changed, from which day, read when.`; a line that is indented goes on with
the entry above it (CONTRIBUTING, "To change the law").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings


_FILE = "CHANGELOG.md"
_HEADING = "### Law"
_ENTRY = re.compile(r"- Rules (?P<version>\d{4}\.\d{2}(?:\.\d+)?): (?P<says>.+)", re.ASCII)


@dataclass(frozen=True)
class LawEntry:
    """One change of the rules. `version` is a calendar version, for example `2026.11`."""

    version: str
    says: str


def law_entries(text: str) -> tuple[LawEntry, ...]:
    """The entries of a changelog, the newest version first; those of one version as they stand."""
    entries = [
        LawEntry(found["version"], found["says"]) for found in map(_ENTRY.fullmatch, _law(text)) if found
    ]
    return tuple(sorted(entries, key=lambda entry: order(entry.version), reverse=True))


@cache
def shipped() -> tuple[LawEntry, ...]:
    """The entries of this program's own changelog; none where it was installed without one."""
    path = Path(settings.BASE_DIR) / _FILE
    return law_entries(path.read_text(encoding="utf-8")) if path.is_file() else ()


def entries_after(version: str) -> tuple[LawEntry, ...]:
    """What changed after this calendar version."""
    return tuple(entry for entry in shipped() if order(entry.version) > order(version))


def entries_of(version: str) -> tuple[LawEntry, ...]:
    """What came with this calendar version."""
    return tuple(entry for entry in shipped() if entry.version == version)


def order(version: str) -> tuple[int, ...]:
    """For sorting calendar versions."""
    return tuple(int(part) for part in version.split("."))


def _law(text: str) -> Iterator[str]:
    """The entries of the sections of law, each in one line."""
    for section in re.split(r"^(?=##)", text, flags=re.MULTILINE):
        heading, _, body = section.partition("\n")
        if heading.strip() == _HEADING:
            yield from (line.strip() for line in re.sub(r"\n +", " ", body).splitlines())
