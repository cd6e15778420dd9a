"""What a browser would send from the page "Send this to an office"."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

from screening.office.models import Office
from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate
from tests.interview.walk import answer_everything, html_of


ANSWERS: dict[str, Value] = {
    "upcoming": ("immigration_court",),
    "immigration_court_date": PartialDate.parse("2099-12-09"),
    "court": "california",
    "county": "Tuolumne",
    "disposition": "guilty_plea",
    "offense_code": "PC 9999 canary",
    "immigration_status": "daca_or_tps",
    "citizenship": "noncitizen",
}


def page_of(run: str) -> str:
    return f"/s/{run}/send/"


def sent_page(run: str) -> str:
    return f"/s/{run}/sent/"


def filled(office: Office, **changes: Any) -> dict[str, Any]:
    """The form, filled in whole; None leaves a field out."""
    fields: dict[str, Any] = {
        "o": office.id,
        "a": "Marisol Vega",
        "b": "Mari Lopez\r\n\r\nMaria Vega Lopez",
        "c": "Hector Salas",
        "d": "Dana Dow",
        "e": "1",
        "f": "(559) 555-0142",
        "g": "after six",
        "h": ["1"],
        "k": "2",
        "m": "1",
        **changes,
    }
    return {name: value for name, value in fields.items() if value is not None}


def send(client: Client, run: str, office: Office, **changes: Any) -> str:
    """Send it; where it leads."""
    response = client.post(page_of(run), filled(office, **changes))
    assert response.status_code == 302
    return response["Location"]


def receipt_of(client: Client, run: str) -> str:
    """The number on the page after sending, its digits alone."""
    found = re.search(r'<p class="big"><bdi dir="ltr">([\d ]+)</bdi>', html_of(client, sent_page(run)))
    assert found
    return found[1].replace(" ", "")


def sent_by(client: Client, office: Office, **changes: Any) -> tuple[str, str]:
    """An interview from Start until it is sent; its run and the number."""
    run = answer_everything(client, ANSWERS)
    assert send(client, run, office, **changes) == sent_page(run)
    return run, receipt_of(client, run)
