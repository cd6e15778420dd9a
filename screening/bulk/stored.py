"""Result lines (contract section 5) read back from outside, with nothing taken on trust.

A line is checked for its shape before anything is computed from it. A line that cannot be read is an error in
its place; what is said of it is one line, names keys and codes, and never repeats an answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, NoReturn

from screening.bulk.ids import Ids
from screening.bulk.lines import Line, LineError, UnreadableFileError
from screening.bulk.reader import SECOND
from screening.rules.answers import Answers
from screening.rules.facts import FACTS
from screening.rules.partial_date import PartialDate
from screening.rules.record import AnswerError, parse_answers
from screening.rules.version import CONTRACT, canonical


_CODE = re.compile(r"[a-z0-9_]{1,60}", re.ASCII)
_VERSION = re.compile(r"\d{4}\.\d{2}(?:\.\d{1,4})?\+[0-9a-f]{12}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)

Json = Mapping[str, Any]

# A result that names no contract is of the first.
FIRST_CONTRACT = 1


@dataclass(frozen=True)
class StoredLine:
    """One result as it was stored. `data` has the shape of contract section 5; its answers may be of any
    contract. `where` is "line 3" or "result 3", counted from 1."""

    id: str
    where: str
    data: Json
    as_of: date

    @property
    def contract(self) -> int:
        """The contract that it was made under."""
        return contract_of(self.data)

    @property
    def rules_version(self) -> str:
        """What it was computed by, for example `2026.11+9f3c1a7be204`."""
        return str(self.data["rules_version"])

    @property
    def calendar_version(self) -> str:
        """The same without the hash, for example `2026.11`."""
        return self.rules_version.partition("+")[0]

    def answers(self) -> Answers:
        """Its answers under the present contract. Raises `UnreadableFileError`."""
        try:
            return parse_answers(self.data["answers"])
        except AnswerError as error:
            key = error.key if error.key in FACTS else "answers"
            refuse(self.where, f"{key}: {error.message}")


@dataclass(frozen=True)
class StoredError:
    """What stands in place of a record that could not be screened; or a line that is no result, which `says` why."""

    id: str | None
    where: str
    says: str = ""


Stored = StoredLine | StoredError
# A file of other lines is told as none before it is read to the end.
_MOST_BEFORE = 1_000


def stored_lines(lines: Iterable[Line], name: str = "") -> Iterator[tuple[int, Stored]]:
    """Every line of a file that `screen` wrote, with the byte where it begins; the file goes by `name`.

    A line that is no result is an error in its place, as is the second result of an id. Raises
    `UnreadableFileError`, naming the first line, where none of the first thousand is a result.
    """
    seen = Ids()
    read = ((line.place, once(_of_line(line, f"{name}line {line.number}"), seen)) for line in lines)
    before: list[tuple[int, StoredError]] = []
    for place, found in read:
        if isinstance(found, StoredLine) or not found.says:
            yield from chain(before, [(place, found)], read)
            return
        before.append((place, found))
        if len(before) == _MOST_BEFORE:
            break
    if before:
        refuse(before[0][1].where, before[0][1].says)


def once(found: Stored, seen: Ids) -> Stored:
    """The same, or an error where its id stood there before."""
    if isinstance(found, StoredError) or seen.new(found.id):
        return found
    return StoredError(found.id, found.where, SECOND)


def _of_line(line: Line, where: str) -> Stored:
    try:
        data = line.json
        if rb"\u" in line.raw:
            canonical(data)  # half of a surrogate pair was never written by this program
        return stored_line(data, where)
    except UnreadableFileError as error:
        return StoredError(None, where, str(error).removeprefix(f"{where}: "))
    except UnicodeEncodeError:
        return StoredError(None, where, "half of a letter (a lone surrogate) stands in it")
    except LineError as error:
        return StoredError(None, where, str(error))


def stored_line(data: Json, where: str) -> Stored:
    """One result, its shape checked. Raises `UnreadableFileError`."""
    if set(data) == {"id", "line", "error"}:
        return StoredError(data["id"] if isinstance(data["id"], str) else None, where)
    for key, fits in _SHAPE.items():
        if key in data:
            if not fits(data[key]):
                refuse(where, f"no result of a screening: {key} cannot be read")
        elif key not in _MAY_LACK:
            refuse(where, f"no result of a screening: {key} is missing")
    return StoredLine(data["id"], where, data, date.fromisoformat(data["law_as_of"]))


def contract_of(data: Json) -> int:
    """The contract that a result was made under."""
    return int(data.get("contract", FIRST_CONTRACT))


def as_under(data: Json, contract: int) -> Json:
    """A result without what came with a later contract, to be held against one of this contract."""
    return {
        key: [as_under(one, contract) for one in value] if key == "remedies" else value
        for key, value in data.items()
        if _SINCE.get(key, FIRST_CONTRACT) <= contract
    }


def refuse(where: str, what: str) -> NoReturn:
    """Raise `UnreadableFileError` in one line."""
    raise UnreadableFileError(f"{where}: {what}")


def is_version(value: object, version: int) -> bool:
    """Is it this very number? To Python `true` and 1.0 are equal to 1."""
    return type(value) is int and value == version


def _is_day(value: object) -> bool:
    try:
        return (
            isinstance(value, str) and PartialDate.parse(value).text == date.fromisoformat(value).isoformat()
        )
    except ValueError:
        return False


def _matches(form: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and form.fullmatch(value) is not None


_is_code = _matches(_CODE)


def _are(each: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(each(one) for one in value)


def _has(**parts: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: (
        isinstance(value, dict) and all(key in value and fits(value[key]) for key, fits in parts.items())
    )


def _is_answer(value: object) -> bool:
    return isinstance(value, str) or _are(_is_text)(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_ELEMENT = _has(element=_is_code, finding=_is_code)
_SHAPE: Mapping[str, Callable[[object], bool]] = {
    "contract": lambda value: type(value) is int and FIRST_CONTRACT <= value <= CONTRACT,
    "id": lambda value: isinstance(value, str) and value != "",
    "law_as_of": _is_day,
    "rules_version": _matches(_VERSION),
    "digest": _matches(_DIGEST),
    "answers": lambda value: isinstance(value, dict) and all(map(_is_answer, value.values())),
    "immigration_conviction": _has(finding=_is_code),
    "remedies": _are(_has(remedy=_is_code, outcome=_is_code, elements=_are(_ELEMENT))),
    "urgent": _are(_is_code),
    "also_consider": _are(_is_code),
    "next_facts": _are(_has(key=_is_code)),
    "before_filing": _are(_is_code),
    "look_first": _are(_has(remedy=_is_code)),
    "next_steps": _are(_has(step=_is_code)),
}
# What came with which later contract, of a result and of a remedy.
_SINCE = {"readiness": 2, "look_first": 2, "before_filing": 2, "next_steps": 2}
_MAY_LACK = {"contract", *_SINCE}
