"""Reports of the decided cases, and of answers as a file gives them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from screening.rules.record import parse_answers
from screening.summary.page.checked import NO_CHECKS, Checks
from screening.summary.report.building import About, CaseRecord, Report, attorney_report
from tests.summary.persian import spoken


CASES = Path(__file__).resolve().parents[2] / "screening" / "law" / "cases"

Answered = Mapping[str, object]
ReportOf = Callable[..., Report]


@pytest.fixture(scope="session")
def decided() -> dict[str, dict[str, Any]]:
    """The answers of every case file, by id."""
    found = {}
    for name in ("appellate.yaml", "scenarios.yaml"):
        for case in yaml.safe_load((CASES / name).read_text(encoding="utf-8"))["cases"]:
            answers = case["answers"]
            found[case["id"]] = {
                key: value if isinstance(value, list) else str(value) for key, value in answers.items()
            }
    return found


@pytest.fixture(scope="session")
def report_of(as_of: date) -> ReportOf:
    """An attorney's report on cases, each given by its answers."""

    def build(
        *cases: Answered, about: Mapping[str, About] | None = None, checks: Checks = NO_CHECKS
    ) -> Report:
        records = [
            CaseRecord(number, parse_answers(answers).values, about or {})
            for number, answers in enumerate(cases, start=1)
        ]
        return attorney_report(records, as_of, "en", checks)

    return build


# Everything that can be urgent at once.
WORST: dict[str, object] = {
    "citizenship": "noncitizen",
    "citizen_parent": "yes",
    "immigration_status": "permanent_resident",
    "immigration_events": [
        "detained",
        "ice_hold",
        "in_removal_proceedings",
        "removal_order",
        "removed",
        "benefit_denied",
        "benefit_pending",
    ],
    "upcoming": [
        "immigration_court",
        "ice_check_in",
        "immigration_interview",
        "travel",
        "immigration_application",
        "criminal_court",
    ],
    "immigration_court_date": "2026-12-09",
    "ice_check_in_date": "2026-12-01",
    "immigration_interview_date": "2027-01",
    "travel_date": "2026-11-01",
    "immigration_application_date": "2027",
    "criminal_court_date": "2026-11-24",
    "court": "california",
    "county": "San Luis Obispo",
    "juvenile": "no",
    "offense_level": "felony",
    "offense_kind": ["drug_possession", "marijuana", "sex_offense"],
    "offense_code": "HS 11350(a), PC 459, " + "x" * 279,
    "disposition": "guilty_plea",
    "disposition_date": "2026",
    "sentence_date": "2026-10",
    "sentence_imposed": "365_days_or_more",
    "custody_in_case": "probation",
    "custody_elsewhere": "immigration",
    "probation_start_date": "2026-09",
    "open_warrant": "yes",
    "later_relief": ["expunged_1203_4", "reduced_17b", "resentenced", "sealed"],
    "program": "other_plea_first",
    "prior_motion": "denied",
    "steps_since": ["paid_consultant"],
}


@pytest.fixture(scope="session")
def worst() -> dict[str, object]:
    """Everything that can be urgent at once, and 300 characters of law numbers."""
    return WORST


@pytest.fixture(autouse=True)
def no_warning(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A missing glyph, a refused address, an unknown property: any warning fails the test."""
    caplog.set_level(logging.WARNING, logger="weasyprint")
    yield
    records = [record for phase in ("setup", "call") for record in caplog.get_records(phase)]
    assert [record.getMessage() for record in records if record.name == "weasyprint"] == []


@pytest.fixture
def persian(tmp_path: Path) -> Iterator[None]:
    """Persian, with a few sentences of the tests' own."""
    with spoken(tmp_path):
        yield
