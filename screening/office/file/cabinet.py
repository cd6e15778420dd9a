"""Where screenings are taken from and put back: the only module that opens and seals them.

Who writes says which version was read; a write over somebody else's is refused, so that nothing is lost.
A screening of another office is not there at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from screening.interview.today import today as todays_date
from screening.office import matter
from screening.office.file import casefile, line
from screening.office.file.casefile import CaseFile
from screening.office.file.purging import purge_day, unopened_day
from screening.office.file.standing import COLUMNS, Standing, standing
from screening.office.keys import KeysMissingError, OfficeKeys, office_keys, seal_to
from screening.office.matter import Matter
from screening.office.models import Member, Office, PastClient, Screening
from screening.office.names import meeting as names


class NotHereError(Exception):
    """This office has no such screening."""


class ChangedMeanwhileError(Exception):
    """Somebody else wrote since it was read."""


@dataclass
class Folder:
    """An opened screening. `matter` is open as soon as the folder is; `file` opens on first use."""

    row: Screening
    keys: OfficeKeys
    matter: Matter
    _file: CaseFile | None = field(default=None, repr=False)
    named: bytes = field(default=b"", repr=False)

    @property
    def office(self) -> Office:
        """The office that it was sent to or that began it."""
        return self.row.office

    @property
    def file(self) -> CaseFile:
        """The answers and all that was done. Raises KeysMissingError."""
        if self._file is None:
            self._file = casefile.load(
                self.keys.open(self.row.key_id, self.row.sealed_file, f"file {self.row.id}")
            )
        return self._file

    @property
    def cleared(self) -> bool:
        """Has the conflict check been made, and did it not end in a refusal?"""
        return self.file.conflict is not None and self.file.conflict.result != "declined"


def matter_of(row: Screening | PastClient, keys: OfficeKeys) -> Matter:
    """The names of a row, opened. Raises KeysMissingError."""
    return matter.load(keys.open(row.key_id, row.sealed_names, f"names {row.id}"))


def keep_past(office: Office, keys: OfficeKeys, name: str, aliases: list[str]) -> bool:
    """Keep the names of a client from before this program; nothing where the same ones are there already."""
    about = Matter(name=name, aliases=aliases)
    same_as = keys.token("past client", "\0".join((name.casefold(), *sorted(map(str.casefold, aliases)))))
    if PastClient.objects.filter(office=office, same_as=same_as).exists():
        return False
    row = PastClient(office=office, same_as=same_as, key_id=office.key_id)
    row.sealed_names = seal_to(office, matter.dump(about), f"names {row.id}")
    row.save(force_insert=True)
    names.keep_tokens(keys, row, about)
    return True


def folder_of(row: Screening, keys: OfficeKeys) -> Folder:
    """Open the names of a row. Raises KeysMissingError."""
    text = keys.open(row.key_id, row.sealed_names, f"names {row.id}")
    return Folder(row, keys, matter.load(text), named=text)


def take(member: Member, screening_id: str) -> Folder:
    """A screening of the member's office. Raises NotHereError or KeysMissingError."""
    rows = Screening.objects.select_related("office")
    row = rows.filter(pk=screening_id, office_id=member.office_id).first()
    if row is None:
        raise NotHereError
    return folder_of(row, office_keys(row.office_id))


def file_new(office: Office, about: Matter, file: CaseFile, **columns: Any) -> Screening:
    """A new row, sealed to the office. Needs no key of the office: the public side writes this way too.

    What is found by a keyed hash (names, county, assignee) is written when the office first opens it.
    """
    now = todays_date()
    row = Screening(office=office, created_on=now, changed_on=now, language=file.document.language, **columns)
    row.purge_on = unopened_day(row, office) if row.opened_on is None else None
    _seal(row, office, about, file, now)
    row.save(force_insert=True)
    return row


def begin(member: Member, about: Matter, file: CaseFile) -> Folder:
    """A new screening that a member of the office begins: opened from the start."""
    keys = office_keys(member.office_id)
    row = file_new(member.office, about, file, opened_on=todays_date())
    names.keep_tokens(keys, row, about)
    folder = Folder(row, keys, about, _file=file, named=matter.dump(about))
    _tokens(folder)
    row.save(update_fields=["county_token", "assignee_token"])
    return folder


def put_back(folder: Folder, **columns: Any) -> None:
    """Seal and write, with columns that are in clear. Raises ChangedMeanwhileError; nothing is then written."""
    row, now = folder.row, todays_date()
    read = row.version
    row.version, row.changed_on = read + 1, now
    for name, value in columns.items():
        setattr(row, name, value)
    row.language = folder.file.document.language
    row.purge_on = purge_day(row, folder.file, folder.office, now)
    _seal(row, folder.office, folder.matter, folder.file, now)
    _tokens(folder)
    changed = {name: getattr(row, name) for name in (*_WRITTEN, *columns)}
    if not Screening.objects.filter(pk=row.pk, version=read).update(**changed):
        raise ChangedMeanwhileError
    named = matter.dump(folder.matter)
    if named != folder.named:
        names.keep_tokens(folder.keys, row, folder.matter)
        folder.named = named


def mark_read(folder: Folder, member: Member) -> None:
    """Keep that a member has it open now. No change: the version stays, and where somebody wrote since it
    was read nothing is kept."""
    with transaction.atomic():
        same = Screening.objects.filter(
            pk=folder.row.pk, version=folder.row.version, key_id=folder.row.key_id
        )
        row = same.select_for_update().first()
        if row is None:
            return
        # Read anew: another reader may have been marked since.
        file = casefile.load(folder.keys.open(row.key_id, row.sealed_file, f"file {row.id}"))
        file.read_at[member.id] = timezone.now().isoformat(timespec="seconds")
        file.read_version[member.id] = row.version
        if row.key_id == folder.office.key_id:
            sealed = seal_to(folder.office, casefile.dump(file), f"file {row.id}")
            same.update(sealed_file=sealed)


_WRITTEN = (
    "version",
    "changed_on",
    "purge_on",
    "language",
    *COLUMNS,
    "county_token",
    "assignee_token",
    "key_id",
    "sealed_names",
    "sealed_line",
    "sealed_file",
)


def _seal(row: Screening, office: Office, about: Matter, file: CaseFile, now: date) -> None:
    for name, value in standing_columns(row, office, standing(file, now)).items():
        setattr(row, name, value)
    row.key_id = office.key_id
    row.sealed_names = seal_to(office, matter.dump(about), f"names {row.id}")
    row.sealed_file = seal_to(office, casefile.dump(file), f"file {row.id}")


def standing_columns(row: Screening, office: Office, stands: Standing) -> dict[str, Any]:
    """What the answers decide, as the row holds it: columns in clear, and the queue's line sealed."""
    sealed = seal_to(office, line.dump(stands.line), f"line {row.id}")
    return {**{name: getattr(stands, name) for name in COLUMNS}, "sealed_line": sealed}


def line_of(row: Screening, keys: OfficeKeys) -> line.Line:
    """The queue's line of a row. Raises KeysMissingError."""
    return line.load(keys.open(row.key_id, row.sealed_line, f"line {row.id}"))


def county_token(keys: OfficeKeys, county: str) -> str:
    """How a county stands in its column."""
    return keys.token("county", county) if county else ""


def assignee_token(keys: OfficeKeys, member_id: str) -> str:
    """How a member stands in the column of who works on it."""
    return keys.token("assignee", member_id) if member_id else ""


def county_of(file: CaseFile) -> str:
    """The county of the first case that names one."""
    document = file.document
    counties = (document.used(number).get("county") for number in document.numbers())
    return next((str(county) for county in counties if county and str(county).istitle()), "")


def _tokens(folder: Folder) -> None:
    row = folder.row
    row.county_token = county_token(folder.keys, county_of(folder.file))
    row.assignee_token = assignee_token(folder.keys, folder.file.assignee)


__all__ = [
    "ChangedMeanwhileError",
    "Folder",
    "KeysMissingError",
    "NotHereError",
    "begin",
    "file_new",
    "keep_past",
    "mark_read",
    "matter_of",
    "put_back",
    "take",
]
