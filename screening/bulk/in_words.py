"""What differs between two results, in English words: where, and what stood there. For attorneys and staff."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from screening.bulk.compare import ABSENT, Place
from screening.questions.wording import date_in_words, say
from screening.rules.answers import Answers
from screening.rules.beside import LawChange
from screening.rules.element import filled
from screening.rules.finding import ImmigrationConviction
from screening.rules.flags.every import FLAGS, URGENT
from screening.rules.partial_date import PartialDate
from screening.rules.remedies import REMEDIES
from screening.summary.page.words import CONVICTION_WORD, FINDING_WORD, OUTCOME_WORD


_CONVICTION_LAW = "8 USC 1101(a)(48)(A)"
_GONE_LAW = "A law that the rules do not hold"
_GONE_ELEMENT = "An element that the rules do not hold"
# What each contract changed in reading the answers. A new contract adds its own.
_CONTRACT_CHANGED = {
    2: (
        "a law waits only for facts that could rule it out, and says where only its proof is still to build; more"
        " answers that contradict each other are left open; what to know before filing stands in a list of its own"
    ),
}


def place_words(place: Place, answers: Answers) -> tuple[str, str]:
    """The law (empty where it is of none) and what it is of it. `answers` fill the words of a flag."""
    kind, *rest = place or ("case",)
    if kind == "case":
        return "", "The case itself"
    if kind == "conviction":
        return _CONVICTION_LAW, "A conviction for immigration"
    if kind == "urgent":
        return "", flag_words(rest[0], answers)
    remedy = next((one for one in REMEDIES if one.id == rest[0]), None)
    if remedy is None:
        return rest[0], _GONE_LAW
    return remedy.cite, "Outcome" if kind == "outcome" else element_title(*rest)


def element_title(remedy_id: str, element_id: str) -> str:
    """Its title under the rules of this program."""
    return next(
        (
            say(element.title)
            for remedy in REMEDIES
            for element in remedy.elements
            if (remedy.id, element.id) == (remedy_id, element_id)
        ),
        _GONE_ELEMENT,
    )


def flag_words(code: str, answers: Answers) -> str:
    """A flag that is compared, as the attorney reads it."""
    if code not in FLAGS:
        return "A flag that the rules do not hold"
    kind = "Urgent" if FLAGS[code] in URGENT else "Before filing"
    return f"{kind}: {say(filled(FLAGS[code].attorney, answers))}"


def contract_words(then: int, now: int) -> str:
    """What lies between two contracts, the earlier one first."""
    changed = [_CONTRACT_CHANGED[one] for one in range(then + 1, now + 1) if one in _CONTRACT_CHANGED]
    says = f"The way answers are read has changed (contract {then} → {now})"
    return ": ".join((says, "; ".join(changed))) + "." if changed else f"{says}."


def value_words(place: Place, value: str) -> str:
    """What stood there: a finding or an outcome by its word. A code of other rules stands as it is."""
    if value == ABSENT:
        return "not there"
    words = {
        "outcome": {outcome.value: say(word) for outcome, word in OUTCOME_WORD.items()},
        "element": {finding.value: say(word) for finding, word in FINDING_WORD.items()},
        "conviction": {one.value: say(CONVICTION_WORD[one]).capitalize() for one in ImmigrationConviction},
    }
    return words.get(place[0] if place else "", {}).get(value, value)


def day_words(day: date) -> str:
    """A day, for example "November 24, 2026"."""
    return date_in_words(PartialDate.on(day))


def law_words(change: LawChange) -> str:
    """A change of law with its day and its mark."""
    return f"{day_words(change.day)}, {change.law}: {say(change.says)} {change.mark.printed}"


def counted(number: int, one: str, several: str) -> str:
    """For example "1 record", "20,000 records"."""
    return f"{number:,} {one if number == 1 else several}"


def first_of(names: Iterable[str], most: int | None) -> str:
    """The first `most` of several names and how many more there are; all of them where `most` is None."""
    listed = list(names)
    shown = listed if most is None else listed[:most]
    more = len(listed) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")
