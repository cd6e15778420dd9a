"""Does immigration law count the case? Relief for good conduct leaves a conviction, a legal defect does not."""

from typing import Any

import pytest

from tests.rules.ask import Given, result


PLEA_FIRST = (
    "pc1000_deferred_entry",
    "prop36",
    "sentence_deferral",
    "other_plea_first",
    "informal_plea_deal",
)
COUNTS = ("guilty_plea", "no_contest_plea", "trial")
PLED: Given = {"disposition": "guilty_plea"}


def says(**given: Any) -> str:
    """The finding."""
    return result(**given).conviction.finding.value


def cites(**given: Any) -> set[str]:
    """The authorities."""
    return {point.authority for point in result(**given).conviction.authorities}


@pytest.mark.parametrize(
    ("disposition", "expected"),
    [
        ("guilty_plea", "conviction"),
        ("no_contest_plea", "conviction"),
        ("trial", "conviction"),
        ("plea_then_withdrawn", "unclear"),
        ("no_plea_diversion", "unclear"),
        ("dismissed_without_plea", "not_conviction"),
        ("unsure", "unclear"),
    ],
)
def test_it_follows_how_the_case_ended(disposition: str, expected: str) -> None:
    assert says(disposition=disposition) == expected


@pytest.mark.parametrize("disposition", COUNTS)
@pytest.mark.parametrize(
    ("juvenile", "expected"),
    [("yes", "not_conviction"), ("tried_as_adult", "conviction"), ("no", "conviction")],
)
def test_a_juvenile_case_is_no_conviction(disposition: str, juvenile: str, expected: str) -> None:
    assert says(disposition=disposition, juvenile=juvenile) == expected


def test_a_juvenile_case_comes_before_everything() -> None:
    assert says(juvenile="yes", disposition="dismissed_without_plea", said_guilty="yes") == "not_conviction"


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        pytest.param({"later_relief": ["expunged_1203_4"]}, "unclear", id="relief of adult court"),
        pytest.param({"custody_in_case": "parole_or_supervision"}, "unclear", id="parole"),
        pytest.param({"doj_record": "shows_conviction"}, "unclear", id="the state record"),
        pytest.param({"later_relief": ["sealed"]}, "not_conviction", id="sealed"),
        pytest.param({"custody_in_case": "probation"}, "not_conviction", id="probation"),
    ],
)
def test_a_juvenile_case_is_unclear_beside_what_fits_adult_court(sign: Given, expected: str) -> None:
    assert says(juvenile="yes", disposition="guilty_plea", **sign) == expected


# tests/rules/test_signs.py has each of them.
SIGNS = [
    pytest.param({"said_guilty": "yes"}, True, id="guilty was said"),
    pytest.param({"evidence": ["plea_form"]}, True, id="a plea form"),
    pytest.param({"program": "prop36"}, True, id="a program after a plea"),
    pytest.param({"later_relief": ["prop64"]}, True, id="relief"),
    pytest.param({"sentence_imposed": "up_to_180_days"}, True, id="jail"),
    pytest.param({"appeal_pending": "yes"}, True, id="an open appeal"),
    pytest.param({"harm_named_case": "yes"}, True, id="immigration named it"),
    pytest.param({"later_relief": ["sealed"]}, False, id="sealed"),
    pytest.param({"program": "pretrial_diversion"}, False, id="pretrial diversion"),
    pytest.param({"sentence_imposed": "no_jail"}, False, id="no jail"),
    pytest.param({}, False, id="nothing"),
]


@pytest.mark.parametrize(("sign", "is_sign"), SIGNS)
@pytest.mark.parametrize("disposition", ["no_plea_diversion", "dismissed_without_plea"])
def test_a_sign_makes_a_case_without_plea_unclear(disposition: str, sign: Given, is_sign: bool) -> None:
    said = says(disposition=disposition, admitted_facts="no", **sign)
    assert said == ("unclear" if is_sign else "not_conviction")


@pytest.mark.parametrize(("admitted", "expected"), [("yes", "unclear"), ("no", "not_conviction")])
def test_diversion_turns_on_admitted_facts(admitted: str, expected: str) -> None:
    assert says(disposition="no_plea_diversion", admitted_facts=admitted) == expected
    assert says(disposition="dismissed_without_plea", admitted_facts=admitted) == "not_conviction"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"appeal_pending": "yes"}, "unclear", id="an open appeal"),
        pytest.param({"appeal_pending": "no"}, "conviction", id="no appeal"),
        pytest.param({"prior_motion": "granted"}, "unclear", id="a motion granted"),
        pytest.param({"prior_motion": "pending"}, "conviction", id="a motion pending"),
        pytest.param({"later_relief": ["vacated_other"]}, "unclear", id="vacated"),
        *[
            pytest.param({"later_relief": [relief]}, "conviction", id=relief)
            for relief in ("expunged_1203_4", "reduced_17b", "prop47", "prop64", "resentenced", "sealed")
        ],
    ],
)
@pytest.mark.parametrize("disposition", COUNTS)
def test_what_came_later(disposition: str, given: Given, expected: str) -> None:
    assert says(disposition=disposition, **given) == expected


def test_an_open_appeal_leaves_it_unclear_whatever_the_end() -> None:
    assert says(disposition="dismissed_without_plea", appeal_pending="yes") == "unclear"
    assert says(appeal_pending="yes") == "unclear"


@pytest.mark.parametrize("disposition", COUNTS)
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        *[
            pytest.param({"program": program}, "unclear", id=f"{program}, completed, no penalty")
            for program in PLEA_FIRST
        ],
        pytest.param({"program": "pretrial_diversion"}, "conviction", id="no plea first"),
        pytest.param({"program": "none"}, "conviction", id="no program"),
        pytest.param({"program": "prop36", "penalty_ordered": "yes"}, "conviction", id="a penalty"),
        pytest.param({"program": "prop36", "penalty_ordered": "unsure"}, "conviction", id="penalty unknown"),
        pytest.param({"program": "prop36", "program_completed": "no"}, "conviction", id="not completed"),
        pytest.param({"program": "prop36", "program_completed": "unsure"}, "conviction", id="end not known"),
    ],
)
def test_a_completed_program_without_any_penalty_is_unclear(
    disposition: str, given: Given, expected: str
) -> None:
    completed: Given = {"program_completed": "yes", "penalty_ordered": "no", **given}
    assert says(disposition=disposition, **completed) == expected


def test_a_completed_deferred_entry_still_counts_and_says_so() -> None:
    completed: Given = {
        "program": "pc1000_deferred_entry",
        "program_completed": "yes",
        "program_dismissed": "yes",
    }
    assert says(**PLED, **completed) == "conviction"
    assert result(**PLED, **completed).conviction.because != result(**PLED).conviction.because


def test_each_finding_has_its_authority() -> None:
    assert cites(juvenile="yes") == {"devison"}
    assert cites() == {"usc1101"}
    assert cites(**PLED) == {"usc1101", "roldan"}
    assert cites(**PLED, appeal_pending="yes") == {"jm_acosta", "planes"}
    assert cites(**PLED, prior_motion="granted") == {"pickering"}
    assert cites(disposition="no_plea_diversion") == {"mohamed"}
    assert cites(**PLED, program="prop36", program_completed="yes", penalty_ordered="no") == {"retuta"}
