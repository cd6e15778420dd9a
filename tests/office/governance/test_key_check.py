"""`manage.py check` warns of keys that are missing or that others can read; the public side has none."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from pytest_django.fixtures import Settings

from screening import checks
from screening.office.keys import new_keys, path_of
from screening.office.models import Office


@pytest.fixture(autouse=True)
def there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's database lies in memory."""
    monkeypatch.setattr("screening.checks.Path.exists", lambda path: "memory" in str(path) or path.is_file())


def ids() -> list[str]:
    return [str(message.id) for message in checks.office_keys()]


def test_keys_in_their_place_are_no_reason_to_warn(office: Office) -> None:
    assert path_of(office.id).is_file()
    assert ids() == []


def test_missing_keys_are(office: Office) -> None:
    path_of(office.id).unlink()
    assert ids() == ["screening.W002"]
    assert "screening.W002" in [str(message.id) for message in run_checks()]


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_file_that_others_can_read_is(office: Office, mode: int) -> None:
    path_of(office.id).chmod(mode)
    assert ids() == ["screening.W003"]


def test_a_folder_that_others_can_read_is(office: Office) -> None:
    path_of(office.id).parent.chmod(0o755)
    assert ids() == ["screening.W003"]
    path_of(office.id).parent.chmod(0o700)


def test_a_public_key_that_is_not_that_of_the_file_is(office: Office) -> None:
    Office.objects.update(public_key=new_keys(office.id).public)
    assert ids() == ["screening.W004"]


def test_a_file_that_cannot_be_read_is(office: Office) -> None:
    path_of(office.id).write_text("{")
    assert ids() == ["screening.W004"]


def test_the_public_side_has_no_keys_and_no_warning(office: Office, settings: Settings) -> None:
    path_of(office.id).unlink()
    settings.PCR_SIDE = "public"
    assert ids() == []
