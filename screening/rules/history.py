"""The days on which these laws changed (reference 0.1, 0.2, 1.1 to 1.3).

Each change with its law, what it did, and how far that was checked. The mark is the weakest of the parts
that are printed, so a chapter from memory marks the whole line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from screening.rules.authorities import Mark
from screening.rules.remedies.pc1016_5 import FIRST_PLEA
from screening.rules.remedies.pc1203_43 import DIVERSION_FROM
from screening.rules.remedies.shared import DEFERRED_ENTRY_FROM, VERBATIM_FROM
from screening.rules.remedies.timely import AFTER_TRIAL_FROM, LAW_FROM
from screening.rules.text import Text, in_english


@dataclass(frozen=True)
class LawChange:
    """One change. `day` is the first day of the new law, `statutes` are ids of remedies or authorities."""

    day: date
    statutes: tuple[str, ...]
    law: str
    says: Text
    mark: Mark


_A1, _A2, _A3 = "pc1473_7_a1", "pc1473_7_a2", "pc1473_7_a3"

# In the order of their days.
LAW_CHANGES: tuple[LawChange, ...] = (
    LawChange(
        FIRST_PLEA,
        ("pc1016_5",),
        "Stats. 1977, ch. 1088",
        in_english(
            "PC 1016.5 begins: before a plea the court warns of deportation, exclusion and denial of"
            " naturalization. For earlier pleas the court keeps its discretion."
        ),
        Mark.M,
    ),
    LawChange(
        DEFERRED_ENTRY_FROM,
        ("pc1203_43",),
        "PC 1000 (deferred entry of judgment)",
        in_english(
            "PC 1000 becomes deferred entry of judgment, with a plea first, for offenses from this day on."
        ),
        Mark.V,
    ),
    LawChange(
        date(2016, 1, 1),
        ("pc1203_43",),
        "AB 1352 (Stats. 2015, ch. 646)",
        in_english("PC 1203.43 begins: the plea of a completed deferred entry of judgment may be withdrawn."),
        Mark.V,
    ),
    LawChange(
        LAW_FROM,
        (_A1, _A2),
        "AB 813 (Stats. 2016, ch. 739)",
        in_english(
            "PC 1473.7 begins, with two grounds, prejudicial error and new evidence of innocence, for persons"
            " no longer imprisoned or restrained."
        ),
        Mark.M,
    ),
    LawChange(
        DIVERSION_FROM,
        ("pc1203_43", "ab208"),
        "AB 208 (Stats. 2017, ch. 778)",
        in_english("PC 1000 becomes diversion before trial, on a plea of not guilty."),
        Mark.V,
    ),
    LawChange(
        date(2019, 1, 1),
        (_A1,),
        "AB 2867 (Stats. 2018, ch. 825)",
        in_english(
            "No finding of ineffective counsel is needed. A motion is deemed timely but for diligence after a"
            " notice or a final order. A hearing may be held without the person, and none where the"
            " prosecution does not object."
        ),
        Mark.V,
    ),
    LawChange(
        date(2021, 1, 1),
        (_A3, "pc745"),
        "AB 2542 (Stats. 2020, ch. 317)",
        in_english("The Racial Justice Act adds the ground of race, ethnicity or national origin."),
        Mark.V,
    ),
    LawChange(
        date(2021, 1, 1),
        ("pc1203_1",),
        "AB 1950",
        in_english(
            "Most probation ends after two years (felony) or one year (misdemeanor), in cases that are not final"
            " too, so custody may be over sooner."
        ),
        Mark.V,
    ),
    LawChange(
        AFTER_TRIAL_FROM,
        (_A1,),
        "AB 1259 (Stats. 2021, ch. 420)",
        in_english("PC 1473.7(a)(1) reaches a conviction or sentence after a trial, no longer pleas only."),
        Mark.V,
    ),
    LawChange(
        date(2023, 1, 1),
        (_A3, "pc745"),
        "AB 256 (Stats. 2022, ch. 739)",
        in_english("The Racial Justice Act reaches older cases in steps."),
        Mark.M,
    ),
    LawChange(
        VERBATIM_FROM,
        ("pc1016_5",),
        "SB 281 (Stats. 2025, ch. 666)",
        in_english(
            "The court gives the advisement word for word. For an earlier plea, words that differ are not by"
            " themselves a ground."
        ),
        Mark.V,
    ),
    LawChange(
        date(2026, 1, 1),
        (_A3, "pc745"),
        "AB 1071 (Stats. 2025, ch. 721)",
        in_english("Amends PC 745, 1473 and 1473.7, on the side of the Racial Justice Act."),
        Mark.V,
    ),
    LawChange(
        date(2026, 1, 1),
        (_A1, _A2, _A3),
        "SB 734 (Stats. 2025, ch. 784)",
        in_english(
            "The letters of PC 1473.7 move: (e) is discovery before a motion on race, former (e) is (f), (f) is"
            " (g), (g) is (h). Nothing seen changes ground (a)(1)."
        ),
        Mark.V,
    ),
)


def changes_between(one: date, other: date) -> tuple[LawChange, ...]:
    """What changed after the earlier of the two days and up to the later, in the order of the days."""
    earlier, later = sorted((one, other))
    return tuple(change for change in LAW_CHANGES if earlier < change.day <= later)
