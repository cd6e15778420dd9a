"""What every test shares: two tiers, one as-of day, and properties that try the same examples every time."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import settings
from django.core.cache import caches
from django.test import override_settings
from django.utils import translation
from hypothesis import settings as hypothesis_settings

from pcr_screener.operator import Operator
from tests.tiers import Rounds


# Derandomized: a red run must be red again on the next machine. How many examples of a property are tried.
FEW, MANY = 50, 200
ci = hypothesis_settings(derandomize=True, deadline=None, database=None, print_blob=True, max_examples=FEW)
hypothesis_settings.register_profile("ci", ci)
hypothesis_settings.register_profile("long", ci, max_examples=MANY)
hypothesis_settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long` adds the repetitions: tests marked `long`, and more rounds where a test asks `rounds`."""
    parser.addoption("--long", action="store_true", help="with every repetition of a fact that is tested")


def pytest_configure(config: pytest.Config) -> None:
    """The settings of all tests, set once; with `--long` more examples of each property."""
    override_settings(
        # Test clients do not read all static files.
        WHITENOISE_AUTOREFRESH=True,
        # Whatever operator.toml this machine has, tests see the one that says nothing.
        OPERATOR=Operator(),
        # Papers are made by the test itself, but where it asks how they are made.
        PCR_PDF_PROCESSES=0,
        CACHES={
            name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
            for name in ("default", "brakes")
        },
    ).enable()
    if config.getoption("--long"):
        hypothesis_settings.load_profile("long")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the repetitions out, unless they are asked for."""
    if config.getoption("--long"):
        return
    repetitions = [item for item in items if item.get_closest_marker("long")]
    if repetitions:
        config.hook.pytest_deselected(items=repetitions)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


@pytest.fixture(scope="session")
def rounds(pytestconfig: pytest.Config) -> Rounds:
    """How often a test repeats itself: the first number, or with `--long` the second."""
    return lambda few, many: many if pytestconfig.getoption("--long") else few


@pytest.fixture(scope="session")
def as_of() -> date:
    """The day the tests take for today, a little before Thanksgiving 2026."""
    return date(2026, 11, 24)


@pytest.fixture(autouse=True)
def own_limits() -> None:
    """Rate limits of one test count nothing of another."""
    for name in settings.CACHES:
        caches[name].clear()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A request leaves its language active in its thread; the next test starts in English."""
    with translation.override("en"):
        yield
