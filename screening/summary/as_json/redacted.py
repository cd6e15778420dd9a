"""A copy for co-counsel or an expert: no names, no county, dates to the year (docs/decisions/0021).

As the client's copy, it is made from what may stand on it, as if nothing more had been said. So no sentence,
finding, digest or attachment of it can tell what was taken out, and a law may stand open on it that the full
paper settles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from screening.rules.answers import Value
from screening.rules.facts import UNKNOWN_VALUES
from screening.rules.partial_date import PartialDate
from screening.summary.page.checked import NO_CHECKS, Checks
from screening.summary.page.data import About, CaseRecord, Report
from screening.summary.report.building import attorney_report


COUNTY, CODE = "county", "offense_code"

# Names of codes as people write them, and how the copy writes each.
_CODES: Mapping[str, str] = {
    "PC": r"PC|P\.C\.|PEN(?:AL|\.)? ?C(?:ODE|\.)?",
    "HS": r"HS|H ?& ?S|H\.S\.|HSC|HEALTH (?:AND|&) SAFETY(?: C(?:ODE|\.))?",
    "VC": r"VC|V\.C\.|VEH(?:ICLE|\.)? ?C(?:ODE|\.)?",
    "BP": r"BP|B ?& ?P|BPC|BUSINESS (?:AND|&) PROFESSIONS(?: C(?:ODE|\.))?",
    "WI": r"WI|W ?& ?I|WIC|WELFARE (?:AND|&) INSTITUTIONS(?: C(?:ODE|\.))?",
    "18 USC": r"18 U\.?S\.?C\.?A?\.?",
    "21 USC": r"21 U\.?S\.?C\.?A?\.?",
    "8 USC": r"8 U\.?S\.?C\.?A?\.?",
}
# At most five figures, so that no telephone, docket or alien number reads as a section, nor a day (3/14/2004).
_SECTION = r"\d{1,5}(?:\.\d{1,2})?[A-Za-z]?(?:\((?:[A-Za-z]|\d{1,2}|[ivx]{2,4})\))*"
_CITED = tuple(
    (
        code,
        re.compile(
            rf"(?<![\w.])(?:{names}) ?§* ?({_SECTION})(?![\w(-]|\.\d|/\d+/)", re.IGNORECASE | re.ASCII
        ),
    )
    for code, names in _CODES.items()
)


def redacted_report(
    records: Sequence[CaseRecord], as_of: date, checks: Checks = NO_CHECKS, first: int = 1
) -> Report:
    """The report on what may stand on the copy: in English, without anything that an office adds.

    The cases are numbered from `first` on, where others stand on another paper. Of an attorney's checks of authorities it has the day, not the name.
    """
    report = attorney_report(redacted_records(records, first), as_of, "en", _unnamed(checks))
    # Whoever makes such a copy hands it on: it does not say that nothing was sent.
    return replace(report, redacted=True, sent=True)


def _unnamed(checks: Checks) -> Checks:
    newest = {point: replace(check, by="an attorney", text="") for point, check in checks.newest.items()}
    return replace(checks, newest=newest)


def redacted_records(records: Sequence[CaseRecord], first: int = 1) -> list[CaseRecord]:
    """The same cases, numbered anew, with what may stand on the copy."""
    return [
        CaseRecord(number, redacted_answers(record.answers), _about(record.about))
        for number, record in enumerate(records, start=first)
    ]


def redacted_answers(answers: Mapping[str, Value]) -> dict[str, Value]:
    """Without the county; dates to the year; of the free words only code sections."""
    kept = ((key, _kept(key, value)) for key, value in answers.items())
    return {key: value for key, value in kept if value is not None}


def _kept(key: str, value: Value) -> Value | None:
    if isinstance(value, PartialDate):
        return PartialDate.parse(value.text[:4])
    if key == COUNTY:
        return None
    if key == CODE and value not in UNKNOWN_VALUES:
        return ", ".join(_cited(str(value))) or None
    return value


def _cited(text: str) -> list[str]:
    """The code sections in it, in our own spelling and in their order, each once."""
    found = sorted(
        (match.start(), " ".join((code, match[1]))) for code, form in _CITED for match in form.finditer(text)
    )
    return list(dict.fromkeys(section for _, section in found))


def _about(about: Mapping[str, About]) -> dict[str, About]:
    """Who said it and how sure; no note."""
    return {key: About(told.source, told.sure) for key, told in about.items() if key != COUNTY}
