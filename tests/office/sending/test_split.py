"""One program, two processes: each serves its own pages alone, and the public one holds no key."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


ROOT = Path(__file__).resolve().parents[3]
SETUP = """
import django
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS = ["testserver"]
"""
MIGRATED = """
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
client = Client(raise_request_exception=False)
"""
ADDRESSES = """
from django.urls import get_resolver
def walk(patterns, before=""):
    for one in patterns:
        here = before + str(one.pattern)
        if hasattr(one, "url_patterns"):
            yield from walk(one.url_patterns, here)
        else:
            yield here
print("\\n".join(walk(get_resolver().url_patterns)))
"""
# An office in a database of its own, and a screening that the public side writes there.
PUBLIC = """
import sys
from django.utils import timezone
from screening.interview.document import Document
from screening.office import keys
from screening.office.file import cabinet
from screening.office.file.casefile import CaseFile
from screening.office.matter import Matter
from screening.office.models import Office, Screening
office = Office(name="Valley Law Project", created_at=timezone.now(), takes_screenings=True)
made = keys.new_keys(office.id)
office.key_id, office.public_key = made.current, made.public
office.save(force_insert=True)
row = cabinet.file_new(office, Matter(name="Marisol Vega"), CaseFile(document=Document()))
try:
    cabinet.folder_of(Screening.objects.get(pk=row.pk), keys.office_keys(office.id))
except keys.KeysMissingError:
    print("written and not read")
print(client.get("/en/").status_code, client.get("/office/").status_code, settings.PCR_OFFICE_KEYS.exists())
"""
OFFICE = """
for address in ("/en/", "/", "/s/x/send/", "/en/withdraw/", "/nowhere/"):
    print(client.get(address).status_code, end=" ")
print(client.get("/office/").status_code, client.get("/healthz").status_code)
print(client.get("/", headers={"host": "elsewhere.example"}).status_code)
strict = Client(enforce_csrf_checks=True)
print(strict.post("/office/sign-in/").status_code in (302, 403, 404))
from django.template.loader import render_to_string
for name in ("400", "403", "404", "500"):
    assert render_to_string(f"{name}.html").count("<h1>") == 1
"""


def run(code: str, side: str, var: Path) -> str:
    """What code prints in a process of one side."""
    env = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "pcr_screener.settings",
        "PCR_VAR": str(var),
        "PCR_SIDE": side,
    }
    command = [sys.executable, "-c", SETUP + code]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The addresses of each side."""
    var = tmp_path_factory.mktemp("var")
    return {side: set(run(ADDRESSES, side, var).split()) for side in ("public", "office", "both")}


def test_the_public_side_has_no_page_of_the_office(addresses: dict[str, set[str]]) -> None:
    assert "s/<str:run>/send/" in addresses["public"]
    assert [address for address in addresses["public"] if address.startswith("office/")] == []


def test_the_side_of_the_office_has_no_public_page(addresses: dict[str, set[str]]) -> None:
    others = {address for address in addresses["office"] if not address.startswith("office/")}
    assert others == {"logo", "healthz"}
    assert len(addresses["office"]) > len(others)


def test_together_they_are_the_whole(addresses: dict[str, set[str]]) -> None:
    assert addresses["public"] | addresses["office"] == addresses["both"]
    assert addresses["public"] & addresses["office"] == {"logo", "healthz"}


def test_the_public_side_writes_and_cannot_read(tmp_path: Path) -> None:
    assert run(MIGRATED + PUBLIC, "public", tmp_path).splitlines() == [
        "written and not read",
        "200 404 False",
    ]


def test_the_side_of_the_office_answers_public_addresses_with_its_own_pages(tmp_path: Path) -> None:
    lines = run(MIGRATED + OFFICE, "office", tmp_path).splitlines()
    assert lines[0] == "404 404 404 404 404 302 200"
    assert lines[1:] == ["400", "True"]
