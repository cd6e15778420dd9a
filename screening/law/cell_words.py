"""The columns and cells of a decision table in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from screening.law.cells import Cell, Column, Limit
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import listed, said, say
from screening.rules.facts import FACTS, Kind
from screening.rules.partial_date import PartialDate
from screening.rules.text import Text, _


_ANY = _("any answer")
_KNOWN = _("any answer that is known")
_NOT_KNOWN = _("not known")
_OR = _("{one}; or {other}")
_BUT = _("any but: {these}")
_AMONG, _NOT_AMONG = _("among them: {these}"), _("not among them: {these}")
_ONE_OF, _NONE_OF = _("at least one of: {these}"), _("none of: {these}")
_AND = _("{one}; and {other}")
_YES = _("yes, that is known")
_NO = _("no, or not known")

_BEFORE_YEAR, _FROM_YEAR = _("before {year}"), _("{year} or later")
_BEFORE_DAY, _FROM_DAY = _("before {day}"), _("{day} or later")
_BEFORE_MONTHS, _FROM_MONTHS = _("more than {months} months ago"), _("{months} months ago, or less")
_PAST, _TO_COME = _("before today"), _("today or later")
_EITHER = _("not known whether {one}")
_BOTH = _("{one}, but {other}")

# A longer list than its rest is told by what is not in it.
_MOST_NAMED = 4


def column_in_words(column: Column) -> str:
    """The head of a column: the question by its short name, or the name of the sign, which is English."""
    return column.key if column.sign else say(QUESTIONS[column.key].short)


def in_words(cell: Cell) -> str:
    """The answers of a cell. Months count back from the as-of day, which is "today" here."""
    if cell.any:
        return say(_ANY)
    if cell.column.sign:
        return say(_YES if True in cell.among else _NO)
    told = list(_BY_KIND[FACTS[cell.column.key].kind](cell))
    not_known = [say(_NOT_KNOWN)] if None in cell.among else []
    if not_known and told == [say(_KNOWN)]:
        return say(_ANY)
    return _joined(_OR, [*told, *not_known])


def _joined(pattern: Text, parts: Sequence[str]) -> str:
    first, *rest = parts
    for part in rest:
        first = say(pattern).format(one=first, other=part)
    return first


def _values(cell: Cell) -> Iterator[str]:
    values = FACTS[cell.column.key].values
    chosen = [value for value in values if value in cell.among]
    left = [value for value in values if value not in cell.among]
    if not left:
        yield say(_KNOWN)
    elif len(chosen) > _MOST_NAMED and len(left) < len(chosen):
        yield say(_BUT).format(these=_labels(cell.column, left))
    elif chosen:
        yield _joined(_OR, [said(cell.column.key, value) for value in chosen])


def _labels(column: Column, values: Iterable[str]) -> str:
    return listed([said(column.key, value) for value in values])


def _sets(cell: Cell) -> Iterator[str]:
    """What must be among the values, and what must not."""
    sets = frozenset(atom for atom in cell.among if isinstance(atom, frozenset))
    groups = range(len(cell.column.groups))
    always = frozenset(number for number in groups if all(number in one for one in sets))
    never = frozenset(number for number in groups if all(number not in one for one in sets))
    if not sets:
        return
    if len(sets) == 2 ** (len(groups) - len(always) - len(never)):
        yield _set(cell.column, always, never)
    else:
        yield from (_set(cell.column, one, frozenset(groups) - one) for one in sorted(sets, key=sorted))


def _set(column: Column, among: frozenset[int], not_among: frozenset[int]) -> str:
    told = [
        *(_group(column, number, _AMONG, _ONE_OF) for number in sorted(among)),
        *(_group(column, number, _NOT_AMONG, _NONE_OF) for number in sorted(not_among)),
    ]
    return _joined(_AND, told) if told else say(_KNOWN)


def _group(column: Column, number: int, alone: Text, together: Text) -> str:
    values = column.groups[number]
    if len(values) == 1:
        return say(alone).format(these=said(column.key, values[0]))
    return say(together).format(these=" / ".join(said(column.key, value) for value in values))


def _dates(cell: Cell) -> Iterator[str]:
    spans = [atom for atom in cell.among if isinstance(atom, tuple)]
    runs = list(_runs(cell, spans))
    yield from (_run(cell.column.limits, first, last) for first, last in runs)
    apart = {
        first
        for first, last in spans
        if first < last and not any(run[0] <= first and last <= run[1] for run in runs)
    }
    for first in sorted(apart):
        limit = cell.column.limits[first]
        yield say(_EITHER).format(one=_before(limit))


def _runs(cell: Cell, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Periods that follow each other, from the first to the last."""
    whole = sorted(first for first, last in spans if first == last)
    for number, start in enumerate(whole):
        if number and _follows(cell, whole[number - 1], spans):
            continue
        end = start
        while end + 1 in whole and _follows(cell, end, spans):
            end += 1
        yield start, end


def _follows(cell: Cell, period: int, spans: Sequence[tuple[int, int]]) -> bool:
    # A year may lie on both sides of "twelve months ago". Where such a year stands in another row, the two
    # sides are told apart here. No month and no year lies on both sides of a January 1.
    whole = (period + 1, period + 1) in spans
    return whole and (isinstance(cell.column.limits[period], date) or (period, period + 1) in spans)


def _run(limits: Sequence[Limit], first: int, last: int) -> str:
    after = _from(limits[first - 1]) if first else ""
    until = _before(limits[last]) if last < len(limits) else ""
    if after and until:
        return say(_BOTH).format(one=after, other=until)
    return after or until or say(_KNOWN)


def _before(limit: Limit) -> str:
    return _limit(limit, _BEFORE_YEAR, _BEFORE_DAY, _PAST, _BEFORE_MONTHS)


def _from(limit: Limit) -> str:
    return _limit(limit, _FROM_YEAR, _FROM_DAY, _TO_COME, _FROM_MONTHS)


def _limit(limit: Limit, year: Text, day: Text, today: Text, months: Text) -> str:
    if isinstance(limit, int):
        return say(months.with_(months=limit) if limit else today)
    if (limit.month, limit.day) == (1, 1):
        return say(year.with_(year=limit.year))
    return say(day.with_(day=PartialDate.on(limit)))


def _anything(cell: Cell) -> Iterator[str]:
    if True in cell.among:
        yield say(_KNOWN)


_BY_KIND: Mapping[Kind, Callable[[Cell], Iterator[str]]] = {
    Kind.ONE: _values,
    Kind.SEVERAL: _sets,
    Kind.DATE: _dates,
    Kind.COUNTY: _anything,
    Kind.TEXT: _anything,
}
