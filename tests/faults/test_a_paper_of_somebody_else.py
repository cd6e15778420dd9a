"""A seeded fault: papers in memory under a key that all askers share must be seen."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from screening.interview import printing
from screening.summary.pdf.apart import Paper
from tests.interview import test_print_page
from tests.interview.walk import answer_everything


pytestmark = [pytest.mark.django_db, pytest.mark.no_cover]


def test_the_test_of_the_asker_sees_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(_opened: Any, wish: Any, **_again: bool) -> Any:
        return vars(printing)["made_apart"]((wish.what, str(wish.part)))

    monkeypatch.setattr(printing, "_paper", faulty)
    run = answer_everything(client, test_print_page.ANSWERS)
    with pytest.raises(AssertionError):
        test_print_page.test_a_paper_in_memory_is_its_askers_alone_and_of_nobody_who_has_gone(
            client, run, Paper(("key",), b"", None), monkeypatch, "erase"
        )
