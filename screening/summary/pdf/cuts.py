"""What page one leaves to page two where it does not fit, and how much of it: the one declaration.

Each part of page one is set as it is, and as a cut leaves it where it does not fit; their heights add up, so
the cuts are chosen by measuring and not by trying (brief 2.1). Never cut: urgent dates and reasons, the law to
look at first with its marks, the first step, what to weigh before filing, the decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


# US Letter in CSS pixels, without the margins of page one in pdf.css, and a hair for rounding.
ROOM = (11 - 0.6 - 0.47) * 96 - 1

PARTS = ("top", "urgent", "look", "said", "immigration", "steps", "laws", "filing", "decision")
# What the paper is stands on page one only where that has the room, of which it takes at least so much.
WHAT = "what"
_LEAST_OF_WHAT = 120


@dataclass(frozen=True)
class Part:
    """A part of page one, and how far it is cut."""

    name: str
    cut: int = 0

    @property
    def id(self) -> str:
        """Its name on the page."""
        return f"{self.name}{self.cut or ''}"

    @property
    def moves_reasons(self) -> bool:
        """Are there reasons or authorities that page two has to give?"""
        return self.cut > 1 or (self.name in ("immigration", "filing") and self.cut > 0)


# In this order until it fits.
CUTS = (
    Part("urgent", 1),  # undated rows joined
    Part("said", 1),  # three rows
    Part("steps", 1),  # two steps
    Part("immigration", 1),  # the first sentence on the clock, the bare word on the conviction
    Part("laws", 1),  # the other living laws in one paragraph
    Part("urgent", 2),  # authorities on page two
    Part("filing", 1),  # authorities, and what else to consider, on page two
    Part("urgent", 3),  # the names of what comes after the first, their reasons on page two
)
# Measured together, and only when one of them is asked for: the first three cuts do for most papers.
TOGETHER = (tuple(map(Part, PARTS)), CUTS[:3], CUTS[3:], (Part(WHAT),))
EVERY_PART = tuple(part for parts in TOGETHER for part in parts)
# What immigration did with each of several cases stands in its row.
OF_SEVERAL = tuple(part for part in EVERY_PART if part.name != "immigration")


def fitting(heights: Mapping[str, float]) -> tuple[Part, ...]:
    """The parts of page one as they fit, given the height of each by its id, whole and cut."""
    parts = {name: Part(name) for name in PARTS if name in heights}

    def total() -> float:
        return sum(heights[part.id] for part in parts.values())

    if total() + _LEAST_OF_WHAT <= ROOM and total() + heights[WHAT] <= ROOM:
        return (*parts.values(), Part(WHAT))
    for cut in CUTS:
        if total() <= ROOM:
            break
        whole = parts.get(cut.name)
        if whole and heights[cut.id] < heights[whole.id]:
            parts[cut.name] = cut
    return tuple(parts.values())
