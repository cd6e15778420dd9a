"""The decided cases and scenarios of screening/law/cases, read once and in plain Python, without Django."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from screening.rules.answers import Answers
from screening.rules.flags.every import LISTS
from screening.rules.record import parse_answers


FOLDER = Path(__file__).resolve().parents[2] / "screening" / "law" / "cases"
FILES = sorted(FOLDER.glob("*.yaml"))


@dataclass(frozen=True)
class Case:
    """One case: what was answered, and what an honest screening may say of it.

    `includes` and `excludes` are the flags that must and must not stand, by list; `leading` is what is looked at
    first.
    """

    id: str
    source: str
    given: dict[str, Any]
    allowed: dict[str, list[str]]
    includes: dict[str, list[str]] = field(default_factory=dict)
    excludes: dict[str, list[str]] = field(default_factory=dict)
    conviction: str | None = None
    leading: str | None = None

    @property
    def answers(self) -> Answers:
        """The answers, checked as `screen` checks them."""
        return parse_answers(self.given)


def _case(row: dict[str, Any]) -> Case:
    return Case(
        id=row["id"],
        source=row["source"] or row["case"],  # a decision is its own source
        given=row["answers"],
        allowed=row["allowed"],
        includes={name: row.get(name + "_includes", []) for name in LISTS},
        excludes={name: row.get(name + "_excludes", []) for name in LISTS},
        conviction=row.get("immigration_conviction"),
        leading=row.get("leading"),
    )


ROWS = [row for file in FILES for row in yaml.safe_load(file.read_text(encoding="utf-8"))["cases"]]
CASES = [_case(row) for row in ROWS]
