"""A code of the app opens once. allauth remembers used ones for half a minute, in one process; here the
row itself says up to which one they are used up."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from screening.office.accounts.allauth_inside import counters, is_code
from screening.office.accounts.sealed_secrets import open_secret, sealed_anew


_USED = "used_up_to"


def use(row: Authenticator, code: str) -> bool:
    """Use a code that fits. False where it, or a later one, was used before; then nothing changes."""
    secret = open_secret(row.data["secret"])
    fitting = [counter for counter in counters() if is_code(secret, counter, code)]
    if not fitting or max(fitting) <= row.data.get(_USED, -1):
        return False
    row.data[_USED] = max(fitting)
    row.save(update_fields=["data"])
    return True


def seal_again(user_id: str) -> None:
    """Bring what an earlier SECRET_KEY sealed under the one of today."""
    for row in Authenticator.objects.filter(user_id=user_id):
        anew = {name: sealed_anew(row.data[name]) for name in {"secret", "seed"} & row.data.keys()}
        if any(row.data[name] != sealed for name, sealed in anew.items()):
            row.data.update(anew)
            row.save(update_fields=["data"])
