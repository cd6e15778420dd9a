"""When a screening is erased, and why it is kept until then (docs/office/retention.md).

Days are California days. Four things set a day: nobody opened what was sent; it was declined; it is done
with and exported; the call dropped and nobody went on with it. A legal hold takes the day away. What is done
with and was never exported, or changed after the export, has no day: an office's file is never erased
silently.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from screening.interview.today import CALIFORNIA
from screening.office.file.casefile import CaseFile, Entry
from screening.office.models import OPEN_STATUSES, Office, Screening, Status


# Work on it is over or goes on in the office's own system: erased some days after its export.
EXPORTED_STATUSES = (Status.ACCEPTED, Status.CLOSED, Status.REFERRED)
# Codes of the journal (`journal.What`): what sets a day, and what an export need not be made anew for.
_STATUS, _EXPORTED = "status", "exported"
_NO_NEW_EXPORT = frozenset({_STATUS, _EXPORTED, "assigned", "hold"})

UNOPENED, DECLINED, EXPORTED, DROPPED = "unopened", "declined", "exported", "dropped"


def purge_day(row: Screening, file: CaseFile, office: Office, today: date) -> date | None:
    """The first day on which it may be erased; None while nothing erases it."""
    if row.opened_on is None:
        return unopened_day(row, office)
    if file.hold is not None:
        return None
    if row.status == Status.DECLINED:
        return _status_day(file, row.status, today) + timedelta(days=office.declined_days)
    if row.status in EXPORTED_STATUSES and not why_kept(row, file):
        since = max(_day(file.exported_at), _status_day(file, row.status, today))
        return since + timedelta(days=office.exported_days)
    if row.status == Status.NEW and file.dropped_at:
        # Whoever did not agree that it is kept is gone with the day.
        return _day(file.dropped_at) + timedelta(days=office.dropped_days if file.agreed_at else 1)
    return None


def unopened_day(row: Screening, office: Office) -> date:
    """For what nobody opened. A day that was told to the person never moves away."""
    day = row.created_on + timedelta(days=office.unopened_days)
    return min(day, row.purge_on) if row.purge_on else day


def reason_of(row: Screening) -> str:
    """Which of the four periods a row with a day is under."""
    if row.opened_on is None:
        return UNOPENED
    if row.status in OPEN_STATUSES and row.status != Status.ACCEPTED:
        return DROPPED
    return DECLINED if row.status == Status.DECLINED else EXPORTED


def why_kept(row: Screening, file: CaseFile) -> str:
    """In words, why something that is done with has no day; empty where it has one, or is not done with."""
    if file.hold is not None:
        return "Legal hold"
    if row.status not in EXPORTED_STATUSES:
        return ""
    if not file.exported_at:
        return "Not exported yet"
    return "Changed since it was exported" if changed_since_export(file) else ""


def changed_since_export(file: CaseFile) -> bool:
    """Did something change after the version that was exported last?"""
    exports = [line for line in file.journal if line.what == _EXPORTED]
    if not exports:
        return True
    version = _version(exports[-1])
    return any(line.version > version and line.what not in _NO_NEW_EXPORT for line in file.journal)


def _version(export: Entry) -> int:
    """Which version went out: the line itself comes with a later one."""
    return int(export.now) if export.now.isdigit() else export.version


def _status_day(file: CaseFile, status: str, today: date) -> date:
    """Since when it stands there; today where that is being written now. A further reason moves no day."""
    came = [line for line in file.journal if line.what == _STATUS and line.was != line.now]
    return _day(came[-1].at) if came and came[-1].now == status else today


def _day(instant: str) -> date:
    return datetime.fromisoformat(instant).astimezone(CALIFORNIA).date()
