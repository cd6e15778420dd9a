"""Every result says which day's law and which rules made it; a digest stands only where attorneys read."""

from __future__ import annotations

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from screening.rules.version import rules_version
from screening.summary.client.copy import build_client_copy
from screening.summary.client.result import result_page
from screening.summary.page.data import CaseRecord
from screening.summary.pdf.papers import client_html
from screening.summary.report.building import build_report


pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 24)
RECORD = CaseRecord(1, {"court": "california", "county": "Kern"})


def _holds(html: str, digest: str) -> None:
    assert "The law is that of November 24, 2026." in " ".join(html.split())
    assert f"Version of the rules: <bdi>{rules_version()}</bdi>" in html
    # Whoever finds a digest can test what was answered, a guess at a time.
    assert digest[:12] not in html


def test_what_we_keep_names_the_version_and_the_result_page_no_digest(client: Client) -> None:
    assert f"<bdi>{rules_version()}</bdi>" in client.get(reverse("keeps")).content.decode()
    report = build_report([RECORD], DAY)
    context = {**result_page(report), "run": "A" * 22}
    html = render_to_string("result.html", context, request=RequestFactory().get("/"))
    assert report.cases[0].result.digest[:12] not in html


def test_the_clients_copy_names_day_and_version_and_no_digest() -> None:
    copy = build_client_copy([RECORD], DAY)
    _holds(client_html(copy, "en"), copy.report.cases[0].result.digest)
