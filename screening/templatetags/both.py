"""How a page says a few things that plain variables cannot.

`{% both _("A sentence.") %}`: a legal warning, which in an unreviewed language stands in English too.
`{% spoken _("A sentence.") %}`: a line to say aloud, in every language with its English.
`{% laws _("These {laws} laws.") %}`: with how many laws the rules read.
`{{ phone|dial }}`: the address that a phone dials.
`{{ label|bold }}`: a label whose **marked** word the law turns on.
"""

from __future__ import annotations

import re

from django import template
from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from pcr_screener.languages import SOURCE, is_reviewed, language_spoken, source_of
from screening.questions.wording import counted
from screening.summary.page.words import sentence_start


register = template.Library()


@register.simple_tag
def reviewed() -> bool:
    """Has somebody read the language of the page in full?"""
    return is_reviewed(language_spoken())


@register.simple_tag
def page_language() -> str:
    """Its code, for the `lang` of the page."""
    return language_spoken()


@register.simple_tag
def both(sentence: str | Promise) -> str | SafeString:
    """The sentence in the language of the page and, where nobody has reviewed that language, in English."""
    return str(sentence) if reviewed() else _with_english(sentence)


@register.simple_tag
def spoken(sentence: str | Promise) -> str | SafeString:
    """A line to say aloud: whoever hears it needs the English, however well it is translated."""
    return str(sentence) if language_spoken() == SOURCE else _with_english(sentence)


@register.simple_tag
def laws(sentence: str) -> str:
    """The sentence with the number of laws, a capital at its start."""
    return sentence_start(counted(sentence))


def _with_english(sentence: str | Promise) -> SafeString:
    with translation.override(source_of(translation.get_language())):
        english = str(sentence)
    return format_html('{} <span class="en" lang="en" dir="ltr">{}</span>', sentence, english)


@register.filter
def bold(label: str) -> SafeString:
    """Escaped, with what stands between two asterisks in bold."""
    escaped = conditional_escape(label)
    return mark_safe(re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escaped))  # noqa: S308 (escaped above)


@register.filter
def dial(phone: str) -> str:
    """A telephone number as people write it, as `tel:` wants it: digits, and a plus before them."""
    plus = "+" if phone.strip().startswith("+") else ""
    return f"tel:{plus}{re.sub('[^0-9]', '', phone)}"
