"""Every fact has a paper or a plain "only you know", and asking for it is never made to look safer."""

import re

import pytest

from screening.rules.facts import FACTS
from screening.rules.papers import PAPER_FOR, PAPERS, RAISING_FLAGS, Safety, safety


# The 28 papers of the papers reference: their safety, and whether green means "by mail".
BY_MAIL = [
    "court_docket",
    "minute_orders",
    "charging_paper",
    "plea_form",
    "plea_transcript",
    "reporter_notes_certificate",
    "abstract_of_judgment",
    "certified_disposition",
    "prop36_records",
    "order_1203_4",
    "dej_completion",
    "court_search_certificate",
]
GREEN = ["former_lawyer_file", "proof_of_ties", "letters_from_then", "expert_analysis"]
AMBER = ["probation_report", "probation_discharge", "doj_rap_sheet", "jail_cdcr_records"]
OWN_COPY_ELSE_RED = ["notice_to_appear", "removal_order", "uscis_denial_rfe"]
RED = ["fbi_identity_history", "form_i213", "eoir_record", "uscis_a_file", "cbp_ice_foia"]
NO_SINGLE_PAPER = ["own_citizenship_papers", "own_account", "event_notice", "lawyer_discovery"]
HARMLESS_FLAGS = ["removal_hearing", "ice_check_in", "travel", "paid_consultant", "prior_motion"]


def test_the_papers_are_those_of_the_reference() -> None:
    of_reference = {*BY_MAIL, *GREEN, *AMBER, *OWN_COPY_ELSE_RED, *RED}
    assert len(of_reference) == 28
    assert set(PAPERS) == of_reference | set(NO_SINGLE_PAPER)
    assert len(PAPERS) == 32


def test_a_paper_is_found_by_its_own_id() -> None:
    assert [paper.id for paper in PAPERS.values()] == list(PAPERS)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
def test_every_paper_has_a_name_a_keeper_and_a_way_to_ask(paper: object) -> None:
    for part in ("name", "keeper", "ask_for"):
        assert getattr(paper, part).msgid.strip()


@pytest.mark.parametrize("paper", PAPERS.keys())
def test_the_way_to_ask_is_at_most_two_sentences_to_say(paper: str) -> None:
    spoken = PAPERS[paper].ask_for.msgid.replace("1203.4", "1203").replace("1210.1", "1210")
    assert len(re.findall(r"[.?!]", spoken)) <= 2


def test_every_fact_has_a_paper() -> None:
    assert set(PAPER_FOR) == set(FACTS)
    assert set(PAPER_FOR.values()) <= set(PAPERS)


@pytest.mark.parametrize(
    ("key", "paper"),
    [
        ("said_guilty", "minute_orders"),
        ("disposition", "minute_orders"),
        ("court", "court_docket"),
        ("juvenile", "charging_paper"),
        ("custody_in_case", "minute_orders"),
        ("admitted_facts", "former_lawyer_file"),
        ("program_completed", "dej_completion"),
        ("court_file", "court_search_certificate"),
        ("warned_naturalization", "plea_transcript"),
        ("advisement_record", "plea_form"),
        ("harm_named_case", "notice_to_appear"),
        ("removal_order_final_date", "removal_order"),
        ("citizenship", "own_citizenship_papers"),
        ("learned_harm_date", "own_account"),
        ("removal_order_learned_date", "own_account"),
        ("understanding", "own_account"),
        ("would_have_done", "own_account"),
        ("other_offer", "former_lawyer_file"),
        ("prior_motion_date", "court_docket"),
        ("travel_date", "event_notice"),
        ("race_bias_date", "lawyer_discovery"),
    ],
)
def test_a_fact_is_answered_by_the_first_paper_that_the_reference_names(key: str, paper: str) -> None:
    assert PAPER_FOR[key] == paper


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        (BY_MAIL, Safety.GREEN),
        (GREEN, Safety.GREEN),
        (NO_SINGLE_PAPER, Safety.GREEN),
        (AMBER, Safety.AMBER),
        (OWN_COPY_ELSE_RED, Safety.RED),
        (RED, Safety.RED),
    ],
)
def test_without_a_flag_each_paper_has_the_safety_of_the_reference(
    papers: list[str], expected: Safety
) -> None:
    assert {safety(paper, ()) for paper in papers} == {expected}
    assert {safety(paper, HARMLESS_FLAGS) for paper in papers} == {expected}


def test_four_flags_raise() -> None:
    assert {"removal_order", "removed_abroad", "ice_detention", "open_warrant"} == RAISING_FLAGS


@pytest.mark.parametrize("flag", ["removal_order", "removed_abroad", "ice_detention", "open_warrant"])
@pytest.mark.parametrize("paper", AMBER)
def test_each_of_the_four_flags_raises_amber_to_red(paper: str, flag: str) -> None:
    assert safety(paper, ["travel", flag]) is Safety.RED


@pytest.mark.parametrize("paper", BY_MAIL)
def test_an_open_warrant_raises_the_courts_papers_and_no_other_flag_does(paper: str) -> None:
    assert safety(paper, ["open_warrant"]) is Safety.RED
    assert safety(paper, RAISING_FLAGS - {"open_warrant"}) is Safety.GREEN


@pytest.mark.parametrize("paper", [*GREEN, *NO_SINGLE_PAPER])
def test_nothing_raises_a_paper_that_no_office_hears_of(paper: str) -> None:
    assert safety(paper, RAISING_FLAGS) is Safety.GREEN


@pytest.mark.parametrize("paper", [*OWN_COPY_ELSE_RED, *RED])
def test_nothing_lowers_a_red_paper(paper: str) -> None:
    assert safety(paper, RAISING_FLAGS) is Safety.RED


def test_a_paper_that_the_person_holds_is_marked_as_such() -> None:
    own = {paper.id for paper in PAPERS.values() if paper.own_copy}
    assert own == {*OWN_COPY_ELSE_RED, "own_citizenship_papers", "event_notice"}
    assert {paper.id for paper in PAPERS.values() if paper.by_mail} == set(BY_MAIL)
