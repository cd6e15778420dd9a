"""Public places that help to find a lawyer. A line of the operator's file may replace one by its id.

No number and no address stands here that was not read, each with its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from screening.rules.text import Text, _, in_english


@dataclass(frozen=True)
class Source:
    """One public place. Without a county it serves all of California; `read` is the day we read of it."""

    id: str
    name: Text
    what: Text
    phone: str = ""
    web: str = ""
    languages: tuple[str, ...] = ()
    county: str = ""
    read: date | None = None


_FIRST, _SECOND = date(2026, 11, 24), date(2026, 11, 30)
_STATE_BAR = "https://www.calbar.ca.gov"

SOURCES = (
    Source(
        "court_line",
        _("The immigration court’s free line"),
        _(
            "It tells the next court date, day and night. It asks for your A-number. Do not type that number in"
            " this form. With a deportation order, let a lawyer call."
        ),
        phone="1-800-898-7180",
        languages=("en", "es"),
        read=_FIRST,
    ),
    Source(
        "fresno_defender",
        in_english("Fresno County Public Defender, Clean Slate"),
        _("A unit of the public defender for old cases."),
        county="Fresno",
        read=_SECOND,
    ),
    Source(
        "orange_defender",
        in_english("Orange County Public Defender, Clean Slate"),
        _("Its page on old cases names PC 1203.43."),
        web="https://pubdef.ocgov.com/programs/clean-slate/the-1203-4-penal-code-sections",
        county="Orange",
        read=_FIRST,
    ),
    Source(
        "tulare_defender",
        in_english("Tulare County Public Defender"),
        _("Its lawyers have asked a court to undo an old case."),
        county="Tulare",
        read=_SECOND,
    ),
    Source(
        "referral",
        _("Lawyer referral service of a county bar"),
        _("The State Bar certifies these services and names them on its page. It may cost a fee: ask first."),
        web=_STATE_BAR,
        read=_FIRST,
    ),
    Source(
        "state_bar",
        in_english("State Bar of California"),
        _(
            "Before you pay, look up the name at calbar.ca.gov. Ask what it costs, and get the price on paper."
        ),
        web=_STATE_BAR,
        read=_FIRST,
    ),
    Source(
        "lawhelpca",
        in_english("LawHelpCA"),
        _("A public guide to free legal help in California. We have not read it yet."),
    ),
    Source(
        "court_list",
        _("The immigration court’s list of free lawyers"),
        _("A public list (EOIR). Ask for it in court."),
        read=_SECOND,
    ),
    Source(
        "recognized_groups",
        _("Groups that the U.S. Department of Justice recognizes"),
        _("For immigration help. The Department has a public list of them (EOIR)."),
    ),
    Source("law_clinic", _("A law school clinic"), _("For immigrants, or for old criminal cases.")),
    Source(
        "other_court",
        _("A case in a federal court or in another state"),
        _("The public defender’s office of that court."),
    ),
    Source(
        "ilrc",
        in_english("Immigrant Legal Resource Center (ILRC)"),
        _("Its worksheet on these old cases is in English, for lawyers and helpers. Show it to your lawyer."),
        web="https://www.ilrc.org/resources/worksheet-california-post-conviction-relief-immigrants",
        languages=("en",),
        read=_FIRST,
    ),
)
