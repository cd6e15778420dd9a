"""The conflict check (Rule 1.18): the names of a screening against the office's past screenings and members.

It needs the names alone (`folder.matter`). What a person sent stays closed: its answers open after the check.
Each part is compared with each part: a caller may have been somebody's codefendant. Of a declined person no
name is shown, whether the screening is still there or only its keyed hashes are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from screening.interview.today import today
from screening.office.file import log
from screening.office.file.cabinet import Folder, KeysMissingError, matter_of, put_back
from screening.office.file.casefile import ConflictCheck
from screening.office.file.journal import What, enter, now
from screening.office.file.name_forms import bring_names_up
from screening.office.file.statuses import change_status
from screening.office.ids import spoken
from screening.office.models import Member, NameToken, PastClient, Screening, Status
from screening.office.names import meeting as names
from screening.office.names.meeting import FULL, ONLY, PAST, WORD


# What a check ends in. Without a name it could not be made, and somebody says why the office goes on.
CLEAR, NOT_A_CONFLICT, NOT_MADE, DECLINED = "clear", "not_a_conflict", "not_made", "declined"
RESULT_WORDS = {
    CLEAR: "No match",
    NOT_A_CONFLICT: "Not a conflict",
    NOT_MADE: "The check could not be made",
    DECLINED: "Conflict: the office declined",
}
# Names of more hits than these are not opened: nobody reads them, and each costs a key.
MOST_SHOWN = 40
MEMBER = "member"
CLIENT, LAWYER = "client", "lawyer"
PART_WORDS = {
    CLIENT: "caller",
    "codefendant": "codefendant",
    LAWYER: "former lawyer",
    MEMBER: "member",
    PAST: "past client",
}
# From the closest on.
EXACT, ALIKE, ONE_WORD = "exact", "alike", "one word"
_CLOSEST = (EXACT, ALIKE, ONE_WORD)
HOW_WORDS = {EXACT: "The same name", ALIKE: "Sounds alike", ONE_WORD: "One word sounds alike"}


@dataclass(frozen=True)
class Hit:
    """A name of this screening that meets one elsewhere.

    `mine` and `name` are the part and the name here, `theirs` the part there. `screening_id` is empty where
    only hashes are left or the other is a member; `their_name` is empty where it is not to be shown.
    """

    mine: str
    name: str
    theirs: str
    how: str
    number: str = ""
    screening_id: str = ""
    status: str = ""
    day: date | None = None
    their_name: str = ""

    @property
    def same_person(self) -> bool:
        """The caller was the caller: perhaps screened before, which is no conflict by itself."""
        return self.mine == self.theirs == CLIENT

    @property
    def mine_word(self) -> str:
        """The part here, in words."""
        return PART_WORDS[self.mine]

    @property
    def theirs_word(self) -> str:
        """The part there, in words."""
        return PART_WORDS[self.theirs]

    @property
    def how_word(self) -> str:
        """How close it is, in words."""
        return HOW_WORDS[self.how]

    @property
    def status_word(self) -> str:
        """Where the other screening stands, in words."""
        return str(Status(self.status).label) if self.status else ""

    @property
    def declined(self) -> bool:
        """Did the office decline that person?"""
        return self.status == Status.DECLINED

    @property
    def code(self) -> str:
        """As the sealed file keeps it: no name."""
        return f"{self.number or MEMBER} {self.mine}/{self.theirs} {self.how}"


@dataclass(frozen=True)
class _Place:
    """Where a form of a name was found."""

    screening_id: str
    mine: str
    theirs: str


def find(folder: Folder) -> list[Hit]:
    """Every name that meets another, the closest first. The names of the first ones are opened.

    Hashes that an earlier program left are made anew first: none of them is passed over.
    """
    bring_names_up(folder.office, folder.keys)
    hits = [*_among_members(folder), *_among_screenings(folder)]
    return sorted(hits, key=lambda hit: (_CLOSEST.index(hit.how), hit.theirs != MEMBER, hit.code))


def named(folder: Folder, hits: list[Hit]) -> list[Hit]:
    """The first hits, with the names there that may be shown."""
    shown = hits[:MOST_SHOWN]
    ids = {hit.screening_id for hit in shown if hit.screening_id and not hit.declined}
    rows = Screening.objects.filter(office_id=folder.row.office_id).defer("sealed_file")
    past = PastClient.objects.filter(office_id=folder.row.office_id, pk__in=ids)
    others: dict[str, Screening | PastClient] = {row.id: row for row in rows.filter(pk__in=ids)}
    others |= {row.id: row for row in past}
    return [_with_name(folder, hit, others) for hit in shown]


def _with_name(folder: Folder, hit: Hit, others: Mapping[str, Screening | PastClient]) -> Hit:
    row = others.get(hit.screening_id)
    if row is None:
        return hit
    try:
        theirs = matter_of(row, folder.keys).parts[CLIENT if hit.theirs == PAST else hit.theirs]
    except KeysMissingError:
        return hit
    met = [name for name in theirs if _how(hit.name, name)]
    return replace(hit, their_name="; ".join(met))


def _how(mine: str, theirs: str) -> str:
    """How two names meet; empty where they do not."""
    kinds = {kind for kind, _ in names.sought_forms(mine) & names.forms(theirs)}
    return min((_closeness(kind, mine) for kind in kinds), key=_CLOSEST.index, default="")


def _closeness(kind: str, name: str) -> str:
    if kind == FULL:
        return EXACT
    return ONE_WORD if kind in (WORD, ONLY) or names.is_one_word(name) else ALIKE


def _among_members(folder: Folder) -> Iterator[Hit]:
    """A former lawyer who works here, or a caller who does. Who left is compared too."""
    for member in Member.objects.filter(office_id=folder.row.office_id).order_by("name"):
        for part, mine in folder.matter.parts.items():
            for name in mine:
                how = _how(name, member.name)
                if how:
                    yield Hit(part, name, MEMBER, how, their_name=member.name)


def _among_screenings(folder: Folder) -> list[Hit]:
    best: dict[_Place, tuple[str, str]] = {}
    kept: dict[str, tuple[date | None, bool]] = {}
    asked = _asked(folder)
    for row in _found(folder, asked):
        kept[row.screening_id] = (row.kept_since, row.declined)
        for part, name, how in asked[row.token]:
            place = _Place(row.screening_id, part, row.part)
            before = best.get(place, (name, how))
            best[place] = min(before, (name, how), key=lambda one: _CLOSEST.index(one[1]))
    standing = _standing(folder, kept)
    return [
        replace(standing[place.screening_id], mine=place.mine, name=name, theirs=place.theirs, how=how)
        for place, (name, how) in best.items()
        if place.screening_id in standing
    ]


def _asked(folder: Folder) -> dict[str, list[tuple[str, str, str]]]:
    """Each token to look for, with the parts and names here that it stands for and how close it would be."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for part, mine in folder.matter.parts.items():
        for name in mine:
            for token, kind in names.sought(folder.keys, name).items():
                found.setdefault(token, []).append((part, name, _closeness(kind, name)))
    return found


def _found(folder: Folder, tokens: Iterable[str]) -> Iterable[NameToken]:
    rows = NameToken.objects.filter(office_id=folder.row.office_id, token__in=list(tokens))
    return rows.exclude(screening_id=folder.row.id)


def _standing(folder: Folder, kept: Mapping[str, tuple[date | None, bool]]) -> dict[str, Hit]:
    """What is known of each screening where something was found. What was withdrawn or purged is not there."""
    rows = Screening.objects.filter(office_id=folder.row.office_id, pk__in=kept)
    here = {
        row_id: Hit("", "", "", "", spoken(row_id), row_id, status, day)
        for row_id, status, day in rows.values_list("id", "status", "changed_on")
    }
    gone = {
        row_id: Hit("", "", "", "", spoken(row_id), "", Status.DECLINED.value, since)
        for row_id, (since, declined) in kept.items()
        if declined and row_id not in here
    }
    past = PastClient.objects.filter(office_id=folder.row.office_id, pk__in=kept).values_list("id", flat=True)
    before = {row_id: Hit("", "", "", "", spoken(row_id), row_id) for row_id in past}
    return {**here, **gone, **before}


def fingerprint(hits: Iterable[Hit]) -> str:
    """Says whether the same was found as when the page was shown. Says nothing else."""
    return sha256("\n".join(sorted(hit.code for hit in hits)).encode()).hexdigest()[:16]


def record(folder: Folder, member: Member, result: str, why: str, hits: Iterable[Hit]) -> None:
    """Keep what the check found and what was concluded; clear the screening or close it.

    The folder's file is opened here to be written, also to refuse what a person sent: nobody sees it, since
    nothing of it goes into a page, and after a refusal every page keeps it closed. Raises
    ChangedMeanwhileError; nothing is then written.
    """
    row = folder.row
    if row.opened_on is None:
        # The sender's names were not hashed: the public side holds no key for it.
        names.keep_tokens(folder.keys, row, folder.matter)
    folder.file.conflict = ConflictCheck(
        result, why, [hit.code for hit in hits], by=member.name, by_id=member.id, at=now()
    )
    enter(folder, member, What.CONFLICT, new=result, why=why)
    if result == DECLINED:
        change_status(folder, member, Status.DECLINED.value, why)
    else:
        put_back(folder, opened_on=row.opened_on or today())
    log.note(member, log.Act.CHECKED_CONFLICT, row.id, RESULT_WORDS[result].lower())


def take_back(folder: Folder, member: Member, why: str) -> None:
    """An attorney takes a refusal back: the check is made anew. Raises ChangedMeanwhileError."""
    folder.file.conflict = None
    enter(folder, member, What.CONFLICT, was=DECLINED, why=why)
    change_status(folder, member, Status.NEW.value, why)
    log.note(member, log.Act.CHECKED_CONFLICT, folder.row.id, "refusal taken back")


def keep_only_hashes(row: Screening) -> None:
    """Before a screening is erased: what is left of its names, which is nothing unless it was declined."""
    tokens = NameToken.objects.filter(office_id=row.office_id, screening_id=row.id)
    if row.status != Status.DECLINED:
        tokens.delete()
        return
    tokens.exclude(kind__in=names.KEPT_FORMS).delete()
    tokens.update(kept_since=row.changed_on.replace(day=1), declined=True)
