"""Court form facts, a declaration's headings, and what is said of the order: filled from answers, or blank."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.rules.answers import Answers
from screening.rules.authorities import AUTHORITIES
from screening.rules.evaluate import evaluate
from screening.rules.finding import Outcome, Result
from screening.rules.record import parse_answers
from screening.summary.page.worksheet_rows import CourtForm, FormFact
from screening.summary.worksheet.court_forms import court_forms, living
from screening.summary.worksheet.declaration import outline
from screening.summary.worksheet.granted import notes
from tests.rules.strategies import given_answers


CASE: Mapping[str, object] = {
    "citizenship": "noncitizen",
    "court": "california",
    "county": "Fresno",
    "juvenile": "no",
    "offense_level": "felony",
    "offense_code": "HS 11350(a)",
    "disposition": "guilty_plea",
    "disposition_date": "2004-03",
    "sentence_imposed": "no_jail",
    "custody_in_case": "finished",
    "custody_end_date": "2007",
    "program": "none",
    "warned_deportation": "yes",
    "warned_exclusion": "no",
    "warned_naturalization": "unsure",
    "advisement_record": "not_checked",
    "lawyer_advice": "said_nothing",
    "understanding": "unsure",
    "would_have_done": "trial",
    "other_offer": "no",
    "ties": ["came_as_child", "us_family"],
    "harm_named_case": "yes",
    "first_notice_date": "2023-05-02",
}
DEFERRED: Mapping[str, object] = {
    "court": "california",
    "juvenile": "no",
    "disposition": "guilty_plea",
    "program": "pc1000_deferred_entry",
    "program_plea": "guilty",
    "program_start_date": "2003-07",
    "program_completed": "yes",
    "program_dismissed": "yes",
    "court_file": "destroyed",
    "doj_record": "shows_completion",
}
# Ruled out by a gate each: another court, a case that stayed without any plea.
FEDERAL: Mapping[str, object] = {"court": "federal", "disposition": "guilty_plea"}


def result_of(answers: Mapping[str, object]) -> Result:
    return evaluate(Answers(parse_answers(answers).values), date(2026, 11, 24))


def facts_of(form: CourtForm, title: str) -> list[tuple[str, str]]:
    group = next(group for group in form.groups if group.title == title)
    return [(fact.label, fact.value) for fact in group.facts]


def titles(answers: Mapping[str, object]) -> list[str]:
    return [note.title for note in notes(result_of(answers))]


def test_the_motion_is_filled_from_the_answers_as_closely_as_they_were_given() -> None:
    (form,) = court_forms(result_of(CASE))
    assert (form.number, form.mark) == ("CR-187", "[M]")
    assert facts_of(form, "Conviction") == [
        ("Plea or verdict on", "March 2004"),
        ("By", "guilty plea"),
        ("Code sections", "HS 11350(a)"),
        ("Each count", ""),
        ("Level", "felony"),
    ]
    assert facts_of(form, "Sentence")[-1] == ("Ended", "2007")
    assert facts_of(form, "Time, PC 1473.7(b)(2)")[0] == ("First such paper", "May 2, 2023")


def test_what_is_not_known_or_was_not_looked_up_is_a_blank() -> None:
    (form,) = court_forms(result_of(CASE))
    assert facts_of(form, "Advisement, PC 1016.5") == [
        ("Warned of deportation", "Yes"),
        ("of exclusion", "No"),
        ("of denied naturalization", ""),
        ("Record", ""),
    ]
    assert facts_of(form, "Court and person")[1:] == [
        ("Case number", ""),
        ("Name in the file", ""),
        ("Date of birth", ""),
        ("Prosecuting agency to serve", ""),
    ]


def test_an_earlier_motion_leaves_its_ground_and_outcome_to_the_attorney() -> None:
    (form,) = court_forms(result_of({**CASE, "prior_motion": "denied", "prior_motion_date": "2024-05"}))
    assert facts_of(form, "Earlier motion") == [
        ("Made", "Yes, and the court said no"),
        ("Denied on", "May 2024"),
        ("Ground", ""),
        ("Outcome", ""),
    ]
    (none,) = court_forms(result_of({**CASE, "prior_motion": "none"}))
    assert "Earlier motion" not in [group.title for group in none.groups]


def test_the_grounds_are_boxes_for_the_laws_that_are_not_ruled_out() -> None:
    (form,) = court_forms(result_of({**CASE, "race_bias": "yes", "innocence_evidence": "no"}))
    group = next(group for group in form.groups if group.title.startswith("Grounds"))
    assert group.facts == tuple(
        FormFact(cite, box=True) for cite in ("PC 1473.7(a)(1)", "PC 1473.7(a)(3)", "PC 1016.5")
    )
    assert "Race, ethnicity, origin" in [group.title for group in form.groups]
    assert "Innocence" not in [group.title for group in form.groups]


def test_the_petition_is_there_only_where_deferred_entry_is_not_ruled_out() -> None:
    _motion, petition = court_forms(result_of(DEFERRED))
    assert (petition.number, petition.mark) == ("CR-180", "[V-2]")
    assert facts_of(petition, "Deferred entry, PC 1203.43")[:4] == [
        ("Granted on", "July 2003"),
        ("Plea", "“Guilty”"),
        ("Completed", "Yes, all of it"),
        ("Dismissed", "Yes"),
    ]
    assert petition.groups[0].title == "Court, person and conviction: as for CR-187 above"


def test_the_petition_alone_carries_court_and_conviction_itself() -> None:
    # For a citizen two motions are out; PC 1203.43 is not limited to noncitizens.
    forms = court_forms(result_of({**DEFERRED, "citizenship": "us_citizen_born"}))
    assert [form.number for form in forms] == ["CR-180"]
    assert [group.title for group in forms[0].groups][:2] == ["Court and person", "Conviction"]


def test_where_every_law_is_ruled_out_there_is_no_form_and_no_outline() -> None:
    assert court_forms(result_of(FEDERAL)) == ()
    assert outline(result_of(FEDERAL)) == ()
    assert titles(FEDERAL) == ["No motion"]


def test_no_immigration_status_stands_among_the_facts_for_a_court() -> None:
    status = {"immigration_status": "no_status", "immigration_events": ["removed"]}
    assert court_forms(result_of({**CASE, **status})) == court_forms(result_of(CASE))


def test_no_item_number_is_printed() -> None:
    for form in court_forms(result_of(DEFERRED)):
        for group in form.groups:
            for fact in group.facts:
                assert not re.search(r"\bitem\b|^\d", f"{group.title} {fact.label}", re.IGNORECASE)


def test_the_outline_holds_what_was_ticked_and_no_sentence() -> None:
    ticked = {heading.title: heading.ticked for heading in outline(result_of(CASE))}
    assert ticked["Ties then"] == ("I had lived here since I was a child", "I had close family here")
    assert ticked["Understanding"] == ()
    assert ticked["Choice"] == ("Gone to trial", "Another offer: No")
    assert "Deferred entry" not in ticked


def test_the_outline_of_a_deferred_entry_names_it() -> None:
    ticked = {heading.title: heading.ticked for heading in outline(result_of(DEFERRED))}
    assert ticked["Deferred entry"] == (
        "Start of the program: July 2003",
        "“Guilty”",
        "Program finished: Yes, all of it",
        "Case closed after the program: Yes",
    )


def test_the_order_names_the_subdivision_while_a1_is_not_ruled_out() -> None:
    note = next(note for note in notes(result_of(CASE)) if note.title == "The order")
    assert "PC 1473.7(a)(1)" in note.text
    assert [point.authority for point in note.points] == ["de_jesus_platon", "azrag", "ballinas_lucero"]
    assert note.cites == "De Jesus-Platon [V]; Azrag [V]; Ballinas-Lucero [V]"
    assert "The order" not in titles(FEDERAL)


def test_reopening_and_what_is_not_won() -> None:
    assert titles(CASE) == [
        "Where to file",
        "The order",
        "Reopening risk",
        "What a granted motion does not do",
    ]
    light = {**CASE, "offense_level": "misdemeanor", "offense_kind": ["other"]}
    assert "Reopening risk" not in titles(light)
    assert titles(DEFERRED)[2] == "The order under PC 1203.43"


@hypothesis_settings(max_examples=60)
@given(answers=given_answers)
def test_nothing_on_a_form_or_in_an_outline_is_invented(answers: Mapping[str, object]) -> None:
    result = result_of(answers)
    for form in court_forms(result):
        filled = [fact for group in form.groups for fact in group.facts if fact.value]
        assert len(filled) <= len(result.answers.values)
    labels = {
        say(label)
        for key, question in QUESTIONS.items()
        if key in result.answers.values
        for label in question.labels.values()
    }
    for heading in outline(result):
        for tick in heading.ticked:
            assert tick.replace("**", "") in {label.replace("**", "") for label in labels} or ": " in tick
    for note in notes(result):
        assert all(point.authority in AUTHORITIES for point in note.points)


@pytest.mark.parametrize("remedy", ["pc1473_7_a2", "pc1473_7_a3"])
def test_a_ground_that_nobody_named_needs_no_form(remedy: str) -> None:
    result = result_of(CASE)
    assert result.remedy(remedy).outcome is Outcome.NOT_RAISED
    assert not living(result, remedy)
