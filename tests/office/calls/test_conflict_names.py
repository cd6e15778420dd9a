"""Which names meet. The names are invented: lists of words, combined."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest

from screening.office.keys import new_keys
from screening.office.names.meeting import KEPT_FORMS, forms, meet, sought, sought_forms, tokens, words_of
from screening.office.names.sounds import keys_of
from tests.office.calls.alike_names import GIVEN, KINDS


SPANISH_GIVEN = "María Guadalupe|José Luis|Rosario|Inés|Ximena|Gerardo|Lázaro|Yesenia|Héctor|Marisol".split(  # noqa: SIM905
    "|"
)
SPANISH_FAMILY = "Hernández|Jiménez|Castillo|Velásquez|Núñez|Zepeda|Quiroga|de la Cruz|Vallejo|Echeverría|Ruiz|Reyes|Rosas".split(  # noqa: SIM905
    "|"
)
PERSIAN = (
    ("Reza", "رضا"),
    ("Ali Reza", "علیرضا"),
    ("Mohammad", "محمد"),
    ("Hossein", "حسین"),
    ("Maryam", "مریم"),
    ("Shirin", "شیرین"),
    ("Parviz", "پرویز"),
    ("Fatemeh", "فاطمه"),
)
PERSIAN_FAMILY = (
    ("Karimi", "کریمی"),
    ("Ghasemi", "قاسمی"),
    ("Mousavi", "موسوی"),
    ("Ahmadi", "احمدی"),
    ("Norouzi", "نوروزی"),
    ("Tavakoli", "توکلی"),
    ("Khalili", "خلیلی"),
)
VIETNAMESE_GIVEN = "Thị Hương|Thị Hồng|Văn Tuấn|Văn Tiến|Minh Châu|Quốc Bảo|Thị Lan|Văn Hùng".split("|")  # noqa: SIM905
VIETNAMESE_FAMILY = "Nguyễn|Trần|Phạm|Huỳnh|Đặng|Bùi".split("|")  # noqa: SIM905
ENGLISH_GIVEN = "Harold|Phyllis|Desmond|Martha|Gordon|Bernice|Clyde|Winifred".split("|")  # noqa: SIM905
ENGLISH_FAMILY = "Whitman|O'Brien|MacAllister|Knight|Thompson|Schmidt|Fairweather".split("|")  # noqa: SIM905


# Each rule of spelling, shown by two ways to write a name that only it brings together.
HEARD_ALIKE = (
    ("Knight", "Night"), ("Wright", "Right"), ("Ximena", "Jimena"), ("Sophia", "Sofia"), ("Dwight", "Dwit"),
    ("Zhaleh", "Jaleh"), ("Schmidt", "Shmidt"), ("Ghasemi", "Qasemi"), ("Zepeda", "Cepeda"),
    ("Felix", "Feliks"), ("Carlos", "Karlos"), ("Nowruz", "Noruz"), ("Vallejo", "Ballejo"),
    ("Yñiguez", "Íñiguez"), ("Reyes", "Reies"), ("Jiménez", "Giménez"), ("Castillo", "Castiyo"),
)  # fmt: skip


def spanish() -> list[tuple[str, list[str]]]:
    people = []
    for place, (given, family) in enumerate((g, f) for g in SPANISH_GIVEN for f in SPANISH_FAMILY):
        mother = SPANISH_FAMILY[(place * 3 + 7) % len(SPANISH_FAMILY)]
        if mother == family:
            mother = "Zaragoza"
        plain = words_of(f"{given} {family}")
        heard = " ".join(plain).replace("z", "s").replace("ll", "y").replace("v", "b").title()
        people.append(
            (
                f"{given} {family} {mother}",
                [
                    f"{given} {family}",
                    f"{family} {mother}, {given}",
                    f"{given.split()[0]} {family}",
                    f"{given} {family}-{mother}",
                    f"{given} T. {family}",
                    heard,
                ],
            )
        )
    return people


def persian() -> list[tuple[str, list[str]]]:
    return [
        (
            f"{given} {family}",
            [f"{persian_given} {persian_family}", f"{family}, {given}", f"{given.replace(' ', '')} {family}"],
        )
        for given, persian_given in PERSIAN
        for family, persian_family in PERSIAN_FAMILY
    ]


def vietnamese() -> list[tuple[str, list[str]]]:
    return [
        (
            f"{family} {given}",
            [
                " ".join(words_of(f"{family} {given}")),
                f"{given.split()[-1]} {family}",
                f"{family}, {given}",
            ],
        )
        for given in VIETNAMESE_GIVEN
        for family in VIETNAMESE_FAMILY
    ]


def english() -> list[tuple[str, list[str]]]:
    return [
        (
            f"{given} {family}",
            [f"{family}, {given}", f"{given} Q. {family}", f"Mr. {family}", f"{given.upper()} {family} Jr."],
        )
        for given in ENGLISH_GIVEN
        for family in ENGLISH_FAMILY
    ]


# One kept file of what version 1 of the forms left of a name after a refusal.
KEPT_BEFORE = Path(__file__).parent / "names_kept_before.json"


GROUPS = {"Spanish": spanish, "Persian": persian, "Vietnamese": vietnamese, "English": english}
# Of the ways to write a name this share may be missed; of two people who share no two words, as many may meet.
MOST_MISSED, MOST_MET = 0.01, 0.03


def share_two_words(one: str, other: str) -> bool:
    """These are to meet: the check asks for two words."""
    return len(set(words_of(one)) & set(words_of(other))) > 1


@pytest.mark.parametrize("group", GROUPS)
def test_a_name_is_found_however_it_is_written(group: str) -> None:
    ways = [(name, way) for name, others in GROUPS[group]() for way in others]
    missed = [(name, way) for name, way in ways if not meet(name, way) or not meet(way, name)]
    print(f"{group}: {len(missed)} of {len(ways)} ways missed")
    assert len(missed) <= MOST_MISSED * len(ways), missed[:10]


@pytest.mark.parametrize("group", GROUPS)
def test_names_that_share_no_two_words_seldom_meet(group: str) -> None:
    people = [name for name, _ in GROUPS[group]()]
    pairs = [pair for pair in combinations(people, 2) if not share_two_words(*pair)]
    met = [(one, other) for one, other in pairs if meet(one, other)]
    print(f"{group}: {len(met)} of {len(pairs)} pairs met")
    assert len(met) <= MOST_MET * len(pairs), met[:10]


def test_the_four_groups_are_more_than_two_hundred_names_and_do_not_meet_each_other() -> None:
    names = {group: [name for name, _ in people()] for group, people in GROUPS.items()}
    assert sum(map(len, names.values())) >= 200
    across = [
        (one, other)
        for mine, theirs in combinations(names.values(), 2)
        for one in mine
        for other in theirs
        if meet(one, other)
    ]
    pairs = sum(len(mine) * len(theirs) for mine, theirs in combinations(names.values(), 2))
    print(f"Across: {len(across)} of {pairs}")
    assert len(across) <= 0.001 * pairs, across[:10]


@pytest.mark.parametrize("kind", KINDS)
def test_a_family_name_is_found_in_the_other_way_to_write_it(kind: str) -> None:
    given = GIVEN[kind][0]
    missed = []
    for one, other in KINDS[kind]:
        ways = [(f"{given} {one}", f"{given} {other}")]
        if kind != "Vietnamese":
            ways += [
                (f"{one}, {given}", f"{other}, {given} Pilar"),
                (f"Pilar {one} Ochoa", f"Pilar M. {other}"),
            ]
        missed += [(a, b) for a, b in ways if not meet(a, b) or not meet(b, a)]
    print(f"{kind}: {len(KINDS[kind])} pairs, {len(missed)} missed")
    assert missed == []


# A frequent given name alone finds nobody: these are some, too. Of two family names one alone is not enough.
GIVEN_TOO = {"Abdullah", "Said", "Zahra", "Mehdi", "Fatemeh", "Hassan", "Dejesus"}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "Vietnamese"])
def test_so_is_the_family_name_alone(kind: str) -> None:
    alone = [two for two in KINDS[kind] if two[1] not in GIVEN_TOO]
    ways = [two for one, other in alone for two in ((one, f"Pilar {other}"), (other, f"Pilar {one}"))]
    missed = [
        (one, whole) for one, whole in ways if not meet(f"Mr. {one}", whole) or not meet(whole, f"Mr. {one}")
    ]
    print(f"{kind}: {len(ways)} ways, {len(missed)} missed")
    assert missed == []


def test_of_all_kinds_less_than_two_in_a_hundred_unrelated_people_meet() -> None:
    people = [
        (kind, read, f"{given} {family}")
        for kind, pairs in KINDS.items()
        for read, family in {tuple(words_of(one)): one for one, _ in pairs}.items()
        for given in GIVEN[kind]
    ]
    read = [(kind, set(words_of(name)), forms(name), sought_forms(name)) for kind, _, name in people]
    pairs, met = dict.fromkeys((*KINDS, "across"), 0), dict.fromkeys((*KINDS, "across"), 0)
    for (kind, words, kept, looked_for), (kind_2, words_2, kept_2, looked_for_2) in combinations(read, 2):
        if len(words & words_2) < 2:
            group = kind if kind == kind_2 else "across"
            pairs[group] += 1
            met[group] += bool(kept & looked_for_2 or kept_2 & looked_for)
    print(len(people), "people:", {group: f"{met[group]} of {pairs[group]:,}" for group in pairs})
    assert len(people) > 1_000
    assert all(met[group] < 0.02 * pairs[group] for group in pairs), (met, pairs)


def test_what_an_earlier_version_kept_of_a_refused_name_is_still_found() -> None:
    kept = {
        name: {(kind, text) for kind, text in told}
        for name, told in json.loads(KEPT_BEFORE.read_text()).items()
    }
    assert len(kept) > 200
    assert {kind for told in kept.values() for kind, _ in told} == set(KEPT_FORMS)
    assert [name for name, told in kept.items() if not told & sought_forms(name)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("María Elena López García", "Lopes, Maria"),
        ("Jose Luis", "José Luis Peña"),
        ("Mr. Whitman", "Harold Whitman"),
        ("A. Beltrán", "Ana Beltran"),
        ("Maria Delacruz", "María de la Cruz"),
        ("Guillermo Ruiz", "Gillermo Ruis"),
        ("Ximena Vásquez", "Jimena Basques"),
        ("سعید موسوی", "Saeed Mousavi"),
        ("Mohammadreza Ahmadi", "محمد رضا احمدی"),
        ("رضا", "Reza"),
        ("김민수", "Kim Min-su"),
    ],
)
def test_these_meet_both_ways(one: str, other: str) -> None:
    assert meet(one, other)
    assert meet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Luis Peña", "José Luis Mora"),
        ("Nguyễn Thị Hương", "Nguyễn Thị Hồng"),
        ("Maria", "Maria Gomez"),
        ("Pedro Ruiz", "Juan Gomez"),
        ("Sean Mc Donald", "Sean Mc Carthy"),
        ("Ana Della Rosa", "Ana Della Valle"),
        ("Maria del Carmen Lopez", "Maria del Carmen Ruiz"),
        ("Bruno De Leon", "Carla De Leon Rios"),
        ("Sean O'Neal", "Sean O'Brien"),
        ("", ""),
        ("...", "!!!"),
        ("", "Maria Gomez"),
    ],
)
def test_these_do_not_meet(one: str, other: str) -> None:
    assert not meet(one, other)
    assert not meet(other, one)


def test_a_name_of_any_length_and_letters_has_few_forms() -> None:
    for name in ("a " * 5_000, "x" * 5_000, "و" * 200, "́" * 300, "\0\n\t", "李" * 100):
        assert len(forms(name)) < 200
        assert len(sought_forms(name)) < 200


def test_a_token_says_nothing_without_the_key_of_its_office() -> None:
    one, other = new_keys("A"), new_keys("B")
    assert set(tokens(one, "Marisol Vega")) & set(sought(one, "Vega, Marisol"))
    assert not set(tokens(one, "Marisol Vega")) & set(sought(other, "Vega, Marisol"))


@pytest.mark.parametrize(("one", "other"), HEARD_ALIKE)
def test_two_ways_to_write_what_sounds_alike_meet(one: str, other: str) -> None:
    (first,), (second,) = words_of(one), words_of(other)
    assert set(keys_of(first)) & set(keys_of(second))


@pytest.mark.parametrize("other", ["Carlos", "Reyes", "Knight"])
def test_what_sounds_otherwise_does_not(other: str) -> None:
    (first,), (second,) = words_of("Sophia"), words_of(other)
    assert not set(keys_of(first)) & set(keys_of(second))
