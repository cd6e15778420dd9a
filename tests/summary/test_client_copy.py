"""The client copy: in its order, in plain words, with a way on for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import override_settings

from pcr_screener.operator import Lawyer, Operator, Statewide
from screening.rules.papers import PAPERS, Safety
from screening.summary.client.lawyers import statewide_rows
from screening.summary.client.paper_words import PAPER_WORDS
from screening.summary.client.sensitive import CITIZENSHIP, EVENTS, GROUPS, WARRANT
from tests.questions.test_reading_grade import MOST_OVERALL, MOST_WORDS, grade, sentences
from tests.questions.test_words import FORBIDDEN
from tests.summary.copies import copy_of, read


Decided = dict[str, dict[str, Any]]
OFFICE: Operator = replace(settings.OPERATOR, name="Valley Aid", phone="(559) 555-0142", attorney="Ana Ruiz")

# The order of the brief: what cannot wait, what to keep from, what to ask and get, what was said, who helps.
IN_ORDER = (
    "My notes for a lawyer",
    "Act today",
    "Before you have seen an immigration lawyer If you are in the United States, do not leave it.",
    "Start nothing new with immigration. Do not renew your green card yet.",
    "Do not say guilty or no contest in any case.",
    "Never miss a court date or an ICE date.",
    "Nothing was sent to anyone. This is not a yes and not a no.",
    "What to ask a lawyer",
    "An error kept you from understanding what the case would do ( PC 1473.7(a)(1) )",
    "Papers to get",
    "What not to do while you get papers",
    "Your rights if ICE comes",
    "You have the right to stay silent.",
    "Do not open the door without a warrant that a judge signed.",
    "ICE has warrants of its own. No judge signed those.",
    "Do not sign any paper before you talk to a lawyer.",
    "Who is not a lawyer A “notario público”, a notary or an immigration consultant is not a lawyer",
    "Do not sign blank papers.",
    "Get a receipt for each payment.",
    "calbar.ca.gov",
    "What you answered",
    "These answers are not on this paper. The paper for a lawyer has them:",
    "The case Which court had this case?",
    "Where to find a lawyer",
    "This is a screening tool, not legal advice. Using it does not make anyone your lawyer.",
    "Free of charge.",
)


def test_the_order(decided: Decided) -> None:
    text = read({**decided["vivar_2021"], "county": "Kern"})
    places = [text.find(words) for words in IN_ORDER]
    assert -1 not in places, IN_ORDER[places.index(-1)]
    assert places == sorted(places)


def test_only_laws_that_are_alive_are_to_ask_about(decided: Decided) -> None:
    text = read(decided["dej_completed"], ticked=GROUPS)
    assert "PC 1203.43" in text
    assert "PC 1473.7(a)(2)" not in text
    assert "Talk about:" in text


def test_a_federal_case_is_no_dead_end(decided: Decided) -> None:
    copy = copy_of(decided["federal"])
    assert not copy.report.anything_to_show
    text = read(decided["federal"])
    assert "Can this law fit my case?" not in text
    assert "Another court has other laws. A lawyer for that court can tell." in text
    assert (
        "A case in a federal court or in another state . The public defender’s office of that court." in text
    )
    assert "There are more laws than these five." in text


def test_what_comes_later_is_said(decided: Decided) -> None:
    assert "Maybe later. Ask a lawyer whether it is really later." in read(decided["on_probation_2025"])


def test_days_have_names_only_with_the_tick() -> None:
    coming = {"upcoming": ["ice_check_in"], "ice_check_in_date": "2026-12-01"}
    assert "Tuesday, December 1, 2026 . You gave this day." in read(coming)
    assert "ICE check-in" not in read(coming)
    named = read(coming, ticked=(EVENTS,))
    assert "Day of the ICE check-in: Tuesday, December 1, 2026. You must go to an ICE check-in." in named
    assert "in 7 days" not in named


def test_a_day_that_passed_is_told_with_the_tick_alone() -> None:
    passed = {"upcoming": ["ice_check_in"], "ice_check_in_date": "2026-11-01"}
    assert "November 1" not in read(passed)
    text = read(passed, ticked=(EVENTS,))
    assert (
        "If you missed a court or ICE date, call a lawyer today. A check-in with ICE: November 1, 2026"
        in text
    )


def test_nothing_is_urgent_where_nothing_is_and_that_is_shown() -> None:
    assert "Act today" not in read({"court": "california"}, ticked=GROUPS)
    assert "Call an immigration lawyer today if one of these is true:" in read({"court": "california"})


def test_the_phone_of_the_office() -> None:
    assert "Call: (559)" not in read({})
    with override_settings(OPERATOR=OFFICE):
        text = read({})
    assert "Call: (559) 555-0142" in text
    assert "Responsible lawyer: Ana Ruiz" in text
    assert "information only" not in text


def test_papers_have_their_safety_in_words(decided: Decided) -> None:
    text = read(decided["dej_file_destroyed"], ticked=GROUPS)
    for words in (
        "You can ask for this now. You can ask by mail",
        "Ask a lawyer first if one of these is true",
        "Do not ask for a copy yourself. Only through your immigration lawyer.",
        "Who has it: The clerk of the court",
    ):
        assert words in text
    assert "order your records" not in text.lower()


def test_papers_of_immigration_are_named_only_with_their_tick(decided: Decided) -> None:
    general = "Letters and papers from immigration, if there are any"
    named = {"notice_to_appear", "removal_order", "own_citizenship_papers"}
    case = {**decided["vivar_2021"], "citizenship": "unsure", "harm_named_case": "unsure"}
    without, with_ticks = copy_of(case), copy_of(case, ticked=(EVENTS, CITIZENSHIP))
    assert named.isdisjoint(paper.row.id for paper in without.papers)
    assert {"notice_to_appear", "own_citizenship_papers"} <= {paper.row.id for paper in with_ticks.papers}
    assert general in read(case)
    assert general not in read(case, ticked=(EVENTS,))


def test_with_a_warrant_only_a_lawyer_asks() -> None:
    copy = copy_of({"open_warrant": "yes"}, ticked=(WARRANT,))
    raised = [paper for paper in copy.papers if PAPERS[paper.row.id].by_mail]
    assert raised
    assert all(paper.row.safety is Safety.RED and not paper.how for paper in raised)
    text = read({"open_warrant": "yes"}, ticked=(WARRANT,))
    assert "There may be a warrant. Nobody goes to a court" in text
    assert "Do not go to a court counter if there may be a warrant." in text


def test_with_an_order_no_office_is_asked_for_a_paper_before_a_lawyer_says_so() -> None:
    given = {"court": "california", "disposition": "guilty_plea", "immigration_events": ["removal_order"]}
    told = copy_of(given, ticked=(EVENTS,)).papers
    assert told
    assert not any(paper.how or "You can ask for this now." in paper.row.safe for paper in told)
    assert any(paper.how for paper in copy_of(given).papers), "without the tick it is as for everybody"


def test_an_order_is_warned_of_where_the_copy_speaks_of_it() -> None:
    order = {"immigration_events": ["removal_order"]}
    line = "With a deportation order, ask no government office for anything"
    assert line not in read(order)
    assert line in read(order, ticked=(EVENTS,))


def test_nothing_to_get_is_said_too() -> None:
    juvenile = {"juvenile": "yes", "innocence_evidence": "no"}
    assert "On your answers there is no paper to ask for." in read(juvenile, ticked=GROUPS)
    assert copy_of(juvenile, ticked=GROUPS).papers == ()


def test_several_cases(decided: Decided) -> None:
    text = read(decided["vivar_2021"], decided["federal"])
    for name in ("Case 1: 2002", "Case 2: 2015"):
        assert text.find("What to ask a lawyer") < text.find(name) < text.find("Papers to get")
        assert text.find("What you answered") < text.rfind(name)


def test_the_operators_lawyers_stand_on_it() -> None:
    lawyers = (Lawyer("Zoe Lin", "Fresno", "(559) 555-0100", ("en", "es"), "low"),)
    with override_settings(OPERATOR=replace(OFFICE, lawyers=lawyers)):
        text = read({})
    assert "Zoe Lin Fresno · (559) 555-0100 Languages: English , español · Low cost" in text


def test_public_places_stand_on_it_as_on_the_page_of_lawyers() -> None:
    mine = Statewide("Valley Help", {"en": "Open on Mondays."}, "(559) 555-0188", replaces="law_clinic")
    with override_settings(OPERATOR=replace(OFFICE, statewide=(mine,))):
        text = read({})
        rows = {row.name: row.area for row in statewide_rows()}
    for name in ("Valley Help", "Lawyer referral service of a county bar", "State Bar of California"):
        assert f"{name} . {rows[name]}" in text
    assert "A law school clinic" not in text


def test_no_word_that_promises_on_any_copy(decided: Decided) -> None:
    promising = re.compile(FORBIDDEN.pattern.replace("|notario\\w*", ""), re.IGNORECASE)
    for name, answers in decided.items():
        text = read(answers, ticked=GROUPS)
        assert not promising.search(text), name
        assert len(re.findall("notario", text)) == 1


TEMPLATES = Path(__file__).parent.parent.parent / "templates"
OURS = (
    *TEMPLATES.glob("client/*.html"),
    *(TEMPLATES / name for name in ("print.html", "lawyers.html")),
    *(
        TEMPLATES / "parts" / f"{name}.html"
        for name in ("before_lawyer", "find_lawyer", "not_advice", "not_yes_not_no", "notario", "rights")
    ),
)


def test_the_pages_are_plain() -> None:
    marked = re.compile(r'(?:translate |both _\()"([^"]+)"')
    texts = [text for path in OURS for text in marked.findall(path.read_text(encoding="utf-8"))]
    assert len(texts) > 80
    assert grade(texts) <= MOST_OVERALL
    assert [line for line in sentences(texts) if len(line.split()) > MOST_WORDS] == []
    assert [text for text in texts if FORBIDDEN.search(text.replace("notario público", ""))] == []


def every_paper_text() -> Iterator[str]:
    for words in PAPER_WORDS.values():
        yield from (words.shows.msgid, words.how.msgid)


def test_every_paper_has_its_words() -> None:
    assert set(PAPER_WORDS) == set(PAPERS)


def test_no_fee_no_number_and_no_time_is_printed() -> None:
    """Pages age. Only a form, a proposition and a year have numbers."""
    known = re.compile(r"BCIA 8016RR|Prop 36|from 2001 on")
    texts = list(every_paper_text())
    assert [text for text in texts if re.search(r"[\d$]", known.sub("", text))] == []
    assert [text for text in texts if re.search(r"\b(cents|dollars|weeks|months|hours)\b", text)] == []


def test_paper_words_are_plain() -> None:
    texts = list(every_paper_text())
    assert grade(texts) <= MOST_OVERALL
    assert [line for line in sentences(texts) if len(line.split()) > MOST_WORDS] == []
    assert [text for text in texts if FORBIDDEN.search(text)] == []
    assert [text for text in texts if re.search(r"[\"'`{}%]", text)] == []
