"""The two papers as PDF. The only module that imports WeasyPrint, and only when a paper is made.

Nothing is fetched: the sheet and the marks are inlined, and the fetcher refuses every address. The same
report gives the same bytes: the only day in the attorney's file is the as-of day (of the attachment too), in
the client's there is none. What WeasyPrint leaves out of the tags is added in `tagged.py`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any, NoReturn

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from screening.summary.as_json.summary_json import FILE_NAME, summary_of
from screening.summary.client.copy import ClientCopy
from screening.summary.client.lawyers import lawyer_rows
from screening.summary.page.data import Report
from screening.summary.page.words import FINDING_WORD
from screening.summary.pdf.cover import Cover
from screening.summary.pdf.tagged import finishing


MOST_FACTS, FACTS_WHEN_TIGHT = 5, 3
_MARKS = {finding.value: word.msgid for finding, word in FINDING_WORD.items()}

# How closely page one is set: the first that keeps it one page, from a guess by its lines.
# The first two have room for what the paper is, the last not for authorities nor for five facts.
_TIGHT = "dense tight"
_SETTINGS = ("", "dense", "dense full", _TIGHT)
_HAS_ROOM = _SETTINGS[:2]
# For the file; for what is read on paper or a screen alone.
_ARCHIVED, _READ = "pdf/a-3a", "pdf/ua-1"
# The color profile that an archive wants: WeasyPrint's name for it, and its file.
_COLORS, _SRGB = "srgb", "sRGB2014.icc"
_MOST_LINES = (27, 45)
_WIDE = 95
_BESIDE = 62

# A blank at the end of a line that just fits makes WeasyPrint 70 break it after its first word; one after
# the English under a warning indents the line that follows.
_LOOSE_BLANK = re.compile(
    r'\s+(?=</(?:li|p|td|th|b|i)>|<br>|<span class="en")|(?<=</span>)\s+|(?<=</span></b>)\s+'
)
_BLANK_AT_END = re.compile(r"\s+(?=</(?:li|p|td|th|b|i)>)")


class RefusedError(Exception):
    """The paper asked for something outside itself."""


@dataclass(frozen=True)
class _Engine:
    html: Any
    attachment: Any
    fetcher: Any
    fonts: Any
    profile: Callable[[], Any]


@cache
def _engine() -> _Engine:
    """WeasyPrint, loaded with the first paper; one font configuration for the life of the process."""
    from weasyprint import HTML, Attachment
    from weasyprint.css import ColorProfile
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    class Deny(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> NoReturn:  # noqa: ARG002
            raise RefusedError

    colors = (files("weasyprint.pdf") / _SRGB).read_bytes()

    def profile() -> Any:
        return ColorProfile(BytesIO(colors), _SRGB, "relative-colorimetric", (["r"], ["g"], ["b"]))

    logging.getLogger("weasyprint").addFilter(_without_answers)
    return _Engine(HTML, Attachment, Deny(), FontConfiguration(), profile)


def _without_answers(record: logging.LogRecord) -> bool:
    """A warning may quote what was typed: only its kind stays in the log."""
    record.msg = str(record.msg).split("%")[0].rstrip(' :"')
    record.args = ()
    return True


def attorney_pdf(report: Report) -> bytes:
    """US Letter, black, in English: PDF/A-3a and PDF/UA-1, with `summary.json` attached.

    Page one of a single case is one page.
    """
    document = _set(report, _ARCHIVED)
    document.metadata.attachments = [_attached(summary_of(report), report.as_of)]
    document.color_profiles[_COLORS] = _engine().profile()
    return _written(document, _ARCHIVED)


def attorney_pdfs(reports: Sequence[Report], cover: Cover) -> bytes:
    """The papers of a clinic day in one file behind a list of them. Each paper counts its own pages.

    PDF/UA-1 without attachments: it is for the printer, and one file should not hand on the answers of all
    to whoever opens it. About as long as the papers would take one by one.
    """
    papers = [_set(report, _READ) for report in reports]
    lengths = [len(paper.pages) for paper in papers]
    front = _rendered(cover_html(cover, lengths), _READ)
    pages = [page for document in (front, *papers) for page in document.pages]
    return _written(front.copy(pages), _READ)


def cover_html(cover: Cover, lengths: Sequence[int]) -> str:
    """The list before it is set, with how many pages each paper has."""
    context = {"cover": cover, "rows": list(zip(cover.rows, lengths, strict=True)), "pages": sum(lengths)}
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string("pdf/cover.html", context)


def _set(report: Report, variant: str) -> Any:
    """The paper, set as loosely as page one allows. Page one alone is tried: it takes a tenth of the time."""
    setting = _SETTINGS[-1]
    for setting in _SETTINGS[_guess(report) :]:
        first = _rendered(attorney_html(report, setting, alone=True), variant)
        if "decision" in first.pages[0].anchors:
            break
    return _rendered(attorney_html(report, setting), variant)


def _rendered(html: str, variant: str) -> Any:
    engine = _engine()
    page = engine.html(string=html, url_fetcher=engine.fetcher)
    return page.render(font_config=engine.fonts, pdf_variant=variant)


def _written(document: Any, variant: str) -> bytes:
    # An empty output intent: WeasyPrint 70 opens its own color profile and never closes it.
    written: bytes = document.write_pdf(pdf_variant=variant, output_intent="", finisher=finishing(document))
    return written


def _attached(content: bytes, as_of: date) -> Any:
    """The data of the paper. WeasyPrint would stamp it with the present time."""
    day = datetime.combine(as_of, time())
    return _engine().attachment(
        string=content,
        name=FILE_NAME,
        description="The same result, for programs",
        created=day,
        modified=day,
        relationship="Data",
    )


def attorney_html(report: Report, setting: str = "", *, alone: bool = False) -> str:
    """The paper, or its page one `alone`, before it is set."""
    context = {
        "report": report,
        "case": report.cases[0],
        "marks": _MARKS,
        "most_facts": f":{FACTS_WHEN_TIGHT if setting == _TIGHT else MOST_FACTS}",
        "tight": setting == _TIGHT,
        "roomy": setting in _HAS_ROOM and not report.several,
        "told": any(said.told for said in _all_answers(report)),
        "setting": setting,
        "alone": alone,
        **_of_office(report),
    }
    with translation.override(settings.LANGUAGE_CODE):
        return _BLANK_AT_END.sub("", render_to_string("pdf/paper.html", context))


# The confidentiality line. An office's paper carries what an attorney thinks of the case.
_UNSWORN = (
    "Unsworn notes to ask a lawyer for advice. Not a statement.\n"
    "Do not give this to ICE, police, a court or a notario."
)
_WORK_PRODUCT = (
    "Attorney-client communication and attorney work product. Privileged.\n"
    "Unsworn notes, not a statement. Not for ICE, police, a court or a notario."
)
_REDACTED = (
    "Redacted copy for co-counsel or an expert. Computed from less than the full summary.\n"
    "Unsworn notes, not a statement. Not for ICE, police, a court or a notario."
)
_DECISION_WORDS = {
    "accept": "take the case",
    "papers": "get papers first",
    "refer": "refer",
    "decline": "decline",
}
# Page one shows the beginning of a reason; the last pages have it in full.
_SHORT_REASON = 240


def _of_office(report: Report) -> dict[str, Any]:
    """What only an office's paper says: whose it is, own findings, the decision."""
    reason = report.signed.reason if report.signed else ""
    return {
        "head": _head(report),
        "number": f"{report.heading.number} · " if report.heading else "",
        "owned": any(row.own for case in report.cases for remedy in case.remedies for row in remedy.elements),
        "decision_words": _DECISION_WORDS,
        "decision_short": reason
        if len(reason) <= _SHORT_REASON
        else f"{reason[:_SHORT_REASON].rstrip()} … (in full on the last pages)",
    }


def _head(report: Report) -> str:
    if report.redacted:
        return _REDACTED
    return _WORK_PRODUCT if report.heading else _UNSWORN


def client_pdf(copy: ClientCopy, language: str, *, sent: bool = False) -> bytes:
    """US Letter, black, tagged (PDF/UA-1), in the language that the copy was built in.

    Where the answers were `sent` to an office it does not say that nothing was sent.
    """
    return _written(_rendered(client_html(copy, language, sent=sent), _READ), _READ)


def client_html(copy: ClientCopy, language: str, *, sent: bool = False) -> str:
    """The client copy before it is set."""
    office = settings.OPERATOR
    context = {
        "copy": copy,
        "sent": sent,
        "lawyers": lawyer_rows(),
        "office": office,
        "office_hours": office.text("hours", language),
        "office_about": office.text("about", language),
    }
    with translation.override(language):
        return _LOOSE_BLANK.sub("", render_to_string("client/paper.html", context))


def _all_answers(report: Report) -> list[Any]:
    parts = [*report.about_person, *(part for case in report.cases for part in case.parts)]
    return [said for part in parts for said in part.answers]


def _guess(report: Report) -> int:
    lines = _lines_of_page_one(report)
    return sum(lines > most for most in _MOST_LINES)


def _lines_of_page_one(report: Report) -> int:
    """About how many lines page one needs beside its headings and its box."""
    if report.several:
        return 0
    case = report.cases[0]
    deciding = sum(
        max(2, sum(1 + len(line.word + line.what) // _BESIDE for line in remedy.decides))
        for remedy in case.remedies
    )
    urgent = sum(1 + len(row.attorney + row.title + row.when) // _WIDE for row in report.urgent)
    also = 2 + sum(len(flag.text) for flag in (*case.before_filing, *case.also_flags)) // _WIDE
    return deciding + urgent + also + 2 * min(MOST_FACTS, len(case.next_facts))
