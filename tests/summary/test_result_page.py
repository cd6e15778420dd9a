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
from screening.summary.client.result import result_page
from screening.summary.page.data import Report
from screening.summary.page.rows import RemedyReport
from screening.summary.page.words import CLIENT_SENTENCE, SAID_NO
from screening.summary.report.building import CaseRecord, build_report
from tests.tiers import Rounds


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
    context = {**result_page(report), "run": RUN, "erased_at": datetime(2026, 11, 24, 15, 40)}
    return render_to_string("result.html", context, request=RequestFactory().get("/"))


def words_of(html: str) -> str:
    parser = Words()
    parser.feed(html.split("<main", 1)[1])
    return " ".join("".join(parser.words).split())


@pytest.fixture
def read(report_of: ReportOf) -> Read:
    """The words of the result page."""
    return lambda *cases: words_of(html_of(report_of(*cases)))


def test_the_contracts_order(read: Read, worst: dict[str, object]) -> None:
    text = read(worst).split("What to do first", 1)[1]
    told = (
        "Date Immigration holds you, or wants to.",
        "Call today How to find a lawyer",
        "Say “Immigration has me, or a person in my family.",
        "Not yet Ask no office for anything. If you came back, tell only a lawyer.",
        "Nothing was sent to anyone. This is not a yes and not a no.",
        "It gives information only. No lawyer stands behind it.",
        "Which law Papers Take More laws",
        "Start nothing new Until you have seen an immigration lawyer, do not: renew, or send any form",
        "Never miss a court date or an ICE date. If a letter has a last day, do not let it pass",
        "Ask first about",
        "Nobody goes to a court or an office for these papers",
        "Take with you My pocket page The paper for a lawyer (PDF)",
        "The other laws",
        "What else to tell and to ask a lawyer",
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
    text = read(decided["dej_completed"]).split("Ask first about", 1)[1].split("Take with you", 1)
    first = case.first
    assert first is not None
    assert first.id == case.result.look_first[0].remedy == "pc1203_43"
    for words in (
        "PC 1203.43",
        "Show this to a lawyer. First, because it asks how the program ended, not who made a mistake.",
        "What matches The program",
        "What was said first",
        *(row.plain for row in (*first.matches, *first.missing)),
        counted(first),
        "More about this law The program was deferred entry of judgment under PC 1000.",
    ):
        assert words in text[0]
    assert [law.id for law in case.in_order][: len(case.result.look_first)] == [
        look.remedy for look in case.result.look_first
    ]
    places = [text[1].find(f"{law.cite} ") for law in case.others]
    assert -1 not in places
    assert places == sorted(places)


def counted(law: RemedyReport) -> str:
    gates, proof = law.readiness.gates, law.readiness.proof
    return (
        f"Said so far: {gates.passed} of {gates.of} needed, {proof.supported} of {proof.of} to show."
        " How much is said, not how strong."
    )


def test_every_count_stands_with_its_words(read: Read, report_of: ReportOf, decided: Decided) -> None:
    (case,) = report_of(decided["vivar_2021"]).cases
    text = read(decided["vivar_2021"])
    assert [law.id for law in case.remedies if law.alive and counted(law) not in text] == []
    assert text.count("Said so far:") == text.count("How much is said, not how strong.")


def test_the_program_is_named_beside_the_first_law_where_nearly_all_of_it_is_said(read: Read) -> None:
    program: dict[str, object] = {
        "citizenship": "noncitizen",
        "court": "california",
        "juvenile": "no",
        "disposition": "guilty_plea",
        "disposition_date": "2004-03-15",
        "custody_in_case": "finished",
        "lawyer_advice": "said_nothing",
        "program": "pc1000_deferred_entry",
        "program_completed": "yes",
    }
    too = "Ask about this too: a finished drug program (PC 1203.43)."
    assert too in read(program)
    assert too not in read({**program, "program_dismissed": "yes"})
    assert too not in read({**program, "program_dismissed": "no", "program_completed": "no"})


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


def test_no_number_where_the_operator_set_none(report_of: ReportOf, worst: dict[str, object]) -> None:
    assert "tel:" not in html_of(report_of(worst))
    with override_settings(OPERATOR=replace(settings.OPERATOR, phone="(559) 555-0142")):
        html = html_of(report_of(worst))
    assert 'href="tel:5595550142"' in html
    assert "Call today (559) 555-0142 No answer? More numbers" in words_of(html)


def test_saffron_only_for_what_is_for_today(report_of: ReportOf, worst: dict[str, object]) -> None:
    assert html_of(report_of(worst)).count('class="n one now"') == 1
    consultant = html_of(report_of({"offense_level": "felony", "steps_since": ["paid_consultant"]}))
    assert 'class="n one"' in consultant
    assert "Tell the lawyer this first: A person who is not a lawyer was paid for help." in words_of(
        consultant
    )


CODES = re.compile(
    r"\[(V|V-2|M)\]|\b(met|presumed|contested|needs_facts|not_yet|for_attorney)\b|<svg", re.IGNORECASE
)


def test_every_decided_case_reads_as_the_contract_says_and_no_mark_and_no_code_reaches_a_person(
    report_of: ReportOf, decided: Decided, rounds: Rounds
) -> None:
    sentences = {sentence.msgid for sentence in (*CLIENT_SENTENCE.values(), SAID_NO)}
    for name in sorted(decided)[:: rounds(4, 1)]:
        report = report_of(decided[name])
        html = html_of(report)
        said = set(re.findall(r'class="say">(.*?)</', html))
        assert said == {remedy.sentence for remedy in report.cases[0].remedies} <= sentences, name
        assert html.count('class="say"') == 5
        assert not FORBIDDEN.search(words_of(html)), name
        assert not CODES.search(html.split("<main", 1)[1]), name


def test_no_answer_is_quoted(read: Read, decided: Decided) -> None:
    """The lawyer has them on the other paper; nobody decides by them whom to call."""
    answer = "I thought I was safe"
    assert answer in str(build_report([CaseRecord(1, parse_answers(SAFE).values)], date(2026, 11, 24)).cases)
    assert answer not in read(SAFE)
    assert "mandatory" not in read(decided["vivar_2021"]).lower()


SAFE: dict[str, object] = {
    "citizenship": "noncitizen",
    "court": "california",
    "disposition": "guilty_plea",
    "understanding": "thought_safe",
}


def test_a_completed_program_still_counts(read: Read, decided: Decided) -> None:
    text = read(decided["dej_completed"])
    assert text.find("The other laws") < text.find(
        "Immigration law still counts this case, although the program"
    )


def test_what_rules_a_law_out_is_said_once_and_what_would_change_it(read: Read, decided: Decided) -> None:
    text = read(decided["federal"])
    first = text.split("These five laws do not reach this case", 1)[1].split("Papers", 1)[0]
    assert first.count("The case was not in a California court: A federal court.") == 1
    assert "If the case was in a California court after all, this changes." in first
    assert "The five laws by name" in text
    assert "Another court has other laws. A lawyer for that court can tell." in text
    assert "there is no paper to ask for. Keep every paper that you have" in text


@pytest.mark.parametrize(("attorney", "organization"), [("", ""), ("Ana Ruiz", ""), ("", "Valley Aid")])
def test_without_a_lawyer_behind_it_the_page_says_so(
    attorney: str, organization: str, report_of: ReportOf, decided: Decided
) -> None:
    operator = replace(settings.OPERATOR, attorney=attorney, accredited_organization=organization)
    with override_settings(OPERATOR=operator):
        html = html_of(report_of(decided["federal"]))
    assert len(re.findall("<h1[^>]*>What to do first</h1>", html)) == 1
    nobody = not (attorney or organization)
    assert ("It gives information only. No lawyer stands behind it." in html) is nobody


def test_in_a_language_nobody_reviewed_the_card_and_the_warnings_stand_in_english_once(
    report_of: ReportOf, worst: dict[str, object]
) -> None:
    report = report_of(worst)
    english = (
        "Immigration holds you, or wants to. Every day counts.",
        "Ask no office for anything. If you came back, tell only a lawyer.",
        "renew, or send any form",
        "It gives information only. No lawyer stands behind it.",
        "This is a screening tool, not legal advice. Using it does not make anyone your lawyer.",
    )
    assert [html_of(report).count(words) for words in english] == [1] * len(english)
    with translation.override("fa"):
        html = html_of(report)
        with override_settings(OPERATOR=replace(settings.OPERATOR, reviewed_languages=("fa",))):
            assert [html_of(report).count(words) for words in english] == [0] * len(english)
    assert [html.count(words) for words in english] == [1] * len(english)


def test_maybe_later(read: Read, decided: Decided) -> None:
    text = read(decided["on_probation_2025"])
    assert "Maybe later. Ask a lawyer whether it is really later" in text
    assert "Custody in this case is not over" in text


def test_nothing_known(read: Read) -> None:
    text = read({})
    assert text.count("We cannot tell yet") == 4
    assert "Which law? We cannot tell yet Much of this case is not known yet." in text
    assert text.count("You did not tell us of this") == 2
    assert "What matches" not in text
    assert "Ask first about" not in text
    assert "If one of these becomes clear, this can change." in text


def test_papers_say_how_safe_it_is_to_ask(read: Read, decided: Decided) -> None:
    text = read(decided["dej_file_destroyed"])
    now, first = text.split("Papers you can ask for now", 1)[1].split("Talk to a lawyer first.", 1)
    assert "by mail. Say: “" in now
    assert "If you have it at home, keep it and show it to a lawyer. Do not ask for a copy yourself." in first
    assert "Ask a lawyer first if one of these is true" in first
    assert "order your records" not in text.lower()


def test_a_person_with_a_deportation_order_is_told_to_ask_no_office(read: Read) -> None:
    text = read({"immigration_events": ["removal_order"], "court": "california", "county": "Fresno"})
    assert "Papers you can ask for now" not in text
    assert "Talk to a lawyer first." in text


def test_a_letter_goes_to_the_clerk_of_the_county(read: Read) -> None:
    text = read({"court": "california", "county": "Fresno", "juvenile": "no"})
    assert "The clerk of the court in Fresno, by mail. Say: “I need a copy of each of these papers" in text


def test_a_person_who_was_deported_reads_nothing_about_leaving(read: Read, worst: dict[str, object]) -> None:
    assert "leave the United States" in read({})
    assert "leave the United States" not in read(worst)


def test_several_cases(report_of: ReportOf, decided: Decided) -> None:
    html = html_of(report_of(decided["federal"], decided["vivar_2021"]))
    text = words_of(html)
    assert "Case 2: 2002. Show this to a lawyer." in text.split("Ask first about", 1)[1]
    assert "All laws: Case 1: 2015" in text.split("The other laws", 1)[1]
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
