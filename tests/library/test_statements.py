"""What the site says of who speaks on what agrees with a table made by hand from the texts: statements/speaks.yml."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from protocolau.library.library import Library
from protocolau.model.protocol import Version
from tests.browsing import PREFIX, both_languages, whole_comparison
from tests.conftest import FIVE
from tests.pages import CLAUSE_LINKS, page

SPEAKS: Mapping[str, Mapping[str, list[dict]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "statements/speaks.yml").read_text("utf-8")
)
"""By council and topic the places that speak of it. What is only doubtful decides nothing."""
councils = pytest.mark.parametrize("council", FIVE)


def spoken(council: str) -> set[str]:
    """The topics of which a council speaks beyond doubt."""
    return {topic for topic, places in SPEAKS[council].items() if any("doubtful" not in place for place in places)}


def doubtful(council: str) -> set[str]:
    """The topics of which two careful readers could differ on whether it speaks."""
    return set(SPEAKS[council]) - spoken(council)


def silent(library: Library, council: str) -> set[str]:
    """The topics on which a council is silent: those that its kind expects, of which another speaks beyond doubt."""
    others = set().union(*(spoken(other) for other in FIVE if other != council))
    return (others & library.relations.kind.expects) - set(SPEAKS[council])


def agrees(said: set[str], wanted: set[str], undecided: set[str]) -> bool:
    """Whether what is said is what is wanted, but for what is not decided."""
    return said - undecided == wanted - undecided


def undecided(library: Library, council: str) -> set[str]:
    """Topics on which the table decides nothing: doubtful here, or with no other council beyond doubt."""
    certain = set().union(*(spoken(other) for other in FIVE if other != council))
    return doubtful(council) | (library.vocabulary.topics.keys() - certain)


def test_the_table_knows_every_council_and_no_topic_that_there_is_not(library):
    assert set(SPEAKS) == set(FIVE)
    assert {topic for topics in SPEAKS.values() for topic in topics} <= set(library.vocabulary.topics)


@councils
def test_a_council_speaks_of_what_the_table_says_and_of_nothing_else(library, council):
    version = library.version_shown(council)
    assert agrees(set(version.by_topic), spoken(council), doubtful(council))


@councils
def test_it_speaks_at_the_places_of_the_table(library, council):
    version = library.version_shown(council)
    wrong = [
        (topic, sorted(places), sorted(needed), sorted(allowed))
        for topic, places, needed, allowed in _places(version)
        if not needed <= places <= allowed
    ]
    assert wrong == []


def _places(version: Version) -> Iterator[tuple[str, set[str], set[str], set[str]]]:
    """For each topic where the tags say that a version speaks, where it must by the table, and where it may."""
    for topic, entries in SPEAKS[version.council].items():
        places = {statement.anchor for statement in version.by_topic.get(topic, ())}
        yield (
            topic,
            places,
            {entry["at"] for entry in entries if "doubtful" not in entry},
            {entry["at"] for entry in entries},
        )


@councils
def test_the_index_calls_it_silent_where_the_table_does(library, council):
    said = {topic.slug for topic in library.relations.silences(library.version_shown(council))}
    assert agrees(said, silent(library, council), undecided(library, council))


# ---- what the pages say ----


@both_languages
@councils
def test_its_page_says_so(site, library, council, language):
    links = page(site, f"{PREFIX[language]}councils/{council}/").css("#-silent a")
    said = {_topic(link.attributes["href"]) for link in links} - {""}
    assert agrees(said, silent(library, council), undecided(library, council))


@both_languages
def test_the_pages_of_topics_say_so(site, library, language):
    said: dict[str, set[str]] = {council: set() for council in FIVE}
    speaking: dict[str, set[str]] = {council: set() for council in FIVE}
    for topic in library.vocabulary.topics:
        tree = page(site, f"{PREFIX[language]}topics/{topic}/")
        for link in tree.css(".silences li a"):
            said[_council(link.attributes["href"])].add(topic)
        for link in tree.css(CLAUSE_LINKS):
            speaking[_council(link.attributes["href"])].add(topic)
    for council in FIVE:
        assert agrees(said[council], silent(library, council), undecided(library, council)), council
        assert agrees(speaking[council], spoken(council), doubtful(council)), council


@both_languages
def test_the_table_of_coverage_says_so(site, library, language):
    tree = page(site, f"{PREFIX[language]}compare/coverage/")
    columns = [_council(link.attributes["href"]) for link in tree.css("table.matrix thead th a")]
    assert set(columns) == set(FIVE)
    said: dict[str, set[str]] = {council: set() for council in columns}
    speaking: dict[str, set[str]] = {council: set() for council in columns}
    for row in tree.css("table.matrix tbody tr:not(.group)"):
        topic = _topic(row.css_first("th a").attributes["href"])
        for council, cell in zip(columns, row.css("td"), strict=True):
            assert cell.text(strip=True), "an empty cell says in words that nothing is expected there"
            if link := cell.css_first("a"):
                (said if "silent" in (link.attributes.get("class") or "") else speaking)[council].add(topic)
    for council in columns:
        assert agrees(said[council], silent(library, council), undecided(library, council)), council
        assert agrees(speaking[council], spoken(council), doubtful(council)), council


@both_languages
@pytest.mark.parametrize("pair", [("barrow", "conwy"), ("halewood", "bursledon"), ("taffs-well-and-nantgarw", "conwy")])
def test_a_comparison_says_so(opened, library, pair, language):
    reader = opened(f"{PREFIX[language]}compare/?councils={','.join(pair)}")
    whole_comparison(reader)
    silence = reader.evaluate("JSON.parse(document.getElementById('compare-data').textContent).words['compare.silent']")
    cells = reader.evaluate(
        """() => [...document.querySelectorAll("tbody[data-topic]")].flatMap((body) =>
          [...body.querySelectorAll("tr:not(.group, .topic-row)")].flatMap((row) =>
            [...row.querySelectorAll("td")].map((cell, place) => [body.dataset.topic, place, cell.textContent])))"""
    )
    neither = {_topic(link.get_attribute("href")) for link in reader.locator("[data-part=silent] li a").all()}
    for place, council in enumerate(pair):
        said = {topic for topic, where, text in cells if where == place and text == silence} | neither
        assert agrees(said, silent(library, council), undecided(library, council)), council
        speaking = {
            topic for topic, where, text in cells if where == place and "silent" not in text and text != silence
        }
        assert spoken(council) <= speaking, council


@both_languages
def test_a_topic_of_which_no_document_speaks_is_on_no_list(site, library, language):
    unspoken = {topic for topic in library.vocabulary.topics if not library.relations.speakers[topic]}
    assert unspoken
    for address in ("", "topics/", "compare/", "search/"):
        links = page(site, f"{PREFIX[language]}{address}").css("main a[href*='topics/']")
        assert not unspoken & {_topic(link.attributes["href"]) for link in links}, address


def _topic(href: str) -> str:
    return href.partition("topics/")[2].partition("/")[0]


def _council(href: str) -> str:
    return href.partition("councils/")[2].partition("/")[0]
