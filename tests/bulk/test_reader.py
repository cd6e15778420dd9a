"""Records from JSONL and CSV: what is read, what is refused in its place, what stops the file."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from screening.bulk.lines import UnreadableFileError
from screening.bulk.reader import BadRecord, Record, read_records


def read(
    tmp_path: Path, content: str | bytes, name: str = "in.jsonl", fmt: str | None = None
) -> list[object]:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_records(str(file), fmt))


def line(**data: object) -> str:
    return json.dumps({"id": "a", "answers": {}, **data}) + "\n"


def values(record: object) -> dict[str, object]:
    assert isinstance(record, Record), record
    return dict(record.answers.values)


def bad(record: object) -> tuple[str | None, int, str | None]:
    assert isinstance(record, BadRecord), record
    return record.id, record.line, record.key


def test_jsonl_reads_one_record_a_line_and_skips_blank_ones_and_a_byte_order_mark(tmp_path: Path) -> None:
    records = read(tmp_path, "\ufeff" + line(id="a") + "\n  \n" + line(id="b", person="p"))
    assert [(r.id, r.line, r.person) for r in records if isinstance(r, Record)] == [
        ("a", 1, None),
        ("b", 4, "p"),
    ]


def test_csv_reads_columns_by_key_and_joins_several_with_semicolons(tmp_path: Path) -> None:
    text = "id,court,ties,person\n1,california,us_family; came_as_child,p\n\n2,,,\n"
    first, second = read(tmp_path, text, "in.csv")
    assert values(first) == {"court": "california", "ties": ("came_as_child", "us_family")}
    assert values(second) == {}
    assert isinstance(first, Record)
    assert first.person == "p"


@pytest.mark.parametrize("empty", [None, "", []])
def test_null_and_empty_are_not_answered(tmp_path: Path, empty: object) -> None:
    assert values(*read(tmp_path, line(answers={"court": empty, "ties": empty}))) == {}


def test_a_bare_text_for_a_key_that_takes_several_is_one_value(tmp_path: Path) -> None:
    assert values(*read(tmp_path, line(answers={"ties": "us_family"}))) == {"ties": ("us_family",)}


def test_the_format_follows_the_option_then_the_suffix_then_the_first_byte(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, line(), "in.csv", "jsonl")[0], Record)
    assert isinstance(read(tmp_path, "id\n1\n", "in.CSV")[0], Record)
    assert isinstance(read(tmp_path, "\n " + line(), "in.txt")[0], Record)
    assert isinstance(read(tmp_path, "id\n1\n", "in.txt")[0], Record)


def test_standard_input_is_read_where_the_file_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(line().encode())))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert [r.id for r in read_records("-") if isinstance(r, Record)] == ["a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("nonsense", (None, 1, None), id="no JSON"),
        pytest.param("[1]", (None, 1, None), id="no object"),
        pytest.param("[" * 100_000, (None, 1, None), id="too deep"),
        pytest.param('{"id": "a", "id": "b", "answers": {}}', (None, 1, None), id="a key twice"),
        pytest.param('{"answers": {}}', (None, 1, "id"), id="no id"),
        pytest.param('{"id": 5, "answers": {}}', (None, 1, "id"), id="id is a number"),
        pytest.param('{"id": "a"}', ("a", 1, "answers"), id="no answers"),
        pytest.param('{"id": "a", "answers": []}', ("a", 1, "answers"), id="answers is a list"),
        pytest.param('{"id": "a", "answers": {}, "person": 3}', ("a", 1, "person"), id="person is a number"),
        pytest.param('{"id": "a", "answers": {}, "name": "x"}', ("a", 1, "name"), id="unknown top-level key"),
        pytest.param('{"id": "a", "answers": {"eye": "x"}}', ("a", 1, "eye"), id="unknown key"),
        pytest.param('{"id": "a", "answers": {"court": "mars"}}', ("a", 1, "court"), id="unknown value"),
        pytest.param('{"id": "a", "answers": {"court": ["california"]}}', ("a", 1, "court"), id="a list"),
        pytest.param('{"id": "a", "answers": {"court": true}}', ("a", 1, "court"), id="a boolean"),
        pytest.param('{"id": "a", "answers": {"travel_date": 2003}}', ("a", 1, "travel_date"), id="a number"),
        pytest.param(
            '{"id": "a", "answers": {"travel_date": "2003-02-29"}}', ("a", 1, "travel_date"), id="no day"
        ),
        pytest.param(
            '{"id": "a", "answers": {"race_bias": 1, "court": 1, "eye": 1}}',
            ("a", 1, "court"),
            id="the first",
        ),
    ],
)
def test_a_bad_record_is_reported_in_its_place_and_the_others_go_on(
    tmp_path: Path, text: str, expected: tuple[str | None, int, str | None]
) -> None:
    first, second = read(tmp_path, text + "\n" + line(id="good"), fmt="jsonl")
    assert bad(first) == expected
    assert isinstance(second, Record)


def test_the_message_never_repeats_the_value(tmp_path: Path) -> None:
    for answers in (
        {"court": "SECRET"},
        {"ties": ["SECRET"]},
        {"travel_date": "SECRET"},
        {"county": "SECRET"},
    ):
        (record,) = read(tmp_path, line(answers=answers))
        assert isinstance(record, BadRecord)
        assert "SECRET" not in json.dumps(record.as_json())


def test_bytes_that_are_no_text_spoil_their_own_record_only(tmp_path: Path) -> None:
    padding = "".join(line(id=f"n{n}") for n in range(500)).encode()
    spoiled = read(tmp_path, padding + b'{"id": "\xff", "answers": {}}\n' + line(id="good").encode())
    assert bad(spoiled[500])[0] is None
    assert isinstance(spoiled[501], Record)
    rows = "id,court\n" + "".join(f"{n},california\n" for n in range(900))
    spoiled = read(tmp_path, rows.encode() + b"\xff,california\nlast,federal\n", "in.csv")
    assert bad(spoiled[900]) == (None, 902, None)
    assert values(spoiled[901]) == {"court": "federal"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (",california", (None, 2, "id")),
        ("a,california,extra", ("a", 2, None)),
        ("a,mars", ("a", 2, "court")),
    ],
)
def test_a_bad_row_of_csv_is_reported_in_its_place(
    tmp_path: Path, row: str, expected: tuple[str | None, int, str | None]
) -> None:
    first, second = read(tmp_path, f"id,court\n{row}\nb,federal\n", "in.csv")
    assert bad(first) == expected
    assert values(second) == {"court": "federal"}


def test_a_cell_too_long_to_read_is_a_bad_record(tmp_path: Path) -> None:
    first, *_ = read(tmp_path, f'id,offense_code\na,"{"x" * 1_000_001}"\n', "in.csv")
    assert bad(first) == (None, 2, None)


def test_a_row_over_several_lines_is_one_error_at_its_first_and_no_later_row_is_in_it(tmp_path: Path) -> None:
    rows = ['a,"HS 11350', 'PC 459"', "b,x", 'c,"open', 'd,"open', "", "e,x", 'f,"still, open']
    records = read(tmp_path, "id,offense_code\n" + "\n".join(rows), "in.csv")
    assert [(record.id, record.line) for record in records if isinstance(record, BadRecord)] == [
        ("a", 2),
        ("c", 5),
        ("d", 6),
        ("f", 9),
    ]
    assert [(record.id, record.line) for record in records if isinstance(record, Record)] == [
        ("b", 4),
        ("e", 8),
    ]
    assert isinstance(records[0], BadRecord)
    assert records[0].message.endswith("lines 2 to 3 are lost")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(b"\xff\xfe\x00", "in.jsonl", id="not text"),
        pytest.param(b"\x00\x01", "in.csv", id="binary"),
        pytest.param(b"court\ncalifornia\n", "in.csv", id="no id"),
        pytest.param(b"id,eye_color\n1,blue\n", "in.csv", id="unknown column"),
        pytest.param(b"id,court,court\n1,,\n", "in.csv", id="a column twice"),
        pytest.param(b"", "in.csv", id="empty CSV"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_stops(tmp_path: Path, content: bytes, name: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(tmp_path, content, name)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_stop(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.jsonl", tmp_path):
        with pytest.raises(UnreadableFileError):
            list(read_records(str(path)))


def test_an_empty_jsonl_file_holds_no_records(tmp_path: Path) -> None:
    assert read(tmp_path, "") == []
