"""Checks of the whole site are seen to fail: each is given a small site with the fault that it is there to find."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import test_policy, test_site, test_styles

PAGES = ("", "cy/", "about/", "cy/about/", "councils/", "cy/councils/")
BASE = "https://council-protocols.example/"


@pytest.fixture
def small(site: Path, tmp_path: Path) -> Path:
    """Some pages of the site, with a sitemap of them and the scripts of all."""
    for path in PAGES:
        _copy(site / path / "index.html", site, tmp_path)
    for file in (one for one in (*site.rglob("*.js"), *site.glob("assets/**/*")) if one.is_file()):
        _copy(file, site, tmp_path)
    listed = "".join(f"<loc>{BASE}{path}</loc>" for path in PAGES)
    (tmp_path / "sitemap.xml").write_text(listed, "utf-8")
    return tmp_path


def _copy(file: Path, site: Path, to: Path) -> None:
    copy = to / file.relative_to(site)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(file.read_bytes())


CHECKS = {
    "theme": test_site.test_nothing_of_the_theme_s_is_left_on_a_page_or_beside_it,
    "sitemap": test_site.test_the_sitemap_lists_every_indexed_page_in_both_languages,
    "once": test_site.test_the_sitemap_has_each_page_once_in_each_language,
    "storage": test_policy.test_only_one_thing_is_stored_and_a_page_explains_it,
    "inside": test_policy.test_no_page_has_a_script_or_a_style_of_its_own_within_it,
    "titles": test_site.test_every_page_says_its_language_and_has_a_title_and_a_description_of_its_own,
    "headings": test_site.test_no_two_pages_have_the_same_heading_but_versions_and_parts_of_one,
    "languages": test_site.test_languages_point_at_each_other_absolutely,
}
PLANTED = [
    ("theme", "about/index.html", "<main ", '<main data-md-component="x" '),
    ("sitemap", "sitemap.xml", f"<loc>{BASE}about/</loc>", ""),
    ("sitemap", "sitemap.xml", "</loc>", f"</loc><loc>{BASE}nowhere/</loc>"),
    ("once", "sitemap.xml", "</loc>", f"</loc><loc>{BASE}</loc>"),
    ("once", "sitemap.xml", f"<loc>{BASE}cy/about/</loc>", ""),
    ("storage", "assets/site.js", "\n", '\nlocalStorage.setItem("seen", "1");\n'),
    ("storage", "assets/site.js", "\n", '\nlocalStorage["seen"] = 1;\n'),
    ("storage", "assets/site.js", "\n", '\ndocument.cookie = "seen=1";\n'),
    ("inside", "about/index.html", "<main ", '<main style="color: red" '),
    ("titles", "about/index.html", "<title>.*?</title>", "<title></title>"),
    ("headings", "about/index.html", "<h1.*?</h1>", "<h1>Councils</h1>"),
    ("languages", "about/index.html", 'hreflang="cy"', 'hreflang="cy-GB"'),
]


@pytest.mark.parametrize("check", CHECKS)
def test_what_has_no_fault_passes(small: Path, check):
    CHECKS[check](small)


@pytest.mark.parametrize(("check", "file", "right", "wrong"), PLANTED)
def test_a_planted_fault_is_found(small: Path, check, file, right, wrong):
    text = (small / file).read_text("utf-8")
    faulty = re.sub(right, lambda _: wrong, text, count=1)
    assert faulty != text
    (small / file).write_text(faulty, "utf-8")
    with pytest.raises((AssertionError, KeyError)):
        CHECKS[check](small)


def test_two_sites_that_differ_in_a_byte_or_a_file_are_told_apart(tmp_path):
    for site in ("one", "other"):
        (tmp_path / site / "about").mkdir(parents=True)
        (tmp_path / site / "about/index.html").write_text("alike", "utf-8")
    one, other = tmp_path / "one", tmp_path / "other"
    assert test_site.differing(one, other) == []
    (one / "about/index.html").write_text("alikf", "utf-8")
    (other / "more.html").write_text("", "utf-8")
    assert test_site.differing(one, other) == ["about/index.html", "more.html"]


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (test_styles.test_each_font_is_asked_for_the_letters_that_it_has, "U+174-177", "U+174-178"),
        (test_styles.test_each_colour_is_set_once_for_the_screen_and_once_for_paper, "--ink: #000", "--inc: #000"),
    ],
)
def test_a_fault_in_the_styles_is_found(monkeypatch, check: Callable[[], None], right, wrong):
    check()
    monkeypatch.setattr(test_styles, "SITE", test_styles.SITE.replace(right, wrong, 1))
    with pytest.raises(AssertionError):
        check()
