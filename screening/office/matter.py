"""Who a screening is about: the part that is opened first, for the conflict check, and never in `answers`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Contact:
    """How to reach the person without putting them in danger.

    `how` is "phone", "email", "calls" (the person calls the office) or "" (not told).
    """

    how: str = ""
    where: str = ""
    when: str = ""
    voicemail: bool = False
    say_who: bool = False


@dataclass
class Matter:
    """Names and contact. No A-number, no address, no date of birth is asked for."""

    name: str = ""
    aliases: list[str] = field(default_factory=list)
    codefendants: list[str] = field(default_factory=list)
    lawyers: list[str] = field(default_factory=list)
    court_number: str = ""
    contact: Contact = field(default_factory=Contact)

    @property
    def parts(self) -> dict[str, list[str]]:
        """The names by the part that each plays."""
        own = [name for name in (self.name, *self.aliases) if name]
        return {"client": own, "codefendant": self.codefendants, "lawyer": self.lawyers}

    @property
    def short(self) -> str:
        """The first name and an initial, for a screen that others may see."""
        words = self.name.split()
        if len(words) < 2:
            return self.name
        return f"{words[0]} {words[-1][0]}."


def dump(matter: Matter) -> bytes:
    """As it is sealed."""
    return json.dumps(asdict(matter), sort_keys=True).encode()


def load(text: bytes) -> Matter:
    """From what was sealed."""
    told: dict[str, Any] = json.loads(text)
    return Matter(**{**told, "contact": Contact(**told["contact"])})
