"""The result page: the contract's order and sentences, no number that is not the operator's, no verdict."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from django.utils import translation

from screening.rules.record import parse_answers
from screening.summary.page.data import Report
from screening.summary.page.words import CLIENT_SENTENCE, SAID_NO
from screening.summary.report.building import CaseRecord, build_report


# The page asks whether an office takes screenings.
pytestmark = pytest.mark.django_db

ReportOf = Callable[..., Report]
Decided = dict[str, dict[str, Any]]
Read = Callable[..., str]

FORBIDDEN = re.compile(r"eligib|qualif|\bwin\b|no case\b|\bvalid|unfortunately|sorry|please", re.IGNORECASE)
RUN = "A" * 22


class Words(HTMLParser):
    """The words a person reads."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def html_of(report: Report) -> str:
    context = {"report": report, "run": RUN, "erased_at": datetime(2026, 11, 24, 15, 40)}
    return render_to_string("result.html", context, request=RequestFactory().get("/"))


def words_of(html: str) -> str:
    parser = Words()
    parser.feed(html.split("<main", 1)[1])
    return " ".join("".join(parser.words).split())


@pytest.fixture
def read(report_of: ReportOf) -> Read:
    """The words of the result page."""
    return lambda *cases: words_of(html_of(report_of(*cases)))


def h1(html: str) -> str:
    found = re.findall(r"<h1>(.*?)</h1>", html, re.DOTALL)
    assert len(found) == 1
    return " ".join(str(found[0]).split())


def test_the_contracts_order(read: Read, worst: dict[str, object]) -> None:
    text = read(worst).split("Laws that a lawyer could look at", 1)[1]
    told = (
        "Act today Call an immigration lawyer today.",
        "Nothing was sent to anyone. This is not a yes and not a no.",
        "Before you have seen an immigration lawyer Start nothing new with immigration.",
        "Never miss a court date or an ICE date.",
        "What to ask about first",
        "What to show a lawyer",
        "There are two papers.",
        "Save or print the paper for a lawyer",
        "Choose what my own paper shows",
        "Papers to ask for",
        "Nobody goes to a court or an office for these papers",
        "Find a lawyer A lawyer can help you whatever this page shows.",
        "The other laws",
        "There are more laws than these five.",
        "Add another case",
        "Change my answers",
    )
    places = [text.find(words) for words in told]
    assert -1 not in places
    assert places == sorted(places)


def test_the_law_to_look_at_first_stands_on_top_and_the_others_follow_in_order(
    read: Read, report_of: ReportOf, decided: Decided
) -> None:
    (case,) = report_of(decided["dej_completed"]).cases
    text = read(decided["dej_completed"]).split("What to ask about first", 1)[1].split("The other laws", 1)
    first = case.first
    assert first is not None
    assert first.id == case.result.look_first[0].remedy == "pc1203_43"
    gates, proof = first.readiness.gates, first.readiness.proof
    for words in (
        "PC 1203.43",
        "First, because it asks how the program ended, not who made a mistake.",
        f"Said so far: {gates.passed} of {gates.of} needed, {proof.supported} of {proof.of} to show. How much",
        "is said, not how strong.",
        "What your answers point to:",
    ):
        assert words in text[0]
    cites = [law.cite for law in case.others]
    assert [law.id for law in case.in_order][: len(case.result.look_first)] == [
        look.remedy for look in case.result.look_first
    ]
    places = [text[1].find(f"{cite} ") for cite in cites]
    assert -1 not in places
    assert places == sorted(places)
    assert "Said so far" not in text[1]


@pytest.mark.parametrize(
    ("answers", "because"),
    [
        ({"court": "california"}, "First, because nothing you said rules it out. Some answers are missing."),
        (
            {
                "court": "california",
                "custody_in_case": "probation",
                "disposition": "trial",
                "program": "none",
            },
            "First, because it may only be too early for it.",
        ),
        ({"court": "federal"}, ""),
    ],
)
def test_why_a_law_is_the_first(report_of: ReportOf, answers: dict[str, object], because: str) -> None:
    assert report_of(answers).cases[0].first_because == because


def test_dates_stand_in_act_today(read: Read, worst: dict[str, object]) -> None:
    assert "Day in immigration court: Wednesday, December 9, 2026, in 15 days." in read(worst)


def test_no_number_where_the_operator_set_none(report_of: ReportOf, worst: dict[str, object]) -> None:
    assert "tel:" not in html_of(report_of(worst))
    with override_settings(OPERATOR=replace(settings.OPERATOR, phone="(559) 555-0142")):
        html = html_of(report_of(worst))
    assert 'href="tel:5595550142"' in html
    assert "Call today: (559) 555-0142" in words_of(html)


def test_act_today_only_for_what_is_for_today(report_of: ReportOf) -> None:
    assert "Act today" not in words_of(html_of(report_of({})))
    risk = words_of(html_of(report_of({"offense_level": "felony", "steps_since": ["paid_consultant"]})))
    assert "Act today" not in risk
    assert "Tell the lawyer this first: A person who is not a lawyer was paid for help." in risk


CODES = re.compile(
    r"\[(V|V-2|M)\]|\b(met|presumed|contested|needs_facts|not_yet|for_attorney)\b|<svg", re.IGNORECASE
)


def test_every_decided_case_reads_as_the_contract_says_and_no_mark_and_no_code_reaches_a_person(
    report_of: ReportOf, decided: Decided
) -> None:
    sentences = {sentence.msgid for sentence in (*CLIENT_SENTENCE.values(), SAID_NO)}
    for name, answers in decided.items():
        report = report_of(answers)
        html = html_of(report)
        said = set(re.findall(r'<p class="say">(.*?)</p>', html))
        assert said == {remedy.sentence for remedy in report.cases[0].remedies} <= sentences, name
        assert html.count('class="law"') == 5
        assert not FORBIDDEN.search(words_of(html)), name
        assert not CODES.search(html.split("<main", 1)[1]), name


def test_a_completed_program_still_counts(read: Read, decided: Decided) -> None:
    text = read(decided["dej_completed"])
    sentence = "Immigration law still counts this case, although the program was completed"
    assert 0 < text.find("The other laws") < text.find(sentence) < text.find("PC 1473.7(a)(1)")


def test_what_rules_a_law_out_is_said_and_what_would_change_it(read: Read, decided: Decided) -> None:
    text = read(decided["federal"])
    assert "What your answers show" in text
    assert "The case was not in a California court: A federal court." in text
    assert "If the case was in a California court after all, this changes." in text
    assert "Another court has other laws. A lawyer for that court can tell." in text
    assert "there is no paper to ask for. Keep every paper that you have" in text


@pytest.mark.parametrize(
    ("case", "attorney", "organization", "heading"),
    [
        ("federal", "", "", "What your answers show"),
        ("federal", "Ana Ruiz", "", "What your answers show"),
        ("vivar_2021", "", "", "Laws that a lawyer could look at"),
        ("vivar_2021", "Ana Ruiz", "", "Show this to a lawyer"),
        ("vivar_2021", "", "Valley Aid", "Show this to a lawyer"),
    ],
)
def test_heading(
    case: str, attorney: str, organization: str, heading: str, report_of: ReportOf, decided: Decided
) -> None:
    operator = replace(settings.OPERATOR, attorney=attorney, accredited_organization=organization)
    with override_settings(OPERATOR=operator):
        html = html_of(report_of(decided[case]))
    assert h1(html) == heading
    nobody = not (attorney or organization)
    assert ("It gives information only. No lawyer stands behind it." in html) is nobody


def test_in_a_language_nobody_reviewed_the_warnings_stand_in_english_too(
    report_of: ReportOf, worst: dict[str, object]
) -> None:
    report = report_of(worst)
    assert 'class="en"' not in html_of(report)
    with translation.override("fa"):
        html = html_of(report)
        with override_settings(OPERATOR=replace(settings.OPERATOR, reviewed_languages=("fa",))):
            assert 'class="en"' not in html_of(report)
    english = " ".join(re.findall(r'<div class="help" lang="en" dir="ltr">(.*?)</div>', html, re.DOTALL))
    for warning in (
        "Call an immigration lawyer today.",
        "Start nothing new with immigration. Do not renew your green card yet.",
        "If a letter has a last day, do not let it pass: call a lawyer today.",
        "Do not say guilty or no contest in any case.",
        "Do not talk to ICE alone.",
        "Do not pay a notary or a consultant to clean your record.",
        "Never miss a court date or an ICE date.",
        "It gives information only. No lawyer stands behind it.",
        "This is a screening tool, not legal advice. Using it does not make anyone your lawyer.",
    ):
        assert english.count(warning) == 1


def test_maybe_later(read: Read, decided: Decided) -> None:
    text = read(decided["on_probation_2025"])
    assert "Maybe later. Ask a lawyer whether it is really later Custody in this case is not over" in text


def test_nothing_known(read: Read) -> None:
    text = read({})
    assert text.count("We cannot tell yet") == 4
    assert "What to ask about first We cannot tell yet which law to ask about first." in text
    assert text.count("You did not tell us of this") == 2
    assert "What your answers point to" not in text
    assert "If one of these becomes clear, this can change." in text


def test_papers_say_how_safe_it_is_to_ask(read: Read, decided: Decided) -> None:
    text = read(decided["dej_file_destroyed"])
    assert "You can ask for this now. You can ask by mail" in text
    assert "If you have it at home, keep it and show it to a lawyer. Do not ask for a copy yourself." in text
    assert "Ask a lawyer first if one of these is true" in text
    assert "order your records" not in text.lower()


def test_several_cases(report_of: ReportOf, decided: Decided) -> None:
    html = html_of(report_of(decided["vivar_2021"], decided["federal"]))
    text = words_of(html)
    assert "The other laws (Case 1: 2002" in text
    assert "The laws, one by one (Case 2: 2015" in text
    assert "On your answers these laws do not fit this case." in text
    assert html.count('id="laws"') == 1


def test_ways_on(report_of: ReportOf) -> None:
    html = html_of(report_of({}))
    for name in ("paper.pdf", "print/", "check/", "case/"):
        assert f"/s/{RUN}/{name}" in html
    assert "/en/lawyers/" in html
    assert "csrfmiddlewaretoken" in html


def test_the_title_says_nothing(report_of: ReportOf) -> None:
    found = re.search(r"<title>(.*?)</title>", html_of(report_of({})), re.DOTALL)
    assert found
    assert found[1].strip() == "Form, end"


def test_what_is_typed_is_escaped(report_of: ReportOf) -> None:
    assert "<script>" not in html_of(report_of({"offense_code": "<script>alert(1)</script>"}))


def test_before_the_law(decided: Decided) -> None:
    values = parse_answers(decided["vivar_2021"]).values
    text = words_of(html_of(build_report([CaseRecord(1, values)], date(2016, 6, 1))))
    assert "On June 1, 2016 this law did not reach a case like this one." in text
