"""The days on which these laws changed (reference 0.1, 0.2, 1.1 to 1.3).

Each change with its law, what it did, and how far that was checked. How a law began, and what a chronology
shows of it, stands with the remedy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from screening.rules.authorities import Mark
from screening.rules.beside import LawChange
from screening.rules.remedies import REMEDIES
from screening.rules.text import in_english


_A1, _A2, _A3 = "pc1473_7_a1", "pc1473_7_a2", "pc1473_7_a3"

# What no chronology shows.
_OTHERS: tuple[LawChange, ...] = (
    LawChange(
        date(2019, 1, 1),
        "AB 2867 (Stats. 2018, ch. 825; Mejia cites ch. 525)",
        in_english(
            "No finding of ineffective counsel is needed. A motion is deemed timely but for diligence after a"
            " notice or a final order. A hearing may be held without the person, and none where the"
            " prosecution does not object."
        ),
        Mark.M,
        (_A1,),
    ),
    LawChange(
        date(2021, 1, 1),
        "AB 1950",
        in_english(
            "Most probation ends after two years (felony) or one year (misdemeanor), in cases that are not final"
            " too, so custody may be over sooner."
        ),
        Mark.V,
        ("pc1203_1",),
    ),
    LawChange(
        date(2023, 1, 1),
        "AB 256 (Stats. 2022, ch. 739)",
        in_english(
            "The Racial Justice Act reaches older cases in steps, from this day motions because of immigration"
            " consequences."
        ),
        Mark.M,
        (_A3, "pc745"),
    ),
    LawChange(
        date(2024, 12, 18),
        "Prop 36 of 2024",
        in_english("Another law called Prop 36 begins. A program under it is not that of 2000 (PC 1210.1)."),
        Mark.V,
        (_A1, "prop36_2024"),
    ),
    LawChange(
        date(2025, 1, 1),
        "PC 745(j)(4)",
        in_english(
            "The Racial Justice Act reaches felonies whose judgment became final on or after January 1, 2015."
        ),
        Mark.V,
        (_A3, "pc745"),
    ),
    LawChange(
        date(2026, 1, 1),
        "AB 1071 (Stats. 2025, ch. 721)",
        in_english("Amends PC 745, 1473 and 1473.7, on the side of the Racial Justice Act."),
        Mark.V,
        (_A3, "pc745"),
    ),
    LawChange(
        date(2026, 1, 1),
        "PC 745(j)(5)",
        in_english("The Racial Justice Act reaches any felony, whatever the day of judgment."),
        Mark.V,
        (_A3, "pc745"),
    ),
    LawChange(
        date(2026, 1, 1),
        "SB 734 (Stats. 2025, ch. 784)",
        in_english(
            "The letters of PC 1473.7 move: (e) is discovery before a motion on race, former (e) is (f), (f) is"
            " (g), (g) is (h). Nothing seen changes ground (a)(1)."
        ),
        Mark.V,
        (_A1, _A2, _A3),
    ),
)


def _all() -> Iterator[LawChange]:
    holders: dict[LawChange, tuple[str, ...]] = {}
    for remedy in REMEDIES:
        for change in (remedy.began, *remedy.changes):
            holders[change] = (*holders.get(change, ()), remedy.id)
    yield from (replace(change, statutes=(*ids, *change.statutes)) for change, ids in holders.items())
    yield from _OTHERS


# In the order of their days.
LAW_CHANGES: tuple[LawChange, ...] = tuple(sorted(_all(), key=lambda change: change.day))


def changes_between(one: date, other: date) -> tuple[LawChange, ...]:
    """What changed after the earlier of the two days and up to the later, in the order of the days."""
    earlier, later = sorted((one, other))
    return tuple(change for change in LAW_CHANGES if earlier < change.day <= later)
