"""The card, rule by rule: what each row says, when it is for today, and what a card that is too long leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import translation

from pcr_screener.operator import Lawyer
from screening.questions.wording import voice
from screening.rules.record import parse_answers
from screening.summary.client.card import MOST_WORDS, Card, build_card
from screening.summary.client.papers_now import papers_now
from screening.summary.report.building import CaseRecord, build_report
from tests.grade import flesch_kincaid
from tests.people.invented import PEOPLE, Person


AS_OF = date(2026, 11, 24)
PHONE = "(559) 555-0142"
HOURS = "Monday to Friday, 9 a.m. to 5 p.m."
# Spanish and Persian name a paper in their own words and in English.
MOST_IN_A_ROW = {"en": 20, "es": 26, "fa": 26}

CardOf = Callable[..., Card]


@pytest.fixture(autouse=True)
def an_office() -> Iterator[None]:
    operator = replace(settings.OPERATOR, phone=PHONE, texts={"en": {"hours": HOURS}})
    with override_settings(OPERATOR=operator):
        yield


def card_of(*cases: dict[str, object]) -> Card:
    records = [CaseRecord(at, parse_answers(case).values) for at, case in enumerate(cases, start=1)]
    return build_card(build_report(records, AS_OF))


def row(name: str, *cases: dict[str, object]) -> str:
    return card_of(*cases).row(name).text


HELD: dict[str, object] = {"immigration_events": ["detained"]}
COURT_SOON: dict[str, object] = {"upcoming": ["immigration_court"], "immigration_court_date": "2026-12-06"}
DENIED: dict[str, object] = {"immigration_events": ["benefit_denied"], "first_notice_date": "2026-11-16"}
LETTER: dict[str, object] = {"first_notice_date": "2026-09-01"}
ORDERED: dict[str, object] = {"immigration_events": ["removal_order"]}
REMOVED: dict[str, object] = {"immigration_events": ["removal_order", "removed"]}
NOT_SENTENCED: dict[str, object] = {"custody_in_case": "not_sentenced_yet"}
FRESNO: dict[str, object] = {"county": "Fresno", "harm_named_case": "yes"}

NOTHING = "Look in your letters for a court date or a last day. Found one? Call the same day."
MAY_NAME = "may name a last day. Do not let it pass."


@pytest.mark.parametrize(
    ("answers", "told", "now"),
    [
        (HELD, "Immigration holds you, or wants to. Every day counts.", True),
        ({"custody_elsewhere": "immigration"}, "Immigration holds you, or wants to. Every day counts.", True),
        (COURT_SOON, "Immigration court: **December 6, 2026**, in 12 days. Never miss it.", True),
        (
            {**COURT_SOON, "immigration_court_date": "2027-02-06"},
            "Immigration court: **February 6, 2027**, in 74 days. Never miss it.",
            False,
        ),
        (
            {**COURT_SOON, "immigration_court_date": "2026-12"},
            "Immigration court: **December 2026, day not known**. Never miss it.",
            True,
        ),
        (
            {"upcoming": ["ice_check_in"], "ice_check_in_date": "2026-11-24"},
            "A check-in with ICE: **November 24, 2026**, today. Never miss it.",
            True,
        ),
        (
            {"upcoming": ["criminal_court"], "criminal_court_date": "2026-11-25"},
            "Criminal court: **November 25, 2026**, in 1 day. Never miss it.",
            True,
        ),
        (
            {"upcoming": ["travel"], "travel_date": "2027-03-01"},
            "A trip out of the U.S.: **March 1, 2027**, in 97 days. Talk to a lawyer before that day.",
            False,
        ),
        ({"upcoming": ["immigration_interview"]}, "You have an interview with immigration. Find the day today.", True),
        ({"immigration_events": ["in_removal_proceedings"]}, "You have immigration court. Find the day today.", True),
        (
            {"upcoming": ["criminal_court"], "criminal_court_date": "2026-11-20"},
            "**November 20, 2026** has passed. Ask a lawyer about it first.",
            False,
        ),
        (DENIED, f"Your letter of **November 16, 2026** {MAY_NAME}", True),
        ({"immigration_events": ["benefit_denied"]}, f"Your letter from immigration {MAY_NAME}", True),
        (LETTER, f"Your letter of **September 1, 2026** {MAY_NAME}", False),
        ({"first_notice_date": "2026"}, f"Your letter from **2026** {MAY_NAME}", False),
        ({"first_notice_date": "2026-08-26"}, f"Your letter of **August 26, 2026** {MAY_NAME}", False),
        ({"first_notice_date": "2026-08-25"}, NOTHING, False),
        (ORDERED, "After a deportation order a last day can be only days away.", True),
        (REMOVED, "After a deportation order a last day can be only days away.", False),
        (NOT_SENTENCED, "A last day in your criminal case may be near.", True),
        ({"sentence_date": "2026-11-01"}, "A last day in your criminal case may be near.", True),
        ({"prior_motion": "denied"}, "A last day in your criminal case may be near.", True),
        (
            {"probation_start_date": "2026-09-01", "sentence_date": "2026-09-01"},
            "A last day in your criminal case may be near.",
            False,
        ),
        ({}, NOTHING, False),
    ],
)  # fmt: skip
def test_date(answers: dict[str, object], told: str, *, now: bool) -> None:
    card = card_of(answers)
    assert card.row("date").text == told
    assert card.now is now
    assert card.row("call").label == ("Call today" if now else "Call")


def test_of_the_rules_for_the_date_the_first_that_applies() -> None:
    both = {**NOT_SENTENCED, "sentence_date": "2026-11-01"}
    for earlier, starts in (
        (ORDERED, "After a deportation order"),
        (LETTER, "Your letter of"),
        ({"upcoming": ["travel"]}, "You have a trip out of the U.S. Find"),
        ({"upcoming": ["travel", "immigration_court"], "immigration_court_date": "2027-01-01"}, "Immigration court:"),
        (HELD, "Immigration holds you"),
    ):  # fmt: skip
        both |= earlier
        assert row("date", both).startswith(starts)


def test_of_several_days_the_nearest() -> None:
    days: dict[str, object] = {
        "upcoming": ["immigration_court", "criminal_court"],
        "immigration_court_date": "2027-01-05",
        "criminal_court_date": "2026-12-01",
    }
    assert row("date", days).startswith("Criminal court: **December 1, 2026**")


def test_a_day_known_in_part_hides_no_known_day_before_its_end() -> None:
    days: dict[str, object] = {
        "upcoming": ["immigration_court", "ice_check_in"],
        "immigration_court_date": "2026",
        "ice_check_in_date": "2026-11-26",
    }
    assert row("date", days).startswith("A check-in with ICE: **November 26, 2026**")
    assert row("date", {**days, "ice_check_in_date": "2027-01-05"}).startswith("Immigration court: **2026,")


@pytest.mark.parametrize(
    ("told", "event"),
    [
        ({"immigration_events": ["in_removal_proceedings"]}, "immigration_court"),
        ({"custody_in_case": "not_sentenced_yet"}, "criminal_court"),
    ],
)
def test_a_day_in_court_counts_where_the_case_in_that_court_is_told(
    told: dict[str, object], event: str
) -> None:
    card = card_of({**told, f"{event}_date": "2026-12-06"})
    assert card.now
    assert "**December 6, 2026**, in 12 days. Never miss it." in card.row("date").text


def test_a_day_of_an_event_that_nobody_ticked_is_none() -> None:
    assert row("date", {"upcoming": ["travel"], "immigration_court_date": "2026-12-06"}).startswith(
        "You have a trip"
    )


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (HELD, "“Immigration has me, or a person in my family. We need a lawyer today.”"),
        (COURT_SOON, "“I have immigration court on December 6, 2026. I need a lawyer before that day.”"),
        (
            {**COURT_SOON, "immigration_court_date": "2026-12"},
            "“I have immigration court in December 2026. I need a lawyer before then.”",
        ),
        (
            {**COURT_SOON, "immigration_court_date": "2027"},
            "“I have immigration court some time in 2027. I need a lawyer before then.”",
        ),
        (
            {"upcoming": ["travel"], "travel_date": "2026-10"},
            "“I had a trip out of the U.S. in October 2026. I need a lawyer now.”",
        ),
        (
            {"upcoming": ["travel"], "travel_date": "2025"},
            "“I had a trip out of the U.S. some time in 2025. I need a lawyer now.”",
        ),
        ({**DENIED, "first_notice_date": "2026"}, "“Immigration said no in a letter from 2026.”"),
        ({"first_notice_date": "2026-10"}, "“I have a letter from immigration, from October 2026.”"),
        ({"upcoming": ["travel"]}, "“I have a trip out of the U.S. I need a lawyer before that day.”"),
        (
            {"upcoming": ["ice_check_in"], "ice_check_in_date": "2026-11-20"},
            "“I had a check-in with ICE on November 20, 2026. I need a lawyer now.”",
        ),
        (DENIED, "“Immigration said no in a letter of November 16, 2026.”"),
        (
            {**DENIED, **FRESNO},
            "“Immigration said no in a letter of November 16, 2026. It names my old case in Fresno.”",
        ),
        (
            {**DENIED, "harm_named_case": "yes"},
            "“Immigration said no in a letter of November 16, 2026. It names my old case.”",
        ),
        (
            {"immigration_events": ["benefit_denied"], **FRESNO},
            "“Immigration said no in a letter. It names my old case in Fresno.”",
        ),
        (LETTER, "“I have a letter from immigration of September 1, 2026.”"),
        (
            {**LETTER, **FRESNO},
            "“I have a letter from immigration of September 1, 2026. It names my old case in Fresno.”",
        ),
        (ORDERED, "“I was ordered deported.”"),
        (
            {**ORDERED, "removal_order_named_case": "yes"},
            "“I was ordered deported. The order names an old case.”",
        ),
        (
            {**REMOVED, "removal_order_named_case": "yes", "county": "Kern"},
            "“I was deported. The order names an old case in Kern.”",
        ),
        (
            {**REMOVED, "answered_by": "family", "removal_order_named_case": "yes", "county": "Kern"},
            "“A person in my family was deported. The order names an old case in Kern.”",
        ),
        ({**ORDERED, "answered_by": "family"}, "“A person in my family was ordered deported.”"),
        ({"court": "federal"}, "“I have an old case in a federal court. Who can look at it for immigration?”"),
        ({"court": "other_state"}, "“I have an old case in another state. Who can look at it for immigration?”"),
        (
            {"court": "tribal_or_military"},
            "“I have an old case in a tribal or military court. Who can look at it for immigration?”",
        ),
        (NOT_SENTENCED, "“My criminal case is not over, and I have a question about immigration.”"),
        (
            {**NOT_SENTENCED, "county": "Fresno"},
            "“My criminal case in Fresno is not over, and I have a question about immigration.”",
        ),
        ({}, "“I may have an old criminal case. I do not know what the papers say.”"),
        ({"court": "california"}, "“I have an old criminal case and a question about immigration.”"),
        (
            {"court": "california", "county": "Fresno"},
            "“I have an old criminal case in Fresno and a question about immigration.”",
        ),
    ],
)  # fmt: skip
def test_say(answers: dict[str, object], told: str) -> None:
    assert row("say", answers) == told


NOTICE = "The one that says “Notice to Appear”. Look for it at home."
OWN = "Your own papers of the case. Keep every page."
AT_HOME = "The immigration papers you have at home, with the envelopes."


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (HELD, NOTICE),
        (COURT_SOON, NOTICE),
        ({"upcoming": ["ice_check_in"]}, NOTICE),
        (
            {"upcoming": ["travel"]},
            "The docket, a list of what happened in the case. Ask the clerk of the court by mail.",
        ),
        (DENIED, "That letter, with its envelope. Have both by the phone."),
        (LETTER, "That letter, with its envelope. Have both by the phone."),
        (ORDERED, AT_HOME),
        ({"open_warrant": "yes"}, "No paper yet. A lawyer asks for them."),
        (
            {"court": "california", "county": "Fresno", "juvenile": "no"},
            "The minute orders, one for each day in court. Ask the clerk of the court in Fresno by mail.",
        ),
        ({"court": "federal"}, OWN),
        ({"juvenile": "yes", "court": "california", "race_bias": "no"}, OWN),
    ],
)
def test_paper(answers: dict[str, object], told: str) -> None:
    assert row("paper", answers) == told


def test_with_a_deportation_order_no_office_is_asked_whatever_the_date_says() -> None:
    for day in ({"upcoming": ["travel"], "travel_date": "2027-01-01"}, COURT_SOON):
        card = card_of({**ORDERED, **day})
        assert card.row("paper").text == (NOTICE if day is COURT_SOON else AT_HOME)
        assert card.row("not_yet").text == f"Ask no office for anything. {STAY}"
    assert row("not_yet", {**ORDERED, "upcoming": ["criminal_court"]}) == (
        "Ask no office for anything. Do not say guilty or no contest."
    )


def test_who_was_deported_is_not_sent_to_a_court_by_a_card() -> None:
    card = card_of({**REMOVED, **COURT_SOON})
    assert card.row("date").text == (
        "Immigration court: **December 6, 2026**, in 12 days. Talk to a lawyer before that day."
    )
    assert card.row("no_lawyer").text == "Keep calling. A lawyer has to say whether to go."


def test_a_case_not_sentenced_yet_asks_no_clerk_by_mail() -> None:
    assert row("paper", {**NOT_SENTENCED, "court": "california", "county": "Fresno"}) == OWN


def test_a_citizen_is_not_told_to_stay_unless_other_answers_do_not_fit() -> None:
    citizen: dict[str, object] = {"citizenship": "us_citizen_naturalized"}
    assert row("not_yet", citizen) == "Start nothing new with immigration."
    assert row("not_yet", {**citizen, **NOT_SENTENCED}) == "Do not say guilty or no contest."
    assert STAY in row("not_yet", {**citizen, "immigration_events": ["in_removal_proceedings"]})
    assert STAY in row("not_yet", {"citizen_parent": "yes"})


STAY = "Do not leave the United States."


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (REMOVED, "Ask no office for anything. If you came back, tell only a lawyer."),
        ({**REMOVED, **COURT_SOON}, "Ask no office for anything. If you came back, tell only a lawyer."),
        (HELD, "Sign nothing before you talk to a lawyer."),
        (ORDERED, "Ask no office for anything."),
        (NOT_SENTENCED, f"Do not say guilty or no contest. {STAY}"),
        ({"immigration_goal": ["renew_green_card"]}, f"Do not renew your green card yet. {STAY}"),
        ({"upcoming": ["immigration_application"]}, f"Send no form yet. {STAY}"),
        (COURT_SOON, f"Start nothing new with immigration. {STAY}"),
        ({}, f"Start nothing new with immigration. {STAY}"),
    ],
)
def test_not_yet(answers: dict[str, object], told: str) -> None:
    assert row("not_yet", answers) == told


def test_no_lawyer_before_the_hearing_only_with_a_case_in_immigration_court() -> None:
    assert row("no_lawyer", COURT_SOON) == (
        "Go. Tell the judge: “I need time to find a lawyer, and the list of free lawyers.”"
    )
    assert [told.id for told in card_of({}).rows] == ["date", "call", "say", "paper", "not_yet"]


def test_the_number_with_its_hours_or_the_way_to_one() -> None:
    call = card_of({}).row("call")
    assert (call.text, call.link, card_of({}).hours) == ("No answer?", "More numbers", HOURS)
    with override_settings(OPERATOR=replace(settings.OPERATOR, phone="")):
        card = card_of({})
    assert (card.phone, card.hours) == ("", "")
    assert (card.row("call").text, card.row("call").link) == ("", "How to find a lawyer")


def test_without_an_office_the_first_number_of_the_county() -> None:
    lawyer = Lawyer("Ana Ruiz", "Fresno", "(559) 555-0177", ("en",), "free", county=("Fresno",))
    with override_settings(OPERATOR=replace(settings.OPERATOR, phone="", lawyers=(lawyer,))):
        card = card_of({"county": "Fresno"})
        assert (card.phone, card.hours, card.row("call").text) == ("(559) 555-0177", "Ana Ruiz", "No answer?")
        assert card_of({"county": "Alpine"}).phone == ""


def test_of_several_cases_the_one_to_ask_about_first_is_said_and_the_letter_of_its_own_case() -> None:
    little, much = {"court": "california", "county": "Kern"}, dict(PEOPLE[0].cases[0])
    told = {
        key: value for key, value in much.items() if key not in ("immigration_events", "first_notice_date")
    }
    records = [CaseRecord(1, parse_answers(little).values), CaseRecord(2, told)]
    assert "in Fresno and" in build_card(build_report(records, AS_OF)).row("say").text
    assert "in Kern" in row("say", {**FRESNO}, {**LETTER, "county": "Kern", "harm_named_case": "yes"})


def test_of_several_cases_the_one_that_the_denial_or_the_order_is_about() -> None:
    about = card_of({**DENIED, "first_notice_date": "unsure", "county": "Kern"}, {**DENIED, **FRESNO})
    assert about.row("date").text == f"Your letter of **November 16, 2026** {MAY_NAME}"
    assert about.row("say").text == (
        "“Immigration said no in a letter of November 16, 2026. It names my old case in Fresno.”"
    )
    unnamed = {**ORDERED, "county": "Kern", "removal_order_named_case": "no"}
    named = {**ORDERED, "county": "Fresno", "removal_order_named_case": "yes"}
    told = "“I was ordered deported. The order names an old case in Fresno.”"
    assert (row("say", unnamed, named), row("say", named, unnamed)) == (told, told)


def test_of_several_cases_the_letter_that_names_one_and_then_the_newest() -> None:
    newer = {**DENIED, "county": "Kern", "first_notice_date": "2026-11-20", "harm_named_case": "no"}
    for cases in (({**DENIED, **FRESNO}, newer), (newer, {**DENIED, **FRESNO})):
        assert "November 16, 2026. It names my old case in Fresno" in row("say", *cases)
    older = {"first_notice_date": "2026-08-30"}
    for letters in ((older, LETTER), (LETTER, older)):
        assert "**September 1, 2026**" in row("date", *letters)


def test_of_several_cases_the_paper_is_one_of_the_case_that_is_said_and_of_its_clerk() -> None:
    kern = {"court": "california", "county": "Kern", "juvenile": "no"}
    fresno = {key: value for key, value in PEOPLE[2].cases[1].items() if key != "first_notice_date"}
    federal = parse_answers({"court": "federal", "county": "Kern"}).values
    for other in (parse_answers(kern).values, federal):
        for at in (other, fresno), (fresno, other):
            card = build_card(build_report([CaseRecord(n, case) for n, case in enumerate(at, 1)], AS_OF))
            assert "in Fresno and" in card.row("say").text
            assert card.row("paper").text.endswith("Ask the clerk of the court in Fresno by mail.")
    assert row("paper", {"court": "federal"}, {"court": "other_state"}) == OWN


def test_no_paper_that_waits_for_a_lawyer_can_be_asked_for_now() -> None:
    case = {"court": "california", "county": "Kern", "disposition": "guilty_plea"}
    for person in (case, {**case, **ORDERED}, {**case, **REMOVED}):
        papers = papers_now(build_report([CaseRecord(1, parse_answers(person).values)], AS_OF))
        assert papers.lawyer
        assert [row.id for row in papers.lawyer if "You can ask for this now." in row.safe] == []
        assert bool(papers.letters) is (person is case)
        clerks = [row.ask_for for row in papers.lawyer if row.id == "court_docket"]
        assert clerks == ([] if person is case else ["Ask your lawyer about it."])


def test_what_is_too_long_is_left_out_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {**COURT_SOON, "county": "San Luis Obispo"}
    whole = card_of(answers)
    monkeypatch.setattr("screening.summary.client.card.MOST_WORDS", whole.words - 1)
    no_hours = card_of(answers)
    assert (whole.hours, no_hours.hours) == (HOURS, "")
    assert "in 12 days" in no_hours.row("date").text
    monkeypatch.setattr("screening.summary.client.card.MOST_WORDS", no_hours.words - 1)
    no_days = card_of(answers)
    assert no_days.row("date").text == "Immigration court: **December 6, 2026**. Never miss it."
    monkeypatch.setattr("screening.summary.client.card.MOST_WORDS", 1)
    shortest = card_of({"court": "california", "county": "San Luis Obispo"})
    assert shortest.row("say").text == "“I have an old criminal case and a question about immigration.”"
    assert shortest.phone == PHONE


@pytest.mark.parametrize("language", ["en", "es", "fa"])
@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_a_card_of_each_person_is_short_and_easy(person: Person, language: str) -> None:
    records = [CaseRecord(at, case) for at, case in enumerate(person.cases, start=1)]
    with translation.override(voice(language, person.cases[0])):
        card = build_card(build_report(records, AS_OF))
    assert card.words <= MOST_WORDS
    told = [f"{one.label} {one.text}" for one in card.rows]
    assert [words for words in told if len(words.split()) > MOST_IN_A_ROW[language]] == []
    if language == "en":
        read = (f"{one.label}. {card.hours if one.id == 'call' else ''} {one.text}" for one in card.rows)
        assert flesch_kincaid(" ".join(read)) <= 5
