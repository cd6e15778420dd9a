"""The report says in words what the rules found, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from screening.rules.facts import FACTS
from screening.rules.finding import Basis, Finding, Outcome
from screening.rules.flags.every import FLAGS
from screening.rules.papers import PAPERS, Safety
from screening.rules.record import parse_answers
from screening.summary.page.attorney_words import CASE_LINE, PAPER, PERSON_LINE
from screening.summary.page.words import CLIENT_SENTENCE
from screening.summary.report.building import About, CaseRecord, Report, _leaning, build_report


ReportOf = Callable[..., Report]
Decided = dict[str, dict[str, Any]]


def test_client_sentences_are_the_contracts() -> None:
    assert {outcome: sentence.msgid for outcome, sentence in CLIENT_SENTENCE.items()} == {
        Outcome.INDICATED: "Show this to a lawyer",
        Outcome.NEEDS_PROOF: "Show this to a lawyer",
        Outcome.CONTESTED: "Show this to a lawyer",
        Outcome.NEEDS_FACTS: "We cannot tell yet",
        Outcome.NOT_YET: "Maybe later. Ask a lawyer whether it is really later",
        Outcome.NOT_INDICATED: "On these answers this law does not fit",
        Outcome.NOT_IN_FORCE: "On these answers this law does not fit",
        Outcome.NOT_RAISED: "You did not tell us of this",
    }


def test_every_paper_and_value_has_its_term_of_art() -> None:
    assert set(PAPER) == set(PAPERS)
    for key, words in {**CASE_LINE, **PERSON_LINE}.items():
        assert set(words) == set(FACTS[key].values)


@pytest.mark.parametrize(
    ("answers", "alone", "among_several"),
    [
        (
            {"county": "Fresno", "disposition_date": "2004-03-14"},
            "Fresno, March 2004",
            "Case 1: Fresno, March 2004",
        ),
        ({"county": "Fresno"}, "Fresno", "Case 1: Fresno"),
        ({"disposition_date": "2004"}, "Case of 2004", "Case 1: 2004"),
        ({"county": "unsure"}, "Case 1", "Case 1"),
    ],
)
def test_case_names(
    answers: Mapping[str, object], alone: str, among_several: str, report_of: ReportOf
) -> None:
    assert report_of(answers).cases[0].name == alone
    assert report_of(answers, {}).cases[0].name == among_several


def test_urgent_days_come_first_and_in_words(report_of: ReportOf, worst: dict[str, object]) -> None:
    report = report_of(worst)
    assert [row.when for row in report.urgent_dated] == [
        "Tuesday, November 24, 2026, today",
        "Tuesday, December 1, 2026, in 7 days",
        "Wednesday, December 9, 2026, in 15 days",
        "2027, month not known",
        "January 2027, day not known",
    ]
    assert report.urgent_dated[2].title == "Immigration court"
    passed = next(row for row in report.urgent if row.code == "date_passed")
    assert passed.when == "A trip out of the U.S.: November 1, 2026"


def test_every_urgent_flag_can_be_shown(report_of: ReportOf, worst: dict[str, object]) -> None:
    report = report_of(worst)
    assert {row.code for row in report.urgent} == {
        flag for flag in FLAGS if flag in report.cases[0].result.urgent
    }
    assert set(report.today) | set(report.tell_first) == set(report.urgent)
    assert {row.code for row in report.tell_first} <= {"appeal_pending", "prior_motion", "paid_consultant"}


def test_a_flag_names_the_case_unless_all_share_it(report_of: ReportOf) -> None:
    shared = {"immigration_events": ["removal_order"]}
    report = report_of({**shared, "open_warrant": "yes"}, {**shared, "juvenile": "yes", "court": "federal"})
    cases = {row.code: row.cases for row in report.urgent}
    assert cases["removal_order"] == ()
    assert cases["open_warrant"] == ("Case 1",)


@pytest.mark.parametrize(
    ("answer", "said"),
    [("no", "You said no"), (None, "You did not tell us of this")],
    ids=["no", "not asked"],
)
def test_a_ground_that_was_denied_is_told_apart_from_one_that_nobody_asked_for(
    answer: str | None, said: str, report_of: ReportOf
) -> None:
    report = report_of({"innocence_evidence": answer} if answer else {})
    innocence = next(one for one in report.cases[0].remedies if one.id == "pc1473_7_a2")
    assert (innocence.outcome, innocence.sentence) == (Outcome.NOT_RAISED, said)


def test_what_comes_before_filing_is_shown_but_mandatory_detention_is_the_attorneys_alone(
    report_of: ReportOf,
) -> None:
    case = report_of({"offense_level": "felony", "offense_kind": ["violence"]}).cases[0]
    assert case.result.before_filing == ("reopening_risk", "order_must_name_a1", "mandatory_detention")
    assert [flag.text for flag in case.before_filing] == [
        FLAGS[code].attorney.msgid for code in case.result.before_filing
    ]
    assert case.also_client == (
        "If a court undoes the case, the old charges can come back. Ask a lawyer about that risk.",
        "A lawyer asks the judge to write the reason into the order.",
    )
    assert set(case.also_flags).isdisjoint(case.before_filing)


# Every gate of 1473.7(a)(1) passed, and nothing of its proof told.
GATES = {
    "citizenship": "noncitizen",
    "court": "california",
    "juvenile": "no",
    "disposition": "guilty_plea",
    "custody_in_case": "finished",
}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "Nothing of the proof told yet."),
        ({"lawyer_advice": "said_nothing"}, "Nothing said rules it out; proof still to build."),
    ],
    ids=["nothing", "something"],
)
def test_what_needs_proof_says_how_much_of_it_was_told(
    told: dict[str, object], words: str, report_of: ReportOf
) -> None:
    a1 = report_of({**GATES, **told}).cases[0].remedies[0]
    assert (a1.outcome, a1.word, a1.mark) == (Outcome.NEEDS_PROOF, "Needs proof", "needs_proof")
    assert a1.decides[0].what == words
    assert a1.decides[1].word == "Unknown"
    assert a1.alive


def test_seen_only_where_a_paper_was_seen_for_every_key(report_of: ReportOf) -> None:
    answers = {"court": "california", "disposition": "guilty_plea", "disposition_date": "2004"}
    seen = About("paper_seen", "sure")

    def basis(*keys: str) -> Mapping[str, Basis]:
        report = report_of(answers, about=dict.fromkeys(keys, seen))
        return {row.id: row.basis for row in report.cases[0].remedies[3].elements}

    assert basis("court")["california_case"] is Basis.SEEN
    assert basis("disposition_date")["california_case"] is Basis.SAID
    assert basis()["plea"] is Basis.SAID


def test_who_said_it_and_how_sure(report_of: ReportOf) -> None:
    about = {"court": About("lawyer", "fairly_sure"), "county": About()}
    report = report_of({"court": "california", "county": "Kern"}, about=about)
    told = {said.key: said.told for part in report.cases[0].parts for said in part.answers}
    assert told == {"court": "a lawyer, fairly sure", "county": ""}


def test_nothing_known(report_of: ReportOf) -> None:
    report = report_of({})
    case = report.cases[0]
    assert {remedy.sentence for remedy in case.remedies} == {
        "We cannot tell yet",
        "You did not tell us of this",
    }
    assert case.parts == report.about_person == ()
    assert report.urgent == ()
    assert len(case.unanswered) == sum(fact.topic.value != "you" for fact in FACTS.values())
    assert report.anything_to_show


def test_several_cases_share_what_was_said_of_the_person(report_of: ReportOf) -> None:
    report = report_of(
        {"citizenship": "noncitizen", "court": "california"},
        {"citizenship": "noncitizen", "court": "federal", "citizen_parent": "no"},
    )
    assert [said.key for part in report.about_person for said in part.answers] == ["citizenship"]
    second = [said.key for part in report.cases[1].parts for said in part.answers]
    assert second == ["court", "citizen_parent"]


def test_the_same_finding_is_told_once(report_of: ReportOf, decided: Decided) -> None:
    case = report_of(decided["vivar_2021"]).cases[0]
    a1, a2 = case.remedies[:2]
    assert [row.same_as for row in a1.elements] == [""] * len(a1.elements)
    assert next(row for row in a2.elements if row.id == "california_case").same_as == a1.cite


def test_a_warrant_turns_every_court_paper_to_the_lawyer(report_of: ReportOf) -> None:
    report = report_of({"open_warrant": "yes"})
    assert report.warrant
    safe = {row.id: row.safety for row in report.papers}
    assert safe["plea_transcript"] is Safety.RED
    assert {row.safe for row in report.papers if row.id == "plea_transcript"} == {
        ("Only through your immigration lawyer.",)
    }


def test_with_a_warrant_nobody_goes_anywhere(report_of: ReportOf) -> None:
    rows = {row.id: row for row in report_of({"open_warrant": "yes"}).papers}
    assert rows["minute_orders"].ask_for == "Ask your lawyer about it."
    assert rows["dej_completion"].safe == ("Only through your immigration lawyer.",)
    assert "Do not go to a court or an office for it." in rows["former_lawyer_file"].safe
    assert not any("by mail" in sentence for row in rows.values() for sentence in row.safe)


def test_papers_never_name_the_bare_account(report_of: ReportOf) -> None:
    report = report_of({})
    assert report.own_account
    assert "own_account" not in {row.id for row in report.papers}
    assert len({row.id for row in report.papers}) == len(report.papers)


def test_the_more_careful_word_stands(report_of: ReportOf) -> None:
    report = report_of({}, {"open_warrant": "yes"})
    assert {row.safety for row in report.papers if row.id == "plea_transcript"} == {Safety.RED}


@pytest.mark.parametrize(
    ("case", "remedy", "words"),
    [
        ("federal", 0, "Ruled out by “A federal court”."),
        ("on_probation_2025", 0, "Not yet: Custody in this case is not over"),
        ("nothing_known", 0, "Unknown: A California case; An adult case"),
        ("as_strong_as_it_gets", 0, "Nothing said rules it out; proof still to build."),
        ("dej_completed", 4, "Every element is met or presumed."),
    ],
)
def test_what_decides(case: str, remedy: int, words: str, report_of: ReportOf, decided: Decided) -> None:
    lines = report_of(decided[case]).cases[0].remedies[remedy].decides
    told = ": ".join(part for part in (lines[0].word, lines[0].what) if part)
    assert told.startswith(words)


def test_every_decided_case_says_what_decides(report_of: ReportOf, decided: Decided) -> None:
    for answers in decided.values():
        for remedy in report_of(answers).cases[0].remedies:
            assert remedy.decides
            assert remedy.sentence
            if remedy.outcome is Outcome.NOT_INDICATED:
                assert all(row.change and row.gate for row in remedy.found(Finding.NOT_MET))


def test_before_the_law_it_was_not_in_force(decided: Decided) -> None:
    values = parse_answers(decided["vivar_2021"]).values
    report = build_report([CaseRecord(1, values)], date(2016, 6, 1))
    assert report.cases[0].remedies[0].decides[0].what == "Not law for this case on June 1, 2016."


def test_weak_marks_are_named(report_of: ReportOf) -> None:
    report = report_of({"court": "california"})
    assert "[M]" in report.leans_on_unchecked
    assert "[V]" not in report.leans_on_unchecked


def test_nothing_weak_nothing_said() -> None:
    assert _leaning(()) == ""
