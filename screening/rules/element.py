"""How a reading, an element and a remedy are declared, and how an element is read."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Generic, TypeVar

from screening.rules.answers import Answers, Value
from screening.rules.authorities import Point
from screening.rules.beside import Afterwards, Form, FormPart, Gap, Heading, LawChange
from screening.rules.condition import Condition, Dated, Otherwise, operations
from screening.rules.day import Fixed
from screening.rules.facts import FACTS, NONE, PLACES
from screening.rules.finding import BARRING, Basis, ElementResult, Finding
from screening.rules.partial_date import PartialDate
from screening.rules.text import Param, Said, Text, Told, _


F = TypeVar("F")


@dataclass(frozen=True, eq=False)
class Line(Generic[F]):
    """One reading: where `when` is known to hold, the finding is `finding`, because of `because`.

    `because` may name a fact in braces; the answer takes its place. `change` says what would change the
    finding; without it the element's own words stand. An UNKNOWN rests on the keys in `rests`, or on those
    of `imprecise` that are answered but not closely enough, or else on what stands open. `beside` are answers
    that contradict what would be a "no" without them: `because` names them as {beside}, and as {stated} the
    rest, or only the keys in `stated`.
    `closed` is the answer of a "no" in a few words of the attorney's, with facts in braces too.
    """

    finding: F
    when: Condition
    because: Text
    points: tuple[Point, ...]
    change: Text | None = None
    rests: tuple[str, ...] = ()
    imprecise: tuple[str, ...] = ()
    beside: Condition | None = None
    stated: tuple[str, ...] = ()
    closed: Text | None = None

    def reason(self, answers: Answers, as_of: date) -> Text:
        """Why it reads so, with the answers that it names."""
        beside = self.beside.why(answers, as_of) if self.beside else ()
        return self.reason_by(answers, self.when.why(answers, as_of), beside)

    def reason_by(self, answers: Answers, why: tuple[str, ...], beside: tuple[str, ...]) -> Text:
        """The same, given the keys because of which `when` and `beside` answer as they do."""
        text = filled(self.because, answers)
        if self.beside is None:
            return text
        rest = tuple(key for key in why if key not in beside)
        return text.with_(
            stated=_told(self.stated or rest, answers, self.when), beside=_told(beside, answers, self.beside)
        )


def contradicted(
    no: Line[Finding], beside: Condition, change: Text, also: tuple[Point, ...] = ()
) -> tuple[Line[Finding], Line[Finding]]:
    """A line that says "no", and before it the one that applies where `beside` contradicts it.

    A contradiction is never a no (contract section 1, rule 6).
    """
    points = (*no.points, *also)
    return contested(no.when, beside, points, change), no


def contested(when: Condition, beside: Condition, points: tuple[Point, ...], change: Text) -> Line[Finding]:
    """The line for answers that do not fit together: `when`, and yet `beside`."""
    return Line(Finding.CONTESTED, when & beside, POINT_BOTH_WAYS, points, change, beside=beside)


POINT_BOTH_WAYS = _("The answers point both ways. {stated}. But also: {beside}.")


@dataclass(frozen=True, eq=False)
class Element:
    """One element of a remedy: its readings in order, the first that applies being the finding.

    `title`, `short_name` and `test`, what the law asks, are the attorney's words (after the column "Legal test"
    of the project's reference, section 2); `plain` and `asks` say the same to anybody.
    Where none applies the element is unknown, because of `unknown`. Only a gate may read "not met".
    `limits` are the days that its readings turn on: days of a statute, or months before the as-of day.
    `gap` is the time that it counts, for a chronology.
    `keys` and `atoms` are the facts and the conditions that its readings are made of. It is `blocking` where
    one of its lines can rule the remedy out, or put it off.
    """

    id: str
    title: Text
    short_name: Text
    plain: Text
    asks: Text
    test: Text
    lines: tuple[Line[Finding], ...]
    unknown: Text
    change: Text
    points: tuple[Point, ...]
    proof: tuple[str, ...]
    gate: bool = False
    gap: Gap | None = None
    keys: tuple[str, ...] = field(init=False)
    atoms: tuple[Condition, ...] = field(init=False)
    limits: tuple[date | int, ...] = field(init=False)
    blocking: bool = field(init=False)

    def __post_init__(self) -> None:
        read = dict.fromkeys(key for line in self.lines for key in line.when.keys)
        atoms = dict.fromkeys(atom for line in self.lines for atom in line.when.atoms)
        object.__setattr__(self, "keys", tuple(key for key in FACTS if key in read))
        object.__setattr__(self, "atoms", tuple(atoms))
        parts = dict.fromkeys(part for line in self.lines for part in operations(line.when))
        limits = (
            part.limit if isinstance(part, Dated) else part.day
            for part in parts
            if isinstance(part, (Dated, Fixed))
        )
        object.__setattr__(self, "limits", tuple(dict.fromkeys(limits)))
        if any(line.finding is Finding.NOT_MET and line.closed is None for line in self.lines):
            raise TypeError(self.id)
        object.__setattr__(self, "blocking", any(line.finding in BARRING for line in self.lines))

    def line(self, answers: Answers, as_of: date) -> Line[Finding] | None:
        """The first reading that applies."""
        return next((line for line in self.lines if line.when.holds(answers, as_of)), None)

    def finding(self, answers: Answers, as_of: date) -> Finding:
        """The bare finding, without its reasons."""
        line = self.line(answers, as_of)
        return Finding.UNKNOWN if line is None else line.finding

    def read(self, answers: Answers, as_of: date) -> ElementResult:
        """The finding with its reason, authorities and the keys that it rests on."""
        line = self.line(answers, as_of) or self.nothing_applies
        beside = line.beside.why(answers, as_of) if line.beside else ()
        return self.read_by(line, answers, line.when.why(answers, as_of), beside)

    def read_by(
        self, line: Line[Finding], answers: Answers, why: tuple[str, ...], beside: tuple[str, ...]
    ) -> ElementResult:
        """The same, given the line that applies, and the keys because of which its conditions answer so."""
        return ElementResult(
            element=self.id,
            finding=line.finding,
            because=line.reason_by(answers, why, beside),
            basis=Basis.LAW if line.finding is Finding.PRESUMED else Basis.SAID,
            authorities=line.points,
            rests_on=_rests_on(line, self, answers, why),
            proof=self.proof,
            change=filled(line.change or self.change, answers),
            closed=filled(line.closed, answers) if line.closed else None,
        )

    @cached_property
    def nothing_applies(self) -> Line[Finding]:
        """The line for when none of the others applies."""
        return Line(Finding.UNKNOWN, Otherwise("nothing above", self.keys), self.unknown, self.points)


@dataclass(frozen=True)
class Remedy:
    """One remedy in the statute's order.

    `title` is for the attorney, `plain` for the person, and `about`, two sentences, for anybody. `began` is how
    the law began, `changes` how it changed, as far as a chronology shows it; both have a label. `ground` is the
    key without which a remedy is not raised, `no_ground` what to do where nobody named it. `blocking` says of
    each element whether an outcome waits for it: it can bar the remedy, or it is the ground (contract section 4).

    The rest is for the attorney: the `form` on which it is asked for and its `parts` of that form, what a
    declaration `declares`, what the `order` has to say, if anything, and whether it `reopens` the case, so that
    the old charges can come back. `asks_first` are papers in the order of asking for them, where that is not the
    order of the elements.
    """

    id: str
    cite: str
    title: Text
    plain: Text
    about: Text
    elements: tuple[Element, ...]
    began: LawChange
    form: Form
    parts: tuple[FormPart, ...]
    declares: tuple[Heading, ...]
    order: Afterwards | None
    reopens: bool
    changes: tuple[LawChange, ...] = ()
    asks_first: tuple[str, ...] = ()
    ground: str | None = None
    no_ground: Text | None = None
    blocking: tuple[bool, ...] = field(init=False)

    def __post_init__(self) -> None:
        if (self.ground is None) is not (self.no_ground is None):  # one needs the other
            raise TypeError(self.id)
        if not all(change.label for change in (self.began, *self.changes)):
            raise TypeError(self.id)
        blocking = tuple(one.blocking or self.ground in one.keys for one in self.elements)
        object.__setattr__(self, "blocking", blocking)

    @property
    def short_cite(self) -> str:
        """Without the code: every law of this list stands in the Penal Code."""
        return self.cite.removeprefix("PC ")

    @property
    def in_force(self) -> date:
        """The first day of the law."""
        return self.began.day

    @property
    def later(self) -> tuple[tuple[Condition, date], ...]:
        """The cases that it reaches only from a later day, with that day."""
        return tuple((change.reaches.case, change.day) for change in self.changes if change.reaches)

    def in_force_on(self, answers: Answers, as_of: date) -> bool:
        """Was it law for this case on the as-of day?"""
        if as_of < self.in_force:
            return False
        return not any(as_of < first and case.holds(answers, as_of) for case, first in self.later)

    def possible(self, answers: Answers, leaving_out: str = "") -> bool:
        """Does no gate rule it out? None does by the as-of day. `leaving_out` names a gate not to count."""
        gates = (element for element in self.elements if element.gate and element.id != leaving_out)
        return all(gate.finding(answers, date.max) is not Finding.NOT_MET for gate in gates)

    def raised(self, answers: Answers) -> bool:
        """Did the person name its ground, or its day? "Not sure" is not a no (contract section 4, `not_raised`)."""
        if self.ground is None or answers.values.get(self.ground, "no") != "no":
            return True
        return answers.day(self.ground + "_date") is not None


def _rests_on(
    line: Line[Finding], element: Element, answers: Answers, why: tuple[str, ...]
) -> tuple[str, ...]:
    if line.finding is not Finding.UNKNOWN or (line.beside is not None and not line.rests):
        return why
    if line.rests or line.imprecise:
        return line.rests or tuple(key for key in line.imprecise if _is_a_span(answers.day(key)))
    return _standing_open(line.when.keys, answers) or _standing_open(element.keys, answers) or element.keys


def _standing_open(keys: tuple[str, ...], answers: Answers) -> tuple[str, ...]:
    return tuple(key for key in keys if answers.stands_open(key))


def _is_a_span(day: PartialDate | None) -> bool:
    return day is not None and day.earliest < day.latest


def filled(text: Text, answers: Answers) -> Text:
    """The sentence with the answers that it names: `{key}`, or a parameter that is `Said(key, "")`."""
    answered: dict[str, Param] = {
        name: filled(param, answers) for name, param in text.params.items() if isinstance(param, Text)
    }
    answered |= {name: _shown(key, answers.values.get(key)) for name, key in _named(text).items()}
    return text.with_(**answered) if answered else text


@lru_cache(maxsize=1024)
def _named(text: Text) -> Mapping[str, str]:
    """The facts that the sentence itself names, by the names of their places in it."""
    named = {name: name for name in _placeholders(text.msgid)}
    named |= {
        name: param.key for name, param in text.params.items() if isinstance(param, Said) and not param.value
    }
    return {name: key for name, key in named.items() if key in FACTS}


def names(text: Text) -> tuple[str, ...]:
    """The facts that the sentence names, and those in it."""
    inside = (key for param in text.params.values() if isinstance(param, Text) for key in names(param))
    return (*_named(text).values(), *inside)


@cache
def _placeholders(msgid: str) -> tuple[str, ...]:
    return tuple(name for _text, name, _spec, _conversion in string.Formatter().parse(msgid) if name)


def _told(keys: tuple[str, ...], answers: Answers, condition: Condition) -> tuple[Told, ...]:
    """The answers to these keys; of several values those that the condition asks about."""
    told = []
    for key in sorted(keys, key=PLACES.__getitem__):
        value = answers.values[key]
        if isinstance(value, tuple):
            value = tuple(one for one in value if (key, one) in condition.choices) or value
        told.append(Told(key, value))
    return tuple(told)


@lru_cache(maxsize=4096)
def _shown(key: str, value: Value | None) -> Param:
    answers = Answers({} if value is None else {key: value})
    if (day := answers.day(key)) is not None:
        return day
    if chosen := answers.several(key):
        return tuple(Said(key, one) for one in FACTS[key].values if one in chosen)
    if answers.several(key) is not None:
        return Said(key, NONE)
    known = answers.one(key)
    return _("not known") if known is None else Said(key, known)
