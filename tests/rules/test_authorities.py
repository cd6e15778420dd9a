"""Every authority is declared once, every point named exists, and the weaker mark is printed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

import pytest

from screening.rules.afterwards import AFTERWARDS
from screening.rules.authorities import AUTHORITIES, Authority, Mark, Point, points
from screening.rules.flags.every import FLAGS
from screening.rules.immigration import LINES
from screening.rules.outside import SUGGESTED
from screening.rules.remedies import REMEDIES
from screening.rules.weights.every import WEIGHTS


def _of_elements() -> Iterator[Point]:
    for remedy in REMEDIES:
        for element in remedy.elements:
            yield from element.points
            for line in element.lines:
                yield from line.points


def _beside_elements() -> Iterator[Iterable[Point]]:
    yield from (said.points for said in LINES)
    yield from (flag.authorities for flag in FLAGS.values())
    yield from (weight.points for weight in WEIGHTS)
    yield from (suggested.outside.points for suggested in SUGGESTED)
    yield from (after.points for after in AFTERWARDS.values())


NAMED = {*_of_elements(), *chain.from_iterable(_beside_elements())}

# Declared ahead of the readings and flags of contract version 2 that are to name them.
AWAITED = {
    *points("pc1473_7 (b)(2)(B)", "pc1473_7 (d)", "pc1473_7 (e)", "pc1473_7 (g) (former (f))"),
    *points("prop36_2024 in_force", "prop36_2024 dismissal", "prop36_2024 deemed"),
    *points("pc1000_2 period", "pc1000_8 back_on_track", "pc1000_8 no_judgment", "pc1203g petty_theft"),
    *points("sb281 verbatim", "pc745 (d)", "pc745 (e)(2)(A)", "pc745 (e)(2)(B)", "pc745 (f)", "pc745 (j)(2)"),
    *points("pc745 (j)(4)", "pc745 (j)(5)", "pc745 (j)(1), (k)", "pc745 (k)", "wi203 adjudication"),
    *points("usc1226 (c)(1)(E)", "morales no_notice", "manzanilla defend"),
    *points("sentence_deferral_2024 other_deals", "castaneda delay", "totari_2002 appeal", "villa custody"),
    *points("popular no_dismissal", "in_re_sa expungement", "in_re_anthony_r parole", "in_re_eg 17b"),
    *points("ilrc_2020 plead_both", "yajure_hurtado no_bond"),
}

# What a narrow column of the attorney's paper holds on one line.
LONGEST_SHORT = 34


def test_what_the_subdivisions_of_a_statute_share_is_its_name() -> None:
    named = {point.statute for point in NAMED}
    assert {"PC 1473.7", "PC 1016.5", "PC 1203.43"} <= {statute.strip() for statute in named}
    assert Point("vivar", "prejudice").statute == ""


def test_every_point_that_is_named_is_declared() -> None:
    assert {point.authority for point in NAMED} <= set(AUTHORITIES)
    assert [point for point in NAMED if point.point not in AUTHORITIES[point.authority].points] == []


def test_every_point_that_is_declared_is_named_somewhere() -> None:
    declared = {Point(authority.id, name) for authority in AUTHORITIES.values() for name in authority.points}
    assert declared - NAMED - AWAITED == set()
    assert declared >= AWAITED


@pytest.mark.parametrize("authority", AUTHORITIES.values(), ids=AUTHORITIES.keys())
def test_every_authority_says_what_each_point_stands_for(authority: Authority) -> None:
    assert authority.points
    for name in authority.points:
        point = Point(authority.id, name)
        assert point.proposition.strip()
        assert point.mark in Mark
        assert "{" not in point.printed


def test_the_weaker_mark_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Point("vivar", "prejudice").printed == "People v. Vivar (2021) 11 Cal.5th 510 [V]"
    assert Point("castaneda", "knew").mark is Mark.M
    assert Point("castaneda", "delay").printed.endswith("[V-2]")
    assert Point("zamudio", "three").mark is Mark.V
    monkeypatch.setitem(AUTHORITIES, "vivar", replace(AUTHORITIES["vivar"], cite_mark=Mark.M))
    assert Point("vivar", "prejudice").mark is Mark.M
    assert Point("vivar", "prejudice").printed.endswith("[M]")
    assert Mark.V < Mark.V2 < Mark.M


def test_a_subdivision_is_part_of_the_citation_of_a_statute() -> None:
    assert Point("pc1473_7", "(b)(2)").cite == "PC 1473.7(b)(2)"
    assert Point("pc1210_1", "deemed").cite == "PC 1210.1(e)(1)"


def test_points_are_written_as_authority_and_point() -> None:
    assert points("vivar prejudice", "pc1473_7 (f)(1) (former (e)(1))") == (
        Point("vivar", "prejudice"),
        Point("pc1473_7", "(f)(1) (former (e)(1))"),
    )


def test_the_letters_of_2026_stand_with_the_former_ones() -> None:
    renamed = [name for name in AUTHORITIES["pc1473_7"].points if name.startswith("(f)")]
    assert renamed
    assert all("former (e)" in name for name in renamed)


POINTS = [Point(authority.id, name) for authority in AUTHORITIES.values() for name in authority.points]


@pytest.mark.parametrize(
    ("point", "short"),
    [
        (Point("vivar", "prejudice"), "Vivar"),
        (Point("martinez_2013", "prejudice"), "Martinez (2013)"),
        (Point("martinez_2024", "reinstated"), "Martinez v. Superior Court (2024)"),
        (Point("perez_2021", "may"), "Perez (2021)"),
        (Point("de_jesus_platon", "subdivision"), "De Jesus-Platon"),
        (Point("pc1473_7", "(a)(1)"), "PC 1473.7(a)(1)"),
        (Point("pc1473_7", "(f)(1) (former (e)(1))"), "PC 1473.7(f)(1)"),
        (Point("usc1101", "(A)(i)–(ii)"), "8 USC 1101(a)(48)(A)(i)–(ii)"),
        (Point("rules_appeal", "8.308(a)"), "Cal. Rules of Court, 8.308(a)"),
        (Point("pc1018", "six_months"), "PC 1018"),
    ],
)
def test_a_narrow_column_takes_a_short_citation(point: Point, short: str) -> None:
    assert point.short == short
    assert point.short_printed == f"{short} {point.mark.printed}"


def test_short_citations_fit_and_tell_the_authorities_apart() -> None:
    assert [point.short for point in POINTS if not 0 < len(point.short) <= LONGEST_SHORT] == []
    assert [point.short for point in POINTS if "former" in point.short or "{" in point.short] == []
    by_short: dict[str, set[str]] = {}
    for point in POINTS:
        by_short.setdefault(point.short, set()).add(point.authority)
    assert [short for short, authorities in by_short.items() if len(authorities) > 1] == []


def test_two_subdivisions_of_a_statute_never_read_the_same() -> None:
    statutes = [point for point in POINTS if "{" in AUTHORITIES[point.authority].cite]
    assert len({point.short for point in statutes}) == len(statutes)
