"""The page for a pocket: one page for everybody, large enough to read, with nothing on it that was not ticked."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import translation

from pcr_screener.operator import Lawyer
from screening.questions.wording import said, voice
from screening.rules.facts import FACTS
from screening.summary.client.copy import ClientCopy, build_client_copy
from screening.summary.client.pocket import MOST_PAPERS, Pocket, shorter
from screening.summary.client.sensitive import EVENTS, GROUPS, WARRANT, Group
from screening.summary.page.data import CaseRecord
from screening.summary.pdf.papers import client_pdf
from tests.people.invented import PEOPLE, Person
from tests.summary.copies import AS_OF, copy_of, pocket_words, words_of
from tests.summary.reading import pages_of, squeezed
from tests.tiers import Rounds, repeated


Decided = dict[str, dict[str, Any]]
NUMBER = "(559) 555-0142"
OFFICE = replace(
    settings.OPERATOR,
    phone=NUMBER,
    texts={"en": {"hours": "Monday to Friday, 9 a.m. to 5 p.m."}},
)
FIRST_LINE = {
    "en": "Notes to ask a lawyer. Do not give them to ICE, the police, a court or a notary.",
    "es": "Notas para preguntar a un abogado. No las dé a ICE",
    "fa": "یادداشت برای پرسیدن از وکیل.",
}
BY_NAME = {person.name: person for person in PEOPLE}
HEARING = BY_NAME["a hearing in 12 days"]
EACH = pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)


@pytest.fixture(autouse=True)
def office() -> Iterator[None]:
    with override_settings(OPERATOR=OFFICE):
        yield


def copy_for(person: Person, language: str = "en", ticked: Collection[Group] = ()) -> ClientCopy:
    records = [CaseRecord(number, answers) for number, answers in enumerate(person.cases, start=1)]
    with translation.override(voice(language, person.cases[0])):
        return build_client_copy(records, AS_OF, ticked)


def pocket_of(copy: ClientCopy, language: str = "en") -> Pocket:
    """Whole."""
    with translation.override(language):
        return next(shorter(copy))


def line(copy: ClientCopy, name: str, language: str = "en") -> str:
    return next((line.text for line in pocket_of(copy, language).lines if line.id == name), "")


def sizes(pdf: bytes) -> set[float]:
    """Of all letters, in points."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        drawn = list(pikepdf.parse_content_stream(opened.pages[0]))
    # WeasyPrint draws in pixels of CSS.
    assert "0.75" in {str(one.operands[0]) for one in drawn if str(one.operator) == "cm"}
    return {round(float(one.operands[1]) * 0.75, 1) for one in drawn if str(one.operator) == "Tf"}


SHOWN = [("en", ()), ("es", ()), ("fa", ()), ("en", GROUPS), ("es", GROUPS), ("fa", GROUPS)]
# Everybody in two ways and each way for somebody come first.
WAYS = [
    (*SHOWN[(place + turn) % len(SHOWN)], person)
    for turn in range(len(SHOWN))
    for place, person in enumerate(PEOPLE)
]


@pytest.mark.parametrize(
    ("language", "ticked", "person"),
    repeated(WAYS, 2 * len(PEOPLE)),
    ids=lambda way: getattr(way, "name", None),
)
def test_it_is_one_page_that_can_be_read(language: str, ticked: tuple[Group, ...], person: Person) -> None:
    pdf = client_pdf(copy_for(person, language, ticked), voice(language, person.cases[0]))
    (page,) = pages_of(pdf)
    assert min(sizes(pdf)) >= 12
    assert max(sizes(pdf)) == 34
    assert squeezed(NUMBER) in squeezed(page)
    if language != "fa":  # pdftotext puts marks of direction around the lines
        assert page.startswith(FIRST_LINE[language])


@EACH
def test_it_begins_with_what_it_is_in_persian_too(person: Person) -> None:
    assert pocket_words(copy_for(person, "fa"), "fa").startswith(FIRST_LINE["fa"])


@EACH
@pytest.mark.parametrize("ticked", [(), GROUPS], ids=["plain", "ticked"])
def test_it_names_at_most_five_papers_and_one_after_a_lawyer(
    ticked: tuple[Group, ...], person: Person
) -> None:
    for pocket in shorter(copy_for(person, ticked=ticked)):
        assert len(pocket.papers) <= MOST_PAPERS
        later = [paper.name.startswith("Only after a lawyer says so:") for paper in pocket.papers]
        assert later == sorted(later)
        assert sum(later) <= 1


@EACH
def test_without_the_tick_no_event_has_its_name(person: Person) -> None:
    copy = copy_for(person)
    words = pocket_words(copy)
    named = [said("upcoming", event) for event in FACTS["upcoming"].values if event not in ("none", "other")]
    assert [name for name in named if name in words] == []
    assert "deport" not in words
    assert "letter of" not in words


def test_a_day_stands_without_its_name_or_with_it() -> None:
    day, plain = "December 6, 2026", copy_for(HEARING)
    assert line(plain, "date").startswith(f"**Sunday, {day}.** You gave this day.")
    assert line(plain, "say") == "“I have an old criminal case in Kern and a question about immigration.”"
    assert line(plain, "no_lawyer").startswith("If it is immigration court, go. Tell the judge:")
    assert line(copy_for(PEOPLE[0]), "no_lawyer") == ""
    named = copy_for(HEARING, ticked=(EVENTS,))
    assert line(named, "date") == f"Immigration court: **{day}**. Never miss it."
    assert line(named, "say") == f"“I have immigration court on {day}. I need a lawyer before that day.”"
    assert line(named, "no_lawyer").startswith("Go. Tell the judge:")


def test_a_paper_that_the_card_names_stands_in_its_row_or_in_the_list_once() -> None:
    held = copy_for(BY_NAME["detention"], ticked=(EVENTS,))
    assert line(held, "paper") == ""
    assert pocket_of(held).papers[0].name == "The Notice to Appear from immigration"
    denied = BY_NAME["a completed DEJ with a denial"]
    assert line(copy_for(denied), "paper") == ""
    assert line(copy_for(denied, ticked=(EVENTS,)), "paper").startswith("That letter, with its envelope.")
    assert line(copy_for(BY_NAME["two cases"], ticked=(EVENTS,)), "paper") == ""


def test_it_counts_no_days() -> None:
    """It is read next week too."""
    for ticked in ((), GROUPS):
        assert "in 12 days" not in pocket_words(copy_for(HEARING, ticked=ticked))


@pytest.mark.parametrize(
    ("day", "call"), [("2026-12-09", "Call today"), ("2027-03-01", "Call"), ("2026-12", "Call today")]
)
def test_a_day_without_its_name_is_for_today_where_it_may_lie_within_30_days(day: str, call: str) -> None:
    copy = copy_of({"upcoming": ["ice_check_in"], "ice_check_in_date": day})
    assert pocket_of(copy).call == call


def test_today_is_said_where_the_contract_says_it_and_the_person_lets_it_be_said() -> None:
    denied = BY_NAME["a completed DEJ with a denial"]
    assert pocket_of(copy_for(denied)).call == "Call"
    assert pocket_of(copy_for(denied, ticked=(EVENTS,))).call == "Call today"


def test_what_not_to_do_is_true_for_everybody_without_the_tick() -> None:
    deported = BY_NAME["a daughter for her deported father"]
    never = "If a letter has a last day, do not let it pass: call a lawyer today."
    assert line(copy_for(PEOPLE[0]), "not_yet") == (
        "Start nothing new with immigration. If you are in the United States, do not leave it."
        f" Do not say guilty or no contest. Never miss a court date or an ICE date. {never}"
    )
    told = line(copy_for(deported, ticked=(EVENTS,)), "not_yet")
    assert told.startswith("Ask no office for anything.")
    assert "leave" not in told
    assert told.endswith(never)


def test_the_laws_are_asked_about_as_questions() -> None:
    denied, unsure = BY_NAME["a completed DEJ with a denial"], BY_NAME["all not sure"]
    assert pocket_of(copy_for(denied)).laws == ("PC 1203.43", "PC 1473.7(a)(1)")
    words = pocket_words(copy_for(denied))
    assert "“Can PC 1203.43 fit this case?” “And PC 1473.7(a)(1) ?” Only a lawyer can say." in words
    for person in (unsure, BY_NAME["federal"], BY_NAME["juvenile"]):
        assert pocket_of(copy_for(person)).laws == ()
        assert "“Which law can fit it?” Only a lawyer can say." in pocket_words(copy_for(person))


def test_of_two_cases_the_one_with_the_least_open_is_asked_about_first() -> None:
    assert pocket_of(copy_for(BY_NAME["two cases"])).laws[0] == "PC 1203.43"


def test_where_nothing_is_known_one_letter_to_the_clerk_is_enough() -> None:
    papers = pocket_of(copy_for(BY_NAME["all not sure"])).papers
    asked = [paper.name for paper in papers if paper.keeper not in ("At home", "")]
    assert asked == [
        "The docket, a list of what happened in the case",
        "The charge paper (complaint or information)",
        "The minute orders, one for each day in court",
    ]
    assert not any(paper.name.startswith("Only after") for paper in papers)


def test_a_letter_goes_by_mail_and_says_what_a_clerk_hears_in_english() -> None:
    form, minutes = pocket_of(copy_for(HEARING)).papers[1:3]
    assert (form.keeper, minutes.keeper) == ("The clerk of the court in Kern, by mail", "In the same letter")
    assert form.say.startswith("“I need the plea form")
    with translation.override("es"):
        spanish = next(paper for paper in next(shorter(copy_for(HEARING, "es"))).papers if paper.in_english)
    assert spanish.say == form.say


def test_what_is_said_aloud_stands_in_english_too_and_a_warning_while_nobody_reviewed_it() -> None:
    copy = copy_for(HEARING, "es", (EVENTS,))
    with translation.override("es"):
        english = {line.id: line.english for line in next(shorter(copy)).lines}
    assert english["say"].startswith("“I have immigration court on December 6, 2026.")
    assert english["no_lawyer"].startswith("Go. Tell the judge:")
    assert english["not_yet"].startswith("Start nothing new with immigration.")
    assert english["date"] == english["paper"] == ""
    with override_settings(OPERATOR=replace(OFFICE, reviewed_languages=("es",))), translation.override("es"):
        reviewed = {line.id: line.english for line in next(shorter(copy)).lines}
    assert reviewed == {**english, "not_yet": ""}
    assert not any(line.english for line in pocket_of(copy_for(HEARING)).lines)


@pytest.mark.parametrize("language", ["en", "es", "fa"])
def test_where_an_order_may_not_be_named_everybody_is_told_what_it_would_mean(language: str) -> None:
    sentence = "Could there be an order to leave the country? Then ask no office for anything before a lawyer says so."
    with translation.override(language):
        told = translation.gettext(sentence)
    assert (told == sentence) is (language == "en")
    ordered = {"immigration_events": ["removal_order"], "court": "california", "disposition": "guilty_plea"}
    assert told in pocket_words(copy_of(ordered, language=language), language)
    assert told in pocket_words(copy_of({}, language=language), language)
    assert told not in pocket_words(copy_of(ordered, ticked=GROUPS, language=language), language)


def test_a_warrant_keeps_everybody_from_the_counter() -> None:
    assert "Could there be a warrant? Then nobody goes" in pocket_words(copy_of({}))
    warrant = copy_of({"open_warrant": "yes"}, ticked=(WARRANT,))
    assert "There may be a warrant. Nobody goes" in pocket_words(warrant)
    assert not any("by mail" in paper.keeper for paper in pocket_of(warrant).papers)


def test_the_day_the_number_and_what_not_to_do_never_give_way(worst: dict[str, object]) -> None:
    for ticked in ((), GROUPS):
        pockets = list(shorter(copy_of(worst, ticked=ticked)))
        kept = {
            (pocket.call, pocket.phone, *(line.text for line in pocket.lines if line.id != "say"))
            for pocket in pockets
        }
        assert len(kept) == 1
        assert all({"date", "say", "not_yet"} <= {line.id for line in pocket.lines} for pocket in pockets)
        assert all(pocket.papers for pocket in pockets)


@pytest.mark.parametrize("language", repeated(["fa", "es", "en"], 1))
@pytest.mark.parametrize("ticked", [(), GROUPS], ids=["plain", "ticked"])
def test_the_worst_case_is_one_page_too(
    language: str, ticked: tuple[Group, ...], worst: dict[str, object]
) -> None:
    copy = copy_of(worst, ticked=ticked, language=language)
    assert len(pages_of(client_pdf(copy, language))) == 1


def test_every_decided_case_is_one_page(decided: Decided, rounds: Rounds) -> None:
    for name in sorted(decided)[:: rounds(16, 8)]:
        assert len(pages_of(client_pdf(copy_of(decided[name], ticked=GROUPS), "en"))) == 1, name


def test_without_a_number_there_is_room_to_write_one() -> None:
    with override_settings(OPERATOR=replace(OFFICE, phone="")):
        words = pocket_words(copy_of({}))
    assert NUMBER not in words
    assert re.search(r"\bCall Date\b", words)
    assert "More numbers: the public defender of the county of the case." in words


def test_a_number_that_is_not_the_offices_own_always_says_whose_it_is() -> None:
    lawyer = Lawyer("Kern Legal Aid", "Kern", "(661) 555-0100", ("en",), "free", county=("Kern",))
    with override_settings(OPERATOR=replace(OFFICE, phone="", lawyers=(lawyer,))):
        pockets = list(shorter(copy_for(HEARING)))
    assert {(pocket.phone, pocket.hours) for pocket in pockets} == {("(661) 555-0100", "Kern Legal Aid")}


@pytest.mark.long  # test_client_pdf.py has it with the long copy behind it
def test_the_same_bytes_twice() -> None:
    assert client_pdf(copy_for(HEARING), "en") == client_pdf(copy_for(HEARING), "en")


def test_it_does_not_say_who_made_it_or_when() -> None:
    pdf = pikepdf.open(io.BytesIO(client_pdf(copy_for(HEARING), "en")))
    assert dict(pdf.docinfo.items()) == {"/Title": "Form", "/Producer": "WeasyPrint 70.0"}
    assert "2026.1" not in pocket_words(copy_for(HEARING))
    assert "November 24" not in pocket_words(copy_for(HEARING))


WHICH = {
    "en": ("Cases 1 to 5 of 7. The others are on another paper.", "Case 6 of 6."),
    "es": ("Casos 1 a 5 de 7. Los otros están en otro papel.", "Caso 6 de 6."),
    "fa": ("پرونده‌های 1 تا 5 از 7. بقیه در برگهٔ دیگری است.", "پروندهٔ 6 از 6."),
}


@pytest.mark.parametrize("answered_by", ["self", "family"])
@pytest.mark.parametrize("language", WHICH)
def test_one_of_several_papers_says_which_cases_it_holds(language: str, answered_by: str) -> None:
    told = {**HEARING.cases[0], "answered_by": answered_by}
    spoken = voice(language, told)

    def read(numbers: range, of_all: int) -> list[str]:
        with translation.override(spoken):
            copy = build_client_copy([CaseRecord(one, told) for one in numbers], AS_OF, (), of_all)
        return [words(copy, spoken).replace(" .", ".") for words in (pocket_words, words_of)]

    some, one = WHICH[language]
    assert all(some in text for text in read(range(1, 6), 7))
    assert all(one in text for text in read(range(6, 7), 6))
    assert not any(some in text for text in read(range(1, 6), 0))


@pytest.mark.parametrize("language", [*WHICH])
def test_it_is_one_page_with_that_line_too(language: str) -> None:
    with translation.override(language):
        copy = build_client_copy([CaseRecord(one, HEARING.cases[0]) for one in range(1, 6)], AS_OF, (), 7)
    assert len(pages_of(client_pdf(copy, language))) == 1
