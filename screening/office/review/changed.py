"""What differs between a stored result and another, in words, for the pages that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from screening.bulk.compare import Change, Why
from screening.bulk.in_words import contract_words, day_words, place_words, value_words
from screening.bulk.stored import contract_of
from screening.office.file.casefile import KeptResult
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import answer_in_words, say
from screening.rules.answers import Answers, Value
from screening.rules.version import CONTRACT
from screening.summary.page.data import Report


@dataclass(frozen=True)
class ChangeRow:
    """One thing that differs between two results, in words. `law` is empty for what is of no law."""

    case: str
    law: str
    what: str
    was: str
    now: str
    why: tuple[str, ...]


def change_rows(changes: Iterable[Change], report: Report, kept_day: str, kept_rules: str) -> list[ChangeRow]:
    """A row of the table for each change. `kept_day` and `kept_rules` are those of the stored result."""
    cases = {str(case.number): case for case in report.cases}
    return [
        ChangeRow(
            cases[change.case].name if change.case in cases else f"Case {change.case}",
            *place_words(
                change.place,
                cases[change.case].result.answers if change.case in cases else Answers({}),
            ),
            value_words(change.place, change.was),
            value_words(change.place, change.now),
            tuple(_because(why, report, kept_day, kept_rules) for why in change.why),
        )
        for change in changes
    ]


def _because(why: Why, report: Report, kept_day: str, kept_rules: str) -> str:
    if why.what == "stored":
        return "Stored result: not what its rules give; it was changed, or made by other code"
    if why.what == "contract":
        read = f"The way answers are read: then contract {why.was}, now contract {why.now}"
        return f"{read}; rules then {kept_rules}, now {report.rules_version}"
    if why.what == "rule":
        return f"Rule: then {kept_rules}, now {report.rules_version}"
    if why.what == "date":
        return f"Date: then {kept_day}, now {report.as_of_words}"
    short = say(QUESTIONS[why.key].short)
    return f"Answer: {short}, then “{_answer(why.key, why.was)}”, now “{_answer(why.key, why.now)}”"


def _answer(key: str, value: Value | None) -> str:
    return "no answer" if value is None else answer_in_words(key, value)


def read_otherwise(kept: KeptResult) -> str:
    """What changed in reading the answers since a result was kept; empty where nothing has."""
    then = min(map(contract_of, kept.lines), default=CONTRACT)
    return contract_words(then, CONTRACT) if then != CONTRACT else ""


def kept_day_words(day: str) -> str:
    """A kept day in words."""
    return day_words(date.fromisoformat(day))
