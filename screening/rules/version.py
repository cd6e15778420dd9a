"""Which rules gave a result, and a fingerprint of what they were given.

The version is a calendar version and a hash of the rules' structure without their words, so that a wording
fix moves no version and a changed reading always does (contract section 4).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache

from screening.rules.answers import Answers, Value
from screening.rules.authorities import AUTHORITIES, Point
from screening.rules.condition import Condition, Named, operations
from screening.rules.day import NamedDay
from screening.rules.element import Element, Line, Remedy
from screening.rules.finding import Finding, ImmigrationConviction
from screening.rules.flags.every import LISTS, Flag
from screening.rules.immigration import LINES
from screening.rules.remedies import REMEDIES


CALENDAR_VERSION = "2026.12"
# The form of a result and the way answers are read, counted up. What was stored under an earlier one stays
# readable (`bulk/stored.py`), and `bulk/in_words.py` says what each has changed.
CONTRACT = 2

Json = dict[str, object]


def structure() -> Json:
    """The rules without their words: remedies, elements, readings, authorities with marks, dates in force."""
    return {
        "remedies": [_remedy(remedy) for remedy in REMEDIES],
        "immigration_conviction": [_line(line.finding.value, line) for line in LINES],
        **{name: [_flag(flag) for flag in flags] for name, flags in LISTS.items()},
        "names": coined_names(),
        "authorities": {
            authority.id: {
                "cite": authority.cite.format(""),
                "mark": authority.cite_mark.printed,
                "points": {name: mark.printed for name, (_, mark) in authority.points.items()},
            }
            for authority in AUTHORITIES.values()
        },
    }


def coined_names() -> dict[str, str]:
    """What goes by a name in the readings and flags."""
    conditions = [line.when for remedy in REMEDIES for element in remedy.elements for line in element.lines]
    conditions += [line.when for line in LINES]
    conditions += [flag.when for flags in LISTS.values() for flag in flags]
    return names_in(conditions)


def names_in(conditions: Iterable[Condition]) -> dict[str, str]:
    """What goes by a name in these conditions, by that name, with what it stands for."""
    parts = [part for condition in conditions for part in operations(condition)]
    names = {part.name: part.condition.says for part in parts if isinstance(part, Named) and part.coined}
    return names | {part.name: part.day.says for part in parts if isinstance(part, NamedDay)}


def _remedy(remedy: Remedy) -> Json:
    return {
        "remedy": remedy.id,
        "cite": remedy.cite,
        "in_force": remedy.in_force.isoformat(),
        "later": [{"when": case.says, "in_force": first.isoformat()} for case, first in remedy.later],
        "ground": remedy.ground,
        "elements": [_element(element) for element in remedy.elements],
    }


def _element(element: Element) -> Json:
    return {
        "element": element.id,
        "gate": element.gate,
        "readings": [
            *(_line(line.finding.value, line) for line in element.lines),
            {
                "finding": Finding.UNKNOWN.value,
                "when": "nothing above",
                "authorities": _points(element.points),
            },
        ],
        "proof": list(element.proof),
        "limits": [str(limit) for limit in element.limits],
    }


def _line(finding: str, line: Line[Finding] | Line[ImmigrationConviction]) -> Json:
    return {"finding": finding, "when": line.when.says, "authorities": _points(line.points)}


def _flag(flag: Flag) -> Json:
    return {
        "flag": flag.code,
        "when": flag.when.says,
        "california_only": flag.california_only,
        "authorities": _points(flag.authorities),
    }


def _points(points: tuple[Point, ...]) -> list[str]:
    return [" ".join((point.authority, point.point, point.mark.printed)) for point in points]


@cache
def rules_version() -> str:
    """For example `2026.12+9f3c1a7be204`."""
    return "+".join((CALENDAR_VERSION, hashlib.sha256(canonical(structure())).hexdigest()[:12]))


def canonical(data: object) -> bytes:
    """Canonical JSON: UTF-8, keys sorted, no white space."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(answers: Answers, as_of: date) -> str:
    """SHA-256 of the answers, the as-of day and the rules version, in hex.

    It lets a guess be tested, so a database never holds it in clear.
    """
    # Canonical JSON sorts the keys, and so does sorting what begins with one in quotes.
    said = ",".join(sorted([_answer(key, value) for key, value in answers.values.items()]))
    what = _WHAT.format(said, as_of.isoformat(), rules_version())
    return hashlib.sha256(what.encode()).hexdigest()


_WHAT = '{{"answers":{{{}}},"law_as_of":"{}","rules_version":"{}"}}'


@lru_cache(maxsize=2**14)
def _answer(key: str, value: Value) -> str:
    """One answer in canonical JSON, without the braces."""
    return canonical(plain({key: value})).decode()[1:-1]


def plain(values: Mapping[str, Value]) -> dict[str, str | list[str]]:
    """The answers as JSON holds them: several values sorted, dates as given."""
    return {key: sorted(value) if isinstance(value, tuple) else str(value) for key, value in values.items()}
