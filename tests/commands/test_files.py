"""Files that people really have, and what each must give, from all four commands that read records.

docs/bulk/files.md is the same table.
"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from screening.bulk.csv_rows import OPEN
from screening.management.commands import summary
from screening.rules.evaluate import evaluate
from screening.rules.record import parse_answers
from screening.summary.as_json.result_json import result_json
from tests.bulk.results import NOW


# The paper shows an attorney's checks of authorities, which are rows.
pytestmark = pytest.mark.django_db

PAGE = "docs/bulk/files.md"
HEAD = b"id,court,offense_code\n"
CSV = HEAD + b"a,california,PC 459\nb,california,\n"
# Stand for a whole record, and for its result where results are read.
A, B = b"<a>\n", b"<b>\n"
GZIP, ZIP, XLS = b"\x1f\x8b\x08\x00", b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1\xb1"
NO_JSON = "not JSON in UTF-8, or a key stands in it twice"
CONTROL = "a control sign (such as NUL or Ctrl-Z) stands in the line"
DATE = "must be a real date: YYYY, YYYY-MM or YYYY-MM-DD"
TOO_LONG = "the line is too long for one record"
ARRAY = "the file is a JSON array: write one record a line, without [ ] and commas"
LETTER = "half of a letter (a lone surrogate) stands in it"
SECOND = "its id stood there before"


@dataclass(frozen=True)
class File:
    """`content` gives `code` and `says`, a line of standard error or the errors in their places; `good` is read.

    `stored` is the code of `verify` and of `law-diff`.
    """

    what: str
    content: bytes
    says: str = ""
    good: str = "a b"
    name: str = "f.csv"
    stored: tuple[int, int] = (2, 2)

    @property
    def code(self) -> int:
        if not self.says:
            return 0
        return 1 if self.says.startswith("line ") else 2


def rows(what: str, content: bytes, says: str = "", good: str = "a b") -> File:
    return File(what, content, says, good)


def lines(what: str, content: bytes, says: str = "", good: str = "a b") -> File:
    code = 1 if says else 0
    return File(what, content, says, good, "f.jsonl", (code, code))


def none(what: str, content: bytes, says: str, name: str = "f.csv") -> File:
    return File(what, content, says, "", name)


FILES = [
    none("a gzip file", GZIP, "the file is packed (gzip): unpack it first"),
    none(
        "an Excel workbook or a zip file",
        ZIP,
        "the file is a zip file or an Excel workbook: save it as “CSV UTF-8” first",
    ),
    none("an old Excel workbook", XLS, "the file is an old Excel workbook: save it as “CSV UTF-8” first"),
    none("a PDF", b"%PDF-1.7\n", "the file is a PDF, which holds no records (verify reads a paper)"),
    none("UTF-16 text", CSV.decode().encode("utf-16"), "the file is UTF-16 text: save it as UTF-8"),
    none("UTF-16 text without a mark", CSV.decode().encode("utf-16-le"), "the file is not text"),
    none("a first line in Latin-1", b"id,\xf1\na,\n", "the file is not UTF-8 text"),
    File(
        "an empty CSV file",
        b"\n",
        "the CSV file is empty: its first row must name the columns",
        "",
        stored=(2, 0),
    ),
    none(
        "semicolons between the columns",
        b"\xef\xbb\xbf" + CSV.replace(b",", b";"),
        "the columns are separated by semicolons: commas must separate them",
    ),
    none(
        "tabs between the columns",
        CSV.replace(b",", b"\t"),
        "the columns are separated by tabs: commas must separate them",
    ),
    none(
        "a title above the header",
        b"Export 11/30/2026,,\n,,\n" + CSV,
        "the first row is no header: it must name the columns, one of them id",
    ),
    none(
        "`ID` for `id`",
        b"ID,Court\n1,california\n",
        "the column id is written in small letters, id (and so is every column)",
    ),
    none("no column `id`", b"court\ncalifornia\n", "the CSV file has no column id"),
    none(
        "unknown columns",
        b"id,Court,eye_color\n1,,\n",
        "the CSV file has an unknown column: Court, eye_color",
    ),
    none("a column twice", b"id,court,court\n1,,\n", "the CSV file has a column twice: court"),
    none(
        "a header with an open quote",
        b'id,"court\n1,california\n',
        f"the first line is not a line of CSV: {OPEN}",
    ),
    none("JSON in a file named CSV", b'{"id": "a"}\n', "the file holds JSON: --input-format jsonl reads it"),
    none("a JSON array", b'[{"id": "a", "answers": {}}]', ARRAY, "f.jsonl"),
    none("a JSON array in several lines", b'[\n {"id": "a", "answers": {}}\n]\n', ARRAY, "f.jsonl"),
    rows("CSV with a byte-order mark and CR LF", b"\xef\xbb\xbf" + CSV.replace(b"\n", b"\r\n")),
    rows("CSV with CR alone as line end", CSV.replace(b"\n", b"\r")),
    rows("CSV with mixed line ends, the last missing", CSV.replace(b"\n", b"\r\n", 1).rstrip()),
    rows("blank lines and rows of commas", CSV.replace(b"\n", b"\n\n,,\n")),
    rows("a header alone", HEAD, good=""),
    rows(
        "empty columns at the end",
        b"id,court,,\na,california,,\nb,,,,,\n",
    ),
    rows("quoted cells with commas and doubled quotes", HEAD + b'a,california,"PC ""459"", 1"\n"b","",""\n'),
    rows("white space around values", HEAD + b"a, california ,\tPC 459 \nb,,\n"),
    rows("Ctrl-Z at the end", CSV + b"\x1a"),
    rows(
        "ids that a spreadsheet would run",
        b"id,court\n=1+1,\n+1,\n-2,\n@S(1),\n\t=3,\n",
        good="=1+1 +1 -2 @S(1) \t=3",
    ),
    rows("a quote that is never closed", HEAD + b'x,california,"PC 1\na,,\nb,,\n', f"line 2: {OPEN}"),
    rows(
        "a line break in a cell",
        HEAD + b'x,california,"PC 1\nPC 2"\na,,\nb,,\n',
        f"line 2: {OPEN}: lines 2 to 3 are lost",
    ),
    rows(
        "a quote within a cell without quotes",
        HEAD + b'x,,PC "1\na,,\nb,,\n',
        "line 2: a quote stands where none may",
    ),
    rows("NUL in a row", HEAD + b"a,,\nx,\0,\nb,,\n", f"line 3: {CONTROL}"),
    rows("Ctrl-Z before the end", HEAD + b"a,,\n\x1a\nb,,\n", f"line 3: {CONTROL}"),
    rows("a row in Latin-1", HEAD + b"a,,\nx,,\xf1\nb,,\n", "line 3: not UTF-8 text"),
    rows("a second row with an id", HEAD + b"a,,\nb,,\na,california,\n", f"line 4: id: {SECOND}"),
    rows("a row without an id", HEAD + b"a,,\n ,california,\nb,,\n", "line 3: id: must be a text"),
    rows("too many cells", HEAD + b"a,,\nx,,,x\nb,,\n", "line 3: more cells than columns"),
    rows("too few cells", HEAD + b"a,,\nx,california\nb,,\n", "line 3: fewer cells than columns"),
    rows(
        "a cell under a column without a name",
        b"id,,court\na,,\nx,note,\nb,,\n",
        "line 3: a cell stands in a column without a name",
    ),
    rows("a row of more than a million bytes", HEAD + b"a,,\nx,," + b"x" * 1_000_000 + b"\nb,,\n", f"line 3: {TOO_LONG}"),
    rows(
        "dates as Excel writes them",
        b"id,disposition_date\na,2003\nx,7/14/2003\ny,37816\nb,2003-07-14\n",
        f"line 3: disposition_date: {DATE}; line 4: disposition_date: {DATE}",
    ),
    rows("a value in capital letters", HEAD + b"a,,\nx,California,\nb,,\n", "line 3: court: unknown value"),
    File("an empty JSONL file", b"", good="", name="f.jsonl", stored=(2, 0)),
    lines("JSONL with a byte-order mark before each line", b"\xef\xbb\xbf" + A + b"\xef\xbb\xbf" + B),
    lines("JSONL with CR alone as line end", (A + B).replace(b"\n", b"\r")),
    lines("JSONL with blank lines and mixed line ends", b"\n" + A.replace(b"\n", b"\r\n \r\n") + B.rstrip()),
    lines("JSONL with Ctrl-Z at the end", A + B + b"\x1a\r\n"),
    lines("half a surrogate in an id", A + b'{"id": "x\\ud800", "answers": {}}\n' + B, "line 2: id: must be a text"),
    lines("half a surrogate in a key", A + b'{"id": "x", "answers": {"\\ud800": "x"}}\n' + B, "line 2: unknown key"),
    lines("half a surrogate in a top-level key", A + b'{"id": "x", "\\ud800": 1, "answers": {}}\n' + B, "line 2: unknown key"),
    lines(
        "half a surrogate in an answer",
        A + b'{"id": "x", "answers": {"offense_code": "PC \\ud800"}}\n' + B,
        "line 2: offense_code: must be a text",
    ),
    lines("NUL in a line", A + b'{"id": "x\0", "answers": {}}\n' + B, f"line 2: {CONTROL}"),
    lines("NUL, spelled, in an id", A + b'{"id": "x\\u0000", "answers": {}}\n' + B, "line 2: id: must be a text"),
    lines("Ctrl-Z between lines", A + b"\x1a\n" + B, f"line 2: {CONTROL}"),
    lines("a line in Latin-1", A + b'{"id": "\xf1", "answers": {}}\n' + B, "line 2: not UTF-8 text"),
    lines("a first line that is spoiled", b"x\n" + A + B, f"line 1: {NO_JSON}"),
    lines("a second line with an id", A + B + A, f"line 3: id: {SECOND}"),
    lines("a key twice in a line", A + b'{"id": "x", "id": "y", "answers": {}}\n' + B, f"line 2: {NO_JSON}"),
    lines("NaN or Infinity", A + b'{"id": "x", "answers": {"court": NaN}}\n' + B, f"line 2: {NO_JSON}"),
    lines("a number of five thousand digits", A + b'{"id": ' + b"1" * 5_000 + b"}\n" + B, f"line 2: {NO_JSON}"),
    lines("JSON nested very deep", A + b"[" * 100_000 + b"\n" + B, f"line 2: {NO_JSON}"),
    lines("a record in several lines", A + b'{"id": "x",\n"answers": {}}\n' + B, f"line 2: {NO_JSON}; line 3: {NO_JSON}"),
    lines("a list in a line", A + b"[1]\n" + B, "line 2: not a JSON object"),
    lines("a number as an id", A + b'{"id": 7, "answers": {}}\n' + B, "line 2: id: must be a text"),
    lines("a line of more than a million bytes", A + b'{"id": "x"' + b" " * 1_000_000 + b"}\n" + B, f"line 2: {TOO_LONG}"),
]  # fmt: skip
each = pytest.mark.parametrize("file", [pytest.param(file, id=file.what) for file in FILES])
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """A command: its exit code and what it said, on standard error where it could not do its work at all."""

    def go(*arguments: str) -> tuple[int, str]:
        out, code = io.StringIO(), 0
        try:
            call_command(*arguments, stdout=out)
        except SystemExit as ended:
            code = int(ended.code or 0)
        complaint = capsys.readouterr().err
        assert complaint.count("\n") == (code == 2)
        return code, complaint.strip() if code == 2 else out.getvalue()

    return go


@cache
def result(record_id: str) -> bytes:
    return json.dumps(result_json(record_id, evaluate(parse_answers({}), NOW))).encode()


def record(record_id: str) -> bytes:
    return json.dumps({"id": record_id, "answers": {}}).encode()


def made(file: File, folder: Path, line: Callable[[str], bytes] = record) -> str:
    path = folder / file.name
    path.write_bytes(file.content.replace(b"<a>", line("a")).replace(b"<b>", line("b")))
    return str(path)


def errors(data: list[dict[str, object]]) -> str:
    """The lines of bad records as the table writes them."""
    told = []
    for line in data:
        if isinstance(error := line.get("error"), dict):
            key = f"{error['key']}: " if error["key"] else ""
            told.append(f"line {line['line']}: {key}{error['message']}")
    return "; ".join(told)


@each
def test_screen_reads_it_rightly_or_says_what_is_wrong_and_the_others_read_what_it_wrote(
    file: File, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    code, said = run("screen", made(file, tmp_path), "--output", str(out))
    assert code == file.code
    if code == 2:
        assert said == file.says
        assert not out.exists()
        return
    data = [json.loads(line) for line in out.read_text().splitlines()]
    assert errors(data) == file.says
    assert [line["id"] for line in data if "error" not in line] == file.good.split(" ") * bool(file.good)
    if data:
        assert run("verify", str(out))[0] == 0
    assert run("law-diff", str(out), str(out))[0] == 0


@each
def test_from_a_pipe_to_csv_it_is_the_same_and_no_cell_is_a_formula(
    file: File, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(Path(made(file, tmp_path)).read_bytes())))
    monkeypatch.setattr(sys, "stdin", stdin)
    code, said = run("screen", "-", "--format", "csv", "--input-format", file.name.partition(".")[2])
    assert code == file.code
    if code == 2:
        assert said == file.says
        return
    told = list(csv.DictReader(io.StringIO(said)))
    wrong = [row["error_message"] for row in told if row["error_message"]]
    assert len(wrong) == len(file.says.split("; ")) * bool(file.says)
    assert all(message.startswith("line ") for message in wrong)
    good = [row["id"].removeprefix("'") for row in told if not row["error_message"]]
    assert good == file.good.split(" ") * bool(file.good)
    assert not any(cell[:1] in set("=+-@\t") for row in told for cell in row.values() if cell)


@each
def test_summary_makes_the_papers_of_the_others_and_says_which(
    file: File, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summary, "attorney_report", lambda *_: None)
    monkeypatch.setattr(summary, "attorney_pdf", lambda _: b"%PDF-")
    code, said = run("summary", made(file, tmp_path), "--output", str(tmp_path / "out"))
    assert code == file.code
    if code == 2:
        assert said == file.says
        assert not (tmp_path / "out").exists()
        return
    data = [json.loads(line) for line in said.splitlines()]
    assert errors(data) == file.says
    papers = {line["file"]: line["ids"] for line in data if "file" in line}
    assert list(papers.values()) == [[one] for one in file.good.split(" ") if file.good]
    assert sorted(papers) == sorted(path.name for path in (tmp_path / "out").iterdir())


@each
def test_verify_and_law_diff_follow_the_same_rule(file: File, run: Run, tmp_path: Path) -> None:
    path = made(file, tmp_path, result)
    verified, said = run("verify", path, "--as-of", NOW.isoformat())
    compared, told = run("law-diff", path, path)
    assert (verified, compared) == file.stored
    if file.stored == (2, 2):
        assert "\n" not in said + told
    if file.stored == (1, 1):
        for error in file.says.split("; "):
            where = error.partition(": ")[0]
            assert f"{where}: " in said
            assert f"{where}: " in told
        assert "Compared: 2 records." in told


@pytest.mark.parametrize("command", ["screen", "law-diff"])
def test_a_command_whose_output_nobody_reads_to_the_end_ends_quietly(command: str, tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl"
    line = record("a") if command == "screen" else result("a")
    path.write_bytes(b"\n".join(line.replace(b'"a"', f'"a{n:0999}"'.encode(), 1) for n in range(100)))
    files = [str(path)] if command == "screen" else [str(path), str(tmp_path / "empty"), "--all"]
    (tmp_path / "empty").touch()
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "manage.py", command, *files],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdout
        run.stdout.close()
        assert run.stderr
        assert run.stderr.read() == b""
    assert run.returncode == 141


def test_a_missing_file_and_a_folder_are_one_line(run: Run, tmp_path: Path) -> None:
    for path in (str(tmp_path / "missing"), str(tmp_path), "a\0b"):
        for command in ("screen", "verify"):
            code, said = run(command, path)
            assert code == 2
            assert said.startswith("cannot open the file: ")


def test_without_standard_input_it_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("screen", "-") == (2, "there is no standard input")


def test_the_file_that_is_read_is_never_the_output(run: Run, tmp_path: Path) -> None:
    path = made(FILES[-1], tmp_path)
    before = Path(path).read_bytes()
    assert run("screen", path, "--output", path)[0] == 2
    assert Path(path).read_bytes() == before


def test_an_empty_person_is_nobody_and_white_space_makes_no_second_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl"
    people = ("", " ", "p", "p ", None)
    path.write_text(
        "".join(json.dumps({"id": f"{n}", "person": p, "answers": {}}) + "\n" for n, p in enumerate(people))
    )
    code, said = run("summary", str(path), "--for", "client", "--output", str(tmp_path / "out"))
    assert (code, [json.loads(line)["ids"] for line in said.splitlines()]) == (
        0,
        [["0"], ["1"], ["4"], ["2", "3"]],
    )


def table() -> str:
    head = "| file | `screen`, `summary` | what is said | `verify` | `law-diff` |\n|---|---|---|---|---|\n"
    return head + "".join(
        f"| {file.what} | {file.code} | {file.says} | {file.stored[0]} | {file.stored[1]} |\n"
        for file in FILES
    )


def test_the_page_of_files_holds_this_table() -> None:
    assert table() in (settings.BASE_DIR / PAGE).read_text(encoding="utf-8")
