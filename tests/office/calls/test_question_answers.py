"""Each answer is saved as it is given, with who said it, how sure, and a note."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from screening.interview import document
from screening.office.calls.about import LONGEST_NOTE
from screening.office.calls.steps import first_open, steps_of
from screening.office.file import journal
from screening.office.file.cabinet import put_back
from screening.office.file.log import Act, opened
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Screening
from screening.questions.route import way
from screening.questions.steering import fact_of
from screening.rules.facts import PREFER_NOT_TO_SAY, UNSURE, Kind
from tests.office.calls.conftest import Asking, question_url
from tests.questions.walking import unsure
from tests.tiers import repeated


def about(asking: Asking, key: str, case: int = 1) -> dict[str, Any]:
    """What stands beside an answer."""
    kept: dict[str, Any] = asking.folder.file.document.cases[case - 1].about.get(key, {})
    return kept


def test_an_answer_is_saved_at_once_and_the_screen_stays(asking: Asking) -> None:
    assert asking.send("40b", b="2") == question_url(asking.screening_id, "40b")
    assert asking.answer("warned_exclusion") == "no"
    assert about(asking, "warned_exclusion") == {
        "source": "person",
        "sure": "",
        "note": "",
        "by": asking.member.id,
    }
    assert "Saved" in asking.html("40b")


@pytest.mark.parametrize(("step", "key"), [("40b", "warned_exclusion"), ("11d", "disposition_date")])
@pytest.mark.parametrize(("number", "value"), [("1", UNSURE), ("2", PREFER_NOT_TO_SAY)])
def test_not_knowing_and_not_saying_are_answers_to_every_question(
    asking: Asking, step: str, key: str, number: str, value: str
) -> None:
    # Half a date is in the field when the caller gives up on it.
    asking.send(step, u=number, c="20")
    assert asking.answer(key) == value


_ONE_OF_EACH_KIND = {"court", "county", "disposition_date", "offense_code", "ties"}


@pytest.mark.parametrize("every", repeated([False, True], 1))
def test_not_knowing_answers_each_kind_of_question(asking: Asking, *, every: bool) -> None:
    kinds = set()
    for step in steps_of(asking.folder.file.document):
        opens = step.key in ("any_program", "disposition", "custody_in_case", "harm_named_case")
        if step.key in _ONE_OF_EACH_KIND or (every and not opens):
            asking.send(step.name, u="1")
            assert asking.answer(step.key) in (UNSURE, (UNSURE,)), step.key
            assert 'aria-pressed="true"' in asking.html(step.name), step.key
            kinds.add(fact_of(step.key).kind)
    assert kinds == {*Kind}


def test_going_on_keeps_what_stands_and_needs_no_answer(asking: Asking) -> None:
    asking.send("40b", b="2")
    asking.send("11d", u="1")
    version = asking.folder.row.version
    assert asking.send("40b", do="on").endswith("/40c/")
    assert asking.send("11d", do="on", d="", dm="", dd="").endswith("/13a/")
    assert asking.send("43b", do="on").endswith("/43c/")
    assert asking.answer("warned_exclusion") == "no"
    assert asking.answer("disposition_date") == UNSURE
    assert asking.folder.row.version == version


def test_a_date_is_typed_then_goes_on(asking: Asking) -> None:
    assert asking.send("11d", d="2003", dm="7", do="on").endswith("/13a/")
    assert str(asking.answer("disposition_date")) == "2003-07"


def test_several_are_ticked_and_ticked_off(asking: Asking) -> None:
    asking.send("45a", a=["1", "4"], do="on")
    assert asking.answer("ties") == ("came_as_child", "us_family")
    asking.send("45a", a=[], do="on")
    assert asking.answer("ties") is None


def test_a_county_and_law_numbers_are_taken(asking: Asking) -> None:
    asking.send("10b", b="10", do="on")
    asking.send("13d", d=" HS 11350(a) ", do="on")
    assert asking.answer("county") == "Fresno"
    assert asking.answer("offense_code") == "HS 11350(a)"
    html = asking.html("10b")
    assert '<option value="10" selected>Fresno</option>' in html
    assert "I am not sure</option>" not in html


@pytest.mark.parametrize(
    ("step", "fields", "sentence"),
    [
        ("11d", {"d": "20"}, "Write the year with four numbers"),
        ("11d", {"d": "2027"}, "This day is still to come."),
        ("45a", {"a": ["1", "10"]}, "goes with no other answer"),
        ("13d", {"d": "x" * 301}, "Write at most 300"),
        ("40b", {"note": "x" * (LONGEST_NOTE + 1)}, "Write at most 2000"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field_and_nothing_is_lost(
    asking: Asking, step: str, fields: dict[str, Any], sentence: str
) -> None:
    more = {"note": "On the minute order", "source": "family", "sure": "not_sure", **fields}
    assert asking.send(step, do="on", **more) == question_url(asking.screening_id, step)
    html = asking.html(step)
    assert sentence in html
    assert 'class="err" id=' in html
    for typed in [*fields.values(), "family", "not_sure", more["note"]]:
        assert all(one in html for one in ([typed] if isinstance(typed, str) else typed))
    # It waits for the one who typed it, also after a look at another question.
    asking.send("10a", do="on")
    assert sentence in asking.html(step)


def test_a_day_before_the_day_it_must_follow_is_refused_whichever_comes_second(asking: Asking) -> None:
    asking.send("30a", a="2")
    asking.send("30b", b="2004", do="on")
    asking.send("30c", c="2006", do="on")
    assert "lies before the day probation began" in asking.html("30c")
    assert asking.answer("probation_start_date") is None
    asking.send("30c", c="2003", do="on")
    assert str(asking.answer("probation_start_date")) == "2003"


def test_half_a_date_left_by_going_back_waits(asking: Asking) -> None:
    assert asking.send("11d", d="20", do="back").endswith("/11c/")
    html = asking.html("11d")
    assert 'value="20"' in html
    assert asking.answer("disposition_date") is None
    asking.send("11d", d="2003", do="on")
    assert 'class="err" id=' not in asking.html("11d")


def test_who_said_it_how_sure_and_a_note_are_saved_with_the_answer_and_by_going_on(asking: Asking) -> None:
    asking.send("40b", b="2", source="paper_seen", sure="fairly_sure", note=" Box 8c\nis \u202eempty. ")
    assert about(asking, "warned_exclusion") == {
        "source": "paper_seen",
        "sure": "fairly_sure",
        "note": "Box 8c is empty.",
        "by": asking.member.id,
    }
    asking.send("40b", source="lawyer", do="on")
    assert about(asking, "warned_exclusion")["source"] == "lawyer"
    assert about(asking, "warned_exclusion")["note"] == "Box 8c is empty."
    assert asking.answer("warned_exclusion") == "no"


def test_a_note_stands_beside_a_question_without_an_answer_too(asking: Asking) -> None:
    asking.send("40b", note="Asks his sister.", do="on")
    assert about(asking, "warned_exclusion")["note"] == "Asks his sister."
    assert asking.answer("warned_exclusion") is None


def test_no_program_is_noted_under_the_contracts_key(asking: Asking) -> None:
    asking.send("20a", a="2", source="family")
    assert about(asking, "program")["source"] == "family"
    assert asking.folder.file.document.contract(1)["program"] == "none"
    asking.send("20a", a="1")
    assert about(asking, "program") == {}
    assert about(asking, "any_program")["source"] == "family"


def test_the_journal_says_what_changed_in_codes_and_never_a_note(asking: Asking) -> None:
    asking.send("40b", b="2", note="A secret note")
    asking.send("40b", b="1")
    asking.send("40b", b="1")
    lines = [(line.what, line.subject, line.was, line.now) for line in asking.folder.file.journal]
    assert lines == [
        ("answer", "1:warned_exclusion", "", "no"),
        ("answer", "1:warned_exclusion", "no", "yes"),
    ]
    asking.send("40b", sure="sure", do="on")
    last = asking.folder.file.journal[-1]
    assert (last.what, last.was, last.now) == (journal.What.NOTE.value, "person", "person sure")
    assert "secret" not in str(asking.folder.file.journal)


def test_the_log_says_once_a_call_that_it_was_opened_and_changed(asking: Asking) -> None:
    for step in ("40a", "40b", "40c"):
        asking.send_as({**asking.fields(step), step[2]: "1"}, step)
    keys = office_keys(asking.member.office_id)
    lines = [opened(keys, entry) for entry in LogEntry.objects.order_by("number")]
    assert [line.act for line in lines] == [Act.VIEWED.value, Act.CHANGED.value]
    assert all("warned" not in str(line) for line in lines)


def test_the_last_question_leads_to_the_wrap_up(asking: Asking) -> None:
    last = steps_of(asking.folder.file.document)[-1]
    assert asking.send(last.name, do="on").endswith(f"/{asking.screening_id}/wrap-up/?from=1-{last.name}")
    assert asking.send("40b", do="wrap_up", b="").endswith("/wrap-up/?from=1-40b")


def test_back_from_the_first_question_stays(asking: Asking) -> None:
    assert asking.send("00a", do="back").endswith("/1/00a/")


def answer_all(asking: Asking) -> None:
    """Not known, to each question, without a request for each."""
    folder = asking.folder
    while step := first_open(steps_of(folder.file.document)):
        folder.file.document.put(step.case, {step.key: unsure(step.key)})
    put_back(folder)


def test_another_case_is_added_once_all_is_answered_and_taken_back_while_empty(asking: Asking) -> None:
    assert "Add another case" not in asking.html("73a")
    assert asking.send("73a", do="add_case").endswith("/1/73a/")
    answer_all(asking)
    assert "Add another case" in asking.html("73a")
    assert asking.send("73a", do="add_case").endswith("/2/10a/")
    assert "Case 2" in asking.html("10a", case=2)
    assert asking.send("10a", case=2, do="back").endswith("/1/73a/")
    assert len(asking.folder.file.document.cases) == 1
    asking.send("73a", do="add_case")
    asking.send("10a", case=2, a="1")
    assert asking.answer("court", 2) == "california"
    assert asking.answer("court", 1) == UNSURE
    assert about(asking, "court", 2)["by"] == asking.member.id


def test_a_call_goes_on_where_it_stands(asking: Asking) -> None:
    address = f"/office/calls/{asking.screening_id}/"
    assert asking.client.get(address)["Location"].endswith("/1/00a/")
    asking.send("00a", u="1")
    assert asking.client.get(address)["Location"].endswith("/1/01a/")
    answer_all(asking)
    assert asking.client.get(address)["Location"].endswith("/wrap-up/")


def test_a_question_that_is_not_asked_leads_where_the_call_stands(asking: Asking) -> None:
    fields = asking.fields("40b")
    asking.send("10c", c="1")
    for step, case in (("40a", 1), ("99z", 1), ("40b", 9), ("01b", 1)):
        response = asking.client.get(question_url(asking.screening_id, step, case))
        assert response.status_code == 302, step
    address = asking.send_as({**fields, "a": "1"}, "40a")
    assert "no longer asked" in asking.client.get(address).content.decode()


def test_a_script_keeps_an_answer_and_is_told_no_answer(asking: Asking) -> None:
    url = question_url(asking.screening_id, "40b")
    response = asking.client.post(url, {**asking.fields("40b"), "b": "2", "do": "keep"})
    assert response.status_code == 200
    assert list(response.json()) == ["saved"]
    assert asking.answer("warned_exclusion") == "no"
    half = asking.client.post(
        question_url(asking.screening_id, "11d"), {**asking.fields("11d"), "d": "20", "do": "keep"}
    )
    assert half.json() == {"saved": ""}


BAD: list[dict[str, Any]] = [
    {},
    {"v": "x" * 300, "shown": "\x00", "n": "\x00 \ud7ff", "b": ["1", "2", "99", "\x00"]},
    {"v": "-1", "u": ["1", "2", "9"], "source": "\x00", "sure": ["sure", "never"], "note": "\x00" * 9},
    {"v": "٣", "u": "٣", "b": "1" * 9_000, "to": "9" * 9_000, "do": "keep"},
    {"do": ["on", "back", "nothing"], "c": ["2003", "\x00"], "cm": "99", "cd": "٣", "cu": ["1", "2"]},
    {"do": "language", "language": ["\x00", "../x"], "to": "\x00"},
    {"to": "99-40b", "note": "n" * 50_000},
    {"to": "²-40b", "a": [str(number) for number in range(150)], "do": "add_case"},
]


@pytest.mark.parametrize("data", BAD)
def test_bad_input_is_never_a_fault(asking: Asking, data: dict[str, Any]) -> None:
    for step in ("01a", "10b", "11d", "13d", "40b"):
        url = question_url(asking.screening_id, step)
        for sent in (data, {**data, "s": asking.screening_id}):
            assert asking.client.post(url, sent).status_code in (200, 302, 409)
            assert asking.client.get(url).status_code == 200
        assert asking.client.post(f"/office/calls/{asking.screening_id}/jump/", data).status_code == 302


def test_nothing_of_an_answer_lies_in_the_session_or_in_clear(asking: Asking) -> None:
    asking.send("10b", b="10", note="Told by his sister Rosalinda")
    assert list(asking.client.session["calls"]) == [["A", asking.screening_id, "vc"]]
    others = set(asking.client.session.keys()) - {"calls"}
    assert "Rosalinda" not in str([asking.client.session[name] for name in others])
    assert "Rosalinda" not in str(Screening.objects.values().get())


def test_nobody_else_sees_a_call(asking: Asking, client: Client) -> None:
    for url in (
        question_url(asking.screening_id, "40b"),
        f"/office/calls/{asking.screening_id}/",
    ):
        assert client.get(url)["Location"].startswith("/office/sign-in/")
    assert client.post(f"/office/calls/{asking.screening_id}/jump/")["Location"].startswith("/office/sign-in")


def test_a_posted_answer_computes_the_route_before_and_after_it(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[object] = []

    def counted(given: Any, *, first_case: bool) -> Any:
        computed.append(given)
        return way(given, first_case=first_case)

    fields = asking.fields("10a")
    monkeypatch.setattr(document, "way", counted)
    asking.send_as({**fields, "a": "1", "do": "on"}, "10a")
    assert len(computed) == 2
    asking.html("10b")
    assert len(computed) == 3
