"""What waits for an office, in counts alone, and a notice of it by mail: it says nothing of anybody.

Off until the operator names an address (`notices` in operator.toml).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Q

from screening.office.models import OPEN_STATUSES, Office, Screening, Status
from screening.rules.urgency import Level


logger = logging.getLogger(__name__)

_SOON = timedelta(days=3)


@dataclass(frozen=True)
class Waiting:
    """How many were sent and not opened, how many of them are to act on today, how many days are near."""

    new: int
    today: int = 0
    near: int = 0

    def __str__(self) -> str:
        """In one line; empty where nothing waits."""
        act = "act today" if self.today == self.new else f"{self.today} of them: act today"
        new = f"{self.new} new" + (f", {act}" if self.today else "")
        near = f"{self.near} with a date within {_SOON.days} days"
        return "; ".join(line for line, count in ((new, self.new), (near, self.near)) if count)


def waiting(offices: Iterable[Office], today: date) -> Waiting:
    """What waits for these offices on a day."""
    rows = Screening.objects.filter(office__in=list(offices))
    new = rows.filter(opened_on=None, status=Status.NEW)
    days = (today, today + _SOON)
    near = rows.exclude(opened_on=None).filter(status__in=OPEN_STATUSES)
    return Waiting(
        new.count(),
        new.filter(urgency=Level.ACT_TODAY).count(),
        near.filter(Q(next_deadline__range=days) | Q(office_day__range=days)).count(),
    )


def tell_new(urgency: int) -> None:
    """One more was sent."""
    mail(Waiting(1, int(urgency == Level.ACT_TODAY)))


def mail(what: Waiting) -> None:
    """To the operator's address. What cannot be sent stops nobody: it stands in the queue all the same."""
    address = settings.OPERATOR.notices
    if not address or not str(what):
        return
    try:
        send_mail(str(what), "Sign in to see it.", address, [address])
    except (OSError, SMTPException) as problem:
        # Its text may hold the address.
        logger.warning("A notice was not sent: %s", type(problem).__name__)
