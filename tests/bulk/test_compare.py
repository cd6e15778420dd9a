"""Two results of a case: what differs, and whether an answer, the rules, the day or a hand did it."""

from __future__ import annotations

from typing import Any

from screening.bulk.compare import Change, Why, compare, values_of, values_of_line
from screening.rules.record import parse_answers
from tests.bulk.results import NOW as THIS_DAY
from tests.bulk.results import OLD_RULES, THEN, but, decided, line_of
from tests.office.review.conftest import VIVAR


NOW = THIS_DAY.replace(year=2027)
RESOLVED: dict[str, object] = {**VIVAR, "first_notice_date": "2026-08-01", "learned_harm_date": "2026-08-01"}


def lines(*cases: dict[str, Any], day: Any = THIS_DAY) -> list[dict[str, Any]]:
    return [line_of(str(number), case, day) for number, case in enumerate(cases, start=1)]


def at(changes: list[Change], *place: str) -> Change:
    return next(change for change in changes if change.place == place)


def test_the_same_answers_on_the_same_day_change_nothing() -> None:
    assert compare(lines(RESOLVED), lines(RESOLVED)) == []


def test_an_answer_is_named_with_what_it_was_and_is() -> None:
    changes = compare(lines(RESOLVED), lines({**RESOLVED, "understanding": "knew_certain", "counts": "one"}))
    change = at(changes, "element", "pc1473_7_a1", "error")
    assert (change.was, change.now) == ("met", "contested")
    assert change.why == (Why("answer", "understanding", "thought_safe", "knew_certain"),)


def test_an_answer_that_came_or_went_is_named() -> None:
    without = {key: value for key, value in RESOLVED.items() if key != "custody_in_case"}
    change = at(compare(lines(without), lines(RESOLVED)), "element", "pc1473_7_a1", "custody_over")
    assert change.why == (Why("answer", "custody_in_case", None, "finished"),)


def test_two_answers_that_each_would_have_done_it_are_both_named() -> None:
    both = {**RESOLVED, "understanding": "knew_certain", "lawyer_advice": "said_will", "county": "Kern"}
    change = at(compare(lines(RESOLVED), lines(both)), "element", "pc1473_7_a1", "error")
    assert {why.key for why in change.why} == {"understanding", "lawyer_advice"}


def test_a_day_that_passed_is_named() -> None:
    changes = compare(lines(RESOLVED), lines(RESOLVED, day=NOW))
    change = at(changes, "element", "pc1016_5", "diligence")
    assert (change.was, change.now, change.why) == ("met", "contested", (Why("date"),))
    assert at(changes, "urgent", "date_passed").why == (Why("date"),)


def test_a_changed_rule_is_named_and_nothing_else() -> None:
    kept = lines(RESOLVED)
    kept[0]["rules_version"] = "2025.01+000000000000"
    remedy = kept[0]["remedies"][3]
    remedy["outcome"] = "not_yet"
    remedy["elements"][-1]["finding"] = "not_yet"
    changes = compare(kept, lines(RESOLVED))
    assert [(change.place, change.why) for change in changes] == [
        (("outcome", "pc1016_5"), (Why("rule"),)),
        (("element", "pc1016_5", "diligence"), (Why("rule"),)),
    ]


def test_rule_answer_and_day_together_are_each_named() -> None:
    kept = lines(RESOLVED)
    kept[0]["rules_version"] = "2025.01+000000000000"
    kept[0]["remedies"][0]["elements"][-1]["finding"] = "for_attorney"
    changed = {**RESOLVED, "first_notice_date": "unsure"}
    change = at(compare(kept, lines(changed, day=NOW)), "element", "pc1473_7_a1", "timely")
    assert [why.what for why in change.why] == ["rule", "answer", "date"]


def test_a_law_and_a_key_that_are_gone_are_no_fault() -> None:
    kept = lines(RESOLVED)
    kept[0]["remedies"].append({"remedy": "pc9999", "outcome": "indicated", "elements": []})
    kept[0]["answers"] |= {"no_such_key": "yes", "court": "no_such_court"}
    changes = compare(kept, lines(RESOLVED))
    assert at(changes, "outcome", "pc9999").now == ""


def test_a_case_that_was_added_is_told() -> None:
    assert compare(lines(RESOLVED), lines(RESOLVED, RESOLVED)) == [Change("2", (), "", "there")]


def test_what_is_compared_of_answers_is_what_is_compared_of_their_result() -> None:
    for record, answers in decided().items():
        for day in (THEN, THIS_DAY):
            computed = values_of(parse_answers(answers), day)
            assert values_of_line(line_of(record, answers, day)) == computed


def test_a_result_that_its_own_rules_do_not_give_is_told_on_either_side() -> None:
    whole = lines(RESOLVED)
    spoiled = [but(whole[0], lambda line: line["remedies"][0].update(outcome="not_yet"))]
    for before, after in ((whole, spoiled), (spoiled, whole)):
        assert at(compare(before, after), "outcome", "pc1473_7_a1").why == (Why("stored"),)


def test_a_result_of_other_rules_on_the_later_side_is_the_rules_doing() -> None:
    whole = lines(RESOLVED)
    later = [{**whole[0], "rules_version": OLD_RULES, "urgent": []}]
    assert {change.why for change in compare(whole, later)} == {(Why("rule"),)}
