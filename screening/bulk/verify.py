"""Does a stored result hold? It is computed again, and what differs is said in sentences.

Four things can differ: the answers or the digest (the fingerprint does not fit what it was taken of), the
rules (another version), the result itself, and the law in force (what was so on the stored day may be
otherwise on the present one). No sentence repeats an answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from screening.bulk.changelog import LawEntry, entries_after, entries_of, order
from screening.bulk.compare import ABSENT, Place, compare_lines, values_of
from screening.bulk.in_words import (
    contract_words,
    counted,
    day_words,
    first_of,
    law_words,
    place_words,
    value_words,
)
from screening.bulk.stored import StoredLine, as_under
from screening.rules.answers import Answers
from screening.rules.evaluate import evaluate
from screening.rules.finding import Outcome
from screening.rules.history import changes_between
from screening.rules.version import CALENDAR_VERSION, CONTRACT, canonical, rules_version
from screening.summary.as_json.result_json import result_json


ANSWERS, RULES, RESULT, LAW = "answers", "rules", "result", "law"

_MOST_NAMED = 12
_OTHER = "something that the contract does not know"
# Words, and which facts to get next: neither moves a rules version.
_WORDS = frozenset({"because", "change", "proof"})
_TOLD_AS_VALUES = frozenset({"outcome", "finding", "open", "urgent", "before_filing"})
_TO_DO_NEXT = frozenset({"next_facts", "next_steps"})
_IDS = ("remedy", "element", "key")


@dataclass(frozen=True)
class Difference:
    """One thing that differs, in a sentence. `kind` is "answers", "rules", "result" or "law".

    `general` is what is said of the rules or the law and of no case: once is enough for a whole file.
    """

    kind: str
    says: str
    general: bool = False


def verify_line(line: StoredLine, today: date) -> tuple[Difference, ...]:
    """What differs, nothing where all holds. Raises `UnreadableFileError` where its answers are none."""
    answers = line.answers()
    computed = json.loads(json.dumps(result_json(line.id, evaluate(answers, line.as_of))))
    return (
        *_answers(line, computed),
        *_rules(line),
        *_result(line, answers, computed),
        *_law(line, answers, today),
    )


def _answers(line: StoredLine, computed: Mapping[str, Any]) -> Iterator[Difference]:
    """The digest is taken of the answers, the day and the version that stand beside it."""
    data = line.data
    if data["digest"] == _digest(line, line.rules_version):
        return
    says = "The answers or the digest were changed after the result was made: the digest does not fit"
    says += " the answers, the day and the rules version beside it."
    if data["digest"] == _digest(line, rules_version()):
        says += " It fits the present rules version: the version was changed."
    elif not compare_lines(data, computed):
        says += " The findings do fit these answers on this day."
    else:
        says += " The findings do not fit these answers on this day either."
    yield Difference(ANSWERS, says)


def _digest(line: StoredLine, version: str) -> str:
    what = {
        "answers": line.data["answers"],
        "law_as_of": line.data["law_as_of"],
        "rules_version": version,
    }
    return sha256(canonical(what)).hexdigest()


def _rules(line: StoredLine) -> Iterator[Difference]:
    """Which changes of law lie between the two versions, as CHANGELOG.md names them."""
    then, now = line.rules_version, rules_version()
    if then == now:
        return
    if line.contract != CONTRACT:
        yield Difference(RULES, contract_words(line.contract, CONTRACT), general=True)
    says = f"The rules are others: then {then}, now {now}."
    if line.calendar_version == CALENDAR_VERSION:
        says += " The calendar version is the same, the readings are not. CHANGELOG has under Law for it:"
        entries = entries_of(CALENDAR_VERSION)
    elif order(line.calendar_version) > order(CALENDAR_VERSION):
        says += " The result was made by newer rules than this program has: verify it with that program."
        entries = ()
    else:
        says += " CHANGELOG has under Law since then:"
        entries = entries_after(line.calendar_version)
    yield Difference(RULES, says, general=True)
    yield from (Difference(RULES, _entry(entry), general=True) for entry in entries)


def _entry(entry: LawEntry) -> str:
    return f"Rules {entry.version}: {entry.says}"


def _result(line: StoredLine, answers: Answers, computed: Mapping[str, Any]) -> Iterator[Difference]:
    """What the present rules give for the same answers on the same day, where that is not what is stored."""
    same_rules = line.rules_version == rules_version()
    # Under its own contract, unless these very rules are said to have made it.
    contract = CONTRACT if same_rules else line.contract
    paths = list(_differing(_body(line.data, contract), _body(computed, contract), ()))
    moved = [
        _moved(change.place, change.was, change.now, answers) for change in compare_lines(line.data, computed)
    ]
    structure = [path for path in paths if not _is_wording(path) and _TOLD_AS_VALUES.isdisjoint(path)]
    if moved or structure:
        yield Difference(RESULT, _NOT_GIVEN if same_rules else _GIVEN_NOW)
        yield from (Difference(RESULT, says) for says in moved)
    if structure:
        yield Difference(RESULT, f"{_IN if moved else _ONLY_IN} {_named(structure)}.")
    wording = [path for path in paths if _is_wording(path)]
    if wording and same_rules:
        yield Difference(RESULT, f"{_REWORDED} {_named(wording)}.")
    elif wording:
        yield Difference(
            RESULT, f"Words or facts to get next differ in {counted(len(wording), 'place', 'places')}."
        )


_NOT_GIVEN = (
    "The stored result is not what these rules give for these answers on this day: it was changed, or made by"
    " other code."
)
_GIVEN_NOW = "The present rules give something else for these answers on this day."
_IN, _ONLY_IN = "It differs also in", "It differs in"
_REWORDED = (
    "Words or facts to get next differ. They move no rules version, so the text was changed, or another"
    " version of the program wrote it:"
)


def _moved(place: Place, was: str, now: str, answers: Answers) -> str:
    return f"{_at(place, answers)}: stored “{value_words(place, was)}”, computed “{value_words(place, now)}”."


def _at(place: Place, answers: Answers) -> str:
    return ", ".join(filter(None, place_words(place, answers)))


def _body(line: Mapping[str, Any], contract: int) -> Mapping[str, Any]:
    """The result without its fingerprint and versions, which are looked at for themselves."""
    apart = ("digest", "rules_version") if contract == CONTRACT else ("digest", "rules_version", "contract")
    return {key: value for key, value in as_under(line, contract).items() if key not in apart}


def _is_wording(path: tuple[str, ...]) -> bool:
    return path[0] in _TO_DO_NEXT or path[-1] in _WORDS


def _named(paths: Iterable[tuple[str, ...]]) -> str:
    return first_of(dict.fromkeys(" ".join(path) for path in paths), _MOST_NAMED)


def _differing(stored: Any, computed: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Where two values of JSON differ. Only what the program itself wrote is named."""
    if isinstance(stored, dict) and isinstance(computed, dict):
        yield from ((*path, _OTHER) for _ in list(stored.keys() - computed.keys())[:1])
        for key, value in computed.items():
            yield from _differing(stored.get(key), value, (*path, key))
    elif _are_lists(stored, computed) and _TO_DO_NEXT.isdisjoint(path):
        for place, (one, other) in enumerate(zip(stored, computed, strict=True), start=1):
            yield from _differing(one, other, (*path[:-1], _id_of(other, path, place)))
    elif canonical(stored) != canonical(computed):
        yield path


def _are_lists(stored: Any, computed: Any) -> bool:
    return isinstance(stored, list) and isinstance(computed, list) and len(stored) == len(computed)


def _id_of(value: Any, path: tuple[str, ...], place: int) -> str:
    if not isinstance(value, dict):
        return path[-1]
    return next((str(value[name]) for name in _IDS if name in value), f"{path[-1]} {place}")


def _law(line: StoredLine, answers: Answers, today: date) -> Iterator[Difference]:
    """What the law of today makes of the same answers, where that differs from the stored day."""
    if line.as_of == today:
        return
    then, now = values_of(answers, line.as_of), values_of(answers, today)
    moved = [place for place in dict.fromkeys((*then, *now)) if then.get(place) != now.get(place)]
    for change in changes_between(line.as_of, today):
        if any(not set(place).isdisjoint(change.statutes) for place in moved):
            yield Difference(LAW, f"The law changed on {law_words(change)}", general=True)
    for place in moved:
        was, is_now = then.get(place, ABSENT), now.get(place, ABSENT)
        yield Difference(
            LAW,
            f"{_at(place, answers)}: on the stored day ({day_words(line.as_of)}) “{value_words(place, was)}”,"
            f" under the law of {day_words(today)} “{value_words(place, is_now)}”: {_between(was, is_now)}.",
        )


def _between(was: str, now: str) -> str:
    if Outcome.NOT_IN_FORCE.value in (was, now):
        return "a law came into force between the two"
    return "a period passed, or a day came, between the two"
