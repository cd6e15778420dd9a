"""A decision is signed by name and bar number, stands for good, and is printed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from screening.office.file import cabinet
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CaseFile
from screening.office.file.log import Act, opened
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Member, Office, Screening
from screening.office.review.paper import job_of, report_of
from screening.summary.pdf import papers
from screening.summary.pdf.papers import attorney_html
from tests.office.conftest import make_member, signed_in_as
from tests.office.review.conftest import MakeFolder, post, url
from tests.summary.reading import pages_of, words_of


TODAY = date(2026, 11, 24)
SIGNED = {"name": "Ana Beltrán", "bar_number": "123456"}
ACCEPT = {"decision": "accept", "reason": "Error and prejudice are strong.", **SIGNED}


def file_of(folder: Folder, member: Member) -> CaseFile:
    return cabinet.take(member, folder.row.id).file


@pytest.mark.parametrize(
    ("decision", "status"),
    [("accept", "accepted"), ("papers", "needs_papers"), ("refer", "referred"), ("decline", "declined")],
)
def test_a_decision_is_kept_with_its_signature_and_sets_the_status(
    folder: Folder, attorney: Member, attorney_client: Client, office: Office, decision: str, status: str
) -> None:
    response = post(attorney_client, folder, "decide", **{**ACCEPT, "decision": decision})
    assert response.headers["Location"].startswith(url(folder))
    file = file_of(folder, attorney)
    (decided,) = file.decisions
    assert (decided.decision, decided.by, decided.bar_number) == (decision, "Ana Beltrán", "123456")
    assert decided.at
    assert Screening.objects.get().status == status
    (kept,) = file.results
    assert kept.lines[0]["remedies"][0]["remedy"] == "pc1473_7_a1"
    assert [line.what for line in file.journal] == ["decision", "result", "status"]
    keys = office_keys(office.id)
    entries = [opened(keys, entry) for entry in LogEntry.objects.order_by("number")]
    assert [entry.act for entry in entries] == [Act.STATUS.value, Act.DECIDED.value]
    assert "strong" not in str(entries)


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"decision": ""}, "Choose what you decide."),
        ({"decision": "win"}, "Choose what you decide."),
        ({"reason": ""}, "Write the reason."),
        ({"reason": "x" * 1_001}, "at most 1,000 characters"),
        ({"name": "Ana Beltran"}, "write your name as your account has it: Ana Beltrán."),
        ({"name": ""}, "write your name as your account has it: Ana Beltrán."),
        ({"bar_number": ""}, "Write your State Bar number"),
        ({"bar_number": "12ab"}, "Write your State Bar number"),
        ({"bar_number": "654321"}, "not the State Bar number of your account"),
    ],
)
def test_what_cannot_be_signed_is_told_and_what_was_typed_stays(
    folder: Folder, attorney: Member, attorney_client: Client, changed: dict[str, str], problem: str
) -> None:
    response = post(attorney_client, folder, "decide", **{**ACCEPT, **changed})
    text = attorney_client.get(response.headers["Location"].split("#")[0]).content.decode()
    assert problem in text
    assert {**ACCEPT, **changed}["reason"] in text
    assert file_of(folder, attorney).decisions == []
    assert Screening.objects.get().status == "new"


def test_a_later_decision_stands_beside_the_first(
    folder: Folder, attorney: Member, attorney_client: Client
) -> None:
    post(attorney_client, folder, "decide", **ACCEPT)
    post(attorney_client, folder, "decide", **{**ACCEPT, "decision": "refer", "reason": "Another county."})
    file = file_of(folder, attorney)
    assert [decided.decision for decided in file.decisions] == ["accept", "refer"]
    assert len(file.results) == 2
    text = attorney_client.get(url(folder)).content.decode()
    assert "Error and prejudice are strong." in text
    assert "Another county." in text
    assert "An earlier decision." in text


def test_nobody_signs_what_changed_unread(
    folder: Folder, attorney: Member, attorney_client: Client, intake_client: Client
) -> None:
    post(intake_client, folder, "note", text="She says that the day was another.")
    response = post(attorney_client, folder, "decide", **ACCEPT, v=1)
    text = attorney_client.get(response.headers["Location"].split("#")[0]).content.decode()
    assert "Dana Kim wrote a note" in text
    assert ACCEPT["reason"] in text
    assert file_of(folder, attorney).decisions == []


def test_a_decision_may_be_signed_without_a_number_in_the_account(folder: Folder, office: Office) -> None:
    member = make_member(office, "attorney", name="Rui  Sato")
    client = signed_in_as(member)
    post(client, folder, "decide", **{**ACCEPT, "name": "rui sato", "bar_number": "77 88 99"})
    assert file_of(folder, member).decisions[0].bar_number == "778899"


def test_the_paper_carries_name_number_own_findings_and_the_signed_box(
    folder: Folder, attorney: Member, attorney_client: Client
) -> None:
    finding = {"case": "1", "remedy": "pc1473_7_a1", "element": "timely", "finding": "met"}
    post(attorney_client, folder, "finding", **finding, reason="Detained until 2025.")
    answer = {"case": "1", "remedy": "", "element": "county", "finding": ""}
    post(attorney_client, folder, "finding", **answer, reason="The docket says Madera.")
    post(attorney_client, folder, "decide", **ACCEPT)
    pages = pages_of(job_of(cabinet.take(attorney, folder.row.id), TODAY).here())
    first, rest = pages[0], " ".join(pages[1:])
    assert first.startswith("Marisol Vega Duarte")
    assert folder.row.number in first
    assert "with the attorney’s findings needs proof" in first
    assert "by Ana Beltrán, State Bar number 123456" in first
    assert "Error and prejudice are strong." in first
    assert "attorney work product. Privileged." in first
    assert "Attorney: Met “Detained until 2025.” Ana Beltrán, SBN 123456, November" in rest
    assert "“The docket says Madera.”" in rest
    assert "Decisions, as signed" in rest
    # The person's own answer and the computed finding stay.
    assert "Fresno" in rest
    assert "with the attorney’s findings: needs proof" in rest


def test_a_long_reason_leaves_page_one_one_page(
    folder: Folder, attorney: Member, attorney_client: Client
) -> None:
    reason = "Because of many things. " * 41
    post(attorney_client, folder, "decide", **{**ACCEPT, "reason": reason.strip()})
    pages = pages_of(job_of(cabinet.take(attorney, folder.row.id), TODAY).here())
    assert "(in full on the last pages)" in pages[0]
    assert "State Bar number 123456" in pages[0]
    assert "Element ledger" in pages[1]
    assert reason.strip() in " ".join(pages[1:])


def test_the_note_to_an_answer_is_printed(make_folder: MakeFolder) -> None:
    about = {"court": {"source": "family", "sure": "not_sure", "note": "His brother called.", "by": "X"}}
    folder = make_folder(about=about)
    text = words_of(attorney_html(report_of(folder, TODAY)))
    assert "Note: His brother called." in text
    assert "family, not sure" in text


def test_the_download_is_noted_and_has_a_neutral_name(
    folder: Folder, intake_client: Client, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "attorney_pdf", lambda _report: b"%PDF-")
    response: Any = intake_client.get(url(folder, "summary"))
    assert response.headers["Content-Disposition"] == 'attachment; filename="summary.pdf"'
    assert response.headers["Cache-Control"] == "no-store"
    assert response.content == b"%PDF-"
    entry = opened(office_keys(office.id), LogEntry.objects.get())
    assert (entry.act, entry.subject) == (Act.PRINTED.value, folder.row.id)


def test_what_was_said_of_the_person_is_told_once_for_all_cases(make_folder: MakeFolder) -> None:
    about = {"citizenship": {"source": "paper_seen", "sure": "sure", "note": "", "by": "X"}}
    folder = make_folder({"citizenship": "noncitizen"}, {"citizenship": "noncitizen"}, about=about)
    report = report_of(folder, TODAY)
    bases = [case.remedies[0].elements[0].basis.value for case in report.cases]
    assert bases == ["seen", "seen"]
