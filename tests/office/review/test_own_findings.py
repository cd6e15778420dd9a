"""An attorney's own finding stands beside what was computed or answered, and nothing takes its place."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from screening.office.file import cabinet
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import OwnFinding
from screening.office.file.journal import What, enter
from screening.office.file.log import Act, opened
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Member, Office, Screening
from screening.office.review.paper import report_of
from tests.office.conftest import make_member, signed_in_as
from tests.office.review.conftest import MakeFolder, post, url


TIMELY = {"case": "1", "remedy": "pc1473_7_a1", "element": "timely"}
REASON = "Detained until 2025, without counsel."


def stands(folder: Folder, member: Member) -> list[OwnFinding]:
    return cabinet.take(member, folder.row.id).file.findings


def shown(client: Client, response: object) -> str:
    """The page after the redirect of a form."""
    location: str = response.headers["Location"]  # type: ignore[attr-defined]
    return client.get(location.split("#")[0]).content.decode()


def test_it_is_kept_with_who_when_and_why(
    folder: Folder, attorney: Member, attorney_client: Client, office: Office
) -> None:
    response = post(attorney_client, folder, "finding", **TIMELY, finding="met", reason=REASON)
    assert response.status_code == 302
    (found,) = stands(folder, attorney)
    assert (found.case, found.remedy, found.element) == (1, "pc1473_7_a1", "timely")
    assert (found.finding, found.reason) == ("met", REASON)
    assert (found.by, found.by_id, found.bar_number) == ("Ana Beltrán", attorney.id, "123456")
    line = cabinet.take(attorney, folder.row.id).file.journal[-1]
    assert (line.what, line.subject, line.was, line.now) == ("finding", "1:pc1473_7_a1:timely", "", "met")
    entry = opened(office_keys(office.id), LogEntry.objects.order_by("-number")[0])
    assert (entry.act, entry.subject, entry.detail) == (Act.FOUND.value, folder.row.id, "")


def test_both_findings_and_both_outcomes_are_shown(folder: Folder, attorney_client: Client) -> None:
    response = post(attorney_client, folder, "finding", **TIMELY, finding="met", reason=REASON)
    text = shown(attorney_client, response)
    row = text.split('id="law-1-pc1473_7_a1"')[1].split("Timely")[1].split("</tr>")[0]
    assert "Contested" in row
    assert "Attorney: Met" in row
    assert REASON in row
    assert "Ana Beltrán, SBN 123456, " in row
    assert "as computed" in text
    assert "with the attorney’s findings" in text


def test_the_persons_answer_stays_and_the_rules_read_it_alone(
    folder: Folder, attorney: Member, attorney_client: Client
) -> None:
    before = cabinet.take(attorney, folder.row.id)
    answer = {"case": "1", "remedy": "", "element": "disposition"}
    post(attorney_client, folder, "finding", **answer, finding="trial", reason="The docket says trial.")
    after = cabinet.take(attorney, folder.row.id)
    assert after.file.document.given(1) == before.file.document.given(1)
    assert after.row.outcomes == before.row.outcomes
    text = attorney_client.get(url(folder)).content.decode()
    assert "<b>Attorney: " in text.split('id="answers"')[1]
    assert "The docket says trial." in text.split('id="answers"')[1]


def test_an_answer_takes_a_reason_alone(folder: Folder, attorney: Member, attorney_client: Client) -> None:
    answer = {"case": "1", "remedy": "", "element": "disposition_date"}
    post(attorney_client, folder, "finding", **answer, finding="", reason="The docket says April 2, 2004.")
    assert stands(folder, attorney)[0].reason == "The docket says April 2, 2004."
    assert "The docket says April 2, 2004." in attorney_client.get(url(folder)).content.decode()


def test_the_newest_counts_and_the_old_one_stays(
    folder: Folder, attorney: Member, attorney_client: Client
) -> None:
    for finding in ("met", "for_attorney"):
        post(attorney_client, folder, "finding", **TIMELY, finding=finding, reason=REASON)
    assert [found.finding for found in stands(folder, attorney)] == ["met", "for_attorney"]
    report = report_of(cabinet.take(attorney, folder.row.id), date(2026, 11, 24))
    row = next(row for row in report.cases[0].remedies[0].elements if row.id == "timely")
    assert row.own is not None
    assert row.own.finding == "for_attorney"


def test_it_can_be_taken_back(folder: Folder, attorney: Member, attorney_client: Client) -> None:
    post(attorney_client, folder, "finding", **TIMELY, finding="met", reason=REASON)
    post(attorney_client, folder, "finding", **TIMELY, finding="met", reason=REASON, withdraw="1")
    assert [found.finding for found in stands(folder, attorney)] == ["met", ""]
    assert "with the attorney’s findings" not in attorney_client.get(url(folder)).content.decode()
    # Nothing stands there now, so there is nothing to take back.
    post(attorney_client, folder, "finding", **TIMELY, withdraw="1")
    assert len(stands(folder, attorney)) == 2


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"reason": ""}, "Write the reason."),
        ({"reason": " \n\t "}, "Write the reason."),
        ({"reason": "x" * 1_001}, "at most 1,000 characters. Now it has 1,001."),
        ({"finding": ""}, "Choose your finding."),
        ({"finding": "eligible"}, "Choose a finding from the list."),
        ({"finding": "not_met"}, "Only a gate may be “not met”."),
        ({"case": "2"}, "is not there any more"),
        ({"case": "-1"}, "is not there any more"),
        ({"remedy": "pc9999"}, "is not there any more"),
        ({"element": "diligence"}, "is not there any more"),
        ({"remedy": "", "element": "open_warrant"}, "is not there any more"),
    ],
)
def test_what_cannot_be_taken_is_told_and_changes_nothing(
    folder: Folder, attorney: Member, attorney_client: Client, changed: dict[str, str], problem: str
) -> None:
    fields = {**TIMELY, "finding": "met", "reason": REASON, **changed}
    response = post(attorney_client, folder, "finding", **fields)
    assert response.status_code == 302
    assert "?again=1" in response.headers["Location"]
    assert problem in shown(attorney_client, response)
    assert stands(folder, attorney) == []
    assert Screening.objects.get().version == 1


def test_only_a_gate_may_be_not_met(folder: Folder, attorney: Member, attorney_client: Client) -> None:
    gate = {"case": "1", "remedy": "pc1016_5", "element": "plea"}
    post(attorney_client, folder, "finding", **gate, finding="not_met", reason="No plea on the docket.")
    report = report_of(cabinet.take(attorney, folder.row.id), date(2026, 11, 24))
    remedy = next(one for one in report.cases[0].remedies if one.id == "pc1016_5")
    assert remedy.own is not None
    assert (remedy.outcome.value, remedy.own.outcome.value) == ("needs_facts", "not_indicated")


def test_what_was_typed_comes_back_in_its_own_row(folder: Folder, attorney_client: Client) -> None:
    response = post(attorney_client, folder, "finding", **TIMELY, finding="", reason="Half a thought")
    text = shown(attorney_client, response)
    row = text.split('id="finding-1-pc1473_7_a1-timely"')[1].split("</details>")[0]
    assert "Half a thought</textarea>" in row
    assert row.split(">")[0].strip() == "open"
    assert text.count("Half a thought") == 1
    # Opened afresh, the page is as it is stored; another screening never shows it.
    assert "Half a thought" not in attorney_client.get(url(folder)).content.decode()


def test_what_was_typed_for_one_screening_never_shows_in_another(
    folder: Folder, attorney_client: Client, make_folder: MakeFolder
) -> None:
    other = make_folder()
    post(attorney_client, folder, "finding", **TIMELY, finding="", reason="About the first one")
    text = attorney_client.get(url(other) + "?again=1").content.decode()
    assert "About the first one" not in text


def test_two_attorneys_on_one_element_the_second_is_told(
    folder: Folder, office: Office, attorney: Member, attorney_client: Client
) -> None:
    second = signed_in_as(make_member(office, "attorney", name="Rui Sato", bar_number="654321"))
    seen = 1
    post(attorney_client, folder, "finding", **TIMELY, finding="met", reason=REASON, v=seen)
    mine = "I would not go that far."
    response = post(second, folder, "finding", **TIMELY, finding="contested", reason=mine, v=seen)
    text = shown(second, response)
    assert "Ana Beltrán set an own finding on “Timely" in text
    assert "What you wrote is kept below, not saved." in text
    assert f"{mine}</textarea>" in text
    assert [found.by for found in stands(folder, attorney)] == ["Ana Beltrán"]
    # Having read it, the second one may still find otherwise.
    post(second, folder, "finding", **TIMELY, finding="contested", reason=mine)
    assert [found.by for found in stands(folder, attorney)] == ["Ana Beltrán", "Rui Sato"]


def test_two_attorneys_on_two_elements_do_not_disturb_each_other(
    folder: Folder, office: Office, attorney: Member, attorney_client: Client
) -> None:
    second = signed_in_as(make_member(office, "attorney", name="Rui Sato"))
    post(attorney_client, folder, "finding", **TIMELY, finding="met", reason=REASON, v=1)
    error = {**TIMELY, "element": "error"}
    response = post(second, folder, "finding", **error, finding="met", reason="Vivar.", v=1)
    assert "again" not in response.headers["Location"]
    assert len(stands(folder, attorney)) == 2


def test_an_answer_that_changed_under_a_finding_is_told(
    folder: Folder, intake: Member, attorney_client: Client, attorney: Member
) -> None:
    folder.file.document.put(1, {"first_notice_date": "unsure"})
    enter(folder, intake, What.ANSWER, "1:first_notice_date", was="2023", new="unsure")
    cabinet.put_back(folder)
    response = post(attorney_client, folder, "finding", **TIMELY, finding="met", reason=REASON, v=1)
    text = shown(attorney_client, response)
    assert "Dana Kim changed “" in text
    assert "“2023, month not known” → “I am not sure”" in text
    assert stands(folder, attorney) == []
