"""Send this to an office: nothing is ticked, everything is shown, and without consent there is no row."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django.fixtures import Settings

from screening.interview.today import today
from screening.office.file import cabinet
from screening.office.file.casefile import SENT
from screening.office.keys import KeysMissingError, path_of
from screening.office.models import NameToken, Office, Screening
from screening.office.sending import posting
from screening.summary.client.copy import ClientCopy
from screening.summary.pdf import papers
from tests.interview.opened import document_of, stored_text
from tests.interview.test_fuzz import JUNK
from tests.interview.walk import answer_everything, begin, html_of, skip_to, title_of, to_fix
from tests.office.conftest import MakeOffice, make_member
from tests.office.sending.letters import ANSWERS, filled, page_of, receipt_of, send, sent_by, sent_page
from tests.summary.reading import words_of
from tests.tiers import repeated


pytestmark = pytest.mark.django_db


def test_without_an_office_that_takes_screenings_there_is_no_link_and_no_page(
    client: Client, make_office: MakeOffice
) -> None:
    make_office("Takes none")
    run = answer_everything(client, ANSWERS)
    for name in ("result", "print"):
        assert "/send/" not in html_of(client, f"/s/{run}/{name}/")
    assert client.get(page_of(run)).status_code == 404
    assert client.post(page_of(run), {"m": "1"}).status_code == 404
    assert not Screening.objects.exists()


def test_the_link_stands_on_the_result_and_on_the_print_page(client: Client, run: str) -> None:
    for name in ("result", "print"):
        assert f'href="{page_of(run)}"' in html_of(client, f"/s/{run}/{name}/")


def test_the_page_says_to_whom_what_how_long_and_what_it_means(client: Client, run: str) -> None:
    html = html_of(client, page_of(run))
    for words in (
        "Valley Law Project",
        "1200 Example Street, Fresno",
        "(559) 555-0177",
        "“I am not sure” goes too.",
        "it is erased after 21 days.",
        "it is erased 60 days later.",
        "It is erased here 14 days after that.",
        "the office must keep it confidential, even if they do not take your case.",
        "Sending it does not make anyone your lawyer.",
        "You can stop now and print instead.",
        "Another person who is there can change that.",
    ):
        assert words in html, words
    assert title_of(html).strip() == "Form"
    assert html.count("<h1>") == 1
    assert 'autocomplete="off"' in html


def test_the_preview_shows_every_answer_that_goes_and_no_other(client: Client, run: str) -> None:
    html = html_of(client, page_of(run))
    preview = html[html.index("<details open>") : html.index("</details>")]
    checked = html_of(client, f"/s/{run}/check/")
    pairs = re.findall(r"<dt>(.*?)</dt><dd><bdi>(.*?)</bdi>", checked)
    assert len(pairs) > 20
    assert re.findall(r"<dt>(.*?)</dt><dd><bdi>(.*?)</bdi>", preview) == pairs
    assert ("Where", "PC 9999 canary") not in pairs
    assert any(answer == "PC 9999 canary" for _, answer in pairs)
    assert any(answer == "I am not sure" for _, answer in pairs)


def test_nothing_is_ticked_and_the_consent_names_the_office(client: Client, run: str) -> None:
    html = html_of(client, page_of(run))
    form = html[html.index('id="f"') :]
    assert form.count("<input type=") >= 12
    assert " checked" not in form
    assert "what I wrote on it to Valley Law Project." in form


def test_it_asks_for_nothing_that_is_never_asked(client: Client, run: str) -> None:
    html = html_of(client, page_of(run))
    assert "Do not write an A-number, an address, or what happened." in html
    assert not re.search(r"Social Security|passport|birth", html)


@pytest.mark.parametrize("without", ["m", "a", "e", "f", "k"])
def test_without_consent_or_with_something_missing_no_row_is_written(
    client: Client, run: str, taking: Office, without: str
) -> None:
    html = to_fix(client, page_of(run), filled(taking, **{without: None}))
    assert not Screening.objects.exists()
    assert "There is one thing to fix" in html
    assert f'id="e-{without}"' in html
    assert title_of(html).split() == ["Error:", "Form"]


@pytest.mark.parametrize("consent", ["", "0", "2", "on", "yes", ["2", "0"]])
def test_only_the_box_itself_is_consent(client: Client, run: str, taking: Office, consent: Any) -> None:
    assert send(client, run, taking, m=consent) == page_of(run)
    assert not Screening.objects.exists()


def test_nothing_typed_is_lost(client: Client, run: str, taking: Office) -> None:
    html = to_fix(client, page_of(run), filled(taking, f="12", a="Marisol <b>"))
    for kept in ("Marisol &lt;b&gt;", "Mari Lopez", "Hector Salas", "Dana Dow", "after six", 'value="12"'):
        assert kept in html, kept
    assert html.count(" checked>") == 4, "contact, voicemail, who helped, the consent"
    client.post(page_of(run), {**filled(taking), "l": "es"})
    assert html_of(client, page_of(run)).count(" checked>") == 3, "in other words the consent is asked anew"
    assert send(client, run, taking) == sent_page(run)


def test_names_lie_in_the_sealed_interview_alone_until_they_are_sent(
    client: Client, run: str, taking: Office
) -> None:
    send(client, run, taking, m=None)
    assert "Hector Salas" in stored_text(client, page_of(run))
    send(client, run, taking)
    left = stored_text(client, page_of(run))
    assert "Hector Salas" not in left
    assert "555-0142" not in left


def test_other_buttons_keep_what_was_typed_and_send_nothing(client: Client, run: str, taking: Office) -> None:
    for button, leads in (
        ({"to": "print"}, f"/s/{run}/print/"),
        ({"to": "change"}, f"/s/{run}/check/"),
        ({"to": "place"}, f"/s/{run}/place/"),
        ({"to": "keeps"}, "/en/keeps/"),
        ({"to": "stay"}, page_of(run)),
        ({"l": "es"}, page_of(run)),
    ):
        assert send(client, run, taking, d=f"Dow {leads}", **button) == leads
        assert f"Dow {leads}" in html_of(client, page_of(run))
        assert not Screening.objects.exists()
    html = html_of(client, page_of(run))
    assert '<html lang="es"' in html
    assert 'id="sum"' not in html


def test_the_row_holds_the_confirmed_answers_the_names_and_the_consent(
    client: Client, run: str, taking: Office
) -> None:
    before = document_of(client, page_of(run)).contract(1)
    assert send(client, run, taking) == sent_page(run)
    folder = cabinet.take(make_member(taking), Screening.objects.get().id)
    assert folder.file.document.contract(1) == before
    assert folder.file.source == SENT
    assert folder.matter.name == "Marisol Vega"
    assert folder.matter.aliases == ["Mari Lopez", "Maria Vega Lopez"]
    assert folder.matter.codefendants == ["Hector Salas"]
    assert folder.matter.lawyers == ["Dana Dow"]
    contact = folder.matter.contact
    assert (contact.how, contact.where, contact.when) == ("phone", "(559) 555-0142", "after six")
    assert (contact.voicemail, contact.say_who) == (True, False)
    consent = folder.file.consent
    assert consent
    assert (consent.text_version, consent.language, consent.helper) == (
        posting.TEXT_VERSION,
        "en",
        "somebody translated",
    )
    assert consent.at.startswith(f"{date.today().year}")
    row = folder.row
    assert row.purge_on == today() + timedelta(days=21)
    assert row.opened_on is None
    assert row.urgency == 2
    assert not NameToken.objects.exists()


@pytest.mark.parametrize(
    ("told", "how", "where", "who"),
    [
        ({"e": "2", "i": "mari@example.org", "j": ["1", "2"]}, "email", "mari@example.org", True),
        ({"e": "2", "i": "mari@example.org"}, "email", "mari@example.org", False),
        ({"e": "3", "f": "12", "i": "?"}, "calls", "", False),
    ],
)
def test_the_other_ways_to_be_reached(
    client: Client, run: str, taking: Office, told: dict[str, Any], how: str, where: str, who: bool
) -> None:
    assert send(client, run, taking, **told) == sent_page(run)
    contact = cabinet.take(make_member(taking), Screening.objects.get().id).matter.contact
    assert (contact.how, contact.where, contact.say_who, contact.voicemail) == (how, where, who, False)


@pytest.mark.parametrize(
    "answers", [{}, ANSWERS, {"disposition": "dismissed_without_plea", "court": "federal"}]
)
def test_what_goes_counts_the_same_at_the_office_in_every_case(
    client: Client, taking: Office, answers: Any
) -> None:
    run = answer_everything(client, answers)
    client.post(f"/s/{run}/case/")
    second = document_of(client, page_of(run))
    if len(second.cases) == 2:
        client.post(skip_to(client, f"/s/{run}/2/10/", "check", ANSWERS))
    before = document_of(client, page_of(run))
    send(client, run, taking)
    goes = cabinet.take(make_member(taking), Screening.objects.get().id).file.document
    assert [goes.contract(n) for n in goes.numbers()] == [before.contract(n) for n in before.numbers()]
    assert [goes.used(n) for n in goes.numbers()] == [before.used(n) for n in before.numbers()]


def test_nothing_half_typed_set_aside_or_of_the_page_itself_goes(
    client: Client, run: str, taking: Office
) -> None:
    client.post(f"/s/{run}/1/11/", {f"{run}.1-current_step": "11", "d": "half-typed", "back": "1"})
    client.post(f"/s/{run}/check/")
    send(client, run, taking, m=None)
    document = document_of(client, page_of(run))
    document.cases[0].drafts = {"county": ["half-typed"]}
    document.notices = ["ice_detention"]
    document.fixing = (1, "11")
    goes = posting.what_goes(document)
    assert goes.sending == type(goes.sending)()
    assert (goes.cases[0].drafts, goes.notices, goes.fixing, goes.confirmed) == ({}, [], None, True)
    assert document.sending.typed, "the person's own interview keeps it"


def test_sending_works_without_any_private_key_and_the_public_side_cannot_open_it(
    client: Client, run: str, taking: Office, settings: Settings
) -> None:
    settings.PCR_SIDE = "public"
    assert send(client, run, taking) == sent_page(run)
    row, member = Screening.objects.get(), make_member(taking)
    with pytest.raises(KeysMissingError):
        cabinet.take(member, row.id)
    settings.PCR_SIDE = "both"
    assert cabinet.take(member, row.id).matter.name == "Marisol Vega"


def test_sending_works_where_the_folder_of_keys_is_empty(client: Client, run: str, taking: Office) -> None:
    path_of(taking.id).unlink()
    assert send(client, run, taking) == sent_page(run)
    assert Screening.objects.count() == 1
    with pytest.raises(KeysMissingError):
        cabinet.take(make_member(taking), Screening.objects.get().id)


def test_sent_again_and_again_it_is_one_row_with_one_number(client: Client, run: str, taking: Office) -> None:
    send(client, run, taking)
    number = receipt_of(client, run)
    for _ in range(10):
        assert send(client, run, taking, a="Another Name") == sent_page(run)
    assert client.get(page_of(run))["Location"] == sent_page(run)
    assert Screening.objects.count() == 1
    assert receipt_of(client, run) == number


def test_the_number_is_shown_in_groups_with_what_happens_next(client: Client, taking: Office) -> None:
    run, number = sent_by(client, taking)
    assert re.fullmatch(r"\d{16}", number)
    html = html_of(client, sent_page(run))
    assert f"{number[:4]} {number[4:8]} {number[8:12]} {number[12:]}" in html
    for words in ("Write this number down", "(559) 555-0177", "/en/withdraw/", "Until the office opens it"):
        assert words in html, words
    assert title_of(html).strip() == "Form"
    response = client.get(sent_page(run))
    assert not response.cookies
    assert "Nothing was sent to anyone." not in html_of(client, f"/s/{run}/result/")
    assert "Nothing has been sent" not in html_of(client, f"/s/{run}/check/")
    assert sent_page(run) in html_of(client, f"/s/{run}/result/")


def test_the_number_is_in_no_table_and_is_not_the_row(client: Client, taking: Office) -> None:
    _, number = sent_by(client, taking)
    row = Screening.objects.get()
    assert row.receipt_row != number
    assert number not in str(Screening.objects.values())


def test_two_interviews_have_two_numbers(client: Client, taking: Office) -> None:
    assert sent_by(client, taking)[1] != sent_by(client, taking)[1]
    assert Screening.objects.count() == 2


def test_changed_answers_are_confirmed_before_they_are_sent(client: Client, taking: Office) -> None:
    run = answer_everything(client, ANSWERS, confirm=False)
    assert client.get(page_of(run))["Location"] == f"/s/{run}/check/"
    assert send(client, run, taking) == f"/s/{run}/check/"
    assert not Screening.objects.exists()
    assert client.get(sent_page(run))["Location"] == page_of(run)


def test_of_several_offices_one_is_chosen_first_and_none_is_ticked(
    client: Client, run: str, taking: Office, make_office: MakeOffice
) -> None:
    other = make_office("Bay Legal", takes_screenings=True, unopened_days=7)
    make_office("Takes none")
    html = html_of(client, page_of(run))
    assert "Bay Legal" in html
    assert "Takes none" not in html
    assert " checked" not in html
    assert "Choose an office." in to_fix(client, page_of(run), {"m": "1"})
    assert send(client, run, other, m="1") == page_of(run), "nobody consented to an office not seen"
    assert not Screening.objects.exists()
    html = html_of(client, page_of(run))
    assert "it is erased after 7 days." in html
    assert "to Bay Legal." in html
    assert send(client, run, taking) == page_of(run), "the form of another tab, for another office"
    assert not Screening.objects.exists()
    assert send(client, run, other, to="other") == page_of(run)
    assert "Which office?" in html_of(client, page_of(run))
    client.post(page_of(run), {"o": other.id})
    assert "Hector Salas" in html_of(client, page_of(run)), "what was typed is still there"
    assert send(client, run, other) == sent_page(run)
    assert Screening.objects.get().office == other


def test_an_office_that_stopped_taking_screenings_gets_none(
    client: Client, run: str, taking: Office, make_office: MakeOffice
) -> None:
    make_office("Bay Legal", takes_screenings=True)
    Office.objects.filter(pk=taking.pk).update(takes_screenings=False)
    assert send(client, run, taking) == page_of(run)
    assert not Screening.objects.exists()
    assert "to Bay Legal." in html_of(client, page_of(run))


def test_once_the_office_opened_it_the_page_says_so(client: Client, taking: Office) -> None:
    run, _ = sent_by(client, taking)
    Screening.objects.update(opened_on=today())
    html = html_of(client, sent_page(run))
    assert "The office has opened it." in html
    assert "/withdraw/" not in html[: html.index("<footer")]


def test_the_number_page_works_after_the_office_stopped_taking_screenings(
    client: Client, taking: Office
) -> None:
    run, number = sent_by(client, taking)
    Office.objects.update(takes_screenings=False)
    assert receipt_of(client, run) == number
    assert client.get(page_of(run)).status_code == 404
    Screening.objects.all().delete()
    assert client.get(sent_page(run))["Location"] == f"/s/{run}/result/"


def test_nobody_else_sends_or_sees_it(run: str, taking: Office) -> None:
    other = Client()
    begin(other)
    for stranger in (other, Client()):
        assert stranger.get(page_of(run)).status_code == 403
        assert stranger.post(page_of(run), filled(taking)).status_code == 403
        assert stranger.get(sent_page(run)).status_code == 403
    assert not Screening.objects.exists()


def test_a_post_needs_the_token_and_other_methods_are_refused(
    client: Client, run: str, taking: Office
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert strict.post(page_of(run), filled(taking)).status_code == 403
    for method in ("put", "delete", "patch"):
        assert getattr(client, method)(page_of(run)).status_code == 405
        assert getattr(client, method)(sent_page(run)).status_code == 405
    assert client.post(sent_page(run)).status_code == 405
    assert not Screening.objects.exists()


def test_expired_answers_are_not_sent(client: Client, taking: Office) -> None:
    with time_machine.travel("2026-11-24T12:00:00-08:00", tick=False) as clock:
        run = answer_everything(client, ANSWERS)
        clock.shift(31 * 60)
        assert client.post(page_of(run), filled(taking)).status_code == 410
        assert not Screening.objects.exists()


def test_erasing_says_that_what_was_sent_stays(client: Client, taking: Office) -> None:
    run, _ = sent_by(client, taking)
    assert "What you sent to an office stays there." in html_of(client, f"/s/{run}/erase/")
    client.post(f"/s/{run}/erase/")
    assert "Did you send your answers to an office?" in html_of(client, "/en/end/")
    assert Screening.objects.count() == 1


def test_the_frame_goes_on_from_the_number_page(client: Client, taking: Office) -> None:
    run, _ = sent_by(client, taking)
    moved = client.post(f"/s/{run}/beside/", {"at": "sent", "l": "fa"})
    assert moved["Location"] == sent_page(run)
    assert '<html lang="fa"' in html_of(client, sent_page(run))


@pytest.mark.parametrize("seed", repeated(range(6), 2))
def test_junk_is_answered_calmly_and_sends_nothing_without_consent(
    client: Client, run: str, taking: Office, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 (not for secrets)
    for _ in range(25):
        data: dict[str, Any] = {
            name: [dice.choice(JUNK) for _ in range(dice.choice((1, 1, 3, 9)))]
            for name in "oabcdefghijklmtoz"
            if name != "m" and dice.random() < 0.7
        }
        data["o"] = dice.choice((taking.id, "", "x" * 300, "\x00"))
        assert client.post(page_of(run), data).status_code == 302
        assert client.get(page_of(run)).status_code == 200
    assert not Screening.objects.exists()


def test_junk_with_consent_never_breaks(client: Client, run: str, taking: Office) -> None:
    for text in JUNK:
        response = client.post(
            page_of(run), filled(taking, a=text, b=text * 3, f=text, h=[text] * 3, k=text, o=taking.id)
        )
        assert response.status_code == 302
    assert send(client, run, taking, e="3", a="x" * 101) == page_of(run)
    assert send(client, run, taking, e="3", b="\n".join("abcdefghijkl")) == page_of(run)
    assert not Screening.objects.exists()


def test_bodies_that_are_no_form_send_nothing(client: Client, run: str) -> None:
    for kind, body in (
        ("application/x-www-form-urlencoded", b"m=1&a=%ff%fe&o=%00"),
        ("application/x-www-form-urlencoded; charset=nonsense", b"m=1"),
        ("multipart/form-data", b"no boundary"),
        ("application/json", b'{"m": 1}'),
        ("application/x-www-form-urlencoded", b"m=1&a=" + b"x" * 100_000),
    ):
        assert client.generic("POST", page_of(run), body, content_type=kind).status_code < 500
    assert not Screening.objects.exists()


def _long_copy(copy: ClientCopy, language: str, *, sent: bool, **_named: object) -> str:
    return papers.client_html(copy, language, sent=sent)


def test_no_paper_says_that_nothing_was_sent_once_something_was(
    client: Client, run: str, taking: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Their words before they are set.
    monkeypatch.setattr(papers, "client_pdf", _long_copy)
    monkeypatch.setattr(papers, "attorney_pdf", papers.attorney_html)
    said = "Nothing was sent to anyone."

    def printed() -> list[str]:
        pages = client.get(f"/s/{run}/paper.pdf"), client.post(f"/s/{run}/copy.pdf")
        return [words_of(page.content.decode()) for page in pages]

    assert [said in words for words in printed()] == [True, True]
    send(client, run, taking)
    assert said not in html_of(client, f"/s/{run}/result/")
    after = printed()
    assert [said in words for words in after] == [False, False]
    assert all("lawyer" in words for words in after)
