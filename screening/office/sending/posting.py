"""Sending and taking back: one row, sealed to the office. Neither needs a key of the office."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.utils import timezone

from screening.interview.document import Document, Sending, dump, load
from screening.office.file import cabinet, log
from screening.office.file.casefile import SENT, CaseFile, Consent
from screening.office.file.waiting import tell_new
from screening.office.keys import KeysMissingError
from screening.office.models import NameToken, Office, Screening, Status
from screening.office.sending.letter import Letter


# What the person read before they agreed. A test holds it to the words of the page: change both together.
TEXT_VERSION = "2026-11-24"


def offices() -> list[Office]:
    """The offices that take screenings, by name."""
    return list(Office.objects.filter(takes_screenings=True).order_by("name", "id"))


def chosen(listed: list[Office], office_id: str) -> Office | None:
    """The office that was named; the only one where there is no choice."""
    if len(listed) == 1:
        return listed[0]
    return next((office for office in listed if office.id == office_id), None)


def row_sent(document: Document) -> Screening | None:
    """What an interview sent, for as long as it is there: it may be taken back, or erased in time."""
    if not document.sending.row:
        return None
    return Screening.objects.select_related("office").filter(receipt_row=document.sending.row).first()


def what_goes(document: Document) -> Document:
    """The answers that count, as the person confirmed them: nothing half-typed, set aside, or of this page."""
    copy = load(dump(document))
    copy.confirm()
    copy.sending = Sending()
    return copy


def file(document: Document, office: Office, letter: Letter, receipt_row: str) -> Screening:
    """Write the row. Raises IntegrityError where it was written already."""
    consent = Consent(
        text_version=TEXT_VERSION,
        at=timezone.now().isoformat(timespec="seconds"),
        language=document.language,
        helper=letter.helper,
    )
    case_file = CaseFile(document=what_goes(document), source=SENT, consent=consent)
    row = cabinet.file_new(office, letter.matter, case_file, receipt_row=receipt_row)
    transaction.on_commit(partial(tell_new, row.urgency))
    return row


def was_opened(receipt_row: str) -> tuple[Office | None, bool]:
    """Where it lies, and whether the office has opened it; no office where the number finds nothing."""
    row = Screening.objects.select_related("office").filter(receipt_row=receipt_row).first()
    return (row.office, row.opened_on is not None) if row else (None, False)


@dataclass(frozen=True)
class TakenBack:
    """What became of a number: `office` is None where it finds nothing, `erased` says whether it did."""

    office: Office | None = None
    erased: bool = False


def take_back(receipt_row: str) -> TakenBack:
    """Erase what nobody has opened: both sealed parts, its number, and every form of its names."""
    with transaction.atomic():
        row = Screening.objects.select_related("office").filter(receipt_row=receipt_row).first()
        if row is None:
            return TakenBack()
        untouched = Screening.objects.filter(pk=row.pk, opened_on=None, status=Status.NEW)
        if not untouched.delete()[0]:
            return TakenBack(row.office)
        NameToken.objects.filter(screening_id=row.pk).delete()
        _note(row)
    return TakenBack(row.office, erased=True)


def _note(row: Screening) -> None:
    """In the office's log, where this process can write there."""
    try:
        log.note_for(row.office, log.Act.WITHDRAWN, row.pk)
    except KeysMissingError:
        # The public side of a split deployment.
        return
