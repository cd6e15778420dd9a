"""Two tabs of one interview that are sent at the same moment: no answer is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.test import Client

from screening.rules.answers import Value
from tests.interview.opened import document_of
from tests.interview.walk import answer_everything, posted


ROUNDS = 8
SENT: dict[str, dict[str, Value]] = {
    "10": {"court": "federal"},
    "30": {"open_warrant": "yes"},
    "00": {"answered_by": "family"},
}
BEFORE: dict[str, dict[str, Value]] = {
    "10": {"court": "california"},
    "30": {"open_warrant": "no"},
    "00": {"answered_by": "self"},
}


def test_answers_sent_at_the_same_moment_are_all_kept(on_disk: Path, client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    start = Barrier(len(SENT))
    settings_of = {**connections["default"].settings_dict, "NAME": str(on_disk)}

    def send(page: str, answers: dict[str, Value]) -> int:
        connections["default"] = DatabaseWrapper(settings_of, "default")
        tab = Client()
        tab.cookies = client.cookies
        address = f"/s/{run}/1/{page}/"
        start.wait(timeout=10)
        try:
            return tab.post(address, posted(address, answers)).status_code
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(len(SENT)) as pool:
        for turn in range(ROUNDS):
            said = SENT if turn % 2 == 0 else BEFORE
            assert list(pool.map(send, said.keys(), said.values())) == [302] * len(said)
            kept = document_of(client, f"/s/{run}/check/").contract(1)
            assert all(kept[key] == value for one in said.values() for key, value in one.items())
