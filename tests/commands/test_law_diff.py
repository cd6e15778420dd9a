"""`manage.py law-diff`, called by the name that the issue gives it."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command, get_commands

from tests.bulk.results import NOW, THEN, result, text_of


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Twelve records under the law of two days."""
    paths = (tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    for path, day in zip(paths, (THEN, NOW), strict=True):
        line = text_of([result("vivar_2021", day)])
        path.write_text("".join(line.replace("vivar_2021", f"r{number}", 1) for number in range(12)))
    first, second = paths
    return str(first), str(second)


def run(*arguments: str) -> tuple[int, str]:
    out, code = io.StringIO(), 0
    try:
        call_command("law-diff", *arguments, stdout=out)
    except SystemExit as ended:
        code = int(ended.code or 0)
    return code, out.getvalue()


def test_the_command_is_found_under_its_name_and_no_other() -> None:
    assert "law-diff" in get_commands()
    assert "law_diff" not in get_commands()


def test_what_moved_is_told_and_the_exit_is_1(files: tuple[str, str]) -> None:
    code, said = run(*files)
    assert code == 1
    assert "Compared: 12 records." in said
    assert "PC 1473.7(a)(1), Outcome: moved in 12 records." in said
    assert "r9 and 2 more)" in said
    assert "r10, r11)" in run(*files, "--all")[1]


def test_the_same_file_twice_is_exit_0(files: tuple[str, str]) -> None:
    code, said = run(files[0], files[0])
    assert (code, said.splitlines()[-1]) == (0, "Nothing moved.")


def test_a_file_that_cannot_be_read_is_one_line_and_exit_2(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "csv").write_text("id,court\n")
    for arguments in ((str(tmp_path / "missing"), files[1]), (files[0], str(tmp_path / "csv"))):
        assert run(*arguments) == (2, "")
        assert capsys.readouterr().err.count("\n") == 1


def test_it_runs_from_the_command_line(files: tuple[str, str]) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", "law-diff", files[0], files[0]],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("Nothing moved.\n")
