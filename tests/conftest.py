"""What every test shares: one as-of day, and properties that try the same examples every time."""

from datetime import date

import pytest
from hypothesis import settings


# Derandomized: a red run must be red again on the next machine.
settings.register_profile("ci", derandomize=True, deadline=None, database=None, print_blob=True)
settings.load_profile("ci")


@pytest.fixture(scope="session")
def as_of() -> date:
    """The day the tests take for today, a little before Thanksgiving 2026."""
    return date(2026, 11, 24)
