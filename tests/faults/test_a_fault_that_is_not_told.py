"""Seeded faults: each must turn a test of the pages of faults, of leaving or of the log red."""

from __future__ import annotations

import logging

import pytest
from django.test import Client, RequestFactory

from pcr_screener import logs
from screening import faults, health
from screening.interview import leaving
from tests import test_faults


def test_a_page_that_asks_who_is_signed_in_is_seen(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "operator", lambda request: {"request": request})
    with pytest.raises(AssertionError):
        test_faults.test_the_offices_page_asks_nobody_who_is_signed_in(rf, 404)


@pytest.mark.django_db
def test_a_leave_that_waits_for_the_database_is_seen(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "is_leaving", lambda _request: False)
    with pytest.raises(AssertionError):
        test_faults.test_leaving_leads_away_though_nothing_can_be_erased(client, monkeypatch, "erase_all")


@pytest.mark.django_db
def test_a_leave_that_another_site_can_press_is_seen(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "from_this_site", lambda _request: True)
    with pytest.raises(AssertionError):
        test_faults.test_leaving_leads_away_though_nothing_can_be_erased(client, monkeypatch, "erase_all")


def test_a_log_that_repeats_djangos_words_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def as_it_came(_record: logging.LogRecord) -> None:
        pass

    monkeypatch.setattr(logs, "_without_its_words", as_it_came)
    with pytest.raises(AssertionError):
        test_faults.test_the_log_says_pattern_and_status_and_nothing_that_was_sent()


@pytest.mark.django_db
def test_a_monitor_that_does_not_write_is_seen(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_wrong", lambda: "")
    with pytest.raises(AssertionError):
        test_faults.test_a_monitor_is_told_what_is_wrong(client, monkeypatch, "read-only")
