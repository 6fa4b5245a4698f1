"""Every word of every source stands on the built page, in order, and no other word does."""

import re

import pytest

from protocolau.language import LANGUAGES, other
from protocolau.language.marks import plain
from protocolau.rules.provenance import adopted_texts, printed_text
from protocolau.translation.reading import Reading
from tests.browsing import PREFIX
from tests.conftest import ROOT, BuiltProject
from tests.pages import adopted_words, page

SOURCES = {
    "barrow": "2019-07-16",
    "bursledon": "2016-04-27",
    "conwy": "undated",
    "halewood": "2022-07-12",
    "taffs-well-and-nantgarw": "2019-09-25",
}
FURNITURE = {
    "barrow": ["[bookmark: _GoBack]"],
    "halewood": ["[image: freshlogo]", "pg. 2", "image1.jpg"],
}
"""Said here as well as in the data, so that no word can be lost by being declared furniture."""


def characters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("council", SOURCES)
@pytest.mark.parametrize("version", [False, True], ids=["council's page", "version's page"])
def test_the_article_holds_exactly_the_words_of_the_source(site, council, version):
    source = (ROOT / "protocols" / council / f"{SOURCES[council]}.txt").read_text("utf-8")
    expected = characters(printed_text(source, FURNITURE.get(council, [])))
    address = f"councils/{council}/{SOURCES[council]}/" if version else f"councils/{council}/"
    assert characters(adopted_words(site, address)) == expected


@pytest.mark.parametrize("council", SOURCES)
def test_only_known_furniture_is_left_out(library, council):
    text = (ROOT / "protocols" / council / f"{SOURCES[council]}.yml").read_text("utf-8")
    declared = (
        re.findall(r"^    - (.+)$", text.split("omits:")[1].split("\nnotes")[0], re.M) if "omits:" in text else []
    )
    assert sorted(one.strip("\"'") for one in declared) == sorted(FURNITURE.get(council, []))


def source_words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"</?b>", "", text))


@pytest.mark.parametrize("council", SOURCES)
def test_the_words_agree_without_our_own_reading_of_the_source(site, council):
    """The same by the crudest means: letters and digits alone, without the code that cleans a source."""
    source = (ROOT / "protocols" / council / f"{SOURCES[council]}.txt").read_text("utf-8")
    for furniture in FURNITURE.get(council, []):
        source = source.replace(furniture, " ")
    assert source_words(adopted_words(site, f"councils/{council}/")) == source_words(source)


def test_every_source_is_published_beside_its_version(built: BuiltProject):
    for council in built.library.councils.values():
        for version in council.versions:
            if version.source:
                published = built.site / "councils" / council.slug / version.slug / version.source
                assert published.read_bytes() == (version.path.parent / version.source).read_bytes()


def test_the_article_of_every_version_holds_exactly_its_adopted_words(built: BuiltProject):
    for council in built.library.councils.values():
        for version in council.versions:
            address = f"{PREFIX[version.language]}councils/{council.slug}/{version.slug}/"
            expected = "".join(characters(text) for _, text in adopted_texts(version))
            assert characters(adopted_words(built.site, address)) == expected, address


def test_the_other_page_holds_every_translated_word_in_order(built: BuiltProject):
    for version in built.library.relations.versions:
        language = other(version.language)
        reading = Reading(version, language)
        position, text = 0, characters(adopted_words(built.site, f"{PREFIX[language]}councils/{version.council}/"))
        for unit, source in list(version.units.items())[1:]:
            words = characters(plain(reading.say(unit, source).text))
            place = text.find(words, position)
            assert place >= 0, f"{version.council} {unit}: {words}"
            position = place + len(words)


def test_every_provision_has_its_anchor_on_both_pages(built: BuiltProject):
    for council in built.library.councils.values():
        for language in LANGUAGES:
            tree = page(built.site, f"{PREFIX[language]}councils/{council.slug}/")
            ids = [node.attributes["id"] for node in tree.css("article.protocol [id]") if node.attributes["id"]]
            provisions = built.library.version_shown(council.slug).provisions
            assert [one for one in ids if one in provisions] == list(provisions)
