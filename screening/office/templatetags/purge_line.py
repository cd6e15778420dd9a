"""`{% purge_line folder %}`: when this screening is erased, or why it is not, in one line."""

from __future__ import annotations

from typing import Any

from django import template

from screening.interview.today import today
from screening.office.file.cabinet import Folder
from screening.office.file.purging import why_kept


register = template.Library()


@register.inclusion_tag("office/governance/purge_line.html")
def purge_line(folder: Folder) -> dict[str, Any]:
    """What the line says. `days` is never below 0: a day that has come is done at the next run."""
    day = folder.row.purge_on
    return {
        "row": folder.row,
        "day": day,
        "days": max((day - today()).days, 0) if day else None,
        "hold": folder.file.hold,
        "why": why_kept(folder.row, folder.file),
    }
