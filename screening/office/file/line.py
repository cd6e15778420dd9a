"""What the queue tells of a screening beside its columns: sealed in the row, so that no file is opened for it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any


# What is missing first of a case. Only the first three can be filtered by.
CALL, PAPER, ANALYSIS = "call", "paper", "analysis"
SHORT_CALL, CONTESTED, READY, NO_LAW = "short_call", "contested", "ready", "no_law"


@dataclass(frozen=True)
class Flagged:
    """An urgent flag that was raised: its day or the day since which its time runs, as they were given."""

    flag: str
    day: str = ""
    since: str = ""


@dataclass(frozen=True)
class CaseLine:
    """The law to look at first in one case (`number`), and what is missing of it.

    `what` is a key, the id of a paper, an element, the offense, or the answers that ruled the laws out.
    """

    number: int
    remedy: str
    gates: tuple[int, int]
    proof: tuple[int, int, int]
    missing: str
    what: str = ""
    many: int = 0
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class OfficeDay:
    """An appointment (with a time) or a deadline of the office (with what is due)."""

    day: str
    time: str = ""
    what: str = ""


@dataclass(frozen=True)
class Line:
    """`flags` are the most pressing and the next one with a day; `asked` says that some flag was asked for."""

    flags: tuple[Flagged, ...] = ()
    asked: bool = False
    cases: tuple[CaseLine, ...] = ()
    office: tuple[OfficeDay, ...] = ()


def dump(line: Line) -> bytes:
    """As it is sealed."""
    return json.dumps(asdict(line), sort_keys=True).encode()


def load(text: bytes) -> Line:
    """From what was sealed."""
    told: dict[str, Any] = json.loads(text)
    return Line(
        flags=tuple(Flagged(**one) for one in told["flags"]),
        asked=told["asked"],
        cases=tuple(_case(one) for one in told["cases"]),
        office=tuple(OfficeDay(**one) for one in told["office"]),
    )


def _case(told: dict[str, Any]) -> CaseLine:
    gates, proof = told["gates"], told["proof"]
    return CaseLine(
        **{
            **told,
            "gates": (gates[0], gates[1]),
            "proof": (proof[0], proof[1], proof[2]),
            "also": tuple(told["also"]),
        }
    )
