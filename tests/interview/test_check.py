"""The check page: every answer in the person's words, and the one button that confirms them."""

from __future__ import annotations

import pytest
from django.test import Client

from screening.questions.wording import ALL_QUESTIONS, say
from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate
from tests.interview.opened import document_of
from tests.interview.walk import answer_everything, html_of, skip_to, title_of


pytestmark = pytest.mark.django_db

SAID: dict[str, Value] = {
    "court": "california",
    "county": "Fresno",
    "offense_code": "HS 11350(a), PC <459>",
    "offense_kind": ("drug_possession", "theft_or_fraud"),
    "disposition": "guilty_plea",
    "disposition_date": PartialDate.parse("2004-03"),
    "first_notice_date": PartialDate.parse("2023"),
    "harm_named_case": "yes",
    "sentence_date": PartialDate.parse("2004-03-14"),
    "juvenile": "prefer_not_to_say",
}


def test_every_answer_stands_in_the_persons_words(client: Client) -> None:
    run = answer_everything(client, SAID, confirm=False)
    html = html_of(client, f"/s/{run}/check/")
    assert title_of(html) == "Form, check"
    for words in (
        "Fresno",
        "HS 11350(a), PC &lt;459&gt;",
        "I said “guilty”",
        "March 2004, day not known",
        "2023, month not known",
        "March 14, 2004",
        "I’d rather not say",
    ):
        assert f"<dd><bdi>{words}</bdi></dd>" in html, words


def test_every_answer_that_counts_has_a_line_and_a_change_link_named_by_its_question(
    client: Client,
) -> None:
    run = answer_everything(client, SAID, confirm=False)
    html = html_of(client, f"/s/{run}/check/")
    document = document_of(client, f"/s/{run}/check/")
    for key in {ask.key for page in document.pages(1) for ask in page.asks} & {*document.used(1)}:
        short = say(ALL_QUESTIONS[key].short)
        assert f"<dt>{short}</dt>" in html, key
        assert f'Change<span class="vh">: {short}</span></a>' in html, key
    assert html.count("<dt>") == html.count("?return=1")


def test_it_counts_what_is_not_sure_and_says_that_this_is_fine(client: Client) -> None:
    run = answer_everything(client, SAID, confirm=False)
    html = html_of(client, f"/s/{run}/check/")
    count = html.count("<dd><bdi>I am not sure</bdi></dd>")
    assert count > 20
    assert f"<b>{count} answers are “I am not sure”.</b> That is fine." in html.replace(
        "</b>That", "</b> That"
    )


def test_an_optional_question_left_empty_can_still_be_answered(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    assert html_of(client, f"/s/{run}/check/").count("You left this empty") == 2


def test_looking_confirms_nothing_and_the_button_does(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    check = f"/s/{run}/check/"
    client.get(check)
    assert not document_of(client, check).confirmed
    assert client.get(f"/s/{run}/result/")["Location"] == check
    assert client.get(f"/s/{run}/paper.pdf")["Location"] == check
    assert client.post(check)["Location"] == f"/s/{run}/result/"
    assert document_of(client, check).confirmed


def test_several_cases_stand_one_after_the_other_and_the_person_once(client: Client) -> None:
    run = answer_everything(client, {"court": "california"}, confirm=False)
    skip_to(client, client.post(f"/s/{run}/case/")["Location"], "check", {"court": "federal"})
    html = html_of(client, f"/s/{run}/check/")
    assert html.index("<h2>Case 1 · The case</h2>") < html.index("<h2>Case 2 · The case</h2>")
    assert html.count("<h2>About you</h2>") == 1
    assert f"/s/{run}/2/10/?return=1" in html


def test_adding_a_case_is_a_post(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    assert client.get(f"/s/{run}/case/").status_code == 405
    assert client.put(f"/s/{run}/check/").status_code == 405


def test_there_is_an_end_to_adding_cases(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.interview.document.MOST_CASES", 2)
    run = answer_everything(client, {}, confirm=False)
    check = f"/s/{run}/check/"
    assert "Add another case" in html_of(client, check)
    skip_to(client, client.post(f"/s/{run}/case/")["Location"], "check", {})
    assert "Add another case" not in html_of(client, check)
    assert client.post(f"/s/{run}/case/")["Location"] == check
