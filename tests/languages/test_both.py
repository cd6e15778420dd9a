"""A legal warning in a language that nobody has reviewed stands in English too."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.utils import translation
from pytest_django.fixtures import Settings

from pcr_screener.operator import Operator
from screening.templatetags.both import bold, is_reviewed


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
