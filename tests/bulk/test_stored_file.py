"""Files from outside: results are read where they are results; all else is one line, never a traceback."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import replace
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.bulk import stored_file
from screening.bulk.lines import UnreadableFileError
from screening.bulk.stored import StoredError, StoredLine
from screening.bulk.stored_file import StoredFile, read_stored
from screening.bulk.verify import verify_line
from screening.rules.version import CONTRACT
from screening.summary.as_json.summary_json import Made
from tests.bulk.results import NOW, Line, but, result, summary_of, text_of


LINE = result("vivar_2021")
NO_JSON = "line 1: not JSON in UTF-8, or a key stands in it twice"
NOT_CARRIED = (
    "it is no attorney's paper of this program, or another program printed it again, which loses its data"
)
Write = Callable[[str | bytes], str]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """A file of this content."""

    def write(content: str | bytes) -> str:
        path = tmp_path / "file"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


def pdf_with(
    attached: bytes | None,
    name: str = "summary.json",
    change: Callable[[Any], None] = lambda _: None,
    **save: Any,
) -> bytes:
    """A PDF of one page that carries this."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if attached is not None:
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, attached, filename=name)
            change(pdf.attachments[name].get_file().obj)
        out = BytesIO()
        pdf.save(out, **save)
        return out.getvalue()


def verified(path: str) -> StoredFile:
    """Read and computed to the end."""
    with read_stored(path) as file:
        lines = list(file.results)
    for line in lines:
        if isinstance(line, StoredLine):
            verify_line(line, NOW)
    return replace(file, results=iter(lines))


def refused(path: str) -> str:
    with pytest.raises(UnreadableFileError) as found:
        verified(path)
    message = str(found.value)
    assert "\n" not in message
    return message


def test_lines_are_results_and_errors_in_their_order(written: Write) -> None:
    bad = {"id": "x", "line": 2, "error": {"key": "court", "message": "unknown value"}}
    file = verified(written("\ufeff" + text_of([LINE, bad]) + "\n"))
    first, second = file.results
    assert isinstance(first, StoredLine)
    assert (first.id, first.where) == ("vivar_2021", "line 1")
    assert second == StoredError("x", "line 2")
    assert (file.made, file.pdf) == (None, None)


@pytest.mark.parametrize("indent", [None, 2])
def test_a_summary_is_read_in_one_line_or_in_several(written: Write, indent: int | None) -> None:
    two = [{**LINE, "id": "1"}, {**LINE, "id": "2"}]
    file = verified(written(json.dumps(summary_of(*two, language="es", version="bilingual"), indent=indent)))
    assert file.made == Made("es", "bilingual", office=False)
    assert [line.where for line in file.results] == ["result 1", "result 2"]


def test_one_result_in_several_lines_is_a_result(written: Write) -> None:
    assert [line.where for line in verified(written(json.dumps(LINE, indent=1))).results] == ["result 1"]


@pytest.mark.parametrize("compressed", [True, False])
def test_a_pdf_gives_what_it_carries(written: Write, compressed: bool) -> None:
    content = pdf_with(json.dumps(summary_of(LINE)).encode(), compress_streams=compressed)
    file = verified(written(content))
    assert file.pdf == content
    assert file.made == Made()
    assert len(list(file.results)) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"\xff\xfe\x00", "the file is UTF-16 text: save it as UTF-8"),
        (b"[1]", "line 1: not a JSON object"),
        (b'{"id": "a"', NO_JSON),
        (b'{"id": "a", "id": "b"}', NO_JSON),
        (b'{"contract": NaN}', NO_JSON),
        (rb'{"id": "\ud800"}', "line 1: half of a letter (a lone surrogate) stands in it"),
        (b"[" * 100_000, NO_JSON),
        (b'{"a":' * 100_000, NO_JSON),
        (b"{}", "line 1: no result of a screening: id is missing"),
        (b"%PDF-1.7\n garbage", "the PDF cannot be read"),
    ],
)
def test_what_is_no_result_is_refused(written: Write, content: bytes, message: str) -> None:
    assert refused(written(content)) == message


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("contract", CONTRACT + 1),
        ("contract", 0),
        ("contract", True),
        ("id", ""),
        ("id", 7),
        ("law_as_of", "20261124"),
        ("law_as_of", "2026-02-30"),
        ("law_as_of", "0001-01-01"),
        ("law_as_of", None),
        ("rules_version", "1; DROP"),
        ("digest", "g" * 64),
        ("answers", []),
        ("answers", {"court": 1}),
        ("answers", {"ties": [["x"]]}),
        ("immigration_conviction", {"finding": 1}),
        ("immigration_conviction", "conviction"),
        ("remedies", {}),
        ("remedies", [{"remedy": "pc1016_5", "outcome": "indicated"}]),
        ("remedies", [{"remedy": "<b>", "outcome": "indicated", "elements": []}]),
        ("remedies", [{"remedy": "a", "outcome": "b", "elements": [{"element": "c"}]}]),
        ("urgent", "x"),
        ("also_consider", [None]),
        ("next_facts", [{}]),
        ("before_filing", "x"),
        ("look_first", [{}]),
        ("next_steps", [None]),
    ],
)
def test_a_part_that_has_another_form_is_named(written: Write, key: str, value: object) -> None:
    assert refused(written(text_of([{**LINE, key: value}]))) == (
        f"line 1: no result of a screening: {key} cannot be read"
    )


@pytest.mark.parametrize("key", ["digest", "remedies", "answers"])
def test_a_part_that_is_missing_is_named(written: Write, key: str) -> None:
    without = but(LINE, lambda line: line.pop(key))
    assert refused(written(text_of([without]))) == f"line 1: no result of a screening: {key} is missing"


@pytest.mark.parametrize(
    ("summary", "message"),
    [
        ({**summary_of(LINE), "summary": 2}, "summary: not a summary of version 1"),
        ({**summary_of(LINE), "summary": True}, "summary: not a summary of version 1"),
        ({**summary_of(LINE), "more": 1}, "summary: not a summary of version 1"),
        (summary_of(), "results: not a list of results"),
        ({**summary_of(), "results": [1]}, "results: not a list of results"),
        (summary_of(LINE, version="other"), "made: cannot be read"),
        (summary_of(LINE, version=["full"]), "made: cannot be read"),
        (summary_of(LINE, language="<b>"), "made: cannot be read"),
        (summary_of(LINE, language=1), "made: cannot be read"),
        (summary_of(LINE, office="no"), "made: cannot be read"),
        (summary_of(LINE, **{"for": "client"}), "made: cannot be read"),
        (summary_of(LINE, more=1), "made: cannot be read"),
        ({**summary_of(LINE), "made": None}, "made: cannot be read"),
    ],
)
def test_a_summary_of_another_form_is_refused(written: Write, summary: Line, message: str) -> None:
    assert refused(written(json.dumps(summary))) == message


def test_nothing_follows_a_summary(written: Write) -> None:
    assert refused(written(text_of([summary_of(LINE), LINE]))) == "line 2: nothing may follow a summary"


def test_what_is_too_long_is_refused_before_it_is_read(
    written: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LARGEST_PDF", "LARGEST_SUMMARY"):
        monkeypatch.setattr(stored_file, name, 2_000)
    too_long = "the line is too long for one record"
    assert refused(written(b"{" + b" " * 5_000)) == f"line 1: {too_long}"
    assert refused(written(b"%PDF-1.7\n" + b" " * 5_000)) == "the file is larger than 2,000 bytes"
    monkeypatch.setattr(stored_file, "LARGEST_SUMMARY", 30_000)
    long = but(LINE, lambda line: line.update(id="x" * 25_000))
    assert list(verified(written(text_of([LINE, long]))).results)[1] == StoredError(None, "line 2", too_long)


def test_a_hundred_megabytes_are_not_inflated(written: Write) -> None:
    bomb = pdf_with(b" " * 100_000_000)
    assert len(bomb) < 200_000
    assert refused(written(bomb)) == "summary.json: longer than 5,000,000 bytes"


def test_a_spoiled_line_and_a_second_one_of_an_id_are_errors_and_the_others_go_on(written: Write) -> None:
    lines = [rb'{"id": "\ud800"}', text_of([LINE]).encode(), b"no json", text_of([LINE]).encode(), b"{}"]
    *errors, last = verified(written(b"\r".join(line.strip() for line in lines) + b"\r\x1a")).results
    assert [(one.where, isinstance(one, StoredLine)) for one in (*errors, last)] == [
        ("line 1", False),
        ("line 2", True),
        ("line 3", False),
        ("line 4", False),
        ("line 5", False),
    ]
    assert errors[3] == StoredError("vivar_2021", "line 4", "its id stood there before")


def test_a_file_of_many_other_lines_is_not_read_to_its_end(written: Write) -> None:
    assert refused(written("x\n" * 2_000 + text_of([LINE]))) == NO_JSON


def test_bytes_before_the_head_of_a_pdf_are_counted(written: Write) -> None:
    content = pdf_with(json.dumps(summary_of(LINE)).encode())
    file = verified(written(b"From: somebody\r\n\r\n" + content))
    assert (file.before, file.pdf) == (18, content)


def test_an_encrypted_pdf_is_refused(written: Write) -> None:
    locked = pdf_with(b"{}", encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refused(written(locked)) == "the PDF is encrypted"


@pytest.mark.parametrize("name", [None, "other.json"])
def test_a_pdf_without_results_is_refused(written: Write, name: str | None) -> None:
    content = pdf_with(b"{}" if name else None, name or "")
    assert refused(written(content)) == f"the PDF carries no summary.json: {NOT_CARRIED}"


def _packed_twice(stream: Any) -> None:
    packed = zlib.compress(zlib.compress(b"{}"))
    stream.write(packed, filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]))


def _cut_off(stream: Any) -> None:
    stream.write(zlib.compress(b"{}" * 1_000)[:-8], filter=pikepdf.Name.FlateDecode)


def _no_zlib(stream: Any) -> None:
    stream.write(b"nothing packed", filter=pikepdf.Name.FlateDecode)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_packed_twice, "summary.json is packed in a way that this program does not write"),
        (_cut_off, "summary.json is cut off"),
        (_no_zlib, "the PDF cannot be read"),
    ],
)
def test_an_attachment_packed_otherwise_is_refused(
    written: Write, change: Callable[[Any], None], message: str
) -> None:
    kept = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}
    assert refused(written(pdf_with(b"{}", change=change, **kept))) == message


def test_a_file_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(str(tmp_path / "missing")) == "cannot open the file: No such file or directory"
    assert refused(str(tmp_path)).startswith("cannot open the file")


def test_a_file_that_breaks_off_while_it_is_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(RawIOBase):
        def __init__(self, start: bytes) -> None:
            self.start = start

        def readable(self) -> bool:
            return True

        def readinto(self, into: Any, /) -> int:
            if not self.start:
                raise OSError(5, "Input/output error")
            into[: len(self.start)], read, self.start = self.start, len(self.start), b""
            return read

    for start in (b"", text_of([LINE]).encode()[:8_000]):
        monkeypatch.setattr(
            stored_file, "opened", lambda _path, s=start: nullcontext(BufferedReader(Broken(s)))
        )
        assert refused("any") == "cannot read the file: Input/output error"


def test_a_summary_of_errors_holds_no_result(written: Write) -> None:
    error = {"id": "1", "line": 1, "error": {"key": "court", "message": "unknown value"}}
    assert list(verified(written(json.dumps(summary_of(error)))).results) == [StoredError("1", "result 1")]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def spoiled(draw: st.DrawFn) -> Line:
    """A result in which one value, however deep, is any JSON."""
    line = but(LINE, lambda _: None)
    at: Any = line
    while True:
        place = draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        if isinstance(at[place], dict | list) and at[place] and draw(st.booleans()):
            at = at[place]
        else:
            at[place] = draw(JSON)
            return line


@given(line=spoiled())
@settings(max_examples=60, deadline=None)
def test_a_spoiled_result_is_verified_or_refused(
    tmp_path_factory: pytest.TempPathFactory, line: Line
) -> None:
    path = tmp_path_factory.getbasetemp() / "spoiled"
    path.write_text(json.dumps(line))
    _no_traceback(path)


@given(cut=st.integers(0), flip=st.integers(0), sign=st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_a_spoiled_pdf_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, cut: int, flip: int, sign: int
) -> None:
    content = bytearray(PDF)
    content[flip % len(content)] = sign
    path = tmp_path_factory.getbasetemp() / "spoiled.pdf"
    path.write_bytes(content[: -(cut % len(content)) or None] if cut % 3 else content)
    _no_traceback(path)


PDF = pdf_with(json.dumps(summary_of(LINE)).encode())


def _no_traceback(path: Path) -> None:
    with suppress(UnreadableFileError):
        verified(str(path))
