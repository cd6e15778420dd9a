"""What a person writes beside their answers when they send them: names, contact, who helped, consent.

Field names are single letters, values are numbers, so that nothing readable leaves the browser but what was
typed. What was typed is a list of strings for each field, as the sealed interview keeps it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext

from screening.interview.document import Drafts
from screening.office.matter import Contact, Matter
from screening.rules.record import clean_text


NAME, ALIASES, CODEFENDANTS, LAWYERS = "a", "b", "c", "d"
HOW, PHONE, WHEN, SAFE, EMAIL, SAFE_EMAIL = "e", "f", "g", "h", "i", "j"
HELPER, CONSENT = "k", "m"
FIELDS = (NAME, ALIASES, CODEFENDANTS, LAWYERS, HOW, PHONE, WHEN, SAFE, EMAIL, SAFE_EMAIL, HELPER, CONSENT)
LISTS = (ALIASES, CODEFENDANTS, LAWYERS)

BY_PHONE, BY_EMAIL, PERSON_CALLS = "1", "2", "3"
VOICEMAIL, SAY_WHO = "1", "2"
YES = "1"
# In the words of the office's own pages, which are in English.
HELPED_BY = {"1": "nobody", "2": "somebody translated", "3": "somebody helped", "4": "rather not say"}

LONGEST, MOST_NAMES = 100, 10
# Longer than anything that is read: what is kept of a half-filled form stays small.
LONGEST_TYPED = 1200
_MOST_TICKS = 4
_FEWEST_DIGITS, _MOST_DIGITS = 10, 15


def typed_in(post: QueryDict) -> Drafts:
    """What stands in the form."""
    return {
        name: [text[:LONGEST_TYPED] for text in post.getlist(name)[:_MOST_TICKS]]
        for name in FIELDS
        if name in post
    }


def one_of(typed: Drafts, name: str) -> str:
    """The text of a field, as it is read."""
    return clean_text(typed.get(name, [""])[0])


def _lines(typed: Drafts, name: str) -> list[str]:
    lines = (clean_text(line) for line in typed.get(name, [""])[0].splitlines())
    return [line for line in lines if line]


@dataclass(frozen=True)
class Letter:
    """A form that was read. `problems` say what to fix, by field; nothing is sent while there are any."""

    typed: Drafts

    @property
    def problems(self) -> dict[str, str]:
        """A sentence for each field with something to fix, in the order of the form."""
        found = {name: self._problem(name) for name in FIELDS}
        return {name: problem for name, problem in found.items() if problem}

    def _problem(self, name: str) -> str:
        if name in LISTS:
            return self._of_list(name)
        check = _CHECKS.get(name)
        if check is not None:
            return check(self)
        return too_long(one_of(self.typed, name)) if name == WHEN and self._how == BY_PHONE else ""

    def _of_list(self, name: str) -> str:
        lines = _lines(self.typed, name)
        if len(lines) > MOST_NAMES:
            return gettext("Write at most {number} names.").format(number=MOST_NAMES)
        return next(filter(None, map(too_long, lines)), "")

    @property
    def _how(self) -> str:
        return one_of(self.typed, HOW)

    @property
    def consents(self) -> bool:
        """Is the box ticked?"""
        return one_of(self.typed, CONSENT) == YES

    @property
    def helper(self) -> str:
        """Who helped, as the consent keeps it."""
        return HELPED_BY.get(one_of(self.typed, HELPER), "")

    @property
    def matter(self) -> Matter:
        """The names and the contact, as the office keeps them."""
        return Matter(
            name=one_of(self.typed, NAME),
            aliases=_lines(self.typed, ALIASES),
            codefendants=_lines(self.typed, CODEFENDANTS),
            lawyers=_lines(self.typed, LAWYERS),
            contact=self._contact(),
        )

    def _contact(self) -> Contact:
        safe, safe_email = self.typed.get(SAFE, []), self.typed.get(SAFE_EMAIL, [])
        if self._how == BY_PHONE:
            return Contact(
                how="phone",
                where=one_of(self.typed, PHONE),
                when=one_of(self.typed, WHEN),
                voicemail=VOICEMAIL in safe,
                say_who=SAY_WHO in safe,
            )
        if self._how == BY_EMAIL:
            return Contact(how="email", where=one_of(self.typed, EMAIL), say_who=SAY_WHO in safe_email)
        return Contact(how="calls")


def too_long(text: str) -> str:
    """What to say of a text that nobody could print, or nothing."""
    if len(text) <= LONGEST:
        return ""
    return gettext("Write at most {number} letters and signs.").format(number=LONGEST)


def _name(letter: Letter) -> str:
    name = one_of(letter.typed, NAME)
    return too_long(name) if name else gettext("Write a name. The office needs it to look for conflicts.")


def _how(letter: Letter) -> str:
    if one_of(letter.typed, HOW) in (BY_PHONE, BY_EMAIL, PERSON_CALLS):
        return ""
    return gettext("Choose how you want to talk with the office.")


def _phone(letter: Letter) -> str:
    phone = one_of(letter.typed, PHONE)
    digits = sum(sign.isdecimal() for sign in phone)
    if one_of(letter.typed, HOW) != BY_PHONE or (
        _FEWEST_DIGITS <= digits <= _MOST_DIGITS and len(phone) <= LONGEST
    ):
        return ""
    return gettext("Write the phone number with its area code. It has ten numbers.")


def _email(letter: Letter) -> str:
    address = one_of(letter.typed, EMAIL)
    if one_of(letter.typed, HOW) != BY_EMAIL:
        return ""
    name, at, host = address.partition("@")
    if name and at and "." in host and " " not in address:
        return too_long(address)
    return gettext("Write the whole e-mail address. It has the sign @ in it.")


def _helper(letter: Letter) -> str:
    if one_of(letter.typed, HELPER) in HELPED_BY:
        return ""
    return gettext("Choose one. “I’d rather not say” is fine.")


def _consent(letter: Letter) -> str:
    if letter.consents:
        return ""
    return gettext("Nothing was sent. Tick this box only if you want to send it.")


_CHECKS = {
    NAME: _name,
    HOW: _how,
    PHONE: _phone,
    EMAIL: _email,
    HELPER: _helper,
    CONSENT: _consent,
}


def as_kept(typed: Mapping[str, list[str]]) -> Drafts:
    """What is kept of a form that was left by another button. The consent is then ticked anew."""
    return {name: texts for name, texts in typed.items() if name != CONSENT}
