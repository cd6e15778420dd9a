"""Checks of authorities: which one counts, when one is due, and the command that lists it."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

from pcr_screener.operator import Operator
from screening.law.authority_checks import due_points, every_point, record, recorded_checks
from screening.models import AuthorityCheck
from screening.rules.authorities import Point


VIVAR = Point("vivar", "prejudice")
TEXT = "11 Cal.5th 510"


@pytest.mark.django_db
def test_no_check_is_shipped() -> None:
    assert not AuthorityCheck.objects.exists()
    assert len(due_points(date(2026, 11, 24))) == len(list(every_point()))


@pytest.mark.django_db
def test_a_check_holds_the_operators_months_and_a_day_more_is_due(settings: Settings) -> None:
    settings.OPERATOR = Operator(law_check_months=6)
    record(VIVAR, date(2026, 5, 24), "R. Example, SBN 1", TEXT, agrees=True)
    assert not recorded_checks().due(VIVAR, date(2026, 11, 24))
    assert recorded_checks().due(VIVAR, date(2026, 11, 25))


@pytest.mark.django_db
def test_the_newest_check_counts_and_of_one_day_the_last() -> None:
    record(VIVAR, date(2026, 3, 1), "second", TEXT, agrees=True)
    record(VIVAR, date(2026, 2, 1), "first", TEXT, agrees=False)
    record(VIVAR, date(2026, 3, 1), "third", TEXT, agrees=True)
    check = recorded_checks().of(VIVAR)
    assert check is not None
    assert check.by == "third"


@pytest.mark.django_db
def test_a_check_of_other_words_is_none() -> None:
    record(VIVAR, date(2026, 3, 1), "R. Example, SBN 1", TEXT, agrees=True)
    AuthorityCheck.objects.update(words="People v. Vivar: something else")
    assert recorded_checks().of(VIVAR) is None


@pytest.mark.django_db
def test_a_row_of_an_authority_that_is_gone_is_left_out() -> None:
    record(VIVAR, date(2026, 3, 1), "R. Example, SBN 1", TEXT, agrees=True)
    AuthorityCheck.objects.update(authority="gone", words="")
    assert recorded_checks().newest == {}


@pytest.mark.django_db
def test_what_was_found_to_differ_is_due_at_once() -> None:
    record(VIVAR, date(2026, 3, 1), "R. Example, SBN 1", TEXT, agrees=False, note="other page")
    assert recorded_checks().due(VIVAR, date(2026, 3, 1))


@pytest.mark.django_db
def test_the_command_lists_what_is_due_and_why() -> None:
    record(VIVAR, date(2025, 3, 1), "R. Example, SBN 1", TEXT, agrees=True)
    out = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("law_due", stdout=out)
    lines = out.getvalue().splitlines()
    total = len(list(every_point()))
    assert end.value.code == 1
    assert any(line.endswith("(checked on 2025-03-01, by R. Example, SBN 1)") for line in lines)
    assert lines[-1] == f"{total} of {total} points are due."


@pytest.mark.django_db
def test_with_everything_checked_the_command_is_content() -> None:
    for point in every_point():
        record(point, date(2026, 11, 1), "R. Example, SBN 1", TEXT, agrees=True)
    out = StringIO()
    call_command("law_due", as_of=date(2026, 11, 24), stdout=out)
    assert out.getvalue().startswith("0 of ")
