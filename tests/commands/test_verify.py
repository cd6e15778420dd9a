"""`manage.py verify`: same and exit 0, what differs and exit 1, one line on standard error and exit 2."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from django.core.management import call_command
from django.db import OperationalError

from screening.bulk import verify_pages
from screening.law import authority_checks
from screening.law.authority_checks import record
from screening.rules.answers import Answers
from screening.rules.evaluate import evaluate
from screening.rules.record import parse_answers
from screening.rules.version import rules_version
from screening.summary.as_json import summary_json
from screening.summary.as_json.redacted import redacted_report
from screening.summary.page.data import CaseRecord, Report
from screening.summary.pdf.papers import attorney_html, attorney_pdf
from screening.summary.report.building import attorney_report
from tests.bulk.results import NOW, THEN, Line, but, decided, of_old_rules, result, summary_of, text_of


VIVAR, ESPINOZA = "vivar_2021", "espinoza_2023"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command on this content; the exit code and what stood on standard output."""

    def go(content: str | bytes, *arguments: str, day: str = "2026-11-24") -> tuple[int, str]:
        file, out, code = tmp_path / "file", io.StringIO(), 0
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        try:
            call_command("verify", str(file), "--as-of", day, *arguments, stdout=out)
        except SystemExit as ended:
            code = int(ended.code or 0)
        return code, out.getvalue()

    return go


def case(record_id: str) -> CaseRecord:
    return CaseRecord(1, parse_answers(decided()[record_id]).values)


@pytest.fixture(scope="module")
def paper() -> bytes:
    """A paper as `summary` makes it."""
    return attorney_pdf(attorney_report([case(VIVAR)], NOW, "en"))


def attached(pdf: bytes, change: Callable[[Line], object]) -> bytes:
    """The same pages over other results."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        stream = opened.attachments["summary.json"].get_file().obj
        changed = but(json.loads(stream.read_bytes()), change)
        stream.write(json.dumps(changed).encode())
        opened.save(out)
    return out.getvalue()


def test_what_screen_wrote_is_the_same(run: Run, tmp_path: Path) -> None:
    records, out = tmp_path / "records.jsonl", io.StringIO()
    records.write_text(text_of({"id": name, "answers": answers} for name, answers in decided().items()))
    call_command("screen", str(records), "--as-of", "2026-11-24", stdout=out)
    what = f"{len(decided())} results are what rules {rules_version()} give"
    assert run(out.getvalue()) == (0, f"same: {what}, on the stored day and on November 24, 2026.\n")


def test_each_case_of_a_summary_is_named_by_its_number(run: Run) -> None:
    two = [
        {**result(VIVAR), "id": "1"},
        but({**result(ESPINOZA), "id": "2"}, lambda line: line["urgent"].append("x")),
    ]
    code, said = run(json.dumps(summary_of(*two)))
    assert code == 1
    assert said.startswith("2: The stored result is not what these rules give")
    assert said.endswith("differs: 1 of 2 results.\n")


def test_older_rules_are_told_once_for_the_whole_file(run: Run) -> None:
    code, said = run(text_of([of_old_rules(result(VIVAR)), of_old_rules(result(ESPINOZA))]))
    assert code == 1
    assert said.count("The rules are others") == said.count("Rules 2026.11:") == 1
    assert said.endswith("differs: 2 of 2 results.\n")


def test_the_law_of_another_day_is_told(run: Run) -> None:
    code, said = run(text_of([result(VIVAR, THEN)]))
    assert code == 1
    assert "vivar_2021: PC 1473.7(a)(1), Outcome: on the stored day (June 1, 2016) “Not in force”" in said
    assert run(text_of([result(VIVAR, THEN)]), day="2016-06-01")[0] == 0


def test_a_record_that_was_an_error_is_passed_over(run: Run) -> None:
    error = {"id": "x", "line": 1, "error": {"key": "court", "message": "unknown value"}}
    code, said = run(text_of([error, result(VIVAR)]))
    assert code == 0
    assert said.startswith(
        "line 1: a record that could not be screened; nothing to verify.\nsame: 1 result is"
    )


def test_an_id_of_control_signs_does_not_reach_the_terminal(run: Run) -> None:
    spoiled = {**result(VIVAR), "id": "\x1b[2J\u202e", "urgent": ["x"]}
    _, said = run(text_of([spoiled]))
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_what_cannot_be_read_is_one_line_and_exit_2(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("{")[0] == 2
    assert capsys.readouterr().err == "line 1: not JSON in UTF-8, or a key stands in it twice\n"


@pytest.mark.parametrize(
    ("content", "says", "total"),
    [
        (
            text_of([result(VIVAR)] * 2),
            "line 2: its id stood there before.",
            "differs: 1 line that cannot be read.",
        ),
        (
            text_of([but(result(VIVAR), lambda line: line["answers"].update(court="typed by me"))]),
            "line 1: court: unknown value.",
            "differs: 1 of 1 result.",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_exit_1(run: Run, content: str, says: str, total: str) -> None:
    assert run(content) == (1, f"{says}\n{total}\n")


def test_a_paper_is_the_same_page_for_page(run: Run, paper: bytes) -> None:
    code, said = run(paper)
    assert said.startswith("The pages are the same:")
    assert "\nsame: 1 result is what rules" in said
    assert code == 0


@pytest.mark.django_db
def test_one_of_several_papers_keeps_its_cases_numbers(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def words(report: Report) -> bytes:
        return attorney_html(report).encode()

    records = [replace(case(VIVAR), number=6), replace(case(VIVAR), number=7)]
    report = replace(attorney_report(records, NOW, "en"), of_all=7)
    second = attorney_pdf(report)
    monkeypatch.setattr(
        verify_pages, "attorney_pdf", lambda made: second if words(made) == words(report) else b""
    )
    code, said = run(second)
    assert said.startswith("The pages are the same:"), said
    assert code == 0


@pytest.mark.django_db
def test_pages_that_somebody_changed_are_told_though_the_results_hold(
    run: Run, monkeypatch: pytest.MonkeyPatch, paper: bytes
) -> None:
    monkeypatch.setattr(verify_pages, "attorney_pdf", lambda _report: paper)
    code, said = run(attached(paper, lambda _: None))
    assert code == 1
    assert said.startswith("The pages differ from what this program makes")
    assert said.endswith("Another program did save this file again.\ndiffers: the pages.\n")


def test_bytes_before_the_head_of_a_paper_are_told(run: Run, paper: bytes) -> None:
    code, said = run(b"\r\n" + paper)
    assert code == 1
    assert said.startswith("The pages are the same, but 2 bytes stand before the head of the PDF.")
    assert said.endswith("\ndiffers: the pages.\n")


@pytest.mark.django_db
def test_a_paper_that_another_program_saved_or_printed_again_is_told(
    run: Run, paper: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    def by_another(*, keep: bool) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(paper)) as opened:
            opened.docinfo["/Producer"] = "Skia/PDF m120"
            if not keep:
                del opened.attachments["summary.json"]
            opened.save(out)
        return out.getvalue()

    code, said = run(by_another(keep=True))
    assert code == 1
    assert "Another program did save this file again: Skia/PDF m120.\n" in said
    assert run(by_another(keep=False))[0] == 2
    told = capsys.readouterr().err
    assert told.startswith("the PDF carries no summary.json (written by Skia/PDF m120): ")
    assert "another program printed it again" in told


@pytest.mark.django_db
def test_results_that_somebody_changed_are_told_with_the_pages(
    run: Run, monkeypatch: pytest.MonkeyPatch, paper: bytes
) -> None:
    monkeypatch.setattr(verify_pages, "attorney_pdf", lambda _report: paper)
    changed = attached(paper, lambda summary: summary["results"][0]["answers"].update(juvenile="yes"))
    code, said = run(changed)
    assert code == 1
    assert "1: The answers or the digest were changed" in said
    assert said.endswith("differs: 1 of 1 result and the pages.\n")


def test_the_pages_of_an_office_are_not_made_again(run: Run, paper: bytes) -> None:
    code, said = run(attached(paper, lambda summary: summary["made"].update(office=True)))
    assert code == 0
    assert said.startswith(verify_pages.OF_AN_OFFICE)
    _, elsewhere = run(attached(paper, lambda summary: summary["made"].update(language="xx")))
    assert elsewhere.startswith(verify_pages.NOT_MADE_HERE)


def test_a_redacted_paper_is_the_same_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    report = redacted_report([case(ESPINOZA)], NOW)
    paper = attorney_pdf(report)
    # Of the same report the bytes are the same: test_pdf_structure.py.

    def again(made: Report) -> bytes:
        same = attorney_html(made) == attorney_html(report)
        return paper if same and summary_json.summary_of(made) == summary_json.summary_of(report) else b""

    monkeypatch.setattr(verify_pages, "attorney_pdf", again)
    code, said = run(paper)
    assert (code, said[:24]) == (0, "The pages are the same: ")


@pytest.mark.django_db
def test_a_paper_that_was_sent_or_that_shows_checks_is_the_same_too(
    run: Run, monkeypatch: pytest.MonkeyPatch, paper: bytes
) -> None:
    """Without setting a page: a paper is known here by what its report says."""
    point = evaluate(Answers(case(VIVAR).answers), NOW).remedies[0].elements[0].authorities[0]
    record(point, NOW, "Ana Beltrán", "leginfo", agrees=True)
    made: list[tuple[bool, bool]] = []

    def known(report: Report) -> bytes:
        made.append((report.sent, any(row.checked for row in report.authorities)))
        return paper if len(made) == 4 else b""

    monkeypatch.setattr(verify_pages, "attorney_pdf", known)
    assert run(paper)[0] == 0
    assert made == [(False, False), (True, False), (False, True), (True, True)]


def test_without_a_database_papers_are_verified_all_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch, paper: bytes
) -> None:
    def missing() -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr(authority_checks, "recorded_checks", missing)
    monkeypatch.setattr(verify_pages, "attorney_pdf", lambda _report: b"")
    assert run(paper) == (1, f"{verify_pages.DIFFER}\ndiffers: the pages.\n")
