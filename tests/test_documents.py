"""Documents of other kinds than the relations protocol, and versions that stand in every way, on a site of one day.

The councils are imagined. The documents are real ones, shortened: see tests/statements/documents/.
"""

import json
import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from protocolau.language import LANGUAGES
from protocolau.library.addresses import council_addresses, document_address, former_addresses, version_address
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.model.standing import Standing, current, standings
from protocolau.read.problem import Faulty
from protocolau.repository.check import examine
from protocolau.repository.repository import ProtocolRepository
from tests import test_accessibility as accessibility
from tests import test_site as site_tests
from tests.conftest import ROOT, BuiltProject, build, copy_project, served
from tests.pages import page, text_without
from tests.test_browser import SPILT

DOCUMENTS = ROOT / "tests/statements/documents"
TODAY = date(2026, 11, 25)
PREFIX = {"en": "", "cy": "cy/"}
FACTS = """\
# yaml-language-server: $schema=../schema/council.json
name: {{en: {name} Community Council, cy: Cyngor Cymuned {name}}}
short_name: {{en: {name}, cy: {name}}}
kind: community
nation: wales
"""
CLAUSES = """\
# yaml-language-server: $schema=../schema/protocol.json
title: Protocol of Members and Officers
language: en
{facts}body:
  - number: "1"
    text: {words}
    topic: purpose
  - number: "2"
    text: Members show officers respect and courtesy.
    topic: respect-and-courtesy
    by: members
    to: officers
"""
COUNCILS = {
    "cwmteg": "formerly: [hen-gwmteg]\n",
    "cwmderw": "",
    "aberhen": "ended: 2022-04-01\nsucceeded_by: cwmteg\n",
    "penrhos": "ended: 2024-03\nsucceeded_by: cwmderw\n",
    "newydd": "ended: 2030-01-01\n",
}
"""Imagined councils, and what is written of each below its facts."""
VERSIONS = {
    "cwmderw/2016-05-01": "withdrawn: 2018-02-01\n",
    "cwmderw/2020-03": "withdrawn: 2029-01\n",
    "cwmderw/2027-01-01": "",
    "aberhen/2015-06-01": "withdrawn: 2020-01-01\n",
    "penrhos/2012-01-01": "",
    "penrhos/2019-05-05": "",
    "newydd/2026-11": "",
}
"""Versions of relations protocols, and what is written of each above its words."""


def write(protocols: Path) -> None:
    """Adds the imagined councils and their documents to a folder of protocols."""
    for slug, facts in COUNCILS.items():
        (protocols / slug).mkdir()
        (protocols / slug / "council.yml").write_text(FACTS.format(name=slug.title()) + facts, "utf-8")
    for place, facts in VERSIONS.items():
        adopted = f"adopted: {place.partition('/')[2]}\n"
        words = f"This protocol guides the work of {place}."
        (protocols / f"{place}.yml").write_text(CLAUSES.format(facts=adopted + facts, words=words), "utf-8")
    for place in ("cwmteg/local-resolution", "cwmderw/other"):
        shutil.copytree(DOCUMENTS / place.partition("/")[2], protocols / place)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> BuiltProject:
    project = copy_project(tmp_path_factory.mktemp("documents") / "project")
    write(project / "protocols")
    library = ProtocolRepository(project / "protocols").load(TODAY)
    epoch = int(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC).timestamp())
    done = build(project, project / "site", SOURCE_DATE_EPOCH=str(epoch))
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltProject(project, project / "site", library)


def words_of(node) -> str:
    return re.sub(r"\s+", " ", text_without(node, ".visually-hidden, :is(ins, del) > i, ins.renamed + i")).strip()


def facts_on(site: Path, address: str) -> dict[str, str]:
    return {
        words_of(one.css_first("dt")): words_of(one.css_first("dd"))
        for one in page(site, address).css(".facts dl > div")
    }


def linked_data(site: Path, address: str) -> dict:
    return json.loads(page(site, address).css_first("script[type='application/ld+json']").text())


# ---- how a version stands on a day ----

STANDINGS = {
    "cwmderw": [
        ("2016-04-30", ["coming", "coming", "coming"], 0),
        ("2016-05-01", ["in-force", "coming", "coming"], 0),
        ("2018-02-01", ["withdrawn", "coming", "coming"], 0),
        ("2020-03-30", ["withdrawn", "coming", "coming"], 0),  # a month counts from its last day
        ("2020-03-31", ["withdrawn", "in-force", "coming"], 1),
        ("2027-01-01", ["withdrawn", "superseded", "in-force"], 2),
        ("2029-01-30", ["withdrawn", "superseded", "in-force"], 2),
        ("2029-01-31", ["withdrawn", "withdrawn", "in-force"], 2),
    ],
    "penrhos": [
        ("2019-05-04", ["in-force", "coming"], 0),
        ("2019-05-05", ["superseded", "in-force"], 1),
        ("2024-03-30", ["superseded", "in-force"], 1),
        ("2024-03-31", ["superseded", "ended"], 1),
    ],
    "aberhen": [("2019-12-31", ["in-force"], 0), ("2020-01-01", ["withdrawn"], 0), ("2023-01-01", ["withdrawn"], 0)],
    "newydd": [("2026-11-29", ["coming"], 0), ("2026-11-30", ["in-force"], 0), ("2030-01-01", ["ended"], 0)],
}


@pytest.mark.parametrize("slug", STANDINGS)
def test_a_version_stands_as_its_dates_have_it_on_any_day(made: BuiltProject, slug: str):
    council = made.library.councils[slug]
    document = council.documents["relations"]
    for day, expected, shown in STANDINGS[slug]:
        found = list(standings(council, document, date.fromisoformat(day)))
        assert [standing.value for _, standing in found] == expected, day
        assert current(council, document, date.fromisoformat(day)).version is document.versions[shown], day


def test_an_undated_version_is_the_latest_known_and_never_in_force(made: BuiltProject):
    for council, kind in (("conwy", "relations"), ("cwmderw", "other")):
        version = made.library.version_shown(council, kind)
        assert made.library.standings[version] is Standing.LATEST_KNOWN


def test_a_version_that_was_to_come_when_its_council_ended_never_is_in_force(made: BuiltProject):
    council = made.library.councils["penrhos"]
    late = replace(council, ended=council.documents["relations"].versions[0].adopted)
    found = list(standings(late, late.documents["relations"], date(2013, 1, 1)))
    assert [standing.value for _, standing in found] == ["ended", "ended"]
    assert current(late, late.documents["relations"], date(2013, 1, 1)).version.slug == "2012-01-01"


# ---- what pages say of it ----

SAID = {
    "councils/cwmderw/": (
        "In force since March 2020",
        "Mewn grym ers Mawrth 2020",
        "The council is to withdraw it: January 2029. Another version is to come into force: 1 January 2027. "
        "Version of 1 January 2027",
    ),
    "councils/cwmderw/2027-01-01/": (
        "To come into force: 1 January 2027",
        "I ddod i rym: 1 Ionawr 2027",
        "This version is not in force yet. It is to come into force: 1 January 2027. Read the version in force",
    ),
    "councils/cwmderw/2016-05-01/": (
        "Withdrawn: 1 February 2018",
        "Tynnwyd yn ôl: 1 Chwefror 2018",
        "The council has withdrawn this version: 1 February 2018. Read the version in force",
    ),
    "councils/aberhen/": (
        "Withdrawn: 1 January 2020",
        "Tynnwyd yn ôl: 1 Ionawr 2020",
        "The council has withdrawn this version: 1 January 2020. This council is no more; it ended: 1 April 2022. "
        "Its documents stay here as they were. No version of this document is in force; this is the last. "
        "The council that took its place: Cwmteg Community Council",
    ),
    "councils/penrhos/": (
        "Not in force: the council ended, March 2024",
        "Nid yw mewn grym: daeth y cyngor i ben, Mawrth 2024",
        "This council is no more; it ended: March 2024. Its documents stay here as they were. "
        "No version of this document is in force; this is the last. "
        "The council that took its place: Cwmderw Community Council",
    ),
    "councils/penrhos/2012-01-01/": (
        "Superseded by the version of 5 May 2019",
        "Disodlwyd gan fersiwn 5 Mai 2019",
        "This version has been superseded by a later one: 5 May 2019. This council is no more; it ended: March 2024. "
        "Its documents stay here as they were. Read the last version · What has changed since · "
        "The council that took its place: Cwmderw Community Council",
    ),
    "councils/newydd/": (
        "To come into force: November 2026",
        "I ddod i rym: Tachwedd 2026",
        "This version is not in force yet. It is to come into force: November 2026. No day is given, so it is taken to "
        "be in force from the last day of that time. No version of this document is in force yet; this is the first "
        "to come.",
    ),
    "councils/cwmderw/other/": (
        "The latest known; date of adoption not known",
        "Y diweddaraf y gwyddys amdano; ni wyddys dyddiad ei fabwysiadu",
        "This is the latest version known; the date of its adoption is not known.",
    ),
    "councils/cwmteg/local-resolution/": ("In force since 13 December 2017", "Mewn grym ers 13 Rhagfyr 2017", None),
}


@pytest.mark.parametrize("address", SAID)
def test_a_page_says_in_words_how_its_version_stands(made: BuiltProject, address: str):
    english, welsh, notice = SAID[address]
    assert facts_on(made.site, address)["Standing"] == english
    assert facts_on(made.site, f"cy/{address}")["Statws"] == welsh
    found = page(made.site, address).css_first(".notice.standing")
    assert (words_of(found) if found else None) == notice


def test_in_force_and_superseded_are_said_only_of_what_is_so(made: BuiltProject):
    """Whatever stands above a version, these words are nowhere but where the standing has them."""
    for version, standing in made.library.standings.items():
        head = page(made.site, version_address(version)).css_first(".page-head").text()
        facts = facts_on(made.site, version_address(version))["Standing"]
        data = linked_data(made.site, version_address(version)).get("legislationLegalForce")
        assert facts.startswith("In force") == (standing is Standing.IN_FORCE), version.path
        assert ("superseded" in head.lower()) == (standing is Standing.SUPERSEDED), version.path
        expected = {Standing.IN_FORCE: "https://schema.org/InForce", Standing.LATEST_KNOWN: None}
        assert data == expected.get(standing, "https://schema.org/NotInForce"), version.path


def test_titles_and_robots_tell_the_versions_apart(made: BuiltProject):
    titles = {
        address: page(made.site, f"councils/{address}/").css_first("title").text().partition(" · ")[0]
        for address in ("cwmderw/2016-05-01", "cwmderw/2020-03", "cwmderw/2027-01-01", "penrhos/2012-01-01", "penrhos")
    }
    assert [title.partition("Officers")[2] for title in titles.values()] == [
        " (withdrawn version, 1 May 2016)",
        " (version, March 2020)",
        " (version to come, 1 January 2027)",
        " (superseded version, 1 January 2012)",
        "",
    ]
    for version in made.library.standings:
        robots = page(made.site, version_address(version)).css_first("meta[name=robots]")
        canonical = page(made.site, version_address(version)).css_first("link[rel=canonical]").attributes["href"]
        shown = made.library.is_shown(version)
        own = document_address(version.council, version.kind) if shown else version_address(version)
        assert (robots is None, canonical) == (shown, site_tests.BASE + own)


def test_no_review_is_overdue_of_what_does_not_apply(made: BuiltProject):
    for row in page(made.site, "councils/").css("#councils tbody tr"):
        cells = [words_of(cell) for cell in row.css("td")]
        assert not ("overdue" in cells[3] and re.search("Withdrawn|ended|come", cells[2]))


# ---- a council's documents ----


def test_every_page_of_every_document_stands_in_both_languages(made: BuiltProject):
    for council in made.library.councils.values():
        for address in council_addresses(council):
            for prefix in PREFIX.values():
                assert (made.site / prefix / address / "index.html").exists(), address
        for version in council.versions:
            folders = _folders(made.library, version)
            for folder in folders:
                assert (made.site / folder / "protocol.json").exists()
                assert not (made.site / "cy" / folder / "protocol.json").exists()
            for prefix in PREFIX.values():
                texts = [folder for folder in folders if (made.site / prefix / folder / "comparison.packed").exists()]
                assert texts == [min(folders, key=len)], "a browser fetches it from one place"


def _folders(library: Library, version: Version) -> set[str]:
    """Where files lie beside the pages of a version."""
    shown = {document_address(version.council, version.kind)} if library.is_shown(version) else set()
    return {version_address(version), *shown}


def test_a_council_without_a_relations_protocol_has_a_list_of_its_documents(made: BuiltProject):
    for language, heading, kind in (
        ("en", "Cwmteg Community Council Documents", "Local resolution protocol"),
        ("cy", "Cyngor Cymuned Cwmteg Dogfennau", "Protocol datrysiad lleol"),
    ):
        tree = page(made.site, f"{PREFIX[language]}councils/cwmteg/")
        assert words_of(tree.css_first("h1")) == heading
        links = [(one.attributes["href"], words_of(one)) for one in tree.css(".documents a")]
        assert links == [("../../councils/cwmteg/local-resolution/", "Local Resolution Protocol")]
        assert words_of(tree.css_first(".documents .others")).startswith(kind)


def test_the_documents_of_a_council_lead_to_each_other(made: BuiltProject):
    relations = page(made.site, "councils/cwmderw/").css(".facts a")
    assert "../../councils/cwmderw/other/" in [link.attributes["href"] for link in relations]
    other = page(made.site, "councils/cwmderw/other/").css(".facts a")
    assert "../../../councils/cwmderw/" in [link.attributes["href"] for link in other]
    assert facts_on(made.site, "councils/cwmderw/other/")["Kind of document"] == "Other document"
    assert "Kind of document" not in facts_on(made.site, "councils/penrhos/")


def test_the_list_of_councils_names_kinds_where_they_are_to_be_named(made: BuiltProject):
    rows = [words_of(row.css_first("th")) for row in page(made.site, "councils/").css("#councils tbody tr")]
    assert [row for row in rows if re.match("Aberhen|Cwm|Penrhos|Newydd|Conwy", row)] == [
        "Aberhen Community Council ended: 1 April 2022",
        "Conwy County Borough Council",
        "Cwmderw Community Council: Relations protocol",
        "Cwmderw Community Council: Code of Conduct",
        "Cwmteg Community Council: Local resolution protocol",
        "Newydd Community Council",
        "Penrhos Community Council ended: March 2024",
    ]


def test_nobody_is_called_silent_by_documents_of_another_kind(made: BuiltProject):
    """Cwmteg has no relations protocol: it is silent on none of its topics, nor compared by them."""
    for topic in made.library.vocabulary.topics:
        tree = page(made.site, f"topics/{topic}/")
        links = tree.css(".silences a, section.kind#relations a")
        assert not [one for one in links if "councils/cwmteg/" in one.attributes["href"]], topic
    for address in ("compare/", "compare/likeness/", "roles/"):
        assert "councils/cwmteg/" not in (made.site / address / "index.html").read_text("utf-8")
    offered = {entry[0] for entry in json.loads((made.site / "compare/councils.json").read_text("utf-8"))}
    assert offered == {council.slug for council, _ in made.library.documents("relations")}


def test_a_document_alone_of_its_kind_is_said_to_be_silent_on_nothing(made: BuiltProject):
    for address in ("councils/cwmteg/local-resolution/", "councils/cwmderw/other/"):
        tree = page(made.site, address)
        assert tree.css_first("#-silent") is None
        assert tree.css("a[href='#-silent']") == []
        assert tree.css_first("#-likeness") is None


def test_what_does_not_apply_is_compared_with_nothing(made: BuiltProject):
    applying = {version.council for version in made.library.relations.versions}
    assert applying & set(COUNCILS) == {"cwmderw"}
    for slug in ("aberhen", "penrhos", "newydd"):
        assert page(made.site, f"councils/{slug}/").css_first("#-likeness") is None
        speaking = page(made.site, "topics/purpose/").css(".page a")
        assert not [one for one in speaking if f"councils/{slug}/" in one.attributes["href"]]


# ---- renamed ----


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_former_address_leads_on(made: BuiltProject, language: str):
    council = made.library.councils["cwmteg"]
    addresses = list(council_addresses(council))
    assert len(addresses) == 5
    listed = (made.site / "sitemap.xml").read_text("utf-8")
    for address in addresses:
        (former,) = former_addresses(council, address)
        tree = page(made.site, PREFIX[language] + former)
        up = "../" * former.count("/")
        assert tree.css_first("meta[http-equiv=refresh]").attributes["content"] == f"0; url={up}{address}"
        assert tree.css_first("#moved").attributes["href"] == f"{up}{address}"
        canonical = tree.css_first("link[rel=canonical]").attributes["href"]
        assert canonical == f"{site_tests.BASE}{PREFIX[language]}{address}"
        assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"
        assert f"/{former}<" not in listed
    assert (made.site / "councils/hen-gwmteg/local-resolution/2017-12-13/protocol.json").exists()


# ---- the other language ----


def test_a_text_that_exists_and_is_not_here_does_not_let_ours_be_taken_for_it(made: BuiltProject):
    for address in ("councils/conwy/", "cy/councils/conwy/", "councils/conwy/bilingual/"):
        notice = words_of(page(made.site, address).css_first(".notice.translation"))
        assert re.search("That text is not held here|Ni chedwir y testun hwnnw yma", notice), address
        assert not re.search("prevails|drech", page(made.site, address).css_first(".page-head").text())
    assert facts_on(made.site, "councils/conwy/")["Language"] == "English; the council has it in Welsh too"
    data = linked_data(made.site, "cy/councils/conwy/")
    assert data["creativeWorkStatus"] == "Ein drafft ni; ni chedwir testun y cyngor yma"


def test_of_two_texts_adopted_alike_neither_prevails_and_none_is_a_translation(made: BuiltProject):
    for prefix in PREFIX.values():
        address = f"{prefix}councils/cwmderw/other/"
        notice = words_of(page(made.site, address).css_first(".notice.translation"))
        assert re.search("neither prevails|nid yw’r naill yn drech", notice)
        data = linked_data(made.site, address)
        assert "translationOfWork" not in data
        assert len(data["exampleOfWork"]["workExample"]) == 2
        assert {"@id": data["@id"]} in data["exampleOfWork"]["workExample"]
    assert facts_on(made.site, "councils/cwmderw/other/")["Language"] == "Adopted in Welsh and English alike"


# ---- the record ----


def test_the_record_says_what_each_statement_says_and_how_the_version_stands(made: BuiltProject):
    data = json.loads((made.site / "councils/cwmteg/local-resolution/protocol.json").read_text("utf-8"))
    assert (data["document"], data["standing"]) == ("local-resolution", "in-force")
    assert data["council"]["formerly"] == ["hen-gwmteg"]
    for version in made.library.standings:
        data = json.loads((made.site / version_address(version) / "protocol.json").read_text("utf-8"))
        assert data["standing"] == made.library.standings[version]
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


def test_the_site_with_documents_of_several_kinds_is_sound(made: BuiltProject):
    site_tests.test_every_link_and_every_anchor_leads_somewhere(made.site)
    site_tests.test_ids_are_unique_on_every_page(made.site)
    site_tests.test_every_page_has_one_heading_of_the_first_level_and_skips_none(made.site)
    site_tests.test_every_page_says_its_language_and_has_a_title_and_a_description_of_its_own(made.site)
    site_tests.test_languages_point_at_each_other_absolutely(made.site)
    site_tests.test_the_switch_leads_to_the_same_page_in_the_other_language(made.site)
    site_tests.test_the_sitemap_lists_every_indexed_page_in_both_languages(made.site)


@pytest.fixture(scope="module")
def there(made: BuiltProject):
    with served(made.site) as address:
        yield address


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "address", ["councils/cwmteg/", "councils/cwmderw/other/", "councils/penrhos/2012-01-01/", "councils/"]
)
def test_the_pages_are_usable_by_all(browser, there: str, address: str, language: str):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    window = context.new_page()
    window.goto(there + PREFIX[language] + address)
    assert window.evaluate(SPILT) == []
    assert accessibility.faults(window, accessibility.EVERY_RULE) == []
    wrong = [
        (spoken, text)
        for spoken, text in window.evaluate(accessibility.TEXTS)
        if accessibility.sounds_like(text) not in (spoken, None)
    ]
    context.close()
    assert wrong == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_reader_of_a_former_address_is_led_on(browser, there: str, scripts: bool):
    context = browser.new_context(java_script_enabled=scripts)
    window = context.new_page()
    window.goto(f"{there}cy/councils/hen-gwmteg/local-resolution/2017-12-13/#background")
    clause = "#background" if scripts else ""
    window.wait_for_url(f"{there}cy/councils/cwmteg/local-resolution/2017-12-13/{clause}")
    context.close()


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
