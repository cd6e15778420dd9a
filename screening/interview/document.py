"""The stored document: the person's answers and those of each case, with the wizard's own notes beside.

On disk it is the contract's section 2. In memory each case holds everything that was ever `given`; what
counts is computed from it by the route. Answers of a branch that closed are thereby set aside, and come
back if it opens again, until the check page is confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import ceil
from typing import Any

from screening.questions.page import Page, Part
from screening.questions.route import unanswered, way
from screening.questions.steering import concluded, contract_answers, fact_of
from screening.questions.wording import voice
from screening.rules.answers import Value
from screening.rules.facts import UNKNOWN_VALUES, Kind, Topic
from screening.rules.partial_date import PartialDate
from screening.summary.page.data import CaseRecord


VERSION = 1
# The document is read whole on every request.
MOST_CASES = 20

# What was typed and could not be read, by key.
Drafts = dict[str, list[str]]
# The pages asked, and the answers that count.
Way = tuple[tuple[Page, ...], dict[str, Value]]


@dataclass
class Case:
    """One criminal case. `about` is for staff, later; no fewer than `least` pages are told of."""

    id: str
    given: dict[str, Value] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    drafts: Drafts = field(default_factory=dict)
    least: int = 0


@dataclass
class Sending:
    """Sending to an office: what stands in its form until it is sent; then its receipt and nothing else.

    `office` is an id, `row` is what the receipt's number finds, `times` how often it was sent.
    """

    office: str = ""
    typed: Drafts = field(default_factory=dict)
    to_fix: bool = False
    receipt: str = ""
    row: str = ""
    times: int = 0


@dataclass
class Document:
    """Everything that one interview holds."""

    you: dict[str, Value] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=lambda: [Case("1")])
    language: str = "en"
    confirmed: bool = False
    # Urgent flags that the last answers raised: shown on the page that follows.
    notices: list[str] = field(default_factory=list)
    # The case and page that came with something to fix, shown with its errors until it comes again.
    fixing: tuple[int, str] | None = None
    # Only where the person opened that page. It never goes along with what is sent.
    sending: Sending = field(default_factory=Sending)
    # By case, until an answer changes: a request asks for it many times.
    _ways: dict[int, Way] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def voice(self) -> str:
        """The language, in words for the person or for whoever answers for them."""
        return voice(self.language, self.you)

    def has_case(self, number: int) -> bool:
        """Is there a case of this number?"""
        return 1 <= number <= len(self.cases)

    def given(self, number: int) -> dict[str, Value]:
        """All that was said of the person and of this case, as one flat dict."""
        return {**self.you, **self.cases[number - 1].given}

    def used(self, number: int) -> dict[str, Value]:
        """The answers that count."""
        return dict(self._way(number)[1])

    def contract(self, number: int) -> dict[str, Value]:
        """The answers that count, in the keys that the rules know."""
        return contract_answers(self.used(number))

    def records(self) -> list[CaseRecord]:
        """The answers that count, case by case, for a report."""
        return [CaseRecord(number, self.contract(number)) for number in self.numbers()]

    def pages(self, number: int) -> tuple[Page, ...]:
        """The pages that are asked for this case."""
        return self._way(number)[0]

    def length(self, number: int) -> int:
        """How many pages there are about: in fives, and never falling by more than five from page to page."""
        return max(ceil(len(self.pages(number)) / 5) * 5, self.cases[number - 1].least)

    def first_unanswered(self, number: int) -> Page | None:
        """The first page with a question still to answer; "I am not sure" is an answer."""
        pages, used = self._way(number)
        return next((page for page in pages if unanswered(page, used)), None)

    def _way(self, number: int) -> Way:
        if number not in self._ways:
            self._ways[number] = way(self.given(number), first_case=number == 1)
        return self._ways[number]

    def complete(self) -> bool:
        """Is every page of every case answered?"""
        return not any(self.first_unanswered(number) for number in self.numbers())

    def may_stop(self) -> bool:
        """From the end of the first part on there is something to show to a lawyer."""
        first = self.first_unanswered(1)
        return first is None or first.part is not Part.SOON

    def still_open(self) -> int:
        """How many questions wait for an answer, as far as the answers so far tell."""
        ways = (self._way(number) for number in self.numbers())
        return sum(len(unanswered(page, used)) for pages, used in ways for page in pages)

    def numbers(self) -> range:
        """1 for the first case, and so on."""
        return range(1, len(self.cases) + 1)

    def put(self, number: int, answers: Mapping[str, Value | None]) -> bool:
        """Take answers of one page, None taking one back. A change, which it tells, asks for the check page again."""
        before = self.given(number)
        for key, value in answers.items():
            home = self.you if _of_person(key) else self.cases[number - 1].given
            if value is None:
                home.pop(key, None)
            else:
                home[key] = value
        if self.given(number) == before:
            return False
        self.confirmed = False
        for other in self.numbers() if any(map(_of_person, answers)) else (number,):
            self._ways.pop(other, None)
        return True

    def set_drafts(self, number: int, page: Page, drafts: Drafts) -> None:
        """Keep what was typed on a page and could not be read, in place of what was kept before."""
        case = self.cases[number - 1]
        others = {key: typed for key, typed in case.drafts.items() if key not in page.keys}
        case.drafts = {**others, **drafts}

    def may_add_case(self) -> bool:
        """Another case only once all so far are answered."""
        return self.complete() and len(self.cases) < MOST_CASES

    def add_case(self) -> None:
        """An empty one behind the others. The check page has to be confirmed again."""
        self.cases.append(Case(str(len(self.cases) + 1)))
        self.confirmed = False

    def drop_empty_case(self, number: int) -> bool:
        """Take back a case that was added and not begun."""
        if number == 1 or number != len(self.cases) or self.cases[-1].given:
            return False
        self.cases.pop()
        self._ways.pop(number, None)
        return True

    def confirm(self) -> None:
        """The answers are right: what was set aside or half-typed is erased for good. What counts stays.

        Whoever stops early may go on later: nothing is erased then.
        """
        self.confirmed, self.notices, self.fixing = True, [], None
        if not self.complete():
            return
        used = {number: self.used(number) for number in self.numbers()}
        for number, case in enumerate(self.cases, start=1):
            case.given = {key: value for key, value in used[number].items() if not _of_person(key)}
            case.drafts = {}
        self.you = {key: value for key, value in used[1].items() if _of_person(key)}


def _of_person(key: str) -> bool:
    return fact_of(key).topic is Topic.YOU


def dump(document: Document) -> dict[str, Any]:
    """The document as it is stored: in `answers` only what counts, the rest beside."""
    counting = {number: document.contract(number) for number in document.numbers()}
    you = {key: value for key, value in counting[1].items() if _of_person(key)}
    stored = [
        {
            "id": case.id,
            "answers": _plain({key: value for key, value in counting[number].items() if not _of_person(key)}),
            "about": case.about,
        }
        for number, case in enumerate(document.cases, start=1)
    ]
    beside = [
        {
            "aside": _plain(_aside(case.given, counting[number])),
            "drafts": case.drafts,
            "least": case.least,
        }
        for number, case in enumerate(document.cases, start=1)
    ]
    return {
        "version": VERSION,
        "you": _plain(you),
        "cases": stored,
        "wizard": {
            "language": document.language,
            "confirmed": document.confirmed,
            "notices": document.notices,
            "fixing": document.fixing,
            "sending": asdict(document.sending),
            "you": _plain(_aside(document.you, you)),
            "cases": beside,
        },
    }


def load(stored: Mapping[str, Any]) -> Document:
    """The document from what is stored."""
    wizard = stored["wizard"]
    cases = [
        Case(
            case["id"],
            _given(case["answers"], beside["aside"]),
            case["about"],
            beside["drafts"],
            beside.get("least", 0),
        )
        for case, beside in zip(stored["cases"], wizard["cases"], strict=True)
    ]
    return Document(
        you=_given(stored["you"], wizard["you"]),
        cases=cases,
        language=wizard["language"],
        confirmed=wizard["confirmed"],
        notices=wizard["notices"],
        fixing=_page_of(wizard["fixing"]),
        sending=Sending(**wizard.get("sending", {})),
    )


def _page_of(stored: list[Any] | None) -> tuple[int, str] | None:
    return (int(stored[0]), str(stored[1])) if stored else None


def _aside(given: Mapping[str, Value], counting: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in given.items() if counting.get(key) != value}


def _given(answers: Mapping[str, Any], aside: Mapping[str, Any]) -> dict[str, Value]:
    given = {key: _value(key, value) for key, value in {**answers, **aside}.items()}
    # What a steering question settled was not given.
    settled = concluded(given).keys() - aside.keys()
    return {key: value for key, value in given.items() if key not in settled}


def _plain(answers: Mapping[str, Value]) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else str(value) for key, value in answers.items()}


def _value(key: str, plain: Any) -> Value:
    if isinstance(plain, list):
        return tuple(plain)
    text = str(plain)
    is_date = fact_of(key).kind is Kind.DATE and text not in UNKNOWN_VALUES
    return PartialDate.parse(text) if is_date else text
