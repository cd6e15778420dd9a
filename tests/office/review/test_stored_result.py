"""A stored result reopens as it was stored, beside what the present rules give; no old code is run."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.html import escape

from screening.office.file import cabinet, log
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import KeptResult
from screening.office.models import Member
from screening.office.review.results import keep_result
from screening.office.review.stored_result import chosen, stored_cases
from screening.rules.answers import Answers
from screening.rules.version import CONTRACT, rules_version
from tests.bulk.results import OLD_RULES, of_old_rules
from tests.office.review.conftest import VIVAR, MakeFolder, url
from tests.office.review.test_review_page import acts


THEN, NOW = date(2016, 6, 1), date(2026, 11, 24)


@pytest.fixture
def kept(folder: Folder, attorney: Member) -> KeptResult:
    """The result of a day before the law came into force."""
    found = keep_result(folder, attorney, THEN)
    cabinet.put_back(folder)
    return found


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel("2026-11-24T20:00:00Z", tick=False):
        yield


def page(client: Client, folder: Folder, query: str = "") -> str:
    response = client.get(url(folder, "stored") + query)
    assert response.status_code == 200
    return str(response.content.decode())


def change(folder: Folder, member: Member, **told: Any) -> None:
    """Change the first line of the newest stored result."""
    again = cabinet.take(member, folder.row.id)
    again.file.results[-1].lines[0].update(told)
    cabinet.put_back(again)


def test_all_of_it_stands_there_in_its_own_words(
    folder: Folder, kept: KeptResult, attorney_client: Client
) -> None:
    text = page(attorney_client, folder)
    (line,) = kept.lines
    told = [line["digest"], line["rules_version"], line["immigration_conviction"]["because"]]
    for remedy in line["remedies"]:
        for element in remedy["elements"]:
            told += [element["because"], *element["authorities"]]
    for fact in line["next_facts"]:
        told += [fact["paper"], fact["keeper"]]
    assert [one for one in told if escape(one) not in text] == []
    (whole,) = re.findall("<pre>(.*?)</pre>", text, re.DOTALL)
    assert json.loads(unescape(whole)) == line


def test_beside_it_stands_the_same_day_and_today(
    folder: Folder, kept: KeptResult, attorney: Member, attorney_client: Client
) -> None:
    again = cabinet.take(attorney, folder.row.id)
    again.file.document.put(1, {"understanding": "knew_certain"})
    cabinet.put_back(again)
    (case,) = stored_cases(kept, {"1": Answers(again.file.document.contract(1))}, NOW)
    first = case.remedies[0]
    assert (first.law, first.found.stored, first.found.then) == (
        "PC 1473.7(a)(1)",
        "Not in force",
        "Not in force",
    )
    assert first.found.now != "Not in force"
    error = next(row for row in first.elements if row.told["element"] == "error")
    assert (error.found.stored, error.found.then, error.found.now) == ("Met", "Met", "Contested")
    text = page(attorney_client, folder)
    assert "Answers of today: <b>Contested</b>" in " ".join(text.split())
    assert "a law came into force between the two" in text
    assert "Answer: What you thought would happen, then “I thought I was safe”, now" in text


def test_what_holds_is_called_the_same(folder: Folder, attorney: Member, attorney_client: Client) -> None:
    keep_result(folder, attorney, NOW)
    cabinet.put_back(folder)
    text = page(attorney_client, folder)
    assert "<b>Same.</b>" in text
    assert "Nothing changed." in text
    assert "differs" not in text


def test_an_older_result_is_told_with_the_changes_of_law_since(
    folder: Folder, kept: KeptResult, attorney: Member, attorney_client: Client
) -> None:
    change(folder, attorney, **of_old_rules(kept.lines[0]))
    text = page(attorney_client, folder)
    assert f"then {OLD_RULES}, now {rules_version()}" in text
    assert "Rules 2026.11: Penal Code 1473.7" in text


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"digest": "0" * 64}, "The answers or the digest were changed"),
        ({"answers": {"court": "federal"}}, "The answers or the digest were changed"),
        ({"urgent": []}, "it was changed, or made by other code"),
    ],
)
def test_a_stored_result_that_was_changed_is_told(
    folder: Folder,
    kept: KeptResult,
    attorney: Member,
    attorney_client: Client,
    told: dict[str, Any],
    said: str,
) -> None:
    assert kept.lines
    change(folder, attorney, **told)
    assert said in page(attorney_client, folder)


def test_what_the_contract_no_longer_knows_stands_as_it_was_stored(
    folder: Folder, kept: KeptResult, attorney: Member, attorney_client: Client
) -> None:
    line = kept.lines[0]
    gone = {"remedy": "pc9999", "outcome": "indicated", "elements": [{"element": "e9", "finding": "met"}]}
    change(
        folder,
        attorney,
        remedies=[*line["remedies"], gone],
        urgent=["no_such_flag"],
        before_filing=["no_such_risk"],
        also_consider=["no_such_law"],
        next_facts=[
            {"key": "no_such_key", "paper": "An old paper", "keeper": "an old keeper", "safe": "blue"}
        ],
        rules_version=OLD_RULES,
    )
    text = page(attorney_client, folder)
    for one in (
        "pc9999",
        "An element that the rules do not hold",
        "no_such_flag",
        "Before filing: no_such_risk",
        "no_such_law",
        "no_such_key",
        "An old paper",
        "blue",
    ):
        assert one in text


def test_a_key_that_the_contract_no_longer_knows_is_read_but_not_computed(
    folder: Folder, kept: KeptResult, attorney: Member, attorney_client: Client
) -> None:
    answers = {**kept.lines[0]["answers"], "no_such_key": ["one", "two"]}
    change(folder, attorney, answers=answers)
    text = page(attorney_client, folder)
    assert "Its form is not one that this program computes again." in text
    assert "no_such_key" in text


def test_a_form_of_another_contract_is_shown_whole_and_not_computed(
    folder: Folder, kept: KeptResult, attorney: Member, attorney_client: Client
) -> None:
    assert kept.lines
    change(folder, attorney, contract=CONTRACT + 1, of_later="something new")
    text = page(attorney_client, folder)
    assert "Its form is not one that this program computes again." in text
    assert "something new" in text


def test_a_line_that_is_no_result_is_shown_whole(kept: KeptResult) -> None:
    kept.lines[:] = [{"id": "1", "line": 1, "error": {"key": "court"}}]
    (case,) = stored_cases(kept, {}, NOW)
    assert case.holds == (
        "Its form is not one that this program computes again. It stands below as it was stored.",
    )
    assert json.loads(case.raw) == kept.lines[0]
    assert case.remedies == ()


def test_each_stored_result_can_be_opened_and_the_newest_comes_first(
    folder: Folder, kept: KeptResult, attorney: Member, attorney_client: Client
) -> None:
    again = cabinet.take(attorney, folder.row.id)
    keep_result(again, attorney, NOW)
    cabinet.put_back(again)
    assert kept.law_as_of == "2016-06-01"
    assert "The law is that of November 24, 2026" in page(attorney_client, folder)
    assert "The law is that of June 1, 2016" in page(attorney_client, folder, "?result=1")
    assert f"{url(folder, 'stored')}?result=1" in page(attorney_client, folder)
    rescreen = attorney_client.get(url(folder, "rescreen")).content.decode()
    assert f"{url(folder, 'stored')}?result=2" in rescreen
    assert f"{url(folder, 'stored')}?result=1" in rescreen
    assert url(folder, "stored") in attorney_client.get(url(folder)).content.decode()


@pytest.mark.parametrize("number", ["", "0", "3", "-1", "²", "1" * 5_000, "x"])
def test_a_number_that_fits_none_opens_the_newest(kept: KeptResult, number: str) -> None:
    assert chosen([kept, kept], number) == 2
    assert chosen([], number) is None


def test_without_a_stored_result_the_page_says_so(folder: Folder, attorney_client: Client) -> None:
    assert "No result was kept yet." in page(attorney_client, folder)
    assert url(folder, "stored") not in attorney_client.get(url(folder)).content.decode()


def test_several_cases_are_each_shown_and_one_that_is_gone_too(
    make_folder: MakeFolder, attorney: Member, attorney_client: Client
) -> None:
    folder = make_folder(VIVAR, {**VIVAR, "county": "Kern"})
    kept = keep_result(folder, attorney, NOW)
    kept.lines.append({**kept.lines[1], "id": "3"})
    cabinet.put_back(folder)
    text = page(attorney_client, folder)
    for number in (1, 2, 3):
        assert f"Case {number}, as stored" in text
    assert "Answers of today: <b>not there</b>" in " ".join(text.split())


def test_opening_it_is_noted(folder: Folder, kept: KeptResult, attorney_client: Client) -> None:
    assert kept.lines
    page(attorney_client, folder)
    assert acts(folder.row.office)[-1] == log.Act.VIEWED.value


def test_before_the_conflict_check_it_stays_closed(make_folder: MakeFolder, attorney_client: Client) -> None:
    closed = make_folder(cleared=False)
    assert attorney_client.get(url(closed, "stored")).status_code == 302
