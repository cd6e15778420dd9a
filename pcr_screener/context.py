"""What every page knows of the operator."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def operator(_request: HttpRequest) -> dict[str, Any]:
    """The operator's name, phone and times, for templates."""
    return {
        "office_name": settings.PCR_OFFICE_NAME,
        "office_phone": settings.PCR_OFFICE_PHONE,
        "idle_minutes": settings.PCR_IDLE_MINUTES,
        "max_hours": settings.PCR_MAX_HOURS,
    }
