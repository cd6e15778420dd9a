"""What a motion and its order need, and what winning does not do (the legal reference, sections 0.1, 0.2, 3)."""

from __future__ import annotations

from collections.abc import Mapping

from screening.rules.authorities import points
from screening.rules.beside import Afterwards
from screening.rules.remedies import REMEDIES
from screening.rules.text import in_english


_ALL = (
    Afterwards(
        "where",
        in_english("Where to file"),
        in_english("The court of conviction, also where probation was moved (decided for PC 1473.7)."),
        points("hernandez_2023 where"),
    ),
    *(remedy.order for remedy in REMEDIES if remedy.order),
    Afterwards(
        "reopening_risk",
        in_english("Reopening risk"),
        in_english(
            "Raised here: a felony or a grave kind of charge. Counts dropped in the deal can come back too."
        ),
        points("vaca revive"),
    ),
    Afterwards(
        "charges_return",
        in_english("What a granted motion does not do"),
        in_english(
            "Vacatur is not dismissal: the plea is withdrawn, the charges come back, even after reduction and"
            " expungement, and the case goes on. A revived charge that is pending can itself have immigration"
            " effects [M]."
        ),
        points("vaca revive", "martinez_2024 reinstated"),
    ),
    Afterwards(
        "effect",
        in_english("In immigration law"),
        in_english(
            "A vacatur under PC 1473.7(a)(1) erases the conviction in the Ninth Circuit; one for rehabilitation"
            " or hardship alone does so nowhere. Grounds that need no conviction stay."
        ),
        points("bent erases", "marquez_conde nationwide", "pickering defect", "practice no_conviction"),
    ),
)

AFTERWARDS: Mapping[str, Afterwards] = {one.id: one for one in _ALL}
