"""The `summary` command: one paper a person, nothing named after an id, bad records reported one by one."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import translation
from django.utils.translation import get_language_info

from screening.bulk.reader import read_records
from screening.management.commands import summary as command
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.summary.pdf.papers import attorney_html
from screening.summary.report.building import Report
from tests.summary.reading import pages_of, text_of, words_of


# The paper shows an attorney's checks of authorities, which are rows.
pytestmark = pytest.mark.django_db

Lines = list[dict[str, object]]
Run = Callable[..., tuple[int, Lines]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command on lines of JSON; the exit code and what stood on standard output."""

    def go(*records: object, arguments: tuple[str, ...] = ("--as-of", "2026-11-24")) -> tuple[int, Lines]:
        file = tmp_path / "in.jsonl"
        file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        out, code = io.StringIO(), 0
        try:
            call_command("summary", str(file), "--output", str(tmp_path / "out"), *arguments, stdout=out)
        except SystemExit as ended:
            code = int(ended.code or 0)
        return code, [json.loads(line) for line in out.getvalue().splitlines()]

    return go


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """Do not set papers; keep the reports."""
    reports: list[Report] = []

    def keep(report: Report) -> bytes:
        reports.append(report)
        return b"%PDF-"

    monkeypatch.setattr(command, "attorney_pdf", keep)
    return reports


@pytest.fixture
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper before it is set: what its words are."""
    monkeypatch.setattr(command, "attorney_pdf", lambda report: attorney_html(report).encode())


def test_a_real_paper(run: Run, tmp_path: Path) -> None:
    code, lines = run({"id": "../../etc/x", "answers": {"court": "california", "county": "Kern"}})
    assert (code, lines) == (0, [{"file": "0001.pdf", "ids": ["../../etc/x"]}])
    made = tmp_path / "out" / "0001.pdf"
    assert [file.name for file in made.parent.iterdir()] == ["0001.pdf"]
    first = pages_of(made.read_bytes())[0]
    # Little is known: page one is roomy.
    assert all(words in first for words in ("Kern", "Look first", "Date and time"))
    assert made.stat().st_mode & 0o077 == 0
    assert made.parent.stat().st_mode & 0o077 == 0


def test_one_paper_a_person_wherever_the_records_stand(run: Run, quick: list[Report]) -> None:
    code, lines = run(
        {"id": "a", "person": "p", "answers": {"court": "california"}},
        {"id": "b", "answers": {}},
        {"id": "c", "person": "q", "answers": {}},
        {"id": "d", "person": "p", "answers": {"court": "federal"}},
    )
    assert code == 0
    assert lines == [
        {"file": "0002.pdf", "ids": ["b"]},
        {"file": "0001.pdf", "ids": ["a", "d"]},
        {"file": "0003.pdf", "ids": ["c"]},
    ]
    assert [len(report.cases) for report in quick] == [1, 2, 1]


def test_bad_records_are_reported_and_the_others_go_on(run: Run, quick: list[Report]) -> None:
    code, lines = run({"id": "a", "answers": {"court": "mars"}}, {"id": "b", "answers": {}}, {"answers": {}})
    assert code == 1
    assert lines[0] == {"id": "a", "line": 1, "error": {"key": "court", "message": "unknown value"}}
    assert lines[1] == {"file": "0001.pdf", "ids": ["b"]}
    assert lines[2]["id"] is None
    assert len(quick) == 1


def test_streaming(quick: list[Report], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A record without a person is a paper before the next one is read."""
    read: list[int] = []

    def watched(path: str, input_format: str | None) -> object:
        for record in read_records(path, input_format):
            read.append(len(quick))
            yield record

    monkeypatch.setattr(command, "read_records", watched)
    file = tmp_path / "in.jsonl"
    file.write_text("".join(f'{{"id": "{name}", "answers": {{}}}}\n' for name in "abc"), encoding="utf-8")
    call_command("summary", str(file), "--output", str(tmp_path / "out"), stdout=io.StringIO())
    assert read == [0, 1, 2]


def test_the_as_of_day(run: Run, quick: list[Report]) -> None:
    run({"id": "a", "answers": {}}, arguments=("--as-of", "2030-01-02"))
    assert quick[0].as_of.isoformat() == "2030-01-02"


def test_a_copy_for_the_client_leaves_out_what_is_sensitive(run: Run, tmp_path: Path) -> None:
    answers = {"court": "california", "county": "Kern", "immigration_status": "daca_or_tps"}
    assert run({"id": "a", "answers": answers}, arguments=("--for", "client")) == (
        0,
        [{"file": "0001.pdf", "ids": ["a"]}],
    )
    text = text_of((tmp_path / "out" / "0001.pdf").read_bytes())
    assert text.startswith("Notes to ask a lawyer. Do not give them to ICE")
    assert "My notes for a lawyer" not in text
    assert "Kern" in text
    assert "DACA" not in text


def test_everything_is_the_page_for_a_pocket_with_the_long_copy_behind_it(run: Run, tmp_path: Path) -> None:
    answers = {"court": "california", "county": "Kern", "immigration_status": "daca_or_tps"}
    run({"id": "a", "answers": answers}, arguments=("--for", "client", "--everything"))
    first, second, *_ = pages_of((tmp_path / "out" / "0001.pdf").read_bytes())
    assert first.startswith("Notes to ask a lawyer. Do not give them to ICE")
    assert "My notes for a lawyer" in second
    assert "DACA" not in text_of((tmp_path / "out" / "0001.pdf").read_bytes())


def test_everything_is_for_the_client_alone(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run({"id": "a", "answers": {}}, arguments=("--everything",)) == (2, [])
    assert "--everything is for the client's copy" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


OTHER = next(code for code, _ in settings.LANGUAGES if code != "en")


def test_a_copy_in_another_language(run: Run, tmp_path: Path) -> None:
    with translation.override("en"):
        code, _ = run({"id": "a", "answers": {}}, arguments=("--for", "client", "--language", OTHER))
    assert code == 0
    assert _language(tmp_path / "out" / "0001.pdf") == OTHER


@pytest.mark.usefixtures("unset")
def test_the_attorney_reads_english_with_the_persons_words_beside_it(run: Run, tmp_path: Path) -> None:
    with translation.override(OTHER):
        asked = say(QUESTIONS["court"].ask)
        code, _ = run({"id": "a", "answers": {"court": "california"}}, arguments=("--language", OTHER))
    assert code == 0
    html = (tmp_path / "out" / "0001.pdf").read_text(encoding="utf-8")
    text = words_of(html)
    assert f"Asked in {get_language_info(OTHER)['name']}" in text
    assert QUESTIONS["court"].ask.msgid in text
    assert "".join(asked.split()) in "".join(text.split())
    assert '<html lang="en">' in html


@pytest.mark.usefixtures("unset")
def test_a_redacted_copy(run: Run, tmp_path: Path) -> None:
    answers = {"court": "california", "county": "Kern", "disposition_date": "2003-07-14"}
    assert run({"id": "a", "answers": answers}, arguments=("--redacted",))[0] == 0
    text = words_of((tmp_path / "out" / "0001.pdf").read_text(encoding="utf-8"))
    assert "Redacted copy for co-counsel or an expert" in text
    assert "Case of 2003" in text
    assert "Kern" not in text
    assert "July" not in text


@pytest.mark.parametrize("other", [("--for", "client"), ("--language", OTHER)])
def test_only_the_english_paper_is_redacted(
    other: tuple[str, str], run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run({"id": "a", "answers": {}}, arguments=("--redacted", *other)) == (2, [])
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def _language(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        return str(pdf.Root.Lang)


@pytest.mark.parametrize("reader", ["attorney", "client"])
@pytest.mark.parametrize("language", ["xx", "", "../fa", "EN"])
def test_an_unknown_language(
    reader: str, language: str, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--for", reader, "--language", language)
    assert run({"id": "a", "answers": {}}, arguments=arguments) == (2, [])
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_an_unreadable_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command("summary", str(tmp_path / "none"), "--output", str(tmp_path / "out"))
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text('{"id": "a", "answers": {}}\n', encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        call_command("summary", str(file), "--output", str(file))
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_paper_that_cannot_be_written(
    quick: list[Report], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text('{"id": "a", "answers": {}}\n', encoding="utf-8")
    (tmp_path / "out" / "0001.pdf").mkdir(parents=True)
    with pytest.raises(SystemExit) as ended:
        call_command("summary", str(file), "--output", str(tmp_path / "out"), stdout=io.StringIO())
    assert ended.value.code == 2
    assert "0001.pdf" in capsys.readouterr().err
    assert len(quick) == 1


def test_csv(tmp_path: Path, quick: list[Report]) -> None:
    file = tmp_path / "in.csv"
    file.write_text("id,person,court\n1,p,california\n2,p,federal\n", encoding="utf-8")
    out = io.StringIO()
    call_command("summary", str(file), "--output", str(tmp_path / "out"), stdout=out)
    assert json.loads(out.getvalue()) == {"file": "0001.pdf", "ids": ["1", "2"]}
    assert len(quick[0].cases) == 2
