"""Two files of results of the same records: how much moved, which, and why, in words."""

from __future__ import annotations

import tracemalloc
from io import BytesIO
from typing import Any

import pytest

from screening.bulk import changelog, compare, in_words, stored
from screening.bulk.changelog import LawEntry
from screening.bulk.in_words import contract_words, flag_words
from screening.bulk.law_diff import Diff, law_diff
from screening.bulk.law_diff_words import law_diff_words as words
from screening.bulk.lines import UnreadableFileError
from screening.bulk.stored import as_under
from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.rules.answers import Answers
from screening.rules.version import CONTRACT
from tests.bulk.results import NOW, OLD_RULES, THEN, Line, but, decided, of_old_rules, result, text_of


VIVAR, ESPINOZA = "vivar_2021", "espinoza_2023"
ERROR = {"id": "x", "line": 1, "error": {"key": "court", "message": "unknown value"}}


def diff_of(first: list[Line], second: list[Line]) -> Diff:
    return law_diff(BytesIO(text_of(first).encode()), BytesIO(text_of(second).encode()))


def told(first: list[Line], second: list[Line], most: int | None = 10) -> str:
    return "\n".join(words(diff_of(first, second), most))


def test_the_same_results_in_another_order_moved_nothing() -> None:
    two = [result(VIVAR), result(ESPINOZA)]
    assert diff_of(two, two[::-1]).nothing_moved
    assert told(two, two[::-1]).splitlines()[-2:] == ["Compared: 2 records.", "Nothing moved."]


def test_blank_lines_are_passed_over() -> None:
    text = text_of([result(VIVAR), result(ESPINOZA)]).replace("\n", "\n \n\n").encode()
    diff = law_diff(BytesIO(text), BytesIO(text))
    assert (diff.compared, diff.nothing_moved) == (2, True)


def test_other_words_alone_moved_nothing_and_are_told() -> None:
    other = but(result(VIVAR), lambda line: line["remedies"][0]["elements"][0].update(because="Otherwise."))
    assert diff_of([result(VIVAR)], [other]).nothing_moved
    assert told([result(VIVAR)], [other]).endswith("Nothing moved. The words of 1 record differ.")


def test_for_two_days_every_decided_case_moves_as_the_law_came_into_force() -> None:
    then, now = ([result(record, day) for record in decided()] for day in (THEN, NOW))
    diff = diff_of(then, now)
    everybody = len(decided())
    assert diff.compared == everybody
    came = [key for key in diff.moved if key[0] == ("outcome", "pc1473_7_a1")]
    assert {was for _, was, _ in came} == {"not_in_force"}
    assert sum(len(diff.moved[key].ids) for key in came) == everybody
    text = told(then, now)
    assert f"A: {everybody} results: law of June 1, 2016; rules " in text
    assert f"PC 1473.7(a)(1), Outcome: moved in {everybody} records." in text
    assert "The law changed on January 1, 2017, " in text
    assert "Not in force → Needs facts: " in text
    assert "Why: the as-of day: a law came into force between (" in text
    assert text.splitlines()[-1] == (
        f"In sum: {diff.outcomes()} outcomes moved. Something moved in {everybody} of {everybody} records,"
        " because of the as-of day."
    )


def test_which_records_moved_is_told_up_to_a_number_or_whole() -> None:
    then, now = ([{**result(VIVAR, day), "id": f"r{n}"} for n in range(12)] for day in (THEN, NOW))
    assert "12 (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9 and 2 more)" in told(then, now)
    assert "r8, r9, r10, r11)" in told(then, now, None)


def test_another_answer_is_named_by_its_question_and_never_by_what_was_said() -> None:
    text = told([result(VIVAR)], [result(VIVAR, juvenile="yes", county="Kern")])
    short = say(QUESTIONS["juvenile"].short)
    assert f"Why: the answer to “{short}” (juvenile) (1)." in text
    assert "Kern" not in text
    assert "because of other answers." in text


def test_other_rules_are_named_with_the_changes_of_law_between(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = tuple(LawEntry(version, f"change {version}.") for version in ("2099.01", "2026.11", "2025.03"))
    monkeypatch.setattr(changelog, "shipped", lambda: entries)
    old = but(of_old_rules(result(VIVAR)), lambda line: line["remedies"][0].update(outcome="not_yet"))
    text = told([old], [result(VIVAR)])
    assert f"A: 1 result: law of November 24, 2026; rules {OLD_RULES}." in text
    assert "CHANGELOG, Law, between the two: Rules 2026.11: change 2026.11." in text
    assert "2099.01" not in text
    assert "change 2025.03" not in text
    assert "Why: the rules: another version (1)." in text
    assert text.endswith("because of the rules.")


def test_another_contract_is_named_and_what_it_alone_holds_is_no_other_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (stored, compare):
        monkeypatch.setattr(module, "CONTRACT", 2)
    now = result(VIVAR, court="federal")
    old = {**as_under(of_old_rules(now), 1), "contract": 1}
    new = {**now, "contract": 2, "look_first": [{"remedy": "pc1016_5", "reason": "gates_pass"}]}
    text = told([old], [new])
    assert "\nThe way answers are read has changed (contract 1 → 2): a law waits only for facts" in text
    assert text.endswith("Nothing moved.")
    moved = but(old, lambda line: line["remedies"][0].update(outcome="not_yet"))
    text = told([moved], [new])
    assert "Why: the way answers are read: another contract (1)." in text
    assert text.endswith("because of the way answers are read.")
    assert "Why: the rules: another version (1)." in told([moved], [old])


def test_every_contract_says_what_it_changed() -> None:
    for contract in range(2, max(2, CONTRACT) + 1):
        assert contract_words(contract - 1, contract).startswith(
            f"The way answers are read has changed (contract {contract - 1} → {contract}): "
        )
    assert contract_words(98, 99) == "The way answers are read has changed (contract 98 → 99)."


def test_a_flag_that_stands_in_another_list_has_not_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    detained = result(VIVAR, immigration_events=["detained"])
    assert detained["urgent"][0] == "ice_detention"
    for elsewhere in ("before_filing", "also_consider"):
        other = but(detained, lambda line: line["urgent"].remove("ice_detention"))
        other[elsewhere] = [*other.get(elsewhere, []), "ice_detention"]
        assert diff_of([detained], [other]).nothing_moved
    monkeypatch.setattr(in_words, "URGENT", ())
    assert flag_words("ice_detention", Answers({})).startswith("Before filing: ")


def test_a_result_that_was_changed_by_hand_is_told() -> None:
    changed = but(result(VIVAR), lambda line: line["urgent"].clear())
    changed["remedies"][0]["elements"][0]["finding"] = "contested"
    changed["immigration_conviction"]["finding"] = "unclear"
    text = told([result(VIVAR)], [changed])
    assert "a stored result that its rules do not give: changed, or made by other code (1)." in text
    assert "8 USC 1101(a)(48)(A), A conviction for immigration: moved in 1 record." in text
    assert "  raised → not there: 1 (vivar_2021). Why: a stored result" in text
    assert "In sum: 0 outcomes moved. Something moved in 1 of 1 record" in text


def test_elements_flags_and_outcomes_stand_in_the_order_of_the_law() -> None:
    text = told([result(VIVAR)], [result(VIVAR, juvenile="yes", immigration_events=["detained"])])
    places = [line.split(": moved")[0] for line in text.splitlines() if ": moved in" in line]
    assert places[0] == "PC 1473.7(a)(1), Outcome"
    assert places.index("PC 1473.7(a)(1), Outcome") < places.index("PC 1016.5, Outcome")
    assert places[-1].startswith(("Urgent:", "Before filing:"))


def test_a_law_that_the_rules_do_not_hold_is_no_fault() -> None:
    gone = but(
        of_old_rules(result(VIVAR)),
        lambda line: line["remedies"].append(
            {"remedy": "pc9999", "outcome": "indicated", "elements": [{"element": "e", "finding": "met"}]}
        ),
    )
    text = told([gone], [result(VIVAR)])
    assert "pc9999, A law that the rules do not hold: moved in 1 record." in text
    assert "indicated → not there" in text.casefold()


def test_records_of_one_file_only_and_errors_are_told() -> None:
    first = [result(VIVAR), {**ERROR, "id": None}, ERROR]
    second = [result(ESPINOZA), ERROR]
    diff = diff_of(first, second)
    assert (diff.compared, diff.first.only, diff.second.only) == (0, [VIVAR], [ESPINOZA])
    assert not diff.nothing_moved
    text = told(first, second)
    assert "Compared: 0 records. Only in A: 1 (vivar_2021)." in text
    assert "Could not be screened in A: 2 (one without an id, x)." in text
    assert "Only in B: 1 (espinoza_2023). Could not be screened in B: 1 (x)." in text
    assert text.endswith("In sum: 0 outcomes moved. Something moved in 0 of 0 records.")


def test_several_days_and_versions_in_one_file_are_counted() -> None:
    mixed = [result(VIVAR), of_old_rules(result(ESPINOZA, THEN))]
    text = told(mixed, mixed)
    assert "A: 2 results: law of June 1, 2016 (1), November 24, 2026 (1); rules 2025.03+" in text


def test_two_empty_files_moved_nothing() -> None:
    assert told([], []).splitlines() == [
        "A: 0 results.",
        "B: 0 results.",
        "Compared: 0 records.",
        "Nothing moved.",
    ]


def test_a_file_that_is_none_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="^A, line 1: no result of a screening: id is missing$"):
        diff_of([{}], [])


def test_lines_that_are_no_results_are_told_in_their_file_and_the_others_go_on() -> None:
    first = [result(VIVAR), result(VIVAR), result(ESPINOZA)]
    second: list[Any] = [[1], result(ESPINOZA), result(VIVAR)]
    diff = diff_of(first, second)
    assert (diff.compared, diff.moved, diff.nothing_moved) == (2, {}, False)
    assert (
        "Compared: 2 records. Cannot be read in A: 1 (line 2: its id stood there before)."
        " Cannot be read in B: 1 (line 1: not a JSON object)." in told(first, second)
    )


def test_a_first_file_that_cannot_be_read_twice_is_refused() -> None:
    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

    with pytest.raises(UnreadableFileError, match="no pipe"):
        law_diff(Pipe(), BytesIO())


def test_a_file_that_changed_meanwhile_is_refused() -> None:
    line = text_of([result(VIVAR)]).encode()

    class Changing(BytesIO):
        def seek(self, place: int, _whence: int = 0, /) -> int:
            self.__init__(text_of([ERROR]).encode())  # type: ignore[misc]
            return super().seek(place)

    with pytest.raises(UnreadableFileError, match="the file changed while it was read"):
        law_diff(Changing(line), BytesIO(line))


@pytest.mark.no_cover
def test_many_records_do_not_sit_in_memory() -> None:
    line = text_of([result(VIVAR)])
    many = "".join(line.replace(VIVAR, f"r{number}", 1) for number in range(400)).encode()
    first, second = BytesIO(many), BytesIO(many)
    tracemalloc.start()
    assert law_diff(first, second).compared == 400
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000 < len(many)
