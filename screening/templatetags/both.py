"""How a page says a few things that plain variables cannot.

`{% legal %}…{% endlegal %}`: a legal block; in an unreviewed language its English is folded under it, once.
`{% spoken _("A sentence.") %}`: a line to say aloud, in every language with its English.
`{% laws _("These {laws} laws.") %}`: with how many laws the rules read.
`{{ phone|dial }}`: the address that a phone dials.
`{{ label|bold }}`: a label whose **marked** word the law turns on.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any, cast

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

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


@register.simple_tag(takes_context=True)
def kept(context: Context, name: str, *same: Hashable) -> SafeString:
    """A part of a page that everybody meets the same: drawn once for its language and these values.

    No answer may be among them, and nothing of a person in the part. With None it is drawn anew.
    """
    key = (translation.get_language(), name, *same)
    if key in _KEPT:
        return _KEPT[key]
    drawn = render_to_string(name, cast("dict[str, Any]", context.flatten()))
    if None not in same:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        _KEPT[key] = drawn
    return drawn


_KEPT: dict[Hashable, SafeString] = {}
_MOST_KEPT = 2000  # of some kilobytes each


@register.tag
def legal(parser: Parser, _token: Token) -> _Legal:
    """What stands in it is worded when it is shown, so that it can be shown in English as well."""
    nodes = parser.parse(("endlegal",))
    parser.delete_first_token()
    return _Legal(nodes)


class _Legal(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        block = self.nodelist.render(context)
        if reviewed():
            return block
        with _in_english():
            english = self.nodelist.render(context)
        fold = '{}<details class="en"><summary>{}</summary><div class="help" lang="en" dir="ltr">{}</div></details>'
        return format_html(fold, block, gettext("The same in English"), english)


@register.simple_tag
def spoken(sentence: str | Promise) -> str | SafeString:
    """A line to say aloud: whoever hears it needs the English, however well it is translated."""
    if language_spoken() == SOURCE:
        return str(sentence)
    with _in_english():
        english = str(sentence)
    return format_html('{} <span class="en" lang="en" dir="ltr">{}</span>', sentence, english)


@register.simple_tag
def laws(sentence: str) -> str:
    """The sentence with the number of laws, a capital at its start."""
    return sentence_start(counted(sentence))


def _in_english() -> translation.override:
    """Of the same person."""
    return translation.override(source_of(translation.get_language()))


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
