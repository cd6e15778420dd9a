"""A stored result reopens as stored; beside it stands what changed, and whether answer, rule or day did it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from screening.bulk import compare
from screening.office.file import cabinet
from screening.office.file.cabinet import Folder
from screening.office.models import Member, Screening
from screening.office.review import changed
from screening.office.review.results import keep_result
from screening.rules.evaluate import evaluate
from screening.rules.record import parse_answers
from screening.rules.version import rules_version
from screening.summary.as_json import result_json as result_json_module
from screening.summary.as_json.result_json import result_json
from tests.office.review.conftest import VIVAR, MakeFolder, post, url


THEN, NOW = date(2026, 11, 24), date(2027, 11, 24)


def lines(*cases: dict[str, Any], day: date = THEN) -> list[dict[str, Any]]:
    found = [result_json(str(n), evaluate(parse_answers(case), day)) for n, case in enumerate(cases, start=1)]
    loaded: list[dict[str, Any]] = json.loads(json.dumps(found))
    return loaded


def test_it_is_kept_whole_beside_those_before(folder: Folder, attorney: Member) -> None:
    for day in (THEN, NOW):
        keep_result(folder, attorney, day)
    cabinet.put_back(folder)
    again = cabinet.take(attorney, folder.row.id).file.results
    assert [kept.law_as_of for kept in again] == ["2026-11-24", "2027-11-24"]
    assert again[0].lines == lines(dict(VIVAR))
    assert again[0].by == "Ana Beltrán"


def test_the_page_says_what_changed_and_why_and_a_post_keeps_todays(
    folder: Folder, attorney: Member, attorney_client: Client
) -> None:
    assert "No result was kept yet." in attorney_client.get(url(folder, "rescreen")).content.decode()
    post(attorney_client, folder, "rescreen")
    assert "Nothing changed." in attorney_client.get(url(folder, "rescreen")).content.decode()
    again = cabinet.take(attorney, folder.row.id)
    again.file.document.put(1, {"understanding": "knew_certain"})
    cabinet.put_back(again)
    text = attorney_client.get(url(folder, "rescreen")).content.decode()
    assert "Error: the consequences were not understood" in text
    assert "Answer: What you thought would happen, then “I thought I was safe”, now" in text
    post(attorney_client, folder, "rescreen")
    assert len(cabinet.take(attorney, folder.row.id).file.results) == 2


def test_two_people_keep_the_same_day_the_second_is_told(
    folder: Folder, attorney: Member, attorney_client: Client, intake_client: Client
) -> None:
    post(intake_client, folder, "rescreen", v=1)
    response = post(attorney_client, folder, "rescreen", v=1)
    text = attorney_client.get(response.headers["Location"].split("#")[0]).content.decode()
    assert "Dana Kim kept the result of the day" in text
    assert len(cabinet.take(attorney, folder.row.id).file.results) == 1


def test_the_page_names_both_versions_of_the_rules(
    folder: Folder, attorney: Member, attorney_client: Client
) -> None:
    kept = keep_result(folder, attorney, date(2026, 1, 5))
    kept.rules_version = kept.lines[0]["rules_version"] = "2025.01+000000000000"
    kept.lines[0]["remedies"][3]["outcome"] = "not_yet"
    cabinet.put_back(folder)
    text = attorney_client.get(url(folder, "rescreen")).content.decode()
    assert f"Rule: then 2025.01+000000000000, now {rules_version()}" in text
    assert "January 5, 2026" in text


def test_the_page_names_a_change_in_reading_the_answers(
    folder: Folder, attorney: Member, attorney_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep_result(folder, attorney, date(2026, 1, 5))
    kept.lines[0] |= {"contract": 1, "rules_version": "2025.01+000000000000"}
    kept.lines[0]["remedies"][3]["outcome"] = "not_yet"
    cabinet.put_back(folder)
    for module in (compare, changed, result_json_module):
        monkeypatch.setattr(module, "CONTRACT", 2)
    text = attorney_client.get(url(folder, "rescreen")).content.decode()
    assert "The way answers are read has changed (contract 1 → 2): a law waits only for facts" in text
    assert "The way answers are read: then contract 1, now contract 2; rules then" in text


def test_several_cases_are_compared_by_name(
    make_folder: MakeFolder, attorney: Member, attorney_client: Client
) -> None:
    folder = make_folder(VIVAR, {**VIVAR, "county": "Kern"})
    post(attorney_client, folder, "rescreen")
    again = cabinet.take(attorney, folder.row.id)
    again.file.document.put(2, {"understanding": "knew_certain"})
    cabinet.put_back(again)
    text = attorney_client.get(url(folder, "rescreen")).content.decode()
    assert "<small>Case 2: Kern, March 2004</small>" in text
    assert "Case 1: Fresno" not in text.split("<tbody>")[1]
    assert Screening.objects.count() == 1
