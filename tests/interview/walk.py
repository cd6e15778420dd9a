"""Walk the questionnaire with Django's test client, from answers in the contract's keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.test import Client, RequestFactory
from django.urls import reverse

from screening.interview.addresses import question_url
from screening.interview.storage import InterviewStorage
from screening.questions.forms import form_for
from screening.questions.page import Page
from screening.questions.reading import typed_from
from screening.questions.route import PAGE
from screening.questions.steering import fact_of, steered
from screening.rules.answers import Value
from screening.rules.facts import Kind
from tests.questions.walking import unsure


FROM_THIS_SITE = {"Sec-Fetch-Site": "same-origin"}
# More pages than the questionnaire has: a walk that does not end is a fault.
MOST_STEPS = 80


@dataclass(frozen=True)
class Place:
    """Where an address is: a page of a case, or another page of the run."""

    run: str
    case: int
    page: str

    @classmethod
    def of(cls, address: str) -> Place:
        """Read it from the address."""
        parts = urlsplit(address).path.strip("/").split("/")
        assert parts[0] == "s", address
        case, page = (int(parts[2]), parts[3]) if len(parts) == 4 else (0, parts[2])
        return cls(parts[1], case, page)


def html_of(client: Client, address: str) -> str:
    """The page as text, each run of white space as one."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return one_line(response.content.decode())


def one_line(html: str) -> str:
    """Each run of white space as one, none inside tags' ends."""
    return " ".join(html.split()).replace("> ", ">").replace(" <", "<")


def title_of(html: str) -> str:
    """The title of a page."""
    return html[html.index("<title>") + 7 : html.index("</title>")]


def begin(client: Client) -> str:
    """Press Start; the address of the first page."""
    response = client.post("/en/start/", headers=FROM_THIS_SITE)
    assert response.status_code == 302
    return response["Location"]


def answer_of(key: str, answers: Mapping[str, Value]) -> Value | None:
    """The answer to give: "I am not sure" where there is none, nothing to an optional question."""
    fact, told = fact_of(key), {**answers, **steered(answers)}
    if key in told:
        return told[key]
    if fact.optional:
        return None
    return unsure(key)


def posted(address: str, answers: Mapping[str, Value], **more: str) -> dict[str, Any]:
    """What the browser would send for a page."""
    place = Place.of(address)
    page = PAGE[place.page]
    data: dict[str, Any] = {f"{place.run}.{place.case}-current_step": place.page, **more}
    for key in page.keys:
        data |= fields_for(page, key, answer_of(key, answers))
    return data


def fields_for(page: Page, key: str, value: Value | None) -> dict[str, Any]:
    """The POST fields of one question."""
    name, typed = form_for(page).letters[key], typed_from(fact_of(key), value)
    if fact_of(key).kind is not Kind.DATE:
        return {name: typed}
    year, month, day, *unknown = typed
    return {name: year, f"{name}m": month, f"{name}d": day, f"{name}u": unknown}


def go_on(client: Client, address: str, answers: Mapping[str, Value], **more: str) -> str:
    """Answer one page; the address that follows."""
    response = client.post(address, posted(address, answers, **more))
    if response.status_code != 302 or response["Location"] == address:
        context = client.get(address).context or {}
        problems = [problem.text for problem in context.get("problems", ())]
        raise AssertionError(f"{address}: {response.status_code} {problems}")
    return response["Location"]


def to_fix(client: Client, address: str, data: Mapping[str, Any]) -> str:
    """Send a page with something to fix; the page that shows it, asked for with a GET."""
    response = client.post(address, data)
    assert response.status_code == 302
    assert response["Location"] == address
    return html_of(client, address)


def walk_on(client: Client, address: str, answers: Mapping[str, Value]) -> str:
    """Answer page after page until the check page; its address."""
    for _ in range(MOST_STEPS):
        if Place.of(address).case == 0:
            return address
        address = go_on(client, address, answers)
    raise AssertionError("The walk does not end.")


def walk_to(client: Client, address: str, page: str, answers: Mapping[str, Value]) -> str:
    """Answer page after page until this one is asked; its address."""
    for _ in range(MOST_STEPS):
        if Place.of(address).page == page:
            return address
        address = go_on(client, address, answers)
    raise AssertionError(f"Page {page} is not on the way.")


def skip_to(client: Client, address: str, page: str, answers: Mapping[str, Value]) -> str:
    """What `walk_to` and, for the page "check", `walk_on` leave behind, by the forms without the requests.

    `test_skipping.py` holds that it is the same.
    """
    place, request = Place.of(address), RequestFactory().post(address)
    request.session = client.session
    storage = InterviewStorage(f"{place.run}.{place.case}", request)
    at = place.page
    while at not in (page, "check"):
        data = posted(question_url(place.run, place.case, at), answers)
        form = form_for(PAGE[at])(
            RequestFactory().post("", data).POST,
            answers=storage.used,
            as_of=storage.as_of,
            drafts=storage.drafts(),
        )
        assert form.is_valid(), form.errors
        storage.keep(PAGE[at], form.cleaned_data)
        order = [asked.number for asked in storage.pages]
        at = next(iter(order[order.index(at) + 1 :]), "check")
    storage.live.save()
    return (
        reverse("check", args=[place.run]) if page == "check" else question_url(place.run, place.case, page)
    )


def answer_everything(client: Client, answers: Mapping[str, Value], *, confirm: bool = True) -> str:
    """One case from Start to the confirmed check page, without a request a page; the run."""
    check = skip_to(client, begin(client), "check", answers)
    if confirm:
        response = client.post(check)
        assert response.status_code == 302
    return Place.of(check).run
