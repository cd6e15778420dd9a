"""Bills to watch: what may change these laws, as last seen. The outcome of each is to be checked (reference 0.1, 0.2, 1.1)."""

from __future__ import annotations

from dataclasses import dataclass

from screening.rules.authorities import Mark
from screening.rules.partial_date import PartialDate
from screening.rules.text import Text, in_english


@dataclass(frozen=True)
class Bill:
    """A bill of the session. `statutes` are ids of authorities, `seen` when it was last seen, `source` a web page.

    `outcome_known` is False until an attorney has seen how it ended; then it belongs in `history.py` instead.
    """

    id: str
    number: str
    session: str
    statutes: tuple[str, ...]
    would: Text
    last_seen: Text
    seen: PartialDate
    source: str
    mark: Mark
    outcome_known: bool = False


SESSION = "2025–26"

BILLS: tuple[Bill, ...] = (
    Bill(
        "ab1595",
        "AB 1595 (Schultz)",
        SESSION,
        ("pc1473", "pc1473_7"),
        in_english("Would amend PC 1473 and 1473.7, among others: standards for false and new evidence."),
        in_english("Introduced January 16, 2026. Passed its first committee in March 2026."),
        PartialDate.parse("2026-03"),
        "https://vulcanbills.com/ca/2025/AB1595",
        Mark.V,
    ),
    Bill(
        "ab2262",
        "AB 2262",
        SESSION,
        ("pc745",),
        in_english("Would amend PC 745 and CCP 170.3. Not described as amending these three sections."),
        in_english("Introduced in February 2026."),
        PartialDate.parse("2026-02"),
        "https://opencalaccess.org/leginfo/bill_full_text/20250AB226299INT",
        Mark.V,
    ),
    Bill(
        "ab2669",
        "AB 2669 (Gipson)",
        SESSION,
        (),
        in_english(
            "Would make PC 1016.3 gender-neutral, as introduced. Not described as amending these three sections."
        ),
        in_english("Introduced in February 2026. Amended March 9, 2026; that text was not seen."),
        PartialDate.parse("2026-03-09"),
        "https://aclucalaction.org/bill/ab-2669",
        Mark.V,
    ),
)
