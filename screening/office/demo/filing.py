"""From an invented person to a screening of the office."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from screening.interview.today import CALIFORNIA
from screening.office.demo.documents import document_of
from screening.office.demo.people import Person
from screening.office.demo.story import Story, Times
from screening.office.file import cabinet
from screening.office.file.casefile import CALL, SENT, CaseFile, Consent
from screening.office.file.purging import unopened_day
from screening.office.ids import ALPHABET, LENGTH
from screening.office.keys import OfficeKeys
from screening.office.matter import Contact, Matter
from screening.office.models import Member, Office, Screening
from screening.office.names import meeting as names


def id_of(keys: OfficeKeys, person: Person) -> str:
    """Always the same id for one person in one office, and nobody without its keys can tell which."""
    number = int(keys.token("demonstration", f"{person.name} {person.cases}"), 16)
    return "".join(ALPHABET[number >> (5 * place) & 31] for place in range(LENGTH))


def file_person(
    office: Office, keys: OfficeKeys, staff: dict[str, Member], person: Person, now: datetime
) -> bool:
    """Write the person's screening unless it is there. Was it written? `staff` are members by username."""
    row_id, times = id_of(keys, person), Times(person.began, now)
    if Screening.objects.filter(pk=row_id).exists():
        return False
    with transaction.atomic():
        row = cabinet.file_new(office, _matter(person, row_id), _file(person, times), id=row_id)
        row.created_on = times.day(1)
        if person.stage == "sent":
            row.purge_on = unopened_day(row, office)
            row.save(update_fields=["created_on", "purge_on"])
            return True
        folder = cabinet.folder_of(row, keys)
        names.keep_tokens(keys, row, folder.matter)
        status = Story(folder, person, staff, times).tell()
        cabinet.put_back(
            folder,
            created_on=row.created_on,
            opened_on=times.day(1),
            changed_on=_last_work(folder, times),
            status=status,
        )
    return True


def _last_work(folder: cabinet.Folder, times: Times) -> date:
    """The day of the last line of the journal."""
    last = max((line.at for line in folder.file.journal), default=times.text(1))
    return datetime.fromisoformat(last).astimezone(CALIFORNIA).date()


def _file(person: Person, times: Times) -> CaseFile:
    document = document_of(person, times.now.astimezone(CALIFORNIA).date())
    if not person.sent:
        return CaseFile(document=document, source=CALL, began_at=times.text(1))
    consent = Consent("2026-11-24", at=times.text(1), language=person.language, helper="nobody")
    return CaseFile(document=document, source=SENT, consent=consent)


def _matter(person: Person, row_id: str) -> Matter:
    # The id is as good as a die: every person keeps the same number.
    die = ALPHABET.index(row_id[0])
    contact = Contact(
        "phone", f"(559) 555-01{die:02}", "after 5 p.m.", voicemail=die % 3 > 0, say_who=die % 3 == 1
    )
    return Matter(
        name=person.name,
        aliases=list(person.aliases),
        codefendants=list(person.codefendants),
        lawyers=list(person.lawyers),
        court_number=person.court_number,
        contact=contact,
    )
