"""One line of the queue, in words. Of a screening that nobody opened yet nothing is opened for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.template.loader import render_to_string
from django.utils.dateformat import format as date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info

from screening.office import matter
from screening.office.file.cabinet import assignee_token, county_token
from screening.office.file.standing import ACT_TODAY, NO_FLAG, SOON, WATCH
from screening.office.keys import KeysMissingError, OfficeKeys
from screening.office.matches.duplicates import SameName
from screening.office.models import Member, Screening
from screening.rules.facts import COUNTIES
from screening.rules.finding import LIVING, Outcome
from screening.rules.remedies import REMEDIES
from screening.summary.page.words import OUTCOME_MARK, OUTCOME_WORD


URGENCY_WORD: Mapping[int, str] = {
    ACT_TODAY: "act today",
    SOON: "soon",
    WATCH: "watch",
    NO_FLAG: "no flag",
}
_NO_NAME = "No name yet"
_SHUT = "Names do not open: key missing"


@dataclass(frozen=True)
class Law:
    """A law with its outcome. `mark` is drawn; `cite` is empty for the line that sums up "none"."""

    mark: SafeString
    cite: str
    word: str
    kind: str


@dataclass(frozen=True)
class QueueLine:
    """One screening of the queue. `opened` is false until somebody opened what a person sent."""

    id: str
    number: str
    opened: bool
    urgency: int
    urgent: str
    day: str
    distance: str
    name: str
    laws: tuple[Law, ...]
    language: str
    county: str
    status: str
    assignee: str
    same_name: SameName | None

    @property
    def hot(self) -> bool:
        """Does it get the colored band?"""
        return self.urgency == ACT_TODAY


class Words:
    """The words behind an office's keyed hashes, made once a request: no file is opened for them."""

    def __init__(self, keys: OfficeKeys, members: Iterable[Member]) -> None:
        self.keys = keys
        self.counties = {county_token(keys, name): name for name in COUNTIES}
        self.members = {assignee_token(keys, one.id): one.name for one in members}

    def name(self, row: Screening) -> str:
        """The short name of a row's person."""
        try:
            text = self.keys.open(row.key_id, row.sealed_names, f"names {row.id}")
        except KeysMissingError:
            return _SHUT
        return matter.load(text).short or _NO_NAME


def line(row: Screening, words: Words, today: date, same_name: SameName | None = None) -> QueueLine:
    """A row in words."""
    opened = row.opened_on is not None
    return QueueLine(
        id=row.id,
        number=row.number,
        opened=opened,
        urgency=row.urgency,
        urgent=URGENCY_WORD[row.urgency],
        day=_day(row.next_deadline, today),
        distance=_distance(row.next_deadline, today),
        name=words.name(row) if opened else "",
        laws=_laws(row.outcomes) if opened else (),
        language=_language(row.language),
        county=words.counties.get(row.county_token, "") if opened else "",
        status=row.get_status_display(),
        assignee=words.members.get(row.assignee_token, ""),
        same_name=same_name,
    )


def _laws(outcomes: Mapping[str, str]) -> tuple[Law, ...]:
    """The laws that may still fit, in the statutes' order; where there is none, a line that says so."""
    found = ((one, Outcome(outcomes[one.id])) for one in REMEDIES if one.id in outcomes)
    living = tuple(_law(one.cite.removeprefix("PC "), outcome) for one, outcome in found if outcome in LIVING)
    none = Law(_mark(OUTCOME_MARK[Outcome.NOT_INDICATED]), "", "none indicated", "")
    return living or (none,)


@cache
def _law(cite: str, outcome: Outcome) -> Law:
    word = OUTCOME_WORD[outcome].msgid.lower()
    return Law(_mark(OUTCOME_MARK[outcome]), cite, word, OUTCOME_MARK[outcome])


@cache
def _mark(mark: str) -> SafeString:
    """Drawn once in the life of the process: a page has a hundred of them."""
    return render_to_string("office/parts/mark.html", {"mark": mark})


@cache
def _language(code: str) -> str:
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code


def _day(day: date | None, today: date) -> str:
    """Short; the year only where it is another one."""
    if day is None:
        return ""
    return date_format(day, "M j" if day.year == today.year else "M j, Y")


def _distance(day: date | None, today: date) -> str:
    if day is None:
        return ""
    days = (day - today).days
    if abs(days) <= 1:
        return {0: "today", 1: "tomorrow", -1: "yesterday"}[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"
