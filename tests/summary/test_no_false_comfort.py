"""What a person reads is never false comfort and never false alarm, wherever and in whatever language.

Each sentence is tried on the result page, on both copies and in what a call reads back.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

import pytest
from django.utils import translation
from django.utils.translation import gettext

from screening.interview.document import Case, Document
from screening.office.calls.read_aloud import read_back
from screening.questions.wording import say
from screening.rules.facts import FACTS, Topic
from screening.rules.flags.every import CLIENT_WORDS, FLAGS
from screening.rules.papers import PAPERS
from screening.rules.record import parse_answers
from screening.summary.client.paper_words import PAPER_WORDS
from screening.summary.client.sensitive import GROUPS, WARRANT
from screening.summary.report.building import CaseRecord, build_report
from tests.summary.copies import AS_OF, copy_of, words_of
from tests.summary.test_result_page import html_of
from tests.summary.test_result_page import words_of as words_of_page
from tests.tiers import repeated


pytestmark = pytest.mark.django_db

EACH_LANGUAGE = pytest.mark.parametrize("language", repeated(["en", "fa", "es"], 2))

LEAVE = "Do not leave the United States."
IF_HERE = "If you are in the United States, do not leave it."
LETTER = "If a letter has a last day, do not let it pass: call a lawyer today."
NEW = "Start nothing new with immigration. Do not renew your green card yet."
# On the result page.
IN_SHORT = (
    "Start nothing new",
    "renew, or send any form",
    "Never miss a court date or an ICE date. If a letter has a last day, do not let it pass: call today.",
)
GO = (
    "No lawyer before a day in immigration court? Go. Tell the judge: “I need time to find a lawyer, and the list of"
    " free lawyers.”"
)
WITHOUT_COMING = (
    "If you cannot come, a lawyer can ask the judge for a hearing without you (PC 1473.7). The judge needs a good"
    " reason."
)

PLEA: dict[str, object] = {
    "citizenship": "noncitizen",
    "court": "california",
    "juvenile": "no",
    "disposition": "guilty_plea",
    "disposition_date": "2015-03-02",
    "offense_level": "felony",
    "custody_in_case": "finished",
}
ON_PROBATION = {**PLEA, "custody_in_case": "probation", "offense_kind": ["drug_possession"]}
JUVENILE = {
    **PLEA,
    "juvenile": "yes",
    "offense_kind": ["marijuana", "drug_possession"],
    "disposition_date": "2003",
    "later_relief": ["sealed", "reduced_17b"],
    "race_bias": "yes",
}
REMOVED = {**PLEA, "immigration_events": ["removed"], "upcoming": ["travel"]}
HEARING = {**PLEA, "upcoming": ["immigration_court"], "immigration_court_date": "2026-12-09"}
IN_PROGRAM = {
    **PLEA,
    "program": "pc1000_deferred_entry",
    "program_start_date": "2025-11",
    "program_completed": "still_in_program",
    "offense_kind": ["drug_possession"],
}


@dataclass(frozen=True)
class Told:
    """All that one person reads or hears."""

    result: str
    copy: str
    full_copy: str
    call: str

    @property
    def everywhere(self) -> tuple[str, ...]:
        return self.result, self.copy, self.full_copy, self.call


def told(answers: dict[str, object], language: str) -> Told:
    return _told(json.dumps(answers), language)


@cache
def _told(written: str, language: str) -> Told:
    answers = json.loads(written)
    values = parse_answers(answers).values
    you = {key: value for key, value in values.items() if FACTS[key].topic is Topic.YOU}
    case = {key: value for key, value in values.items() if key not in you}
    blocks = read_back(Document(you, [Case("1", case)], language), AS_OF)
    lines = [line.spoken or line.english for block in blocks for line in block.lines]
    with translation.override(language):
        result = words_of_page(html_of(build_report([CaseRecord(1, values)], AS_OF)))
    return Told(
        result=result,
        copy=words_of(copy_of(answers, language=language), language),
        full_copy=words_of(copy_of(answers, ticked=GROUPS, language=language), language),
        call=" ".join(lines),
    )


def in_language(sentence: str, language: str) -> str:
    with translation.override(language):
        return gettext(sentence)


def of_flag(code: str, language: str) -> str:
    with translation.override(language):
        return say(CLIENT_WORDS[code])


@EACH_LANGUAGE
def test_the_last_day_of_a_letter_is_kept(language: str) -> None:
    answers = {**PLEA, "upcoming": ["immigration_application"]}
    read = told(answers, language)
    for words in IN_SHORT:
        assert in_language(words, language) in read.result
    for text in read.everywhere:
        assert in_language(LETTER, language) in text
        assert text is read.result or in_language(NEW, language) in text
    flag = of_flag("immigration_application", language)
    assert [flag in text for text in read.everywhere] == [True, False, True, True]


def test_nobody_is_told_to_leave_a_letter_unanswered() -> None:
    words = [text.msgid for text in CLIENT_WORDS.values()]
    words += [text.msgid for paper in PAPER_WORDS.values() for text in (paper.shows, paper.how)]
    against = re.compile(r"do not file|send nothing back|do not send any|do not answer", re.IGNORECASE)
    assert [sentence for sentence in words if against.search(sentence)] == []
    assert "do not let it pass: call a lawyer today" in CLIENT_WORDS["immigration_application"].msgid
    assert "Do not let that day pass" in PAPER_WORDS["uscis_denial_rfe"].how.msgid


@EACH_LANGUAGE
def test_probation_that_may_be_over_is_still_obeyed(language: str) -> None:
    sentence = of_flag("ab1950", language)
    read = told(ON_PROBATION, language)
    assert all(sentence in text for text in (read.result, read.copy, read.full_copy))
    assert CLIENT_WORDS["ab1950"].msgid.endswith("Obey every rule until a judge says that it is over.")


@EACH_LANGUAGE
@pytest.mark.parametrize(
    ("kinds", "level"),
    [
        (["domestic_violence"], "misdemeanor"),
        (["driving_under_influence"], "misdemeanor"),
        (["drug_possession", "sex_offense"], "felony"),
        (["violence"], "felony"),
    ],
)
def test_probation_is_not_called_over_where_its_offense_has_a_term_of_its_own(
    language: str, kinds: list[str], level: str
) -> None:
    answers = {**ON_PROBATION, "offense_kind": kinds, "offense_level": level}
    report = build_report([CaseRecord(1, parse_answers(answers).values)], AS_OF)
    assert "ab1950" in report.cases[0].result.also_consider  # the attorney still reads it
    sentence = of_flag("ab1950", language)
    assert not any(sentence in text for text in told(answers, language).everywhere)


@EACH_LANGUAGE
def test_nothing_says_that_immigration_law_still_counts_a_juvenile_case(language: str) -> None:
    read = told(JUVENILE, language)
    for code in ("expungement_keeps_conviction", "prop47", "prop64"):
        assert not any(of_flag(code, language) in text for text in read.everywhere)
    assert not any(re.search(r"usually still counts|still counts it", text) for text in read.everywhere)
    assert of_flag("juvenile_court", language) in read.result
    adult = told({**JUVENILE, "juvenile": "no"}, language)
    assert of_flag("expungement_keeps_conviction", language) in adult.result


def test_no_paper_says_what_immigration_law_usually_does() -> None:
    texts = [text.msgid for paper in PAPER_WORDS.values() for text in (paper.shows, paper.how)]
    assert [text for text in texts if "usually" in text] == []


@EACH_LANGUAGE
def test_no_script_of_a_drug_program_where_the_case_holds_no_drug(language: str) -> None:
    open_program = {**PLEA, "program": "unsure", "program_plea": "guilty", "program_start_date": "2005"}
    with translation.override(language):
        script, shows = say(PAPERS["dej_completion"].ask_for), say(PAPER_WORDS["dej_completion"].shows)
    without = told({**open_program, "offense_kind": ["theft_or_fraud"]}, language)
    assert not any(script in text or shows in text for text in without.everywhere)
    for kinds in (["drug_possession"], ["theft_or_fraud", "marijuana"], "unsure"):
        read = told({**open_program, "offense_kind": kinds}, language)
        assert script in read.result


@EACH_LANGUAGE
def test_a_person_who_was_deported_hears_what_a_lawyer_can_do_and_not_to_stay(language: str) -> None:
    read, without = told(REMOVED, language), in_language(WITHOUT_COMING, language)
    shown = (read.result, read.full_copy, read.call)
    assert not any(in_language(LEAVE, language) in text for text in read.everywhere)
    assert all(without in text and of_flag("removed_abroad", language) in text for text in shown)
    assert all(of_flag("travel", language) in text for text in shown)
    # Its plain copy tells nothing of it, and so speaks to both.
    assert in_language(IF_HERE, language) in read.copy
    assert without not in read.copy
    here = told(PLEA, language)
    assert all(in_language(LEAVE, language) in text for text in (here.result, here.full_copy, here.call))
    assert not any(without in text for text in here.everywhere)


def test_no_hearing_without_the_person_is_promised_where_that_law_does_not_reach() -> None:
    read = told({**REMOVED, "court": "federal"}, "en")
    assert not any(WITHOUT_COMING in text or LEAVE in text for text in read.everywhere)


def test_no_warning_tells_a_person_abroad_to_stay_in_the_country() -> None:
    assert [code for code, words in CLIENT_WORDS.items() if "leave the United States" in words.msgid] == []


@EACH_LANGUAGE
def test_who_has_no_lawyer_yet_goes_to_the_hearing(language: str) -> None:
    read, flag = told(HEARING, language), of_flag("removal_hearing", language)
    assert all(flag in text for text in (read.result, read.full_copy, read.call))
    assert in_language(GO, language) in read.copy
    assert "Go. Tell the judge: “I need time to find a lawyer, and the list of free lawyers.”" in (
        CLIENT_WORDS["removal_hearing"].msgid
    )
    nothing = told(PLEA, language)
    assert not any(flag in text for text in nothing.everywhere)
    assert in_language(GO, language) not in nothing.result


@EACH_LANGUAGE
def test_a_no_is_told_as_a_no(language: str) -> None:
    no, unasked = in_language("You said no", language), in_language("You did not tell us of this", language)
    assert told({**PLEA, "innocence_evidence": "no", "race_bias": "no"}, language).result.count(no) == 2
    assert told(PLEA, language).result.count(unasked) == 2
    unsure = told({**PLEA, "innocence_evidence": "unsure", "race_bias": "prefer_not_to_say"}, language).result
    assert no not in unsure
    assert unasked not in unsure


LATER = "Maybe later. Ask a lawyer whether it is really later"
OPENS = "When custody ends, or a judge ends probation early, this opens. Habeas corpus may be open now."
OPENS_AFTER = "When it is completed and the case is dismissed, this opens."


@EACH_LANGUAGE
def test_maybe_later_only_where_it_may_be_later(language: str) -> None:
    recent = {**ON_PROBATION, "disposition_date": "2026-02-01"}
    later, opens = in_language(LATER, language), in_language(OPENS, language)
    assert all(words in told(recent, language).result for words in (later, opens))
    for never in ({"court": "federal"}, {"disposition": "dismissed_without_plea"}):
        text = told({**recent, **never}, language).result
        assert opens not in text
    assert later not in told({**recent, "court": "federal"}, language).result


@EACH_LANGUAGE
def test_nothing_opens_while_something_else_stands_open_or_against_it(language: str) -> None:
    """A program of 2025 took no plea: its end alone does not open PC 1203.43."""
    opens = in_language(OPENS_AFTER, language)
    assert in_language(LATER, language) in told(IN_PROGRAM, language).result
    assert opens not in told(IN_PROGRAM, language).result
    recent = {**ON_PROBATION, "disposition_date": "2026-02-01", "court": "unsure"}
    assert in_language(OPENS, language) not in told(recent, language).result


@EACH_LANGUAGE
def test_detention_without_bond_is_the_attorneys_word_alone(language: str) -> None:
    answers = {**PLEA, "offense_kind": ["theft_or_fraud", "violence"], "immigration_status": "no_status"}
    result = build_report([CaseRecord(1, parse_answers(answers).values)], AS_OF).cases[0].result
    assert "mandatory_detention" in result.before_filing
    read = told(answers, language)
    attorney = FLAGS["mandatory_detention"].attorney.msgid
    assert not any(attorney in text or "1226" in text for text in read.everywhere)
    if language == "en":
        assert not any(re.search(r"\bbond\b|mandatory", text) for text in read.everywhere)


@EACH_LANGUAGE
def test_a_warrant_stays_off_the_copy_unless_it_is_ticked(language: str) -> None:
    warrant = {**PLEA, "open_warrant": "yes"}
    flag = of_flag("open_warrant", language)
    hidden = words_of(copy_of(warrant, language=language), language)
    assert hidden == words_of(copy_of(PLEA, language=language), language)
    assert flag not in hidden
    if_there_is = in_language(
        "Could there be a warrant? Then nobody goes to a court or an office for these papers before a lawyer says so.",
        language,
    )
    assert if_there_is in hidden
    ticked = words_of(copy_of(warrant, ticked=(WARRANT,), language=language), language)
    assert flag in ticked
    assert if_there_is not in ticked
