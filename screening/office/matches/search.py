"""Find a screening by its number or by a name.

A name may not stand in an address. What was typed is kept in the sealed session under a short random word,
and the address holds that word: two tabs with two searches do not mix.
"""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest
from django.utils.crypto import get_random_string

from screening.office.ids import ALPHABET, LENGTH, heard
from screening.office.keys import OfficeKeys
from screening.office.models import NameToken
from screening.office.names.meeting import FULL, WORD, sought, tokens, words_of


LONGEST = 100
CLIENT = "client"
_KEPT = "queue_finds"
_MOST_KEPT = 5
_KEY_LENGTH = 8


def keep(request: HttpRequest, typed: str) -> str:
    """Keep the words of a search; the word under which they are kept. Empty where nothing was typed."""
    words = " ".join(typed.replace("\0", "").split())[:LONGEST]
    if not words:
        return ""
    kept = [(key, text) for key, text in request.session.get(_KEPT, []) if text != words]
    key = get_random_string(_KEY_LENGTH)
    request.session[_KEPT] = [*kept, (key, words)][-_MOST_KEPT:]
    return key


def kept(request: HttpRequest, key: str) -> str:
    """The words that were kept under it; empty where there are none."""
    words: dict[str, str] = dict(request.session.get(_KEPT, []))
    return words.get(key, "")


def condition(words: str, office_id: str, keys: OfficeKeys) -> Q:
    """Rows whose number begins like this, or whose person's name does sound like this."""
    if not words:
        return Q()
    # One word alone finds every name with it; of several, two have to meet.
    if len(words_of(words)) > 1:
        looked_for = list(sought(keys, words))
    else:
        looked_for = [token for token, kind in tokens(keys, words).items() if kind in (FULL, WORD)]
    named = NameToken.objects.filter(office_id=office_id, part=CLIENT, token__in=looked_for)
    found = Q(pk__in=named.values("screening_id"))
    number = heard(words)
    if not number:
        return found
    # A range, because a pattern would not use the index.
    return found | Q(pk__gte=number, pk__lte=number.ljust(LENGTH, ALPHABET[-1]))
