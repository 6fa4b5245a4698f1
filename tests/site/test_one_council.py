"""A site of one council: its own name on every page, nothing to compare it with, and the addresses of any other site.

It has three documents and a version still to come. The version is imagined; of the other documents Halewood Town
Council has adopted none in these words.
"""

import gzip
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from protocolau.cli.main import main
from tests.browsing import PREFIX, both_languages
from tests.conftest import ROOT, build, project_of, served
from tests.pages import page, texts_at

NOON = str(int(datetime(2026, 11, 26, 12, tzinfo=UTC).timestamp()))
PROSE = ("about/", "accessibility/", "comparison/", "publish/", "translate/")
"""Pages that speak of any site, and of others' too."""
DOCUMENTS = ROOT / "tests/statements/documents"


@pytest.fixture(scope="module")
def alone(tmp_path_factory) -> Path:
    project = project_of("halewood", tmp_path_factory.mktemp("alone") / "project", kept=True)
    council = project / "protocols/halewood"
    with (council / "council.yml").open("a", encoding="utf-8") as file:
        file.write("website: https://halewood.example/\ncontact: clerk@halewood.example\n")
    for kind, dated in (("conduct", "2016-05-11"), ("local-resolution", "2017-12-13")):
        (council / kind).mkdir()
        for source in (DOCUMENTS / kind).glob(f"{dated}.*"):
            text = source.read_text("utf-8").replace("topic: confidentiality\n", "topic: confidential-information\n")
            (council / kind / source.name).write_text(text, "utf-8")
    done = CliRunner().invoke(main, ["--project", str(project), "adopt", "halewood", "2027-05-18"])
    assert done.exit_code == 0, done.output
    built = build(project, project / "site", SOURCE_DATE_EPOCH=NOON)
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


def pages(site: Path) -> list[str]:
    return sorted(str(path.parent.relative_to(site)) + "/" for path in site.rglob("index.html"))


def test_every_page_has_the_name_and_the_contact_of_the_council_in_its_masthead(alone: Path):
    for file in [*alone.rglob("index.html"), alone / "404.html"]:
        if "embed" in file.parts:
            continue  # a frame on another site has no masthead
        tree = LexborHTMLParser(file.read_text("utf-8"))
        assert texts_at(tree, ".masthead .brand") == ["Halewood Town Council"], file
        links = [link.attributes["href"] for link in tree.css(".masthead .of-council")]
        assert links == ["https://halewood.example/", "mailto:clerk@halewood.example"], file
        title = texts_at(tree, "title")[0]
        assert "Council Protocols" not in title and "Protocolau Cynghorau" not in title, file


def test_nothing_is_compared_counted_or_called_silent(alone: Path):
    for address in pages(alone):
        tree = page(alone, "" if address == "./" else address)
        found = tree.css(
            ".matrix, .heat-map, .silences, [data-compare], #-likeness, article.protocol .others, .topics .others"
        )
        assert not found, (address, found[0].html)
        own = tree.css("a") if "councils/" in address or "topics/" in address else tree.css(".sections a")
        assert not [a.html for a in own if "compare/" in (a.attributes["href"] or "")], address
        assert not tree.css("#by-kind, .colophon a[href$='comparison/']"), address
        counted = "" if address.removeprefix("cy/") in PROSE else " ".join(texts_at(tree, "main"))
        assert not re.search("[Aa]ll councils|[Pp]ob cyngor", counted), address


@both_languages
def test_no_words_speak_of_several_councils_where_there_is_one(alone: Path, language: str):
    of_several = {"en": "councils that use the same words", "cy": "cynghorau sy’n defnyddio’r un geiriau"}
    assert of_several[language] not in page(alone, PREFIX[language] + "about/").text()
    assert texts_at(page(alone, PREFIX[language] + "councils/"), "caption") == [
        {"en": "Documents", "cy": "Dogfennau"}[language]
    ]


@both_languages
def test_the_addresses_of_comparisons_stay_and_say_why_there_are_none(alone: Path, language: str):
    said = {
        "en": "A comparison needs the protocols of two councils",
        "cy": "Mae angen protocolau dau gyngor er mwyn cymharu",
    }
    for address in ("compare/", "compare/likeness/"):
        tree = page(alone, PREFIX[language] + address)
        assert texts_at(tree, ".lede")[0].startswith(said[language])
        assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"
        assert f"/{PREFIX[language]}{address}</loc>" not in (alone / "sitemap.xml").read_text("utf-8")


@both_languages
def test_the_home_page_leads_to_every_document_and_finds_a_clause(alone: Path, language: str):
    tree = page(alone, PREFIX[language])
    assert texts_at(tree, "h1") == ["Halewood Town Council"]
    assert [link.attributes["href"] for link in tree.css(".council-list a")] == [
        "./councils/halewood/", "./councils/halewood/local-resolution/", "./councils/halewood/conduct/",
    ]  # fmt: skip
    names = {"en": ["Relations protocol", "Local resolution protocol", "Code of conduct"],
             "cy": ["Protocol cysylltiadau", "Protocol datrysiad lleol", "Cod ymddygiad"]}  # fmt: skip
    assert (
        texts_at(tree, ".council-list a")
        == names[language]
        == texts_at(page(alone, f"{PREFIX[language]}councils/"), "tbody th")
    )


@both_languages
def test_the_version_to_come_is_announced_and_keeps_its_translation(alone: Path, language: str):
    now, coming = (page(alone, f"{PREFIX[language]}councils/halewood/{part}") for part in ("", "2027-05-18/"))
    assert any((link.attributes["href"] or "").endswith("/halewood/2027-05-18/") for link in now.css(".standing a"))
    text = [" ".join(tree.css_first("article.protocol").text().split()) for tree in (now, coming)]
    assert text[0] == text[1]


def test_the_addresses_are_those_of_any_site(alone: Path, site: Path):
    own = {one for one in pages(alone) if not re.search(r"councils/halewood/(conduct|local|2027|changes)", one)}
    further = {one for one in pages(site) if re.search(r"councils/(?!halewood/|$)|topics/[a-z-]+/\d+/", one)}
    assert own == set(pages(site)) - further


@both_languages
def test_the_pages_of_prose_speak_of_this_council_and_lead_where_there_is_something(alone: Path, language: str):
    adopted = {"en": "England: adopted 12 July 2022", "cy": "Lloegr: mabwysiadwyd 12 Gorffennaf 2022"}[language]
    listed = texts_at(page(alone, f"{PREFIX[language]}about/"), "main li")
    assert any(one.startswith("Halewood Town Council") and one.endswith(adopted) for one in listed), listed
    for address in ("about/", "publish/", "translate/", "accessibility/"):
        tree = page(alone, PREFIX[language] + address)
        said = " ".join(texts_at(tree, "main"))
        assert not re.search("Conwy|Barrow|Bursledon|Taff|Ffynnon Taf", said.replace("--council conwy", "")), address
        here = alone / PREFIX[language] / address
        for link in tree.css("main a[href]"):
            target, _, anchor = (link.attributes["href"] or "").partition("#")
            if "://" in target or target.startswith("mailto:"):
                continue
            found = (here / target).resolve()
            found = found / "index.html" if found.is_dir() else found
            assert found.exists(), (address, target)
            if anchor and found.suffix == ".html":
                ids = {node.attributes["id"] for node in LexborHTMLParser(found.read_bytes()).css("[id]")}
                assert anchor in ids, (address, target, anchor)


@both_languages
def test_nothing_is_said_that_is_the_same_in_every_row_or_true_of_many_councils_alone(alone: Path, language: str):
    for address in ("councils/", "reviews/"):
        heads = texts_at(page(alone, PREFIX[language] + address), "main thead th")
        assert not {"Nation", "Kind of council", "Council", "Gwlad", "Math o gyngor", "Cyngor"} & set(heads), address
    for address in ("policies/", "parties/"):
        entries = page(alone, PREFIX[language] + address).css("section.policy")
        assert entries and all(one.css_first("a.where") for one in entries), address
    assert not re.search("“silent”|“tawel”", " ".join(texts_at(page(alone, f"{PREFIX[language]}about/"), "h2")))
    assert not page(alone, f"{PREFIX[language]}translation/").css_first("#own-words")


@both_languages
def test_the_desk_lists_every_document_and_leads_to_what_is_missing(alone: Path, language: str):
    tree = page(alone, f"{PREFIX[language]}translation/")
    heads = texts_at(tree, "#desk thead th")
    assert heads[0] == {"en": "Kind of document", "cy": "Math o ddogfen"}[language]
    assert (
        texts_at(tree, "#desk tbody th")
        == {
            "en": ["Code of conduct", "Local resolution protocol", "Relations protocol"],
            "cy": ["Cod ymddygiad", "Protocol datrysiad lleol", "Protocol cysylltiadau"],
        }[language]
    )
    assert texts_at(tree, "#desk tfoot th") == [{"en": "All documents", "cy": "Pob dogfen"}[language]]
    assert texts_at(tree, ".open-tasks h2") == texts_at(tree, "#desk tbody th")[:2]
    links = tree.css("#desk tbody a, .open-tasks a")
    assert len(links) > 2
    for link in links:
        target, _, row = link.attributes["href"].partition("#")
        found = page(alone, f"{PREFIX[language]}{target.removeprefix('../')}")
        assert not row or found.css_first(f'[id="{row}"]'), link.html


@both_languages
def test_other_councils_are_not_spoken_of_where_there_are_none(alone: Path, language: str):
    lede = texts_at(page(alone, f"{PREFIX[language]}councils/halewood/2022-07-12/"), ".about-page")[0]
    assert not re.search("other councils|cynghorau eraill", lede), lede
    news = texts_at(page(alone, f"{PREFIX[language]}reviews/"), "#calendars a")[-1]
    assert not re.search("councils’|cynghorau", news), news


@both_languages
def test_what_is_shown_as_an_example_is_a_clause_of_this_council(alone: Path, language: str):
    hint = texts_at(page(alone, f"{PREFIX[language]}search/"), "#search-hint")[0]
    number = re.search(r"halewood ([\d.]+\d)", hint)[1]
    assert page(alone, f"{PREFIX[language]}councils/halewood/").css_first(f'[id="{number}"]')
    assert hint in gzip.decompress((alone / PREFIX[language] / "search/start").read_bytes()).decode()


@both_languages
def test_the_page_that_is_not_there_leads_to_documents_and_not_to_councils(alone: Path, language: str):
    tree = LexborHTMLParser((alone / PREFIX[language] / "404.html").read_text("utf-8"))
    assert (
        texts_at(tree, 'main a[href$="councils/"]')
        == {"en": ["Documents", "Dogfennau"], "cy": ["Dogfennau", "Documents"]}[language]
    )


@both_languages
def test_anybody_can_use_its_own_pages(alone: Path, emptied, language: str):
    with served(alone) as address:
        window = emptied()
        for path in ("", "councils/", "compare/", "topics/impartial-advice/"):
            window.goto(address + PREFIX[language] + path)
            found = Axe().run(window)
            assert found.violations_count == 0, found.generate_report()


LONGEST = {"en": "Taff’s Well and Nantgarw Community Council", "cy": "Cyngor Bwrdeistref Sirol Rhondda Cynon Taf"}
"""Names as long as those of real councils."""


@both_languages
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_a_long_name_has_two_lines_at_most_and_its_masthead_covers_nothing(alone: Path, emptied, width, language: str):
    with served(alone) as address:
        window = emptied(viewport={"width": width, "height": 640})
        window.goto(f"{address}{PREFIX[language]}councils/halewood/#3.1")
        window.locator(".brand").evaluate("(e, name) => (e.textContent = name)", LONGEST[language])
        lines = window.locator(".brand").evaluate(
            "e => { const words = new Range(); words.selectNodeContents(e); return words.getClientRects().length }"
        )
        low = window.locator(".masthead").evaluate("e => e.getBoundingClientRect().height")
        room = window.evaluate("parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)")
        assert lines <= 2
        assert low <= min(room, 120)
        if width < 1152:
            window.locator(".menu").press("Enter")
            top = window.locator(".sections").evaluate("e => e.getBoundingClientRect().top")
            assert low - 2 <= top <= low + 8


@both_languages
def test_a_clause_is_found_on_a_phone_without_choosing_a_council(alone: Path, emptied, language: str):
    with served(alone) as address:
        window = emptied(viewport={"width": 320, "height": 640})
        window.goto(address + PREFIX[language])
        assert window.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        window.fill("#clause-number", "3.1")
        window.press("#clause-number", "Enter")
        expect(window).to_have_url(re.compile(r"/councils/halewood/#3\.1$"))
