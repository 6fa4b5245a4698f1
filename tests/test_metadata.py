"""What search engines and other sites are told: nothing that is not so, and each page by words of its own."""

import json
from datetime import date
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from protocolau.library.addresses import SiteAddresses
from protocolau.publish.sitemap import SitemapEntry, sitemap_files
from protocolau.render.theme import Theme
from tests.conftest import ROOT, BuiltProject
from tests.pages import page

BASE = "https://council-protocols.example/"
PREFIX = {"en": "", "cy": "cy/"}
both_languages = pytest.mark.parametrize("language", ["en", "cy"])
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def told(site: Path, address: str) -> dict[str, str]:
    """What a page says to sites on which it is shared."""
    return {
        node.attributes["property"]: node.attributes["content"] for node in page(site, address).css("meta[property]")
    }


def linked_data(site: Path, address: str) -> dict:
    return json.loads(page(site, address).css_first("script[type='application/ld+json']").text())


@both_languages
def test_a_page_is_shared_by_its_own_words_in_its_own_language(site: Path, language: str):
    address = f"{PREFIX[language]}councils/halewood/"
    tree, found = page(site, address), told(site, address)
    assert found["og:url"] == BASE + address
    assert found["og:title"] == tree.css_first("title").text().partition(" · ")[0]
    assert found["og:description"] == tree.css_first("meta[name=description]").attributes["content"]
    other = {"en": "cy", "cy": "en"}[language]
    assert (found["og:locale"], found["og:locale:alternate"]) == (f"{language}_GB", f"{other}_GB")


@both_languages
def test_a_document_and_its_permanent_page_are_told_apart_by_their_titles(site: Path, language: str):
    prefix = f"{PREFIX[language]}councils/conwy/"
    titles = [told(site, address)["og:title"] for address in (prefix, f"{prefix}undated/")]
    assert titles[1] == titles[0] + {"en": " (version, undated)", "cy": " (fersiwn, heb ddyddiad)"}[language]


def test_a_translation_that_is_not_the_council_s_is_not_said_to_be_in_force(site: Path):
    english, welsh = (linked_data(site, f"{prefix}councils/halewood/") for prefix in PREFIX.values())
    assert english["legislationLegalForce"] == "https://schema.org/InForce"
    assert "legislationLegalForce" not in welsh
    assert welsh["creativeWorkStatus"] == "Drafft answyddogol"
    assert welsh["translationOfWork"] == {"@id": english["@id"]}


def last_days(site: Path) -> dict[str, str | None]:
    """By address the day that the sitemap gives for it."""
    urls = etree.parse(site / "sitemap.xml").findall("s:url", NAMES)
    return {
        one.findtext("s:loc", namespaces=NAMES).removeprefix(BASE): one.findtext("s:lastmod", namespaces=NAMES)
        for one in urls
    }


def test_the_sitemap_has_the_days_of_the_data_and_none_where_they_have_none(site: Path):
    days = last_days(site)
    assert days["councils/halewood/"] == days["cy/councils/halewood/bilingual/"] == "2022-07-12"
    assert days["councils/conwy/"] is days["about/"] is days["reviews/"] is None


def test_no_day_of_the_sitemap_is_still_to_come(with_a_sixth: BuiltProject):
    days = last_days(with_a_sixth.site)
    assert days["councils/llanffug/"] == days["councils/llanffug/changes/"] == "2025-01-01"
    assert all(date.fromisoformat(day) <= with_a_sixth.library.today for day in days.values() if day)


def test_robots_may_read_everything_and_are_led_to_the_sitemap(site: Path):
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text("utf-8").splitlines())
    assert robots.can_fetch("*", f"{BASE}cy/councils/conwy/")
    assert robots.site_maps() == [f"{BASE}sitemap.xml"]


def test_a_sitemap_past_what_search_engines_read_lists_the_files_that_it_is_divided_into():
    addresses, theme = SiteAddresses(BASE), Theme(ROOT / "hooks" / "theme")
    entries = [SitemapEntry(f"{BASE}{number}/", None) for number in range(5)]
    assert [name for name, _ in sitemap_files(entries, addresses, theme)] == ["sitemap.xml"]
    files = dict(sitemap_files(entries, addresses, theme, most=2))
    places = {name: etree.fromstring(xml.encode()).findall("*/s:loc", NAMES) for name, xml in files.items()}
    listed = [place.text for place in places.pop("sitemap.xml")]
    assert listed == [f"{BASE}{name}" for name in places]
    assert [place.text for found in places.values() for place in found] == [entry.url for entry in entries]
