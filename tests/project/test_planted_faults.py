"""Checks of the whole site are seen to fail: each is given a small site with the fault that it is there to find."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.accessible import SMALL, sounds_like
from tests.browsing import PHONE, SPILT
from tests.project import test_lock, test_styles
from tests.site import test_masthead, test_metadata, test_policy, test_protocol_page, test_site

PAGES = ("", "cy/", "about/", "cy/about/", "councils/", "cy/councils/")
BASE = "https://council-protocols.example/"


@pytest.fixture
def small(site: Path, tmp_path: Path) -> Path:
    """Some pages of the site, with a sitemap of them and the scripts of all."""
    for path in (*(f"{path}index.html" for path in PAGES), "404.html", "cy/404.html"):
        _copy(site / path, site, tmp_path)
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
    "sitemap": test_metadata.test_the_sitemap_lists_every_indexed_page_in_both_languages,
    "once": test_metadata.test_the_sitemap_has_each_page_once_in_each_language,
    "storage": test_policy.test_only_one_thing_is_stored_and_a_page_explains_it,
    "inside": test_policy.test_no_page_has_a_script_or_a_style_of_its_own_within_it,
    "titles": test_site.test_every_page_says_its_language_and_has_a_title_and_a_description_of_its_own,
    "headings": test_site.test_no_two_pages_have_the_same_heading_but_versions_and_parts_of_one,
    "languages": test_site.test_languages_point_at_each_other_absolutely,
    "skip": test_site.test_every_page_has_one_link_past_the_masthead_and_it_is_the_first,
    "hosts": test_site.test_no_page_loads_anything_from_another_host,
    "ids": test_site.test_ids_are_unique_on_every_page,
    "levels": test_site.test_every_page_has_one_heading_of_the_first_level_and_skips_none,
    "switch": test_site.test_the_switch_leads_to_the_same_page_in_the_other_language,
    "linked": test_metadata.test_every_address_in_linked_data_leads_somewhere,
    "policy": test_policy.test_every_page_says_the_policy_itself_for_hosts_that_send_no_headers,
    "lost": test_site.test_the_missing_page_below_cy_speaks_welsh_first,
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
    ("languages", "about/index.html", "hreflang=cy ", "hreflang=cy-GB "),
    ("titles", "about/index.html", 'og:description content="[^"]*"', 'og:description content=""'),
    ("skip", "about/index.html", "<a class=skip", "<a class=skip href=#x>x</a><a class=skip"),
    ("skip", "about/index.html", "<body>", '<body><a href="./">x</a>'),
    ("hosts", "about/index.html", "<main ", '<img src="https://elsewhere.example/x.png"><main '),
    ("hosts", "assets/site.css", "}", '}a{background:url("https://elsewhere.example/x.png")}'),
    ("ids", "about/index.html", "<main ", '<i id="-main"></i><main '),
    ("levels", "about/index.html", "</h1>", "</h1><h3>x</h3>"),
    ("levels", "about/index.html", "</h1>", "</h1><h1>x</h1>"),
    ("switch", "about/index.html", "data-language-switch href=[^ ]*", "data-language-switch href=../cy/"),
    (
        "linked",
        "about/index.html",
        "<main ",
        f'<script type="application/ld+json">{{"url": "{BASE}nowhere/"}}</script><main ',
    ),
    ("policy", "about/index.html", "script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    ("lost", "cy/404.html", "lang=cy", "lang=en"),
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
    with pytest.raises((AssertionError, KeyError, ValueError)):
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


@pytest.mark.parametrize(
    ("check", "planted", "found"),
    [
        ("what runs off a narrow screen", "article.protocol p { min-width: 60rem }", SPILT),
        (
            "what stands above the words before it",
            ".margin { position: relative; top: -30rem }",
            test_protocol_page.UPWARDS,
        ),
        (
            "what is too small for a finger",
            ".menu { height: 1rem; min-height: 0; padding: 0 }",
            SMALL,
        ),
        ("a masthead that is too high", ".sections { display: block !important; position: static !important }", None),
    ],
)
def test_a_fault_of_a_page_on_a_phone_is_found(opened, check: str, planted: str, found: str | None):
    page = opened("councils/conwy/", viewport=PHONE)
    page.add_style_tag(content=planted)
    assert page.evaluate(found) != [] if found else test_masthead.height(page) > 128, check


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("the officers of the council and the members", "en"),
        ("mae swyddogion y cyngor yn rhoi cyngor i’r aelodau", "cy"),
        ("Barrow Parish Council", None),
    ],
)
def test_a_text_in_the_wrong_language_is_told_by_its_small_words(words: str, language: str | None):
    assert sounds_like(words) == language


def test_what_is_installed_beside_the_lock_is_found(monkeypatch):
    monkeypatch.setattr(test_lock, "version", lambda package: "0")
    for lock in test_lock.LOCKS:
        with pytest.raises(AssertionError):
            test_lock.test_what_is_installed_is_what_is_locked(lock)
    monkeypatch.setattr(test_lock, "NPM", {path: {**one, "version": "0"} for path, one in test_lock.NPM.items()})
    with pytest.raises(AssertionError):
        test_lock.test_what_is_installed_of_npm_is_what_is_locked()
