"""A legal warning in a language that nobody has reviewed stands in English too."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils import translation
from pytest_django.fixtures import Settings

from pcr_screener.languages import is_reviewed
from pcr_screener.operator import Operator
from screening.templatetags.both import bold, dial


WARNING = Template('{% load both %}{% both _("Leave now") %}')


def shown(language: str) -> str:
    with translation.override(language):
        return WARNING.render(Context())


@pytest.mark.parametrize("language", ["es", "fa"])
def test_an_unreviewed_language_is_followed_by_the_english(language: str) -> None:
    html = shown(language)
    assert html.endswith('<span class="en" lang="en" dir="ltr">Leave now</span>')
    assert not html.startswith("Leave now")


def test_english_stands_alone() -> None:
    assert shown("en") == "Leave now"


def test_once_an_operator_says_that_it_is_reviewed_it_stands_alone(settings: Settings) -> None:
    settings.OPERATOR = Operator(reviewed_languages=("es",))
    assert "<span" not in shown("es")
    assert "<span" in shown("fa")
    assert is_reviewed("es")
    assert not is_reviewed("fa")


def test_a_marked_word_is_bold_and_everything_else_is_escaped() -> None:
    assert bold("I **might** & <b>") == "I <b>might</b> &amp; &lt;b&gt;"


@pytest.mark.parametrize(
    ("written", "dialed"), [("(559) 555-0142", "tel:5595550142"), ("+1 559-555-0142", "tel:+15595550142")]
)
def test_a_phone_dials_digits_alone(written: str, dialed: str) -> None:
    assert dial(written) == dialed


def test_a_line_to_say_aloud_stands_in_english_however_well_it_is_translated(settings: Settings) -> None:
    settings.OPERATOR = Operator(reviewed_languages=("es", "fa"))
    line = Template('{% load both %}{% spoken _("Leave now") %}')
    with translation.override("fa"):
        assert line.render(Context()).endswith('<span class="en" lang="en" dir="ltr">Leave now</span>')
    assert line.render(Context()) == "Leave now"


def test_a_page_in_an_unreviewed_language_says_that_it_is_a_draft(client: Client, settings: Settings) -> None:
    draft = "This translation is a draft. No human translator has checked it yet."
    assert draft in client.get("/es/").content.decode()
    assert draft in client.get("/nowhere/?l=fa").content.decode()
    assert draft not in client.get("/en/").content.decode()
    settings.OPERATOR = Operator(reviewed_languages=("es",))
    assert draft not in client.get("/es/").content.decode()
