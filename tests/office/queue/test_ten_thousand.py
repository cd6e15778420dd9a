"""The queue does not slow down: the same queries, and about the same time, at 10 and at 10,000 screenings."""

from __future__ import annotations

import random
from datetime import timedelta
from statistics import median
from time import process_time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from screening.interview.today import today
from screening.office import matter
from screening.office.file import casefile, line
from screening.office.file.cabinet import assignee_token, county_token
from screening.office.file.standing import UNDATED, standing
from screening.office.keys import office_keys, seal_to
from screening.office.matter import Matter
from screening.office.models import Member, NameToken, Office, Screening, Status
from screening.office.names import meeting as names
from screening.rules.finding import Outcome
from screening.rules.remedies import REMEDIES
from screening.rules.version import rules_version
from tests.office.conftest import PASSWORD, MakeOffice, make_member, signed_in_as
from tests.office.queue.conftest import a_file
from tests.tiers import Rounds


# Without `--long` the many are fewer: what grows with them grows from there on too.
FEW, PAGE, MANY = 10, 25, (2_000, 10_000)
# A page at 10 has 10 lines and one at 10,000 has 25: most of the difference is their drawing.
MOST_TIMES_SLOWER = 2.0
# With 25 lines at either, what is left is the looking up.
MOST_TIMES_SLOWER_TO_LOOK_UP = 1.5
ROUNDS = 15

LINE = standing(a_file(), today()).line

FIRST = ("Ana", "Luis", "Reza", "Omar", "Thu", "Elena", "Sahar", "Joseph")
SYLLABLES = ("ba", "de", "ko", "li", "mu", "ra", "so", "ti", "va", "ze")


def fill(member: Member, many: int) -> None:
    """Invented screenings in every state. Names are sealed for each row, the file is sealed once: no page
    of the queue opens one."""
    office, keys, chance = member.office, office_keys(member.office_id), random.Random(many)  # noqa: S311
    sealed_file = seal_to(office, casefile.dump(a_file()) + b" " * 4000, "file")
    counties = [county_token(keys, county) for county in ("Fresno", "Kern", "Orange", "Tulare")]
    outcomes = [outcome.value for outcome in Outcome]
    rows, tokens = [], []
    for _ in range(many):
        urgency = chance.choice((0, 0, 0, 2, 3))
        row = Screening(
            office=office,
            created_on=today() - timedelta(days=chance.randrange(400)),
            changed_on=today(),
            opened_on=chance.choice((None, *[today()] * 9)),
            status=chance.choice([status.value for status in Status]),
            language=chance.choice(("en", "es", "fa")),
            outcomes={remedy.id: chance.choice(outcomes) for remedy in REMEDIES},
            urgency=urgency,
            urgent_on=today() + timedelta(days=31 + chance.randrange(99)) if urgency == 2 else UNDATED,
            to_do=chance.randrange(8) * 100 + chance.randrange(6),
            missing=chance.choice(("call", "paper", "analysis", "")),
            office_day=today() + timedelta(days=chance.randrange(99)) if urgency == 2 else None,
            county_token=chance.choice(counties),
            assignee_token=chance.choice(("", assignee_token(keys, member.id))),
            key_id=office.key_id,
            sealed_file=sealed_file,
        )
        about = Matter(name=f"{chance.choice(FIRST)} {''.join(chance.choices(SYLLABLES, k=4))}")
        row.sealed_names = seal_to(office, matter.dump(about), f"names {row.id}")
        row.sealed_line = seal_to(office, line.dump(LINE), f"line {row.id}")
        rows.append(row)
        tokens += [
            NameToken(office=office, screening_id=row.id, part="client", kind=kind, token=token)
            for token, kind in names.tokens(keys, about.name).items()
        ]
    Screening.objects.bulk_create(rows, batch_size=500)
    NameToken.objects.bulk_create(tokens, batch_size=1000)
    Office.objects.filter(pk=office.pk).update(freshened_on=today(), freshened_by=rules_version())


def seconds(client: Client, address: str) -> float:
    """Of the processor, the database's among them (it runs in this process): a busy machine counts no more."""
    began = process_time()
    assert client.get(address).status_code == 200
    return process_time() - began


def queries(client: Client, query: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/office/{query}").status_code == 200
    return _without_seen(asked)


def list_queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        told = client.post(reverse("export_list"), {"password": PASSWORD, "status": "all"})
    assert told.status_code == 200
    return _without_seen(asked)


def _without_seen(asked: CaptureQueriesContext) -> int:
    """On a slow machine half a minute passes, and one request notes that the member is still there."""
    return sum(not one["sql"].startswith('UPDATE "office_staffsession"') for one in asked)


def test_ten_thousand_screenings_do_not_slow_the_queue(make_office: MakeOffice, rounds: Rounds) -> None:
    clients, most = {}, rounds(*MANY)
    for many in (FEW, PAGE, most):
        member = make_member(make_office(str(many)), "attorney", name="Dana K.")
        fill(member, many)
        clients[many] = signed_in_as(member)
    address = "/office/?status=all"
    # By turns, so that a busy machine is as busy for each.
    for client in clients.values():
        seconds(client, address)
    times = {many: [] for many in clients}  # type: dict[int, list[float]]
    for _ in range(ROUNDS):
        for many, client in clients.items():
            times[many].append(seconds(client, address))
    few, page, all_of_them = (median(times[many]) for many in clients)
    told = f"{few * 1000:.1f} ms at 10, {page * 1000:.1f} at 25, {all_of_them * 1000:.1f} at {most}"
    assert all_of_them <= few * MOST_TIMES_SLOWER, told
    assert all_of_them <= page * MOST_TIMES_SLOWER_TO_LOOK_UP, told
    # However many there are, and whatever is asked for.
    counts = {queries(clients[many], "?status=all") for many in clients}
    for query in (
        "",
        "?page=200",
        "?status=new",
        "?status=unopened",
        "?law=pc1016_5&missing=call",
        "?language=es&county=Kern",
        "?to=me",
        "?to=nobody&date=none",
    ):
        counts.add(queries(clients[most], query))
    found = clients[most].post("/office/", {"find": "Ana"}).headers["Location"].removeprefix("/office/")
    counts.add(queries(clients[most], found))
    assert len(counts) == 1, counts
    assert len({queries(clients[many], "clinic/?status=all") for many in clients}) == 1
    assert len({list_queries(clients[many]) for many in clients}) == 1
