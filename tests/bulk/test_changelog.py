"""The sections of law in CHANGELOG.md name every version of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from screening.bulk import changelog
from screening.bulk.changelog import LawEntry, entries_after, entries_of, law_entries, shipped
from screening.rules.version import CALENDAR_VERSION


TEXT = """# Changelog

## 2.0

### Law

- Rules 2027.02: PC 1 changed from January 1, 2027.
  Read January 5, 2027.
- Rules 2027.10: later.

### Added

- Rules 2099.01: no change of law, as it stands under another heading.

## 1.0

### Law

- Rules 2026.11: the first.
- A line without a version.
"""


def test_the_newest_entry_of_the_programs_changelog_names_the_version_of_its_rules() -> None:
    assert shipped()[0].version == CALENDAR_VERSION


def test_entries_are_read_with_their_versions_the_newest_first() -> None:
    assert law_entries(TEXT) == (
        LawEntry("2027.10", "later."),
        LawEntry("2027.02", "PC 1 changed from January 1, 2027. Read January 5, 2027."),
        LawEntry("2026.11", "the first."),
    )


def test_what_came_after_a_version_and_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changelog, "shipped", lambda: law_entries(TEXT))
    assert [entry.version for entry in entries_after("2026.11")] == ["2027.10", "2027.02"]
    assert [entry.version for entry in entries_after("2027.2")] == ["2027.10"]
    assert entries_of("2026.11") == (LawEntry("2026.11", "the first."),)


def test_a_program_without_its_changelog_names_nothing(settings: Settings, tmp_path: Path) -> None:
    settings.BASE_DIR = tmp_path
    assert shipped.__wrapped__() == ()
