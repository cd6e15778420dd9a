"""What moved between two files of results, in English sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from screening.bulk.changelog import entries_after, order
from screening.bulk.compare import Place, Why
from screening.bulk.in_words import (
    contract_words,
    counted,
    day_words,
    first_of,
    law_words,
    place_words,
    value_words,
)
from screening.bulk.law_diff import Diff, Moved, Side
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.rules.answers import Answers
from screening.rules.finding import Outcome
from screening.rules.flags.every import FLAGS
from screening.rules.history import changes_between
from screening.rules.record import clean_text
from screening.rules.remedies import REMEDIES


_RECORD = ("record", "records")
# The order in which things are told: a law with its elements, the finding of immigration law, the flags.
_ORDER: dict[Place, int] = {
    place: number
    for number, place in enumerate(
        [
            *(
                place
                for remedy in REMEDIES
                for place in (
                    ("outcome", remedy.id),
                    *(("element", remedy.id, element.id) for element in remedy.elements),
                )
            ),
            ("conviction",),
            *(("urgent", code) for code in FLAGS),
        ]
    )
}


def law_diff_words(diff: Diff, most: int | None) -> Iterator[str]:
    """Line by line; the last is the sum. `most` ids are named of each group, all where it is None."""
    yield _side("A", diff.first)
    yield _side("B", diff.second)
    yield from _contracts_between(diff)
    yield from _rules_between(diff)
    yield from _laws_between(diff)
    yield _compared(diff, most)
    for place in sorted({place for place, _, _ in diff.moved}, key=_order):
        yield from _place(place, diff, most)
    yield _sum(diff)


def _order(place: Place) -> tuple[int, Place]:
    return _ORDER.get(place, len(_ORDER)), place


def _side(name: str, side: Side) -> str:
    days = _each({day_words(date.fromisoformat(day)): number for day, number in side.days.items()})
    made = f": law of {days}; rules {_each(side.versions)}" if side.results else ""
    return f"{name}: {counted(side.results, 'result', 'results')}{made}."


def _each(counts: dict[str, int]) -> str:
    """One name, or several with how many are of each."""
    if len(counts) == 1:
        return next(iter(counts))
    return ", ".join(f"{name} ({number:,})" for name, number in sorted(counts.items()))


def _contracts_between(diff: Diff) -> Iterator[str]:
    """What changed in reading the answers, where the results are not all of one contract."""
    contracts = {contract for side in (diff.first, diff.second) for contract in side.contracts}
    if len(contracts) > 1:
        yield contract_words(min(contracts), max(contracts))


def _rules_between(diff: Diff) -> Iterator[str]:
    """What CHANGELOG.md names between the versions of the two files."""
    versions = {version.partition("+")[0] for side in (diff.first, diff.second) for version in side.versions}
    if not versions:
        return
    first, last = min(versions, key=order), max(versions, key=order)
    for entry in entries_after(first):
        if order(entry.version) <= order(last):
            yield f"CHANGELOG, Law, between the two: Rules {entry.version}: {entry.says}"


def _laws_between(diff: Diff) -> Iterator[str]:
    """Which laws changed between the days of the two files."""
    days = {date.fromisoformat(day) for side in (diff.first, diff.second) for day in side.days}
    if days:
        for change in changes_between(min(days), max(days)):
            yield f"The law changed on {law_words(change)}"


def _compared(diff: Diff, most: int | None) -> str:
    says = f"Compared: {counted(diff.compared, *_RECORD)}."
    for name, side in (("A", diff.first), ("B", diff.second)):
        if side.only:
            says += f" Only in {name}: {_ids(side.only, most)}."
        if side.errors:
            says += f" Could not be screened in {name}: {_ids(side.errors, most)}."
        if side.unread:
            says += f" Cannot be read in {name}: {_ids(side.unread, most)}."
    return says


def _ids(ids: Sequence[str], most: int | None) -> str:
    shown = (clean_text(one) or "one without an id" for one in ids)
    return f"{len(ids):,} ({first_of(shown, most)})"


def _place(place: Place, diff: Diff, most: int | None) -> Iterator[str]:
    """One outcome, element, finding or flag: each way in which it moved."""
    groups = {(was, now): moved for (where, was, now), moved in diff.moved.items() if where == place}
    total = sum(len(moved.ids) for moved in groups.values())
    name = ", ".join(filter(None, place_words(place, Answers({})))).rstrip(".")
    yield f"{name}: moved in {counted(total, *_RECORD)}."
    for (was, now), moved in sorted(groups.items(), key=lambda group: -len(group[1].ids)):
        yield f"  {value_words(place, was)} → {value_words(place, now)}: {_group(moved, most, was, now)}"


def _group(moved: Moved, most: int | None, was: str, now: str) -> str:
    causes = _causes(moved.causes, in_force=Outcome.NOT_IN_FORCE.value in (was, now))
    return f"{_ids(moved.ids, most)}. Why: {causes}."


def _causes(causes: Counter[Why], *, in_force: bool) -> str:
    told = (f"{_cause(why, in_force=in_force)} ({number:,})" for why, number in causes.most_common())
    return "; ".join(told)


def _cause(why: Why, *, in_force: bool) -> str:
    if why.what == "answer":
        return f"the answer to “{say(QUESTIONS[why.key].short)}” ({why.key})"
    if why.what == "date":
        return (
            "the as-of day: a law came into force between" if in_force else "the as-of day: a period or a day"
        )
    return _BY_CODE[why.what]


_BY_CODE = {
    "rule": "the rules: another version",
    "contract": "the way answers are read: another contract",
    "stored": "a stored result that its rules do not give: changed, or made by other code",
}


def _sum(diff: Diff) -> str:
    if diff.nothing_moved:
        words = f" The words of {counted(diff.reworded, *_RECORD)} differ." if diff.reworded else ""
        return f"Nothing moved.{words}"
    causes = Counter({_kind(why): 0 for moved in diff.moved.values() for why in moved.causes})
    says = f"In sum: {counted(diff.outcomes(), 'outcome', 'outcomes')} moved."
    says += f" Something moved in {diff.records:,} of {counted(diff.compared, *_RECORD)}"
    return says + (f", because of {_listed(causes)}." if causes else ".")


def _kind(why: Why) -> str:
    return {
        "answer": "other answers",
        "date": "the as-of day",
        "rule": "the rules",
        "contract": "the way answers are read",
        "stored": "results that their rules do not give",
    }[why.what]


def _listed(names: Iterable[str]) -> str:
    *first, last = sorted(names)
    return f"{', '.join(first)} and {last}" if first else last
