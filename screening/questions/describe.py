"""Every question as data and as Markdown, for readers outside the program (contract section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.utils import translation

from screening.questions.page import Ask, Page, When, always
from screening.questions.route import PAGE_OF, PAGES, reachable
from screening.questions.steering import DISMISSED, ENDINGS, SAID, fact_of
from screening.questions.wording import ALL_QUESTIONS, counted, said, say
from screening.rules.facts import UNKNOWN_VALUES, Kind


def questions() -> list[dict[str, object]]:
    """A row for each question in the order of asking."""
    return [_question(page, ask) for page in PAGES for ask in page.listed]


def _question(page: Page, ask: Ask) -> dict[str, object]:
    words = ALL_QUESTIONS[ask.key]
    return {
        "key": ask.key,
        "wording": say(words.ask),
        "short": say(words.short),
        "help": say(words.hint) if words.hint else "",
        "why": say(words.why),
        "where": say(words.where),
        "kind": fact_of(ask.key).kind.value,
        "values": [dict(value) for value in _values(ask.key)],
        "when_asked": when_asked(page, ask),
        "page": page.number,
        "page_title": say(page.title),
        "part": say(page.part.title),
        "shared_by_all_cases": page.you,
    }


def _values(key: str) -> Iterator[Mapping[str, str]]:
    fact, words = fact_of(key), ALL_QUESTIONS[key]
    values = fact.all_values if fact.kind in (Kind.ONE, Kind.SEVERAL) else UNKNOWN_VALUES
    for value in values:
        note = words.notes.get(value)
        yield {"value": value, "label": said(key, value), "note": say(note) if note else ""}


def in_words(when: When) -> str:
    """A condition's docstring is its words, in English (route.py)."""
    with translation.override(settings.LANGUAGE_CODE):
        return counted((when.__doc__ or "").strip())


def when_asked(page: Page, ask: Ask) -> str:
    """In words: what the page waits for, then what the question itself waits for."""
    conditions = [in_words(when) for when in (page.when, ask.when) if when is not always]
    if ask.parent is not None:
        conditions.append(f"where {ask.parent} is answered {' or '.join(ask.opens)}")
    return "; ".join(conditions) or "always"


def questions_markdown() -> str:
    """The same for reading."""
    return "\n".join(["# The questions", "", *_lines(), *_endings()]) + "\n"


def _lines() -> Iterator[str]:
    for page in PAGES:
        yield f"## Page {page.number}: {say(page.title)}"
        yield ""
        yield f"Part: {say(page.part.title)}."
        if page.hint:
            yield f"Hint: {say(page.hint)}"
        yield ""
        for ask in page.listed:
            yield from _question_lines(page, ask)


def _endings() -> Iterator[str]:
    """What each pair of answers on page 11 settles, and what an adult in a California court is asked then."""
    yield f"## What `{SAID}` and `{DISMISSED}` settle"
    yield ""
    yield f"| `{SAID}` | `{DISMISSED}` | `said_guilty` | `disposition` | pages that follow |"
    yield "|---|---|---|---|---|"
    rows: dict[tuple[str, ...], list[str]] = {}
    for (said_in_court, later), settles in ENDINGS.items():
        rows.setdefault((said_in_court, *settles, _following(said_in_court, later)), []).append(f"`{later}`")
    for (said_in_court, said_guilty, ending, following), laters in rows.items():
        yield f"| `{said_in_court}` | {', '.join(laters)} | `{said_guilty}` | `{ending}` | {following} |"


def _following(said_in_court: str, later: str) -> str:
    answers = {"court": "california", "juvenile": "no", SAID: said_in_court, DISMISSED: later}
    order = [page.number for page in reachable({**answers, "admitted_facts": "no"}, first_case=True)]
    return " ".join(order[order.index(PAGE_OF[SAID].number) + 1 :])


def _question_lines(page: Page, ask: Ask) -> Iterator[str]:
    words = ALL_QUESTIONS[ask.key]
    yield f"### `{ask.key}`"
    yield ""
    yield f"**{say(words.ask)}**"
    yield ""
    if words.hint:
        yield f"- Help: {say(words.hint)}"
    yield f"- Why we ask: {say(words.why)}"
    yield f"- Where to find it: {say(words.where)}"
    yield f"- When asked: {when_asked(page, ask)}"
    for value in _values(ask.key):
        note = f". {value['note']}" if value["note"] else ""
        yield f"- `{value['value']}`: {value['label']}{note}"
    yield ""
