"""What the queue is narrowed to. Only words from fixed lists get here; anything else is as if not chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language_info

from screening.office.file.cabinet import assignee_token, county_token
from screening.office.file.line import ANALYSIS, CALL, PAPER
from screening.office.keys import OfficeKeys
from screening.office.models import OPEN_STATUSES, Member, Status
from screening.rules.facts import COUNTIES
from screening.rules.finding import LIVING
from screening.summary.page.short_names import CITE


Choices = tuple[tuple[str, str], ...]

ALL, ME, NOBODY, UNOPENED = "all", "me", "nobody", "unopened"
PASSED, NO_DATE = "passed", "none"
_WITHIN = {"7": timedelta(days=7), "30": timedelta(days=30)}
_DONE = tuple(status for status in Status if status not in OPEN_STATUSES)

STATUSES: Choices = (
    ("", "Open (all)"),
    (UNOPENED, "never opened"),
    *((one.value, one.label) for one in Status),
    (ALL, "All"),
)
LAWS: Choices = (("", "Any"), *CITE.items())
MISSING: Choices = (("", "Any"), (CALL, "A call"), (PAPER, "A paper"), (ANALYSIS, "An analysis"))
COUNTY_CHOICES: Choices = (("", "Any"), *((name, name) for name in COUNTIES))
DATES: Choices = (
    ("", "Any"),
    ("7", "within 7 days"),
    ("30", "within 30 days"),
    (PASSED, "passed"),
    (NO_DATE, "none"),
)


def language_choices() -> Choices:
    """The languages that this installation speaks, by their English names."""
    return (("", "Any"), *((code, str(get_language_info(code)["name"])) for code, _ in settings.LANGUAGES))


def assignee_choices(members: Iterable[Member]) -> Choices:
    """Everybody whom a screening can be assigned to."""
    return (("", "Anyone"), (ME, "Me"), (NOBODY, "Nobody"), *((one.id, one.name) for one in members))


@dataclass(frozen=True)
class Filters:
    """What was chosen; empty where nothing was.

    `day` is a day of the clinic (an ISO date); `find` names a search whose words the session keeps.
    """

    status: str = ""
    law: str = ""
    missing: str = ""
    language: str = ""
    county: str = ""
    to: str = ""
    date: str = ""
    day: str = ""
    find: str = ""

    @property
    def chosen(self) -> bool:
        """Is the list another than the one that opens first?"""
        return self != Filters()

    def query(self, **changes: str) -> str:
        """As a query string, without what is empty."""
        told = {**{one.name: getattr(self, one.name) for one in fields(self)}, **changes}
        return urlencode({name: value for name, value in told.items() if value})

    def in_all_statuses(self) -> str:
        """The query string of the same, closed ones too."""
        return replace(self, status=ALL).query()


def read(sent: Mapping[str, str], members: Iterable[Member], find: str = "") -> Filters:
    """The filters that were sent, without what no list offers."""
    lists = {
        "status": STATUSES,
        "law": LAWS,
        "missing": MISSING,
        "language": language_choices(),
        "county": COUNTY_CHOICES,
        "to": assignee_choices(members),
        "date": DATES,
    }
    known = {name: sent.get(name, "") for name, offered in lists.items() if sent.get(name) in dict(offered)}
    return Filters(**known, day=_a_day(sent.get("day", "")), find=find)


def _a_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def condition(filters: Filters, member: Member, keys: OfficeKeys, today: date) -> Q:
    """As a condition on the office's rows."""
    return (
        _opened(filters)
        & _status(filters.status)
        & _law(filters.law)
        & _same("missing", filters.missing)
        & _date(filters.date, today)
        & _assigned(filters.to, member, keys)
        & _same("language", filters.language)
        & _same("county_token", county_token(keys, filters.county))
    )


def _same(column: str, value: str) -> Q:
    return Q((column, value)) if value else Q()


def _status(status: str) -> Q:
    # "Not done", rather than "one of the open": the order of the queue then comes from its index.
    if status in ("", UNOPENED):
        return ~Q(status__in=_DONE)
    return Q() if status == ALL else Q(status=status)


def _opened(filters: Filters) -> Q:
    """What nobody opened stands apart, and is listed only where it is asked for or looked for."""
    if filters.status == UNOPENED:
        return Q(opened_on=None)
    return Q() if filters.find else Q(opened_on__isnull=False)


def _law(law: str) -> Q:
    """One that may still fit."""
    return Q((f"outcomes__{law}__in", [each.value for each in LIVING])) if law else Q()


def _date(chosen: str, today: date) -> Q:
    if chosen in _WITHIN:
        return Q(next_deadline__range=(today, today + _WITHIN[chosen]))
    if chosen == PASSED:
        return Q(next_deadline__lt=today)
    return Q(next_deadline__isnull=True) if chosen == NO_DATE else Q()


def _assigned(chosen: str, member: Member, keys: OfficeKeys) -> Q:
    if chosen == NOBODY:
        return Q(assignee_token="")
    return _same("assignee_token", assignee_token(keys, member.id if chosen == ME else chosen))
