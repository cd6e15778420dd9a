"""Two files of results of the same records, made by two versions of the rules or for two days: what moved.

The first file is read twice, the second once, a line at a time. What is kept is where each record of the first file
stands and, for what moved, which records and why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from screening.bulk.compare import Change, Place, Why, compare_lines
from screening.bulk.lines import Line, UnreadableFileError, lines_of
from screening.bulk.stored import StoredError, StoredLine, as_under, refuse, stored_lines


@dataclass
class Moved:
    """Records that moved in the same way, and why. A record may have several causes."""

    ids: list[str] = field(default_factory=list)
    causes: Counter[Why] = field(default_factory=Counter)


@dataclass
class Side:
    """One file: its results by day, version of the rules and contract, and its ids that stand only there."""

    days: Counter[str] = field(default_factory=Counter)
    versions: Counter[str] = field(default_factory=Counter)
    contracts: Counter[int] = field(default_factory=Counter)
    only: list[str] = field(default_factory=list)
    # Records that could not be screened; "" where the id could not be read.
    errors: list[str] = field(default_factory=list)
    # Lines that cannot be read, each with what is wrong.
    unread: list[str] = field(default_factory=list)

    @property
    def results(self) -> int:
        """How many there are."""
        return self.days.total()


@dataclass
class Diff:
    """What differs between two files. `moved` is by place, what stood there, and what stands there now."""

    first: Side = field(default_factory=Side)
    second: Side = field(default_factory=Side)
    compared: int = 0
    records: int = 0
    reworded: int = 0
    moved: dict[tuple[Place, str, str], Moved] = field(default_factory=dict)

    @property
    def nothing_moved(self) -> bool:
        """The same records, all read, and the same of each? Words alone do not count."""
        other = self.first.only or self.second.only or self.first.unread or self.second.unread
        return not (self.moved or other or self.first.errors != self.second.errors)

    def outcomes(self) -> int:
        """How many outcomes moved."""
        return sum(len(moved.ids) for (place, _, _), moved in self.moved.items() if place[0] == "outcome")


def law_diff(first: BinaryIO, second: BinaryIO) -> Diff:
    """Compare two files that `screen` wrote. Raises `UnreadableFileError`, naming the file A or B."""
    if not first.seekable():
        raise UnreadableFileError("A is read twice, so it must be a file and no pipe")
    diff = Diff()
    places = {line.id: place for place, line in _results(first, "A", diff.first)}
    for _, line in _results(second, "B", diff.second):
        if line.id in places:
            _compare(_at(first, places.pop(line.id)), line, diff)
        else:
            diff.second.only.append(line.id)
    diff.first.only += places
    return diff


def _results(stream: BinaryIO, name: str, side: Side) -> Iterator[tuple[int, StoredLine]]:
    """Each result with the place of its line, counted into the side."""
    for place, stored in stored_lines(_lines(stream, name), f"{name}, "):
        if isinstance(stored, StoredError):
            if stored.says:
                side.unread.append(f"{stored.where.removeprefix(f'{name}, ')}: {stored.says}")
            else:
                side.errors.append(stored.id or "")
            continue
        side.days[stored.data["law_as_of"]] += 1
        side.versions[stored.rules_version] += 1
        side.contracts[stored.contract] += 1
        yield place, stored


def _lines(stream: BinaryIO, name: str) -> Iterator[Line]:
    try:
        yield from lines_of(stream)
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{name}: {error}") from None


def _at(stream: BinaryIO, place: int) -> StoredLine:
    """The line that begins there. It was read before, so only a file that changed meanwhile is refused."""
    stream.seek(place)
    _, found = next(stored_lines(lines_of(stream)), (place, None))
    if not isinstance(found, StoredLine):
        refuse("A", "the file changed while it was read")
    return found


def _compare(before: StoredLine, after: StoredLine, diff: Diff) -> None:
    diff.compared += 1
    changes = compare_lines(before.data, after.data)
    both = min(before.contract, after.contract)
    if changes:
        diff.records += 1
    elif _told(before.data, both) != _told(after.data, both):
        diff.reworded += 1
    for change in changes:
        _count(change, diff)


def _told(line: Any, contract: int) -> dict[str, Any]:
    """What a line says of its case under a contract, without day, versions and fingerprint."""
    beside = ("contract", "law_as_of", "rules_version", "digest", "answers")
    return {key: value for key, value in as_under(line, contract).items() if key not in beside}


def _count(change: Change, diff: Diff) -> None:
    moved = diff.moved.setdefault((change.place, change.was, change.now), Moved())
    moved.ids.append(change.case)
    # Without what was answered: a code of the contract is enough, and typed text is nobody's business.
    moved.causes.update({Why(why.what, why.key) for why in change.why})
