"""One stored result as it was stored, with what the rules of this program say of it beside.

Every word of the stored result is its own. Beside a finding stands what the present rules give for the same
answers on the same day, and for the answers of today on this day. No old code is run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from screening.bulk.compare import ABSENT, Place, Values, values_of, values_of_line
from screening.bulk.in_words import element_title, place_words, value_words
from screening.bulk.lines import UnreadableFileError
from screening.bulk.stored import StoredLine, stored_line
from screening.bulk.verify import verify_line
from screening.office.file.casefile import KeptResult
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import answer_in_words, say
from screening.rules.answers import Answers
from screening.rules.element import filled
from screening.rules.flags.every import FLAGS
from screening.rules.papers import Safety
from screening.summary.page.words import SAFE_WORD


_UNREADABLE = "Its form is not one that this program computes again. It stands below as it was stored."


@dataclass(frozen=True)
class Beside:
    """One finding or outcome: as stored, and under the present rules for then and for now.

    `mark` is the stored code where it is a finding, `moved` whether the three are not one.
    """

    stored: str
    then: str
    now: str
    mark: str = ""

    @property
    def moved(self) -> bool:
        """Do the three differ?"""
        return len({self.stored, self.then, self.now}) > 1


@dataclass(frozen=True)
class StoredElement:
    """One element of the stored ledger. `told` is the line as it was stored."""

    title: str
    told: Mapping[str, Any]
    rests_on: str
    found: Beside


@dataclass(frozen=True)
class StoredRemedy:
    """One law of the stored result."""

    id: str
    law: str
    found: Beside
    elements: tuple[StoredElement, ...]


@dataclass(frozen=True)
class StoredCase:
    """One case of a stored result. `raw` is the whole of it; the rest is empty where it cannot be read.

    `holds` are sentences on what no longer holds of it, none where all does.
    """

    number: str
    raw: str
    line: Mapping[str, Any]
    holds: tuple[str, ...]
    conviction: Beside | None = None
    remedies: tuple[StoredRemedy, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    urgent: tuple[str, ...] = ()
    before_filing: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    facts: tuple[Mapping[str, Any], ...] = ()


def stored_cases(kept: KeptResult, answers: Mapping[str, Answers], today: date) -> list[StoredCase]:
    """Each case of a stored result. `answers` are those of today by the number of the case."""
    return [_case(line, answers.get(str(line.get("id"))), today) for line in kept.lines]


def chosen(results: Sequence[KeptResult], number: str) -> int | None:
    """Which of them is meant, counted from 1 as they were kept: the newest without a number that fits."""
    if not results:
        return None
    fits = number.isascii() and number.isdigit() and len(number) < 5 and 1 <= int(number) <= len(results)
    return int(number) if fits else len(results)


def _case(line: Mapping[str, Any], answers: Answers | None, today: date) -> StoredCase:
    number, raw = str(line.get("id", "")), json.dumps(line, ensure_ascii=False, indent=1)
    try:
        read = stored_line(line, number)
        if not isinstance(read, StoredLine):
            raise UnreadableFileError(_UNREADABLE)
        old, holds = read.answers(), tuple(difference.says for difference in verify_line(read, today))
    except UnreadableFileError:
        return StoredCase(number, raw, line, (_UNREADABLE,))
    table = _Table(
        values_of_line(line),
        values_of(old, read.as_of),
        values_of(answers, today) if answers is not None else {},
    )
    return StoredCase(
        number,
        raw,
        line,
        holds,
        table.at(("conviction",)),
        tuple(_remedy(remedy, table) for remedy in line["remedies"]),
        tuple((_short(key), answer_in_words(key, value)) for key, value in old.values.items()),
        _flags(line["urgent"], old),
        _flags(line.get("before_filing", ()), old),
        _flags(line["also_consider"], old),
        tuple(_fact(fact) for fact in line["next_facts"]),
    )


@dataclass(frozen=True)
class _Table:
    """What was stored, and what the present rules give for then and for now."""

    stored: Values
    then: Values
    now: Values

    def at(self, place: Place) -> Beside:
        """One place of it, in words."""
        return Beside(
            stored=value_words(place, self.stored.get(place, ABSENT)),
            then=value_words(place, self.then.get(place, ABSENT)),
            now=value_words(place, self.now.get(place, ABSENT)),
            mark=self.stored[place] if place[0] == "element" else "",
        )


def _remedy(told: Mapping[str, Any], table: _Table) -> StoredRemedy:
    place = ("outcome", told["remedy"])
    return StoredRemedy(
        told["remedy"],
        place_words(place, Answers({}))[0],
        table.at(place),
        tuple(_element(told["remedy"], element, table) for element in told["elements"]),
    )


def _element(remedy: str, told: Mapping[str, Any], table: _Table) -> StoredElement:
    return StoredElement(
        element_title(remedy, told["element"]),
        told,
        "; ".join(_short(key) for key in told.get("rests_on", ())),
        table.at(("element", remedy, told["element"])),
    )


def _short(key: str) -> str:
    return say(QUESTIONS[key].short) if key in QUESTIONS else key


def _flags(codes: Iterable[str], known: Answers) -> tuple[str, ...]:
    return tuple(say(filled(FLAGS[code].attorney, known)) if code in FLAGS else code for code in codes)


def _fact(told: Mapping[str, Any]) -> Mapping[str, Any]:
    safe = told.get("safe", "")
    word = say(SAFE_WORD[Safety(safe)]) if safe in set(Safety) else safe
    return {**told, "short": _short(told["key"]), "safe_word": word}
