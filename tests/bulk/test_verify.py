"""A stored result is computed again: same, or what differs, and nothing that a person answered is repeated."""

from __future__ import annotations

from datetime import date

import pytest

from screening.bulk import verify
from screening.bulk.lines import UnreadableFileError
from screening.bulk.stored import StoredLine, stored_line
from screening.bulk.verify import ANSWERS, LAW, RESULT, RULES, Difference, verify_line
from screening.rules.version import CALENDAR_VERSION, rules_version
from screening.summary.as_json.result_json import result_json
from tests.bulk.results import NOW, OLD_RULES, THEN, Line, but, decided, of_old_rules, result


VIVAR = "vivar_2021"


def differences(line: Line, today: date = NOW) -> tuple[Difference, ...]:
    read = stored_line(line, "line 1")
    assert isinstance(read, StoredLine)
    return verify_line(read, today)


def kinds(line: Line, today: date = NOW) -> list[str]:
    return list(dict.fromkeys(difference.kind for difference in differences(line, today)))


def said(line: Line, today: date = NOW) -> str:
    return "\n".join(difference.says for difference in differences(line, today))


@pytest.mark.parametrize("record", decided())
def test_what_the_rules_give_is_the_same_on_its_own_day(record: str) -> None:
    assert differences(result(record)) == ()
    assert differences(result(record, THEN), THEN) == ()


def test_another_digest_is_told_and_that_the_findings_fit() -> None:
    changed = {**result(VIVAR), "digest": "0" * 64}
    assert kinds(changed) == [ANSWERS]
    assert "The findings do fit" in said(changed)


def test_another_answer_that_turns_findings_is_told_with_both() -> None:
    changed = but(result(VIVAR), lambda line: line["answers"].update(juvenile="yes"))
    assert kinds(changed) == [ANSWERS, RESULT]
    assert "The answers or the digest were changed after the result was made" in said(changed)
    assert "do not fit these answers on this day either" in said(changed)
    assert "computed “Not indicated”" in said(changed)


def test_another_answer_that_turns_nothing_is_still_told() -> None:
    assert ANSWERS in kinds(but(result(VIVAR), lambda line: line["answers"].update(county="Kern")))


def test_another_day_does_not_fit_the_digest() -> None:
    assert ANSWERS in kinds({**result(VIVAR), "law_as_of": "2026-11-23"})


def test_an_answer_in_another_writing_does_not_fit_the_digest() -> None:
    changed = but(result(VIVAR), lambda line: line["answers"].update(county="  KERN "))
    assert ANSWERS in kinds(changed)


def test_an_outcome_that_was_changed_is_not_what_these_rules_give() -> None:
    changed = but(result(VIVAR), lambda line: line["remedies"][0].update(outcome="indicated"))
    assert kinds(changed) == [RESULT]
    assert "it was changed, or made by other code" in said(changed)
    assert "PC 1473.7(a)(1), Outcome: stored “Indicated”, computed “" in said(changed)


@pytest.mark.parametrize(
    ("key", "value", "named"),
    [
        ("authorities", ["Nobody v. Nobody"], "pc1473_7_a1 noncitizen authorities"),
        ("rests_on", ["court"], "pc1473_7_a1 noncitizen rests_on"),
        ("basis", "seen", "pc1473_7_a1 noncitizen basis"),
        ("no_such_key", 1, "something that the contract does not know"),
    ],
)
def test_what_stands_beside_a_finding_is_looked_at_too(key: str, value: object, named: str) -> None:
    changed = but(result(VIVAR), lambda line: line["remedies"][0]["elements"][0].update({key: value}))
    assert kinds(changed) == [RESULT]
    assert named in said(changed)
    assert "no_such_key" not in said(changed)


@pytest.mark.parametrize("key", ["because", "change", "proof"])
def test_other_words_are_told_as_words(key: str) -> None:
    changed = but(
        result(VIVAR), lambda line: line["remedies"][0]["elements"][0].update({key: "you will win"})
    )
    assert kinds(changed) == [RESULT]
    assert said(changed).startswith("Words or facts to get next differ.")
    assert "you will win" not in said(changed)


def test_which_steps_to_take_next_are_told_as_words(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = but(result(VIVAR), lambda line: line["next_facts"][0].update(keeper="nobody"))
    assert said(changed).endswith("wrote it: next_facts.")
    monkeypatch.setattr(verify, "CONTRACT", 2)
    steps = {"next_steps": [{"step": "ask", "keys": ["court"]}]}
    monkeypatch.setattr(verify, "result_json", lambda *told: {**result_json(*told), **steps})
    changed = {**result(VIVAR), "next_steps": [{"step": "ask", "keys": ["county"]}]}
    assert said(changed).endswith("wrote it: next_steps.")


def test_a_law_or_element_that_is_missing_is_told() -> None:
    assert kinds(but(result(VIVAR), lambda line: line["remedies"].pop())) == [RESULT]
    assert "not there" in said(but(result(VIVAR), lambda line: line["remedies"][0]["elements"].pop()))


def test_older_rules_are_named_with_what_the_changelog_says_since() -> None:
    old = of_old_rules(result(VIVAR))
    assert kinds(old) == [RULES]
    assert f"then {OLD_RULES}, now {rules_version()}" in said(old)
    assert "\nRules 2026.11: Penal Code 1473.7" in said(old)


def test_under_older_rules_another_result_is_no_proof_of_a_change_by_hand() -> None:
    old = but(of_old_rules(result(VIVAR)), lambda line: line["remedies"][0].update(outcome="not_yet"))
    old["remedies"][0]["elements"][0]["because"] = "It was worded so."
    assert kinds(old) == [RULES, RESULT]
    assert "The present rules give something else" in said(old)
    assert "by other code" not in said(old)
    assert "Words or facts to get next differ in 1 place." in said(old)


def test_the_same_version_with_other_readings_is_told_apart() -> None:
    other = {**result(VIVAR), "rules_version": f"{rules_version()[:7]}+000000000000"}
    assert "The calendar version is the same, the readings are not." in said(other)
    assert f"Rules {CALENDAR_VERSION}:" in said(other)
    assert "the version was changed" in said(other)


def test_newer_rules_than_this_program_has_are_told() -> None:
    newer = {**result(VIVAR), "rules_version": "2099.01+000000000000"}
    assert "made by newer rules than this program has" in said(newer)


def test_a_law_that_came_into_force_since_is_told() -> None:
    old = result(VIVAR, THEN)
    assert kinds(old) == [LAW]
    assert (
        "PC 1473.7(a)(1), Outcome: on the stored day (June 1, 2016) “Not in force”, under the law of"
        " November 24, 2026 “"
    ) in said(old)
    assert "a law came into force between the two" in said(old)
    assert "The law changed on January 1, 2017, " in said(old)
    assert "The law changed on January 1, 2016, " not in said(old)
    told = {difference.general for difference in differences(old) if difference.says.startswith("The law")}
    assert told == {True}


def test_a_period_that_passed_since_is_told() -> None:
    noticed = result(VIVAR, harm_named_case="yes", first_notice_date="2026-08", removal_order_named_case="no")
    assert kinds(noticed) == []
    assert "“Contested”: a period passed, or a day came, between the two." in said(
        noticed, date(2027, 11, 24)
    )


def test_no_sentence_repeats_what_was_typed() -> None:
    typed = result(VIVAR, THEN, offense_code="HS 99999", county="Kern")
    for changed in (
        typed,
        of_old_rules(typed),
        {**typed, "digest": "1" * 64},
        but(typed, lambda line: line["answers"].update(offense_code="PC 77777")),
    ):
        assert not {"99999", "77777", "Kern"} & set(said(changed).replace(",", " ").split())


@pytest.mark.parametrize("answers", [{"court": "mars"}, {"county": "Kern\n"}, {"no_such_key": "typed by me"}])
def test_answers_that_are_none_cannot_be_verified(answers: dict[str, object]) -> None:
    changed = but(result(VIVAR), lambda line: line["answers"].update(answers))
    if "county" in answers:
        assert ANSWERS in kinds(changed)
        return
    with pytest.raises(UnreadableFileError) as refused:
        differences(changed)
    assert str(refused.value) in ("line 1: court: unknown value", "line 1: answers: unknown key")
