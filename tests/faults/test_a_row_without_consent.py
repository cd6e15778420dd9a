"""Seeded fault: a box that counts as ticked must write a row that the test of the consent would see."""

from __future__ import annotations

import pytest
from django.test import Client

from screening.office.models import Office, Screening
from screening.office.sending import letter
from tests.office.conftest import make_office, own_keys
from tests.office.sending.conftest import run, slow_keys, taking
from tests.office.sending.letters import send, sent_page


__all__ = ["make_office", "own_keys", "run", "slow_keys", "taking"]

pytestmark = pytest.mark.django_db


def test_a_consent_that_nobody_gave_is_seen(
    client: Client,
    run: str,
    taking: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(letter._CHECKS, letter.CONSENT, lambda _letter: "")
    assert send(client, run, taking, m=None) == sent_page(run)
    assert Screening.objects.count() == 1
