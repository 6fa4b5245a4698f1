"""What search engines and other sites are told: nothing that is not so, and each page by words of its own."""

import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from protocolau.library.addresses import SiteAddresses, document_address, version_address
from protocolau.model.protocol import Version
from protocolau.model.standing import Standing
from protocolau.publish.sitemap import SitemapEntry, sitemap_files
from protocolau.render.theme import Theme
from protocolau.translation.reading import Reading
from tests.browsing import PREFIX, both_languages
from tests.conftest import ROOT, BuiltProject
from tests.pages import every_page, linked_data, page

BASE = "https://council-protocols.example/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def told(site: Path, address: str) -> dict[str, str]:
    """What a page says to sites on which it is shared."""
    return {
        node.attributes["property"]: node.attributes["content"] for node in page(site, address).css("meta[property]")
    }


@both_languages
def test_a_page_is_shared_by_its_own_words_in_its_own_language(site: Path, language: str):
    address = f"{PREFIX[language]}councils/halewood/"
    tree, found = page(site, address), told(site, address)
    assert found["og:url"] == BASE + address
    assert found["og:title"] == tree.css_first("title").text().partition(" · ")[0]
    assert found["og:description"] == tree.css_first("meta[name=description]").attributes["content"]
    assert found["og:locale"] == f"{language}_GB"


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


# ---- the whole site ----


def every_version(built: BuiltProject) -> list[tuple[str, Version]]:
    """Each version that has a page of its own, in each language."""
    versions = [
        version
        for council in built.library.councils.values()
        for document in council.documents.values()
        for version in document.versions
    ]
    return [(language, version) for language in PREFIX for version in versions]


def test_every_page_says_where_it_stays_and_in_which_language_to_those_who_share_it(any_site: Path):
    for file in any_site.rglob("index.html"):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        if tree.css_first("base"):  # a page for a frame, which nobody shares
            continue
        found = {node.attributes["property"]: node.attributes["content"] for node in tree.css("meta[property]")}
        assert found["og:url"] == tree.css_first("link[rel=canonical]").attributes["href"], file
        assert found["og:locale"] == ("cy_GB" if file.is_relative_to(any_site / "cy") else "en_GB")
        assert found["og:title"] and found["og:description"] and found["og:site_name"] and found["og:type"]


def test_every_version_has_a_picture_of_its_own_in_each_language(built: BuiltProject):
    pictures = [
        told(built.site, PREFIX[language] + version_address(version))["og:image"]
        for language, version in every_version(built)
    ]
    assert len(set(pictures)) == len(pictures)
    assert all((built.site / one.removeprefix(BASE)).is_file() for one in pictures)


def test_no_two_versions_have_the_same_title(built: BuiltProject):
    titles = [
        told(built.site, PREFIX[language] + version_address(version))["og:title"]
        for language, version in every_version(built)
    ]
    assert len(set(titles)) == len(titles)


def test_what_programs_are_told_of_a_version_is_what_is_known_of_it(built: BuiltProject):
    force = {Standing.IN_FORCE: "InForce", Standing.LATEST_KNOWN: None}
    for language, version in every_version(built):
        address = version_address(version)
        found = linked_data(built.site, PREFIX[language] + address)
        council = built.library.councils[version.council]
        assert found["@id"] == f"{BASE}{PREFIX[language]}{address}"
        assert found.get("legislationDate") == (str(version.adopted) if version.adopted else None)
        assert found["legislationPassedBy"]["name"] == council.name[language]
        nation = built.library.vocabulary.nations[council.nation][language]
        assert found["legislationJurisdiction"]["containedInPlace"]["name"] == nation
        reading = Reading(version, language)
        is_adopted = reading.is_original or reading.state in ("adopted", "missing")
        expected = force.get(built.library.standings[version], "NotInForce") if is_adopted else None
        assert found.get("legislationLegalForce") == (f"https://schema.org/{expected}" if expected else None)
        is_translation = not reading.is_original and reading.state != "missing" and version.other_language != "equal"
        assert ("translationOfWork" in found) is is_translation, (language, address)


def test_the_sitemap_has_the_last_day_that_is_known_of_every_document(built: BuiltProject):
    days = last_days(built.site)
    for language, version in every_version(built):
        if built.library.version_shown(version.council, version.kind) == version:
            known = version.last_known(built.library.today)
            day = days[PREFIX[language] + document_address(version.council, version.kind)]
            assert day == (str(known) if known else None)


def test_every_address_in_linked_data_leads_somewhere(any_site: Path):
    for file in every_page(any_site):
        for node in LexborHTMLParser(file.read_text("utf-8")).css("script[type='application/ld+json']"):
            for link in re.findall(rf'"{BASE}([^"]*)"', json.dumps(json.loads(node.text()))):
                target = any_site / urlsplit(link).path
                assert (target / "index.html" if target.is_dir() else target).is_file(), (file, link)


def test_the_sitemap_lists_every_indexed_page_in_both_languages(any_site: Path):
    listed = set(re.findall(r"<loc>(.*?)</loc>", (any_site / "sitemap.xml").read_text("utf-8")))
    canonical = set()
    for file in any_site.rglob("index.html"):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        if not tree.css_first("meta[name=robots]"):
            canonical.add(tree.css_first("link[rel=canonical]").attributes["href"])
    assert listed == canonical


def test_the_sitemap_has_each_page_once_in_each_language(any_site: Path):
    """Which page is the same in the other language each page says itself, by `hreflang`."""
    found = re.findall(r"<loc>(.*?)</loc>", (any_site / "sitemap.xml").read_text("utf-8"))
    assert len(found) == len(set(found))
    plain = [one.removeprefix(BASE) for one in found]
    welsh = {one.removeprefix("cy/") for one in plain if one.startswith("cy/")}
    assert welsh == {one for one in plain if not one.startswith("cy/")}


def test_linked_data_is_the_protocol_as_legislation(site: Path):
    data = json.loads(page(site, "councils/halewood/").css_first("script[type='application/ld+json']").text())
    assert data["@type"] == "Legislation"
    assert data["legislationDate"] == "2022-07-12"
    assert data["legislationPassedBy"]["name"] == "Halewood Town Council"
    assert data["inLanguage"] == "en"
    welsh = json.loads(page(site, "cy/councils/halewood/").css_first("script[type='application/ld+json']").text())
    assert welsh["inLanguage"] == "cy"
    assert welsh["translationOfWork"]["@id"] == data["@id"]
    assert data["legislationLegalForce"] == "https://schema.org/InForce"
    assert (data["legislationType"], welsh["legislationType"]) == ("Relations protocol", "Protocol cysylltiadau")
    assert data["legislationJurisdiction"]["name"] == "Halewood"
    assert data["legislationJurisdiction"]["containedInPlace"]["name"] == "England"


def test_linked_data_says_nothing_of_force_where_no_date_is_known(site: Path):
    for prefix in ("", "cy/"):
        address = f"{prefix}councils/conwy/"
        data = json.loads(page(site, address).css_first("script[type='application/ld+json']").text())
        assert not {"legislationLegalForce", "legislationDate"} & data.keys()
