"""The rules as data and as Markdown, for an attorney who checks them beside the statute (contract section 5)."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator

from screening.questions.wording import say
from screening.rules.authorities import AUTHORITIES, Point
from screening.rules.element import Element, Line, Remedy
from screening.rules.finding import Finding, ImmigrationConviction
from screening.rules.flags.every import FLAGS, LISTS, Flag
from screening.rules.immigration import LINES
from screening.rules.papers import PAPERS
from screening.rules.remedies import REMEDIES
from screening.rules.text import Text
from screening.rules.version import coined_names, rules_version, structure


# The lists of flags, in their order.
FLAG_TITLES = ("Urgent flags", "Before filing", "Also consider")


def rules() -> dict[str, object]:
    """The structure that the rules version is a hash of, and beside it the words."""
    return {"rules_version": rules_version(), **structure(), "words": _words()}


def _words() -> dict[str, object]:
    return {
        "remedies": {
            remedy.id: {
                "title": say(remedy.title),
                "plain": say(remedy.plain),
                "statute": statute(remedy),
                "elements": {element.id: _element_words(element) for element in remedy.elements},
            }
            for remedy in REMEDIES
        },
        "immigration_conviction": [_because(line) for line in LINES],
        "flags": {
            flag.code: {
                "attorney": _pattern(flag.attorney),
                "client": None if flag.client is None else _pattern(flag.client),
            }
            for flag in FLAGS.values()
        },
        "authorities": {
            authority.id: {name: proposition for name, (proposition, _) in authority.points.items()}
            for authority in AUTHORITIES.values()
        },
    }


def _element_words(element: Element) -> dict[str, object]:
    return {
        "title": say(element.title),
        "plain": say(element.plain),
        "readings": [*(_because(line) for line in element.lines), _pattern(element.unknown)],
        "proof": [say(PAPERS[paper].name) for paper in element.proof],
        "change": _pattern(element.change),
    }


def statute(remedy: Remedy) -> str:
    """What the section says in our own words: the docstring of the remedy's module."""
    return inspect.cleandoc(sys.modules[f"screening.rules.remedies.{remedy.id}"].__doc__ or "")


def _pattern(text: Text) -> str:
    # Placeholders stay: there is no record here to fill them from.
    return text.msgid


def _because(line: Line[Finding] | Line[ImmigrationConviction]) -> str:
    return _pattern(line.because)


def rules_markdown() -> str:
    """The same for reading."""
    lines = [
        "# The rules",
        "",
        f"Rules version {rules_version()}. Made by `python manage.py rules --format markdown`.",
        "",
        "Marks: [V] seen in a public text, [V-2] second-hand, [M] to be checked before anyone relies on it.",
        "For each element the first line that applies is the finding. Only a gate can read `not_met`.",
        "",
    ]
    for remedy in REMEDIES:
        lines.extend(_remedy_lines(remedy))
    lines.extend(
        ["## Names", "", "What a name in the readings stands for.", "", "| name | stands for |", "|---|---|"]
    )
    lines.extend(f"| {name} | {stands_for} |" for name, stands_for in coined_names().items())
    lines.append("")
    lines.extend(["## Immigration conviction", ""])
    lines.extend(_line_rows([(line.finding.value, line) for line in LINES]))
    for title, flags in zip(FLAG_TITLES, LISTS.values(), strict=True):
        lines.extend([f"## {title}", "", *_flag_rows(flags), ""])
    return "\n".join(lines) + "\n"


def _remedy_lines(remedy: Remedy) -> Iterator[str]:
    yield f"## {remedy.cite}: {say(remedy.title)} (`{remedy.id}`)"
    yield ""
    yield "```text"
    yield statute(remedy)
    yield "```"
    yield ""
    yield f"In force from {remedy.in_force}."
    for case, first in remedy.later:
        yield f"Where {case.says}: in force from {first}."
    yield ""
    for element in remedy.elements:
        gate = ", a gate" if element.gate else ""
        yield f"### {say(element.title)} (`{element.id}`{gate})"
        yield ""
        yield from _line_rows([(line.finding.value, line) for line in element.lines])
        yield f"Otherwise `unknown`: {_pattern(element.unknown)}"
        yield f"What proves it: {'; '.join(say(PAPERS[paper].name) for paper in element.proof)}."
        yield ""


def _line_rows(lines: list[tuple[str, Line[Finding] | Line[ImmigrationConviction]]]) -> Iterator[str]:
    yield "| finding | when | because | authority |"
    yield "|---|---|---|---|"
    for finding, line in lines:
        yield f"| `{finding}` | {line.when.says} | {_because(line)} | {_cites(line.points)} |"
    yield ""


def _flag_rows(flags: tuple[Flag, ...]) -> Iterator[str]:
    yield "| flag | when | for the attorney | authority |"
    yield "|---|---|---|---|"
    for flag in flags:
        only = "; only while the court may be a California court" if flag.california_only else ""
        follows = "; follows the outcomes" if flag.follows else ""
        says = f"{flag.when.says}{only}{follows}"
        yield f"| `{flag.code}` | {says} | {_pattern(flag.attorney)} | {_cites(flag.authorities)} |"


def _cites(points: tuple[Point, ...]) -> str:
    return "; ".join(point.printed for point in points)
