"""How a template gets its drawings and tables: `{% drawn_on_paper chronology as figures %}`, `{{ remedy|ledger }}`."""

from __future__ import annotations

from django import template

from screening.summary.chronology.drawing import ON_PAGE, ON_PAPER, ROW, ROW_ON_PAPER, Figure, figures
from screening.summary.page.chrono_data import Chronology
from screening.summary.page.ledger import ledger_lines


register = template.Library()
register.filter("ledger", ledger_lines)


@register.simple_tag
def drawn_on_paper(chronology: Chronology) -> tuple[Figure, ...]:
    """Black, with low rows."""
    return figures(chronology, row=ROW_ON_PAPER, ink=ON_PAPER)


@register.simple_tag
def drawn_on_page(chronology: Chronology) -> tuple[Figure, ...]:
    """In the color of the text around it."""
    return figures(chronology, row=ROW, ink=ON_PAGE)
