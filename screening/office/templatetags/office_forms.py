"""What the forms of a screening offer to choose from.

`{% statuses as all %}`: every status. `{% staff_of folder.office as colleagues %}`: who may work on it.
"""

from __future__ import annotations

from django import template

from screening.office.models import Member, Office, Status
from screening.office.queue.assignees import staff


register = template.Library()


@register.simple_tag
def statuses() -> list[Status]:
    """Every status, in the order in which a screening passes through them."""
    return list(Status)


@register.simple_tag
def staff_of(office: Office) -> list[Member]:
    """The members of an office who work with screenings, by name. One query."""
    return staff(office.id)
