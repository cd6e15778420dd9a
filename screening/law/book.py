"""The open law as Markdown, for `docs/law/`: made by a command, tested fresh, never written by hand.

Tables are computed for the day that is given; months in them count back from it, so they read the same on
most days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from screening.law.book_cases import cases_page
from screening.law.book_tables import table_lines
from screening.law.conviction import IMMIGRATION_CONVICTION
from screening.law.decision_table import conviction_table, decision_table
from screening.law.describe_rules import FLAG_TITLES, statute
from screening.law.flow import FlowQuestion, flow
from screening.law.links import slug_of
from screening.law.uses import points_of
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.rules.authorities import AUTHORITIES, Point
from screening.rules.bills import BILLS
from screening.rules.element import Element, Remedy
from screening.rules.flags.every import LISTS, Flag
from screening.rules.history import LAW_CHANGES
from screening.rules.immigration import LINES
from screening.rules.papers import PAPERS
from screening.rules.remedies import REMEDIES
from screening.rules.version import rules_version


Lines = Iterator[str]


def book(as_of: date) -> Mapping[str, str]:
    """Every file by its name, as it is on a day. In the active language, which the command sets to English."""
    pages: dict[str, Callable[[date], Lines]] = {"README.md": _front}
    for remedy in REMEDIES:
        pages[f"{slug_of(remedy)}.md"] = _of(remedy)
    pages |= {
        "conviction.md": _conviction,
        "authorities.md": _authorities,
        "flow.md": _flow,
        "cases.md": cases_page,
    }
    return {name: "\n".join(page(as_of)).rstrip() + "\n" for name, page in pages.items()}


def _front(as_of: date) -> Lines:
    yield "# The law that this tool reads"
    yield ""
    yield f"Rules version {rules_version()}, as of {as_of}. Made by `python manage.py law --output docs/law`."
    yield ""
    yield "The tool points out elements, answers and authorities for an attorney to weigh. It decides nothing."
    yield "Marks: [V] seen in a public text, [V-2] second-hand, [M] to be checked before anyone relies on it."
    yield ""
    yield "| law | what it is about | in force from |"
    yield "|---|---|---|"
    for remedy in REMEDIES:
        later = "".join(f"; where {case.says}: {first}" for case, first in remedy.later)
        yield f"| [{remedy.cite}: {say(remedy.title)}]({slug_of(remedy)}.md) | {say(remedy.about)} | {remedy.in_force}{later} |"
    yield ""
    yield "- [Immigration conviction and flags](conviction.md)"
    yield "- [Authorities](authorities.md)"
    yield "- [Decided cases and how the tool reads each](cases.md)"
    yield "- [The questionnaire as a way](flow.md)"
    yield "- [The questions](../questions.md) and [the rules as they are declared](../rules.md)"
    yield ""
    yield from _changes()
    yield from _bills()


def _changes() -> Lines:
    yield "## What changed, and when"
    yield ""
    yield "| from | law | what it did | mark |"
    yield "|---|---|---|---|"
    for change in LAW_CHANGES:
        yield f"| {change.day} | {change.law} | {say(change.says)} | {change.mark.printed} |"
    yield ""


def _bills() -> Lines:
    yield "## Bills to watch: outcome to be checked"
    yield ""
    yield "| bill | session | what it would do | last seen | mark |"
    yield "|---|---|---|---|---|"
    for bill in BILLS:
        seen = f"{say(bill.last_seen)} Seen {bill.seen}: {bill.source}"
        yield f"| {bill.number} | {bill.session} | {say(bill.would)} | {seen} | {bill.mark.printed} |"
    yield ""


def _of(remedy: Remedy) -> Callable[[date], Lines]:
    return lambda as_of: _remedy(remedy, as_of)


def _remedy(remedy: Remedy, as_of: date) -> Lines:
    yield f"# {remedy.cite}: {say(remedy.title)}"
    yield ""
    yield f"**{say(remedy.plain)}.** {say(remedy.about)}"
    yield ""
    yield f"In force from {remedy.in_force}."
    for case, first in remedy.later:
        yield f"Where {case.says}: in force from {first}."
    if remedy.ground:
        yield f"Raised only where `{remedy.ground}` is answered with anything but no."
    yield ""
    yield "```text"
    yield statute(remedy)
    yield "```"
    yield ""
    for element in remedy.elements:
        yield from _element(remedy, element, as_of)


def _element(remedy: Remedy, element: Element, as_of: date) -> Lines:
    gate = ", a gate" if element.gate else ""
    yield f"## {say(element.title)} (`{element.id}`{gate})"
    yield ""
    yield f"- In plain words: {say(element.asks)}"
    yield f"- For attorneys: {say(element.test)}"
    yield f"- What proves it: {'; '.join(say(PAPERS[paper].name) for paper in element.proof)}."
    yield f"- Questions: {'; '.join(f'{say(QUESTIONS[key].short)} (`{key}`)' for key in element.keys)}."
    yield "- Authority:"
    yield from _points(points_of(element))
    yield ""
    first = next(one for one in REMEDIES if element in one.elements)
    if first is not remedy:
        yield f"Which answers give which finding: as under [{first.cite}]({slug_of(first)}.md)."
        yield ""
        return
    yield from table_lines(decision_table(remedy.id, element.id, as_of))


def _points(points: tuple[Point, ...]) -> Lines:
    yield from (f"  - {point.printed}: {point.proposition}" for point in points)


def _conviction(as_of: date) -> Lines:
    yield "# Immigration conviction and flags"
    yield ""
    yield f"For attorneys: {say(IMMIGRATION_CONVICTION)}"
    yield ""
    yield from _points(tuple(dict.fromkeys(point for line in LINES for point in line.points)))
    yield ""
    yield from table_lines(conviction_table(as_of))
    for title, flags in zip(FLAG_TITLES, LISTS.values(), strict=True):
        yield f"## {title}"
        yield ""
        for flag in flags:
            yield from _flag(flag)
        yield ""


def _flag(flag: Flag) -> Lines:
    keys = ", ".join(f"`{key}`" for key in flag.when.keys)
    yield f"- `{flag.code}`: {flag.attorney.msgid} Questions: {keys}."
    yield from _points(flag.authorities)


def _authorities(_as_of: date) -> Lines:
    yield "# Authorities"
    yield ""
    yield "Every authority that the program prints, with what each point stands for and how far it was checked."
    yield ""
    for authority in AUTHORITIES.values():
        yield f"- `{authority.id}`: {authority.cite.format('…')}"
        for name in authority.points:
            point = Point(authority.id, name)
            yield f"  - {name}: {point.proposition} {point.mark.printed}"


def _flow(_as_of: date) -> Lines:
    yield "# The questionnaire as a way"
    yield ""
    yield "Its pages in the order of asking. What has no condition is asked of everybody."
    yield ""
    for part in flow():
        yield f"## {part.number}. {part.title}"
        yield ""
        for page in part.pages:
            when = f" ({page.when})" if page.when else ""
            yield f"- **{page.number} {page.title}**{when}"
            yield from (f"  - {_asked(question)}" for question in page.questions)
        yield ""


def _asked(question: FlowQuestion) -> str:
    opened = f"; after “{question.parent}”: {', '.join(question.answers)}" if question.parent else ""
    when = f"; {question.when}" if question.when else ""
    return f"{question.short} (`{question.key}`{opened}{when})"
