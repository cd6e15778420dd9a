"""Columns and cells in words."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from screening.law.cell_words import column_in_words, in_words
from screening.law.cells import Atom, Cell, Column, Limit
from screening.law.decision_table import conviction_table, decision_table
from screening.rules.remedies import REMEDIES
from screening.rules.signs import PLEA_WORDS
from tests.rules.ask import AS_OF


STATUTE, MONTHS = date(2026, 1, 1), 12


def dated(*limits: Limit) -> Column:
    return Column("disposition_date", limits=limits)


@pytest.mark.parametrize(
    ("column", "among", "words"),
    [
        (Column("offense_level"), ("infraction", None), "Infraction (like a traffic ticket); or not known"),
        (Column("offense_level"), ("felony", "misdemeanor", "infraction"), "any answer that is known"),
        (Column("county"), (True,), "any answer that is known"),
        (Column("county"), (None,), "not known"),
        (dated(STATUTE), ((0, 0),), "before 2026"),
        (dated(STATUTE), ((1, 1), None), "2026 or later; or not known"),
        (dated(STATUTE), ((0, 0), (1, 1)), "any answer that is known"),
        (dated(date(2011, 7, 14)), ((1, 1),), "July 14, 2011 or later"),
        (dated(MONTHS), ((0, 0),), "more than 12 months ago"),
        (dated(MONTHS), ((0, 1),), "not known whether more than 12 months ago"),
        (dated(MONTHS), ((1, 1),), "12 months ago, or less"),
        (dated(MONTHS), ((0, 0), (1, 1)), "more than 12 months ago; or 12 months ago, or less"),
        (dated(MONTHS), ((0, 0), (0, 1), (1, 1)), "any answer that is known"),
        (dated(0), ((0, 0),), "before today"),
        (dated(date(2017, 1, 1), MONTHS), ((1, 1),), "2017 or later, but more than 12 months ago"),
        (Column(PLEA_WORDS.name, PLEA_WORDS), (True,), "yes, that is known"),
        (Column(PLEA_WORDS.name, PLEA_WORDS), (False,), "no, or not known"),
    ],
)
def test_a_cell_says_which_answers_it_takes(column: Column, among: tuple[Atom, ...], words: str) -> None:
    assert in_words(Cell(column, among)) == words


def test_of_several_values_it_says_which_must_be_there_and_which_not() -> None:
    column = Column("later_relief", groups=(("prop47", "prop64"), ("vacated_other",)))
    first, second, both = frozenset({0}), frozenset({1}), frozenset({0, 1})
    one, other = in_words(Cell(column, (first, both))), in_words(Cell(column, (frozenset(), second, None)))
    assert one.startswith("at least one of: ")
    assert "Prop 47" in one
    assert "vacated" not in one
    assert other == one.replace("at least one of", "none of") + "; or not known"
    assert "among them: Conviction undone by a judge (vacated)" in in_words(Cell(column, (second,)))
    assert in_words(Cell(column, (frozenset(), first, second, both))) == "any answer that is known"
    apart = in_words(Cell(column, (first, second)))
    assert apart.count("among them") == 2
    assert "; or " in apart


def test_a_long_list_is_told_by_what_is_not_in_it() -> None:
    others = ("no_lawyer", "said_nothing", "said_no_problem", "said_ask_immigration_lawyer", "said_may")
    cell = Cell(Column("lawyer_advice"), (*others, "other_wrong_advice"))
    assert in_words(cell) == "any but: That I would be deported or harmed, for sure"


def test_every_column_and_cell_of_every_table_has_words_and_no_blank() -> None:
    tables = [
        decision_table(remedy.id, element.id, AS_OF) for remedy in REMEDIES for element in remedy.elements
    ]
    with translation.override("en"):
        for table in (*tables, conviction_table(AS_OF)):
            said = [
                *map(column_in_words, table.columns),
                *(in_words(cell) for row in table.rows for cell in row.cells),
            ]
            assert all(words and "{" not in words for words in said)
            # Two rows with other findings never read the same.
            told: dict[tuple[str, ...], str] = {}
            for row in table.rows:
                words = tuple(in_words(cell) for cell in row.cells)
                assert told.setdefault(words, row.finding) == row.finding
