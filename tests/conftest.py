"""What every test shares: one as-of day, and properties that try the same examples every time."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.cache import cache
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from pytest_django.fixtures import Settings

from pcr_screener.operator import Operator


# Derandomized: a red run must be red again on the next machine.
hypothesis_settings.register_profile("ci", derandomize=True, deadline=None, database=None, print_blob=True)
hypothesis_settings.load_profile("ci")


@pytest.fixture(scope="session")
def as_of() -> date:
    """The day the tests take for today, a little before Thanksgiving 2026."""
    return date(2026, 11, 24)


@pytest.fixture(autouse=True)
def nobodys_office(settings: Settings) -> None:
    """Whatever operator.toml this machine has, tests see the one that says nothing."""
    settings.OPERATOR = Operator()


@pytest.fixture(autouse=True)
def own_limits(settings: Settings) -> None:
    """Rate limits of one test count nothing of another."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A request leaves its language active in its thread; the next test starts in English."""
    with translation.override("en"):
        yield
