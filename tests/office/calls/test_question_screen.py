"""The screen of one question: what is read aloud, the keys, what stands beside it, and no outcome."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from screening.office.calls.question_screen import ANSWER_KEYS
from screening.office.calls.steps import steps_of
from screening.office.models import Office
from screening.questions.wording import ALL_QUESTIONS, say
from screening.rules.facts import FACTS
from screening.rules.finding import Outcome
from screening.summary.page.words import CLIENT_SENTENCE, FINDING_WORD, OUTCOME_WORD
from tests.office.calls.conftest import Asking, begin
from tests.office.conftest import make_member


LANGUAGES = ("en", "es", "fa")


def test_the_sentence_is_read_in_the_callers_language_beside_english(office: Office) -> None:
    member = make_member(office)
    ask = ALL_QUESTIONS["warned_exclusion"].ask
    for language in LANGUAGES:
        html = Asking(member, begin(member, language=language).row.id).html("40b")
        with translation.override(language):
            assert " ".join(say(ask).split()) in html
        assert say(ask) in html
        assert ("Read aloud, " in html) == (language != "en")
    assert '<div lang="fa" dir="rtl">' in html


def test_a_hint_about_a_form_that_nobody_sees_is_not_read_aloud(asking: Asking) -> None:
    assert "Say what you remember. There is no right answer." in asking.html("40a")
    for step in ("00a", "71a", "71c"):
        assert "Nobody sees" not in asking.html(step)


def test_every_question_can_be_answered_by_keys_that_are_told_apart(asking: Asking) -> None:
    for step in steps_of(asking.folder.file.document):
        html = asking.html(step.name)
        keys = re.findall(r'data-key="([^"]+)"', html)
        assert keys[-2:] == ["D", "R"], step.name
        assert len(set(keys)) == len(keys), step.name
        drawn = re.findall(r"<kbd>(.)</kbd>", html)
        assert all(key in drawn for key in keys), step.name


def test_there_are_keys_enough_for_the_longest_list() -> None:
    longest = max(len(fact.values) + 1 for fact in FACTS.values())
    assert longest > len("123456789")
    assert longest <= len(ANSWER_KEYS)
    assert not set(ANSWER_KEYS) & set("DRNOSW/")


def test_enter_in_a_field_goes_on(asking: Asking) -> None:
    form = asking.html("11d").split('<form method="post" id="f"')[1]
    first = re.search(r"<button[^>]*>", form)
    assert first is not None
    assert 'value="enter"' in first.group()
    asking.send("11d", d="2003", do="enter")
    assert str(asking.answer("disposition_date")) == "2003"


def test_a_stored_answer_is_pressed(asking: Asking) -> None:
    asking.send("40b", b="2")
    html = asking.html("40b")
    assert re.findall(r'value="(\d)" aria-pressed="true"', html) == ["2"]


def told_result() -> set[str]:
    """Every word by which a result could be told."""
    tables = (OUTCOME_WORD, FINDING_WORD, CLIENT_SENTENCE)
    return {say(word) for table in tables for word in table.values()}


def test_no_outcome_stands_on_any_screen_of_a_call(asking: Asking) -> None:
    for name, fields in (("11a", {"a": "1"}), ("11c", {"c": "1"}), ("40a", {"a": "2"}), ("42b", {"b": "2"})):
        asking.send_as({**asking.fields(name), **fields}, name)
    assert set(asking.folder.row.outcomes.values()) > {Outcome.NEEDS_FACTS.value}
    codes = {outcome.value for outcome in Outcome}
    words = told_result()
    assert {"Met", "Contested"} <= words
    for step in steps_of(asking.folder.file.document):
        html = asking.html(step.name)
        text = re.sub(r"<[^>]+>", " ", html)
        said = [word for word in words if re.search(rf"\b{re.escape(word)}(?!\w)", text)]
        assert not said, (step.name, said)
        assert not [code for code in codes if code in html], step.name


def test_the_panel_says_what_is_urgent_and_when(asking: Asking) -> None:
    assert "Nothing yet." in asking.html("10a")
    asking.send("01a", a="1")
    asking.send("01b", b="2026", bm="12", bd="9")
    html = asking.html("10a")
    assert "Immigration court" in html
    assert "December 9, 2026" in html


def test_what_is_newly_urgent_is_read_out_until_the_screen_is_left(asking: Asking) -> None:
    sentence = "Immigration holds you, or asked a jail to hold you."
    assert asking.send("02a", a=["1"]).endswith("/02a/")
    assert sentence in asking.html("02a")
    asking.send("02a", a=["1", "4"])
    html = asking.html("02a")
    assert sentence in html
    assert "There is a deportation order." in html
    assert "deportación" in html
    following = asking.send("02a", do="on")
    assert sentence not in asking.client.get(following).content.decode()


def test_a_notice_that_was_not_shown_yet_waits_for_the_next_screen(asking: Asking) -> None:
    fields = asking.fields("02a")
    following = asking.send_as({**fields, "a": ["1"], "do": "on"}, "02a")
    assert "Immigration holds you" in asking.client.get(following).content.decode()


def test_before_a_deportation_is_chosen_the_screen_says_what_not_to_ask(asking: Asking) -> None:
    html = asking.html("02a")
    assert html.index("do not ask where the person is now") < html.index('data-key="1"')
    assert "tell only a lawyer" in html
    assert "do not ask where" not in asking.html("40b")


def test_the_title_and_the_address_say_nothing(asking: Asking) -> None:
    asking.send("40b", b="2")
    html = asking.html("40b")
    title = html[html.index("<title>") : html.index("</title>")]
    assert re.fullmatch(r"<title> Call A: question \d+ ", title)
    assert "Marisol V." in html
    assert "Vega" not in html


def test_the_keys_can_be_switched_off_and_on(asking: Asking) -> None:
    assert "data-keys" in asking.html("40b")
    asking.send("40b", do="keys", note="Half a note")
    html = asking.html("40b")
    assert "data-keys" not in html
    assert "Half a note" in html
    asking.send("40b", do="keys")
    assert "data-keys" in asking.html("40b")


@pytest.mark.parametrize(("sought", "name"), [("4", "10a"), ("kept out", "40b"), ("1-43b", "43b")])
def test_a_jump_goes_to_a_number_or_a_word_and_keeps_what_was_typed(
    asking: Asking, sought: str, name: str
) -> None:
    assert asking.send("11d", to=["", sought], d="2003", do="jump").endswith(f"/{name}/")
    assert str(asking.answer("disposition_date")) == "2003"


def test_a_number_left_in_the_jump_field_is_not_followed_by_other_buttons(asking: Asking) -> None:
    assert asking.send("40b", to="4", b="2").endswith("/40b/")
    assert asking.send("40b", to="4", do="on").endswith("/40c/")
    assert asking.send("40b", to="4", do="back").endswith("/40a/")
    assert asking.send("40b", to="4", do="enter").endswith("/10a/")
    assert asking.send("40b", to=["1-43b", "4"]).endswith("/43b/")


def test_a_jump_to_nothing_says_so(asking: Asking) -> None:
    address = asking.send("11d", to="zzz", do="jump")
    assert "No question has this number or word." in asking.client.get(address).content.decode()


def test_the_language_of_the_caller_can_be_changed_at_any_time(asking: Asking) -> None:
    asking.send("11d", do="language", language="fa", d="2003")
    assert asking.folder.file.document.language == "fa"
    assert asking.folder.row.language == "fa"
    assert str(asking.answer("disposition_date")) == "2003"
    asking.send("11d", do="language", language="tlh")
    assert asking.folder.file.document.language == "fa"
