"""May answers be sent to an office? Asked for by the few pages that say so."""

from __future__ import annotations

from django import template

from screening.office.models import Office


register = template.Library()


@register.simple_tag
def sending_offered() -> bool:
    """Is there an office that takes screenings?"""
    return Office.objects.filter(takes_screenings=True).exists()
