"""An urgent warning shows at once, at the top of the page that follows, and never an outcome."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.html import escape

from screening.questions.wording import say
from screening.rules.answers import Value
from screening.rules.flags.every import CLIENT_WORDS
from tests.interview.walk import (
    FROM_THIS_SITE,
    Place,
    answer_everything,
    begin,
    go_on,
    html_of,
    posted,
    skip_to,
)


pytestmark = pytest.mark.django_db

COURT: dict[str, Value] = {"upcoming": ("immigration_court",)}
WARNING = escape(say(CLIENT_WORDS["removal_hearing"]))


def test_a_warning_stands_on_the_next_page_and_does_not_block(client: Client) -> None:
    second = go_on(client, skip_to(client, begin(client), "01", {}), COURT)
    html = html_of(client, second)
    assert f'<div class="n now" role="status"><p>{WARNING}</p>' in html
    assert html.index(WARNING) < html.index("<h1>")
    assert WARNING not in html_of(client, go_on(client, second, {}))


def test_in_a_language_nobody_reviewed_its_english_is_folded_under_it(client: Client) -> None:
    first = client.post("/es/start/", headers=FROM_THIS_SITE)["Location"]
    html = html_of(client, go_on(client, skip_to(client, first, "01", {}), COURT))
    notice, english = html[html.index('role="status"') :].split("<details", 1)
    assert WARNING in english[: english.index("</details>")]
    assert WARNING not in notice


def test_it_stays_when_the_page_is_looked_at_again(client: Client) -> None:
    second = go_on(client, skip_to(client, begin(client), "01", {}), COURT)
    html_of(client, second)
    assert WARNING in html_of(client, second)


def test_only_what_is_newly_raised_is_said(client: Client) -> None:
    first = skip_to(client, begin(client), "01", {})
    go_on(client, first, COURT)
    assert WARNING not in html_of(client, go_on(client, first, COURT))


def test_not_sure_raises_nothing(client: Client) -> None:
    assert 'role="status"' not in html_of(client, go_on(client, begin(client), {}))


def test_a_warning_raised_by_a_change_stands_on_the_check_page(client: Client) -> None:
    run = answer_everything(client, {}, confirm=False)
    assert WARNING in html_of(client, go_on(client, f"/s/{run}/1/01/?return=1", COURT))


def test_back_warns_too(client: Client) -> None:
    address = skip_to(client, begin(client), "30", {})
    response = client.post(address, posted(address, {"custody_elsewhere": "immigration"}, back="1"))
    assert escape(say(CLIENT_WORDS["ice_detention"])) in html_of(client, response["Location"])


def test_no_outcome_shows_before_the_end(client: Client) -> None:
    address, said = begin(client), ""
    answers: dict[str, Value] = {"court": "california", "citizenship": "us_citizen_born"}
    while Place.of(address).case:
        address = go_on(client, address, answers)
        said += html_of(client, address)
    for words in ("does not fit", "Show this to a lawyer", "We cannot tell yet", "Maybe later"):
        assert words not in said
