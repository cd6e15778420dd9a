"""Ten decided cases through the web questionnaire and through the command: the same outcomes, the same facts."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
import time_machine
import yaml
from django.core.management import call_command
from django.test import Client
from django.utils import translation

from screening.questions.route import in_contract_keys
from screening.questions.wording import answer_in_words, said
from screening.rules.record import parse_answers
from screening.summary.pdf import papers
from screening.summary.report.building import Report
from tests.interview.walk import answer_everything
from tests.questions.walking import asked_about
from tests.summary.reading import words_of
from tests.tiers import repeated


CASES = Path(__file__).resolve().parents[1] / "screening" / "law" / "cases"
TEN = (
    "vivar_2021", "espinoza_2023", "mejia_2019", "soto_2022", "villalba_2023", "curiel_2023", "alatorre_2021",
    "jung_2020", "lopez_2022_83", "ruiz_2020",
)  # fmt: skip


def decided(case_id: str) -> dict[str, Any]:
    cases = yaml.safe_load((CASES / "appellate.yaml").read_text())["cases"]
    answers: dict[str, Any] = next(case["answers"] for case in cases if case["id"] == case_id)
    return answers


def by_command(tmp_path: Path, answers: dict[str, Any]) -> dict[str, Any]:
    file, out = tmp_path / "case.jsonl", io.StringIO()
    file.write_text(json.dumps({"id": "case", "answers": answers}))
    call_command("screen", str(file), "--as-of", "2026-11-24", stdout=out)
    data: dict[str, Any] = json.loads(out.getvalue())
    return data


def squeezed(text: str) -> str:
    """Letters and digits alone: a PDF breaks lines where it likes."""
    return "".join(character for character in text if character.isalnum())


@pytest.mark.django_db
@pytest.mark.parametrize("case_id", repeated(TEN, 2))
@time_machine.travel("2026-11-24T12:00:00-08:00", tick=False)
def test_a_decided_case_reads_the_same_on_the_web_and_from_the_command(
    case_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "attorney_pdf", lambda report: papers.attorney_html(report).encode())
    answers, client = decided(case_id), Client()
    record = dict(parse_answers(answers).values)
    run = answer_everything(client, record)

    report = client.get(f"/s/{run}/result/").context["report"]
    assert isinstance(report, Report)
    (case,) = report.cases
    command = by_command(tmp_path, answers)
    assert {found.remedy: found.outcome.value for found in case.result.remedies} == {
        found["remedy"]: found["outcome"] for found in command["remedies"]
    }
    assert case.result.conviction.finding.value == command["immigration_conviction"]["finding"]
    assert list(case.result.urgent) == command["urgent"]

    paper = client.get(f"/s/{run}/paper.pdf")
    text = squeezed(words_of(paper.content.decode()))
    with translation.override("en"):
        for key, value in in_contract_keys(asked_about(record), first_case=True).items():
            shown = (
                [said(key, one) for one in value]
                if isinstance(value, tuple)
                else [answer_in_words(key, value)]
            )
            for words in shown if key in record else ():
                # A date stands as it was given; that its month or day is missing is plain to see.
                given = words.removesuffix(", month not known").removesuffix(", day not known")
                assert squeezed(given) in text, (key, words)
