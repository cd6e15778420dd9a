"""A step costs the same at the first answer and at the last; looking writes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from screening.interview import document
from screening.interview.document import Case, Document
from screening.office.calls.steps import steps_of
from screening.questions.forms import PageForm
from screening.questions.route import PAGES, way
from screening.rules.partial_date import PartialDate
from screening.templatetags import both
from tests.interview.walk import Place, answer_everything, begin, go_on, posted, walk_to
from tests.people.invented import PEOPLE


pytestmark = pytest.mark.django_db

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def queries(client: Client, address: str, data: dict[str, Any] | None = None) -> list[str]:
    with CaptureQueriesContext(connection) as seen:
        response = client.get(address) if data is None else client.post(address, data)
    assert response.status_code in (200, 302)
    return [query["sql"] for query in seen]


@pytest.fixture
def routes(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """One for each route that is computed: is it that of the first case?"""
    computed: list[bool] = []

    def counted(*answers: Any, first_case: bool) -> Any:
        computed.append(first_case)
        return way(*answers, first_case=first_case)

    monkeypatch.setattr(document, "way", counted)
    return computed


def test_a_request_computes_a_route_once_and_once_more_after_an_answer(
    client: Client, routes: list[bool]
) -> None:
    address = walk_to(client, begin(client), "40", {})
    routes.clear()
    client.get(address)
    assert len(routes) == 1
    go_on(client, address, {})
    assert len(routes) == 3
    go_on(client, address, {})
    assert len(routes) == 4


def test_an_answer_moves_the_route_of_its_case_and_one_about_the_person_those_of_all(
    routes: list[bool],
) -> None:
    two = Document(cases=[Case("1"), Case("2")])
    steps_of(two)
    assert steps_of(two)
    assert routes == [True, False]
    two.put(2, {"court": "federal"})
    assert two.used(2) == {"court": "federal"}
    assert two.used(1) == {}
    two.put(2, {"court": "federal"})
    steps_of(two)
    assert routes == [True, False, False]
    two.put(1, {"citizenship": "noncitizen"})
    steps_of(two)
    assert two.used(1) == {"citizenship": "noncitizen"}
    assert routes == [True, False, False, True, False]


def test_what_is_confirmed_takes_the_route_that_was_computed(routes: list[bool]) -> None:
    one = Document()
    one.put(1, {"immigration_events": ("none",), "removal_order_final_date": PartialDate.parse("2004")})
    computed = one.pages(1), one.used(1)
    one.confirm()
    assert (one.pages(1), one.used(1)) == computed
    assert routes == [True]
    anew = document.load(document.dump(one))
    assert (anew.pages(1), anew.used(1)) == computed


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
    late_address = walk_to(client, first, "71", {})
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

    address = walk_to(client, begin(client), "71", {})
    monkeypatch.setattr(PageForm, "full_clean", counted)
    client.get(address)
    # Unbound: Django's full_clean returns at once.
    assert set(cleaned) <= {"71"}
    cleaned.clear()
    go_on(client, address, {})
    assert cleaned == ["71"]


def test_the_same_answer_again_writes_no_answers(client: Client) -> None:
    run = answer_everything(client, {})
    address = f"/s/{run}/1/73/"
    writes = [sql for sql in queries(client, address, posted(address, {})) if sql.startswith(WRITES)]
    assert len(writes) == 1
    assert "last_post_at" in writes[0]
    assert "sealed" not in writes[0]


def test_what_is_kept_of_pages_holds_no_answer_and_nobodys_run(client: Client) -> None:
    both._KEPT.clear()
    answers = {**PEOPLE[0].told[0], "offense_code": "PC 459"}
    run = answer_everything(client, answers)
    for page in PAGES:
        client.get(f"/s/{run}/1/{page.number}/")
    assert len(both._KEPT) > len(PAGES)
    kept = "".join(both._KEPT.values())
    for told in ("checked", "selected", "PC 459", run, "csrf"):
        assert told not in kept, told
