"""What to get next, as calls to make: who is asked, for which keys, in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from screening.questions.route import ORDER
from screening.rules.evaluate import evaluate
from screening.rules.finding import Result
from screening.rules.moving.deciding import deciding
from screening.rules.moving.next_facts import MOST_LISTED, next_facts, open_facts
from screening.rules.moving.next_steps import NextStep, StepKind, next_steps, open_gates
from screening.rules.papers import Safety
from tests.rules.ask import AS_OF, Given, answers
from tests.rules.case_files import CASES
from tests.rules.whole import without


WARNINGS = "warned_deportation warned_exclusion warned_naturalization"


def steps_of(result: Result) -> list[NextStep]:
    """The steps of a result."""
    return list(next_steps(open_facts(result, ORDER), result, ORDER))


def steps(**given: Any) -> list[NextStep]:
    """The steps of these answers."""
    return steps_of(evaluate(answers(**given), AS_OF))


GOLDEN = {
    # Never asked: the warnings of 1016.5, proof and time of (a)(1). One call.
    "vivar_2021": (
        (
            f"advisement_record {WARNINGS} evidence removal_order_final_date removal_order_learned_date"
            " removal_order_named_case learned_harm_date learned_remedy_date"
        ),
        [
            (
                "ask",
                None,
                (
                    f"{WARNINGS} advisement_record evidence removal_order_final_date removal_order_learned_date"
                    " removal_order_named_case learned_harm_date learned_remedy_date"
                ),
                "pc1016_5",
            )
        ],
    ),
    "mejia_2019": (
        f"advisement_record {WARNINGS} evidence first_notice_date learned_harm_date",
        [
            (
                "ask",
                None,
                f"{WARNINGS} advisement_record evidence first_notice_date learned_harm_date",
                "pc1016_5",
            )
        ],
    ),
    "dej_completed": (
        (
            f"advisement_record harm_named_case understanding would_have_done immigration_events {WARNINGS}"
            " lawyer_advice understanding_barriers"
        ),
        [
            (
                "ask",
                None,
                (
                    f"immigration_events {WARNINGS} advisement_record lawyer_advice understanding"
                    " understanding_barriers would_have_done evidence harm_named_case first_notice_date"
                    " removal_order_final_date removal_order_learned_date removal_order_named_case"
                    " learned_harm_date"
                ),
                "pc1016_5",
            )
        ],
    ),
    # "Not sure" was the answer to the first four: papers settle them. The rest was never asked.
    "nothing_known": (
        (
            "court juvenile disposition disposition_date program_plea program program_completed offense_level"
            " program_start_date custody_in_case"
        ),
        [
            (
                "paper",
                "minute_orders",
                "disposition program custody_in_case",
                "pc1473_7_a1 pc1016_5 pc1203_43",
            ),
            ("paper", "court_docket", "court", "pc1473_7_a1 pc1016_5 pc1203_43"),
            ("paper", "charging_paper", "juvenile", "pc1473_7_a1 pc1016_5 pc1203_43"),
            (
                "ask",
                None,
                (
                    "immigration_events disposition_date offense_level program_plea program_start_date"
                    f" program_completed program_dismissed court_file doj_record {WARNINGS} advisement_record"
                    " advisement_verbatim lawyer_advice understanding understanding_barriers would_have_done"
                    " other_offer evidence harm_named_case first_notice_date removal_order_final_date"
                    " removal_order_learned_date removal_order_named_case learned_harm_date"
                ),
                "pc1016_5 pc1203_43",
            ),
        ],
    ),
}


@pytest.mark.parametrize("case", GOLDEN)
def test_the_facts_and_steps_of_cases_that_were_read_by_hand(case: str) -> None:
    facts, expected = GOLDEN[case]
    result = evaluate(next(one for one in CASES if one.id == case).answers, AS_OF)
    assert " ".join(fact.key for fact in next_facts(result, ORDER)) == facts
    assert [
        (step.step.value, step.paper, " ".join(step.keys), " ".join(step.settles))
        for step in steps_of(result)
    ] == expected


def test_what_was_never_asked_and_what_only_the_person_knows_is_one_call() -> None:
    given = without(
        "lawyer_advice", "understanding_barriers", understanding="unsure", would_have_done="unsure"
    )
    assert steps(**given) == [
        NextStep(
            step=StepKind.ASK,
            paper=None,
            safety=Safety.GREEN,
            keys=("lawyer_advice", "understanding", "understanding_barriers", "would_have_done"),
            settles=(),  # each alone leaves another element unknown
            remedies=("pc1473_7_a1", "pc1016_5"),
        )
    ]


def test_a_paper_is_asked_for_once_for_all_that_it_answers() -> None:
    given = without(court="unsure", juvenile="unsure", offense_level="unsure")
    found = {step.paper: step.keys for step in steps(**given)}
    assert found == {"court_docket": ("court", "offense_level"), "charging_paper": ("juvenile",)}


def test_harm_that_no_paper_names_is_a_step_of_its_own_for_an_attorney() -> None:
    given = without("lawyer_advice", "understanding", "understanding_barriers", "first_notice_date")
    ask, analysis = steps(**{**given, "harm_named_case": "no", "removal_order_named_case": "no"})
    assert (ask.step, ask.paper) == ("ask", None)
    assert (analysis.step, analysis.paper, analysis.keys) == (
        "analysis",
        "expert_analysis",
        ("harm_named_case",),
    )
    assert analysis.safety is Safety.GREEN


def test_the_gates_of_the_law_to_look_at_first_come_before_its_proof_and_before_other_laws() -> None:
    # 1203.43 has one gate open and (a)(1) none, so (a)(1) is looked at first, and its proof leads.
    given: Given = {
        "program": "pc1000_deferred_entry",
        "offense_kind": ["drug_possession"],
        "program_completed": "yes",
        "program_dismissed": "unsure",
        "court_file": "not_checked",
        "doj_record": "not_ordered",
    }
    result = evaluate(
        answers(**without("lawyer_advice", "understanding", "understanding_barriers", **given)), AS_OF
    )
    assert result.look_first[0].remedy == "pc1473_7_a1"
    papers = [step.paper for step in steps_of(result)]
    assert papers == [None, "dej_completion", "court_search_certificate", "doj_rap_sheet"]
    # With a gate of each other law open as well, 1203.43 leads, and its gate comes before its proof.
    result = evaluate(
        answers(
            **{**without("lawyer_advice", **given), "custody_in_case": "unsure", "offense_level": "unsure"}
        ),
        AS_OF,
    )
    assert result.look_first[0].remedy == "pc1203_43"
    papers = [step.paper for step in steps_of(result)]
    assert papers[:3] == ["dej_completion", "court_search_certificate", "doj_rap_sheet"]


def test_steps_name_every_open_fact_and_are_not_cut_at_ten() -> None:
    result = evaluate(answers(), AS_OF)
    keys = [key for step in steps_of(result) for key in step.keys]
    assert len(keys) > MOST_LISTED
    assert sorted(keys) == sorted(fact.key for fact in open_facts(result, ORDER))
    assert [step.step for step in steps_of(result)] == ["ask"]


def test_where_no_law_is_living_there_is_no_step() -> None:
    assert steps(court="federal", juvenile="yes") == []


def test_a_result_of_other_laws_than_these_is_an_error_and_no_shorter_list() -> None:
    whole = evaluate(answers(court="california"), AS_OF)
    fewer = replace(whole, remedies=whole.remedies[:-1])
    cut = replace(whole.remedies[0], elements=whole.remedies[0].elements[:-1])
    for wrong in (fewer, replace(whole, remedies=(cut, *whole.remedies[1:]))):
        with pytest.raises(ValueError, match="zip"):
            open_facts(wrong, ORDER)
        with pytest.raises(ValueError, match="zip"):
            open_gates("pc1203_43", wrong)
    with pytest.raises(ValueError, match="zip"):
        deciding(fewer)


def test_open_gates_are_the_blocking_elements_of_that_remedy_that_are_unknown() -> None:
    found = evaluate(answers(court="california", juvenile="no", program_dismissed="yes"), AS_OF)
    gates = ["deferred_entry", "granted_1997_or_later", "plea_entered", "completed"]
    assert open_gates("pc1203_43", found) == {("pc1203_43", gate) for gate in gates}
