"""The data of a paper, for programs: canonical, complete, and without anything that an office adds."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from screening.rules.evaluate import evaluate
from screening.rules.record import parse_answers
from screening.rules.version import canonical
from screening.summary.as_json.result_json import result_json
from screening.summary.as_json.summary_json import Made, made_as, summary_json, summary_of, version_of
from screening.summary.page.data import About, CaseRecord, Heading, Report, Signed


ReportOf = Callable[..., Report]
Decided = dict[str, dict[str, Any]]


def test_it_holds_a_line_of_the_contract_for_each_case(decided: Decided, as_of: date) -> None:
    given = [parse_answers(decided[case]) for case in ("vivar_2021", "federal")]
    records = [CaseRecord(number, answers.values) for number, answers in enumerate(given, start=1)]
    read = json.loads(summary_json(records, as_of, Made("es", "bilingual", office=True)))
    assert read["summary"] == 1
    assert read["made"] == {"for": "attorney", "language": "es", "version": "bilingual", "office": True}
    lines = [
        result_json(str(number), evaluate(answers, as_of)) for number, answers in enumerate(given, start=1)
    ]
    assert read["results"] == json.loads(json.dumps(lines))


def test_it_is_canonical(decided: Decided, as_of: date) -> None:
    records = [CaseRecord(1, parse_answers({**decided["vivar_2021"], "offense_code": "§ 459 José"}).values)]
    written = summary_json(records, as_of, Made())
    assert canonical(json.loads(written)) == written
    assert "José".encode() in written


def test_a_report_gives_the_same(decided: Decided, as_of: date, report_of: ReportOf) -> None:
    answers = decided["vivar_2021"]
    records = [CaseRecord(1, parse_answers(answers).values)]
    assert summary_of(report_of(answers)) == summary_json(records, as_of, Made())


def test_nothing_of_an_office_stands_in_it(decided: Decided, report_of: ReportOf) -> None:
    report = report_of(decided["vivar_2021"], about={"court": About("family", "sure", "A note of Noor")})
    of_office = replace(
        report,
        of_office=True,
        heading=Heading("26-0001", "Marisol Vega", "559 555 0100", "Spanish", "F0490"),
        decisions=(Signed("accept", "Take the case", "A reason", "Ana Beltrán", "123456", "today"),),
    )
    written = summary_of(of_office).decode()
    for word in ("26-0001", "Vega", "0100", "F0490", "Noor", "A reason", "Beltr", "123456"):
        assert word not in written
    assert json.loads(written)["made"]["office"] is True


@pytest.mark.parametrize(
    ("changes", "version"),
    [
        ({}, "full"),
        ({"language": "es"}, "bilingual"),
        ({"redacted": True}, "redacted"),
    ],
)
def test_it_says_which_version_was_made(report_of: ReportOf, changes: dict[str, Any], version: str) -> None:
    report = replace(report_of({}), **changes)
    assert version_of(report) == version
    assert made_as(report).language == changes.get("language", "en")
