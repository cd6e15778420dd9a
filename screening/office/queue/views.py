"""The queue."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from screening.office.access import EVERYBODY, StaffRequest, office_page
from screening.office.cabinet import folder_of
from screening.office.keys import office_keys
from screening.office.models import Screening


@office_page(EVERYBODY)
def queue(request: StaffRequest) -> HttpResponse:
    """The office's screenings, most urgent first."""
    keys = office_keys(request.member.office_id)
    rows = Screening.objects.select_related("office").filter(office=request.member.office)[:25]
    return render(request, "office/queue.html", {"folders": [folder_of(row, keys) for row in rows]})
