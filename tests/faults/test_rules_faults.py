"""Tests that guard tests: each fault, put into the rules, must make the check that guards it fail.

A fault is a small patch; a guard is the test that would have to notice, called with the fault in place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from screening.rules import evaluate, version
from screening.rules.answer import Answer
from screening.rules.answers import Answers
from screening.rules.condition import Condition
from screening.rules.element import Element, Line
from screening.rules.facts import FACTS, UNKNOWN_VALUES
from screening.rules.finding import ElementResult, Finding, RemedyResult
from screening.rules.flags.every import URGENT
from screening.rules.partial_date import PartialDate
from tests.rules import (
    plainly,
    test_cases,
    test_contradictions,
    test_gates,
    test_pc1016_5,
    test_properties,
    test_timely,
)
from tests.rules.case_files import CASES, Case
from tests.rules.strategies import GROUNDS, as_of_days, given_answers, records


Fault = Callable[[pytest.MonkeyPatch], None]
Guard = Callable[[], object]


def unsure_read_as_no(patch: pytest.MonkeyPatch) -> None:
    """Not sure, and rather not say, become a no."""
    honest = Answers.one

    def one(self: Answers, key: str) -> str | None:
        return "no" if self.values.get(key) in UNKNOWN_VALUES else honest(self, key)

    patch.setattr(Answers, "one", one)


def silence_read_as_no(patch: pytest.MonkeyPatch) -> None:
    """What was not answered counts as a no."""
    honest = Answers.one
    patch.setattr(Answers, "one", lambda self, key: honest(self, key) or "no")


def _change_lines(patch: pytest.MonkeyPatch, change: Callable[[Element, Line[Finding]], Finding]) -> None:
    honest = Element.line

    def line(self: Element, answers: Answers, as_of: date) -> Line[Finding] | None:
        read = honest(self, answers, as_of)
        return None if read is None else replace(read, finding=change(self, read))

    patch.setattr(Element, "line", line)


def custody_rules_out(patch: pytest.MonkeyPatch) -> None:
    """Custody, which is no gate and passes, rules a remedy out."""
    _change_lines(
        patch,
        lambda _, line: Finding.NOT_MET if line.finding is Finding.NOT_YET else line.finding,
    )


def a_federal_case_passes(patch: pytest.MonkeyPatch) -> None:
    """A gate lets everything through."""
    _change_lines(
        patch,
        lambda element, line: Finding.MET if element.id == "california_case" else line.finding,
    )


def twelve_months_end_a_day_early(patch: pytest.MonkeyPatch) -> None:
    """The last good day is left out."""
    honest = PartialDate.within_months

    def within_months(self: PartialDate, months: int, as_of: date) -> Answer:
        return honest(self, months, as_of + timedelta(days=1))

    patch.setattr(PartialDate, "within_months", within_months)


def a_limit_begins_a_day_late(patch: pytest.MonkeyPatch) -> None:
    """The first day of a law is left out."""
    honest = PartialDate.on_or_after
    patch.setattr(PartialDate, "on_or_after", lambda self, day: honest(self, day + timedelta(days=1)))


def a_year_is_read_as_its_first_day(patch: pytest.MonkeyPatch) -> None:
    """A date known to the year is taken for January 1."""
    honest = PartialDate.on_or_after

    def on_or_after(self: PartialDate, day: date) -> Answer:
        return honest(PartialDate(self.text, self.earliest, self.earliest), day)

    patch.setattr(PartialDate, "on_or_after", on_or_after)


def a_flag_raised_by_silence(patch: pytest.MonkeyPatch) -> None:
    """A condition that is not known to be false raises its flag."""

    def holds(self: Condition, answers: Answers, as_of: date) -> bool:
        return self.test(answers, as_of) is not Answer.NO

    patch.setattr(Condition, "holds", holds)


def a_flag_forgotten(patch: pytest.MonkeyPatch) -> None:
    """Travel is no longer urgent."""
    fewer = tuple(flag for flag in URGENT if flag.code != "travel")
    patch.setattr(plainly, "URGENT", fewer)


def a_finding_without_its_law(patch: pytest.MonkeyPatch) -> None:
    """A finding names no authority."""
    honest = Element.read

    def read(self: Element, answers: Answers, as_of: date) -> ElementResult:
        return replace(honest(self, answers, as_of), authorities=())

    patch.setattr(Element, "read", read)


def one_open_element_hides_another(patch: pytest.MonkeyPatch) -> None:
    """Only the first open element of each finding is named."""
    honest = RemedyResult.open.fget  # type: ignore[attr-defined]

    def first_only(self: RemedyResult) -> dict[Finding, tuple[str, ...]]:
        return {finding: elements[:1] for finding, elements in honest(self).items()}

    patch.setattr(RemedyResult, "open", property(first_only))


def a_gate_that_closes_with_time(patch: pytest.MonkeyPatch) -> None:
    """A gate rules a remedy out from a day on."""
    honest = Element.finding

    def finding(self: Element, answers: Answers, as_of: date) -> Finding:
        return Finding.NOT_MET if self.gate and as_of.year > 2024 else honest(self, answers, as_of)

    patch.setattr(Element, "finding", finding)


def a_contradiction_overlooked(patch: pytest.MonkeyPatch) -> None:
    """The line in front of a "no", for answers that do not fit together, is dropped."""

    def line(self: Element, answers: Answers, as_of: date) -> Line[Finding] | None:
        lines = (line for line in self.lines if line.beside is None)
        return next((line for line in lines if line.when.holds(answers, as_of)), None)

    patch.setattr(Element, "line", line)


def a_contradiction_names_one_side(patch: pytest.MonkeyPatch) -> None:
    """The reason does not say what was answered otherwise."""
    honest = Line.reason_by
    patch.setattr(Line, "reason_by", lambda self, *read: honest(self, *read).with_(beside=()))


def unknown_answers_share_a_digest(patch: pytest.MonkeyPatch) -> None:
    """The fingerprint does not tell one unknown answer from another."""
    honest = version._answer
    patch.setattr(
        version,
        "_answer",
        lambda key, value: honest(key, "prefer_not_to_say" if value == "unsure" else value),
    )


def _case(case_id: str, check: Callable[[Case], None]) -> Guard:
    case = next(case for case in CASES if case.id == case_id)
    return lambda: check(case)


def _property(check: Any, *strategies: st.SearchStrategy[Any]) -> Guard:
    """The property without the search for a smaller example: that it fails is enough."""
    quick = settings(phases=[Phase.generate], max_examples=200)
    guard: Guard = quick(given(*strategies)(check.hypothesis.inner_test))
    return guard


GUARDED: list[tuple[Fault, Guard]] = [
    (
        unsure_read_as_no,
        _property(
            test_properties.test_silence_not_sure_and_rather_not_say_are_the_same,
            records,
            st.sets(st.sampled_from([key for key in FACTS if key not in GROUNDS])),
        ),
    ),
    (
        unsure_read_as_no,
        lambda: test_gates.test_conviction_exists_follows_how_the_case_ended(
            {"disposition": "no_plea_diversion", "admitted_facts": "unsure"}, "unknown"
        ),
    ),
    (silence_read_as_no, test_properties.test_an_empty_record_rules_nothing_out),
    (custody_rules_out, _property(test_properties.test_only_a_gate_is_ever_not_met, records, as_of_days)),
    (custody_rules_out, _case("on_probation_2025", test_cases.test_a_case_has_an_outcome_that_is_allowed)),
    (
        a_federal_case_passes,
        lambda: test_gates.test_california_case_follows_the_court({"court": "federal"}, "not_met", {"court"}),
    ),
    (a_federal_case_passes, _case("federal", test_cases.test_a_case_has_an_outcome_that_is_allowed)),
    (
        twelve_months_end_a_day_early,
        lambda: test_timely.test_twelve_months_run_from_either_trigger("2025-11-24", "met"),
    ),
    (
        a_limit_begins_a_day_late,
        lambda: test_pc1016_5.test_the_plea_is_of_1978_or_later("1978-01-01", "met"),
    ),
    (
        a_year_is_read_as_its_first_day,
        lambda: test_timely.test_twelve_months_run_from_either_trigger("2025", "unknown"),
    ),
    (a_flag_raised_by_silence, test_properties.test_an_empty_record_rules_nothing_out),
    (
        a_flag_raised_by_silence,
        _property(test_properties.test_a_flag_is_never_raised_by_what_was_not_answered, records),
    ),
    (a_flag_forgotten, _case("traveller", test_cases.test_a_case_raises_the_flags_that_it_must)),
    (
        a_finding_without_its_law,
        _property(test_properties.test_every_finding_says_why_by_which_law_and_on_what, records, as_of_days),
    ),
    (
        one_open_element_hides_another,
        _property(
            test_properties.test_open_names_every_element_that_is_not_settled_and_nothing_else,
            records,
            as_of_days,
        ),
    ),
    (
        a_gate_that_closes_with_time,
        _property(test_properties.test_no_gate_rules_out_by_the_as_of_day, records, as_of_days, as_of_days),
    ),
    *[
        (
            fault,
            lambda: test_contradictions.test_an_answer_that_cannot_stand_beside_a_no_leaves_it_open(
                *test_contradictions.BESIDE[0]
            ),
        )
        for fault in (a_contradiction_overlooked, a_contradiction_names_one_side)
    ],
    (
        a_contradiction_overlooked,
        _property(
            test_contradictions.test_whatever_else_was_answered_no_contradicted_no_stands,
            given_answers,
            st.sampled_from(test_contradictions.BESIDE),
        ),
    ),
    (
        unknown_answers_share_a_digest,
        _property(
            test_properties.test_the_same_record_gives_the_same_digest_and_a_changed_answer_another,
            records,
            st.sampled_from(list(FACTS)),
        ),
    ),
]


def _name(part: object) -> str:
    return getattr(part, "__name__", "").replace("_", " ").strip("<>")


@pytest.mark.parametrize(("fault", "guard"), GUARDED, ids=_name)
def test_a_fault_is_noticed(fault: Fault, guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    # A fault stands in what is declared; that the compiled form says the same is a test of its own.
    monkeypatch.setattr(evaluate, "_law", plainly.Plainly)
    fault(monkeypatch)
    # Several different failures of one property come as a group; a reason stumbles over what was not answered.
    with pytest.raises((AssertionError, ExceptionGroup, KeyError)):
        guard()


@pytest.mark.long  # each guard is a test of its own too
@pytest.mark.parametrize("guard", [guard for _, guard in GUARDED], ids=_name)
def test_without_a_fault_the_guard_is_content(guard: Guard) -> None:
    guard()
