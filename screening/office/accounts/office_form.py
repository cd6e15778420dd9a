"""What `manage.py new_office` is asked, checked like a form."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError

from screening.office.accounts.forms import NewMemberForm
from screening.office.accounts.staff import begin_office
from screening.office.models import Role


_LONGEST = 100


def open_office(office: str, username: str, name: str, *, attorney: bool, bar_number: str) -> str:
    """Make an office; its administrator's one-time password. Raises ValidationError in words."""
    if settings.PCR_SIDE == "public":
        raise ValidationError("The public side holds no keys. Make offices on the office's side.")
    office = " ".join(office.split())
    if not office or len(office) > _LONGEST:
        raise ValidationError(f"The office's name has 1 to {_LONGEST} letters.")
    told = {
        "username": username,
        "name": name or username,
        "role": Role.ATTORNEY if attorney else Role.NONE,
        "bar_number": bar_number,
        "administers": "on",
    }
    form = NewMemberForm(told)
    if not form.is_valid():
        raise ValidationError([problem for field in form.errors.values() for problem in field])
    return begin_office(office, form.save(commit=False))
