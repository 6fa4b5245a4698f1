"""A document of very many provisions and versions: its own page is whole, and the pages beside it are divided."""

import re
import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from time import process_time

import pytest
from pypdfium2 import PdfDocument
from selectolax.lexbor import LexborHTMLParser

from protocolau.exporting import pdf
from protocolau.exporting.outgoing_document import OutgoingDocument, outgoing_document
from protocolau.language.marks import plain
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import Library
from protocolau.model.protocol import Document
from protocolau.render.frame import ROOT as TO_ROOT
from protocolau.render.messages import load_messages
from protocolau.render.page import Page
from protocolau.render.pages import changes, protocol, translation
from protocolau.render.version_step import FEW_FOLDED, step_id
from protocolau.repository.repository import ProtocolRepository
from tests.bench.large import write
from tests.conftest import ROOT, served
from tests.hostile.protocols import TODAY
from tests.rendering import render_context

PROVISIONS, VERSIONS = 700, 9
THEME = ROOT / "hooks" / "theme"


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Library:
    folder = tmp_path_factory.mktemp("large") / "protocols"
    write(folder, PROVISIONS, VERSIONS)
    return ProtocolRepository(folder).load(TODAY)


@pytest.fixture(scope="module")
def document(large: Library) -> Document:
    return large.councils["large"].documents["relations"]


def parsed(pages: Iterable[Page]) -> dict[str, LexborHTMLParser]:
    return {page.address: LexborHTMLParser(page.content) for page in pages}


def ids(html: LexborHTMLParser) -> list[str]:
    return [str(node.attributes["id"]) for node in html.css("[id]")]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_of_a_protocol_is_whole_and_in_pieces(large, document, language: str):
    pages = parsed(protocol.pages(render_context(large, language), document))
    html, version = pages["councils/large/"], document.versions[-1]
    assert len(version.provisions) > PROVISIONS
    assert set(version.provisions) <= set(ids(html))
    pieces = html.css(".piece")
    assert len(pieces) > PROVISIONS / protocol.MOST_IN_PIECE
    assert not html.css(".piece .piece")
    assert max(len(piece.css("div[id], section[id], li[id]")) for piece in pieces) <= protocol.MOST_IN_PIECE


def test_a_page_of_usual_length_is_in_no_pieces(the_five):
    conwy = the_five.councils["conwy"].documents["relations"]
    assert not any(
        html.css(".piece") for html in parsed(protocol.pages(render_context(the_five, "en"), conwy)).values()
    )


def test_both_languages_are_on_several_pages_each_row_on_one(large, document):
    rendering, version = render_context(large, "cy"), large.version_shown("large")
    pages = parsed(translation.bilingual_pages(rendering, document))
    _, *further = pages
    assert further == list(translation.further_addresses(document, version))
    assert further == [f"councils/large/bilingual/{number}/" for number in range(2, len(pages) + 1)] != []
    rows = [[str(row.attributes["id"]) for row in html.css(".pairs tr[id]")] for html in pages.values()]
    assert len(rows[0]) == translation.MOST_ROWS
    assert len({one for some in rows for one in some}) == sum(map(len, rows)) == len(version.units)
    for html in pages.values():
        assert [link.text() for link in html.css("nav.further li a")] == [str(place + 1) for place in range(len(pages))]


def test_the_desk_leads_to_the_page_on_which_a_row_is(large, document):
    rendering = render_context(large, "en")
    pages = parsed(translation.bilingual_pages(rendering, document))
    desk = parsed(translation.pages(rendering))["translation/"]
    links = [str(link.attributes["href"]) for link in desk.css(".open-tasks li a")]
    assert links
    for link in links:
        address, _, anchor = link.removeprefix(TO_ROOT).partition("#")
        assert anchor in ids(pages[address])


def test_every_step_between_versions_has_its_place(large, document):
    pages = parsed(changes.pages(render_context(large, "en"), document))
    first, *further = pages
    assert sorted(further) == sorted(changes.further_addresses(document))
    assert len(further) == VERSIONS - 1 - changes.RECENT
    wanted = {step_id(version) for version in document.versions[:-1]}
    assert wanted <= set(ids(pages[first])), "what stood on the page goes on having its anchor there"
    shown = [section.attributes["id"] for html in pages.values() for section in html.css("section.step")]
    assert set(shown) == wanted and len(shown) == len(wanted)
    for html in pages.values():
        assert max(len(fold.css("li[id]")) for fold in html.css(".unchanged")) <= FEW_FOLDED


def test_an_older_step_keeps_its_address_when_a_version_comes(document):
    before = Document(document.council, document.kind, document.versions[:-1])
    assert set(changes.further_addresses(before)) < set(changes.further_addresses(document))


@pytest.fixture(scope="module")
def shown(browser, large, document, tmp_path_factory):
    """The page of the protocol in a browser."""
    folder = tmp_path_factory.mktemp("shown")
    assets = ROOT / "hooks" / "theme" / "assets"
    shutil.copytree(assets / "styles", folder / "styles")
    for name in ("site.css", "protocol.css"):
        shutil.copy(assets / name, folder)
    page = next(protocol.pages(render_context(large, "en"), document))
    head = (
        "<!doctype html><meta charset=utf-8><link rel=stylesheet href=site.css><link rel=stylesheet href=protocol.css>"
    )
    (folder / "index.html").write_text(f"{head}<main>{page.content}</main>", "utf-8")
    with served(folder) as address:
        window = browser.new_page(viewport={"width": 1440, "height": 900})
        window.goto(address)
        yield window
        window.close()


def test_a_clause_far_down_is_led_to(shown):
    anchor = shown.locator("article.protocol [id]").last.get_attribute("id")
    shown.evaluate("anchor => location.hash = anchor", anchor)
    shown.wait_for_function(
        "anchor => { const box = document.getElementById(anchor).getBoundingClientRect();"
        " return box.top >= 0 && box.top < innerHeight }",
        arg=anchor,
    )


def test_words_far_down_are_found_on_the_page(shown):
    shown.evaluate("scrollTo(0, 0)")
    words = shown.locator("article.protocol [id] > p").last.text_content()
    assert shown.evaluate("words => getSelection().empty() ?? find(words)", words.split(" ", 1)[1][:40])


def test_what_stands_in_the_margins_is_not_cut_off(shown):
    inside = """() => [...document.querySelectorAll(".piece")].slice(0, 5).every(piece => {
        const box = piece.getBoundingClientRect();
        return [...piece.querySelectorAll(".margin, .number, p")].map(one => one.getBoundingClientRect())
            .every(one => one.left >= box.left && one.right <= box.right + 1);
    })"""
    shown.evaluate("scrollTo(0, 0)")
    assert shown.locator(".piece").count() > 5 and shown.evaluate(inside)
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_all_of_it_is_printed(shown, document):
    shown.emulate_media(media="print")
    sheets = PdfDocument(shown.pdf(prefer_css_page_size=True))
    printed = letters("".join(page.get_textpage().get_text_bounded() for page in sheets))
    texts = [plain(provision.text) for provision in document.versions[-1].provisions.values() if provision.text]
    assert [text for text in texts if letters(text)[:30] not in printed] == []


def test_four_times_the_provisions_cost_a_pdf_about_four_times_as_much(large, document):
    """Where the template gives all provisions to what sets one of them, they cost more than ten times as much."""
    words = load_messages(THEME / "words.yml")["en"]
    once = outgoing_document(large, document.versions[-1], SiteAddresses("https://example.org/"), words)
    again = replace(once, body=once.body * 4)
    pdf.write(THEME, replace(once, body=once.body[:1]))
    assert processor_seconds(once) * 7 > processor_seconds(again)


def processor_seconds(document: OutgoingDocument) -> float:
    begun = process_time()
    pdf.write(THEME, document)
    return process_time() - begun


def letters(text: str) -> str:
    """The letters of a text, ligatures dissolved."""
    return re.sub(r"[\W\d_]", "", unicodedata.normalize("NFKC", text))
