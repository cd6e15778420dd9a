"""The dates for a calendar: all-day events that do not say what they are for, as RFC 5545 asks."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate
from screening.rules.record import parse_answers
from screening.summary.client import calendar_file as module
from screening.summary.client.calendar_file import calendar_file, exact_days
from tests.interview.walk import answer_everything, begin


TODAY = date(2026, 11, 24)
DAYS = (date(2026, 12, 9), date(2027, 2, 28))

# What the sections of the RFC ask for, each property once (3.6.1 event, 3.6.6 alarm).
CALENDAR = ("VERSION", "PRODID")
EVENT = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY")
ALARM = ("ACTION", "DESCRIPTION", "TRIGGER")


def lines_of(file: bytes) -> list[str]:
    """The content lines, unfolded (RFC 5545, 3.1)."""
    text = file.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def components(lines: list[str], name: str) -> list[list[str]]:
    """What stands between each BEGIN and END of a component."""
    found, inside = [], False
    for line in lines:
        if line == f"BEGIN:{name}":
            inside = True
            found.append(list[str]())
        elif line == f"END:{name}":
            inside = False
        elif inside:
            found[-1].append(line)
    return found


def names(lines: list[str]) -> list[str]:
    return [re.split("[;:]", line, maxsplit=1)[0] for line in lines]


def test_the_file_is_a_calendar() -> None:
    lines = lines_of(calendar_file(DAYS, TODAY))
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert all(re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:.+", line) for line in lines)
    assert all(names(lines).count(name) == 1 for name in CALENDAR)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(DAYS)
    for event in components(lines, "VEVENT"):
        outside = event[: event.index("BEGIN:VALARM")]
        assert all(names(outside).count(name) == 1 for name in EVENT)
        alarms = components(event, "VALARM")
        assert [names(alarm).count(name) for alarm in alarms for name in ALARM] == [1] * len(ALARM) * 2


def test_an_event_is_a_whole_day_with_an_alarm_a_week_and_a_day_before() -> None:
    event = components(lines_of(calendar_file(DAYS, TODAY)), "VEVENT")[1]
    assert "DTSTART;VALUE=DATE:20270228" in event
    assert "DTEND;VALUE=DATE:20270301" in event
    assert [line for line in event if line.startswith("TRIGGER")] == ["TRIGGER:-P6DT15H", "TRIGGER:-PT15H"]
    assert timedelta(days=7) - timedelta(days=6, hours=15) == timedelta(hours=9)


def test_it_says_nothing_of_what_it_is_for() -> None:
    lines = lines_of(calendar_file(DAYS, TODAY))
    spoken = {line for line in lines if line.startswith(("SUMMARY", "DESCRIPTION"))}
    assert spoken == {"SUMMARY:Appointment", "DESCRIPTION:Appointment"}
    assert not {"LOCATION", "ORGANIZER", "ATTENDEE", "URL", "COMMENT", "CATEGORIES"} & set(names(lines))
    assert not re.search(
        "immigra|court|ice|travel|screen", "".join(lines).replace("SERVICE", ""), re.IGNORECASE
    )


def test_ids_are_new_each_time() -> None:
    first, second = (re.findall(rb"UID:(\w{32})\r\n", calendar_file(DAYS, TODAY)) for _ in range(2))
    assert len({*first, *second}) == 2 * len(DAYS)


def test_long_and_special_texts_are_folded_and_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    title = "قرار ملاقات، " * 12 + "a,b;c\\d\ne"
    monkeypatch.setattr(module, "gettext", lambda _text: title)
    lines = lines_of(calendar_file(DAYS[:1], TODAY))
    (summary,) = [line for line in lines if line.startswith("SUMMARY:")]
    assert summary == f"SUMMARY:{'قرار ملاقات، ' * 12}a\\,b\\;c\\\\d\\ne"


def test_the_title_is_in_the_language_of_the_interview() -> None:
    with translation.override("en"):
        assert b"SUMMARY:Appointment" in calendar_file(DAYS, TODAY)


def test_only_exact_days_that_are_still_to_come() -> None:
    answers = parse_answers(
        {
            "upcoming": ["immigration_court", "ice_check_in", "travel", "criminal_court"],
            "immigration_court_date": "2026-12-09",
            "ice_check_in_date": "2026-12",
            "immigration_interview_date": "2026-12-10",
            "travel_date": "2026-11-01",
            "criminal_court_date": "2026-11-24",
        }
    )
    assert exact_days(answers, TODAY) == (date(2026, 11, 24), date(2026, 12, 9))


def test_two_events_on_one_day_are_one() -> None:
    events = ["immigration_court", "criminal_court"]
    answers = parse_answers({"upcoming": events, **{f"{event}_date": "2026-12-09" for event in events}})
    assert exact_days(answers, TODAY) == (date(2026, 12, 9),)


COURT: dict[str, Value] = {
    "upcoming": ("immigration_court",),
    "immigration_court_date": PartialDate.parse("2026-12-09"),
}


@pytest.mark.django_db
@time_machine.travel("2026-11-24T12:00:00-08:00", tick=False)
def test_the_download(client: Client) -> None:
    run = answer_everything(client, COURT)
    response = client.get(f"/s/{run}/dates.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="dates.ics"'
    assert response["Cache-Control"] == "no-store"
    assert "DTSTART;VALUE=DATE:20261209" in lines_of(response.content)
    assert client.post(f"/s/{run}/dates.ics").status_code == 405


@pytest.mark.django_db
def test_who_is_refused(client: Client) -> None:
    run = answer_everything(client, COURT, confirm=False)
    assert client.get(f"/s/{run}/dates.ics")["Location"] == f"/s/{run}/check/"
    other = Client()
    begin(other)
    assert other.get(f"/s/{run}/dates.ics").status_code == 403
