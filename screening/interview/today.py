"""The one place on the web side that asks which day it is."""

from datetime import date
from zoneinfo import ZoneInfo

from django.utils import timezone


CALIFORNIA = ZoneInfo("America/Los_Angeles")


def today() -> date:
    """The as-of day: the date in California now. Read once a request and passed in."""
    return timezone.localdate(timezone=CALIFORNIA)
