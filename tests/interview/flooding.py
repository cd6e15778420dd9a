"""Somebody who starts as fast as they can and asks for papers, beside a person who needs the form."""

from __future__ import annotations

from django.test import Client

from screening.models import Interview
from tests.interview.walk import FROM_THIS_SITE, answer_everything


START = "/en/start/"


class Flooder:
    """Each start is a new browser. `begun` counts the starts that were let through."""

    def __init__(self) -> None:
        self.begun = 0
        self._run = ""
        self._client = Client()

    def start(self, times: int) -> None:
        """Press Start again and again, without waiting, with every ticket that is handed out."""
        ticket = ""
        for _ in range(times):
            response = Client().post(START, {"t": ticket}, headers=FROM_THIS_SITE)
            if response["Location"].startswith("/s/"):
                self.begun += 1
            else:
                ticket = response["Location"].partition("?t=")[2]

    def ask_for_papers(self, times: int) -> int:
        """Of one interview; how many were made."""
        self._run = self._run or answer_everything(self._client, {})
        address = f"/s/{self._run}/paper.pdf"
        return sum(self._client.get(address).status_code == 200 for _ in range(times))


def rows() -> int:
    """How many interviews lie in the table."""
    return Interview.objects.count()
