"""The attorney reads English, and beside it what the person was asked and answered in their own language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import translation

from screening.rules.record import parse_answers
from screening.summary.page.data import Report
from screening.summary.page.rows import SaidAnswer
from screening.summary.pdf.papers import attorney_html, attorney_pdf
from screening.summary.report.building import CaseRecord, attorney_report
from tests.summary.persian import SENTENCES
from tests.summary.reading import pages_of


AS_OF = date(2026, 11, 24)
ANSWERS: dict[str, object] = {
    "citizenship": "noncitizen",
    "court": "california",
    "county": "Kern",
    "offense_code": "HS 11350(a)\u202e, PC 459",
    "lawyer_kind": "private",
}
ASKED, SAID = (SENTENCES[english] for english in ("Which court had this case?", "A California county court"))


def report(language: str, answers: dict[str, object] = ANSWERS) -> Report:
    return attorney_report([CaseRecord(1, parse_answers(answers).values)], AS_OF, language)


def answer(found: Report, key: str) -> SaidAnswer:
    parts = [*found.about_person, *found.cases[0].parts]
    return next(said for part in parts for said in part.answers if said.key == key)


@pytest.mark.usefixtures("persian")
def test_each_answer_has_its_words_beside_it() -> None:
    court = answer(report("fa"), "court")
    assert (court.ask, court.answer) == ("Which court had this case?", "A California county court")
    assert court.beside is not None
    assert (court.beside.language, court.beside.direction) == ("fa", "rtl")
    assert (court.beside.ask, court.beside.answer) == (ASKED, SAID)
    assert answer(report("fa"), "citizenship").beside is not None


@pytest.mark.usefixtures("persian")
def test_the_paper_is_english_whatever_language_is_active() -> None:
    with translation.override("fa"):
        html = " ".join(attorney_html(report("fa")).split())
    assert '<html lang="en">' in html
    assert "Element ledger" in html
    assert f'<small class="own" lang="fa" dir="rtl">{ASKED}</small>' in html
    assert f'<small class="own" lang="fa" dir="rtl">{SAID}</small>' in html


@pytest.mark.usefixtures("persian")
def test_what_reads_the_same_stands_once() -> None:
    assert len(re.findall(r"<td>\s*Kern\s*</td>", attorney_html(report("fa")))) == 1


@pytest.mark.usefixtures("persian")
def test_the_paper_says_in_which_language_and_whether_anybody_reviewed_it() -> None:
    drafted = "That translation is drafted, not yet reviewed by a human translator."
    text = " ".join(attorney_html(report("fa")).split())
    assert "Asked in Persian" in text
    assert drafted in text
    with override_settings(OPERATOR=replace(settings.OPERATOR, reviewed_languages=("fa",))):
        assert drafted not in " ".join(attorney_html(report("fa")).split())


def test_english_alone_has_nothing_beside_it() -> None:
    html = attorney_html(report("en"))
    assert "Asked in" not in html
    assert 'class="own"' not in html


@pytest.mark.long  # page one is English whatever was asked in: test_pdf.py has the worst
@pytest.mark.usefixtures("persian")
def test_page_one_stays_one_page(worst: dict[str, object]) -> None:
    pages = pages_of(attorney_pdf(report("fa", worst)))
    assert "Date and time" in pages[0]


@pytest.mark.usefixtures("persian")
def test_what_is_typed_is_cleaned_and_the_spelling_of_ours_stays() -> None:
    found = report("fa")
    assert answer(found, "offense_code").answer == "HS 11350(a), PC 459"
    court = answer(found, "court")
    assert court.beside is not None
    assert "\u200c" in court.beside.answer
