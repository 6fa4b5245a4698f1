"""Every word of every source stands on the built page, in order, and no other word does."""

import re

import pytest

from protocolau.rules.provenance import printed_text
from tests.conftest import ROOT
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


@pytest.mark.parametrize("council", SOURCES)
def test_the_source_itself_is_published_beside_its_version(site, council):
    version = SOURCES[council]
    kept = (ROOT / "protocols" / council / f"{version}.txt").read_bytes()
    assert (site / "councils" / council / version / f"{version}.txt").read_bytes() == kept


@pytest.mark.parametrize("council", SOURCES)
def test_the_welsh_page_holds_every_translated_word_in_order(site, library, council):
    version = library.councils[council].in_force
    units = version.translations["cy"].units
    position, text = 0, characters(adopted_words(site, f"cy/councils/{council}/"))
    for anchor, provision in version.provisions.items():
        for unit in (f"{anchor} heading", anchor):
            if unit in units:
                words = characters(units[unit].target.replace("*", ""))
                found = text.find(words, position)
                assert found >= 0, f"{unit}: {units[unit].target}"
                position = found + len(words)
        assert provision.anchor in version.provisions


def test_every_provision_has_its_anchor_on_both_pages(site, library):
    for council in library.councils.values():
        for prefix in ("", "cy/"):
            tree = page(site, f"{prefix}councils/{council.slug}/")
            ids = [node.attributes["id"] for node in tree.css("article.protocol [id]") if node.attributes["id"]]
            wanted = list(council.in_force.provisions)
            assert [one for one in ids if one in council.in_force.provisions] == wanted
