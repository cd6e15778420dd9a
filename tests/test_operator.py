"""The operator's one file: everything of an office stands there, and what is wrong in it is said at the start."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from pcr_screener.operator import HARMLESS_PAGE, Operator, load_operator


LAWYER = '[[lawyers]]\nname = "A"\narea = "B"\nphone = "C"\nlanguages = []\ncost = "free"\n'
SAMPLE = Path(__file__).resolve().parent.parent / "docs" / "operator.toml"


def written(folder: Path, text: str) -> Path:
    path = folder / "operator.toml"
    path.write_text(text)
    return path


def test_without_a_file_there_is_no_office_and_no_lawyer(tmp_path: Path) -> None:
    operator = load_operator(tmp_path / "operator.toml")
    assert operator == Operator()
    assert not operator.responsible
    assert operator.leave_to == HARMLESS_PAGE
    assert operator.logo_path is None


def test_the_sample_can_be_used_as_it_is() -> None:
    operator = load_operator(SAMPLE)
    assert operator.responsible
    assert operator.phone == "(559) 555-0142"
    assert operator.address.splitlines()[0] == "1200 Example Street, Suite 4"
    assert [lawyer.cost for lawyer in operator.lawyers] == ["free", "low"]
    assert operator.lawyers[1].languages == ("en", "fa")
    assert operator.lawyers[0].county == ("Fresno", "Kings", "Tulare")
    assert [line.read for line in operator.statewide] == [date(2026, 11, 24)]
    assert operator.replaced >= {"lawhelpca"}
    assert operator.leave_origin == "https://www.weather.gov"


def test_texts_are_in_the_language_of_the_reader_or_in_english() -> None:
    operator = load_operator(SAMPLE)
    assert operator.text("hours", "es").startswith("De lunes")
    assert operator.text("hours", "fa").startswith("Monday")
    assert Operator().text("hours", "fa") == ""


def test_an_accredited_organization_is_enough(tmp_path: Path) -> None:
    path = written(tmp_path, 'name = "A"\naccredited_organization = "B"')
    assert load_operator(path).responsible


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name = ", "cannot be read"),
        ('nmae = "A"', "unknown: nmae"),
        ('name = " "', "name is empty"),
        ("name = 3", "not a text"),
        ('leave_to = "weather"', "no web address"),
        ('leave_to = "javascript:alert(1)"', "no web address"),
        ('feedback = "somewhere"', "feedback is neither"),
        ('feedback = "a@b.org?subject=x"', "feedback is neither"),
        ('notices = "office"', "notices is no e-mail address"),
        ('logo = "none.svg"', "no such logo"),
        ('logo = "logo.gif"', "neither .svg nor .png"),
        ('[texts.en]\nhuors = "A"', "unknown text: huors"),
        ('[[lawyers]]\nname = "A"', "each lawyer has area, cost, languages, name, phone"),
        (
            '[[lawyers]]\nname = "A"\narea = "B"\nphone = "C"\nlanguages = ["en"]\ncost = "cheap"',
            "cost is one of free, low, paid",
        ),
        (LAWYER + 'county = ["Fresno", "Nowhere"]', "no county of California: Nowhere"),
        (LAWYER + 'replaces = "nobody"', "replaces is one of court_line, "),
        ('booking = "call us"', "booking is no web address"),
        ('[[statewide]]\nname = "A"', "each line of statewide has about, name"),
        ('[[statewide]]\nname = "A"\nabout = "B"', "about of statewide has a text for each language"),
        ('[[statewide]]\nname = "A"\nabout.en = "B"\nweb = "C"', "web is no web address"),
        ('[[statewide]]\nname = "A"\nabout.en = "B"\nreplaces = "C"', "replaces is one of court_line, "),
    ],
)
def test_what_is_wrong_is_named_at_the_start(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=why):
        load_operator(written(tmp_path, text))


@pytest.mark.parametrize(
    ("feedback", "address"),
    [
        ("", ""),
        ("ask@office.example", "mailto:ask@office.example?subject=Page%2012"),
        ("https://office.example/say", "https://office.example/say?page=12"),
        ("https://office.example/say?form=pcr", "https://office.example/say?form=pcr&page=12"),
    ],
)
def test_feedback_is_told_the_page_and_nothing_else(feedback: str, address: str) -> None:
    assert Operator(feedback=feedback).feedback_on("12") == address


def test_the_logo_lies_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    operator = load_operator(written(tmp_path, 'logo = "logo.svg"'))
    assert operator.logo_path == tmp_path / "logo.svg"
