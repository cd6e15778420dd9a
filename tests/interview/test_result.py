"""The result and the PDF are made from the live interview: refreshing them is safe, nothing is deleted."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from django.test import Client

from screening.models import Interview
from tests.interview.walk import answer_everything, go_on, skip_to


pytestmark = pytest.mark.django_db


def _without_token(html: str) -> str:
    """The token of a form is masked anew each time."""
    return re.sub(r'(name="csrfmiddlewaretoken"\s+value=)"\w+"', r"\1", html)


def test_the_result_can_be_refreshed(client: Client) -> None:
    run = answer_everything(client, {"court": "california", "disposition": "guilty_plea"})
    first, second = (client.get(f"/s/{run}/result/") for _ in range(2))
    assert first.status_code == second.status_code == 200
    first_html, second_html = (_without_token(page.content.decode()) for page in (first, second))
    assert first_html == second_html
    assert Interview.objects.count() == 1


def test_the_paper_is_a_pdf_with_a_neutral_name_that_is_stored_nowhere(client: Client) -> None:
    run = answer_everything(client, {"court": "california"})
    response = client.get(f"/s/{run}/paper.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="summary.pdf"'
    assert response["Cache-Control"] == "no-store"
    with pikepdf.open(BytesIO(response.content)) as pdf:
        assert len(pdf.pages) >= 2


def test_answers_can_still_be_changed_after_the_result(client: Client) -> None:
    run = answer_everything(client, {})
    client.get(f"/s/{run}/result/")
    check = go_on(client, f"/s/{run}/1/10/?return=1", {"court": "federal"})
    assert check == f"/s/{run}/check/"
    client.post(check)
    assert client.get(f"/s/{run}/result/").status_code == 200


def test_all_cases_must_be_answered_and_confirmed(client: Client) -> None:
    run = answer_everything(client, {})
    second = client.post(f"/s/{run}/case/")["Location"]
    assert client.get(f"/s/{run}/result/")["Location"] == second
    assert client.get(f"/s/{run}/paper.pdf")["Location"] == second
    check = skip_to(client, second, "check", {"court": "federal"})
    assert client.get(f"/s/{run}/result/")["Location"] == check
    client.post(check)
    assert client.get(f"/s/{run}/result/").status_code == 200


def test_the_result_is_not_posted_to(client: Client) -> None:
    run = answer_everything(client, {})
    assert client.post(f"/s/{run}/result/").status_code == 405
    assert client.post(f"/s/{run}/paper.pdf").status_code == 405
