"""For looking and measuring: the sample operator, and the browser of the browser tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from pcr_screener.operator import load_operator
from tests.e2e.conftest import browser_type_launch_args


__all__ = ["browser_type_launch_args"]

SAMPLE = Path(__file__).resolve().parents[2] / "docs" / "operator.toml"


@pytest.fixture(autouse=True)
def sample_operator(settings: Settings) -> None:
    """The invented office of docs/operator.toml."""
    settings.OPERATOR = load_operator(SAMPLE)
