"""Every pair of colors that meet on a page can be read, on light and on dark."""

import re
from pathlib import Path

import pytest


CSS = (Path(__file__).resolve().parent.parent / "static" / "app.css").read_text()
TEXT, CONTROL = 4.5, 3.0  # what WCAG 2.2 AA asks of text, and of the edges of controls
PAIRS = [
    ("ink", "sheet", TEXT),
    ("ink", "desk", TEXT),
    ("ink", "tint", TEXT),
    ("soft", "sheet", TEXT),
    ("soft", "desk", TEXT),
    ("soft", "tint", TEXT),
    ("plum", "sheet", TEXT),
    ("plum", "desk", TEXT),
    ("plum", "tint", TEXT),
    ("on-plum", "plum", TEXT),
    ("sheet", "ink", TEXT),
    ("on-sun", "sun", TEXT),
    ("bad", "sheet", TEXT),
    ("bad", "bad-tint", TEXT),
    ("sun-line", "sheet", CONTROL),
    ("line", "sheet", CONTROL),
]


def tokens(css: str) -> dict[str, str]:
    """The color tokens of the first block that declares any."""
    block = css[css.index("--desk") : css.index("}", css.index("--desk"))]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block))


LIGHT = tokens(CSS)
DARK = LIGHT | tokens(CSS[CSS.index("prefers-color-scheme: dark") :])


def luminance(color: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    digits = color.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    red, green, blue = (linear(int(digits[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_the_two_known_ends() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#5a2a6d", "#5a2a6d") == 1


def test_dark_changes_every_color() -> None:
    assert LIGHT.keys() == tokens(CSS[CSS.index("prefers-color-scheme: dark") :]).keys()


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS, ids=[f"{f}-on-{b}" for f, b, _ in PAIRS])
def test_contrast(scheme: dict[str, str], front: str, back: str, least: float) -> None:
    assert contrast(scheme[front], scheme[back]) >= least


def test_colors_are_written_as_tokens_only() -> None:
    """A color outside the tokens would escape the pairs above."""
    assert re.findall(r"^(?!\s*--).*#[0-9a-f]{3,6}\b", CSS, re.MULTILINE) == []


def test_directions_are_logical() -> None:
    """Right-to-left pages use the same sheet."""
    assert re.findall(r"(?:margin|padding|border|inset)-(?:left|right)|float: (?:left|right)", CSS) == []
