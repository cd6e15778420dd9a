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
from itertools import combinations, pairwise, product

from anyascii import anyascii

from screening.office.keys import OfficeKeys
from screening.office.matter import Matter
from screening.office.models import NameToken, Screening
from screening.office.names.name_words import BETWEEN, GIVEN, JOINED, PERSIAN, SPELLED, TITLES
from screening.office.names.sounds import ARABIC, keys_of


FULL, WHOLE, PAIR, GIVEN_PAIR, WORD, ONLY = "full", "whole", "pair", "given", "word", "only"
# What stays of a declined screening: forms of whole names and of two words, never a word of its own that
# somebody could try names against one by one.
KEPT_FORMS = (FULL, WHOLE, PAIR, GIVEN_PAIR, ONLY)
# More words than any name has: the pairs grow with the square.
_MOST_WORDS = 8
# Of a word with several keys.
Keys = tuple[str, ...]


def words_of(name: str) -> list[str]:
    """The words of a name in small letters, without accents, titles and what stands between.

    Latin letters, or Arabic ones; other scripts are written in Latin. "Vega, Ana" is read "Ana Vega".
    """
    words = [word for word in _written(name) if word not in TITLES]
    return [word for word in words if word not in BETWEEN] or words


def _written(name: str) -> list[str]:
    family, comma, given = unicodedata.normalize("NFKC", name).partition(",")
    told = f"{given} {family}" if comma and given.strip() else name
    letters = "".join(_latin(letter) for letter in unicodedata.normalize("NFKC", told).casefold())
    words = "".join(letter if letter.isalpha() else " " for letter in letters).split()
    return [JOINED.sub("", word) for word in words[:_MOST_WORDS]]


def _latin(letter: str) -> str:
    """The letter without its accent; a letter of Persian stays. Inside a word an apostrophe is nothing."""
    if letter in "'’`ʼ":
        return ""
    return letter if ord(letter) in ARABIC else anyascii(letter).casefold()


@dataclass(frozen=True)
class _Name:
    """A name by its words and their sounds."""

    written: tuple[str, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Without initials: beside whole words they tell nobody apart."""
        return tuple(word for word in self.written if len(word) > 1) or self.written

    @cached_property
    def keys(self) -> tuple[Keys, ...]:
        """Each word's. A Vietnamese word is told apart by its vowels, so it stands as it is spelled."""
        return tuple(self._keys_of(word) for word in self.words)

    def _keys_of(self, word: str) -> Keys:
        return (word.replace("y", "i"),) if self.spelled else keys_of(word)

    @property
    def spelled(self) -> bool:
        """Is it Vietnamese, by one of its words?"""
        return any(word in SPELLED for word in self.words)

    @cached_property
    def given(self) -> tuple[bool, ...]:
        """Is each word a frequent given name?"""
        return tuple(word in GIVEN or _is_given_in_persian(word) for word in self.words)

    @property
    def only_given(self) -> bool:
        """Is there no other word?"""
        return all(self.given)

    @cached_property
    def full(self) -> str:
        """As it is written, in any order, with its initials."""
        return " ".join(sorted(self.written))

    @cached_property
    def whole(self) -> set[str]:
        """All of it in one: "Ali Reza" is "Alireza"."""
        return set(self._keys_of("".join(self.words)))

    def pairs(self, *, given: bool) -> set[str]:
        """Every two words that sound like this: either those of two given names, or the others."""
        found = set()
        for (first, one), (second, two) in combinations(self._sounding, 2):
            if (one and two) is given:
                found |= {" ".join(sorted(pair)) for pair in product(first, second)}
        return found

    @cached_property
    def _sounding(self) -> tuple[tuple[Keys, bool], ...]:
        """Its words, and given names that stand side by side as the one name that they may be."""
        own = tuple(zip(self.keys, self.given, strict=True))
        beside = zip(pairwise(self.words), pairwise(self.given), strict=True)
        joined = ((self._keys_of("".join(words)), True) for words, given in beside if all(given))
        return (*own, *joined)

    def single(self, *, given: bool = True) -> set[str]:
        """The sounds of its words one by one, with the frequent given names or without."""
        shown = (keys for keys, is_given in zip(self.keys, self.given, strict=True) if given or not is_given)
        return {key for keys in shown for key in keys}


_PERSIAN_KEYS = frozenset(key for name in PERSIAN for key in keys_of(name))


def _is_given_in_persian(word: str) -> bool:
    """A frequent given name in Arabic letters, by its sound: the list is in Latin ones."""
    return not word.isascii() and bool(_PERSIAN_KEYS.intersection(keys_of(word)))


def forms(name: str) -> set[tuple[str, str]]:
    """Every form of a name that is kept, as kind and text."""
    read = _Name(tuple(words_of(name)))
    if not read.words:
        return set()
    found = {(FULL, read.full), *((WHOLE, text) for text in read.whole)}
    found |= {(WORD, text) for text in read.single()}
    found |= {(GIVEN_PAIR, text) for text in read.pairs(given=True)}
    found |= {(PAIR, text) for text in _pairs_of(read)}
    return found | ({(ONLY, text) for text in read.single()} if len(read.words) == 1 else set())


def _pairs_of(read: _Name) -> set[str]:
    """Two words that are enough; of a name without any other word, two given names are."""
    others = read.pairs(given=False)
    return others | read.pairs(given=True) if read.only_given else others


def sought_forms(name: str) -> set[tuple[str, str]]:
    """Every form, as kind and text, under which a name that meets this one is kept."""
    read = _Name(tuple(words_of(name)))
    if not read.words:
        return set()
    found = {(FULL, read.full), *((WHOLE, text) for text in read.whole)}
    found |= {(PAIR, text) for text in read.pairs(given=True) | read.pairs(given=False)}
    found |= {(ONLY, text) for text in read.single(given=False)}
    if read.only_given:
        found |= {(GIVEN_PAIR, text) for text in read.pairs(given=True)}
    if len(read.words) == 1:
        found |= {(ONLY, text) for text in read.single()}
        found |= {(WORD, text) for text in read.single(given=False)}
    return found


def is_one_word(name: str) -> bool:
    """Is there one word only, beside initials and titles?"""
    return len(_Name(tuple(words_of(name))).words) == 1


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


def keep_tokens(keys: OfficeKeys, row: Screening, matter: Matter) -> None:
    """Write the tokens of a screening's names anew."""
    # By the id alone: with the office too, SQLite looks through every name of the office.
    NameToken.objects.filter(screening_id=row.id).delete()
    NameToken.objects.bulk_create(
        NameToken(office_id=row.office_id, screening_id=row.id, part=part, kind=kind, token=token)
        for part, names in matter.parts.items()
        for token, kind in {t: k for name in names for t, k in tokens(keys, name).items()}.items()
    )
