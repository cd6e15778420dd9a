"""The two papers as PDF. The only module that imports WeasyPrint, and only when a paper is made.

Nothing is fetched: the sheet and the marks are inlined, and the fetcher refuses every address. The same
report gives the same bytes: the only day in the attorney's file is the as-of day (of the attachment too), in
the client's there is none. What WeasyPrint leaves out of the tags is added in `tagged.py`.
"""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache, lru_cache, partial
from importlib.resources import files
from io import BytesIO
from typing import Any, NoReturn

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from pcr_screener.languages import plain
from screening.summary.as_json.summary_json import FILE_NAME, summary_of
from screening.summary.client.copy import ClientCopy, build_client_copy
from screening.summary.client.lawyers import lawyer_rows, rows_on_paper
from screening.summary.client.pocket import Pocket, shorter
from screening.summary.page.data import CaseRecord, FlagRow, Report
from screening.summary.page.words import FINDING_WORD
from screening.summary.pdf.cover import Cover
from screening.summary.pdf.cuts import EVERY_PART, OF_SEVERAL, TOGETHER, WHAT, Part, fitting
from screening.summary.pdf.tagged import finishing
from screening.summary.pdf.weasyprint_inside import keep_lines_of_columns, page_of
from screening.summary.report.building import attorney_report
from screening.summary.report.first_page import (
    URGENT_KEYS,
    FirstPage,
    by_open,
    first_pages,
    in_one_title,
    never_asked,
    nobody_asked,
    other_laws,
    said_in_all,
)
from screening.summary.report.steps import by_keeper


_MARKS = {finding.value: word.msgid for finding, word in FINDING_WORD.items()}

# For the file; for what is read on paper or a screen alone.
_ARCHIVED, _READ = "pdf/a-3a", "pdf/ua-1"
# The color profile that an archive wants: WeasyPrint's name for it, and its file.
_COLORS, _SRGB = "srgb", "sRGB2014.icc"

# A blank at the end of a line that just fits makes WeasyPrint 70 break it after its first word; one after
# the English under a warning indents the line that follows.
_LOOSE_BLANK = re.compile(
    r'\s+(?=</(?:li|p|td|th|b|i)>|<br>|<span class="en")|(?<=</span>)\s+|(?<=</span></b>)\s+'
)
_BLANK_AT_END = re.compile(r"\s+(?=</(?:li|p|td|th|b|i)>)")


_LETTERS = """<html lang="en"><head><title>Letters</title><style>p { font-family: "Noto Sans" }</style></head>
<body><p>one <b>two</b> <i>three</i></p></body></html>"""


class RefusedError(Exception):
    """The paper asked for something outside itself."""


@dataclass(frozen=True)
class _Engine:
    weasyprint: Any
    css: Any
    attachment: Any
    fetcher: Any
    fonts: Any
    profile: Callable[[], Any]


@cache
def _engine() -> _Engine:
    """WeasyPrint, loaded with the first paper; one font configuration for the life of the process."""
    import weasyprint
    from weasyprint import CSS, Attachment
    from weasyprint.css import ColorProfile
    from weasyprint.layout import inline
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    class Deny(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> NoReturn:  # noqa: ARG002
            raise RefusedError

    colors = (files("weasyprint.pdf") / _SRGB).read_bytes()

    def profile() -> Any:
        return ColorProfile(BytesIO(colors), _SRGB, "relative-colorimetric", (["r"], ["g"], ["b"]))

    logging.getLogger("weasyprint").addFilter(_without_answers)
    keep_lines_of_columns(inline)
    return _Engine(weasyprint, CSS, Attachment, Deny(), FontConfiguration(), profile)


def load() -> None:
    """WeasyPrint, its fonts and the sheets, before a paper is asked for: what forks from here has them.

    A sheet is that of a paper on nobody.
    """
    nobody, day = [CaseRecord(1, {})], date(2026, 1, 1)
    report = attorney_report(nobody, day, settings.LANGUAGE_CODE)
    shown = [attorney_html(report), attorney_html(report, measuring=True)]
    for language in ("en", "fa"):  # from left to right, and from right to left
        with translation.override(language):
            copy = build_client_copy(nobody, day)
            shown += [pocket_html(copy, next(shorter(copy)), language), client_html(copy, language)]
    for html in shown:
        _parsed(_apart(html)[1])
    _written(_rendered(_LETTERS, _READ), _READ)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: it takes a fifth of a paper's time and finds next to nothing."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _without_answers(record: logging.LogRecord) -> bool:
    """A warning may quote what was typed: only its kind stays in the log."""
    record.msg = str(record.msg).split("%")[0].rstrip(' :"')
    record.args = ()
    return True


@_uncollected()
def attorney_pdf(report: Report) -> bytes:
    """US Letter, black, in English: PDF/A-3a and PDF/UA-1, with `summary.json` attached.

    Page one of a single case is one page.
    """
    document = _set(report, _ARCHIVED)
    document.metadata.attachments = [_attached(summary_of(report), report.as_of)]
    document.color_profiles[_COLORS] = _engine().profile()
    return _written(document, _ARCHIVED)


def attorney_pdfs(
    reports: Iterable[Report], cover: Cover, made: Callable[[int], None] = lambda _number: None
) -> bytes:
    """The papers of a clinic day in one file behind a list of them. Each paper counts its own pages.

    `made` is told how many papers are set.

    PDF/UA-1 without attachments: it is for the printer, and one file should not hand on the answers of all
    to whoever opens it. About as long as the papers would take one by one.
    """
    papers = []
    for report in reports:
        papers.append(_set(report, _READ))
        made(len(papers))
    lengths = [len(paper.pages) for paper in papers]
    front = _rendered(cover_html(cover, lengths), _READ)
    pages = [page for document in (front, *papers) for page in document.pages]
    return _written(front.copy(pages), _READ)


def cover_html(cover: Cover, lengths: Sequence[int]) -> str:
    """The list before it is set, with how many pages each paper has."""
    context = {
        "head": _LIST,
        "cover": cover,
        "rows": list(zip(cover.rows, lengths, strict=True)),
        "pages": sum(lengths),
    }
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string("pdf/cover.html", context)


@_uncollected()
def _set(report: Report, variant: str) -> Any:
    """The paper, with as much on page one as fits: its parts are measured alone (`cuts.py`)."""
    pages = first_pages(report)
    parts = fitting(_Heights(report, pages, variant))
    return _rendered(attorney_html(report, parts, pages), variant)


class _Heights(dict[str, float]):
    """By its id, how high a part of page one is: each is measured once, with those it goes together with."""

    def __init__(self, report: Report, pages: Sequence[FirstPage], variant: str) -> None:
        super().__init__()
        self._html = partial(attorney_html, report, pages=pages, measuring=True)
        self._every, self._variant = _every_part(report), variant
        self._measure(TOGETHER[0])

    def __missing__(self, wanted: str) -> float:
        self._measure(next(parts for parts in TOGETHER if any(part.id == wanted for part in parts)))
        return self[wanted]

    def _measure(self, parts: Sequence[Part]) -> None:
        shown = self._html([part for part in parts if part in self._every])
        anchors = _rendered(shown, self._variant).pages[0].anchors
        self.update({name: below - above for name, (_, above, _, below) in anchors.items()})


def _every_part(report: Report) -> Sequence[Part]:
    return OF_SEVERAL if report.several else EVERY_PART


def _rendered(html: str, variant: str) -> Any:
    engine = _engine()
    content, style = _apart(html)
    page = page_of(content, engine.weasyprint, engine.fetcher)
    return page.render(font_config=engine.fonts, pdf_variant=variant, stylesheets=[_parsed(style)])


def _apart(html: str) -> tuple[str, str]:
    """A page without its style, and the style."""
    before, _, rest = html.partition("<style>")
    style, _, after = rest.partition("</style>")
    return before + after, style


@lru_cache(maxsize=16)
def _parsed(style: str) -> Any:
    """A paper's style: every paper of its kind has the same, and reading it takes an eighth of setting one."""
    engine = _engine()
    return engine.css(string=style, font_config=engine.fonts, url_fetcher=engine.fetcher)


@_uncollected()
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


def attorney_html(
    report: Report, parts: Sequence[Part] = (), pages: Sequence[FirstPage] = (), *, measuring: bool = False
) -> str:
    """The paper before it is set, or while `measuring` its page one alone, on a page that nothing leaves.

    `parts` are those of page one, without which it is whole; `pages` are what it says of each case.
    """
    pages = pages or first_pages(report)
    report = _lettered(report, pages)
    parts = parts or [part for part in _every_part(report) if not part.cut]
    context = {
        "report": report,
        "case": report.cases[0],
        "marks": _MARKS,
        "pages": pages,
        "page": pages[0],
        "parts": parts,
        "measuring": measuring,
        "roomy": any(part.name == WHAT for part in parts),
        "shortened": any(part.moves_reasons for part in parts),
        "flags_apart": any(part.moves_reasons and part.name != "immigration" for part in parts),
        "nobody_asked": nobody_asked(report),
        "never_urgent": never_asked(URGENT_KEYS, *(case.result.answers for case in report.cases)),
        "told": any(said.told for said in _all_answers(report)),
        "never": _never(report),
        "running": _running(report),
        "identity": in_one_title(report) if report.several else pages[0].identity,
        "small": _small_line(report, pages),
        **_of_all_cases(pages),
        **_of_office(report),
    }
    with translation.override(settings.LANGUAGE_CODE):
        return _BLANK_AT_END.sub("", render_to_string("pdf/paper.html", context))


def _running(report: Report) -> str:
    """What page one is about, above each of its pages."""
    if not report.several:
        return report.some_of_all.capitalize() or report.cases[0].name
    return f"One person, {report.some_of_all or f'{len(report.cases)} cases'}"


def _lettered(report: Report, pages: Sequence[FirstPage]) -> Report:
    """With urgent flags that name the cases by their letters, like all else on page one."""
    letters = {page.case.name: page.letter for page in pages}
    urgent = (replace(row, cases=tuple(letters[name] for name in row.cases)) for row in report.urgent)
    return replace(report, urgent=tuple(urgent))


def _never(report: Report) -> str:
    """What a blank is called. A redacted copy does not know what was asked."""
    return "Not answered" if report.redacted else "Never asked"


def _small_line(report: Report, pages: Sequence[FirstPage]) -> list[str]:
    """Below the title: what else is known of case and person, how to reach them, what was never asked."""
    parts = ["" if report.several else pages[0].line, report.person]
    if report.some_of_all:
        parts.append(f"this paper has {report.some_of_all}; the others are on another paper")
    if (of := report.heading) is not None:
        court = f"court case number {of.court_number}" if of.court_number else ""
        parts += [court, of.language, of.reach or "no way to reach was given"]
    if pages[0].never_asked and not report.several:
        parts.append(f"{_never(report)}: {', '.join(pages[0].never_asked).lower()}")
    return [part for part in parts if part]


def _of_all_cases(pages: Sequence[FirstPage]) -> dict[str, Any]:
    """What page one says of all cases together; each line names the letter of its case."""
    return {
        "sorted_pages": sorted(pages, key=by_open),
        "said_for": said_in_all(pages),
        "against": [(page.letter, row) for page in pages for row in page.against],
        "other_laws": other_laws(pages) if len(pages) > 1 else (),
        "keepers": by_keeper({page.letter: page.steps for page in pages}),
        "before_filing": _with_letters((page.letter, page.case.before_filing) for page in pages),
        "raised": _with_letters((page.letter, page.case.flags) for page in pages),
        "also_consider": _with_letters((page.letter, page.case.also_flags) for page in pages),
    }


def _with_letters(flags: Iterable[tuple[str, Sequence[FlagRow]]]) -> list[tuple[FlagRow, str]]:
    """Each flag once, with the letters of the cases that raise it."""
    letters: dict[FlagRow, list[str]] = {}
    for letter, raised in flags:
        for flag in raised:
            letters.setdefault(flag, []).append(letter)
    return [(flag, ", ".join(of)) for flag, of in letters.items()]


# The confidentiality notice in two lines. An office's paper carries what an attorney thinks of the case.
_UNSWORN = (
    "Unsworn notes to ask a lawyer for advice, checked by nobody. Not legal advice.",
    "Do not give this to ICE, police, a court or a notario.",
)
_WORK_PRODUCT = (
    "Attorney-client communication and attorney work product. Privileged. Not legal advice.",
    "Unsworn notes, checked by nobody. Not for ICE, police, a court or a notario.",
)
_REDACTED = (
    "Redacted copy for co-counsel or an expert. Computed from less than the full summary.",
    "Unsworn notes, checked by nobody. Not legal advice. Not for ICE, police, a court or a notario.",
)
_LIST = (
    "Attorney-client communication and attorney work product. Privileged.",
    "This list names people. It stays in the office.",
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


def _head(report: Report) -> tuple[str, str]:
    if report.redacted:
        return _REDACTED
    return _WORK_PRODUCT if report.heading else _UNSWORN


@_uncollected()
def client_pdf(copy: ClientCopy, language: str, *, everything: bool = False, sent: bool = False) -> bytes:
    """US Letter, black, tagged (PDF/UA-1), in the language that the copy was built in.

    One page for a pocket; behind it, with `everything`, the long copy. Where the answers were `sent` to an
    office that does not say that nothing was sent.
    """
    front = _on_one_page(copy, language)
    if not everything:
        return _written(front, _READ)
    behind = _rendered(client_html(copy, language, sent=sent), _READ)
    return _written(front.copy([*front.pages, *behind.pages]), _READ)


def _on_one_page(copy: ClientCopy, language: str) -> Any:
    """As much as one page holds."""
    with translation.override(language):
        pockets = list(shorter(copy))
    for pocket in pockets:
        page = _rendered(pocket_html(copy, pocket, language), _READ)
        if len(page.pages) == 1:
            break
    return page


def pocket_html(copy: ClientCopy, pocket: Pocket, language: str) -> str:
    """The page for a pocket before it is set."""
    context = {"copy": copy, "pocket": pocket, "office": settings.OPERATOR}
    with translation.override(language):
        return _LOOSE_BLANK.sub("", render_to_string("client/pocket.html", context))


def client_html(copy: ClientCopy, language: str, *, sent: bool = False) -> str:
    """The client copy before it is set."""
    office = settings.OPERATOR
    context = {
        "copy": copy,
        "sent": sent,
        "lawyers": lawyer_rows(),
        "places": rows_on_paper(),
        "office": office,
        "office_hours": office.text("hours", plain(language)),
        "office_about": office.text("about", plain(language)),
    }
    with translation.override(language):
        return _LOOSE_BLANK.sub("", render_to_string("client/paper.html", context))


def _all_answers(report: Report) -> list[Any]:
    parts = [*report.about_person, *(part for case in report.cases for part in case.parts)]
    return [said for part in parts for said in part.answers]
