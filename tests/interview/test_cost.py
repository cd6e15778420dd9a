"""A step costs the same at the first answer and at the last; looking writes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from screening.questions.forms import PageForm
from tests.interview.walk import Place, answer_everything, begin, go_on, posted, walk_to


pytestmark = pytest.mark.django_db

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def queries(client: Client, address: str, data: dict[str, Any] | None = None) -> list[str]:
    with CaptureQueriesContext(connection) as seen:
        response = client.get(address) if data is None else client.post(address, data)
    assert response.status_code in (200, 302)
    return [query["sql"] for query in seen]


def test_looking_writes_nothing(client: Client) -> None:
    first = begin(client)
    run = Place.of(first).run
    assert not [sql for sql in queries(client, first) if sql.startswith(WRITES)]
    answer_everything(client, {})
    run = answer_everything(client, {})
    for page in ("1/01/", "1/40/", "1/99/", "check/", "result/"):
        assert not [sql for sql in queries(client, f"/s/{run}/{page}") if sql.startswith(WRITES)]


def test_an_answer_is_one_write_however_many_came_before(client: Client) -> None:
    first = begin(client)
    early = queries(client, first, posted(first, {}))
    late_address = walk_to(client, first, "72", {})
    late = queries(client, late_address, posted(late_address, {}))
    assert len(early) == len(late)
    assert len([sql for sql in late if sql.startswith(WRITES)]) == 1
    assert len(queries(client, first)) == len(queries(client, late_address)) == 2


def test_a_step_validates_its_own_form_and_no_other(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    cleaned: list[str] = []
    clean = PageForm.full_clean

    def counted(form: PageForm) -> None:
        cleaned.append(form.page.number)
        clean(form)

    address = walk_to(client, begin(client), "72", {})
    monkeypatch.setattr(PageForm, "full_clean", counted)
    client.get(address)
    # Unbound: Django's full_clean returns at once.
    assert set(cleaned) <= {"72"}
    cleaned.clear()
    go_on(client, address, {})
    assert cleaned == ["72"]


def test_the_same_answer_again_writes_no_answers(client: Client) -> None:
    run = answer_everything(client, {})
    address = f"/s/{run}/1/73/"
    writes = [sql for sql in queries(client, address, posted(address, {})) if sql.startswith(WRITES)]
    assert len(writes) == 1
    assert "last_post_at" in writes[0]
    assert "sealed" not in writes[0]
