"""How a word of a name sounds: a short key of its consonants, the same for spellings that people mix up.

Made for the names of California's courts: Spanish (z, s and soft c are one; b, v and w are one; h is
silent), Persian as English writes it and in its own letters (vowels are not written there), English. Where
a letter can sound two ways, a word has more than one key, and one in common is enough.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, product


# Letters of Arabic script by the Latin consonant that Persian gives them. Vowel marks are no letters.
_LETTERS = {
    "a": "اآأإٱعئءؤ",
    "b": "ب",
    "p": "پ",
    "t": "تط",
    "s": "ثسص",
    "j": "جژ",
    "ch": "چ",
    # With a point, so that it makes no "sh" with an s before it.
    ".h": "حهةۀ",
    "kh": "خ",
    "d": "د",
    "z": "ذزضظ",
    "r": "ر",
    "sh": "ش",
    "gh": "غقگ",
    "f": "ف",
    "k": "کك",
    "l": "ل",
    "m": "م",
    "n": "ن",
    "v": "و",
    "y": "یيى",
}
ARABIC = {ord(letter): latin for latin, letters in _LETTERS.items() for letter in letters}
_EITHER = ("o", "v")

# In this order, each on what the one before left. Capitals are keys that are done.
_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"^kn", "n"),
        (r"^wr", "r"),
        (r"^x(?=[aeiou])", "j"),
        (r"ph", "f"),
        (r"gh(?=t)", ""),
        (r"zh", "J"),
        (r"sch|sh|ch|tch", "C"),
        (r"[kg]h|ck|q(?:u(?=[ei]))?|gu(?=[eiy])", "K"),
        (r"c(?=[eiy])|[zç]", "S"),
        (r"x", "KS"),
        (r"[ckg]", "K"),
        (r"[td]h?", "T"),
        # At the end of a syllable w is part of a vowel: "Nowruz", "Lowe".
        (r"(?<=[aeou])w(?![aeiou])", ""),
        (r"[vbw]", "B"),
        (r"^[aeiouh.]+|^y(?![aeiou])", "A"),
        (r"^y", "Y"),
        (r"[aeiouyh.]", ""),
    )
)
# Where a spelling has two sounds, the other one: soft g (Jiménez, Giménez), Spanish ll (Castillo), the
# Arabic article before t, s, r and the like (al-Rashid, ar-Rashid), "St." before a name, and a Persian h that
# the letter before it does swallow: "Eshaghi" for اسحاقی.
_TWO_SOUNDS = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"g(?=[eiy])", "j"),
        (r"ll", "y"),
        (r"^([ae]|abd[aeou])l(?=[tdrszn])", r"\1"),
        (r"shsh", "sh"),
        (r"^saint(?=.)", "st"),
        (r"\.h", "h"),
    )
)
# The article that Arabic writes as part of the word.
_ARTICLE = re.compile(r"^ال(?=.{3})")
_DOUBLED = re.compile(r"(.)\1+")
# No name says more with more keys; what is typed is not trusted.
_MOST_READINGS, _MOST_KEYS = 8, 16


@cache
def keys_of(word: str) -> tuple[str, ...]:
    """The keys of one word in small letters of any script, without accents. Never empty for a word."""
    return tuple(sorted({_key(spelling) for spelling in _readings(word)}))[:_MOST_KEYS]


def _readings(word: str) -> set[str]:
    """The Latin spellings that a word is read by."""
    found = _in_latin(word)
    for pattern, other in _TWO_SOUNDS:
        found |= {pattern.sub(other, one) for one in found}
    return found


def _in_latin(word: str) -> set[str]:
    """A word in Arabic letters with each و inside it as a consonant and as a vowel."""
    if not any(ord(letter) in ARABIC for letter in word):
        return {word}
    return {one for form in {word, _ARTICLE.sub("", word)} for one in _with_either(form)}


def _with_either(word: str) -> set[str]:
    choices = (_EITHER if letter == "و" and place else (_latin(letter),) for place, letter in enumerate(word))
    return {"".join(letters) for letters in islice(product(*choices), _MOST_READINGS)}


def _latin(letter: str) -> str:
    return ARABIC.get(ord(letter), letter)


def _key(spelling: str) -> str:
    once = _DOUBLED.sub(r"\1", spelling)
    key = once
    for pattern, done in _SPELLINGS:
        key = pattern.sub(done, key)
    # One consonant tells nobody apart: then the vowels count.
    return key.upper() if len(key) > 1 else once.replace("y", "i").replace(".", "")
