"""The styles: each colour said once, no rule too long to read, none of the theme's classes, letters of fonts."""

import re

import pytest

from tests.conftest import ROOT
from tests.fonts import FILES

THEME = ROOT / "hooks/theme"
SHEETS = sorted(THEME.rglob("*.css"))
SITE = (THEME / "assets/site.css").read_text("utf-8")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_line_is_longer_than_a_screen(sheet):
    assert [line for line in sheet.read_text("utf-8").splitlines() if len(line) > 160] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_rule_names_what_is_the_theme_s(sheet):
    assert re.findall(r"\.md-|--md-|data-md", sheet.read_text("utf-8")) == []


def test_each_colour_is_set_once_for_the_screen_and_once_for_paper():
    names = re.findall(r"^ +(--[\w-]+): (?:light-dark\(#|#)", SITE, re.MULTILINE)
    assert len(names) > 20
    assert {names.count(name) for name in names} == {2}


def test_each_font_is_asked_for_the_letters_that_it_has():
    asked = dict(re.findall(r'url\("fonts/protocol-serif([\w-]*)\.woff2"\)[^}]*unicode-range: ([^;]+);', SITE))
    for style in ("", "-italic"):
        for suffix, (_, letters) in FILES.items():
            assert re.sub(r"U\+|\s", "", asked.pop(f"{style}{suffix}")) == letters
    assert asked == {}


def test_no_letter_is_in_two_fonts():
    letters = [letter for _, of_file in FILES.values() for part in of_file.split(",") for letter in numbers(part)]
    assert len(letters) == len(set(letters))


def numbers(part: str) -> range:
    """The numbers of the letters in a part of a range, as `41` or `41-5A` has them."""
    first, _, last = part.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
