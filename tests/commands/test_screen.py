"""`manage.py screen`: the contract's lines, exit codes and formats."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from screening.bulk import reader
from screening.rules.remedies import REMEDIES
from tests.tiers import Rounds


ROOT = Path(__file__).parent.parent.parent
GOOD = {"id": "a", "answers": {"citizenship": "noncitizen", "court": "california", "ties": ["us_family"]}}


def screen(*args: str) -> str:
    out = io.StringIO()
    call_command("screen", *args, stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps(GOOD) + "\n")
    return path


def test_a_line_holds_what_the_contract_says(file: Path) -> None:
    data = json.loads(screen(str(file), "--as-of", "2026-11-24"))
    assert list(data) == [
        "contract", "id", "law_as_of", "rules_version", "digest", "answers", "immigration_conviction", "remedies",
        "look_first", "urgent", "before_filing", "also_consider", "next_steps",
        "next_facts",
    ]  # fmt: skip
    assert (data["contract"], data["id"], data["law_as_of"]) == (2, "a", "2026-11-24")
    assert data["answers"] == GOOD["answers"]
    assert [found["remedy"] for found in data["remedies"]] == [remedy.id for remedy in REMEDIES]
    first = data["remedies"][0]
    assert list(first) == ["remedy", "outcome", "open", "readiness", "elements"]
    assert first["readiness"] == {
        "gates": {"passed": 2, "of": 5, "open": 3, "against": 0},
        "proof": {"supported": 0, "of": 5, "open": 5, "against": 0, "for_attorney": 0},
    }
    assert data["look_first"][0] == {"remedy": "pc1473_7_a1", "reason": "gates_open"}
    assert data["before_filing"] == ["order_must_name_a1"]
    assert list(first["open"]) == ["contested", "unknown", "for_attorney", "not_yet"]
    assert list(first["elements"][0]) == [
        "element", "finding", "because", "basis", "authorities", "rests_on", "proof", "change",
    ]  # fmt: skip
    assert list(data["next_steps"][0]) == ["step", "paper", "keeper", "safe", "keys", "settles", "remedies"]
    assert [(step["step"], step["paper"], step["keeper"], step["safe"]) for step in data["next_steps"]] == [
        ("ask", None, None, "green")
    ]
    assert list(data["next_facts"][0]) == ["key", "settles", "paper", "keeper", "safe"]


def test_the_same_record_gives_the_same_line_twice(file: Path) -> None:
    assert screen(str(file), "--as-of", "2026-11-24") == screen(str(file), "--as-of", "2026-11-24")


def test_every_text_of_every_decided_case_is_filled_in(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    cases = [
        case
        for name in ("appellate", "scenarios")
        for case in yaml.safe_load((ROOT / "screening" / "law" / "cases" / f"{name}.yaml").read_text())[
            "cases"
        ]
    ]
    file.write_text("".join(json.dumps({"id": c["id"], "answers": c["answers"]}) + "\n" for c in cases))
    lines = screen(str(file), "--as-of", "2026-11-24").splitlines()
    assert len(lines) == len(cases)
    for line in lines:
        for remedy in json.loads(line)["remedies"]:
            for element in remedy["elements"]:
                assert element["because"]
                assert not {"{", "}"} & set(element["because"] + element["change"]), element


def test_csv_has_the_contract_columns_and_next_facts_only_when_asked(file: Path) -> None:
    (plain,) = csv.DictReader(io.StringIO(screen(str(file), "--format", "csv")))
    (full,) = csv.DictReader(io.StringIO(screen(str(file), "--format", "csv", "--next-facts")))
    assert list(plain) == [
        "id",
        *(f"{remedy.id}{of}" for remedy in REMEDIES for of in ("", "_open", "_readiness")),
        "look_first", "immigration_conviction", "urgent", "before_filing", "also_consider", "next_facts", "digest",
        "error_key", "error_message",
    ]  # fmt: skip
    assert plain["pc1473_7_a1"] == "needs_facts"
    assert "unknown:timely" in plain["pc1473_7_a1_open"].split(";")
    assert plain["pc1473_7_a1_readiness"] == "gates 2/5; proof 0/5"
    assert plain["look_first"].split(";")[0] == "pc1473_7_a1"
    assert plain["before_filing"] == "order_must_name_a1"
    assert plain["next_facts"] == ""
    assert "disposition" in full["next_facts"].split(";")


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_bad_record_stands_in_its_place_and_the_exit_is_1(file: Path, form: str) -> None:
    file.write_text('{"id": "x", "answers": {"court": "mars"}}\n' + json.dumps(GOOD) + "\n")
    out = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("screen", str(file), "--format", form, stdout=out)
    assert stopped.value.code == 1
    if form == "jsonl":
        first, second = (json.loads(line) for line in out.getvalue().splitlines())
        assert first == {"id": "x", "line": 1, "error": {"key": "court", "message": "unknown value"}}
        assert second["id"] == "a"
    else:
        first, second = csv.DictReader(io.StringIO(out.getvalue()))
        assert (first["id"], first["error_key"], first["pc1016_5"]) == ("x", "court", "")
        assert second["id"] == "a"


def test_a_file_that_cannot_be_read_is_one_line_on_standard_error_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out.jsonl"
    for args in ((str(tmp_path / "missing"),), (str(tmp_path / "missing"), "--output", str(output))):
        with pytest.raises(SystemExit) as stopped:
            screen(*args)
        assert stopped.value.code == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert not output.exists()


def test_an_output_file_is_written_and_one_that_cannot_be_is_exit_2(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert screen(str(file), "--output", str(tmp_path / "out.jsonl")) == ""
    assert json.loads((tmp_path / "out.jsonl").read_text())["id"] == "a"
    with pytest.raises(SystemExit) as stopped:
        screen(str(file), "--output", str(tmp_path))
    assert stopped.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_day_that_is_none_is_refused(file: Path) -> None:
    with pytest.raises(CommandError):
        screen(str(file), "--as-of", "2026-02-30")


def test_the_as_of_day_picks_the_law(file: Path) -> None:
    assert json.loads(screen(str(file), "--as-of", "2015-12-31"))["remedies"][0]["outcome"] == "not_in_force"


@pytest.mark.no_cover
def test_many_records_do_not_sit_in_memory(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rounds: Rounds
) -> None:
    (record,) = reader.read_records(str(file))
    many = rounds(500, 2_000)

    def endless(*_args: object) -> Iterator[object]:
        for _ in range(many):
            yield record

    monkeypatch.setattr("screening.management.commands.screen.read_records", endless)
    tracemalloc.start()
    screen(str(file), "--format", "csv", "--output", str(tmp_path / "out.csv"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000
    assert len((tmp_path / "out.csv").read_text().splitlines()) == many + 1


def test_the_command_line_works_from_a_pipe(file: Path) -> None:
    run = subprocess.run(
        [sys.executable, "manage.py", "screen", "-", "--as-of", "2026-11-24"],
        input=file.read_bytes(),
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    assert json.loads(run.stdout)["id"] == "a"
    assert run.stderr == b""


def test_the_default_day_is_today_in_california(file: Path) -> None:
    assert date.fromisoformat(json.loads(screen(str(file)))["law_as_of"])
