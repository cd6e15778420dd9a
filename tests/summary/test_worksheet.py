"""The last page of a case: every line of the two sheets, every answer once, and blanks for the attorney."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from weasyprint import HTML

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.rules.answers import Answers, Value
from screening.rules.evaluate import evaluate
from screening.rules.facts import FACTS, Topic
from screening.rules.record import parse_answers
from screening.summary.page.data import About, CaseRecord
from screening.summary.page.questions import about_person, said_answer
from screening.summary.page.rows import Own, SaidAnswer
from screening.summary.page.worksheet_rows import SheetRow, Worksheet
from screening.summary.worksheet.sheet import worksheet
from screening.summary.worksheet.sheet_lines import ILRC, SHEET_LINES, TOOBY
from tests.rules.strategies import given_answers


AS_OF = date(2026, 11, 24)
PDF = Path(__file__).parent.parent.parent / "templates" / "pdf"
CSS = "".join((PDF / name).read_text(encoding="utf-8") for name in ("pdf.css", "work.css"))

# The lines of both sheets, typed from the project's reference on them (in our words).
ILRC_LINES = [
    "the documents to collect",
    "a chronology",
    "the error",
    "the prejudice",
    "the alternative pleas",
    "the strong and the weak sides of the case",
]
TOOBY_LINES = {
    "The client now": [
        "sober and stable",
        "strong equities",
        "sentence served and out of custody",
        "no warrant, open or likely",
        "no exposure for re-entry after removal",
        "lawfully present",
    ],
    "The criminal case": [
        "small case, large immigration effect",
        "one or few damaging convictions, and from one plea hearing",
        "charges few, and diverse enough for another plea",
        "weak evidence or a plausible claim of innocence, even in part",
        "codefendants",
        "a small change of conviction or sentence would solve the problem",
        "little risk of more custody if the case reopens",
        "a court that is open to such motions",
        "the first defense investigation was thin",
        "technical weakness in the prosecution's case",
    ],
    "Time": [
        "deadlines not passed",
        "six months or more before the harm is irrevocable",
        "still time to reopen the immigration case once the conviction is gone",
    ],
}
# To answer these a person would write down guilt or an entry: nobody is asked.
NEVER_ASKED = [
    "no exposure for re-entry after removal",
    "charges few, and diverse enough for another plea",
    "weak evidence or a plausible claim of innocence, even in part",
    "little risk of more custody if the case reopens",
    "technical weakness in the prosecution's case",
]
BANNED = re.compile(r"eligib|qualif|\bwins?\b|\bwon\b|no case\b|guarantee", re.IGNORECASE)

ORDINARY: Mapping[str, object] = {
    "citizenship": "noncitizen",
    "immigration_status": "permanent_resident",
    "court": "california",
    "county": "Fresno",
    "juvenile": "no",
    "offense_level": "felony",
    "offense_code": "HS 11351",
    "disposition": "guilty_plea",
    "disposition_date": "2004-03",
    "custody_in_case": "finished",
    "custody_end_date": "2007",
    "warned_exclusion": "unsure",
    "warned_naturalization": "unsure",
    "lawyer_advice": "said_no_problem",
    "would_have_done": "different_plea",
    "ties": ["came_as_child", "us_family"],
    "innocence_evidence": "no",
}


def sheet_of(
    answers: Mapping[str, object], about: Mapping[str, About] | None = None, **more: Mapping[str, Value]
) -> Worksheet:
    record = CaseRecord(1, parse_answers(answers).values, about or {})
    return worksheet(record, evaluate(Answers(record.answers), AS_OF), **more)


def html_of(sheet: Worksheet) -> str:
    return render_to_string(
        "pdf/worksheet.html", {"case": {"worksheet": sheet}, "heading": "h2", "inner": "h3"}
    )


def text_of(sheet: Worksheet) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html_of(sheet)).split())


def pages_of(sheet: Worksheet) -> int:
    """How many pages it takes, alone in the two columns of the paper."""
    page = f"<style>{CSS}</style><div class='work'>{html_of(sheet)}</div>"
    document = HTML(string=f"<html lang='en'><title>Worksheet</title><body>{page}</body></html>").render()
    return len(document.pages)


# An ordinary case: about fifty answers, as most people give who go through all the questions.
FULL: Mapping[str, object] = {
    **ORDINARY,
    "answered_by": "self",
    "immigration_events": ["in_removal_proceedings"],
    "upcoming": ["immigration_court"],
    "immigration_court_date": "2026-12-09",
    "other_cases": "no",
    "said_guilty": "yes",
    "counts": "one",
    "offense_kind": ["drug_other"],
    "program": "none",
    "sentence_imposed": "181_to_364_days",
    "sentence_date": "2004-04",
    "probation_start_date": "2004-04",
    "violation_admitted": "no",
    "custody_elsewhere": "none",
    "open_warrant": "no",
    "appeal_pending": "no",
    "later_relief": ["expunged_1203_4"],
    "warned_deportation": "yes",
    "advisement_record": "record_missing",
    "lawyer_kind": "public_defender",
    "understanding": "thought_safe",
    "understanding_barriers": ["no_interpreter"],
    "other_offer": "unsure",
    "evidence": ["letters_from_then"],
    "harm_named_case": "yes",
    "first_notice_date": "2023",
    "learned_harm_date": "unsure",
    "learned_remedy_date": "2026-09",
    "steps_since": ["saw_lawyer"],
    "delay_reasons": ["did_not_know_law", "detained_or_abroad"],
    "prior_motion": "none",
    "immigration_goal": ["green_card", "stay"],
    "race_bias": "unsure",
}


def row_of(sheet: Worksheet, title: str) -> SheetRow:
    return next(row for part in sheet.parts for row in part.rows if row.title == title)


def test_every_line_of_both_sheets_has_its_place_in_their_order() -> None:
    assert [line.line for line in SHEET_LINES if line.sheet == ILRC] == ILRC_LINES
    tooby = [(line.group, line.line) for line in SHEET_LINES if line.sheet == TOOBY]
    assert tooby == [(group, line) for group, lines in TOOBY_LINES.items() for line in lines]
    for line in SHEET_LINES:
        assert line.keys or line.elsewhere or line.staff or line.blank, line


def test_no_key_stands_under_two_lines() -> None:
    assert [
        key for key, times in Counter(key for line in SHEET_LINES for key in line.keys).items() if times > 1
    ] == []
    assert {key for line in SHEET_LINES for key in line.keys} <= set(FACTS)


def test_guilt_and_entry_are_blanks_for_the_attorney_and_no_question() -> None:
    lines = {line.line: line for line in SHEET_LINES}
    for name in NEVER_ASKED:
        assert (lines[name].keys, lines[name].staff) == ((), "")
        assert lines[name].blank
    asked = " ".join(FACTS)
    for word in ("entry", "reentry", "guilt_", "did_it", "weak", "alien_number", "what_happened"):
        assert word not in asked


def test_a_line_about_the_person_alone_holds_only_such_answers() -> None:
    for line in SHEET_LINES:
        if line.person:
            assert all(FACTS[key].topic is Topic.YOU for key in line.keys), line


def test_nothing_known_is_a_page_of_blanks() -> None:
    sheet = sheet_of({})
    assert sheet.said == ()
    assert "“" not in text_of(sheet)
    for part in sheet.parts:
        for row in part.rows:
            assert row.blank or row.elsewhere, row
    assert all(fact.value == "" for form in sheet.forms for group in form.groups for fact in group.facts)
    assert all(heading.ticked == () for heading in sheet.outline)


@pytest.mark.parametrize("answers", [{}, FULL], ids=["nothing known", "an ordinary case"])
def test_it_is_at_most_a_page(answers: Mapping[str, object]) -> None:
    assert pages_of(sheet_of(answers)) == 1


def test_an_answer_stands_once_in_the_persons_own_words() -> None:
    sheet = sheet_of(ORDINARY)
    assert row_of(sheet, "Prejudice").answers == (
        "What you would have done: “Asked for a different deal”; Your life on that day:"
        " “I had lived here since I was a child and I had close family here”"
    )
    assert row_of(sheet, "Chronology").answers == (
        "Day of the plea or verdict: “March 2004”; End of jail, probation or parole: “2007”"
    )
    assert [said.key for said in sheet.also] == ["juvenile", "innocence_evidence"]


def test_the_same_answer_is_printed_once_behind_its_questions() -> None:
    assert "Warned of being kept out · Warned of no citizenship: “I am not sure”" in text_of(
        sheet_of(ORDINARY)
    )


def test_who_said_it_how_sure_and_a_note_stand_beside_the_answer() -> None:
    about = {
        "warned_exclusion": About("family", "not_sure", "His sister was there."),
        "open_warrant": About("paper_seen"),
    }
    text = text_of(sheet_of({**ORDINARY, "open_warrant": "no"}, about))
    assert (
        "Warned of being kept out: “I am not sure” (family, not sure) Note: His sister was there.;"
        " Warned of no citizenship: “I am not sure”"
    ) in text
    assert "Open warrant: “No” (paper seen)." in text


@pytest.mark.parametrize(
    ("word", "reason", "printed"),
    [
        (
            "",
            "The docket says Kern.",
            "Attorney: “The docket says Kern.” A. Lawyer, SBN 123456, November 24, 2026",
        ),
        ("Kern", "", "Attorney: Kern A. Lawyer, SBN 123456, November 24, 2026"),
    ],
)
def test_an_attorneys_own_finding_stands_beside_the_answer(word: str, reason: str, printed: str) -> None:
    own = Own(1, "", "county", "", reason, "A. Lawyer", "123456", "November 24, 2026", word)

    def beside(said: SaidAnswer) -> SaidAnswer:
        return replace(said, own=own) if said.key == "county" else said

    assert f"County of the court: “Fresno” {printed}." in text_of(sheet_of(ORDINARY).changed(beside))


def test_remedies_outside_the_tool_stand_with_their_authorities() -> None:
    sheet = sheet_of({**ORDINARY, "custody_in_case": "probation", "later_relief": ["reduced_17b"]})
    titles = [note.title for note in sheet.outside]
    assert "Habeas corpus" in titles
    assert all(note.points for note in sheet.outside)
    assert "{" not in text_of(sheet)
    assert {point for note in sheet.outside for point in note.points} <= set(sheet.points)
    assert sheet_of({}).outside == ()


def test_free_text_cannot_break_out_of_the_page() -> None:
    sheet = sheet_of({**ORDINARY, "offense_code": "<b>PC 459</b>"})
    assert "<b>PC 459" not in html_of(sheet)
    assert "&lt;b&gt;PC 459" in html_of(sheet)


def test_of_several_cases_only_the_first_says_what_is_true_of_the_person() -> None:
    answers = {**ORDINARY, "immigration_goal": ["stay"], "upcoming": ["travel"]}
    shared = about_person(parse_answers(answers).values)
    second = sheet_of(answers, elsewhere=shared)
    assert not {said.key for said in second.said} & set(shared)
    titles = {row.title for part in second.parts for row in part.rows}
    assert titles == {line.title for line in SHEET_LINES if not line.person}


def test_what_differs_from_the_first_case_is_printed_with_the_case() -> None:
    shared = about_person(parse_answers({**ORDINARY, "immigration_status": "no_status"}).values)
    second = sheet_of(ORDINARY, elsewhere=shared)
    assert [said.key for said in second.also if FACTS[said.key].topic is Topic.YOU] == ["immigration_status"]


def test_every_answer_of_every_decided_case_is_printed(decided: dict[str, dict[str, Any]]) -> None:
    for name, answers in decided.items():
        sheet = sheet_of(answers)
        assert sorted(said.key for said in sheet.said) == sorted(parse_answers(answers).values), name
        text = text_of(sheet).replace("&#x27;", "'").replace("&amp;", "&")
        for said in sheet.said:
            assert said.short in text, (name, said.key)
            assert said.quoted in text, (name, said.key)
        assert BANNED.search(text) is None, name


@hypothesis_settings(max_examples=60)
@given(answers=given_answers)
def test_every_answer_is_printed_once(answers: Mapping[str, object]) -> None:
    values = parse_answers(answers).values
    sheet = sheet_of(answers)
    assert sorted(said.key for said in sheet.said) == sorted(values)
    for said in sheet.said:
        assert said.short == say(QUESTIONS[said.key].short)
        # A date is printed without the words for what is missing of it.
        assert said_answer(said.key, values[said.key], {}).answer.startswith(said.answer.partition(" of ")[0])


@pytest.mark.parametrize("line", SHEET_LINES, ids=lambda line: line.title)
def test_the_words_of_a_line_promise_nothing(line: Any) -> None:
    assert BANNED.search(f"{line.title} {line.blank} {line.elsewhere} {line.staff}") is None
