"""The page for a pocket: whom to call, what to say, what to ask a lawyer, which papers, what not to do yet.

It is one page, whatever was answered: `shorter` says what gives way. It knows what the client copy knows, so
without the tick for what immigration has done it is true for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from pcr_screener.languages import SOURCE, is_reviewed, language_spoken, source_of
from screening.questions.wording import BOLD, say, say_all
from screening.rules.papers import PAPERS
from screening.rules.text import _
from screening.summary.client.card import Drop, ask_first, card_with
from screening.summary.client.copy import ClientCopy
from screening.summary.client.papers_now import Letter, papers_now
from screening.summary.page.data import PaperRow, Report
from screening.summary.page.words import sentence_start


MOST_PAPERS = 5
_MOST_LAWS = 2

# What an office or a judge hears is English, however well it is translated.
_SAID_ALOUD = frozenset({"say", "no_lawyer"})
_BEFORE_QUOTE = "Say: “"


@dataclass(frozen=True)
class Line:
    """One row of the card. `english` is empty where the page is English or the words need none."""

    id: str
    label: str
    text: str
    english: str = ""


@dataclass(frozen=True)
class PocketPaper:
    """One paper to get. `say` is English where an office hears it."""

    name: str
    keeper: str
    say: str
    in_english: bool = False


@dataclass(frozen=True)
class Pocket:
    """All that differs from person to person, in the active language.

    Where the number is not the office's own, `hours` says whose it is.
    """

    call: str
    phone: str
    hours: str
    lines: tuple[Line, ...]
    laws: tuple[str, ...]
    papers: tuple[PocketPaper, ...]


def shorter(copy: ClientCopy) -> Iterator[Pocket]:
    """The whole page, then with less and less: never without the day, the number, what to say and not to do."""
    yield (pocket := _pocket(copy))
    yield (pocket := replace(pocket, papers=_papers(copy, asked=2)))
    if settings.OPERATOR.phone:
        yield (pocket := replace(pocket, hours=""))
    yield (pocket := replace(pocket, lines=_bare(pocket.lines)))
    yield (pocket := replace(pocket, papers=_papers(copy, home=1, asked=2)))
    yield (pocket := replace(pocket, papers=_papers(copy, home=1, asked=1)))
    lines = _bare(_lines(copy, Drop(in_days=True, county=True)))
    yield (pocket := replace(pocket, lines=lines))
    yield replace(pocket, papers=_papers(copy, home=1, asked=0))


def _bare(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Without the English of what nobody hears on the telephone."""
    return tuple(line if line.id == "say" else replace(line, english="") for line in lines)


def _pocket(copy: ClientCopy) -> Pocket:
    card = card_with(copy.report, drop := Drop(in_days=True))
    today = card.now or copy.day_is_near
    return Pocket(
        call=gettext("Call today") if today else gettext("Call"),
        phone=card.phone,
        hours=card.hours,
        lines=_lines(copy, drop),
        laws=_laws(copy.report),
        papers=_papers(copy),
    )


def _lines(copy: ClientCopy, drop: Drop) -> tuple[Line, ...]:
    lines = _of_card(copy, drop)
    if copy.named and _is_listed(copy, lines["paper"]):
        del lines["paper"]
    if language_spoken() == SOURCE:
        return tuple(lines.values())
    with translation.override(source_of(translation.get_language())):
        english = _of_card(copy, drop)
    return tuple(
        replace(line, english=english[line.id].text) if _needs_english(line) else line
        for line in lines.values()
    )


def _needs_english(line: Line) -> bool:
    if line.id == "not_yet":
        return not is_reviewed(language_spoken())
    return line.id in _SAID_ALOUD


def _of_card(copy: ClientCopy, drop: Drop) -> dict[str, Line]:
    """By id, in their order. Without the tick for events: the days, and what is true for everybody."""
    told = {row.id: Line(row.id, row.label, row.text) for row in card_with(copy.report, drop).rows}
    if not copy.named:
        del told["paper"]
        told["not_yet"] = replace(told["not_yet"], text=say_all(_FOR_EVERYBODY))
        if copy.days:
            told["date"] = replace(told["date"], text=_days(copy))
            told["no_lawyer"] = Line("no_lawyer", gettext("No lawyer?"), say(_IF_IMMIGRATION_COURT))
    told["not_yet"] = replace(told["not_yet"], text=f"{told['not_yet'].text} {say_all(_NEVER_MISS)}")
    return {name: told[name] for name in _ROWS if name in told}


def _is_listed(copy: ClientCopy, line: Line) -> bool:
    """Does the list of papers name what the card's row names?"""
    return any(PAPERS[paper.row.id].own_copy or line.text.startswith(paper.row.name) for paper in copy.papers)


def _days(copy: ClientCopy) -> str:
    """The days that must not be missed, where nothing may say what they are for."""
    return " ".join((*(f"{BOLD}{sentence_start(day)}.{BOLD}" for day in copy.days), say(_DAY_GIVEN)))


_ROWS = ("date", "say", "paper", "no_lawyer", "not_yet")
_DAY_GIVEN = _("You gave this day. Call a lawyer before it, and do not miss it.")
_IF_IMMIGRATION_COURT = _(
    "If it is immigration court, go. Tell the judge: “I need time to find a lawyer, and the list of free lawyers.”"
)
# True whatever immigration has done.
_FOR_EVERYBODY = (
    _("Start nothing new with immigration."),
    _("If you are in the United States, do not leave it."),
    _("Do not say guilty or no contest."),
)
_NEVER_MISS = (
    _("Never miss a court date or an ICE date."),
    _("If a letter has a last day, do not let it pass: call a lawyer today."),
)


def _laws(report: Report) -> tuple[str, ...]:
    """The laws to ask about; none where nothing of the first is known yet."""
    first = ask_first(report)
    if first.first is None:
        return ()
    cites = dict.fromkeys(law.cite for case in (first, *report.cases) for law in case.in_order if law.alive)
    return tuple(cites)[:_MOST_LAWS]


def _papers(copy: ClientCopy, home: int = 2, asked: int = 3) -> tuple[PocketPaper, ...]:
    """At home, to ask for, after a lawyer says so. Where nothing is known, one letter to the clerk is enough."""
    found = papers_now(replace(copy.report, papers=tuple(paper.row for paper in copy.papers)))
    letters = found.letters if (knows := bool(_laws(copy.report))) else found.letters[:1]
    now = [paper for letter in letters for paper in _asked(letter)][:asked]
    later = [_later(row) for row in found.lawyer[:1] if knows]
    kept = [*_of_immigration(copy), *(_at_home(row) for row in found.home)][:home]
    return (*kept[: MOST_PAPERS - len(now) - len(later)], *now, *later)


def _of_immigration(copy: ClientCopy) -> Iterator[PocketPaper]:
    """One line for all that may not be named."""
    if not copy.named:
        yield PocketPaper(
            gettext("Letters and papers from immigration, if there are any"),
            gettext("At home"),
            gettext("Keep what is at home, and show it to a lawyer. Ask no office for a copy."),
        )


def _at_home(row: PaperRow) -> PocketPaper:
    return PocketPaper(row.name, gettext("At home"), row.ask_for)


def _asked(letter: Letter) -> Iterator[PocketPaper]:
    keeper = gettext("{keeper}, by mail").format(keeper=letter.keeper) if letter.by_mail else letter.keeper
    for row in letter.papers:
        words = row.in_english or row.ask_for
        # The column is called "Say" already.
        said = words.partition(": ")[2] if PAPERS[row.id].ask_for.msgid.startswith(_BEFORE_QUOTE) else words
        yield PocketPaper(row.name, keeper, said, in_english=bool(row.in_english))
        keeper = gettext("In the same letter")


def _later(row: PaperRow) -> PocketPaper:
    name = gettext("Only after a lawyer says so: {paper}").format(paper=say(PAPERS[row.id].name))
    return PocketPaper(name, "", gettext("“Can you ask for this?”"))
