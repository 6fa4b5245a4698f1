"""Documents of other kinds than the relations protocol on the site, and councils under a former name."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from protocolau.language import LANGUAGES
from protocolau.language.collation import collation_key
from protocolau.library.addresses import council_addresses, document_address, former_addresses, version_address
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.read.problem import Faulty
from protocolau.render.pages import compare, coverage
from protocolau.repository.check import examine
from protocolau.repository.repository import ProtocolRepository
from tests.accessible import EVERY_RULE, TEXTS, faults, sounds_like
from tests.browsing import PREFIX, SPILT
from tests.conftest import ROOT, BuiltProject, served
from tests.imagined import COUNCILS, DOCUMENTS, TODAY
from tests.pages import facts_on, linked_data, page, words_of
from tests.rendering import render_context
from tests.site import test_metadata as metadata_tests
from tests.site import test_site as site_tests

# ---- a council's documents ----


def test_the_day_of_issue_is_said_where_it_is_another_than_that_of_adoption(imagined: BuiltProject):
    assert facts_on(imagined.site, "councils/penrhos/")["Issued"] == "June 2019"
    assert facts_on(imagined.site, "cy/councils/penrhos/")["Cyhoeddwyd"] == "Mehefin 2019"
    assert "Issued" not in facts_on(imagined.site, "councils/cwmderw/2020-03/")


def test_that_words_were_compared_with_no_document_is_said_as_a_fact_of_their_proof(imagined: BuiltProject):
    facts = facts_on(imagined.site, "councils/penrhos/")
    assert facts["Proof"] == "The words have not been compared with the council’s document by this site."
    assert "Other forms" not in facts
    facts = facts_on(imagined.site, "councils/conwy/")
    assert facts["Other forms"] == "source text" and "compared" not in facts.get("Proof", "")


def test_every_page_of_every_document_stands_in_both_languages(imagined: BuiltProject):
    for council in imagined.library.councils.values():
        for address in council_addresses(council):
            for prefix in PREFIX.values():
                assert (imagined.site / prefix / address / "index.html").exists(), address
        for version in council.versions:
            folders = _folders(imagined.library, version)
            for folder in folders:
                assert (imagined.site / folder / "protocol.json").exists()
                assert not (imagined.site / "cy" / folder / "protocol.json").exists()
            for prefix in PREFIX.values():
                texts = [
                    folder for folder in folders if (imagined.site / prefix / folder / "comparison.packed").exists()
                ]
                assert texts == [min(folders, key=len)], "a browser fetches it from one place"


def _folders(library: Library, version: Version) -> set[str]:
    """Where files lie beside the pages of a version."""
    shown = {document_address(version.council, version.kind)} if library.is_shown(version) else set()
    return {version_address(version), *shown}


def test_a_council_without_a_relations_protocol_has_a_list_of_its_documents(imagined: BuiltProject):
    for language, heading, kind in (
        ("en", "Cwmteg Community Council Documents", "Local resolution protocol"),
        ("cy", "Cyngor Cymuned Cwmteg Dogfennau", "Protocol datrysiad lleol"),
    ):
        tree = page(imagined.site, f"{PREFIX[language]}councils/cwmteg/")
        assert words_of(tree.css_first("h1")) == heading
        links = [(one.attributes["href"], words_of(one)) for one in tree.css(".documents a")]
        assert links == [("../cwmteg/local-resolution/", "Local Resolution Protocol")]
        assert words_of(tree.css_first(".documents .others")).startswith(kind)


def test_the_documents_of_a_council_lead_to_each_other(imagined: BuiltProject):
    relations = page(imagined.site, "councils/cwmderw/").css(".facts a")
    assert "../cwmderw/other/" in [link.attributes["href"] for link in relations]
    other = page(imagined.site, "councils/cwmderw/other/").css(".facts a")
    assert "../../cwmderw/" in [link.attributes["href"] for link in other]
    assert facts_on(imagined.site, "councils/cwmderw/other/")["Kind of document"] == "Other document"
    assert "Kind of document" not in facts_on(imagined.site, "councils/penrhos/")


def test_the_list_of_councils_names_kinds_where_they_are_to_be_named(imagined: BuiltProject):
    rows = [words_of(row.css_first("th")) for row in page(imagined.site, "councils/").css("#councils tbody tr")]
    assert [row for row in rows if re.match("Aberhen|Cwm|Penrhos|Newydd|Conwy", row)] == [
        "Aberhen Community Council ended: 1 April 2022",
        "Conwy County Borough Council",
        "Cwmderw Community Council: Relations protocol",
        "Cwmderw Community Council: Code of Conduct",
        "Cwmteg Community Council: Local resolution protocol",
        "Newydd Community Council",
        "Penrhos Community Council ended: March 2024",
    ]


SHORT_NAMES = {
    "compare/": ".quick",
    "compare/coverage/": "table.matrix thead",
    "compare/likeness/": ".families li",
    "policies/": ".policy .citations",
    "parties/": ".policy .citations",
}
"""Where on a page lists of councils by their short names are."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", SHORT_NAMES)
def test_councils_stand_in_the_order_of_the_names_that_a_list_has(imagined: BuiltProject, address: str, language: str):
    lists = page(imagined.site, PREFIX[language] + address).css(SHORT_NAMES[address])
    named = [[one.text() for one in of.css("a:not(.where), button") if ", " not in one.text()] for of in lists]
    assert max(map(len, named)) >= 4
    assert named == [sorted(names, key=lambda name: collation_key(name, language)) for names in named]


@pytest.mark.parametrize(
    ("pages", "selector"), [(coverage.pages, "table.matrix thead a"), (compare.pages, ".quick button")]
)
def test_a_council_that_is_called_by_its_kind_first_stands_where_its_short_name_does(imagined, pages, selector):
    library = Library(imagined.library.vocabulary, imagined.library.councils, date(2023, 1, 1))
    made = next(iter(pages(render_context(library, "cy"))))
    names = [one.text() for one in LexborHTMLParser(made.content).css(selector)]
    assert "Penrhos" in names and names == sorted(names, key=lambda name: collation_key(name, "cy"))


def test_nobody_is_called_silent_by_documents_of_another_kind(imagined: BuiltProject):
    """Cwmteg has no relations protocol: it is silent on none of its topics, nor compared by them."""
    for topic in imagined.library.vocabulary.topics:
        tree = page(imagined.site, f"topics/{topic}/")
        links = tree.css(".silences a, section.kind#relations a")
        assert not [one for one in links if "councils/cwmteg/" in one.attributes["href"]], topic
    for address in ("compare/", "compare/coverage/", "compare/likeness/", "roles/"):
        assert "councils/cwmteg/" not in (imagined.site / address / "index.html").read_text("utf-8")
    offered = {entry[0] for entry in json.loads((imagined.site / "compare/councils.json").read_text("utf-8"))}
    assert offered == {council.slug for council, _ in imagined.library.documents("relations")}


def test_a_document_alone_of_its_kind_is_said_to_be_silent_on_nothing(imagined: BuiltProject):
    for address in ("councils/cwmteg/local-resolution/", "councils/cwmderw/other/"):
        tree = page(imagined.site, address)
        assert tree.css_first("#-silent") is None
        assert tree.css("a[href='#-silent']") == []
        assert tree.css_first("#-likeness") is None


def test_what_does_not_apply_is_compared_with_nothing(imagined: BuiltProject):
    applying = {version.council for version in imagined.library.relations.versions}
    assert applying & set(COUNCILS) == {"cwmderw"}
    for slug in ("aberhen", "penrhos", "newydd"):
        assert page(imagined.site, f"councils/{slug}/").css_first("#-likeness") is None
        speaking = page(imagined.site, "topics/purpose/").css(".page a")
        assert not [one for one in speaking if f"councils/{slug}/" in one.attributes["href"]]


# ---- renamed ----


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_former_address_leads_on(imagined: BuiltProject, language: str):
    council = imagined.library.councils["cwmteg"]
    addresses = list(council_addresses(council))
    assert len(addresses) == 5
    listed = (imagined.site / "sitemap.xml").read_text("utf-8")
    for address in addresses:
        (former,) = former_addresses(council, address)
        tree = page(imagined.site, PREFIX[language] + former)
        up = "../" * former.count("/")
        assert tree.css_first("meta[http-equiv=refresh]").attributes["content"] == f"0; url={up}{address}"
        way = "../" * (former.count("/") - 1) + address.removeprefix("councils/")
        assert tree.css_first("#moved").attributes["href"] == way
        canonical = tree.css_first("link[rel=canonical]").attributes["href"]
        assert canonical == f"{site_tests.BASE}{PREFIX[language]}{address}"
        assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"
        assert f"/{former}<" not in listed
    assert (imagined.site / "councils/hen-gwmteg/local-resolution/2017-12-13/protocol.json").exists()


# ---- the other language ----


def test_a_text_that_exists_and_is_not_here_does_not_let_ours_be_taken_for_it(imagined: BuiltProject):
    for address in ("councils/conwy/", "cy/councils/conwy/", "councils/conwy/bilingual/"):
        notice = words_of(page(imagined.site, address).css_first(".notice.translation"))
        assert re.search(
            "The council’s Welsh text of this document is not held|Ni chedwir testun Cymraeg y cyngor o’r ddogfen hon",
            notice,
        ), address
        assert not re.search("prevails|drech", page(imagined.site, address).css_first(".page-head").text())
    assert facts_on(imagined.site, "councils/conwy/")["Language"] == "English; a Welsh text of the council exists too"
    data = linked_data(imagined.site, "cy/councils/conwy/")
    assert data["creativeWorkStatus"] == "Ein drafft ni; ni chedwir testun y cyngor yma"


def test_of_two_texts_adopted_alike_neither_prevails_and_none_is_a_translation(imagined: BuiltProject):
    for prefix in PREFIX.values():
        address = f"{prefix}councils/cwmderw/other/"
        notice = words_of(page(imagined.site, address).css_first(".notice.translation"))
        assert re.search("neither prevails|nid yw’r naill yn drech", notice)
        data = linked_data(imagined.site, address)
        assert "translationOfWork" not in data
        assert len(data["exampleOfWork"]["workExample"]) == 2
        assert {"@id": data["@id"]} in data["exampleOfWork"]["workExample"]
        beside = page(imagined.site, f"{address}bilingual/")
        said = (
            words_of(beside.css_first(".page-head")),
            beside.css_first("meta[name=description]").attributes["content"],
        )
        assert not re.search("translation|cyfieithiad", " ".join(said))
    assert facts_on(imagined.site, "councils/cwmderw/other/")["Language"] == "Adopted in Welsh and English alike"


# ---- the record ----


def test_the_record_says_what_each_statement_says_and_how_the_version_stands(imagined: BuiltProject):
    data = json.loads((imagined.site / "councils/cwmteg/local-resolution/protocol.json").read_text("utf-8"))
    assert (data["document"], data["standing"]) == ("local-resolution", "in-force")
    assert data["council"]["formerly"] == ["hen-gwmteg"]
    for version in imagined.library.standings:
        data = json.loads((imagined.site / version_address(version) / "protocol.json").read_text("utf-8"))
        assert data["standing"] == imagined.library.standings[version]
        for record in _walk(data["body"]):
            provision = version.provisions[record["anchor"]]
            said = [one.get("says", record.get("text", {}).get(provision.language)) for one in record["statements"]]
            assert said == [statement.text for statement in provision.statements]
            tagged = [(one.get("topics", []), one.get("by", []), one.get("to", [])) for one in record["statements"]]
            assert tagged == [(list(one.topics), list(one.by), list(one.to)) for one in provision.statements]
            if "units" in record:
                covered = [place for unit in record["units"] for place in unit["statements"]]
                assert covered == list(range(len(provision.statements)))


def _walk(records: list[dict]):
    for record in records:
        yield record
        yield from _walk(record["items"])
        yield from _walk(record["provisions"])
        for row in [record.get("table", {}).get("columns", []), *record.get("table", {}).get("rows", [])]:
            yield from _walk(row)


# ---- the whole ----


def test_the_site_with_documents_of_several_kinds_is_sound(imagined: BuiltProject):
    site_tests.test_every_link_and_every_anchor_leads_somewhere(imagined.site)
    site_tests.test_ids_are_unique_on_every_page(imagined.site)
    site_tests.test_every_page_has_one_heading_of_the_first_level_and_skips_none(imagined.site)
    site_tests.test_every_page_says_its_language_and_has_a_title_and_a_description_of_its_own(imagined.site)
    site_tests.test_languages_point_at_each_other_absolutely(imagined.site)
    site_tests.test_the_switch_leads_to_the_same_page_in_the_other_language(imagined.site)
    metadata_tests.test_the_sitemap_lists_every_indexed_page_in_both_languages(imagined.site)


@pytest.fixture(scope="module")
def there(imagined: BuiltProject):
    with served(imagined.site) as address:
        yield address


@pytest.fixture(scope="module")
def narrow(browser):
    page = browser.new_page(viewport={"width": 320, "height": 640})
    yield page
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "address", ["councils/cwmteg/", "councils/cwmderw/other/", "councils/penrhos/2012-01-01/", "councils/"]
)
def test_the_pages_are_usable_by_all(narrow, there: str, address: str, language: str):
    narrow.goto(there + PREFIX[language] + address)
    assert narrow.evaluate(SPILT) == []
    assert faults(narrow, EVERY_RULE) == []
    wrong = [(spoken, text) for spoken, text in narrow.evaluate(TEXTS) if sounds_like(text) not in (spoken, None)]
    assert wrong == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_reader_of_a_former_address_is_led_on(emptied, there: str, scripts: bool):
    window = emptied(java_script_enabled=scripts)
    window.goto(f"{there}cy/councils/hen-gwmteg/local-resolution/2017-12-13/#background")
    clause = "#background" if scripts else ""
    window.wait_for_url(f"{there}cy/councils/cwmteg/local-resolution/2017-12-13/{clause}")


# ---- what is another document ----


def _asked(protocols: Path, slug: str) -> list[str]:
    found = examine(protocols / slug, protocols / "vocabulary", TODAY)
    assert found.problems == []
    return [str(warning).partition(f"{slug}/")[2] for warning in found.warnings if "hardly any" in str(warning)]


def test_a_version_that_is_very_unlike_the_last_is_asked_about(tmp_path: Path):
    protocols = Path(shutil.copytree(ROOT / "protocols", tmp_path / "protocols"))
    folder = protocols / "halewood"
    for file in (ROOT / "tests/comparison/versions/halewood").iterdir():
        shutil.copy(file, folder)
    assert _asked(protocols, "halewood") == []
    text = (DOCUMENTS / "local-resolution/2017-12-13.yml").read_text("utf-8")
    text = text.replace("adopted: 2017-12-13\nsource:\n  file: 2017-12-13.txt\n", "adopted: 2027-01-01\n")
    (folder / "2027-01-01.yml").write_text(text.replace("../../schema", "../schema"), "utf-8")
    assert _asked(protocols, "halewood") == [
        "2027-01-01.yml:1: hardly any of its words are those of the version before it, 2026-05-19.yml; "
        "if it is a document of another kind, move it into a folder named for the kind; if not, leave it"
    ]


def test_a_folder_that_is_named_for_no_kind_is_a_fault(tmp_path: Path):
    protocols = Path(shutil.copytree(ROOT / "protocols", tmp_path / "protocols"))
    (protocols / "barrow/local-resolutions").mkdir()
    with pytest.raises(Faulty, match="local-resolution"):
        ProtocolRepository(protocols).load(TODAY)
