"""The summary in English, with the person's language beside it, and redacted: who gets it, what is noted."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.test import Client

from screening.office.file.cabinet import Folder
from screening.office.file.log import Act, opened
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Office
from screening.office.review.paper import job_of
from screening.summary.as_json.summary_json import Version, summary_of
from screening.summary.pdf import papers
from screening.summary.pdf.papers import attorney_html
from tests.interview.walk import one_line
from tests.office.review.conftest import MakeFolder, post, url
from tests.summary.copies import AS_OF
from tests.summary.reading import text_of, words_of


ANSWERS = {"court": "california", "county": "Fresno", "disposition_date": "2003-07-14"}


@pytest.fixture
def spanish(make_folder: MakeFolder) -> Folder:
    return make_folder(ANSWERS, language="es")


@pytest.mark.parametrize(
    ("address", "noted", "says"),
    [
        ("summary", "in English", {"language": "en", "version": "full", "office": True}),
        ("summary/bilingual", "bilingual", {"language": "es", "version": "bilingual", "office": True}),
        ("summary/redacted", "redacted", {"language": "en", "version": "redacted", "office": True}),
    ],
)
def test_each_version_is_a_file_of_its_own_and_noted(
    spanish: Folder,
    intake_client: Client,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    noted: str,
    says: dict[str, object],
) -> None:
    # What is attached, and the words before they are set.
    monkeypatch.setattr(
        papers, "attorney_pdf", lambda report: summary_of(report) + attorney_html(report).encode()
    )
    response: Any = intake_client.get(url(spanish, address))
    assert response.headers["Content-Disposition"] == 'attachment; filename="summary.pdf"'
    assert response.headers["Cache-Control"] == "no-store"
    attached, end = json.JSONDecoder().raw_decode(response.content.decode())
    assert attached["made"] == {"for": "attorney", **says}
    assert ("Asked in Spanish" in words_of(response.content.decode()[end:])) is (noted == "bilingual")
    entry = opened(office_keys(office.id), LogEntry.objects.get())
    assert (entry.act, entry.subject, entry.detail) == (Act.PRINTED.value, spanish.row.id, noted)


def test_a_redacted_copy_says_nothing_of_the_office_and_the_person(
    spanish: Folder, attorney_client: Client
) -> None:
    decision = {"decision": "accept", "reason": "Strong.", "name": "Ana Beltrán", "bar_number": "123456"}
    post(attorney_client, spanish, "decide", **decision)
    response: Any = attorney_client.get(url(spanish, "summary/redacted"))
    text = text_of(response.content)
    assert "Redacted copy for co-counsel or an expert" in text
    name, number = spanish.matter.name, spanish.row.number
    for words in (name, name.split()[0], number, "Beltrán", "123456", "Strong.", "Fresno", "July", "2003-07"):
        assert words not in text, words
    with pikepdf.open(BytesIO(response.content)) as read:
        (file,) = read.attachments.values()
        data = file.get_file().read_bytes()
    assert b"Fresno" not in data
    assert b"2003-07" not in data


def test_the_review_page_offers_what_there_is(
    spanish: Folder, make_folder: MakeFolder, intake_client: Client
) -> None:
    page = intake_client.get(url(spanish)).content.decode()
    assert f'href="{url(spanish, "summary/bilingual")}"' in page
    assert f'href="{url(spanish, "summary/redacted")}"' in page
    english = make_folder(ANSWERS)
    page = intake_client.get(url(english)).content.decode()
    assert "summary/bilingual" not in page
    assert "summary/redacted" in page


def test_more_than_five_cases_are_several_papers_that_say_which_they_hold(
    attorney_client: Client, make_folder: MakeFolder
) -> None:
    folder = make_folder(*[ANSWERS] * 7, language="es")
    page = one_line(attorney_client.get(url(folder)).content.decode())
    for address, before in (
        ("summary", ""),
        ("summary/bilingual", "bilingual, "),
        ("summary/redacted", "redacted, "),
    ):
        for part, cases in ((1, "cases 1 to 5 of 7"), (2, "cases 6 to 7 of 7")):
            assert f'href="{url(folder, address)}?part={part}">{before}{cases}</a>' in page
    versions: tuple[Version, ...] = ("full", "bilingual", "redacted")
    for version in versions:
        (report,) = job_of(folder, AS_OF, version, 2).args
        assert [case.number for case in report.cases] == [6, 7]
        assert "this paper has cases 6 to 7 of 7; the others are on another paper" in attorney_html(report)
