"""The decided cases, and scenarios from practice, and how the tool reads each.

They are questionnaire answers that hold only what a public text of a decision states. They were built from
openings of opinions and from published summaries: an attorney reads a case before relying on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.utils import translation

from screening.rules.answers import Answers
from screening.rules.evaluate import evaluate
from screening.rules.finding import Finding, Result
from screening.rules.record import parse_answers
from screening.summary.page.data import CaseRecord
from screening.summary.page.rows import RemedyReport
from screening.summary.report.laws import remedy_reports


FOLDER = Path(__file__).parent / "cases"

# Rule 8.1115 of the California Rules of Court (reference section 7, 27).
NOT_CITABLE = "Not published: not citable (rule 8.1115)."

# What the court did, in words. Every value of the file stands here, or reads as it is written.
OUTCOMES: Mapping[str, str] = {
    "reversed_in_favour": "Reversed, in the person’s favor",
    "reversed_in_favour (remanded on prejudice)": "Reversed, in the person’s favor; remanded on prejudice",
    "remanded_in_favour": "Remanded, in the person’s favor",
    "granted_affirmed (People's appeal)": "Granted; affirmed on the People’s appeal",
    "granted (vacatur); dismissal refused, affirmed": "Vacated; dismissal refused; affirmed",
    "affirmed but remanded to hear a 1016.5 motion": "Affirmed, but remanded to hear a motion under PC 1016.5",
    "denied_affirmed": "Denied; affirmed",
    "denied (Court of Appeal reversed)": "Denied; the Court of Appeal reversed",
    "appeal dismissed": "Appeal dismissed",
    "granted": "Granted",
    "denied": "Denied",
}


@dataclass(frozen=True)
class DecidedCase:
    """One case. A scenario from practice has no court: it is neither published nor unpublished.

    `given` are its answers as JSON gives them. `source` is where a public text of it was read, as it stands
    in the file; it may be empty. What an honest screening may say of it is in the file too, for the tests.
    """

    id: str
    name: str
    published: bool | None
    outcome_in_court: str
    ground: str
    source: str
    given: Mapping[str, Any]

    @property
    def scenario(self) -> bool:
        """Was it never before a court?"""
        return self.published is None

    @property
    def citable(self) -> bool:
        """May it be cited to a court? An unpublished opinion may not."""
        return self.published is True

    @property
    def answers(self) -> Answers:
        """The answers, checked as `screen` checks them."""
        return parse_answers(self.given)


@dataclass(frozen=True)
class HowRead:
    """What the rules say of a case on a day. `laws` are the laws with the reason that decides, in English."""

    case: DecidedCase
    result: Result
    laws: tuple[RemedyReport, ...]

    def open_elements(self, law: RemedyReport) -> tuple[str, ...]:
        """The elements of a law that nobody can read yet, or that an attorney must weigh, by their titles."""
        settled = (Finding.MET, Finding.PRESUMED, Finding.NOT_MET)
        return tuple(element.title for element in law.elements if element.finding not in settled)


@cache
def all_cases() -> tuple[DecidedCase, ...]:
    """Decisions first, then scenarios, each in the order of its file."""
    return tuple(_case(row) for name in ("appellate", "scenarios") for row in _rows(name))


def decided_cases() -> tuple[DecidedCase, ...]:
    """What courts decided, without the scenarios from practice."""
    return tuple(case for case in all_cases() if not case.scenario)


def scenarios() -> tuple[DecidedCase, ...]:
    """The scenarios from practice."""
    return tuple(case for case in all_cases() if case.scenario)


def how_read(case: DecidedCase, as_of: date) -> HowRead:
    """The case under the law of one day."""
    result = evaluate(case.answers, as_of)
    with translation.override(settings.LANGUAGE_CODE):
        return HowRead(case, result, remedy_reports(CaseRecord(1, case.answers.values), result))


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))[
        "cases"
    ]
    return rows


def _case(row: dict[str, Any]) -> DecidedCase:
    told = row.get("outcome_in_court", "")
    return DecidedCase(
        id=row["id"],
        name=row.get("case") or row["scenario"],
        published=row.get("published"),
        outcome_in_court=OUTCOMES.get(told, told),
        ground=row.get("ground", ""),
        source=row["source"] or "",
        given=row["answers"],
    )
