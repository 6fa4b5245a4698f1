"""The picture of a document for where its page is shared: one for each version and language."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from protocolau.exporting import card
from protocolau.exporting.exports import CARD, Exports
from protocolau.exporting.outgoing_document import outgoing_document
from protocolau.exporting.store import ExportStore, StoredFile
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from tests.pages import page
from tests.rendering import SETTINGS, THEME

MOST = 40_000
"""Bytes of a picture."""


@pytest.mark.parametrize("prefix", ["", "cy/"], ids=["en", "cy"])
@pytest.mark.parametrize("path", ["councils/halewood/", "councils/halewood/2022-07-12/", "councils/conwy/bilingual/"])
def test_a_page_of_a_document_names_its_picture_and_says_what_it_shows(site: Path, prefix: str, path: str):
    tree = page(site, prefix + path)
    said = {one.attributes["property"]: one.attributes["content"] for one in tree.css("meta[property^='og:image']")}
    place = site / said["og:image"].removeprefix("https://council-protocols.example/")
    assert place.is_relative_to(site / prefix / "councils") and place.stat().st_size < MOST
    with Image.open(place) as picture:
        assert picture.size == (int(said["og:image:width"]), int(said["og:image:height"])) == (1200, 630)
    name = {"halewood": ("Halewood Town Council", "12 July 2022", "12 Gorffennaf 2022")}.get(path.split("/")[1])
    if name:
        assert name[0] in said["og:image:alt"] and name[2 if prefix else 1] in said["og:image:alt"]


def test_both_languages_have_a_picture_of_their_own(site: Path):
    english, welsh = (site / prefix / "councils/halewood/2022-07-12/card.png" for prefix in ("", "cy"))
    assert english.read_bytes() != welsh.read_bytes()


def test_no_two_documents_have_the_same_picture(site: Path):
    pictures = [path.read_bytes() for path in site.rglob("card.png")]
    assert len(pictures) == len(set(pictures)) >= 10


def test_a_page_without_a_picture_promises_none(site: Path):
    tree = page(site, "topics/")
    assert not tree.css("meta[property^='og:image']")
    assert tree.css_first("meta[name='twitter:card']").attributes["content"] == "summary"


def test_a_picture_is_made_again_only_when_it_shows_something_else(library: Library, tmp_path: Path):
    version = library.version_shown("halewood")
    shown = picture_of(library, version, tmp_path)
    assert picture_of(library, replace(version, body=version.body[:-1]), tmp_path) == shown
    assert picture_of(library, replace(version, title="Another title"), tmp_path) != shown


def picture_of(library: Library, version: Version, folder: Path) -> StoredFile:
    """The picture of a version in a library that has no other."""
    council = library.councils[version.council]
    documents = {version.kind: replace(council.documents[version.kind], versions=(version,))}
    alone = Library(library.vocabulary, {council.slug: replace(council, documents=documents)}, library.today)
    store = ExportStore(folder, THEME.folder)
    return Exports(alone, SETTINGS.addresses, THEME.messages, store).file(version, "en", CARD)


@pytest.mark.parametrize("length", [1, 300, 3000])
def test_a_name_or_title_of_any_length_makes_one_picture(the_five, length: int):
    version = the_five.version_shown("halewood")
    document = outgoing_document(the_five, version, SETTINGS.addresses, THEME.messages["en"])
    shown = card.shown_on(document)
    long = replace(shown, council="Cyngor " * length, title=replace(shown.title, text="Protocol " * length))
    with Image.open(io.BytesIO(card.write(THEME.folder, long))) as picture:
        assert picture.size == (card.WIDTH, card.HEIGHT)


def test_a_long_name_of_a_council_stands_whole_in_its_picture(the_five):
    document = outgoing_document(the_five, the_five.version_shown("halewood"), SETTINGS.addresses, THEME.messages["en"])
    places = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and Pen-y-bont-ar-Ogwr-uwch-y-Mynydd"
    shown = replace(card.shown_on(document), council=f"{places} Joint Burial Community Council")
    with Image.open(io.BytesIO(card.write(THEME.folder, shown))) as picture:
        edge = picture.convert("RGB").crop((100, 158, card.WIDTH, 160)).tobytes()  # the last lines of its room
    assert all(red + 30 > green for red, green in zip(edge[::3], edge[1::3], strict=True)), "a green letter is cut"
