"""The decided cases in Markdown, and how the tool reads each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from screening.law.decided import NOT_CITABLE, DecidedCase, HowRead, decided_cases, how_read, scenarios
from screening.rules.record import parse_answers
from screening.rules.version import plain
from screening.summary.page.rows import RemedyReport


Lines = Iterator[str]


def cases_page(as_of: date) -> Lines:
    """Every decision and every scenario."""
    yield "# Decided cases, and how the tool reads each"
    yield ""
    yield f"Read as of {as_of}. The answers hold only what a public text of the decision states; all else is unknown."
    yield "They were built from openings of opinions and published summaries: an attorney reads a case before"
    yield "relying on it. A screening points out cases that can be argued; it does not predict the ruling."
    yield ""
    yield "## Decisions"
    yield ""
    for case in decided_cases():
        yield from _case(case, as_of)
    yield "## Scenarios from practice"
    yield ""
    for case in scenarios():
        yield from _case(case, as_of)


def _case(case: DecidedCase, as_of: date) -> Lines:
    read = how_read(case, as_of)
    yield f"### {case.name} (`{case.id}`)"
    yield ""
    if case.published is False:
        yield f"- **{NOT_CITABLE}**"
    if not case.scenario:
        yield f"- In court: {case.outcome_in_court}. {case.ground}."
    if case.source:
        yield f"- Source: {case.source}"
    given = plain(parse_answers(case.given).values)
    answers = "; ".join(f"{key} {_told(value)}" for key, value in given.items())
    yield f"- Answers: {answers}."
    yield from (f"- {law.cite}: **{law.word}**. {_why(read, law)}".rstrip() for law in read.laws)
    yield f"- Immigration conviction: {read.result.conviction.finding.value}."
    flags = read.result.flags
    yield f"- Flags: {', '.join(flags) or 'none'}."
    yield ""


def _told(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _why(read: HowRead, law: RemedyReport) -> str:
    decides = " ".join(
        f"{reason.word}: {reason.what}" if reason.word else reason.what for reason in law.decides
    )
    still = [title for title in read.open_elements(law) if law.alive and title not in decides]
    return " ".join(part for part in (decides, f"Also open: {'; '.join(still)}." if still else "") if part)
