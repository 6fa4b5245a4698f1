"""The styles: each colour said once, no rule too long to read, none of the theme's classes, letters of fonts."""

import re

import pytest

from protocolau.publish.scripts import whole
from tests.conftest import ROOT
from tests.fonts import FILES

THEME = ROOT / "hooks/theme"
SHEETS = sorted(THEME.rglob("*.css"))
PARTS = sorted((THEME / "assets/styles").glob("*.css"))
SITE = whole(THEME / "assets/site.css", "assets/site.css")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_line_is_longer_than_a_screen(sheet):
    assert [line for line in sheet.read_text("utf-8").splitlines() if len(line) > 160] == []


@pytest.mark.parametrize("part", PARTS, ids=lambda path: path.stem)
def test_a_part_of_the_styles_of_every_page_is_in_them_once_and_read_on_one_screen(part):
    text = part.read_text("utf-8")
    assert SITE.count(text) == 1
    assert text.count("\n") <= 130
    assert [line for line in text.splitlines() if len(line) >= 120] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_rule_names_what_is_the_theme_s(sheet):
    assert re.findall(r"\.md-|--md-|data-md", sheet.read_text("utf-8")) == []


def test_no_rule_has_the_whole_page_looked_through_whenever_something_is_put_into_it():
    """Of the pages in which scripts put much: what a root may have is looked for among its children alone."""
    for sheet in (SITE, (THEME / "assets/compare.css").read_text("utf-8")):
        on_a_screen = re.sub(r"^@media print \{.*?^\}", "", sheet, flags=re.DOTALL | re.MULTILINE)
        assert re.findall(r"(?:\bbody|\bmain|:root|\bhtml):has\((?!>)[^)]*\)", on_a_screen) == []


def classes(sheet: str) -> set[str]:
    """The classes that the selectors of a sheet name."""
    bare = re.sub(r'/\*.*?\*/|"[^"]*"', "", sheet, flags=re.DOTALL)
    selectors = (one for one in re.findall(r"([^{};]+)\{", bare) if not one.strip().startswith("@"))
    return {name for selector in selectors for name in re.findall(r"\.([a-zA-Z][\w-]*)", selector)}


WHOEVER_SAYS_CLASSES = [
    *(file for suffix in ("html", "js") for file in THEME.rglob(f"*.{suffix}")),
    *(ROOT / "hooks/protocolau").rglob("*.py"),
]
OF_A_KIND = re.compile(r"(kind|depth|result)-\w+")
"""Classes of which a template or a script puts the second word in."""
OF_CODE = {"highlight", "c", "c1", "p", "nt", "k", "kc", "s", "s1", "s2", "l"}
"""The classes that Pygments gives to words of code in pages of prose."""


def unused(sheet: str) -> set[str]:
    """The classes of a sheet that nothing has."""
    said = set(re.findall(r"[\w-]+", " ".join(file.read_text("utf-8") for file in WHOEVER_SAYS_CLASSES)))
    return {name for name in classes(sheet) - said - OF_CODE if not OF_A_KIND.fullmatch(name)}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_class_of_a_rule_is_that_of_some_element(sheet):
    assert unused(sheet.read_text("utf-8")) == set()


def test_a_rule_for_nothing_would_be_seen():
    assert unused(".masthead .no-such-thing, .brand { color: red }") == {"no-such-thing"}


def test_each_colour_is_set_once_for_the_screen_and_once_for_paper():
    names = re.findall(r"^ +(--[\w-]+): (?:light-dark\(#|#)", SITE, re.MULTILINE)
    assert len(names) > 20
    assert {names.count(name) for name in names} == {2}


def test_each_font_is_asked_for_the_letters_that_it_has():
    asked = dict(re.findall(r'url\("fonts/protocol-serif([\w-]*)\.woff2"\)[^}]*unicode-range: ([^;]+);', SITE))
    for style in ("", "-italic"):
        for suffix, letters in FILES.items():
            assert re.sub(r"U\+|\s", "", asked.pop(f"{style}{suffix}")) == letters
    assert asked == {}


def test_no_letter_is_in_two_fonts():
    letters = [letter for of_file in FILES.values() for part in of_file.split(",") for letter in numbers(part)]
    assert len(letters) == len(set(letters))


def numbers(part: str) -> range:
    """The numbers of the letters in a part of a range, as `41` or `41-5A` has them."""
    first, _, last = part.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
