"""What the program prints of the law is what the legal reference has: each point's citation and mark."""

import csv
from pathlib import Path

import pytest

from screening.rules.authorities import AUTHORITIES, Point


# Taken from the reference by hand, never made from the program: a row a point, with the section it stands in.
TABLE = Path(__file__).with_name("reference.tsv")
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
DECLARED = {(authority.id, point) for authority in AUTHORITIES.values() for point in authority.points}


def test_every_point_stands_in_the_reference_and_every_row_is_a_point() -> None:
    of_reference = [(row["authority"], row["point"]) for row in ROWS]
    assert set(of_reference) == DECLARED
    assert len(of_reference) == len(set(of_reference))
    assert [row for row in ROWS if not row["section"]] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['authority']} {row['point']}")
def test_a_point_prints_the_citation_and_the_mark_of_the_reference(row: dict[str, str]) -> None:
    point = Point(row["authority"], row["point"])
    assert (point.cite, point.mark.printed) == (row["cite"], row["mark"])
