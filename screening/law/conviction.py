"""What immigration law counts as a conviction, and the flags, in two voices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from screening.law.sources import CheckedPoint, Checking
from screening.law.voices import english, plain
from screening.rules.afterwards import AFTERWARDS
from screening.rules.finding import ImmigrationConviction
from screening.rules.flags.every import Flag
from screening.rules.immigration import LINES
from screening.rules.outside import SUGGESTED
from screening.rules.text import Text, _, in_english


_ONLY_THE_LAWYER = _("Only the paper for a lawyer says this.")
_ONLY_CALIFORNIA = "; only while the court may be a California court"

IMMIGRATION_CONVICTION = in_english(
    "8 USC 1101(a)(48)(A): a formal judgment of guilt; or, where adjudication was withheld, a plea, a finding or"
    " admitted facts together with some punishment, penalty or restraint ((i) and (ii)). Relief for good conduct"
    " leaves it; only a legal defect removes it."
)

COUNTS: Mapping[ImmigrationConviction, Text] = {
    ImmigrationConviction.CONVICTION: _("Immigration law counts it"),
    ImmigrationConviction.NOT_CONVICTION: _("By the answers, immigration law does not count it"),
    ImmigrationConviction.UNCLEAR: _("It is not clear whether immigration law counts it"),
}


@dataclass(frozen=True)
class Read:
    """One reading, or one flag: `title` and `says` are for anybody, `attorney` and `when` are English."""

    id: str
    title: str
    says: str
    attorney: str
    when: str
    points: tuple[CheckedPoint, ...]


def readings_shown(checking: Checking) -> tuple[Read, ...]:
    """The readings of the finding in their order; the first that applies counts."""
    return tuple(
        Read(
            f"reading-{number}",
            plain(COUNTS[line.finding]),
            plain(line.because),
            "",
            line.when.says,
            checking.of(line.points),
        )
        for number, line in enumerate(LINES, start=1)
    )


def flags_shown(flags: Iterable[Flag], checking: Checking) -> tuple[Read, ...]:
    """Flags in the rules' order, with what raises each."""
    return tuple(
        Read(
            flag.code,
            "",
            plain(flag.client or _ONLY_THE_LAWYER),
            english(flag.attorney),
            _raised(flag),
            checking.of(flag.authorities),
        )
        for flag in flags
    )


def suggested_shown(checking: Checking) -> tuple[Read, ...]:
    """What the paper for attorneys names beside the flags. It has no words for anybody else."""
    return tuple(
        Read(
            f"outside-{one.outside.id}",
            "",
            "",
            f"{english(one.outside.title)}. {english(one.outside.why)}",
            one.when.says + (_ONLY_CALIFORNIA if one.california_only else ""),
            checking.of(one.outside.points),
        )
        for one in SUGGESTED
    )


def afterwards_shown(checking: Checking) -> tuple[Read, ...]:
    """What a motion and its order need, and what winning does not do: for attorneys alone."""
    return tuple(
        Read(
            f"after-{one.id}",
            "",
            "",
            f"{english(one.title)}. {english(one.says)}",
            "",
            checking.of(one.points),
        )
        for one in AFTERWARDS.values()
    )


def _raised(flag: Flag) -> str:
    only = _ONLY_CALIFORNIA if flag.california_only else ""
    follows = "; follows the outcomes" if flag.follows else ""
    return f"{flag.when.says}{only}{follows}"
