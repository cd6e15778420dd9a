"""Lawyers and public places, in one order for everybody: they are never matched to a result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import get_language_info

from pcr_screener.languages import SOURCE, language_spoken
from pcr_screener.operator import Lawyer, Statewide
from screening.questions.wording import date_in_words, say
from screening.rules.partial_date import PartialDate
from screening.rules.text import Text, _
from screening.summary.client.sources import SOURCES, Source


COURT_LINE = "court_line"
_ON_PAPER = frozenset({"other_court", "referral", "law_clinic", "recognized_groups", "state_bar"})
COST: Mapping[str, Text] = {
    "free": _("Free of charge"),
    "low": _("Low cost"),
    "paid": _("You pay"),
}


@dataclass(frozen=True)
class LawyerRow:
    """One line of the list, in words. `read` is the day when its source was read."""

    name: str
    area: str
    languages: tuple[str, ...]
    phone: str
    cost: str = ""
    web: str = ""
    read: str = ""

    @property
    def site(self) -> str:
        """The host of `web`, to be shown for it."""
        return urlsplit(self.web).netloc.removeprefix("www.")


@dataclass(frozen=True)
class CountyRows:
    """What stands under one county; `anchor` is its place on the page."""

    name: str
    rows: tuple[LawyerRow, ...]

    @property
    def anchor(self) -> str:
        """Without a space."""
        return f"county-{slugify(self.name)}"


def lawyer_rows() -> tuple[LawyerRow, ...]:
    """All lawyers of the operator's list, by name."""
    return tuple(map(_of_lawyer, _by_name()))


def county_rows() -> tuple[CountyRows, ...]:
    """Each county that has a line: the operator's, then public ones."""
    found: dict[str, list[LawyerRow]] = {}
    for lawyer in _by_name():
        for county in lawyer.county:
            found.setdefault(county, []).append(_of_lawyer(lawyer))
    for source in _shipped():
        if source.county:
            found.setdefault(source.county, []).append(_of_source(source))
    return tuple(CountyRows(county, tuple(rows)) for county, rows in sorted(found.items()))


def statewide_rows() -> tuple[LawyerRow, ...]:
    """For all of California: the operator's lines, lawyers of no one county, then public places."""
    return (
        *_lines(),
        *(_of_lawyer(lawyer) for lawyer in _by_name() if not lawyer.county),
        *(_of_source(source) for source in _shipped() if not source.county and source.id != COURT_LINE),
    )


def rows_on_paper() -> tuple[LawyerRow, ...]:
    """Of the places for all of California the operator's lines and those that need no page to be found."""
    return (*_lines(), *(_of_source(source) for source in _shipped() if source.id in _ON_PAPER))


def _lines() -> Iterator[LawyerRow]:
    return (_of_statewide(line) for line in settings.OPERATOR.statewide if line.replaces != COURT_LINE)


def court_line() -> LawyerRow:
    """The immigration court's telephone line."""
    for line in settings.OPERATOR.statewide:
        if line.replaces == COURT_LINE:
            return _of_statewide(line)
    return next(_of_source(source) for source in SOURCES if source.id == COURT_LINE)


def _shipped() -> Iterator[Source]:
    return (source for source in SOURCES if source.id not in settings.OPERATOR.replaced)


def _by_name() -> list[Lawyer]:
    return sorted(settings.OPERATOR.lawyers, key=lambda lawyer: lawyer.name.casefold())


def _of_lawyer(lawyer: Lawyer) -> LawyerRow:
    return LawyerRow(
        name=lawyer.name,
        area=lawyer.area,
        languages=_language_names(lawyer.languages),
        phone=lawyer.phone,
        cost=say(COST[lawyer.cost]),
    )


def _of_statewide(line: Statewide) -> LawyerRow:
    return LawyerRow(
        name=line.name,
        area=line.about.get(language_spoken()) or line.about.get(SOURCE, ""),
        languages=_language_names(line.languages),
        phone=line.phone,
        web=line.web,
        read=_day(line.read),
    )


def _of_source(source: Source) -> LawyerRow:
    return LawyerRow(
        name=say(source.name),
        area=say(source.what),
        languages=_language_names(source.languages),
        phone=source.phone,
        web=source.web,
        read=_day(source.read),
    )


def _day(read: date | None) -> str:
    return date_in_words(PartialDate.parse(read.isoformat())) if read else ""


def _language_names(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(language_name(code) for code in codes)


def language_name(code: str) -> str:
    """A language by the name that its own speakers give it. What is no code is a name already."""
    try:
        return str(get_language_info(code)["name_local"])
    except KeyError:
        return code
