"""Forms of a name that find it again without keeping it: as written, and as it sounds.

A token is a keyed hash of one form. Two names meet where a form of each is the same: the whole name in any
order of its words ("full"), two words of it that sound alike ("pair"), one word that does ("word", only for
search). Two words of a Spanish double name are enough, so "María Elena López García" meets "Maria Lopes".
"""

from __future__ import annotations

import unicodedata
from itertools import combinations

from anyascii import anyascii
from jellyfish import metaphone

from screening.office.keys import OfficeKeys
from screening.office.matter import Matter
from screening.office.models import NameToken, Screening


FULL, PAIR, WORD = "full", "pair", "word"
# Words that stand between names and tell nobody apart.
_BETWEEN = frozenset(
    {"de", "del", "la", "las", "los", "y", "e", "da", "do", "dos", "van", "von", "bin", "al"}
)
# More words than any name has: the pairs grow with the square.
_MOST_WORDS = 8


def words_of(name: str) -> list[str]:
    """The words of a name in small Latin letters, without accents and what stands between."""
    latin = anyascii(unicodedata.normalize("NFKC", name)).casefold()
    letters = "".join(letter if letter.isalpha() else " " for letter in latin.replace("'", ""))
    words = letters.split()[:_MOST_WORDS]
    return [word for word in words if word not in _BETWEEN] or words


def sound(word: str) -> str:
    """How a word sounds. A word without a consonant keeps its letters."""
    # Metaphone is made for English; these are what Spanish spelling adds.
    spanish = word.replace("z", "s").replace("ll", "y").replace("qu", "k").replace("v", "b")
    return metaphone(spanish) or word


def forms(name: str) -> set[tuple[str, str]]:
    """Every form of a name, as kind and text."""
    words = words_of(name)
    if not words:
        return set()
    sounds = sorted({sound(word) for word in words})
    found = {(FULL, " ".join(sorted(words))), *((WORD, one) for one in sounds)}
    return found | {(PAIR, " ".join(pair)) for pair in combinations(sounds, 2)}


def tokens(keys: OfficeKeys, name: str) -> dict[str, str]:
    """The keyed hash of each form, with its kind."""
    return {keys.token(f"name {kind}", text): kind for kind, text in forms(name)}


def keep_tokens(keys: OfficeKeys, row: Screening, matter: Matter) -> None:
    """Write the tokens of a screening's names anew."""
    NameToken.objects.filter(office_id=row.office_id, screening_id=row.id).delete()
    NameToken.objects.bulk_create(
        NameToken(office_id=row.office_id, screening_id=row.id, part=part, kind=kind, token=token)
        for part, names in matter.parts.items()
        for token, kind in {t: k for name in names for t, k in tokens(keys, name).items()}.items()
    )
