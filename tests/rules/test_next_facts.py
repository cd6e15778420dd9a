"""What to get next: found by trying, so each table below says what trying must find."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screening.rules.element import Element
from screening.rules.evaluate import evaluate
from screening.rules.facts import FACTS
from screening.rules.finding import Finding
from screening.rules.moving.next_facts import MOST_LISTED, NextFact, deciding_sets, next_facts
from screening.rules.moving.walking import LARGEST_SET
from screening.rules.papers import Safety
from screening.rules.remedies import REMEDIES
from screening.rules.remedies.gates import CALIFORNIA_CASE, CONVICTION_EXISTS
from screening.rules.remedies.pc1016_5 import ADVISEMENT_MISSING
from screening.rules.remedies.pc1203_43 import DISMISSED, PROOF_OF_COMPLETION
from screening.rules.remedies.pc1473_7_a1 import CORROBORATION, PREJUDICE
from screening.rules.remedies.timely import TIMELY
from tests.rules.ask import AS_OF, Given, answers
from tests.rules.whole import without


ORDER = {key: number for number, key in enumerate(FACTS)}

# Everything that 1203.43 reads, so that only what a test leaves out stands open there.
DEFERRED_ENTRY: Given = {
    "court": "california",
    "juvenile": "no",
    "disposition": "guilty_plea",
    "program": "pc1000_deferred_entry",
    "program_plea": "guilty",
    "program_start_date": "2009",
    "program_completed": "yes",
    "program_dismissed": "yes",
    "court_file": "exists",
    "citizenship": "us_citizen_born",
}


PLED_IN_CALIFORNIA: Given = {
    "court": "california",
    "juvenile": "no",
    "disposition": "guilty_plea",
    "offense_level": "felony",
    "citizenship": "noncitizen",
    "custody_in_case": "finished",
}


def listed(*, as_of: date = AS_OF, **given: Any) -> list[NextFact]:
    """The facts to get next."""
    return list(next_facts(evaluate(answers(**given), as_of), ORDER))


def one(key: str, **given: Any) -> NextFact:
    """One of them."""
    return next(fact for fact in listed(**given) if fact.key == key)


def sets(element: Element, **given: Any) -> set[frozenset[str]]:
    """The sets of keys that change the element's finding, among all that stand open."""
    given_answers = answers(**given)
    open_keys = tuple(
        key
        for key in element.keys
        if given_answers.stands_open(key) or key in element.read(given_answers, AS_OF).rests_on
    )
    return set(deciding_sets(element, open_keys, given_answers, AS_OF))


@pytest.mark.parametrize(
    ("element", "given", "expected"),
    [
        pytest.param(CALIFORNIA_CASE, {}, [{"court"}], id="only the court decides"),
        pytest.param(
            CALIFORNIA_CASE,
            {"court": "federal", "county": "Kern"},
            [{"court"}],
            id="the court again, although it is answered",
        ),
        pytest.param(
            CONVICTION_EXISTS,
            {"disposition": "no_plea_diversion"},
            [{"admitted_facts"}],
            id="admitted facts; a sign of a plea would only contest it",
        ),
        pytest.param(
            CORROBORATION,
            {"ties": ["none"], "disposition": "trial", "program": "none"},
            [{"evidence"}],
            id="evidence, once there is no tie",
        ),
        pytest.param(
            PREJUDICE,
            {"disposition": "trial", "program": "none"},
            [{"other_offer"}],
            id="after a trial the offer",
        ),
        pytest.param(
            PROOF_OF_COMPLETION,
            {"doj_record": "not_ordered"},
            [{"court_file"}, {"doj_record"}],
            id="the file, or the record by itself",
        ),
        pytest.param(
            PROOF_OF_COMPLETION,
            {"court_file": "destroyed", "doj_record": "not_ordered"},
            [{"doj_record"}],
            id="a record not ordered stands open",
        ),
        pytest.param(
            DISMISSED, {"program_dismissed": "no"}, [{"program_completed"}], id="not dismissed: completed?"
        ),
        pytest.param(
            TIMELY,
            {"harm_named_case": "yes", "removal_order_named_case": "no", "disposition": "guilty_plea"},
            [{"first_notice_date"}],
            id="the day of the notice",
        ),
        pytest.param(
            TIMELY,
            {
                "harm_named_case": "yes",
                "immigration_events": ["removal_order"],
                "disposition": "guilty_plea",
                "disposition_date": "2005",
                "removal_order_named_case": "yes",
                "learned_remedy_date": "2018",
            },
            [
                {"first_notice_date", "removal_order_final_date"},
                {"first_notice_date", "removal_order_learned_date"},
            ],
            id="both days together",
        ),
        pytest.param(
            TIMELY,
            {
                "harm_named_case": "yes",
                "first_notice_date": "2025",
                "removal_order_named_case": "no",
                "immigration_events": ["none"],
            },
            [{"first_notice_date"}],
            id="a day not known closely enough",
        ),
        pytest.param(
            ADVISEMENT_MISSING,
            {"advisement_record": "shows_all_three", "disposition_date": "2026-02"},
            [{"advisement_verbatim"}],
            id="the words, from 2026",
        ),
    ],
)
def test_only_the_answers_that_change_the_finding_are_kept(
    element: Element, given: Given, expected: list[set[str]]
) -> None:
    assert sets(element, **given) == {frozenset(keys) for keys in expected}


def test_answers_are_tried_up_to_three_together() -> None:
    # No notice, and an order before the plea: only then do both days together say that no clock has started.
    three = frozenset({"harm_named_case", "removal_order_final_date", "disposition_date"})
    assert three in sets(TIMELY)


def test_a_day_after_another_day_that_was_given_is_tried_too() -> None:
    # The order is newer than every limit, so only a plea on the next day makes it the older of the two.
    order = {"harm_named_case": "no", "removal_order_final_date": "2026-06-01"}
    assert frozenset({"disposition_date"}) in sets(TIMELY, **order)


def test_a_day_before_a_limit_is_tried_too() -> None:
    # Only a plea of 1977 settles 1016.5 while so much else stands open.
    assert "pc1016_5" in one("disposition_date", **PLED_IN_CALIFORNIA).settles


def test_no_set_holds_a_smaller_one() -> None:
    for remedy in REMEDIES:
        for element in remedy.elements:
            kept = sets(element)
            assert kept
            assert not any(one < other for one in kept for other in kept)
            assert all(1 <= len(keys) <= LARGEST_SET for keys in kept)


def test_a_key_that_changes_nothing_is_not_listed() -> None:
    keys = [fact.key for fact in listed(court="california", juvenile="no", disposition="guilty_plea")]
    assert "county" not in keys
    assert "court" not in keys


def test_an_empty_record_asks_first_for_what_settles_most() -> None:
    facts = listed()
    assert len(facts) == MOST_LISTED == 10
    assert [fact.key for fact in facts[:3]] == ["court", "juvenile", "disposition"]
    # (a)(2) and (a)(3) are not raised, so nothing is settled there.
    assert [fact.settles for fact in facts[:3]] == [
        ("pc1473_7_a1", "pc1016_5", "pc1203_43"),
        ("pc1473_7_a1", "pc1016_5", "pc1203_43"),
        ("pc1473_7_a1", "pc1016_5"),
    ]
    ranks = [(-len(fact.settles), -len(fact.elements), ORDER[fact.key]) for fact in facts]
    assert ranks == sorted(ranks)


def test_where_the_rest_is_equal_the_order_of_asking_decides() -> None:
    backwards = {key: -number for key, number in ORDER.items()}
    result = evaluate(answers(), AS_OF)
    keys = [fact.key for fact in next_facts(result, ORDER)]
    turned = [fact.key for fact in next_facts(result, backwards)]
    assert keys.index("court") < keys.index("juvenile")
    assert turned.index("juvenile") < turned.index("court")


def test_a_remedy_that_is_ruled_out_or_not_raised_or_not_yet_law_asks_for_nothing() -> None:
    assert listed(court="federal") == []
    assert listed(**DEFERRED_ENTRY) == []
    assert "innocence_evidence_date" not in [fact.key for fact in listed(**DEFERRED_ENTRY)]
    before = {fact.key for fact in listed(as_of=date(1977, 12, 31))}
    assert before == set()


def test_one_open_fact_settles_one_outcome() -> None:
    facts = listed(**{**DEFERRED_ENTRY, "program_dismissed": "unsure"})
    assert [(fact.key, fact.settles, fact.elements) for fact in facts] == [
        ("program_dismissed", ("pc1203_43",), (("pc1203_43", "dismissed"),))
    ]
    assert facts[0].paper == "dej_completion"
    assert facts[0].safety is Safety.GREEN


def test_answers_that_could_only_contest_an_element_are_not_asked_for() -> None:
    # A record that shows a conviction contests the proof, whether the court has the file or not.
    shown = {**DEFERRED_ENTRY, "court_file": "unsure", "doj_record": "shows_conviction"}
    assert evaluate(answers(**shown), AS_OF).remedy("pc1203_43").open[Finding.UNKNOWN] == (
        "proof_of_completion",
    )
    assert listed(**shown) == []


def test_what_a_paper_or_an_analysis_would_settle_for_an_attorney_stands_open() -> None:
    given = without(
        "first_notice_date", harm_named_case="no", removal_order_named_case="no", evidence=["none"]
    )
    assert ("pc1473_7_a1", "corroboration") in one("evidence", **given).elements
    assert one("harm_named_case", **given).elements == (
        ("pc1473_7_a1", "immigration_harm"),
        ("pc1016_5", "immigration_harm"),
    )


def test_a_remedy_that_waits_only_for_the_analysis_is_settled_by_it() -> None:
    harm = one(
        "harm_named_case", **without("first_notice_date", harm_named_case="no", removal_order_named_case="no")
    )
    assert harm.settles == ("pc1016_5",)  # in (a)(1) a paper would start a clock, whose day is not known


def test_two_open_facts_settle_nothing_alone() -> None:
    facts = listed(**{**DEFERRED_ENTRY, "court_file": "unsure", "program_dismissed": "unsure"})
    # "No" means not dismissed yet, and that needs no more facts.
    assert [(fact.key, fact.settles) for fact in facts] == [
        ("program_dismissed", ("pc1203_43",)),
        ("court_file", ()),
        ("doj_record", ()),
    ]


def test_a_paper_that_nobody_looked_for_is_still_listed() -> None:
    facts = listed(**{**DEFERRED_ENTRY, "court_file": "destroyed", "doj_record": "not_ordered"})
    assert [(fact.key, fact.settles) for fact in facts] == [("doj_record", ("pc1203_43",))]


def test_a_raised_ground_asks_for_its_day() -> None:
    citizen: Given = {**DEFERRED_ENTRY, "custody_in_case": "finished", "innocence_evidence": "yes"}
    assert [(fact.key, fact.settles) for fact in listed(**citizen)] == [
        ("innocence_evidence_date", ("pc1473_7_a2",))
    ]


def test_a_year_that_holds_the_limit_asks_for_the_day() -> None:
    loose: Given = {**DEFERRED_ENTRY, "custody_in_case": "finished", "innocence_evidence": "yes"}
    facts = listed(**loose, innocence_evidence_date="2025")
    assert [fact.key for fact in facts] == ["innocence_evidence_date"]
    assert listed(**loose, innocence_evidence_date="2024") == []


def test_a_fact_settles_a_remedy_also_where_no_unknown_element_reads_it() -> None:
    # A plea sign keeps (a)(1) open. "Not guilty" before the program would rule it and 1016.5 out.
    given: Given = {
        "citizenship": "noncitizen",
        "court": "california",
        "juvenile": "no",
        "disposition": "dismissed_without_plea",
        "program": "pc1000_deferred_entry",
    }
    assert one("program_plea", **given).settles == ("pc1473_7_a1", "pc1016_5")


def test_for_the_harm_the_paper_is_the_attorneys_analysis() -> None:
    noncitizen: Given = {
        "citizenship": "noncitizen",
        "court": "california",
        "juvenile": "no",
        "disposition": "trial",
        "program": "none",
        "custody_in_case": "finished",
        "lawyer_advice": "said_nothing",
        "ties": ["us_family"],
    }
    assert one("harm_named_case", **noncitizen, harm_named_case="no").paper == "expert_analysis"
    assert one("harm_named_case", **noncitizen).paper == "notice_to_appear"


def test_a_flag_makes_asking_less_safe() -> None:
    given: Given = {**DEFERRED_ENTRY, "court_file": "destroyed"}
    assert one("doj_record", **given).safety is Safety.AMBER
    assert one("doj_record", **given, open_warrant="yes").safety is Safety.RED
