"""The paper takes nothing from outside, shows every sign it has, and tells the log nothing that was typed."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from screening.questions.catalog import QUESTIONS
from screening.summary.page.data import Report
from screening.summary.pdf.papers import RefusedError, _engine, attorney_html, attorney_pdf
from screening.summary.report.building import About
from tests.summary.reading import pages_of, squeezed


ReportOf = Callable[..., Report]

HOSTILE = (
    '<link rel=attachment href="file:///etc/passwd">',
    "<img src=http://127.0.0.1:9/x.png>",
    "<style>@import url(http://127.0.0.1:9/x.css)</style>",
    '</td></table><object data="file:///etc/hostname"></object>{{ report }}{% now "Y" %}',
)


def test_hostile_text_is_printed_and_nothing_is_fetched(
    report_of: ReportOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object) -> None:
        raise AssertionError("connected")

    monkeypatch.setattr(socket.socket, "connect", refused)
    hostile = "".join(HOSTILE)
    pdf = attorney_pdf(report_of({"offense_code": hostile, "county": "Kern"}))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert list(opened.attachments) == ["summary.json"]
    text = squeezed(" ".join(pages_of(pdf)))
    assert squeezed(hostile) in text
    assert "root:x:0" not in text


def test_hostile_text_is_text_wherever_it_stands(report_of: ReportOf) -> None:
    hostile = "".join(HOSTILE)
    about = {"offense_code": About(note=hostile)}
    html = attorney_html(report_of({"offense_code": hostile, "county": "Kern"}, about=about))
    assert [piece for piece in HOSTILE if piece in html] == []
    assert html.count("&lt;object") >= 2


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://127.0.0.1:9/", "data:text/plain,x", "//host/x"]
)
def test_the_fetcher_refuses_every_address(url: str) -> None:
    with pytest.raises(RefusedError):
        _engine().fetcher.fetch(url)
    with pytest.raises(RefusedError):
        _engine().fetcher(url)


def test_unescaped_html_would_attach_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """Were escaping lost, the fetcher would still hold."""
    engine = _engine()
    document = engine.weasyprint.HTML(string=f"<html lang=en>{''.join(HOSTILE)}", url_fetcher=engine.fetcher)
    pdf = document.write_pdf(font_config=engine.fonts)
    assert dict(pikepdf.open(io.BytesIO(pdf)).attachments) == {}
    assert b"root:x" not in pdf
    caplog.clear()


def test_labels_of_every_value_can_be_set(report_of: ReportOf) -> None:
    """No label of any question lacks a glyph: the warning would fail the test."""
    engine = _engine()
    words = " ".join(
        f"{text.msgid} "
        for question in QUESTIONS.values()
        for text in (question.ask, *question.labels.values())
    )
    html = attorney_html(report_of({})).replace("<h2>All", f"<p>{words}</p><h2>All")
    engine.weasyprint.HTML(string=html, url_fetcher=engine.fetcher).write_pdf(font_config=engine.fonts)


def test_a_missing_glyph_is_a_warning_that_repeats_no_answer(caplog: pytest.LogCaptureFixture) -> None:
    """What the fixture relies on: WeasyPrint says so in its log. The log must not hold what was typed."""
    engine = _engine()
    html = "<html lang=en><style>html{font-family:'Noto Sans'}</style>PC \ue123"
    engine.weasyprint.HTML(string=html, url_fetcher=engine.fetcher).write_pdf(font_config=engine.fonts)
    messages = [record.getMessage() for record in caplog.records]
    assert messages == [".notdef glyph rendered for Unicode string unsupported by fonts"]
    caplog.clear()


def test_only_this_module_loads_weasyprint() -> None:
    code = "import django; django.setup()\nimport sys, screening.summary.pdf.papers\nassert 'weasyprint' not in sys.modules"
    subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", code],
        env={"DJANGO_SETTINGS_MODULE": "pcr_screener.settings", "PATH": "/usr/bin:/bin"},
        cwd=Path(__file__).parent.parent.parent,
        check=True,
    )
