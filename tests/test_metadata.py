"""What search engines and other sites are told: nothing that is not so, and each page by words of its own."""

import json
from datetime import date
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from tests.conftest import BuiltProject
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
