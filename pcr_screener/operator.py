"""Who runs this installation: one TOML file, read and checked once at the start.

`docs/operator.toml` shows every line that the file may hold. Without a file the program runs all the same:
it then names no office and gives information only.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from screening.rules.facts import COUNTIES
from screening.summary.client.sources import SOURCES


# A page that says nothing about who looked at it: the national weather service.
HARMLESS_PAGE = "https://www.weather.gov/"
LOGO_TYPES: Mapping[str, str] = {".svg": "image/svg+xml", ".png": "image/png"}
COSTS = ("free", "low", "paid")
# In these fields of [texts.LANGUAGE] the operator writes in the reader's own language.
TEXTS = ("hours", "about")


@dataclass(frozen=True)
class Lawyer:
    """One line of the operator's list: who, where, in which languages, at what cost (one of COSTS).

    It stands under each `county` that it names, else under all of California; `replaces` is the id of a
    public source (screening/summary/client/sources.py).
    """

    name: str
    area: str
    phone: str
    languages: tuple[str, ...]
    cost: str
    county: tuple[str, ...] = ()
    replaces: str = ""


@dataclass(frozen=True)
class Statewide:
    """A public place for all of California: what it is, by language, and the day the operator read it."""

    name: str
    about: Mapping[str, str]
    phone: str = ""
    web: str = ""
    languages: tuple[str, ...] = ()
    read: date | None = None
    replaces: str = ""


@dataclass(frozen=True)
class Operator:
    """The office as pages and papers name it. Empty where the operator says nothing."""

    name: str = "PCR Screener"
    address: str = ""
    phone: str = ""
    attorney: str = ""
    attorney_bar_number: str = ""
    accredited_organization: str = ""
    leave_to: str = HARMLESS_PAGE
    # Where "Something here is unclear" leads: a web page, or an e-mail address.
    feedback: str = ""
    # An e-mail address that is told, without content, that something waits.
    notices: str = ""
    logo: str = ""
    reviewed_languages: tuple[str, ...] = ()
    # For so many months an attorney's check of an authority holds.
    law_check_months: int = 12
    # A web page where a consultation is booked.
    booking: str = ""
    lawyers: tuple[Lawyer, ...] = ()
    statewide: tuple[Statewide, ...] = ()
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    folder: Path = Path()

    @property
    def responsible(self) -> bool:
        """Is a lawyer or an accredited organization named? Without one: information only (B&P 6125, 22440)."""
        return bool(self.attorney or self.accredited_organization)

    @property
    def leave_origin(self) -> str:
        """Where *Leave now* leads, as the content policy names it."""
        parts = urlsplit(self.leave_to)
        return f"{parts.scheme}://{parts.netloc}"

    def feedback_on(self, page: str) -> str:
        """The address that takes feedback on a page, with the page's number and nothing else; or nothing."""
        if _is_web(self.feedback):
            return f"{self.feedback}{'&' if '?' in self.feedback else '?'}page={quote(page)}"
        return f"mailto:{self.feedback}?subject={quote(f'Page {page}')}" if self.feedback else ""

    @property
    def logo_path(self) -> Path | None:
        """The logo's file, beside the operator's file."""
        return self.folder / self.logo if self.logo else None

    def text(self, name: str, language: str) -> str:
        """One of TEXTS in a language, else in English, else nothing."""
        return self.texts.get(language, {}).get(name) or self.texts.get("en", {}).get(name, "")

    @property
    def replaced(self) -> frozenset[str]:
        """The public sources that a line of the operator stands for."""
        lines: tuple[Lawyer | Statewide, ...] = (*self.lawyers, *self.statewide)
        return frozenset(line.replaces for line in lines)


def load_operator(path: Path) -> Operator:
    """The operator of a file; the default one where there is none. Raises ImproperlyConfigured in words."""
    if not path.exists():
        return Operator()
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ImproperlyConfigured(f"{path.name} cannot be read: {problem}") from None
    return _operator(told, path)


def _operator(told: dict[str, Any], path: Path) -> Operator:
    known = {one.name for one in fields(Operator)} - {"folder"}
    _refuse(path, bool(told.keys() - known), f"unknown: {', '.join(sorted(told.keys() - known))}")
    lawyers = tuple(_lawyer(line, path) for line in told.pop("lawyers", []))
    statewide = tuple(_statewide(line, path) for line in told.pop("statewide", []))
    texts = told.pop("texts", {})
    reviewed = tuple(told.pop("reviewed_languages", ()))
    months = told.pop("law_check_months", Operator.law_check_months)
    _refuse(path, not all(isinstance(value, str) for value in told.values()), "a value is not a text")
    _refuse(
        path, type(months) is not int or not 1 <= months <= 60, "law_check_months is no number from 1 to 60"
    )
    unknown = {name for lines in texts.values() for name in lines if name not in TEXTS}
    _refuse(path, bool(unknown), f"unknown text: {', '.join(sorted(unknown))}")
    operator = Operator(
        **told,
        lawyers=lawyers,
        statewide=statewide,
        texts=texts,
        reviewed_languages=reviewed,
        law_check_months=months,
        folder=path.resolve().parent,
    )
    _check(operator, path)
    return operator


def _lawyer(line: dict[str, Any], path: Path) -> Lawyer:
    _check_line(Lawyer, "each lawyer", line, path)
    _refuse(path, line["cost"] not in COSTS, f"cost is one of {', '.join(COSTS)}")
    unknown = set(line.get("county", ())) - set(COUNTIES)
    _refuse(path, bool(unknown), f"no county of California: {', '.join(sorted(unknown))}")
    return Lawyer(**_with_tuples(line))


def _statewide(line: dict[str, Any], path: Path) -> Statewide:
    _check_line(Statewide, "each line of statewide", line, path)
    _refuse(path, not isinstance(line["about"], dict), "about of statewide has a text for each language")
    _refuse(path, bool(line.get("web")) and not _is_web(line["web"]), "web is no web address")
    return Statewide(**_with_tuples(line))


def _check_line(kind: type, what: str, line: dict[str, Any], path: Path) -> None:
    needed = {one.name for one in fields(kind) if one.default is MISSING}
    may = {one.name for one in fields(kind)} - needed
    wrong = not needed <= line.keys() <= needed | may
    _refuse(path, wrong, f"{what} has {', '.join(sorted(needed))}, and may have {', '.join(sorted(may))}")
    ids = [source.id for source in SOURCES]
    _refuse(path, line.get("replaces", ids[0]) not in ids, f"replaces is one of {', '.join(ids)}")


def _with_tuples(line: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in line.items()}


def _check(operator: Operator, path: Path) -> None:
    _refuse(path, not operator.name.strip(), "name is empty")
    _refuse(path, not _is_web(operator.leave_to), "leave_to is no web address")
    booking = operator.booking
    _refuse(path, bool(booking) and not _is_web(booking), "booking is no web address")
    told = operator.feedback
    _refuse(path, bool(told) and not _takes_feedback(told), "feedback is neither a web nor an e-mail address")
    _refuse(path, bool(operator.notices) and not _is_mail(operator.notices), "notices is no e-mail address")
    logo = operator.logo_path
    if logo is not None:
        _refuse(path, logo.suffix not in LOGO_TYPES, "logo is neither .svg nor .png")
        _refuse(path, not logo.is_file(), "there is no such logo")


def _is_web(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("https", "http") and bool(parts.netloc)


def _takes_feedback(address: str) -> bool:
    return _is_web(address) or _is_mail(address)


def _is_mail(address: str) -> bool:
    return re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", address) is not None


def _refuse(path: Path, wrong: bool, why: str) -> None:
    if wrong:
        raise ImproperlyConfigured(f"{path.name}: {why}")
