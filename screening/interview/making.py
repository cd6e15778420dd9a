"""Papers that are not there at once, for the person and for an office: the page that waits, and their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from django.http import HttpResponse

from screening.summary.pdf.apart import MOST_CASES, Paper, State


# In the body of a form: which of several papers.
PART = "part"
# After so many seconds the page comes again by itself.
_AGAIN = 3
T = TypeVar("T")


@dataclass(frozen=True)
class CasesOnPaper:
    """One of several papers, with its first and last case of all."""

    number: int
    first: int
    last: int
    all: int


def parts_of(cases: int) -> list[CasesOnPaper]:
    """Who has more cases than one paper takes gets several; empty where one is enough."""
    if cases <= MOST_CASES:
        return []
    return [
        CasesOnPaper(part, (part - 1) * MOST_CASES + 1, min(part * MOST_CASES, cases), cases)
        for part in range(1, ceil(cases / MOST_CASES) + 1)
    ]


def part_of(typed: str | int, cases: int) -> int:
    """The number of a paper of so many cases; the first where there is no such paper."""
    return next((one.number for one in parts_of(cases) if str(one.number) == str(typed)), 1)


def cases_of_part(cases: Sequence[T], part: int) -> Sequence[T]:
    """The cases of a paper."""
    return cases[(part - 1) * MOST_CASES :][:MOST_CASES]


def of_all(cases: Sequence[object]) -> int:
    """How many cases there are, where one paper does not hold all; else 0."""
    return len(cases) if len(cases) > MOST_CASES else 0


def shown(page: HttpResponse, paper: Paper) -> HttpResponse:
    """The page comes again until there is something to take or to press."""
    if paper.state in (State.MAKING, State.FULL):
        page.headers["Refresh"] = str(_AGAIN)
    return page
