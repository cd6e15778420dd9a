"""A date whose question is no longer asked does not count in the form; in a file it stands as it was given."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from screening.interview.document import Case, Document
from screening.questions.forms import form_for, posted_again
from screening.questions.reading import typed_from
from screening.questions.route import PAGE_OF, in_contract_keys
from screening.questions.steering import ANY_PROGRAM, fact_of
from screening.rules.answers import Value
from screening.rules.facts import EVENT_DATES, FACTS, Kind, Topic
from screening.rules.partial_date import PartialDate
from tests.questions.walking import asked_about


# The date, the question that opens it, an answer that opens it, answers after which it is no longer asked.
FOLLOW_UPS: tuple[tuple[str, str, Value, tuple[Value, ...]], ...] = (
    *(
        (day, "upcoming", (event,), (("none",), ("unsure",), ("prefer_not_to_say",)))
        for event, day in EVENT_DATES.items()
    ),
    ("custody_end_date", "custody_in_case", "unsure", ("not_sentenced_yet",)),
    ("probation_start_date", "custody_in_case", "finished", ()),
    ("sentence_date", "court", "california", ("federal", "other_state", "tribal_or_military")),
    ("program_start_date", ANY_PROGRAM, "yes", ("no",)),
    ("first_notice_date", "harm_named_case", "unsure", ("no",)),
    ("removal_order_final_date", "immigration_events", ("removal_order",), (("none",), ("detained",))),
    ("removal_order_learned_date", "immigration_events", ("removed",), (("none",), ("benefit_denied",))),
    ("learned_harm_date", "court", "california", ("federal",)),
    ("learned_remedy_date", "court", "california", ("federal",)),
    ("prior_motion_date", "prior_motion", "denied", ("none", "pending", "granted")),
    ("innocence_evidence_date", "innocence_evidence", "unsure", ("no",)),
    ("race_bias_date", "race_bias", "unsure", ("no",)),
)
CLOSED = [(day, asking, shut) for day, asking, _opens, shuts in FOLLOW_UPS for shut in shuts]
ANY_CLOSED = pytest.mark.parametrize(("day", "asking", "shut"), CLOSED)
GIVEN = PartialDate.parse("2019-05-04")


def answers_with(day: str, asking: str, answer: Value) -> dict[str, Value]:
    record: dict[str, Value] = {"court": "california", "juvenile": "no", "disposition": "guilty_plea"}
    return {**asked_about(record), day: GIVEN, asking: answer}


def document_of(answers: dict[str, Value]) -> Document:
    you = {key: value for key, value in answers.items() if fact_of(key).topic is Topic.YOU}
    case = {key: value for key, value in answers.items() if key not in you}
    return Document(you=you, cases=[Case("1", given=case)])


def test_every_date_but_that_of_the_plea_stands_in_the_table() -> None:
    dates = {key for key, fact in FACTS.items() if fact.kind is Kind.DATE}
    assert {day for day, *_ in FOLLOW_UPS} == dates - {"disposition_date"}


@pytest.mark.parametrize(("day", "asking", "opens", "shuts"), FOLLOW_UPS)
def test_a_date_counts_while_its_question_is_asked(
    day: str, asking: str, opens: Value, shuts: tuple[Value, ...]
) -> None:
    del shuts
    assert in_contract_keys(answers_with(day, asking, opens), first_case=True)[day] == GIVEN


@ANY_CLOSED
def test_a_date_goes_with_its_question(day: str, asking: str, shut: Value) -> None:
    document = document_of(answers_with(day, asking, shut))
    assert day not in document.contract(1)
    document.confirm()
    assert day not in document.given(1), "once confirmed it is erased, and does not come back"


@pytest.mark.parametrize(
    ("day", "asking", "shut"), [row for row in CLOSED if PAGE_OF[row[0]] is PAGE_OF[row[1]]]
)
def test_a_date_typed_under_an_answer_that_closes_it_is_not_read(day: str, asking: str, shut: Value) -> None:
    page, answers = PAGE_OF[day], answers_with(day, asking, shut)
    typed = {key: typed_from(fact_of(key), answers.get(key)) for key in page.keys}
    form = form_for(page)(posted_again(form_for(page), typed), answers=answers, as_of=GIVEN.latest, drafts={})
    assert form.is_valid(), form.errors
    assert day not in form.cleaned_data


def test_in_a_file_each_date_counts_whatever_else_was_answered(tmp_path: Path) -> None:
    rows = [(day, asking, shut) for day, asking, shut in CLOSED if asking in FACTS]
    lines = [
        json.dumps({"id": str(number), "answers": {day: GIVEN.text, asking: shut}})
        for number, (day, asking, shut) in enumerate(rows)
    ]
    file = tmp_path / "answers.jsonl"
    file.write_text("\n".join(lines))
    out = io.StringIO()
    call_command("screen", str(file), stdout=out)
    results = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [result["answers"][day] for result, (day, *_) in zip(results, rows, strict=True)] == [
        GIVEN.text
    ] * len(rows)
