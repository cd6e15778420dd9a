"""A legal block in a language that nobody has reviewed has its English folded under it."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils import translation
from pytest_django.fixtures import Settings

from pcr_screener.languages import is_reviewed, of_another
from pcr_screener.operator import Operator
from screening.templatetags.both import bold, dial


BLOCK = Template(
    '{% load both %}{% legal %}<p>{{ _("Leave now") }} {% spoken _("Erase") %}</p>{% endlegal %}'
)


def shown(language: str) -> str:
    with translation.override(language):
        return BLOCK.render(Context())


@pytest.mark.parametrize("language", ["es", "fa"])
def test_the_english_of_a_block_in_an_unreviewed_language_is_folded_under_it_once(language: str) -> None:
    block, english = shown(language).split("<details")
    assert english.endswith('<div class="help" lang="en" dir="ltr"><p>Leave now Erase</p></div></details>')
    assert "Leave now" not in block
    assert block.endswith('<span class="en" lang="en" dir="ltr">Erase</span></p>'), (
        "to say aloud: in its place"
    )


def test_english_stands_alone() -> None:
    assert shown("en") == "<p>Leave now Erase</p>"


def test_the_english_speaks_of_the_same_person() -> None:
    block = Template(
        "{% load both %}{% legal %}{{ _('You missed a court date or an ICE date.') }}{% endlegal %}"
    )
    with translation.override(of_another("es")):
        html = block.render(Context())
    assert "The person missed a court date or an ICE date." in html


def test_once_an_operator_says_that_it_is_reviewed_it_stands_alone(settings: Settings) -> None:
    settings.OPERATOR = Operator(reviewed_languages=("es",))
    assert "<details" not in shown("es")
    assert "<details" in shown("fa")
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
