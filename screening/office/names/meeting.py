"""Forms of a name that find it again without keeping it: as written, and as it sounds.

A token is a keyed hash of one form. `tokens` are what is kept of a name; `sought` is what to look for when
another name comes, with what a match would mean. Two names meet where

- all their words are the same, in any order ("full"), or the whole sounds the same, spaces aside ("whole");
- two words of one sound like two words of the other ("pair"), so that "María Elena López García" meets
  "Lopes, Maria". Two frequent given names are not enough ("given") unless one of the names has no other
  words: "José Luis Peña" does not meet "José Luis Mora", and does meet "Jose Luis";
- one of them is a single word, a family name, that the other holds ("word", "only"): "Mr. Whitman".

`docs/office/names.md` says what meets and what does not, measured.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, combinations, pairwise, product, takewhile

from anyascii import anyascii
from django.db import transaction

from screening.office.keys import OfficeKeys
from screening.office.matter import Matter
from screening.office.models import NameToken, PastClient, Screening
from screening.office.names.name_words import BEGINNINGS, BETWEEN, GIVEN, JOINED, PERSIAN, SPELLED, TITLES
from screening.office.names.sounds import ARABIC, keys_of


# Goes up with each change of the forms: hashes of an earlier number are made anew (`file/name_forms.py`). Kept forms
# of a refused person cannot be, so what was sought before is sought on (`names_kept_before.json`).
FORMS = 2
FULL, WHOLE, PAIR, GIVEN_PAIR, WORD, ONLY = "full", "whole", "pair", "given", "word", "only"
# The part of a name that was brought in.
PAST = "past"
# What stays of a declined screening: forms of whole names and of two words, never a word of its own that
# somebody could try names against one by one.
KEPT_FORMS = (FULL, WHOLE, PAIR, GIVEN_PAIR, ONLY)
# More words than any name has: the pairs grow with the square.
_MOST_WORDS = 8
# "Nur ud Din" is "Nuruddin".
_SHORT = 3
# Of a word with several keys.
Keys = tuple[str, ...]


def words_of(name: str) -> list[str]:
    """The words of a name in small letters, without accents, titles and what stands between.

    Latin letters, or Arabic ones; other scripts are written in Latin. "Vega, Ana" is read "Ana Vega".
    """
    read = _read(name)
    return [JOINED.sub("", word) for word in read if word not in BETWEEN] or read


def _read(name: str) -> list[str]:
    """The same with what stands between, up to the most words that count."""
    words = [word for word in _written(name) if word not in TITLES]
    counted = accumulate(word not in BETWEEN for word in words)
    return [word for word, many in zip(words, counted, strict=True) if many <= _MOST_WORDS]


def _written(name: str) -> list[str]:
    family, comma, given = unicodedata.normalize("NFKC", name).partition(",")
    told = f"{given} {family}" if comma and given.strip() else name
    letters = "".join(_latin(letter) for letter in unicodedata.normalize("NFKC", told).casefold())
    words = "".join(letter if letter.isalpha() else " " for letter in letters).split()
    return words[: 2 * _MOST_WORDS]


def _latin(letter: str) -> str:
    """The letter without its accent; a letter of Persian stays. Inside a word an apostrophe is nothing."""
    if letter in "'’`ʼ":
        return ""
    return letter if ord(letter) in ARABIC else anyascii(letter).casefold()


@dataclass(frozen=True)
class _Part:
    """One word of a name, or several side by side that may be one. `first` and `last` are their places."""

    first: int
    last: int
    keys: Keys
    given: bool
    joined: bool = False

    def beside(self, other: _Part) -> bool:
        """Has it no word in common with the other, which stands further on?"""
        return self.last < other.first


@dataclass(frozen=True)
class _Name:
    """A name by its words and their sounds. `read` holds what stands between, too."""

    read: tuple[str, ...]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where its words stand, without what stands between them."""
        places = range(len(self.read))
        return tuple(place for place in places if self.read[place] not in BETWEEN) or tuple(places)

    @cached_property
    def written(self) -> tuple[str, ...]:
        """Its words, "Delacruz" as "cruz"."""
        return tuple(JOINED.sub("", self.read[place]) for place in self.places)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Without initials: beside whole words they tell nobody apart."""
        return tuple(word for word in self.written if len(word) > 1) or self.written

    def _keys_of(self, word: str) -> Keys:
        """A Vietnamese word is told apart by its vowels, so it stands as it is spelled."""
        return (word.replace("y", "i"),) if self.spelled else keys_of(word)

    @cached_property
    def spelled(self) -> bool:
        """Is it Vietnamese, by one of its words?"""
        return any(word in SPELLED for word in self.words)

    @property
    def only_given(self) -> bool:
        """May there be no other word?"""
        return all(map(_may_be_given, self.words))

    @cached_property
    def full(self) -> str:
        """As it is written, in any order, with its initials."""
        return " ".join(sorted(self.written))

    @cached_property
    def whole(self) -> set[str]:
        """All of it in one: "Ali Reza" is "Alireza"."""
        return {*self._keys_of("".join(self.words)), *self._keys_of("".join(self.read))}

    @cached_property
    def _single(self) -> tuple[_Part, ...]:
        return tuple(
            _Part(place, place, self._keys_of(word), word in GIVEN)
            for place, word in zip(self.places, self.written, strict=True)
            if word in self.words
        )

    @cached_property
    def _joined(self) -> tuple[_Part, ...]:
        """Words side by side that another writes as one: with what stands before them, each two, and three
        around a short one."""
        before = ((place, place - back) for place in self.places for back in range(self._before(place) + 1))
        found = [
            self._join(first, last, given=self.read[last] in GIVEN)
            for last, first in before
            if first < last or JOINED.match(self.read[last])
        ]
        for first, last in pairwise(self.places):
            found.append(self._join(first, last))
        for first, middle, last in zip(self.places, self.places[1:], self.places[2:], strict=False):
            if len(self.read[middle]) <= _SHORT:
                found.append(self._join(first, last))
        return tuple(found)

    def _before(self, place: int) -> int:
        """How many words that stand between, or letters ("van 't Hof"), come right before this one."""
        before = reversed(self.read[:place])
        return len(list(takewhile(lambda word: word in BETWEEN or len(word) == 1, before)))

    def _join(self, first: int, last: int, *, given: bool | None = None) -> _Part:
        places = range(first, last + 1)
        own = [self.read[place] for place in places if place in self.places]
        all_given = GIVEN.issuperset(own) if given is None else given
        texts = {"".join(self.read[first : last + 1])} | ({"".join(own)} if len(own) > 1 else set())
        keys = {key for text in texts for key in self._keys_of(text)}
        return _Part(first, last, tuple(sorted(keys)), all_given, joined=True)

    def pairs(self, *, given: bool) -> set[str]:
        """Every two words that sound like this: either those of two given names, or the others."""
        found = set()
        telling = (part for part in self._single if not self._begins(part.first))
        parts = sorted((*telling, *self._joined), key=lambda part: part.first)
        for one, other in combinations(parts, 2):
            if one.beside(other) and (one.given and other.given) is given:
                found |= {" ".join(sorted(pair)) for pair in product(one.keys, other.keys)}
        return found

    def _begins(self, place: int) -> bool:
        """Does this word begin the next one? The first may be a given name, the last a family name."""
        return self.read[place] in BEGINNINGS and self.places[0] < place < self.places[-1]

    def single(self, *, given: bool = True) -> set[str]:
        """The sounds of its words one by one, with the frequent given names or without."""
        shown = (part.keys for part in self._single if given or not part.given)
        return {key for keys in shown for key in keys} | {key for part in self._joined for key in part.keys}

    def one(self) -> set[str]:
        """The sounds of all of it, where it can be one word: of "Whitman", and of "San Martín" as well."""
        first, last = self.places[0], self.places[-1]
        own = self.single() if len(self.words) == 1 else set()
        return own | {
            key for part in self._joined if (part.first, part.last) == (first, last) for key in part.keys
        }


_PERSIAN_KEYS = frozenset(key for name in PERSIAN for key in keys_of(name))


def _may_be_given(word: str) -> bool:
    """Is it a frequent given name, or in Arabic letters written so that it sounds like one?"""
    return word in GIVEN or not word.isascii() and bool(_PERSIAN_KEYS.intersection(keys_of(word)))


def forms(name: str) -> set[tuple[str, str]]:
    """Every form of a name that is kept, as kind and text."""
    read = _Name(tuple(_read(name)))
    if not read.words:
        return set()
    found = {(FULL, read.full), *((WHOLE, text) for text in read.whole)}
    found |= {(WORD, text) for text in read.single()}
    found |= {(GIVEN_PAIR, text) for text in read.pairs(given=True)}
    found |= {(PAIR, text) for text in _pairs_of(read)}
    return found | {(ONLY, text) for text in read.one()}


def _pairs_of(read: _Name) -> set[str]:
    """Two words that are enough; of a name without any other word, two given names are."""
    others = read.pairs(given=False)
    return others | read.pairs(given=True) if read.only_given else others


def sought_forms(name: str) -> set[tuple[str, str]]:
    """Every form, as kind and text, under which a name that meets this one is kept."""
    read = _Name(tuple(_read(name)))
    if not read.words:
        return set()
    found = {(FULL, read.full), *((WHOLE, text) for text in read.whole)}
    kinds = (PAIR, GIVEN_PAIR) if read.only_given else (PAIR,)
    found |= set(product(kinds, read.pairs(given=True) | read.pairs(given=False)))
    found |= {(ONLY, text) for text in read.single(given=False)}
    found |= {(ONLY, text) for text in read.one()}
    return found | {(WORD, text) for text in read.one() & read.single(given=False)}


def is_one_word(name: str) -> bool:
    """Is there one word only, beside initials and titles?"""
    return len(_Name(tuple(_read(name))).words) == 1


def meet(one: str, other: str) -> bool:
    """Would the check find one of these names by the other?"""
    return bool(forms(one) & sought_forms(other))


def tokens(keys: OfficeKeys, name: str) -> dict[str, str]:
    """The keyed hash of each form that is kept, with its kind."""
    return {_token(keys, kind, text): kind for kind, text in forms(name)}


def sought(keys: OfficeKeys, name: str) -> dict[str, str]:
    """The keyed hash of each form to look for, with its kind."""
    return {_token(keys, kind, text): kind for kind, text in sought_forms(name)}


def _token(keys: OfficeKeys, kind: str, text: str) -> str:
    return keys.token(f"name {kind}", text)


def keep_tokens(keys: OfficeKeys, row: Screening | PastClient, matter: Matter) -> None:
    """Write the tokens of a row's names anew."""
    with transaction.atomic():
        # By the id alone: with the office too, SQLite looks through every name of the office.
        NameToken.objects.filter(screening_id=row.id).delete()
        NameToken.objects.bulk_create(
            NameToken(office_id=row.office_id, screening_id=row.id, part=part, kind=kind, token=token)
            for part, names in (
                matter.parts if isinstance(row, Screening) else {PAST: matter.parts["client"]}
            ).items()
            for token, kind in {t: k for name in names for t, k in tokens(keys, name).items()}.items()
        )
        type(row).objects.filter(pk=row.pk).update(names_forms=FORMS)
    row.names_forms = FORMS
