"""Something wrong here? Who is told, which line can be edited; and the facts that are a document's proof."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from selectolax.lexbor import LexborHTMLParser

from protocolau.comparison.index import ComparisonIndex
from protocolau.exporting import record
from protocolau.library.library import Library
from protocolau.render.citing import LABELS, citation_files
from protocolau.render.context import Publisher, RenderContext
from protocolau.render.pages import protocol
from protocolau.repository.repository import ProtocolRepository
from tests.browsing import both_languages
from tests.conftest import ROOT, build
from tests.rendering import SETTINGS

EDIT = "https://git.example.org/councils/edit/main/"


@pytest.fixture(scope="module")
def proved(tmp_path_factory) -> Library:
    """Halewood, with every fact that can be had of where its protocol comes from."""
    protocols = tmp_path_factory.mktemp("proved") / "protocols"
    shutil.copytree(ROOT / "protocols/vocabulary", protocols / "vocabulary")
    folder = shutil.copytree(ROOT / "protocols/halewood", protocols / "halewood")
    with (folder / "council.yml").open("a") as facts:
        facts.write("website: https://www.halewood.example/\ncontact: clerk@halewood.example\n")
    version = folder / "2022-07-12.yml"
    source = "source:\n  file: 2022-07-12.txt\n"
    proof = "  address: https://www.halewood.example/p.pdf\n  fetched: 2026-11-02\n"
    minute = "minute: {reference: Minute 7/22, address: 'https://www.halewood.example/m?id=7'}\n"
    text = version.read_text("utf-8")
    assert source in text
    version.write_text(text.replace(source, minute + source + proof), "utf-8")
    return ProtocolRepository(protocols).load(date(2026, 11, 26))


def shown(library: Library, language: str, council: str = "halewood", **settings: object) -> LexborHTMLParser:
    rendering = RenderContext(ComparisonIndex(library), replace(SETTINGS, **settings), language)
    document = library.councils[council].documents["relations"]
    return LexborHTMLParser(next(protocol.pages(rendering, document)).content)


def said(tree: LexborHTMLParser, selector: str) -> str:
    return " ".join(tree.css_first(selector).text().split())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            {
                "Proof": "the council’s document, fetched 2 November 2026; minute: Minute 7/22",
                "The council itself": "website, contact",
            },
        ),
        (
            "cy",
            {
                "Tystiolaeth": "dogfen y cyngor, cafwyd 2 Tachwedd 2026; cofnod: Minute 7/22",
                "Y cyngor ei hun": "gwefan, cysylltu",
            },
        ),
    ],
)
def test_where_a_document_comes_from_is_shown_as_its_proof(proved: Library, language: str, expected: dict[str, str]):
    tree = shown(proved, language)
    rows = {said(row, "dt"): row for row in tree.css(".facts dl > div")}
    assert {name: said(rows[name], "dd") for name in expected} == expected
    links = [[link.attributes["href"] for link in rows[name].css("a")] for name in expected]
    assert links == [
        ["https://www.halewood.example/p.pdf", "https://www.halewood.example/m?id=7"],
        ["https://www.halewood.example/", "mailto:clerk@halewood.example"],
    ]


def test_what_is_not_known_is_not_shown(the_five: Library):
    assert not {"Proof", "The council itself"} & {one.text() for one in shown(the_five, "en").css(".facts dt")}


def test_programs_are_told_the_same(proved: Library):
    version = proved.version_shown("halewood")
    made = json.loads(record.record(proved, version, SETTINGS.addresses))
    jsonschema.validate(made, json.loads(record.schema()))
    assert made["minute"] == {"reference": "Minute 7/22", "address": "https://www.halewood.example/m?id=7"}
    assert (made["source_address"], made["fetched"]) == ("https://www.halewood.example/p.pdf", "2026-11-02")
    assert made["council"]["contact"] == "clerk@halewood.example"


def test_the_day_of_fetching_is_the_last_that_is_known_of_a_version(proved: Library):
    version = proved.version_shown("halewood")
    days = [version.last_known(date(2026, 11, day)) for day in (1, 2)]
    assert days == [date(2022, 7, 12), date(2026, 11, 2)]  # what is still to come is not known of


@pytest.mark.parametrize(
    ("language", "publisher", "sentence", "link"),
    [
        ("en", Publisher(), "This site is published by the editors of Council Protocols. No contact is given.", None),
        (
            "cy",
            Publisher(),
            "Cyhoeddwr y wefan hon: golygyddion Protocolau Cynghorau. Ni roddir manylion cyswllt.",
            None,
        ),
        (
            "en",
            Publisher("A Trust", "post@trust.example"),
            "This site is published by A Trust. Write to the publisher",
            "mailto:post@trust.example?subject=Halewood%20Town%20Council",
        ),
        (
            "cy",
            Publisher("Ymddiriedolaeth", "https://trust.example/form"),
            "Cyhoeddwr y wefan hon: Ymddiriedolaeth. Ysgrifennu at y cyhoeddwr",
            "https://trust.example/form",
        ),
    ],
)
def test_the_publisher_is_named_with_the_contact_that_is_set(the_five, language, publisher, sentence, link):
    tree = shown(the_five, language, publisher=publisher)
    assert sentence in said(tree, ".wrong")
    links = [one.attributes["href"] for one in tree.css(".wrong a")]
    assert (links[0].startswith(link) if link else links == []) is True


@both_languages
def test_each_clause_leads_to_its_line_where_the_files_can_be_edited(the_five: Library, language: str):
    assert shown(the_five, language, edit_url=EDIT).css_first(".wrong a").attributes["href"] == (
        f"{EDIT}protocols/halewood/2022-07-12{'.cy' if language == 'cy' else ''}.yml#L1"
    )
    rendering = RenderContext(ComparisonIndex(the_five), replace(SETTINGS, edit_url=EDIT), "en")
    files = {one.path.rpartition("/")[2]: one for one in citation_files(rendering, the_five.version_shown("halewood"))}
    edits = json.loads(files[LABELS].content)[language]["edit"]
    path, _, line = edits["3.1.a"].removeprefix(EDIT).partition("#L")
    written = (ROOT / path).read_text("utf-8").splitlines()[int(line) - 1 : int(line) + 2]
    words = {"en": "A commitment to the authority as a whole", "cy": "Ymrwymiad i'r awdurdod cyfan"}[language]
    assert any(words in one for one in written), written


def test_a_contact_that_is_none_ends_the_build_in_one_line(tmp_path: Path):
    done = build(ROOT, tmp_path / "site", PUBLISHER_CONTACT="ask at the desk")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "mkdocs.yml: the publisher's contact 'ask at the desk' is none; write an e-mail address" in done.stderr


@pytest.mark.parametrize(
    "url", ["https://a b.example/", "https://a.example/?page=", 'https://a.example/"x"/', "https://a.example/#/"]
)
def test_an_address_below_which_no_page_can_stand_ends_the_build_in_one_line(tmp_path: Path, url: str):
    done = build(ROOT, tmp_path / "site", SITE_URL=url)
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "mkdocs.yml: the address of the site 'https://a" in done.stderr
    assert "is none that pages can stand below; write one as https://example.org/folder/" in done.stderr
    assert not (tmp_path / "site").exists()
